"""Where in the whole text marks are: a strip at the right edge, with a lane for each kind."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from annotator.gui.view.colours import ViewColours
from annotator.gui.view.mark_index import BINS, MarkIndex
from annotator.gui.view.marks import Mark
from annotator.gui.view.measures import OVERVIEW_WIDTH
from annotator.model.kinds import LabelKind

WIDTH = 3
"""Pixels of a lane."""

LEAST = 2
"""Pixels: so high is the sign of one mark."""

_LANES = {LabelKind.CLAIM: 0, LabelKind.FIGURE: 4, LabelKind.TOPIC: 8}
_COLOURS = {  # each stands out from the light and from the dark background
    LabelKind.CLAIM: "#B97F00",
    LabelKind.FIGURE: "#0072B2",
    LabelKind.TOPIC: "#009E73",
}


class Overview(QWidget):
    """The strip; a widget of its own, as two places of one are slow to draw at a time."""

    def __init__(self, viewport: QWidget, colours: ViewColours) -> None:
        super().__init__(viewport)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._colours = colours
        self._index: MarkIndex | None = None
        self._hidden: frozenset[LabelKind] = frozenset()

    def show_marks(self, index: MarkIndex, hidden: frozenset[LabelKind]) -> None:
        """Show the marks of an index that are not hidden."""
        self._index, self._hidden = index, hidden
        self.update()

    def set_colours(self, colours: ViewColours) -> None:
        """Take over other colours."""
        self._colours = colours
        self.update()

    def place_in(self, viewport: QRect) -> None:
        """Stand at the right edge."""
        left = viewport.width() - OVERVIEW_WIDTH
        self.setGeometry(left, 0, OVERVIEW_WIDTH, viewport.height())

    def update_marks(self, marks: Iterable[Mark]) -> None:
        """Draw the places of some marks anew."""
        if self._index is not None:
            for place in {self._index.place_of(mark) for mark in marks}:
                self.update(sign_of(self.rect(), place))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what has to be drawn."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._colours.base)
        if self._index is not None:
            draw_overview(painter, self.rect(), event.rect(), self._index, self._hidden)
        painter.end()


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
    has_marks = bytes(map(bool, index.overview[kind][first:last]))
    start = has_marks.find(1)
    while start >= 0:
        end = has_marks.find(0, start)
        end = len(has_marks) if end < 0 else end
        yield first + start, first + end
        start = has_marks.find(1, end)
