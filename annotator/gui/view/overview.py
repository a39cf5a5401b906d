"""Where in the whole text marks are: a strip at the right edge, with a lane for each kind."""

from collections.abc import Iterator
from itertools import groupby

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter

from annotator.gui.view.mark_index import BINS, MarkIndex
from annotator.model.kinds import LabelKind

WIDTH = 3
"""Pixels of a lane."""

LEAST = 2
"""Pixels: so high is the sign of one mark."""

_LANES = {LabelKind.CLAIM: 0, LabelKind.FIGURE: 4, LabelKind.TOPIC: 8}
_COLOURS = {
    LabelKind.CLAIM: "#E69F00",
    LabelKind.FIGURE: "#0072B2",
    LabelKind.TOPIC: "#009E73",
}


def draw_overview(
    painter: QPainter, strip: QRect, clip: QRect, index: MarkIndex, hidden: frozenset[LabelKind]
) -> None:
    """Draw as much of the overview in ``strip`` as a clip rectangle shows."""
    part = strip.intersected(clip)
    if part.isEmpty():
        return
    first = max(0, (part.top() - LEAST - strip.top()) * BINS // strip.height() - 1)
    last = min(BINS, (part.bottom() + 1 - strip.top()) * BINS // strip.height() + 1)
    for kind, left in _LANES.items():
        if kind not in hidden:
            for start, end in _stretches(index, kind, first, last):
                box = sign_of(strip, start).united(sign_of(strip, end - 1))
                painter.fillRect(
                    strip.left() + left, box.top(), WIDTH, box.height(), QColor(_COLOURS[kind])
                )


def sign_of(strip: QRect, place: int) -> QRect:
    """Return the rectangle in which the overview shows one of its places."""
    return QRect(strip.left(), strip.top() + place * strip.height() // BINS, strip.width(), LEAST)


def _stretches(
    index: MarkIndex, kind: LabelKind, first: int, last: int
) -> Iterator[tuple[int, int]]:
    """Yield start and end of each run of places that have marks of a kind."""
    places = (place for place in range(first, last) if index.overview.get((place, kind), 0) > 0)
    for _start, run in groupby(enumerate(places), key=lambda found: found[1] - found[0]):
        numbers = [place for _number, place in run]
        yield numbers[0], numbers[-1] + 1
