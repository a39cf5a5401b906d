"""Marks of a CAS that no view lists are counted, text by text, and told."""

import json
from pathlib import Path

import pytest

pytest.importorskip("cassis", reason="the extra cas is not installed")

from annotator.formats.base import Format
from annotator.formats.cas import CAS_JSON, XMI
from annotator.formats.cas_unlisted import unlisted_in_json, unlisted_in_xmi
from annotator.formats.incoming import IncomingDocument, ReadOptions
from annotator.formats.xml_tree import parse_xml
from tests.formats.test_cas_read import SOFA, XMI_HEAD, quotes
from tests.formats.test_cas_views import added, foreign

PLACE = '<t:Place xmi:id="{}" sofa="1" begin="{}" end="{}"/>'
SAID = "{} in no view of the file, so that other tools do not show {} either, and {} left out."


def read(path: Path, known: Format) -> IncomingDocument:
    assert known.reader is not None
    [document] = known.reader(path, ReadOptions())
    assert isinstance(document, IncomingDocument)
    return document


@pytest.mark.parametrize(
    ("members", "said"),
    [
        ("5 8 10", []),
        ("5 10", [SAID.format("1 mark is", "it", "is")]),
        ("8", [SAID.format("2 marks are", "them", "are")]),
    ],
)
def test_a_mark_of_an_xmi_file_that_no_view_lists_is_told(
    members: str, said: list[str], tmp_path: Path
) -> None:
    path = tmp_path / "a.xmi"
    marks = [PLACE.format(5 + at, at, at + 1) for at in (0, 3, 5)]
    view = f'<cas:View sofa="1" members="{members}"/>'
    path.write_text(f"{XMI_HEAD}{''.join(marks)}{SOFA}{view}</xmi:XMI>", encoding="utf-8")
    document = read(path, XMI)
    assert len(quotes(document)) == len(members.split())
    assert [str(problem) for problem in document.problems] == said


def test_a_mark_of_a_json_file_that_no_view_lists_is_told(tmp_path: Path) -> None:
    cas = foreign()
    for at in (1, 2, 3):
        added(cas, "x.River", at, at + 1)
    told = json.loads(cas.to_json())
    rivers = [x["%ID"] for x in told["%FEATURE_STRUCTURES"] if x["%TYPE"] == "x.River"]
    told["%VIEWS"]["_InitialView"]["%MEMBERS"].remove(rivers[0])
    path = tmp_path / "a.json"
    path.write_text(json.dumps(told))
    document = read(path, CAS_JSON)
    assert len(document.annotations) == 2
    assert [str(p) for p in document.problems] == [SAID.format("1 mark is", "it", "is")]


def test_marks_are_counted_for_their_own_text() -> None:
    second = PLACE.format(6, 0, 1).replace('sofa="1"', 'sofa="2"')
    views = '<cas:View sofa="1" members="5"/><cas:View sofa="2"/>'
    content = f"{XMI_HEAD}{PLACE.format(5, 0, 1)}{second}{views}</xmi:XMI>"
    root = parse_xml(content.encode(), "a.xmi")
    assert unlisted_in_xmi(root) == {"2": 1}


def test_neither_the_document_itself_nor_what_has_no_place_is_a_mark() -> None:
    document = {"%ID": 1, "%TYPE": "uima.tcas.DocumentAnnotation", "begin": 0, "end": 9}
    bare = {"%ID": 2, "%TYPE": "x.Lemma", "value": "rise"}
    assert unlisted_in_json({"%FEATURE_STRUCTURES": [document, bare], "%VIEWS": {}}) == {}
    assert unlisted_in_json({"%FEATURE_STRUCTURES": {}, "%VIEWS": None}) == {}
