"""REFI-QDA projects as read: those of other programs, our own, and damaged ones."""

from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given

from annotator.formats.base import Options
from annotator.formats.incoming import (
    Incoming,
    IncomingCodebook,
    IncomingDocument,
    ReadOptions,
)
from annotator.formats.qdpx import QDPX
from annotator.formats.qdpx_read import read_qdpx
from annotator.formats.registry import guess
from annotator.model.errors import UserError
from annotator.model.kinds import LabelKind
from annotator.model.records import Claim, Figure
from tests.formats.outside import fixture
from tests.formats.projects import EVERYTHING, MemoryProject, full_project
from tests.formats.random_projects import projects

HEAD = '<Project xmlns="urn:QDA-XML:project:1.0" name="p">'
CODES = (
    '<Users><User guid="U1" name="Eva"/></Users><CodeBook><Codes>'
    '<Code guid="C1" name="claim" isCodable="true" color="#abc"><Description>said</Description>'
    '<Code guid="C2" name="claim" isCodable="true"/></Code></Codes></CodeBook>'
)


def documents_in(content: Iterable[Incoming]) -> list[IncomingDocument]:
    return [told for told in content if isinstance(told, IncomingDocument)]


def an_archive(folder: Path, project: str, **sources: bytes) -> Path:
    path = folder / "other.qdpx"
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        archive.writestr("Project.qde", project)
        for name, content in sources.items():
            archive.writestr(f"Sources/{name}.txt", content)
    return path


def a_source(
    selections: str, inside: str = "", path: str = ' plainTextPath="internal://T1.txt"'
) -> str:
    return (
        f'{HEAD}{CODES}<Sources><TextSource guid="S1" name="talk"{path}>{inside}{selections}'
        "</TextSource></Sources></Project>"
    )


def a_selection(start: object, end: object, name: str = "", code: str = "C1") -> str:
    return (
        f'<PlainTextSelection guid="P{start}" startPosition="{start}" endPosition="{end}" '
        f'name="{name}" creatingUser="U1"><Coding guid="K{start}"><CodeRef targetGUID="{code}"/>'
        "</Coding></PlainTextSelection>"
    )


def quotes(document: IncomingDocument) -> list[tuple[str, ...]]:
    return [tuple(document.text[a:b] for a, b in one.ranges) for one in document.annotations]


def test_an_unpacked_archive_is_read_and_its_project_alone_without_texts(tmp_path: Path) -> None:
    packed = an_archive(tmp_path, a_source(a_selection(0, 5)), T1=b"Hello there")
    folder = tmp_path / "unpacked"
    with ZipFile(packed) as archive:
        archive.extractall(folder)
    assert guess(folder) is QDPX
    assert list(read_qdpx(folder, ReadOptions())) == list(read_qdpx(packed, ReadOptions()))
    alone = folder / "Project.qde"
    assert guess(alone) is QDPX
    codebook, told = read_qdpx(alone, ReadOptions())
    assert isinstance(codebook, IncomingCodebook)
    assert len(codebook.labels) == 2
    assert [str(problem) for problem in told.problems] == [
        "The text of talk is not in the archive."
    ]
    renamed = alone.rename(folder / "Talks.QDE")
    assert next(iter(read_qdpx(renamed, ReadOptions()))) == codebook
    with pytest.raises(UserError, match="cannot be read"):
        list(read_qdpx(alone, ReadOptions()))


def test_a_project_of_qualcoder_gives_its_codings() -> None:
    path = fixture("peers-exports/qualcoder/small.qdpx")
    assert guess(path) is QDPX
    codebook, *documents = read_qdpx(path, ReadOptions())
    assert isinstance(codebook, IncomingCodebook)
    assert [label.name for label in codebook.labels] == ["claim", "figure", "topic"]
    emoji, crlf, long = documents_in(documents)
    assert quotes(emoji) == [("END claim",), ("claim",), ("here",)]
    assert emoji.text.index("END claim") == 17, "the file says 23: it counts UTF-16 units"
    assert quotes(crlf) == [("ne three ",), ("hree ",), ("arge",)]
    assert "\r" not in crlf.text
    assert [len(quote) for (quote,) in quotes(long)] == [9, 5, 4]
    assert {one.author for one in long.annotations} == {"default"}
    assert not any(document.problems for document in (emoji, crlf, long))


def test_a_project_of_atlas_ti_without_its_texts_says_which_are_missing() -> None:
    path = fixture("refi-qda/sky-loom/TestProject.qdpx")
    codebook, told = read_qdpx(path, ReadOptions())
    assert isinstance(codebook, IncomingCodebook)
    assert len(codebook.labels) == 14
    assert isinstance(told, IncomingCodebook)
    assert len(told.problems) == 11
    assert "Simon.docx is not in the archive" in " ".join(map(str, told.problems))


@given(projects())
def test_what_is_written_comes_back(project: MemoryProject) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "out.qdpx"
        QDPX.write(project, EVERYTHING, path, Options())
        for told, s in zip(
            documents_in(read_qdpx(path, ReadOptions())), project.snapshots, strict=True
        ):
            assert told.text == s.text
            found = {one.key: one for one in told.annotations}
            for annotation in EVERYTHING.annotations(s):
                one = found.pop(annotation.id)
                joined = joined_ranges([(span.start, span.end) for span in annotation.spans])
                assert joined_ranges(list(one.ranges)) == joined
                assert one.label == s.label_of(annotation).name()
                assert one.note == annotation.note
                assert one.author == s.author_name(annotation.author)
            assert not found


def joined_ranges(pairs: list[tuple[int, int]]) -> list[int]:
    return [point for start, end in pairs for point in range(start, end)]


def test_fields_and_evidence_come_back(tmp_path: Path) -> None:
    path = tmp_path / "out.qdpx"
    QDPX.write(full_project(), EVERYTHING, path, Options())
    first = documents_in(read_qdpx(path, ReadOptions()))[0]
    claim, figure, topic = first.annotations
    assert isinstance(claim.detail, Claim)
    assert (claim.detail.verdict, claim.detail.speaker) == ("half-true", "发言人")
    assert [e.url for e in claim.evidence] == ["https://example.org/a", ""]
    assert isinstance(figure.detail, Figure)
    assert figure.detail.as_of == "-as_of"
    assert figure.extra == {"certainty": "high", "basis": "'stated"}
    assert topic.kind is LabelKind.TOPIC
    assert [(r.kind, r.source, r.target) for r in first.relations] == [
        ("supports", figure.key, claim.key)
    ]
    assert (first.language, first.date, first.attributes["channel"]) == ("zh", "2031-04-02", "TV")


def test_codes_of_one_name_stay_apart_and_short_colours_grow(tmp_path: Path) -> None:
    path = an_archive(tmp_path, a_source(a_selection(0, 2)), T1=b"hello")
    codebook = next(read_qdpx(path, ReadOptions()))
    assert isinstance(codebook, IncomingCodebook)
    first, second = codebook.labels
    assert (first.name, first.colour, first.definition) == ("claim", "#aabbcc", "said")
    assert (second.name, second.parent) == ("claim: claim", "claim")


@pytest.mark.parametrize(
    ("raw", "start", "end", "name", "expected"),
    [
        ("one\r\ntwo three", 5, 8, "two", "two"),
        ("one\r\ntwo three", 4, 7, "two", "two"),
        ("😀😀 two", 5, 8, "two", "two"),
        ("é中 two", 6, 9, "two", "two"),
        ("one two", 4, 7, "a name of its own", "two"),
        ("one two three", 4, 13, "two…", "two three"),
        ("\ufeffone two", 4, 7, "two", "two"),
    ],
)
def test_positions_are_read_as_the_names_bear_them_out(
    raw: str, start: int, end: int, name: str, expected: str, tmp_path: Path
) -> None:
    path = an_archive(tmp_path, a_source(a_selection(start, end, name)), T1=raw.encode())
    (document,) = documents_in(read_qdpx(path, ReadOptions()))
    assert quotes(document) == [(expected,)]
    assert document.annotations[0].author == "Eva"


def test_what_cannot_be_taken_is_said(tmp_path: Path) -> None:
    uncoded = '<PlainTextSelection guid="P9" startPosition="0" endPosition="2"/>'
    selections = a_selection(3, 99) + a_selection(2, 2) + uncoded
    path = an_archive(tmp_path, a_source(selections), T1=b"hello")
    (document,) = documents_in(read_qdpx(path, ReadOptions()))
    assert not document.annotations
    assert [str(problem) for problem in document.problems] == [
        "1 passage carries no code.",
        "2 passages are empty or outside the text.",
    ]


def test_links_in_a_circle_lose_no_passage(tmp_path: Path) -> None:
    links = "".join(
        f'<Link guid="L{a}{b}" name="continued" originGUID="P{a}" targetGUID="P{b}"/>'
        for a, b in ((0, 0), (1, 2), (2, 1), (4, 3))
    )
    selections = "".join(a_selection(at, at + 1) for at in range(5))
    project = a_source(selections).replace("</Sources>", f"</Sources><Links>{links}</Links>")
    (document,) = documents_in(read_qdpx(an_archive(tmp_path, project, T1=b"hello"), ReadOptions()))
    assert quotes(document) == [("h",), ("e",), ("l",), ("l", "o")]


def test_a_text_may_stand_in_the_project_itself(tmp_path: Path) -> None:
    inside = "<PlainTextContent>hello there</PlainTextContent>"
    path = an_archive(tmp_path, a_source(a_selection(6, 11), inside, path=""))
    (document,) = documents_in(read_qdpx(path, ReadOptions()))
    assert quotes(document) == [("there",)]


@pytest.mark.parametrize(
    ("project", "message"),
    [
        ("<Project", "Project.qde, line 1: well-formed XML was expected"),
        ("<CodeBook/>", "a REFI-QDA project was expected, not <CodeBook>"),
        (f"{HEAD}</Project>", "holds neither codes nor texts"),
        (a_source(a_selection("x", 2)), "needs whole numbers"),
        ('<!DOCTYPE a [<!ENTITY b "c">]><Project/>', "declares a document type"),
    ],
)
def test_a_damaged_project_is_refused_in_a_sentence(
    project: str, message: str, tmp_path: Path
) -> None:
    path = an_archive(tmp_path, project, T1=b"hello")
    with pytest.raises(UserError) as caught:
        list(read_qdpx(path, ReadOptions()))
    assert message in str(caught.value)
    assert "other.qdpx" in str(caught.value)


@pytest.mark.parametrize(
    ("note", "message"),
    [("{", "holds no JSON object"), ('{"evidence": "[1]"}', "an object was expected")],
)
def test_fields_that_are_not_ours_are_refused(note: str, message: str, tmp_path: Path) -> None:
    selection = a_selection(0, 2).replace("</PlainText", '<NoteRef targetGUID="N1"/></PlainText')
    project = a_source(selection).replace(
        "</Sources>",
        '</Sources><Notes><Note guid="N1" name="annotator fields"><PlainTextContent>'
        f"{note}</PlainTextContent></Note></Notes>",
    )
    with pytest.raises(UserError, match=message):
        list(read_qdpx(an_archive(tmp_path, project, T1=b"hello"), ReadOptions()))
