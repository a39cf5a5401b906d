"""Label Studio's JSON written, held against its own converter and labelling interface."""

import json
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from annotator.formats.base import Options
from annotator.formats.label_studio import LABEL_STUDIO
from annotator.model.ids import RelationId
from annotator.model.kinds import RelationKind
from annotator.model.records import Annotation, Document, Label, Relation
from annotator.model.snapshot import Snapshot
from tests.formats.exchange import (
    all_sheets,
    came_back,
    codebook,
    documents,
    expected,
    project_of,
    projects,
    sent,
    valid_project,
    with_attributes,
)
from tests.formats.programs import python_with, told_by
from tests.formats.projects import ANNA, BEN, EVERYTHING, LABELS, MemoryProject, an_id


@pytest.fixture
def exported(tmp_path: Path) -> tuple[list[dict[str, Any]], str]:
    """Return an export's tasks and configuration."""
    path = tmp_path / "out.json"
    assert LABEL_STUDIO.write(valid_project(), EVERYTHING, path, Options()) == 6
    config = (tmp_path / "out.label_config.xml").read_text("utf-8")
    return json.loads(path.read_text("utf-8")), config


@pytest.mark.outside("label-studio", "label-studio-sdk")
def test_label_studios_interface_takes_the_configuration_and_every_annotation(
    exported: tuple[list[dict[str, Any]], str],
) -> None:
    tasks, config = exported
    interface: Any = import_module("label_studio_sdk.label_interface").LabelInterface(config)
    assert interface.validate() is None
    found = {tag.name: set(tag.labels) for tag in interface.controls if tag.tag == "Labels"}
    assert found == {"claim": {"Statement"}, "figure": {"Quantity"}, "topic": {"Health", "Wards"}}
    entries = [entry for task in tasks for entry in task["annotations"]]
    assert len(entries) == 4
    for entry in entries:
        assert interface._validate_object(entry, return_errors=True) == []


def test_an_attribute_never_stands_in_for_the_text() -> None:
    project = with_attributes(valid_project(), text="x", id="7")
    first = documents(sent(LABEL_STUDIO, project, "a.json"))[0]
    assert (first.text, first.attributes) == (project.snapshots[0].text, {"text": "x", "id": "7"})


@pytest.mark.outside("label-studio", "label-studio-sdk")
def test_label_studios_converter_finds_our_spans(
    exported: tuple[list[dict[str, Any]], str], tmp_path: Path
) -> None:
    _tasks, config = exported
    converter: Any = import_module("label_studio_sdk.converter").Converter(
        config=config, project_dir=str(tmp_path)
    )
    converter.convert_to_json_min(str(tmp_path / "out.json"), str(tmp_path / "min"), is_dir=False)
    rows = json.loads((tmp_path / "min" / "result.json").read_text("utf-8"))
    found = sorted(
        (row["text"], region["start"], region["end"], region["text"], region["labels"][0])
        for row in rows
        for kind in ("claim", "figure", "topic")
        for region in row.get(kind, [])
    )
    assert found == sorted(
        (sheet.text, span.start, span.end, span.quote, mark.name)
        for sheet in all_sheets(valid_project())
        for mark in sheet.marks
        for span in mark.annotation.spans
    )


def test_everything_comes_back_from_a_file_and_from_an_archive() -> None:
    project = valid_project()
    for name in ("a.json", "a.zip", "folder"):
        content = sent(LABEL_STUDIO, project, name)
        assert came_back(content) == expected(project)
        labels = codebook(content).labels
        assert {(x.name, x.kind, x.colour) for x in labels} == {
            (label.name(), label.kind, label.colour) for label in LABELS
        }
        assert documents(content)[0].attributes["channel"] == "TV"


@pytest.mark.outside("label-studio", "label-studio-sdk")
@pytest.mark.parametrize("name", ["a\x01b", "\ufffe", '<&>"\n'])
def test_a_label_of_any_name_is_one_of_the_configuration(name: str, tmp_path: Path) -> None:
    labels = [replace(label, names={"en": f"{name}{label.slug}"}) for label in LABELS]
    (s,) = project_of("abc def", ((0, 3),)).snapshots
    others = [record for record in s.records() if not isinstance(record, (Document, Label))]
    project = MemoryProject([Snapshot(s.document, s.text, [*labels, *others])], labels, [ANNA])
    LABEL_STUDIO.write(project, EVERYTHING, tmp_path / "out.json", Options())
    config = (tmp_path / "out.label_config.xml").read_text("utf-8")
    interface: Any = import_module("label_studio_sdk.label_interface").LabelInterface(config)
    (task,) = json.loads((tmp_path / "out.json").read_text("utf-8"))
    assert interface._validate_object(task["annotations"][0], return_errors=True) == []
    (told,) = documents(sent(LABEL_STUDIO, project, "a.json"))
    assert [a.label for a in told.annotations] == [f"{name}quantity"]


@given(projects())
def test_any_spans_come_back(project: MemoryProject) -> None:
    assert came_back(sent(LABEL_STUDIO, project, "a.json")) == expected(project)


def test_losses_are_fragments_and_relations_between_authors() -> None:
    lost = [
        str(loss.reason) for loss in LABEL_STUDIO.losses(valid_project(), EVERYTHING, Options())
    ]
    assert len(lost) == 4
    assert sum("another author" in reason for reason in lost) == 2


def test_relations_of_one_author_come_back() -> None:
    project = project_of("abc def ghi", ((0, 3),), ((4, 7),), ((8, 11),))
    [s] = project.snapshots
    first, _other, third = s.all(Annotation)
    relation = Relation(
        RelationId(an_id(500)), RelationKind.SUPPORTS, first.id, third.id, first.author, note="n"
    )
    records = [record for record in s.records() if record != s.document]
    project.snapshots = [Snapshot(s.document, s.text, [*LABELS, ANNA, BEN, *records, relation])]
    (told,) = documents(sent(LABEL_STUDIO, project, "a.json"))
    words = {a.key: told.text[slice(*a.ranges[0])] for a in told.annotations}
    [back] = told.relations
    assert (back.kind, words[back.source], words[back.target]) == ("supports", "abc", "ghi")


@pytest.mark.heavy
def test_label_studio_itself_keeps_every_task_and_result(
    exported: tuple[list[dict[str, Any]], str], tmp_path: Path
) -> None:
    python = python_with(tmp_path / "environment", "label-studio==1.23.2")
    tasks, config = exported
    files = (tmp_path / "tasks.json", tmp_path / "config.xml")
    for path, content in zip(files, (json.dumps(tasks), config), strict=True):
        path.write_text(content, "utf-8")
    told = told_by("label_studio_program.py", *files, folder=tmp_path, python=python)
    assert told == [
        [task["data"], [one["result"] for one in task["annotations"]]] for task in tasks
    ]
