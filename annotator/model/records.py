"""The records of a project: frozen values, one class per kind of row in the file.

Text positions are 0-based, half-open and count code points of the document's text. Numbers are
decimal text. Dates are ISO 8601 text, possibly partial (``2020``, ``--06-22``).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import get_args

from annotator.model.errors import UserError
from annotator.model.ids import (
    AnnotationId,
    AuthorId,
    DismissalId,
    DocumentId,
    DocumentLinkId,
    EvidenceId,
    FindingId,
    LabelId,
    RelationId,
    ReviewId,
    SettingId,
    SpeakerId,
    TurnId,
)
from annotator.model.kinds import (
    LabelKind,
    LinkKind,
    Origin,
    Part,
    RelationKind,
    ReviewState,
    Role,
    Ruling,
    Stance,
)

Fields = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Text:
    """A document's text, immutable and addressed by the SHA-256 of its UTF-8 bytes."""

    sha256: str
    text: str


@dataclass(frozen=True, slots=True)
class Author:
    """A person who annotates; the name is no identity."""

    id: AuthorId
    name: str
    colour: str = "#0072B2"


@dataclass(frozen=True, slots=True)
class Document:
    """One transcript."""

    id: DocumentId
    title: str
    sha256: str
    source_name: str = ""
    source_sha256: str = ""
    language: str = ""
    date: str = ""
    place: str = ""
    group: str = ""
    order: int = 0
    status: str = "open"
    attributes: Fields = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DocumentLink:
    """``source`` is a translation or correction of ``target``, or of the same event."""

    id: DocumentLinkId
    source: DocumentId
    target: DocumentId
    kind: LinkKind


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who speaks in one document."""

    id: SpeakerId
    document: DocumentId
    name: str
    role: Role = Role.UNKNOWN
    affiliation: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Turn:
    """One stretch of one speaker; ``start`` is the label's, ``body_start`` the speech's.

    Time codes are milliseconds from the start of the recording.
    """

    id: TurnId
    document: DocumentId
    start: int
    body_start: int
    end: int
    speaker: SpeakerId | None = None
    part: Part = Part.SPEECH
    time_start: int | None = None
    time_end: int | None = None
    answers: TurnId | None = None

    def __post_init__(self) -> None:
        """Refuse positions that are out of order."""
        if not 0 <= self.start <= self.body_start <= self.end:
            raise UserError(
                "A turn cannot run from {start} over {body} to {end}.",
                start=self.start,
                body=self.body_start,
                end=self.end,
            )


@dataclass(frozen=True, slots=True)
class ExtraField:
    """A field that a codebook adds to a label's annotations."""

    name: str
    type: str = "text"
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Label:
    """An entry of the codebook; ``names`` and ``definitions`` are keyed by language."""

    id: LabelId
    kind: LabelKind
    names: Fields
    slug: str = ""
    parent: LabelId | None = None
    definitions: Fields = field(default_factory=dict)
    examples: tuple[str, ...] = ()
    colour: str = "#0072B2"
    key: str = ""
    order: int = 0
    extra_fields: tuple[ExtraField, ...] = ()
    retired: bool = False

    def name(self, language: str = "en") -> str:
        """Return the name in ``language``, else in English, else in any."""
        return self.names.get(language) or self.names.get("en") or next(iter(self.names.values()))


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
        return " … ".join(span.quote for span in self.spans)


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
class Passage:
    """A stretch of a document that a finding points to."""

    document: DocumentId
    start: int
    end: int
    annotation: AnnotationId | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """Statements held against each other, the working, and a person's ruling."""

    id: FindingId
    type: str
    passages: tuple[Passage, ...]
    verdict: str = "undetermined"
    working: str = ""
    ruling: Ruling = Ruling.OPEN
    author: AuthorId | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Dismissal:
    """A suggestion or finding that a person turned down."""

    id: DismissalId
    document: DocumentId
    kind: str
    start: int
    end: int
    author: AuthorId
    reason: str = ""


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


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting of the project; ``id`` is its name, such as ``memo`` or ``verdict_scale``."""

    id: SettingId
    value: str


AnnotationDetail = Claim | Figure | Topic
Record = (
    Author
    | Setting
    | Label
    | Document
    | DocumentLink
    | Speaker
    | Turn
    | Annotation
    | Claim
    | Evidence
    | Figure
    | Topic
    | Relation
    | Finding
    | Dismissal
    | Review
)
RECORD_TYPES: tuple[type[Record], ...] = get_args(Record)
"""Parents before children: the order in which records are added."""

_RANK = {cls: rank for rank, cls in enumerate(RECORD_TYPES)}

Key = tuple[type[Record], str]


def key_of(record: Record) -> Key:
    """Return what identifies ``record`` in a project: its class and id."""
    return type(record), record.id


def target_of(record: Record) -> str:
    """Return the id of the annotation that a record says something of, else its own."""
    match record:
        case Evidence():
            return record.claim
        case Review():
            return record.target
        case _:
            return record.id


def parents_first(record: Record) -> int:
    """Return a sort key that puts records before those that name them."""
    return _RANK[type(record)]
