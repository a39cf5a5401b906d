"""What a person wants done with annotations."""

from dataclasses import replace

import pytest

from annotator.model import edits
from annotator.model.edit import Edit
from annotator.model.errors import UserError
from annotator.model.ids import EvidenceId, RelationId
from annotator.model.kinds import RelationKind, Stance
from annotator.model.message import Message
from annotator.model.records import Annotation, Claim, Evidence, Figure, Label, Record, Relation
from annotator.model.snapshot import Snapshot
from tests.example import (
    AUTHOR,
    HAND,
    LIN,
    MONEY,
    QUANTITY,
    STATEMENT,
    TEXT,
    TRANSPORT,
    marked,
    numbered,
    snapshot,
)


@pytest.fixture
def s() -> Snapshot:
    return snapshot()


def records_of(s: Snapshot) -> set[str]:
    return {repr(record) for record in s.records()}


def test_marking_keeps_the_quote_after_an_emoji(s: Snapshot) -> None:
    annotation = marked(s, MONEY, "1.2亿元")
    assert annotation.quote == "1.2亿元"
    assert TEXT[annotation.start : annotation.end] == "1.2亿元"


def test_a_marked_claim_takes_its_speaker_from_the_turn(s: Snapshot) -> None:
    claim = s.detail_of(marked(s, STATEMENT, "今年新建公园12个").id)
    assert claim == Claim(id=claim.id if claim else AUTHOR.id, speaker=LIN.id)  # type: ignore[arg-type]


@pytest.mark.parametrize(("start", "end"), [(5, 5), (9, 3), (0, len(TEXT) + 1), (-1, 4)])
def test_an_empty_or_outside_passage_is_refused(s: Snapshot, start: int, end: int) -> None:
    with pytest.raises(UserError, match="passage"):
        edits.mark(s, QUANTITY, ((start, end),), HAND)


def test_every_edit_is_taken_back_by_its_inverse(s: Snapshot) -> None:
    first, second = marked(s, STATEMENT, "投入1.2亿元"), marked(s, QUANTITY, "7条")
    s.apply(edits.set_evidence(None, Evidence(EvidenceId(numbered(70)), first.id)))
    before = records_of(s)
    for edit in (
        edits.relabel(s, [first, second], MONEY),
        edits.resize(s, second, 0, second.start - 2, second.end),
        edits.add_fragment(s, second, 0, 3),
        edits.remove(s, [first, second]),
        edits.set_note(s, [first, second], "see page 3"),
        edits.set_extra(s, first, {"page": "3", "empty": ""}),
        edits.set_detail(s, Figure(second.id, low="7", high="7")),
        edits.mark_each(s, QUANTITY, edits.occurrences(s, QUANTITY, "12个"), HAND),
    ):
        s.apply(edit)
        assert records_of(s) != before, edit.label.template
        s.apply(edit.inverse(Message("Undo")))
        assert records_of(s) == before, edit.label.template


def test_relabelling_within_a_kind_keeps_what_the_figure_says(s: Snapshot) -> None:
    annotation = marked(s, QUANTITY, "7条")
    s.apply(edits.set_detail(s, Figure(annotation.id, low="7", high="7", unit="route")))
    s.apply(edits.relabel(s, [annotation], MONEY))
    assert s.annotation(annotation.id).label == MONEY.id
    assert s.detail_of(annotation.id) == Figure(annotation.id, low="7", high="7", unit="route")


def test_relabelling_to_another_kind_drops_what_only_the_old_kind_says(s: Snapshot) -> None:
    annotation = marked(s, STATEMENT, "公交线路新开7条")
    s.apply(edits.set_evidence(None, Evidence(EvidenceId(numbered(70)), annotation.id)))
    s.apply(edits.relabel(s, [annotation], QUANTITY))
    assert s.detail_of(annotation.id) == Figure(annotation.id)
    assert s.evidence_of(annotation.id) == []


def test_deleting_takes_all_uses_along(s: Snapshot) -> None:
    claim, figure = marked(s, STATEMENT, "投入1.2亿元"), marked(s, MONEY, "1.2亿元")
    clean = records_of(s)
    relation = Relation(
        RelationId(numbered(80)), RelationKind.SUPPORTS, figure.id, claim.id, AUTHOR.id
    )
    evidence = Evidence(EvidenceId(numbered(70)), claim.id, stance=Stance.SUPPORTS)
    for record in (relation, evidence):
        s.apply(Edit(Message("Add"), added=(record,)))
    removal = edits.remove(s, [claim])
    assert {type(r) for r in removal.removed} == {Annotation, Claim, Evidence, Relation}
    s.apply(removal)
    assert records_of(s) < clean
    assert s.find(Annotation, figure.id) == figure


def test_fragments_that_touch_become_one_span(s: Snapshot) -> None:
    annotation = marked(s, STATEMENT, "新建公园")
    s.apply(edits.add_fragment(s, annotation, annotation.end, annotation.end + 3))
    grown = s.annotation(annotation.id)
    assert [span.quote for span in grown.spans] == ["新建公园12个"]


def test_a_distant_fragment_stays_apart_and_can_be_taken_off(s: Snapshot) -> None:
    annotation = marked(s, STATEMENT, "新建公园")
    at = TEXT.index("开放")
    s.apply(edits.add_fragment(s, annotation, at, at + 2))
    cut = s.annotation(annotation.id)
    assert cut.quote == "新建公园 … 开放"
    s.apply(edits.remove_fragment(s, cut, 0))
    assert s.annotation(annotation.id).quote == "开放"


def test_the_last_fragment_cannot_be_taken_off(s: Snapshot) -> None:
    with pytest.raises(UserError, match="passages"):
        edits.remove_fragment(s, marked(s, STATEMENT, "新建公园"), 0)


def test_an_edge_cannot_cross_the_next_fragment(s: Snapshot) -> None:
    annotation = marked(s, STATEMENT, "新建公园")
    at = TEXT.index("开放")
    s.apply(edits.add_fragment(s, annotation, at, at + 2))
    with pytest.raises(UserError, match="follow one another"):
        edits.resize(s, s.annotation(annotation.id), 0, annotation.start, at + 1)


def test_occurrences_leave_out_what_carries_the_label_already(s: Snapshot) -> None:
    first = marked(s, QUANTITY, "12个")
    rest = edits.occurrences(s, QUANTITY, "12个")
    assert [TEXT[slice(*part)] for part in rest] == ["12个"]
    assert rest[0][0] > first.start
    assert len(edits.occurrences(s, TRANSPORT, "12个")) == 2
    assert edits.occurrences(s, QUANTITY, "") == []


def test_setting_what_is_there_already_changes_nothing(s: Snapshot) -> None:
    annotation = marked(s, QUANTITY, "7条")
    assert not edits.set_note(s, [annotation], annotation.note)
    assert not edits.set_detail(s, Figure(annotation.id))
    assert not edits.resize(s, annotation, 0, annotation.start, annotation.end)
    assert not edits.relabel(s, [annotation], QUANTITY)


@pytest.mark.parametrize("label", [QUANTITY, STATEMENT, TRANSPORT])
def test_each_kind_gets_its_own_detail(s: Snapshot, label: Label) -> None:
    detail = s.detail_of(marked(s, label, "公园").id)
    assert type(detail).__name__.lower() == label.kind.value


def test_a_given_detail_takes_the_annotations_id(s: Snapshot) -> None:
    edit = edits.mark(s, QUANTITY, ((0, 3),), HAND, detail=Figure(AUTHOR.id, low="3"))  # type: ignore[arg-type]
    annotation, figure = edit.added
    assert isinstance(figure, Record)
    assert figure == Figure(replace(annotation).id, low="3")  # type: ignore[arg-type]


def test_undo_says_how_many_were_deleted_and_what_became_of_evidence(s: Snapshot) -> None:
    found = [marked(s, QUANTITY, "12个"), marked(s, STATEMENT, "林晓")]
    assert str(edits.remove(s, found[:1]).label) == "Delete Quantity"
    assert str(edits.remove(s, found).label) == "Delete 2 annotations"
    old = Evidence(EvidenceId(numbered(90)), found[1].id)
    new = replace(old, quote="said so")
    told = [edits.set_evidence(*sides) for sides in ((None, old), (old, new), (old, None))]
    assert [str(edit.label) for edit in told] == [
        "Add evidence",
        "Edit evidence",
        "Remove evidence",
    ]
    assert [(edit.removed, edit.added) for edit in told] == [
        ((), (old,)),
        ((old,), (new,)),
        ((old,), ()),
    ]


def test_a_detail_that_was_missing_is_added(s: Snapshot) -> None:
    claim = marked(s, STATEMENT, "林晓")
    detail = s.detail_of(claim.id)
    assert detail is not None
    s.apply(Edit(Message("Without"), removed=(detail,)))
    edit = edits.set_detail(s, detail)
    assert (edit.removed, edit.added) == ((), (detail,))
