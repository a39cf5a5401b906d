"""CAS files as read: every sample of other programs, our own, and damaged ones."""

import json
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

import pytest
from hypothesis import given

from annotator.formats.base import Format, Options
from annotator.formats.cas import CAS_JSON, XMI
from annotator.formats.incoming import IncomingDocument, ReadOptions
from annotator.formats.registry import guess
from annotator.model.errors import UserError
from annotator.model.records import Annotation
from tests.formats.outside import GOLDEN, fixture
from tests.formats.projects import EVERYTHING, TEXT, MemoryProject, full_project
from tests.formats.random_projects import projects

BOTH = pytest.mark.parametrize("known", [XMI, CAS_JSON], ids=["xmi", "casjson"])
XMI_HEAD = (
    '<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" '
    'xmlns:t="http:///a/b.ecore" xmi:version="2.0">'
)
SOFA = (
    '<cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" mimeType="text" sofaString="a😀b cd"/>'
)
VIEW = '<cas:View sofa="1" members="{}"/>'
SUITE = "inception/inception-io-webanno-tsv/tsv3-suite"
TEXTLESS = {
    "casWithFloatingPointSpecialValues",
    "casWithSofaDataURI",
    "casWithoutTextButWithAnnotations",
    "cas_with_array_features",
}
"""Samples without a text: there is nothing that a mark could stand on."""


def read(path: Path, known: Format | None = None) -> list[IncomingDocument]:
    found = known or guess(path)
    assert found is not None
    assert found.reader is not None
    documents = list(found.reader(path, ReadOptions()))
    return [told for told in documents if isinstance(told, IncomingDocument)]


def marks_counted(path: Path) -> int:
    """Count the marks of a file by its elements alone: no types, no offsets converted."""
    if path.suffix == ".json":
        found = json.loads(path.read_text(encoding="utf-8"))
        listed = found.get("%FEATURE_STRUCTURES") or []
        rows = [(str(row.get("%TYPE", "")), row) for row in listed]
    else:
        root = ET.parse(path).getroot()  # noqa: S314 - samples
        rows = [(element.tag, dict(element.attrib)) for element in root]
    return sum(is_mark(name, row) for name, row in rows)


def is_mark(name: str, row: Mapping[str, object]) -> bool:
    """Say whether a feature structure marks words and is no part of a text's structure."""
    if not {"begin", "end"} <= row.keys() or int(str(row["begin"])) >= int(str(row["end"])):
        return False
    if {"Governor", "Dependent"} <= {key.lstrip("@") for key in row}:
        return False
    words = ("segmentation", "metadata", "CASMetadata", "DocumentAnnotation", "NoNamespace")
    return not any(word in name for word in words) and not name.endswith(("Token", "Sentence"))


def quotes(document: IncomingDocument) -> list[tuple[str, str]]:
    return [(a.label, document.text[s:e]) for a in document.annotations for s, e in a.ranges]


def test_all_samples_are_read_or_have_no_text() -> None:
    root = fixture("uima-cas").parent
    paths = sorted([*root.rglob("*.xmi"), *(root / "uima-cas").rglob("*.json")])
    done: Counter[str] = Counter()
    for path in paths:
        try:
            documents = read(path)
        except UserError:
            names = {path.stem, path.parent.name}
            is_textless = names & TEXTLESS or path.parts[-2:] == (
                "casWithTextAndAnnotations",
                "debug.xmi",
            )
            assert is_textless, path
            done["refused"] += 1
            continue
        done["read"] += 1
        marks = sum(len(document.annotations) for document in documents)
        done["marks"] += marks
        assert marks == marks_counted(path), path
        assert all(document.text for document in documents)
    assert done == {"read": 50, "refused": 8, "marks": 125}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            f"{SUITE}/testSingleNonTokenRelationWithoutFeatureValue/reference.xmi",
            [("NamedEntity", "This"), ("NamedEntity", ".")],
        ),
        (
            "uima-cas/tests/test_files/xmi/cas_with_inheritance.xmi",
            [
                ("Parent", "parent"),
                ("Child", "child"),
                ("GrandChild", "child"),
                ("GrandChild", "grandchild"),
                ("GrandGrandChild", "grandchild"),
            ],
        ),
    ],
)
def test_samples_of_other_programs_give_their_marks(
    name: str, expected: list[tuple[str, str]]
) -> None:
    (document,) = read(fixture(name))
    found = quotes(document)
    assert len(found) == len(expected)
    assert found[0] == expected[0]


def test_relations_of_inception_are_read() -> None:
    name = "testStackedNonMultiTokenRelationWithMultipleFeatureValues/reference.xmi"
    (document,) = read(fixture(f"{SUITE}/{name}"))
    assert len(document.relations) == 2
    keys = {annotation.key for annotation in document.annotations}
    assert {document.relations[0].source, document.relations[0].target} <= keys


@BOTH
@given(project=projects())
def test_what_is_written_comes_back(known: Format, project: MemoryProject) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "out.zip"
        known.write(project, EVERYTHING, path, Options())
        for told, s in zip(read(path), project.snapshots, strict=True):
            assert told.text == s.text
            wanted = {
                a.id: (s.label_of(a).name(), [(p.start, p.end) for p in a.spans], a.note)
                for a in s.all(Annotation)
            }
            found = {a.key: (a.label, list(a.ranges), a.note) for a in told.annotations}
            assert found == wanted


@BOTH
def test_fields_turns_and_relations_come_back(known: Format, tmp_path: Path) -> None:
    path = tmp_path / "out.zip"
    known.write(full_project(), EVERYTHING, path, Options())
    first, _second, empty = read(path)
    assert [turn.time_end for turn in first.turns or ()] == [1500, None, None]
    assert [turn.time_start for turn in first.turns or ()] == [0, None, None]
    assert [turn.speaker for turn in first.turns or ()] == ["", "发言人", "记者"]
    bodies = [first.text[turn.body_start : turn.end] for turn in first.turns or ()]
    assert bodies == ["欢迎。\n", "共有2.3万人参加，𠮷林占三成。\n记者", "！\n"]
    assert [relation.kind for relation in first.relations] == ["supports"]
    assert (first.language, first.date) == ("zh", "2031-04-02")
    assert first.attributes["broadcast"] == "live"
    assert empty.turns is None


def test_one_file_is_read_with_the_types_beside_it_or_without(tmp_path: Path) -> None:
    path = tmp_path / "document.xmi"
    path.write_bytes((GOLDEN / "xmi" / "document.xmi").read_bytes())
    (alone,) = read(path)
    (tmp_path / "TypeSystem.xml").write_bytes((GOLDEN / "xmi" / "TypeSystem.xml").read_bytes())
    (beside,) = read(path)
    assert alone == beside
    assert alone.text == TEXT
    (folder,) = read(tmp_path)
    assert folder.annotations == beside.annotations


def an_xmi(folder: Path, *inside: str) -> Path:
    path = folder / "a.xmi"
    path.write_text(f"{XMI_HEAD}{''.join(inside)}</xmi:XMI>", encoding="utf-8")
    return path


def test_types_are_found_in_the_file_itself(tmp_path: Path) -> None:
    mark = '<t:Place xmi:id="5" sofa="1" begin="1" end="4" value="here" size="3"/>'
    empty = '<t:Place xmi:id="6" sofa="1" begin="1" end="1"/>'
    view = '<cas:View sofa="1" members="5 6"/>'
    (document,) = read(an_xmi(tmp_path, mark, empty, SOFA, view))
    assert quotes(document) == [("here", "😀b")]
    assert document.annotations[0].extra == {"value": "here", "size": "3", "type": "Place"}
    assert [str(problem) for problem in document.problems] == [
        "1 mark covers no character and is left out."
    ]


@pytest.mark.parametrize(
    "inside",
    [
        ('<t:Place xmi:id="5" sofa="1" begin="x" end="4"/>', SOFA),
        ('<t:Place xmi:id="5" sofa="9" begin="1" end="4"/>', SOFA),
        (
            '<t:Place xmi:id="5" sofa="1" begin="1" end="400"/>',
            SOFA,
            VIEW.format(5),
        ),
        (
            '<t:Place xmi:id="5" sofa="1" begin="1" end="4"/>',
            VIEW.format(77),
            SOFA,
        ),
        ("<t:Place/>",),
        (),
    ],
)
def test_a_damaged_cas_is_refused_or_says_what_is_left_out(
    inside: tuple[str, ...], tmp_path: Path
) -> None:
    path = an_xmi(tmp_path, *inside)
    try:
        documents = read(path, XMI)
    except UserError:
        return
    else:
        assert not documents[0].annotations
        assert documents[0].problems


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("<!DOCTYPE a []><a/>", "declares a document type"),
        ("<a/>", "line 1: an XMI file of a CAS was expected"),
        ("<a", "line 1: well-formed XML"),
    ],
)
def test_other_xml_is_refused(content: str, message: str, tmp_path: Path) -> None:
    path = tmp_path / "a.xmi"
    path.write_text(content)
    with pytest.raises(UserError, match=message):
        read(path, XMI)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("[]", "a CAS in JSON was expected"),
        ('{"%TYPES": 1}', "a sound CAS was expected"),
        ('{"%TYPES": {}, "%FEATURE_STRUCTURES": [], "%VIEWS": {}}', "holds no text"),
        ('{"%TYPES": {', "Line 1 of a.json is not the JSON expected"),
    ],
)
def test_other_json_is_refused(content: str, message: str, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(content)
    with pytest.raises(UserError, match=message):
        read(path, CAS_JSON)


def test_an_archive_needs_xmi_files_and_a_sound_type_system(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with ZipFile(path, "w") as archive:
        archive.writestr("a.txt", "x")
        archive.writestr("b.txt", "x")
    with pytest.raises(UserError, match=r"files that end in \.xmi were expected"):
        read(path, XMI)
    with ZipFile(path, "w") as archive:
        archive.writestr("TypeSystem.xml", "<a/>")
        archive.writestr("a.xmi", f"{XMI_HEAD}{SOFA}</xmi:XMI>")
    with pytest.raises(UserError, match=r"TypeSystem\.xml, line 1: a UIMA type system"):
        read(path, XMI)


@BOTH
def test_without_the_library_the_extra_is_named(
    known: Format, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "out.zip"
    known.write(full_project(), EVERYTHING, path, Options())
    monkeypatch.setitem(__import__("sys").modules, "cassis", None)
    with pytest.raises(UserError, match=r"install transcript-annotator\[cas\]|\{extra\}") as caught:
        read(path)
    assert "transcript-annotator[cas]" in str(caught.value)
    with pytest.raises(UserError):
        known.write(full_project(), EVERYTHING, tmp_path / "other.zip", Options())
    assert not (tmp_path / "other.zip").exists()
