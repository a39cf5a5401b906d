"""What reviewers say of annotations."""

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model import edits
from annotator.model.edit import Edit
from annotator.model.ids import AnnotationId, AuthorId, ReviewId
from annotator.model.kinds import ReviewState
from annotator.model.message import Message
from annotator.model.records import Annotation, Evidence, Figure, Review, target_of
from annotator.model.reviews import review, review_id, state_of
from annotator.model.snapshot import Snapshot
from tests.example import AUTHOR, MONEY, marked, numbered, snapshot

OTHER = AuthorId(numbered(77))
STATES = list(ReviewState)


@pytest.fixture
def s() -> Snapshot:
    return snapshot()


@pytest.fixture
def annotation(s: Snapshot) -> Annotation:
    return marked(s, MONEY, "1.2亿元")


def say(s: Snapshot, annotation: Annotation, who: AuthorId, state: ReviewState) -> Edit:
    edit = review(s, [annotation], who, state)
    s.apply(edit)
    return edit


def a_review(who: int, state: ReviewState) -> Review:
    target = AnnotationId(numbered(600))
    return Review(ReviewId(numbered(who)), target, AuthorId(numbered(who)), state)


def test_two_copies_make_the_same_record() -> None:
    target = AnnotationId(numbered(600))
    made = review_id(target, AUTHOR.id)
    assert made == review_id(target, AUTHOR.id)
    assert made != review_id(target, OTHER)
    assert UUID(made).version == 5


def test_an_annotation_whose_id_is_no_uuid_can_be_reviewed() -> None:
    odd = AnnotationId("x" * 36)
    assert UUID(review_id(odd, AUTHOR.id)).version == 5
    assert review_id(odd, AUTHOR.id) == review_id(odd, AUTHOR.id) != review_id(odd, OTHER)


def test_an_annotation_is_reviewed_and_changed_and_taken_back(
    s: Snapshot, annotation: Annotation
) -> None:
    say(s, annotation, AUTHOR.id, ReviewState.ACCEPTED)
    say(s, annotation, AUTHOR.id, ReviewState.REJECTED)
    [held] = s.reviews_of(annotation.id)
    assert (held.state, held.reviewer) == (ReviewState.REJECTED, AUTHOR.id)
    say(s, annotation, AUTHOR.id, ReviewState.OPEN)
    assert s.reviews_of(annotation.id) == []


def test_saying_the_same_again_is_no_edit(s: Snapshot, annotation: Annotation) -> None:
    say(s, annotation, AUTHOR.id, ReviewState.ACCEPTED)
    assert not review(s, [annotation], AUTHOR.id, ReviewState.ACCEPTED)


def test_a_note_stays_when_the_state_changes_and_is_a_review_by_itself(
    s: Snapshot, annotation: Annotation
) -> None:
    s.apply(review(s, [annotation], AUTHOR.id, ReviewState.UNSURE, "which year?"))
    say(s, annotation, AUTHOR.id, ReviewState.OPEN)
    assert [r.note for r in s.reviews_of(annotation.id)] == ["which year?"]
    s.apply(review(s, [annotation], AUTHOR.id, ReviewState.OPEN, ""))
    assert s.reviews_of(annotation.id) == []


def test_the_edit_is_named_after_what_is_said(s: Snapshot, annotation: Annotation) -> None:
    names = {str(review(s, [annotation], AUTHOR.id, state).label) for state in STATES}
    assert len(names) == len(STATES)


def test_a_deleted_annotation_takes_its_reviews_along(s: Snapshot, annotation: Annotation) -> None:
    say(s, annotation, AUTHOR.id, ReviewState.ACCEPTED)
    say(s, annotation, OTHER, ReviewState.REJECTED)
    gone = edits.remove(s, [annotation])
    s.apply(gone)
    assert s.count(Review) == 0
    s.apply(gone.inverse(Message("Undo")))
    assert [r.state for r in s.reviews_of(annotation.id)] != []
    assert state_of(s.reviews_of(annotation.id)) is ReviewState.UNSURE


def test_another_label_leaves_the_reviews(s: Snapshot, annotation: Annotation) -> None:
    say(s, annotation, OTHER, ReviewState.ACCEPTED)
    label = next(x for x in s.all(type(MONEY)) if x.kind is not MONEY.kind)
    s.apply(edits.relabel(s, [annotation], label))
    assert len(s.reviews_of(annotation.id)) == 1


@given(st.lists(st.sampled_from(STATES), max_size=4))
def test_reviewers_agree_or_the_annotation_is_unsure(said: list[ReviewState]) -> None:
    found = state_of(a_review(n, state) for n, state in enumerate(said))
    decided = set(said) - {ReviewState.OPEN}
    if len(decided) > 1:
        assert found is ReviewState.UNSURE
    else:
        assert {found} == (decided or {ReviewState.OPEN})


def test_what_belongs_to_an_annotation_names_it() -> None:
    target = AnnotationId(numbered(600))
    assert target_of(a_review(1, ReviewState.OPEN)) == target
    assert target_of(Evidence(numbered(9), target)) == target  # type: ignore[arg-type]
    assert target_of(Figure(target)) == target
