"""Web Annotation written: positions in code points, quotes in their surroundings."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given

from annotator.formats.base import Options
from annotator.formats.offsets import OffsetUnit
from annotator.formats.web_annotation import WEB_ANNOTATION
from annotator.model.errors import UserError
from tests.formats.exchange import (
    all_sheets,
    came_back,
    documents,
    expected,
    projects,
    sent,
    valid_project,
)
from tests.formats.programs import told_by
from tests.formats.projects import EVERYTHING, MemoryProject

CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def exported(project: MemoryProject) -> dict[str, Any]:
    """Return an export as a value."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "out.jsonld"
        WEB_ANNOTATION.write(project, EVERYTHING, path, Options())
        page: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return page


def targets_of(item: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the parts that an annotation is about."""
    target = item["target"]
    found: list[dict[str, Any]] = target["items"] if target.get("type") else [target]
    return found


@given(projects())
def test_positions_count_code_points_and_quotes_stand_in_their_surroundings(
    project: MemoryProject,
) -> None:
    page = exported(project)
    assert (page["@context"], page["type"]) == (CONTEXT, "AnnotationPage")
    (sheet,) = all_sheets(project)
    text = page["items"][0]["body"][0]["value"]
    assert text == sheet.text
    found = []
    for item in page["items"][1:]:
        assert item["type"] == "Annotation"
        assert item["id"].startswith("urn:uuid:")
        if item["motivation"] == "classifying":
            parts = []
            for target in targets_of(item):
                assert target["source"] == page["items"][0]["target"]
                position, quote = target["selector"]
                start, end = position["start"], position["end"]
                assert quote["exact"] == text[start:end]
                assert text[:start].endswith(quote["prefix"])
                assert text[end:].startswith(quote["suffix"])
                parts.append((start, end))
            found.append((item["body"][0]["value"], tuple(parts)))
    assert found == [(mark.name, mark.ranges) for mark in sheet.marks]


@given(projects())
def test_any_spans_come_back(project: MemoryProject) -> None:
    assert came_back(sent(WEB_ANNOTATION, project, "a.jsonld")) == expected(project)
    assert list(WEB_ANNOTATION.losses(project, EVERYTHING, Options())) == []


def test_everything_comes_back_with_relations_between_documents_in_the_file() -> None:
    project = valid_project()
    content = sent(WEB_ANNOTATION, project, "a.jsonld")
    assert came_back(content) == expected(project)
    first = documents(content)[0]
    assert (first.name, first.language, first.date) == ("发布会", "zh", "2031-04-02")
    assert (first.place, first.group, first.attributes["channel"]) == ("云溪", "December", "TV")
    assert [(r.kind, r.note) for r in first.relations] == [("supports", "n")]
    links = [i for i in exported(project)["items"] if i["motivation"] == "linking"]
    assert [link["body"][0]["value"] for link in links] == ["supports", "supports", "repeats"]


@pytest.mark.outside("web-annotation", "rdflib")
def test_a_reader_of_linked_data_finds_what_is_marked(tmp_path: Path) -> None:
    project, path = valid_project(), tmp_path / "out.jsonld"
    WEB_ANNOTATION.write(project, EVERYTHING, path, Options())
    marked, _reviews = told_by("rdf_program.py", path, folder=tmp_path)
    found = [[labels, parts] for motive, labels, parts in marked if motive == "classifying"]
    wanted = [
        [[mark.name], [[start, end, sheet.text[start:end]] for start, end in mark.ranges]]
        for sheet in all_sheets(project)
        for mark in sheet.marks
    ]
    assert len(wanted) > 5
    assert sorted(found) == sorted(wanted)


def test_only_code_points_are_written(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="counts in code_points, not in utf16"):
        WEB_ANNOTATION.write(
            valid_project(), EVERYTHING, tmp_path / "a", Options(offset_unit=OffsetUnit.UTF16)
        )
