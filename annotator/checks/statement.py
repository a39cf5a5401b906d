"""What checks work on, and what they find."""

from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from annotator.model.ids import AnnotationId, DocumentId
from annotator.model.message import Message
from annotator.model.records import Figure, Passage

T = TypeVar("T")


class CheckType(StrEnum):
    """What figures are held against each other for."""

    REPEAT = "repeat"
    SHARE = "share"
    SUM = "sum"
    GROWTH = "growth"
    LIST = "list"
    DATE = "date"


class Verdict(StrEnum):
    """Whether the statements can hold together."""

    CONSISTENT = "consistent"
    CONFLICT = "conflict"
    UNDETERMINED = "undetermined"


@dataclass(frozen=True, slots=True)
class Statement:
    """A figure where it stands, in code points; ``annotation`` if a person has marked it."""

    document: DocumentId
    start: int
    end: int
    text: str
    figure: Figure
    annotation: AnnotationId | None = None

    @property
    def passage(self) -> Passage:
        """The place that a finding points to."""
        return Passage(self.document, self.start, self.end, self.annotation)


def kept(known: dict[int, T], statement: Statement, find: Callable[[Statement], T]) -> T:
    """Return what is found for a statement, which is looked for but once."""
    found = known.get(id(statement))
    if found is None:
        found = known[id(statement)] = find(statement)
    return found


@dataclass(frozen=True, slots=True)
class Check:
    """Statements held against each other; ``working`` is the arithmetic in words and numbers.

    ``score`` runs from 0 to 1: how likely the statements speak of the same thing.
    """

    type: CheckType
    verdict: Verdict
    passages: tuple[Passage, ...]
    texts: tuple[str, ...]
    working: Message
    score: float


def check_of(
    kind: CheckType,
    verdict: Verdict,
    statements: tuple[Statement, ...],
    working: Message,
    score: float,
) -> Check:
    """Return a check that points to statements."""
    return Check(
        kind,
        verdict,
        tuple(statement.passage for statement in statements),
        tuple(statement.text for statement in statements),
        working,
        score,
    )


def likeliest(checks: Iterable[Check | None]) -> list[Check]:
    """Return the first check that holds, or else the first one; nothing if there is none."""
    found = [check for check in checks if check is not None]
    right = [check for check in found if check.verdict is Verdict.CONSISTENT]
    return [*right, *found][:1]


def unexcused(
    checks: Iterable[Check], of: Callable[[tuple[Passage, ...]], Hashable]
) -> Iterator[Check]:
    """Yield checks, without those that are wrong of what another one shows to be right.

    ``of`` returns from a check's passages what it is of: a part and its share, an average.
    """
    found = list(checks)
    right = {of(check.passages) for check in found if check.verdict is Verdict.CONSISTENT}
    for check in found:
        if check.verdict is Verdict.CONSISTENT or of(check.passages) not in right:
            yield check


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A piece of a document with a passage in it, in code points of the piece."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Told:
    """A check with what stands around each of its passages."""

    check: Check
    excerpts: tuple[Excerpt, ...]
