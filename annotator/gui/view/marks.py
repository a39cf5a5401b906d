"""What the transcript view shows, as values; all positions are code points of the text."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import overload

from annotator.model.kinds import LabelKind


@dataclass(frozen=True, slots=True)
class Mark:
    """One span of an annotation: where it is, what it is called, how it is drawn."""

    id: str
    start: int
    end: int
    kind: LabelKind
    name: str
    colour: str
    part: int = 0
    suggested: bool = False


@dataclass(frozen=True, slots=True)
class TurnHeading:
    """One turn: its label from ``start`` to ``body_start`` is set apart from the speech."""

    start: int
    body_start: int
    end: int
    name: str
    role: str


class Headings(Sequence[TurnHeading]):
    """Turns of which only the starts are known: what else is to be shown is made when it is."""

    def __init__(self, starts: Sequence[int], make: Callable[[int], TurnHeading]) -> None:
        self.starts = starts
        self._make = make

    def __len__(self) -> int:
        """Return how many turns there are."""
        return len(self.starts)

    @overload
    def __getitem__(self, at: int) -> TurnHeading: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[TurnHeading]: ...
    def __getitem__(self, at: int | slice) -> TurnHeading | Sequence[TurnHeading]:
        """Return a turn, or some, by number in the order of the text."""
        numbers = range(len(self))[at]
        return self._make(numbers) if isinstance(numbers, int) else list(map(self._make, numbers))


def starts_of(turns: Sequence[TurnHeading]) -> Sequence[int]:
    """Return where turns start."""
    return turns.starts if isinstance(turns, Headings) else [turn.start for turn in turns]
