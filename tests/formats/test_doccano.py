"""doccano's JSON lines written, held against doccano's own rules."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from spacy.tokens import Doc
from spacy.training import Example
from spacy.vocab import Vocab

from annotator.formats.base import Options
from annotator.formats.doccano import DOCCANO
from annotator.formats.doccano_labels import DOCCANO_LABELS
from annotator.formats.offsets import OffsetUnit
from annotator.model.errors import UserError
from tests.formats.exchange import (
    all_sheets,
    came_back,
    documents,
    expected,
    marked,
    project_of,
    projects,
    sent,
    valid_project,
    with_attributes,
)
from tests.formats.outside import loaded_rows
from tests.formats.programs import python_with, told_by
from tests.formats.projects import EVERYTHING, MemoryProject

FAMILY = "A👩‍👩‍👧B"


def exported(
    project: MemoryProject, folder: Path, options: Options | None = None
) -> list[dict[str, Any]]:
    """Return the lines of an export as values."""
    path = folder / "out.jsonl"
    DOCCANO.write(project, EVERYTHING, path, options or Options())
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def as_doccano_takes_it(row: dict[str, Any], column: str) -> list[tuple[str, str]]:
    """Return label and text of each span by the rules of doccano's documentation.

    A span is a list of start, end and label or an object with those and more, which is passed
    over; offsets count from 0 and the end is not included.
    """
    names = ("start_offset", "end_offset", "label")
    spans = [
        item if isinstance(item, dict) else dict(zip(names, item, strict=True))
        for item in row[column]
    ]
    for span in spans:
        assert isinstance(span["start_offset"], int)
        assert 0 <= span["start_offset"] < span["end_offset"] <= len(row["text"])
    return [(s["label"], row["text"][s["start_offset"] : s["end_offset"]]) for s in spans]


@pytest.mark.parametrize("column", ["label", "entities"])
def test_doccano_finds_the_same_spans_in_both_columns(column: str, tmp_path: Path) -> None:
    project = valid_project()
    rows = exported(project, tmp_path)
    assert len(rows) == 3
    for row, sheet in zip(rows, all_sheets(project), strict=True):
        assert row["text"] == sheet.text
        assert as_doccano_takes_it(row, column) == [
            (mark.name, span.quote) for mark in sheet.marks for span in mark.annotation.spans
        ]


@pytest.mark.outside("doccano", "datasets")
@pytest.mark.outside("doccano", "spacy")
@pytest.mark.filterwarnings("ignore")
def test_spacy_is_trained_with_the_spans_of_the_lines_that_datasets_loads(tmp_path: Path) -> None:
    project = valid_project()
    exported(project, tmp_path)
    rows = loaded_rows(tmp_path / "out.jsonl")
    for row, sheet in zip(rows, all_sheets(project), strict=True):
        words = list(row["text"])
        doc = Doc(Vocab(), words=words, spaces=[False] * len(words))
        told = {"spans": {"all": [(start, end, name, "") for start, end, name in row["label"]]}}
        taught = Example.from_dict(doc, told).reference
        assert [(span.label_, span.text) for span in taught.spans["all"]] == [
            (mark.name, span.quote) for mark in sheet.marks for span in mark.annotation.spans
        ]
        names = {entity["id"]: entity["label"] for entity in row["entities"]}
        assert [(names[r["from_id"]], names[r["to_id"]]) for r in row["relations"]] == [
            (start.name, end.name) for _relation, start, end in sheet.relations
        ]


def test_relations_name_entities_of_their_line(tmp_path: Path) -> None:
    rows = exported(valid_project(), tmp_path)
    ids = [entity["id"] for row in rows for entity in row["entities"]]
    assert len(ids) == len(set(ids)) == 8
    for row in rows[:2]:
        (relation,) = row["relations"]
        entities = {entity["id"]: entity for entity in row["entities"]}
        assert entities[relation["from_id"]]["label"] == "Quantity"
        assert entities[relation["to_id"]]["label"] == "Statement"
        assert relation["type"] == "supports"


def test_everything_comes_back() -> None:
    project = valid_project()
    assert came_back(sent(DOCCANO, project, "a.jsonl")) == expected(project)
    first = documents(sent(DOCCANO, project, "a.jsonl"))[0]
    assert (first.name, first.language, first.date) == ("发布会", "zh", "2031-04-02")
    assert (first.place, first.group, first.attributes["channel"]) == ("云溪", "December", "TV")
    assert [(r.kind, r.note) for r in first.relations] == [("supports", "n")]


def test_all_lines_have_the_same_names_as_doccano_makes_one_table_of_them(tmp_path: Path) -> None:
    rows = exported(with_attributes(valid_project(), channel="TV"), tmp_path)
    assert len({tuple(row) for row in rows}) == 1
    assert [row["channel"] for row in rows] == ["TV", "TV", ""]
    _first, _second, last = documents(sent(DOCCANO, valid_project(), "a.jsonl"))
    assert (last.date, last.attributes) == ("", {})


def test_attributes_never_stand_in_for_what_doccano_looks_at() -> None:
    attributes = {"text": "x", "label": "y", "meta": "z", "id": "7", "offset_unit": "utf8"}
    project = with_attributes(valid_project(), **attributes)
    first = documents(sent(DOCCANO, project, "a.jsonl"))[0]
    assert first.text == project.snapshots[0].text
    assert first.attributes == attributes


@given(projects())
def test_any_spans_come_back(project: MemoryProject) -> None:
    assert came_back(sent(DOCCANO, project, "a.jsonl")) == expected(project)


def test_graphemes_are_counted_when_asked_and_losses_name_what_they_cannot_say(
    tmp_path: Path,
) -> None:
    project = project_of(FAMILY, ((6, 7),), ((2, 7),))
    options = Options(offset_unit=OffsetUnit.GRAPHEMES)
    (row,) = exported(project, tmp_path, options)
    assert row["label"][1][:2] == [2, 3]
    assert row["offset_unit"] == "graphemes"
    (lost,) = DOCCANO.losses(project, EVERYTHING, options)
    assert "grapheme" in str(lost.reason)
    whole = project_of(FAMILY, ((1, 6),), ((6, 7),))
    assert marked(sent(DOCCANO, whole, "a.jsonl", options)) == [
        [("Quantity", ((1, 6),)), ("Statement", ((6, 7),))]
    ]


def test_a_unit_that_doccano_does_not_count_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="code_points, graphemes, not in utf16"):
        exported(valid_project(), tmp_path, Options(offset_unit=OffsetUnit.UTF16))


def test_each_annotation_of_several_parts_is_a_loss() -> None:
    lost = list(DOCCANO.losses(valid_project(), EVERYTHING, Options()))
    assert len(lost) == 2
    assert {"parts" in str(loss.reason) for loss in lost} == {True}


@pytest.mark.heavy
def test_doccano_itself_has_the_same_labels_spans_and_relations(tmp_path: Path) -> None:
    needed = ("doccano==1.8.4", "marshmallow<4", "numpy<2", "pandas<2.3", "setuptools<80")
    python = python_with(tmp_path / "environment", *needed)
    project = valid_project()
    rows = exported(project, tmp_path)
    labels = tmp_path / "labels.json"
    DOCCANO_LABELS.write(project, EVERYTHING, labels, Options())
    files = tmp_path / "out.jsonl", labels
    told = told_by("doccano_program.py", *files, folder=tmp_path, python=python)
    plain, related, types = told
    names = ("text", "suffix_key", "background_color", "text_color")
    wanted = [[row.get(name) for name in names] for row in json.loads(labels.read_text("utf-8"))]
    assert types == [wanted, wanted]
    for row, sheet, one, other in zip(rows, all_sheets(project), plain, related, strict=True):
        spans = [
            [span.start, span.end, mark.name]
            for mark in sheet.marks
            for span in mark.annotation.spans
        ]
        relations = [
            [start.annotation.start, end.annotation.start, relation.kind.value]
            for relation, start, end in sheet.relations
        ]
        assert one == [row["text"], sorted(spans), []]
        assert other == [row["text"], sorted(spans), sorted(relations)]
