"""An annotation as a row of a table."""

import json
from dataclasses import fields, replace

import pytest

from annotator.formats.base import Selection
from annotator.formats.flat import COLUMNS, DETAIL_COLUMNS, flat_row, flat_rows
from annotator.model.kinds import LabelKind
from annotator.model.records import Annotation, Claim, Figure, Speaker, Topic
from annotator.model.snapshot import Snapshot
from tests.formats.projects import EVERYTHING, TEXT, full_project, full_snapshot, numbered


def row_of(kind: str) -> dict[str, str]:
    """Return the row of a full document's annotation of a kind."""
    return next(row for row in flat_rows(full_project(), EVERYTHING) if row["kind"] == kind)


def test_every_row_has_every_column_in_order() -> None:
    assert all(tuple(row) == COLUMNS for row in flat_rows(full_project(), EVERYTHING))
    assert len(set(COLUMNS)) == len(COLUMNS)


@pytest.mark.parametrize(
    ("kind", "record"),
    [(LabelKind.CLAIM, Claim), (LabelKind.FIGURE, Figure), (LabelKind.TOPIC, Topic)],
)
def test_every_field_of_a_kind_has_a_column(kind: LabelKind, record: type) -> None:
    names = {field.name for field in fields(record)} - {"id"}
    assert set(DETAIL_COLUMNS[kind].values()) == names


def test_only_clashing_columns_are_prefixed() -> None:
    prefixed = [
        c for columns in DETAIL_COLUMNS.values() for c, name in columns.items() if c != name
    ]
    assert prefixed == ["claim_speaker", "figure_kind"]


def test_a_figure_row_tells_where_it_is_and_who_speaks() -> None:
    row = row_of("figure")
    assert TEXT[int(row["start"]) : int(row["end"])] == row["quote"] == "2.3万人"
    assert (row["document"], row["label"], row["author"]) == ("发布会", "Quantity", "Anna Li")
    assert (row["speaker"], row["role"], row["affiliation"]) == ("发言人", "speaker", "卫生厅")
    assert (row["turn_start"], row["paragraph"], row["origin"]) == ("8", "2", "hand")
    assert (row["low"], row["high"], row["figure_kind"]) == ("23000", "-23000.5", "money")
    assert json.loads(row["extra"]) == {"basis": "'stated", "certainty": "high"}
    assert row["text"] == row["scope"] == row["evidence"] == ""


def test_a_claim_row_lists_spans_types_and_evidence() -> None:
    row = row_of("claim")
    ends = [part.split("-") for part in row["spans"].split(";")]
    assert [TEXT[int(start) : int(end)] for start, end in ends] == ["共有2.3万人", "𠮷林占三成"]
    assert row["types"] == "quantity;comparison"
    assert (row["priority"], row["claim_speaker"]) == ("3", "发言人")
    assert [source["stance"] for source in json.loads(row["evidence"])] == ["refutes", "context"]


def test_a_topic_row() -> None:
    row = row_of("topic")
    assert (row["scope"], row["stance"], row["paragraph"]) == ("passage", "positive", "3")


def test_rows_follow_the_selection() -> None:
    assert [r["kind"] for r in flat_rows(full_project(), Selection(kind="topic"))] == ["topic"] * 2


def test_a_speaker_whose_name_another_has_is_told_by_id() -> None:
    snapshot = full_snapshot(numbered())
    claim = next(a for a in snapshot.all(Annotation) if snapshot.kind_of(a) == "claim")
    speaker = snapshot.all(Speaker)[0]
    namesake = replace(speaker, id=snapshot.all(Speaker)[1].id)
    others = [r for r in snapshot.records() if r.id != namesake.id and r != snapshot.document]
    labels = [snapshot.label_of(a) for a in snapshot.all(Annotation)]
    doubled = Snapshot(snapshot.document, TEXT, [*labels, *others, namesake])
    assert flat_row(doubled, claim)["claim_speaker"] == speaker.id


def test_the_paragraph_is_the_same_without_known_line_starts() -> None:
    snapshot = full_project().snapshots[0]
    rows = [flat_row(snapshot, annotation) for annotation in snapshot.all(Annotation)]
    assert [row["paragraph"] for row in rows] == ["2", "2", "3"]
