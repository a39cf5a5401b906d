"""Pages laid out for tests."""

from collections.abc import Sequence

from PySide6.QtGui import QFont, QPalette

from annotator.gui.view.colours import view_colours
from annotator.gui.view.marks import TurnHeading
from annotator.gui.view.measures import measure, text_font
from annotator.gui.view.paragraphs import Paragraphs
from annotator.gui.view.text_page import TextPage

WIDTH = 520


def page_of(
    text: str, turns: Sequence[TurnHeading] = (), width: int = WIDTH, zoom: float = 1.0
) -> TextPage:
    """Return a page for a viewport of so many pixels; needs a QApplication."""
    page = TextPage(Paragraphs(text), turns)
    font = text_font(QFont(), text, zoom)
    page.arrange(font, measure(font, width), view_colours(QPalette()))
    return page
