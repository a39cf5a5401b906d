"""A page with marks, painted on pictures."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPalette

from annotator.gui.view.colours import ViewColours, view_colours
from annotator.gui.view.mark_index import MarkIndex
from annotator.gui.view.marks import Mark
from annotator.gui.view.measures import Measures, text_font
from annotator.gui.view.painting import PagePainter, Scene
from annotator.gui.view.text_page import TextPage
from tests.gui.view.pages import WIDTH, page_of
from tests.gui.view.pixels import FORMAT

TEXT = "今年新建公园😀十二个，投入一点二亿元。\n\n公交线路𠮷新开七条，占百分之七十六。"
HEIGHT = 260


class Drawing:
    """A page with marks, and pictures of it."""

    def __init__(self, text: str, marks: Iterable[Mark] = ()) -> None:
        self.page: TextPage = page_of(text)
        self.index = MarkIndex(self.page.paragraphs)
        self.index.add(marks)
        self.painter = PagePainter(self.page, self.index, text_font(QFont(), text, 1.0))
        self.colours: ViewColours = view_colours(QPalette())

    def image(
        self, scene: Scene | None = None, *, scroll: int = 0, clips: Sequence[QRect] = ()
    ) -> QImage:
        """Return a picture of what the viewport shows, drawn in one go or in several."""
        image = QImage(WIDTH, HEIGHT, FORMAT)
        image.fill(QColor("magenta"))
        for clip in clips or (image.rect(),):
            painter = QPainter(image)
            painter.setClipRect(clip)
            self.painter.draw(painter, clip, scroll, scene or Scene(), self.colours)
            painter.end()
        return image

    @property
    def sizes(self) -> Measures:
        """The sizes of the page."""
        assert self.page.measures is not None
        return self.page.measures

    def boxes(self, start: int, end: int) -> list[QRectF]:
        """Return where a stretch of text stands in the picture, line by line, in full height."""
        found = []
        for k in self.page.paragraphs.between(start, end):
            for box in self.page.boxes(k, start, end):
                top = self.page.heights.top(k)
                moved = box.translated(self.sizes.left, top)
                found.append(QRectF(moved.left(), moved.top(), moved.width(), self.sizes.pitch))
        return found

    def tag_margin(self) -> QRectF:
        """Return where tags stand."""
        left = self.sizes.left + self.sizes.column
        return QRectF(left, 0, WIDTH - left, HEIGHT)
