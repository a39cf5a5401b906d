"""Which mark is drawn on which line below the text, so that all that overlap are seen."""

from collections.abc import Iterable, Iterator

from annotator.gui.view.marks import Mark
from annotator.model.kinds import LabelKind

FILL = -1
"""The lane of claims, drawn as a fill behind the text, and of suggestions, outlined."""

MAX_LANES = 3
"""So many bars fit between two lines of text."""

MAX_FILLS = 4
"""So many fills over each other leave the text readable."""


def lanes(marks: Iterable[Mark], hidden: frozenset[LabelKind]) -> Iterator[tuple[Mark, int | None]]:
    """Yield each mark that is not hidden with its lane: the first that is free, from 0.

    None is for what lies over more marks than can be told apart, and is only counted.
    """
    bars: list[int] = []
    fills: list[int] = []
    shown = (mark for mark in marks if mark.kind not in hidden)
    for mark in sorted(shown, key=lambda mark: (mark.start, -mark.end, mark.id)):
        if mark.suggested:
            yield mark, FILL
        elif mark.kind is LabelKind.CLAIM:
            yield mark, None if _place(mark, fills, MAX_FILLS) is None else FILL
        else:
            yield mark, _place(mark, bars, MAX_LANES)


def _place(mark: Mark, ends: list[int], most: int) -> int | None:
    """Return the first lane that is free at a mark's start and take it; None if all are full."""
    lane = next((i for i, end in enumerate(ends) if end <= mark.start), len(ends))
    if lane == most:
        return None
    ends[lane : lane + 1] = [mark.end]
    return lane
