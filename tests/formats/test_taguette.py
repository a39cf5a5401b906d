"""Taguette projects: UTF-8 bytes of the words between the tags."""

import io
import re
from contextlib import closing
from pathlib import Path
from sqlite3 import connect
from zipfile import ZipFile

import pytest

from annotator.formats.incoming import IncomingCodebook, IncomingDocument, ReadOptions
from annotator.formats.offsets import OffsetUnit
from annotator.formats.registry import guess
from annotator.formats.taguette import TAGUETTE, PageText, read_taguette
from annotator.model.errors import UserError
from annotator.model.kinds import LabelKind
from annotator.store.foreign import open_foreign
from tests.formats.foreign_projects import MemoryTables, made, tables_of
from tests.formats.outside import fixture
from tests.formats.programs import python_with, told_by


def read(tables: MemoryTables) -> tuple[IncomingCodebook, list[IncomingDocument]]:
    codebook, *documents = read_taguette(tables, ReadOptions())
    assert isinstance(codebook, IncomingCodebook)
    return codebook, [told for told in documents if isinstance(told, IncomingDocument)]


def test_highlights_count_bytes_and_leave_tags_out() -> None:
    codebook, (talk,) = read(tables_of("taguette"))
    assert [(label.name, label.kind) for label in codebook.labels] == [
        ("figure", LabelKind.FIGURE),
        ("place.town", None),
    ]
    assert talk.text == "发布会😀\n共有2.3万人 & 𠮷林。\n谢谢\n大家"
    assert [(a.label, talk.text[s:e]) for a in talk.annotations for s, e in a.ranges] == [
        ("figure", "2.3万人"),
        ("place.town", "𠮷林"),
        ("figure", "谢谢\n大家"),
        ("place.town", "谢谢\n大家"),
    ]
    assert [str(problem) for problem in talk.problems] == [
        "1 highlight left out, whose words are not in the text.",
        "1 highlight has no tag and is left out.",
    ]


@pytest.mark.parametrize(("unit", "start"), [(None, 3), (OffsetUnit.CODE_POINTS, 2)])
def test_highlights_without_their_words_count_bytes_unless_a_person_says_otherwise(
    unit: OffsetUnit | None, start: int
) -> None:
    highlight = {"id": 1, "document_id": 1, "start_offset": start, "end_offset": start + 3}
    tables = MemoryTables(
        {
            "documents": [{"id": 1, "name": "talk", "contents": "<p>é two</p>"}],
            "highlights": [highlight],
            "tags": [{"id": 1, "path": "number", "description": ""}],
            "highlight_tags": [{"highlight_id": 1, "tag_id": 1}],
        }
    )
    _codebook, talk = read_taguette(tables, ReadOptions(unit=unit))
    assert isinstance(talk, IncomingDocument)
    assert [a.ranges for a in talk.annotations] == [((2, 5),)]


@pytest.mark.outside("taguette", "peers-exports/taguette")
def test_a_project_of_taguette_gives_the_words_it_shows_itself() -> None:
    """The text is the one that was imported into QualCoder too; the words are its snippets."""
    path = fixture("peers-exports/taguette/project.sqlite3")
    assert guess(path) is TAGUETTE
    with open_foreign(path) as tables:
        codebook, document = read_taguette(tables, ReadOptions())
    assert isinstance(codebook, IncomingCodebook)
    assert isinstance(document, IncomingDocument)
    assert [label.name for label in codebook.labels] == ["interesting", "claim", "figure", "topic"]
    assert len(document.annotations) == 1020
    assert not document.problems
    with closing(connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
        snippets = connection.execute("SELECT snippet FROM highlights ORDER BY id").fetchall()
    words = [re.sub("<[^>]*>", "", snippet) for (snippet,) in snippets]
    found = [document.text[s:e] for a in document.annotations for s, e in a.ranges]
    assert found == words
    with ZipFile(fixture("peers-exports/qualcoder/small.qdpx")) as archive:
        texts = [archive.read(name).decode("utf-8-sig") for name in archive.namelist()]
    same = [io.StringIO(text, None).read() for text in texts]
    assert document.text.strip() in {text.strip() for text in same}


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<p>a</p><p>b</p>", "a\nb"),
        ("<p>a</p>\n<p>b</p>\n", "a\nb\n"),
        ("a<br/>b", "a\nb"),
        ("<ul><li>a</li><li>b</li></ul>c", "a\nb\nc"),
        ("<p>a <i>b</i> c</p>", "a b c"),
        ("<p>a\r\nb</p><p>c</p>", "a\nb\nc"),
        ("&lt;a&gt; &#128512;", "<a> 😀"),
        ("", ""),
    ],
)
def test_blocks_begin_new_lines(page: str, text: str) -> None:
    assert PageText(page).text == text


def test_another_program_and_other_values_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"a Taguette project was expected"):
        read(tables_of("qualcoder"))
    tables = tables_of("taguette")
    rows = [{**row, "start_offset": "x"} for row in tables.content["highlights"]]
    with pytest.raises(UserError, match="start_offset should be a whole number"):
        read(MemoryTables({**tables.content, "highlights": rows}))
    assert guess(made("taguette", tmp_path / "a.sqlite3")) is TAGUETTE


@pytest.fixture(scope="module")
def taguette_python(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return a Python that has Taguette, in an environment of its own that goes afterwards."""
    return python_with(tmp_path_factory.mktemp("taguette"), "taguette==1.5.2")


@pytest.mark.heavy
def test_highlights_that_taguette_makes_are_the_words_that_it_cuts_out(
    taguette_python: str, tmp_path: Path
) -> None:
    path = tmp_path / "project.sqlite3"
    shown = told_by("taguette_program.py", path, folder=tmp_path, python=taguette_python)
    told = [(tag, without_breaks(words)) for tag, words in shown]
    with open_foreign(path) as tables:
        _codebook, talk = read_taguette(tables, ReadOptions())
    assert isinstance(talk, IncomingDocument)
    assert not talk.problems
    found = [
        (a.label, without_breaks(talk.text[s:e])) for a in talk.annotations for s, e in a.ranges
    ]
    assert len(found) > 100
    assert found == told


def without_breaks(words: str) -> str:
    """Return words without the line breaks that blocks make."""
    return words.replace("\n", "")
