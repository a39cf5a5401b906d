"""Draws the visible part of a page: fills, bars, text, selection, tags."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QFont,
    QPainter,
    QPen,
    QRegion,
    QTextCharFormat,
    QTextLayout,
)

from annotator.gui.view.caret import Spot
from annotator.gui.view.colours import ViewColours
from annotator.gui.view.lanes import FILL
from annotator.gui.view.margin import ROUND, Margin
from annotator.gui.view.mark_index import MarkIndex
from annotator.gui.view.measures import Measures
from annotator.gui.view.shapes import NO_SHAPES, Shape, Shapes, shapes_of
from annotator.gui.view.text_page import TextPage
from annotator.gui.view.tiles import STRIP, Tiles, strips_of
from annotator.model.kinds import LabelKind
from annotator.model.text import Range


@dataclass(slots=True)
class Scene:
    """What is to be drawn beside the text itself; hits are in order and do not overlap."""

    selection: Range = (0, 0)
    caret: Spot = field(default_factory=lambda: Spot(0))
    current: str | None = None
    hits: Sequence[Range] = ()
    current_hit: int | None = None
    hidden: frozenset[LabelKind] = field(default_factory=frozenset)
    shows_caret: bool = False


class PagePainter:
    """Draws paragraphs from cached strips and shapes."""

    def __init__(self, page: TextPage, index: MarkIndex, font: QFont) -> None:
        self._page = page
        self._index = index
        self.tiles = Tiles()
        self._shapes: dict[int, Shapes] = {}
        self._before: dict[int, Shapes] = {}
        self.set_font(font)

    def set_font(self, font: QFont) -> None:
        """Take a new font for the text; tags and paragraph numbers are smaller."""
        self.margin = Margin(font)
        self.clear()

    def clear(self) -> None:
        """Forget everything that was drawn."""
        self.tiles.clear()
        self.forget_shapes()

    def forget_shapes(self, paragraphs: set[int] | None = None) -> None:
        """Forget the shapes of some paragraphs, or of all."""
        if paragraphs is None:
            self._shapes.clear()
            self._before.clear()
        for k in self._shapes.keys() & (paragraphs or set()):
            self._before[k] = self._shapes.pop(k)

    def shapes(self, k: int, hidden: frozenset[LabelKind]) -> Shapes:
        """Return what is drawn around a paragraph."""
        if k not in self._shapes:
            marks, before = self._index.in_paragraph(k), self._before.pop(k, NO_SHAPES)
            self._shapes[k] = shapes_of(self._page, k, marks, hidden, before)
        return self._shapes[k]

    def draw(
        self, painter: QPainter, clip: QRect, scroll: int, scene: Scene, colours: ViewColours
    ) -> None:
        """Draw what a clip rectangle of the viewport shows, ``scroll`` pixels down the page."""
        painter.fillRect(clip, colours.base)
        m = self._page.measures
        if m is None:
            return
        drawn = list(self._page.visible(scroll + clip.top(), scroll + clip.bottom() + 1))
        for k in drawn:
            top = self._page.heights.top(k) - scroll
            origin = QPointF(m.left, top)
            shapes = self.shapes(k, scene.hidden)
            self._draw_hits(painter, k, origin, scene, colours)
            draw_shapes(painter, shapes.boxes, origin, colours)
            self._draw_text(painter, k, origin, clip, colours)
            self._draw_selected(painter, k, origin, scene.selection, colours)
            self._draw_current(painter, k, origin, scene, colours)
            self.margin.draw_number(painter, self._page, k, origin, colours)
            self.margin.draw_tags(painter, self._page, k, shapes.tags, origin, colours)
        if scene.shows_caret and self._page.paragraphs.at(scene.caret.on_line_of) in drawn:
            self._draw_caret(painter, scroll, scene, m, colours)

    def _draw_hits(
        self, painter: QPainter, k: int, origin: QPointF, scene: Scene, colours: ViewColours
    ) -> None:
        start, end = self._page.paragraphs.start(k), self._page.paragraphs.end(k)
        painter.setPen(Qt.PenStyle.NoPen)
        first = bisect_right(scene.hits, start, key=lambda hit: hit[1])
        last = bisect_left(scene.hits, end, lo=first, key=lambda hit: hit[0])
        for number in range(first, last):
            is_current = number == scene.current_hit
            painter.setBrush(colours.current_hit if is_current else colours.hit)
            for box in self._page.boxes(k, *scene.hits[number]):
                painter.drawRoundedRect(box.translated(origin), ROUND, ROUND)

    def _draw_text(
        self, painter: QPainter, k: int, origin: QPointF, clip: QRect, colours: ViewColours
    ) -> None:
        ratio = painter.device().devicePixelRatioF()
        for number in strips_of(self._page.heights[k]):
            y = origin.y() + number * STRIP
            if y <= clip.bottom() and y + STRIP >= clip.top():
                strip = self.tiles.strip(self._page, k, number, ratio, colours.text)
                painter.drawImage(QPointF(origin.x(), y), strip)

    def _draw_selected(
        self, painter: QPainter, k: int, origin: QPointF, selection: Range, colours: ViewColours
    ) -> None:
        """Draw the selected text once more in its own colours, over that of the strips.

        Only there: letters drawn on a strip look bolder, and the rest of the paragraph is not
        to change when some of it is selected.
        """
        boxes = [box.translated(origin).toRect() for box in self._page.boxes(k, *selection)]
        if not boxes:
            return
        chosen = QTextLayout.FormatRange()
        chosen.start, chosen.length = self._page.units(k, *selection)
        look = QTextCharFormat()
        look.setForeground(colours.selected_text)
        chosen.format = look
        painter.save()
        region = QRegion()
        for box in boxes:
            region += box
            painter.fillRect(box, colours.selection)
        painter.setClipRegion(region, Qt.ClipOperation.IntersectClip)
        self._page.layout(k)[0].draw(painter, origin, [chosen], QRectF(region.boundingRect()))
        painter.restore()

    def _draw_current(
        self, painter: QPainter, k: int, origin: QPointF, scene: Scene, colours: ViewColours
    ) -> None:
        """Outline the current annotation, also where too many marks lie over each other."""
        m, own = self._page.measures, self._index.of(scene.current)
        if not own or m is None or own[0].kind in scene.hidden:
            return
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colours.of_label(own[0].colour), 1.5))
        for mark in own:
            for box in self._page.boxes(k, mark.start, mark.end):
                outline = QRectF(
                    box.left() - 1, box.top() + 0.75, box.width() + 2, m.text_height + 2
                )
                painter.drawRoundedRect(outline.translated(origin), ROUND, ROUND)

    def _draw_caret(
        self, painter: QPainter, scroll: int, scene: Scene, m: Measures, colours: ViewColours
    ) -> None:
        """Draw the caret; it is not higher than an empty paragraph."""
        k = self._page.paragraphs.at(scene.caret.on_line_of)
        box = self._page.caret_box(scene.caret)
        bottom = self._page.heights.top(k) + self._page.heights[k]
        height = min(m.text_height, bottom - box.y())
        caret = QRectF(m.left + box.x(), box.y() - scroll, 1.5, height)
        painter.fillRect(caret, colours.text)


def draw_shapes(
    painter: QPainter, shapes: Iterable[Shape], origin: QPointF, colours: ViewColours
) -> None:
    """Draw fills behind the text and bars below it: a line for figures, dashes for topics."""
    for shape in shapes:
        colour = colours.of_label(shape.mark.colour)
        box = shape.box.translated(origin)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if shape.mark.suggested:
            painter.setPen(QPen(colour, 1, Qt.PenStyle.DotLine))
            painter.drawRect(box)
        elif shape.lane == FILL:
            painter.setBrush(colours.fill(shape.mark.colour))
            painter.drawRoundedRect(box, ROUND, ROUND)
        elif shape.mark.kind is LabelKind.TOPIC:
            y = box.center().y()
            painter.setPen(QPen(colour, box.height() + 1, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(box.left() + 1, y), QPointF(box.right(), y))
        else:
            painter.fillRect(box, colour)
