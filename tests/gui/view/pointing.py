"""Pointing at characters of a transcript with the mouse."""

from PySide6.QtCore import QPoint, Qt, QTimer
from pytestqt.qtbot import QtBot

from annotator.gui.view.mouse import AUTOSCROLL_MS
from annotator.gui.view.transcript_view import TranscriptView

LEFT = Qt.MouseButton.LeftButton
SPEECH = "We opened 12 parks. They cost 1.2 million, all told.\n今年新建😀公园，投入𠮷元。"
LONG_LINE = "今年新建😀公园十二个，投入一点二亿元。" * 6


def gap(view: TranscriptView, position: int, by: float = 0) -> QPoint:
    """Return the point of the viewport at the gap before a character, ``by`` pixels right of it."""
    assert view.page.measures is not None
    box = view.page.line_box(position)
    y = box.y() + view.page.measures.text_height / 2 - view.verticalScrollBar().value()
    return QPoint(round(view.page.measures.left + box.x() + by), round(y))


def on(view: TranscriptView, position: int, part: float = 0.5) -> QPoint:
    """Return the point on a character, by default in its middle."""
    k = view.page.paragraphs.at(position)
    [box] = view.page.boxes(k, position, position + 1)
    return gap(view, position, box.width() * part)


def click(qtbot: QtBot, view: TranscriptView, point: QPoint, times: int = 1) -> None:
    """Click quickly some times, with the events that a window system makes of that."""
    for number in range(times):
        if number % 2:
            qtbot.mouseDClick(view.viewport(), LEFT, pos=point)
        else:
            qtbot.mousePress(view.viewport(), LEFT, pos=point)
        qtbot.mouseRelease(view.viewport(), LEFT, pos=point)


def drag(qtbot: QtBot, view: TranscriptView, start: QPoint, *to: QPoint) -> None:
    """Press somewhere, move over some points and release at the last."""
    qtbot.mousePress(view.viewport(), LEFT, pos=start)
    for point in to:
        qtbot.mouseMove(view.viewport(), pos=point)
    qtbot.mouseRelease(view.viewport(), LEFT, pos=to[-1])


def clicked(view: TranscriptView) -> list[str]:
    """Return a list that will hold the ids of the marks that were clicked."""
    found: list[str] = []
    view.mark_clicked.connect(found.append)
    return found


def finished(view: TranscriptView) -> list[str]:
    """Return a list that will hold the texts of the selections that were finished."""
    found: list[str] = []
    view.selection_finished.connect(lambda: found.append(view.selected_text()))
    return found


def scrolls(view: TranscriptView) -> bool:
    """Say whether the mouse, held outside, scrolls the view."""
    timers = view.findChildren(QTimer)
    return any(t.isActive() and t.interval() == AUTOSCROLL_MS for t in timers)


def first_seen(view: TranscriptView) -> int:
    """Return the position at the top of the view."""
    return view.page.position_at(0, view.verticalScrollBar().value())
