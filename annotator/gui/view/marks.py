"""What the transcript view shows, as values; all positions are code points of the text."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from annotator.gui.made_late import MadeLate
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


class Headings(MadeLate[TurnHeading]):
    """Turns of which only the starts are known: what else is to be shown is made when it is."""

    def __init__(self, starts: Sequence[int], make: Callable[[int], TurnHeading]) -> None:
        super().__init__(len(starts), make)
        self.starts = starts


def starts_of(turns: Sequence[TurnHeading]) -> Sequence[int]:
    """Return where turns start."""
    return turns.starts if isinstance(turns, Headings) else [turn.start for turn in turns]
