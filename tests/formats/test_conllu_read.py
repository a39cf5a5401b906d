"""CoNLL-U read: our sample, columns that a header names, and what is wrong in files."""

from pathlib import Path

import pytest

from annotator.formats.conllu import CONLLU
from annotator.formats.conllu_read import escape_spaces
from annotator.formats.incoming import IncomingDocument
from annotator.formats.registry import guess
from annotator.model.errors import UserError
from annotator.model.kinds import LabelKind
from tests.formats.exchange import (
    documents,
    fixtures,
    read,
)
from tests.formats.fuzzing import fuzzed

GOLDEN = Path(__file__).parents[1] / "golden" / "conllu"


def test_our_sample_is_read_with_white_space_and_joined_tokens() -> None:
    path = GOLDEN / "briefing.conllu"
    assert guess(path) is CONLLU
    (told,) = documents(read(CONLLU, path))
    assert told.name == "briefing"
    assert told.text == "Mill River rose.\nEnd \n"
    assert [(a.label, told.text[s:e]) for a in told.annotations for s, e in a.ranges] == [
        ("River", "Mill River"),
        ("Close", "End"),
    ]
    assert told.annotations[1].kind is LabelKind.TOPIC


def test_columns_that_a_header_names_hold_tags() -> None:
    path = GOLDEN / "plus.conllup"
    assert guess(path) is CONLLU
    (told,) = documents(read(CONLLU, path))
    assert told.text == "Mill River rose"
    assert [(a.label, a.ranges) for a in told.annotations] == [("River", ((0, 10),))]


def test_rows_without_numbers_are_tokens_one_after_the_other(tmp_path: Path) -> None:
    path = tmp_path / "a.conllup"
    path.write_text("# global.columns = FORM X:NER\nMill\tB-River\nrose\tO\nfast\tO\n", "utf-8")
    (told,) = documents(read(CONLLU, path))
    assert told.text.split() == ["Mill", "rose", "fast"]
    assert [a.ranges for a in told.annotations] == [((0, 4),)]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("1\ta\n", "Line 1 of a.conllu: expected 10 columns"),
        ("x\ta" + "\t_" * 8 + "\n", "a number and a form first"),
        ("1\t" + "\t_" * 8 + "\n", "a number and a form first"),
        ("1\ta\x00" + "\t_" * 8 + "\n", "expected 10 columns"),
    ],
)
def test_a_wrong_row_is_refused(content: str, sentence: str, tmp_path: Path) -> None:
    (tmp_path / "a.conllu").write_text(content, "utf-8")
    with pytest.raises(UserError, match=sentence):
        read(CONLLU, tmp_path / "a.conllu")


def test_an_older_webanno_file_is_not_claimed() -> None:
    folder = fixtures("inception", "inception-io-webanno-tsv", "tsv2")
    assert not any(CONLLU.guess(path, path.read_bytes()) for path in folder.iterdir())


SAMPLES = [path.read_bytes() for path in sorted(GOLDEN.iterdir())]


test_damaged_files_are_refused_or_read = fuzzed(CONLLU, "a.conllu", SAMPLES)


def page(*lines: str) -> str:
    """Return lines of ten columns, the given ones first and MISC behind ``|``."""
    made = []
    for line in lines:
        cells, _, misc = line.partition(" | ")
        told = cells.split(" ")
        is_row = line and not line.startswith("#")
        made.append("\t".join([*told, *["_"] * (9 - len(told)), misc or "_"]) if is_row else line)
    return "\n".join(made) + "\n"


def told(tmp_path: Path, *lines: str) -> list[IncomingDocument]:
    path = tmp_path / "a.conllu"
    path.write_text(page(*lines), "utf-8")
    return documents(read(CONLLU, path))


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        # the rules of universaldependencies.org/format.html
        (("1-2 vámonos", "1 vamos", "2 nos", "3 al | SpaceAfter=No", "4 mar"), "vámonos almar "),
        (("1 Sue", "2 likes", "2.1 likes", "3 tea | SpaceAfter=No", "4 ."), "Sue likes tea. "),
        (("1 a | SpacesAfter=\\n\\n", "2 b | SpacesAfter=\\s\\s"), "a\n\nb  "),
        (("1 a | SpacesBefore=\\t", "2 b"), "\ta b "),
        (("1 a", "", "1 b"), "a b"),
        (("1 a", "", "# newpar", "1 b"), "a\nb"),
    ],
)
def test_the_text_is_put_together_as_the_format_says(
    lines: tuple[str, ...], text: str, tmp_path: Path
) -> None:
    [document] = told(tmp_path, *lines)
    assert document.text.rstrip(" ") == text.rstrip(" ")
    assert document.text.startswith(text.rstrip())


@pytest.mark.parametrize("space", [" \t", "\n\n", "|\\n", "\u3000\xa0", "-"])
def test_white_space_comes_back_as_it_was_escaped(space: str, tmp_path: Path) -> None:
    [document] = told(tmp_path, f"1 a | SpacesAfter={escape_spaces(space)}", "2 b")
    assert document.text.rstrip() == f"a{space}b"


def test_documents_begin_where_the_file_says(tmp_path: Path) -> None:
    found = told(tmp_path, "# newdoc id = one", "1 a", "", "1 b", "", "# newdoc", "1 c", "", "1 d")
    assert [(document.name, document.text.strip()) for document in found] == [
        ("one", "a b"),
        ("a", "c d"),
    ]


def test_tags_of_a_joined_token_may_stand_at_its_parts(tmp_path: Path) -> None:
    [document] = told(
        tmp_path,
        "1-2 vámonos",
        "1 vamos | NER=B-GO",
        "2 nos",
        "3 ya | NER=I-GO",
        "4 hoy | NER=O|Other=plain",
    )
    assert [(a.label, a.ranges) for a in document.annotations] == [("GO", ((0, 10),))]
