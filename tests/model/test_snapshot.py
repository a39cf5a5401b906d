"""One document with everything on it."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.bulk import Bulk
from annotator.model.edit import Edit
from annotator.model.edits import Hand, mark, remove, set_note
from annotator.model.ids import AnnotationId, DocumentId, EvidenceId
from annotator.model.kinds import LabelKind
from annotator.model.message import Message
from annotator.model.records import (
    Annotation,
    Claim,
    Evidence,
    Figure,
    Label,
    Record,
    Speaker,
    Turn,
)
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
    Ids,
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


def test_records_kept_field_by_field_are_followed_where_they_belong() -> None:
    s = snapshot()
    mine, detail = marked(s, STATEMENT, "7条"), Claim(AnnotationId(numbered(600)), "x")
    one = replace(mine, id=detail.id)
    other = replace(one, id=AnnotationId(numbered(601)), document=DocumentId(numbered(602)))
    label = replace(MONEY, colour="#000000")
    imports: list[list[Record]] = [[one, detail, label], [other, replace(detail, id=other.id)]]
    for added in imports:
        s.apply(Edit(Message("Import"), added=Bulk.of(added)))
    assert s.all(Annotation) == [one, mine]
    assert s.find(Claim, detail.id) == detail
    assert s.find(Claim, other.id) is None
    assert s.label(MONEY.id) == label


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


# --- held against a snapshot that is made anew ---

PLACES = st.integers(0, len(TEXT) - 3)
STEPS = st.lists(st.tuples(st.sampled_from(["mark", "again", "remove"]), PLACES), max_size=12)


def followed(steps: list[tuple[str, int]]) -> Snapshot:
    """Return a snapshot that has followed some edits."""
    s, new_id = snapshot(), Ids(5000)
    for verb, at in steps:
        there = s.all(Annotation)
        chosen = there[at % len(there)] if there else None
        if verb == "mark" or chosen is None:
            label = LABELS[at % len(LABELS)]
            edit = mark(s, label, ((at, at + 3),), Hand(AUTHOR.id, new_id))
            if label.kind is LabelKind.CLAIM:
                claim = next(record.id for record in edit.added if isinstance(record, Annotation))
                evidence = Evidence(EvidenceId(new_id()), claim)
                edit = replace(edit, added=(*edit.added, evidence))
        elif verb == "again":
            edit = set_note(s, [chosen], f"note {at}")
        else:
            edit = remove(s, [chosen])
        s.apply(edit)
    return s


@given(STEPS)
def test_following_edits_leads_where_reading_anew_does(steps: list[tuple[str, int]]) -> None:
    s = followed(steps)
    records = [record for record in s.records() if record != s.document]
    anew = Snapshot(s.document, s.text, [AUTHOR, *LABELS, *records])
    assert s.all(Annotation) == anew.all(Annotation)
    assert s.all(Annotation) == sorted(s.all(Annotation), key=lambda a: (a.start, a.id))
    for annotation in s.all(Annotation):
        assert s.uses_of(annotation.id) == anew.uses_of(annotation.id)
        assert s.evidence_of(annotation.id) == [
            e for e in s.all(Evidence) if e.claim == annotation.id
        ]
        assert annotation in s.starting_at(annotation.start)
    for position in range(len(TEXT)):
        starting = [a for a in s.all(Annotation) if a.start == position]
        assert s.starting_at(position) == starting


@given(STEPS)
def test_what_belongs_to_an_annotation_goes_with_it(steps: list[tuple[str, int]]) -> None:
    s = followed(steps)
    ids = {annotation.id for annotation in s.all(Annotation)}
    assert {evidence.claim for evidence in s.all(Evidence)} <= ids
    s.apply(remove(s, s.all(Annotation)))
    assert {s.count(kind) for kind in (Annotation, Claim, Figure, Evidence)} == {0}


@given(st.integers(-1, len(TEXT) + 1))
def test_a_position_is_in_the_last_turn_that_starts_before_it(position: int) -> None:
    before = [turn for turn in TURNS if turn.start <= position]
    assert snapshot().turn_at(position) == (before[-1] if before else None)
