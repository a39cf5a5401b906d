"""One document with everything on it."""

import pytest

from annotator.model.edit import Edit
from annotator.model.ids import AnnotationId, DocumentId
from annotator.model.kinds import LabelKind
from annotator.model.message import Message
from annotator.model.records import Annotation, Claim, Label, Speaker, Turn
from annotator.model.snapshot import Snapshot
from tests.example import (
    AUTHOR,
    DOCUMENT,
    LABELS,
    LIN,
    MONEY,
    QUANTITY,
    STATEMENT,
    TEXT,
    TURNS,
    marked,
    numbered,
    snapshot,
)


def test_records_come_in_the_order_of_the_text() -> None:
    s = snapshot()
    late, early = marked(s, QUANTITY, "7条"), marked(s, MONEY, "1.2亿元")
    assert s.all(Annotation) == [early, late]
    assert s.all(Turn) == list(TURNS)


def test_the_turn_at_a_position_and_who_speaks_there() -> None:
    s = snapshot()
    for turn in TURNS:
        assert s.turn_at(turn.start) == turn
        assert s.turn_at(turn.end - 1) == turn
    assert s.speaker_at(TEXT.index("1.2亿")) == LIN
    assert s.speaker_at(0) is None
    assert Snapshot(DOCUMENT, TEXT).turn_at(3) is None


def test_an_edit_of_another_document_changes_nothing() -> None:
    s = snapshot()
    other = Speaker(LIN.id, DocumentId(numbered(404)), "x")
    claim = Claim(AnnotationId(numbered(405)))
    s.apply(Edit(Message("Elsewhere"), added=(claim, other)))
    assert s.find(Speaker, LIN.id) == LIN
    assert s.find(Claim, claim.id) is None


def test_labels_are_followed_though_they_belong_to_no_document() -> None:
    s = snapshot()
    s.apply(Edit(Message("Delete label"), removed=(MONEY,)))
    assert s.find(Label, MONEY.id) is None
    assert s.all(Label) == [label for label in LABELS if label != MONEY]


def test_what_an_annotation_is() -> None:
    s = snapshot()
    annotation = marked(s, STATEMENT, "投入1.2亿元")
    assert s.kind_of(annotation) is LabelKind.CLAIM
    assert s.annotation(annotation.id) == annotation
    assert s.author_name(annotation.author) == AUTHOR.name
    with pytest.raises(KeyError):
        s.annotation(AnnotationId(numbered(404)))


def test_records_of_the_document_leave_out_labels_and_authors() -> None:
    kinds = {type(record).__name__ for record in snapshot().records()}
    assert kinds == {"Document", "Speaker", "Turn"}
