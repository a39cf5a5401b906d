"""What reviewers say of annotations: whose word it is, and what follows from several."""

from collections.abc import Iterable

from annotator.model.edit import Edit
from annotator.model.ids import AnnotationId, AuthorId, ReviewId, is_id
from annotator.model.kinds import ReviewState
from annotator.model.message import Message
from annotator.model.records import Annotation, Review
from annotator.model.snapshot import Snapshot

_TITLES = {
    ReviewState.OPEN: Message("Take back the review"),
    ReviewState.ACCEPTED: Message("Accept"),
    ReviewState.REJECTED: Message("Reject"),
    ReviewState.UNSURE: Message("Unsure"),
}


def review_id(target: AnnotationId, reviewer: AuthorId) -> ReviewId:
    """Return the id of a reviewer's word on an annotation: UUIDv5 of the reviewer in it.

    The id of an annotation in a file from elsewhere need not be a UUID.
    """
    from uuid import NAMESPACE_OID, UUID, uuid5

    space = UUID(target) if is_id(target) else uuid5(NAMESPACE_OID, target)
    return ReviewId(str(uuid5(space, reviewer)))


def state_of(reviews: Iterable[Review]) -> ReviewState:
    """Return where an annotation stands: what its reviewers agree on.

    It is open while nobody has decided, and unsure where those who have decided differ.
    """
    decided = {review.state for review in reviews} - {ReviewState.OPEN}
    if not decided:
        return ReviewState.OPEN
    return decided.pop() if len(decided) == 1 else ReviewState.UNSURE


def review(
    s: Snapshot,
    annotations: Iterable[Annotation],
    reviewer: AuthorId,
    state: ReviewState,
    note: str | None = None,
) -> Edit:
    """Say the same of annotations; without a note the ones that are there stay.

    Open and without a note is no review.
    """
    removed: list[Review] = []
    added: list[Review] = []
    for annotation in annotations:
        own = review_id(annotation.id, reviewer)
        before = s.find(Review, own)
        told = note if note is not None else before.note if before else ""
        after = Review(own, annotation.id, reviewer, state, told)
        if after == before:
            continue
        if before:
            removed.append(before)
        if state is not ReviewState.OPEN or told:
            added.append(after)
    title = _TITLES[state] if note is None else Message("Note on the review")
    return Edit(title, tuple(removed), tuple(added))
