"""What the program found or proposed, and what a person says of that."""

from dataclasses import dataclass

from annotator.model.ids import AnnotationId, AuthorId, DismissalId, DocumentId, FindingId
from annotator.model.kinds import Ruling


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
