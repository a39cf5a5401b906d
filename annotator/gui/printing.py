"""A marked transcript on paper or as PDF: text, marks, tags, a legend, a head on every page."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPagedPaintDevice,
    QPageLayout,
    QPainter,
    QPalette,
)

from annotator.gui.front_matter import FrontMatter, PrintedTranscript
from annotator.gui.qt_text import shown
from annotator.gui.theme import LIGHT, make_palette
from annotator.gui.view.colours import ViewColours, view_colours
from annotator.gui.view.margin import Margin
from annotator.gui.view.marks import Mark
from annotator.gui.view.measures import TEXT_SIZE, Measures, measure, text_font
from annotator.gui.view.painting import draw_shapes
from annotator.gui.view.paragraphs import Paragraphs
from annotator.gui.view.shapes import shapes_of
from annotator.gui.view.text_page import TextPage
from annotator.model.kinds import LabelKind
from annotator.model.message import _

POINTS = 10.5
"""The size of the text on paper."""

MARGIN_MM = 16.0
POINTS_PER_INCH = 72.0
_NOTHING_HIDDEN: frozenset[LabelKind] = frozenset()
_ONE_LINE = Qt.TextFlag.TextSingleLine


@dataclass(frozen=True, slots=True)
class Sheet:
    """The room on one page, in the units of the view: pixels at normal size."""

    width: float
    height: float
    scale: float
    """Dots of the device for one unit."""


def sheet_of(device: QPagedPaintDevice) -> Sheet:
    """Return the room on a device's page, of which it must know size and resolution."""
    dots_per_inch = device.logicalDpiX()
    scale = POINTS / POINTS_PER_INCH * dots_per_inch / TEXT_SIZE
    return Sheet(device.width() / scale, device.height() / scale, scale)


def set_margins(device: QPagedPaintDevice) -> None:
    """Leave the usual empty border around a page."""
    margins = QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM)
    device.setPageMargins(margins, QPageLayout.Unit.Millimeter)


class PrintedPages:
    """Lays a transcript out for sheets of one size and draws it page by page."""

    def __init__(self, transcript: PrintedTranscript, sheet: Sheet, font: QFont) -> None:
        self._transcript = transcript
        self._sheet = sheet
        self._font = text_font(font, transcript.text, 1.0)
        self._font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        self._front = FrontMatter(transcript, self._font, sheet.width, sheet.height)
        self._small = self._front.small
        self._line = QFontMetricsF(self._small).height()
        self._colours: ViewColours = view_colours(_paper())
        self._measures: Measures = measure(self._font, int(sheet.width))
        self._page = TextPage(Paragraphs(transcript.text), transcript.turns)
        self._page.arrange(self._font, self._measures, self._colours)
        self._margin = Margin(self._font)
        self._by_paragraph: dict[int, list[Mark]] = {}
        for mark in transcript.marks:
            for k in self._page.paragraphs.between(mark.start, mark.end):
                self._by_paragraph.setdefault(k, []).append(mark)
        self.breaks: list[int] = [0]
        """Where pages begin and the last one ends, in units from the start of the text."""

    # --- where pages end ---

    def lay_out(self) -> Iterator[tuple[int, int]]:
        """Find where pages end; yields how many paragraphs are done, of how many."""
        top, kept_from = self._page.heights.top(0), 0
        room = self.body_height(0)
        count = len(self._page.paragraphs)
        for k in range(count):
            self._page.layout(k)
            for y in self._ends_of_lines(k, top):
                if y - self.breaks[-1] > room:
                    self._break_before(k, top, kept_from, y)
                    room = self.body_height(len(self.breaks) - 1)
            kept_from = kept_from if self._is_name_alone(k) else k + 1
            top += self._page.heights[k]
            yield k + 1, count
        self.breaks.append(top)

    def _ends_of_lines(self, k: int, top: int) -> Iterator[int]:
        """Yield where each line of a paragraph ends, from the start of the text."""
        first = top + self._page.space_above(k)
        for number in range(self._page.layout(k)[0].lineCount()):
            yield first + (number + 1) * self._measures.pitch

    def _break_before(self, k: int, top: int, kept_from: int, y: int) -> None:
        """Begin a page with the line that ends at ``y``; a name above its speech goes with it."""
        start = y - self._measures.pitch
        is_first_line = start <= top + self._page.space_above(k)
        if is_first_line:
            start = top
            above = self._page.heights.top(kept_from)
            if kept_from < k and above > self.breaks[-1]:
                start = above
        self.breaks.append(max(start, self.breaks[-1] + 1))

    def page_of(self, position: int) -> int:
        """Return the number, from 0, of the page that a position is on."""
        return bisect_right(self.breaks, self._page.line_box(position).top()) - 1

    def _is_name_alone(self, k: int) -> bool:
        """Say whether a paragraph is only the name of who speaks in the next."""
        start, end = self._page.paragraphs.start(k), self._page.paragraphs.end(k)
        names = self._page.turns.between(start, end)
        return any(turn.start < end <= turn.body_start for turn in names)

    @property
    def count(self) -> int:
        """How many pages there are, once laid out."""
        return len(self.breaks) - 1

    def body_top(self, number: int) -> float:
        """Return where on a page the text begins."""
        return 2 * self._line if number else self._front.height

    def body_height(self, number: int) -> float:
        """Return how much of a page is left for the text."""
        room = self._sheet.height - self.body_top(number) - 2 * self._line
        return max(room, 2.0 * self._measures.pitch)

    # --- drawing ---

    def draw_page(self, painter: QPainter, number: int) -> None:
        """Draw a page, by its number from 0, on a painter at the page's top left."""
        painter.save()
        painter.scale(self._sheet.scale, self._sheet.scale)
        if number:
            self._draw_head(painter)
        else:
            self._front.draw(painter, self._colours)
        self._draw_foot(painter, number)
        top, bottom = self.breaks[number], self.breaks[number + 1]
        painter.translate(0, self.body_top(number) - top)
        painter.setClipRect(QRectF(0, top, self._sheet.width, bottom - top))
        for k in self._page.visible(top, bottom):
            self._draw_paragraph(painter, k, top, bottom)
        painter.restore()

    def _draw_paragraph(self, painter: QPainter, k: int, top: int, bottom: int) -> None:
        """Draw what a page shows of a paragraph; the rest is not even written to the file."""
        above = self._page.heights.top(k)
        origin = QPointF(self._measures.left, above)
        shapes = shapes_of(self._page, k, self._by_paragraph.get(k, []), _NOTHING_HIDDEN)
        own = [shape for shape in shapes.boxes if top <= above + shape.box.top() < bottom]
        draw_shapes(painter, own, origin, self._colours)
        painter.setPen(self._colours.text)
        part = QRectF(0, top, self._sheet.width, bottom - top).adjusted(0, 1, 0, -1)
        self._page.layout(k)[0].draw(painter, origin, [], part)
        if above >= top:
            self._margin.draw_number(painter, self._page, k, origin, self._colours)
        tags = [tag for tag in shapes.tags if top <= above + tag.y < bottom]
        self._margin.draw_tags(painter, self._page, k, tags, origin, self._colours)

    def _draw_head(self, painter: QPainter) -> None:
        painter.setFont(self._small)
        painter.setPen(self._colours.dim)
        width, height = self._sheet.width, self._line
        metrics = QFontMetricsF(self._small)
        details = shown(self._transcript.details)
        room = width - metrics.horizontalAdvance(details) - self._measures.em
        title = metrics.elidedText(
            shown(self._transcript.title), Qt.TextElideMode.ElideRight, max(room, width / 2)
        )
        painter.drawText(QRectF(0, 0, width, height), Qt.AlignmentFlag.AlignLeft | _ONE_LINE, title)
        place = QRectF(0, 0, width, height)
        painter.drawText(place, Qt.AlignmentFlag.AlignRight | _ONE_LINE, details)
        painter.drawLine(QPointF(0, height + 1), QPointF(width, height + 1))

    def _draw_foot(self, painter: QPainter, number: int) -> None:
        painter.setFont(self._small)
        painter.setPen(self._colours.dim)
        height = self._line
        words = _("Page {number} of {count}").format(number=number + 1, count=self.count)
        place = QRectF(0, self._sheet.height - height, self._sheet.width, height)
        painter.drawText(place, Qt.AlignmentFlag.AlignHCenter | _ONE_LINE, words)


def _paper() -> QPalette:
    """Return the light colours, on white: paper has no dark theme."""
    palette = make_palette(LIGHT)
    palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.white)
    return palette


def print_pages(
    transcript: PrintedTranscript, device: QPagedPaintDevice, painter: QPainter, font: QFont
) -> Iterator[tuple[int, int]]:
    """Print a transcript with a painter that has begun; yields how much is done, of how much."""
    pages = PrintedPages(transcript, sheet_of(device), font)
    paragraphs = 0
    for done, paragraphs in pages.lay_out():
        yield done, 2 * paragraphs
    for number in range(pages.count):
        if number:
            device.newPage()
        pages.draw_page(painter, number)
        yield paragraphs + paragraphs * (number + 1) // pages.count, 2 * paragraphs
