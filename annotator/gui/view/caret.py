"""The caret and the selection: two positions, and which line the caret is drawn on."""

from dataclasses import dataclass

from annotator.model.text import Range


@dataclass(frozen=True, slots=True)
class Spot:
    """A place for the caret; where a line goes on in the next, one position is two places."""

    position: int
    is_behind: bool = False
    """Whether the caret is drawn behind the character before it, at the end of that line."""

    @property
    def on_line_of(self) -> int:
        """The character whose line the caret is drawn on."""
        return self.position - 1 if self.is_behind else self.position


class Caret:
    """Where the caret is, what is selected, and what the selection was before it grew."""

    def __init__(self) -> None:
        self.spot = Spot(0)
        self.anchor = 0
        self.goal_x: float | None = None
        """The x that moving up and down keeps to."""
        self._grown: list[Range] = []

    @property
    def selection(self) -> Range:
        """The selected stretch of text; equal ends are the caret alone."""
        return min(self.anchor, self.spot.position), max(self.anchor, self.spot.position)

    def put(self, spot: Spot, anchor: int, length: int) -> None:
        """Move caret and anchor, within a text of so many code points."""
        inside = max(0, min(spot.position, length))
        self.spot = Spot(inside, spot.is_behind and inside == spot.position > 0)
        self.anchor = max(0, min(anchor, length))
        self.goal_x = None
        self._grown = []

    def grow(self, to: Range, length: int) -> None:
        """Select more; ``shrink`` takes it back."""
        grown = [*self._grown, self.selection]
        self.put(Spot(to[1]), to[0], length)
        self._grown = grown

    def shrink(self, length: int) -> bool:
        """Select what was selected before it grew; returns whether it had grown."""
        if not self._grown:
            return False
        *grown, (start, end) = self._grown
        self.put(Spot(end), start, length)
        self._grown = grown
        return True
