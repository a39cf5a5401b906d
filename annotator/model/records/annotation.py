"""What people mark in a text, and what they say of it."""

from dataclasses import dataclass, field

from annotator.model.errors import UserError
from annotator.model.ids import (
    AnnotationId,
    AuthorId,
    DocumentId,
    EvidenceId,
    LabelId,
    RelationId,
    ReviewId,
    SpeakerId,
)
from annotator.model.kinds import Origin, RelationKind, ReviewState, Stance
from annotator.model.records.fields import Fields

APART = " … "
"""Stands between the parts of a quote."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a document's text and the text there."""

    start: int
    end: int
    quote: str

    def __post_init__(self) -> None:
        """Refuse an empty stretch and a quote of another length."""
        if not 0 <= self.start < self.end or len(self.quote) != self.end - self.start:
            raise UserError(
                "The passage {start}-{end} does not fit its quote of {length} characters.",
                start=self.start,
                end=self.end,
                length=len(self.quote),
            )


@dataclass(frozen=True, slots=True)
class Annotation:
    """A label put on one or more spans of a document, in order and apart from each other."""

    id: AnnotationId
    document: DocumentId
    label: LabelId
    author: AuthorId
    spans: tuple[Span, ...]
    origin: Origin = Origin.HAND
    note: str = ""
    extra: Fields = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuse an annotation without spans, and spans out of order."""
        if len(self.spans) == 1:
            return
        ordered = all(a.end <= b.start for a, b in zip(self.spans, self.spans[1:], strict=False))
        if not self.spans or not ordered:
            raise UserError("An annotation needs passages that follow one another.")

    @property
    def start(self) -> int:
        """Where the first span starts, in code points."""
        return self.spans[0].start

    @property
    def end(self) -> int:
        """Where the last span ends, in code points."""
        return self.spans[-1].end

    @property
    def quote(self) -> str:
        """The marked text, fragments joined by an ellipsis."""
        if len(self.spans) == 1:  # nearly all
            return self.spans[0].quote
        return APART.join(span.quote for span in self.spans)


@dataclass(frozen=True, slots=True)
class Claim:
    """What an annotation of kind claim says besides its text; ``id`` is the annotation's."""

    id: AnnotationId
    text: str = ""
    speaker: SpeakerId | None = None
    date: str = ""
    types: tuple[str, ...] = ()
    checkworthy: str = ""
    priority: int | None = None
    scale: str = ""
    verdict: str = ""
    rationale: str = ""
    status: str = "open"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A source held against a claim."""

    id: EvidenceId
    claim: AnnotationId
    url: str = ""
    archived_url: str = ""
    publisher: str = ""
    published: str = ""
    accessed: str = ""
    quote: str = ""
    stance: Stance = Stance.CONTEXT
    file_name: str = ""
    file_sha256: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """What an annotation of kind figure says besides its text; ``id`` is the annotation's.

    ``low`` and ``high`` are decimal text, empty when not stated; ``value`` is an ISO date.
    """

    id: AnnotationId
    low: str = ""
    high: str = ""
    unit: str = ""
    kind: str = ""
    approximator: str = ""
    comparator: str = ""
    referent: str = ""
    denominator: str = ""
    rate: str = ""
    period: str = ""
    as_of: str = ""
    place: str = ""
    source: str = ""
    value: str = ""


@dataclass(frozen=True, slots=True)
class Topic:
    """What an annotation of kind topic says besides its text; ``id`` is the annotation's."""

    id: AnnotationId
    scope: str = "mention"
    stance: str = ""


@dataclass(frozen=True, slots=True)
class Relation:
    """A directed link between two annotations, also of different documents."""

    id: RelationId
    kind: RelationKind
    source: AnnotationId
    target: AnnotationId
    author: AuthorId
    label: LabelId | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Review:
    """What one reviewer says of one annotation.

    ``id`` follows from both (``reviews.review_id``), so that two copies make the same record.
    """

    id: ReviewId
    target: AnnotationId
    reviewer: AuthorId
    state: ReviewState
    note: str = ""
