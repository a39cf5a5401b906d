"""Cells read as values; ``test_flat_import`` holds what is refused."""

import pytest

from annotator.formats.flat_cells import (
    detail_of_row,
    evidence_of_row,
    extra_of_row,
    origin_of_row,
    spans_of_row,
)
from annotator.formats.flat_read import FlatRow
from annotator.model.ids import AnnotationId
from annotator.model.kinds import LabelKind, Origin
from annotator.model.records import Annotation, Claim, Speaker, Topic
from tests.formats.projects import TEXT, an_id, full_snapshot, numbered

CLAIM = AnnotationId(an_id(1))


def row(**cells: str) -> FlatRow:
    """Return a row with these cells."""
    return FlatRow(2, {column: at for at, column in enumerate(cells)}, [*cells.values()])


def test_empty_cells_give_defaults() -> None:
    assert origin_of_row(row()) is Origin.IMPORTED
    assert extra_of_row(row()) == {}
    assert list(evidence_of_row(row(), CLAIM)) == []


def test_fragments_are_joined_as_an_annotations_quote_is() -> None:
    spans = spans_of_row(row(spans="0-3; 8-11", quote="主持人 … 发言人"), TEXT)
    assert [span.quote for span in spans] == ["主持人", "发言人"]


def test_one_passage_is_told_by_start_and_end() -> None:
    (span,) = spans_of_row(row(start="22", end="24", quote="𠮷林"), TEXT)
    assert (span.start, span.end) == (22, 24)


@pytest.mark.parametrize("cell", ["quantity;law", '["quantity", "law"]'])
def test_types_are_read_in_both_spellings(cell: str) -> None:
    snapshot = full_snapshot(numbered())
    claim = snapshot.all(Annotation)[0]
    detail = detail_of_row(row(types=cell), snapshot, claim, LabelKind.CLAIM)
    assert isinstance(detail, Claim)
    assert detail.types == ("quantity", "law")


def test_a_claims_speaker_is_named_or_nobody_or_the_turns() -> None:
    snapshot = full_snapshot(numbered())
    claim = snapshot.all(Annotation)[0]
    speaker, reporter = snapshot.all(Speaker)

    def found(**cells: str) -> object:
        detail = detail_of_row(row(**cells), snapshot, claim, LabelKind.CLAIM)
        assert isinstance(detail, Claim)
        return detail.speaker

    assert found() == speaker.id
    assert found(claim_speaker="") is None
    assert found(claim_speaker="记者") == found(claim_speaker=reporter.id) == reporter.id


def test_a_topic_without_cells_has_its_defaults() -> None:
    snapshot = full_snapshot(numbered())
    annotation = snapshot.all(Annotation)[2]
    detail = detail_of_row(row(), snapshot, annotation, LabelKind.TOPIC)
    assert detail == Topic(annotation.id)
