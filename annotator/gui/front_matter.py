"""The top of the first printed page: the title, date and place, and what the marks mean."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from annotator.gui.qt_text import shown
from annotator.gui.view.colours import ViewColours
from annotator.gui.view.lanes import FILL
from annotator.gui.view.marks import Mark, TurnHeading
from annotator.gui.view.painting import draw_shapes
from annotator.gui.view.shapes import Shape
from annotator.model.kinds import LabelKind
from annotator.model.message import _, fill

MOST_TITLE_LINES = 4
TITLE, SMALL, ROW = 1.5, 0.75, 1.4
"""Sizes of the title and the rest against the text's, and of a row of the legend in lines."""

_ORDER = (LabelKind.CLAIM, LabelKind.FIGURE, LabelKind.TOPIC, LabelKind.RELATION)
_ONE_LINE = Qt.TextFlag.TextSingleLine


@dataclass(frozen=True, slots=True)
class PrintedTranscript:
    """What is printed; ``details`` is date and place."""

    title: str
    details: str
    text: str
    turns: Sequence[TurnHeading]
    marks: Sequence[Mark]


@dataclass(frozen=True, slots=True)
class Entry:
    """One label in the legend: its place, one of its marks, and what is written beside that."""

    row: int
    x: float
    mark: Mark | None
    words: str


class FrontMatter:
    """Lays out and draws what stands above the text, on a page of some width and height."""

    def __init__(
        self, transcript: PrintedTranscript, font: QFont, width: float, height: float
    ) -> None:
        self.small = _sized(font, SMALL)
        self._metrics = QFontMetricsF(self.small)
        self._line = self._metrics.height()
        self._em = self._metrics.horizontalAdvance("国")
        self._width = width
        self._details = self._metrics.elidedText(
            shown(transcript.details), Qt.TextElideMode.ElideRight, width
        )
        self._title = _title(shown(transcript.title), _sized(font, TITLE), width)
        most_rows = max(1, int(height / 3 / (self._line * ROW)))
        self._legend = list(self._entries(transcript.marks, most_rows))
        self._top_of_legend = _height(self._title) + (1.5 * self._line if self._details else 0)
        rows = 1 + max((entry.row for entry in self._legend), default=-1)
        self.height = self._top_of_legend + (rows + 1) * self._line * ROW
        """How much of the page is above the text."""

    def draw(self, painter: QPainter, colours: ViewColours) -> None:
        """Draw it at the top left."""
        painter.setPen(colours.text)
        self._title.draw(painter, QPointF())
        painter.setFont(self.small)
        painter.setPen(colours.dim)
        place = QRectF(0, _height(self._title), self._width, self._line)
        painter.drawText(place, _ONE_LINE, self._details)
        for entry in self._legend:
            y = self._top_of_legend + (entry.row + 0.5) * self._line * ROW
            self._draw_entry(painter, entry, QPointF(entry.x, y), colours)

    def _entries(self, marks: Sequence[Mark], most_rows: int) -> Iterator[Entry]:
        """Yield the labels that are used, claims first; what finds no room is counted."""
        examples = {(mark.kind, mark.name, mark.colour): mark for mark in marks}
        counts = Counter((m.kind, m.name, m.colour) for m in marks if not m.part)
        keys = sorted(examples, key=lambda key: (_ORDER.index(key[0]), key[1], key[2]))
        row, x = 0, 0.0
        for number, key in enumerate(keys):
            words = f"{shown(key[1])} ×{counts[key]}"
            width = self._metrics.horizontalAdvance(words) + 4 * self._em
            if x and x + width > self._width:
                row, x = row + 1, 0.0
            if row == most_rows:
                more = fill(
                    _("and {count} more {count|label|labels}"), {"count": len(keys) - number}
                )
                yield Entry(row, 0, None, more)
                return
            yield Entry(row, x, examples[key], words)
            x += width

    def _draw_entry(
        self, painter: QPainter, entry: Entry, at: QPointF, colours: ViewColours
    ) -> None:
        """Draw a sign as in the text, the label's name, and how often it is used."""
        if entry.mark:
            is_fill, width = entry.mark.kind is LabelKind.CLAIM, 2 * self._em
            bar = QRectF(0, self._line / 2, width, 2)
            sign = QRectF(0, 2, width, self._line - 4) if is_fill else bar
            draw_shapes(painter, [Shape(sign, entry.mark, FILL if is_fill else 0)], at, colours)
        painter.setPen(colours.text)
        left = at.x() + (2.5 * self._em if entry.mark else 0)
        place = QRectF(left, at.y(), self._width - left, self._line)
        elide = Qt.TextElideMode.ElideRight
        words = self._metrics.elidedText(entry.words, elide, place.width())
        painter.drawText(place, _ONE_LINE, words)


def _sized(font: QFont, part: float) -> QFont:
    sized = QFont(font)
    sized.setPixelSize(round(font.pixelSize() * part))
    return sized


def _title(text: str, font: QFont, width: float) -> QTextLayout:
    """Lay a title out; of a very long one only the first lines are set."""
    font.setWeight(QFont.Weight.DemiBold)
    layout = QTextLayout(text.replace("\n", " "), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    y = 0.0
    while layout.lineCount() < MOST_TITLE_LINES and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, y))
        y += line.height()
    layout.endLayout()
    return layout


def _height(layout: QTextLayout) -> float:
    last = layout.lineAt(layout.lineCount() - 1)
    return last.y() + last.height()
