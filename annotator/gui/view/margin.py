"""What stands beside the text: paragraph numbers on the left, labels' names on the right."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter

from annotator.gui.view.colours import ViewColours
from annotator.gui.view.shapes import Tag
from annotator.gui.view.text_page import TextPage

PADDING, BETWEEN = 6, 4
ROUND = 3.0
SMALLER, SMALLEST = 0.66, 9
WASH = 44
LEAST_LETTERS = 4
_AT_THE_RIGHT = Qt.AlignmentFlag.AlignRight.value | Qt.AlignmentFlag.AlignVCenter.value
_ONE_LINE = Qt.TextFlag.TextSingleLine.value | Qt.AlignmentFlag.AlignCenter.value


@dataclass(frozen=True, slots=True)
class Placed:
    """A tag with its place on its line, in pixels from the left of the margin."""

    x: float
    width: float
    text: str
    colour: str
    """Empty for a number of marks that have no tag of their own."""


class Margin:
    """Draws what stands left and right of a paragraph, in a font smaller than the text's."""

    def __init__(self, text_font: QFont) -> None:
        self.font = QFont(text_font)
        self.font.setPixelSize(max(SMALLEST, round(text_font.pixelSize() * SMALLER)))
        self._metrics = QFontMetrics(self.font)
        self._height = self._metrics.height() + 2.0
        self._widths: dict[str, float] = {}

    def draw_number(
        self, painter: QPainter, page: TextPage, k: int, origin: QPointF, colours: ViewColours
    ) -> None:
        """Draw a paragraph's number beside its first line, unless it is empty."""
        number, m = page.paragraphs.number(k), page.measures
        if m is None or not number or not page.paragraphs.of(k):
            return
        painter.setFont(self.font)
        painter.setPen(colours.dim)
        top = origin.y() + page.space_above(k)
        left, width = m.left - m.number_width, m.number_width - m.em * 0.7
        painter.drawText(QRectF(left, top, width, m.text_height), _AT_THE_RIGHT, str(number))

    def draw_tags(
        self,
        painter: QPainter,
        page: TextPage,
        k: int,
        tags: Sequence[Tag],
        origin: QPointF,
        colours: ViewColours,
    ) -> None:
        """Draw the tags of a paragraph, each at its line."""
        m = page.measures
        if m is None or not m.tag_width:
            return
        painter.setFont(self.font)
        left, room = origin.x() + m.column + m.em * 0.8, m.tag_width - m.em * 0.8
        for y, on_line in groupby(tags, key=lambda tag: tag.y):
            height = min(self._height, page.heights[k] - y - 2)
            for placed in self.place(list(on_line), room):
                box = QRectF(left + placed.x, origin.y() + y + 2, placed.width, height)
                _draw_tag(painter, placed, box, colours)

    def place(self, tags: Sequence[Tag], room: float) -> Iterator[Placed]:
        """Yield the tags of one line side by side; what finds no room is counted as ``+n``."""
        named = [tag for tag in tags if tag.kind is not None]
        left_out = sum(tag.count for tag in tags if tag.kind is None)
        x = 0.0
        while named:
            others = left_out + sum(tag.count for tag in named[1:])
            end = room - (self._width(f"+{others}") + BETWEEN if others else 0)
            text = self._cut(named[0], end - x)
            if not text:
                break
            yield Placed(x, self._width(text), text, named.pop(0).colour)
            x += self._width(text) + BETWEEN
        left_out += sum(tag.count for tag in named)
        if left_out:
            yield Placed(x, self._width(f"+{left_out}"), f"+{left_out}", "")

    def _width(self, text: str) -> float:
        if text not in self._widths:
            self._widths[text] = self._metrics.horizontalAdvance(text) + 2.0 * PADDING
        return self._widths[text]

    def _cut(self, tag: Tag, room: float) -> str:
        """Return what a tag says, its name cut to so many pixels; empty if none is left."""
        if self._width(tag.text) <= room:
            return tag.text
        for_name = room - self._width(tag.times) - 1
        if for_name < LEAST_LETTERS * self._metrics.averageCharWidth():
            return ""
        elide = Qt.TextElideMode.ElideRight
        return self._metrics.elidedText(tag.name, elide, int(for_name)) + tag.times


def _draw_tag(painter: QPainter, placed: Placed, box: QRectF, colours: ViewColours) -> None:
    colour = colours.of_label(placed.colour) if placed.colour else colours.dim
    wash = QColor(colour)
    wash.setAlpha(WASH)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(wash)
    painter.drawRoundedRect(box, ROUND, ROUND)
    painter.fillRect(QRectF(box.left(), box.top(), 2, box.height()), colour)
    painter.setPen(colours.text)
    painter.drawText(box, _ONE_LINE, placed.text)
