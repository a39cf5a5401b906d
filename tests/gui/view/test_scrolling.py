"""Scrolling, zooming, other widths: what is seen stays in its place."""

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPalette, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.gui.view.caret import Spot
from annotator.gui.view.marks import TurnHeading
from annotator.gui.view.measures import text_font
from annotator.gui.view.transcript_view import LARGEST, SMALLEST, TranscriptView
from annotator.model.kinds import LabelKind
from tests.gui.view.examples import mark
from tests.gui.view.pixels import changed, colours_in
from tests.gui.view.pointing import first_seen
from tests.gui.view.screens import (
    LINE,
    TEXT,
    UNEVEN,
    assert_screen_is_right,
    grabbed,
    place,
    settled,
)

CLAIM, FIGURE, TOPIC = LabelKind.CLAIM, LabelKind.FIGURE, LabelKind.TOPIC


# --- scrolling ---


def top_line(view: TranscriptView) -> tuple[int, float]:
    """Return a position that is seen, and its height in the viewport."""
    position = first_seen(view)
    return position, view.page.line_box(position).y() - view.verticalScrollBar().value()


def test_scrolling_up_into_what_was_never_seen_does_not_jump(
    qtbot: QtBot, view: TranscriptView
) -> None:
    view.show_text(UNEVEN, (), ())
    bar = view.verticalScrollBar()
    view.scroll_to(len(UNEVEN) - 3000, "top")
    jumps = []
    for _step in range(120):
        position, y = top_line(view)
        bar.setValue(bar.value() - 30)
        now = view.page.line_box(position).y() - bar.value()
        jumps.append(now - y)
    assert set(jumps) == {30}
    assert_screen_is_right(qtbot, view)


def test_preparing_pages_moves_nothing_that_is_seen(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_text(UNEVEN, (), ())
    view.scroll_to(len(UNEVEN) // 2, "top")
    before = top_line(view)
    height = view.page.heights.total
    settled(qtbot, view)
    assert view.page.heights.total != height
    assert top_line(view) == before
    assert_screen_is_right(qtbot, view)


@pytest.mark.parametrize("position", [0, 7000, len(UNEVEN) - 2])
@pytest.mark.parametrize("where", ["nearest", "top", "centre"])
def test_a_place_that_is_scrolled_to_is_seen(
    qtbot: QtBot, view: TranscriptView, position: int, where: str
) -> None:
    view.show_text(UNEVEN, (), ())
    for start in (0, len(UNEVEN)):
        view.scroll_to(start)
        view.scroll_to(position, where)
        settled(qtbot, view)
        y = view.page.line_box(position).y() - view.verticalScrollBar().value()
        assert 0 <= y <= view.viewport().height() - 20


def test_what_is_seen_already_is_not_scrolled_to(view: TranscriptView) -> None:
    view.show_text(UNEVEN, (), ())
    view.scroll_to(7000, "centre")
    y = view.verticalScrollBar().value()
    view.scroll_to(7001)
    assert view.verticalScrollBar().value() == y


def test_the_end_of_the_scroll_bar_is_the_end_of_the_text(
    qtbot: QtBot, view: TranscriptView
) -> None:
    view.show_text(UNEVEN, (), ())
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum())
    settled(qtbot, view)
    assert bar.value() == bar.maximum()
    bottom = view.page.line_box(len(UNEVEN)).bottom() - bar.value()
    assert 0 < bottom <= view.viewport().height()


def wheel(view: TranscriptView, by: int, modifier: Qt.KeyboardModifier) -> None:
    """Turn the wheel by some eighths of a degree over the middle of the view."""
    middle = QPointF(view.viewport().rect().center())
    turned = QWheelEvent(
        middle,
        view.viewport().mapToGlobal(middle),
        QPoint(),
        QPoint(0, by),
        Qt.MouseButton.NoButton,
        modifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - Qt's signature
    )
    QApplication.sendEvent(view.viewport(), turned)


def test_the_wheel_scrolls(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_text(UNEVEN, (), ())
    wheel(view, -240, Qt.KeyboardModifier.NoModifier)
    assert view.verticalScrollBar().value() > 50
    assert view.zoom() == 1
    assert_screen_is_right(qtbot, view)


# --- zoom, width, colours, turns ---


def test_control_and_the_wheel_zoom(view: TranscriptView) -> None:
    view.show_text(TEXT, (), ())
    line = view.page.line_box(3)
    wheel(view, 120, Qt.KeyboardModifier.ControlModifier)
    assert view.zoom() == pytest.approx(1.1)
    assert view.page.line_box(3).x() > line.x()
    wheel(view, -120, Qt.KeyboardModifier.ControlModifier)
    assert view.page.line_box(3) == line
    assert view.verticalScrollBar().value() == 0


def test_zoom_has_limits(view: TranscriptView) -> None:
    view.set_zoom(99)
    assert view.zoom() == LARGEST
    view.set_zoom(0.01)
    assert view.zoom() == SMALLEST


@pytest.mark.parametrize("change", ["zoom", "width", "turns", "font"])
def test_what_was_at_the_top_stays_there(qtbot: QtBot, view: TranscriptView, change: str) -> None:
    view.show_text(UNEVEN, (), [mark(9000, 9100)])
    view.scroll_to(9050, "top")
    settled(qtbot, view)
    first = first_seen(view)
    match change:
        case "zoom":
            view.set_zoom(1.7)
        case "width":
            view.resize(1100, 500)
        case "font":
            font = view.font()
            font.setBold(True)
            font.setItalic(True)
            view.setFont(font)
            assert view.page._font == text_font(font, UNEVEN, 1.0)
        case _:
            view.set_turns([TurnHeading(0, 0, len(UNEVEN), "", "lead")])
    settled(qtbot, view)
    start, end = view.page.line_range(Spot(first_seen(view)))
    assert start <= first <= end
    assert_screen_is_right(qtbot, view)


def test_a_narrower_window_wraps_anew(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_text(LINE * 10, (), ())
    before = view.page.heights.total
    view.resize(420, 500)
    settled(qtbot, view)
    assert view.page.heights.total > before
    assert_screen_is_right(qtbot, view)


def test_a_lower_window_keeps_its_place(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_text(UNEVEN, (), ())
    view.scroll_to(9000, "top")
    before = top_line(view)
    view.resize(700, 300)
    settled(qtbot, view)
    assert top_line(view) == before
    assert_screen_is_right(qtbot, view)


def test_a_dark_palette_draws_light_text_on_dark(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_text(TEXT, (), [mark(4, 9)])
    palette = QPalette(view.palette())
    palette.setColor(QPalette.ColorRole.Base, QColor("#101418"))
    palette.setColor(QPalette.ColorRole.Text, QColor("#f0f0f0"))
    view.setPalette(palette)
    colours = colours_in(grabbed(view), QRect(0, 0, 400, 60))
    assert "#101418" in colours
    assert max(QColor(name).lightness() for name in colours) > 200
    assert "#ffffff" not in colours
    assert_screen_is_right(qtbot, view)


def test_turns_are_set_apart(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_text("林晓：国家\n主持人：公园", (), ())
    bare = grabbed(view)
    view.set_turns(
        [TurnHeading(0, 3, 5, "林晓", "speaker"), TurnHeading(6, 10, 12, "主持人", "moderator")]
    )
    touched = changed(bare, grabbed(view))
    speech = place(view, 3, 5)[0]
    assert touched
    assert not {point for point in touched if speech.adjusted(6, 0, -2, 0).contains(*point)}
    assert_screen_is_right(qtbot, view)
