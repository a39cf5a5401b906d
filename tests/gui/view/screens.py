"""What the screen shows of a transcript view."""

from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.gui.view.transcript_view import TranscriptView
from tests.gui.view.pixels import changed, picture, screen_of

TEXT = "今年新建公园😀十二个，投入一点二亿元。\n\n公交线路𠮷新开七条，占百分之七十六。"
LINE = "今年新建😀公园十二个，投入𠮷元。公交线路新开七条。"
NARROW = "illicit illicit illicit illicit illicit illicit illicit illicit, " * 6
UNEVEN = "\n".join(NARROW * (k % 3 + 1) if k % 2 else LINE * (k % 5) for k in range(400))
MILLION = "\n".join(LINE * (1 + k % 7) for k in range(10_000))


def settled(qtbot: QtBot, view: TranscriptView) -> None:
    """Let the view paint and prepare until it is idle."""
    QApplication.processEvents()
    qtbot.waitUntil(lambda: view.prefetch.is_done)


def place(view: TranscriptView, start: int, end: int) -> list[QRectF]:
    """Return where a stretch of text stands in the viewport, line by line."""
    assert view.page.measures is not None
    found = []
    for k in view.page.paragraphs.between(start, end):
        top = view.page.heights.top(k) - view.verticalScrollBar().value()
        for box in view.page.boxes(k, start, end):
            moved = box.translated(view.page.measures.left, top)
            found.append(QRectF(moved.left(), moved.top(), moved.width(), view.page.measures.pitch))
    return found


def tag_margin(view: TranscriptView) -> QRectF:
    """Return where tags and the overview stand."""
    assert view.page.measures is not None
    left = view.page.measures.left + view.page.measures.column
    size = view.viewport().size()
    return QRectF(left, 0, size.width() - left, size.height())


def grabbed(view: TranscriptView) -> QImage:
    """Return the viewport drawn from nothing."""
    return picture(view.viewport().grab())


def assert_screen_is_right(qtbot: QtBot, view: TranscriptView) -> None:
    """Compare the screen, which is drawn in parts, with a picture drawn as a whole."""
    settled(qtbot, view)
    whole = grabbed(view)
    shown = screen_of(view).copy(QRect(QPoint(), whole.size()))
    shown.setDevicePixelRatio(whole.devicePixelRatio())
    assert changed(shown, whole) == set()
