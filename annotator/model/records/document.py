"""A transcript: its text, its links to others, who speaks and when."""

from dataclasses import dataclass, field

from annotator.model.errors import UserError
from annotator.model.ids import DocumentId, DocumentLinkId, SpeakerId, TurnId
from annotator.model.kinds import LinkKind, Part, Role
from annotator.model.records.fields import Fields


@dataclass(frozen=True, slots=True)
class Text:
    """A document's text, immutable and addressed by the SHA-256 of its UTF-8 bytes."""

    sha256: str
    text: str


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
