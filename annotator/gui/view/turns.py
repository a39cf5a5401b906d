"""The turns of a text by place: which one is where, and what of it looks unlike speech."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from annotator.gui.view.marks import TurnHeading, starts_of

NOBODY_SPEAKS = frozenset({"lead", "boilerplate"})
"""Roles of turns that are dim throughout."""


class Turns:
    """Turns in the order of the text; positions are code points."""

    def __init__(self, turns: Sequence[TurnHeading]) -> None:
        self._turns = turns
        self.starts = starts_of(turns)
        """Where each turn starts."""

    def between(self, start: int, end: int) -> Sequence[TurnHeading]:
        """Return the turns that start in a stretch of text."""
        return self._turns[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def at(self, position: int) -> TurnHeading | None:
        """Return the turn that a position lies in."""
        number = bisect_right(self.starts, position) - 1
        return self._turns[number] if number >= 0 else None

    def next_start(self, position: int) -> int | None:
        """Return where the first turn starts that does not start before a position."""
        number = bisect_left(self.starts, position)
        return self.starts[number] if number < len(self.starts) else None

    def apart(self, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
        """Yield what of a stretch is no speech: start, end, and whether it is a turn's label."""
        first = max(0, bisect_right(self.starts, start) - 1)
        for turn in self._turns[first : bisect_left(self.starts, end) + 1]:
            is_speech = turn.role not in NOBODY_SPEAKS
            label_end = turn.body_start if is_speech else turn.end
            a, b = max(start, turn.start), min(end, label_end)
            if a < b:
                yield a, b, is_speech
