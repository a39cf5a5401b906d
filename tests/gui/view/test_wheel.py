"""The wheel in notches, in parts of a notch, and a touch pad that tells pixels and phases."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.gui.view.transcript_view import TranscriptView
from tests.gui.view.screens import UNEVEN, assert_screen_is_right

Phase, Modifier = Qt.ScrollPhase, Qt.KeyboardModifier
NONE, CTRL = Modifier.NoModifier, Modifier.ControlModifier


def turn(
    view: TranscriptView,
    angle: int = 0,
    pixels: int = 0,
    phase: Qt.ScrollPhase = Phase.NoScrollPhase,
    modifier: Qt.KeyboardModifier = NONE,
) -> bool:
    """Send a turn of the wheel; returns whether the view took it."""
    at = QPointF(100, 120)
    event = QWheelEvent(
        at,
        view.viewport().mapToGlobal(at),
        QPoint(0, pixels),
        QPoint(0, angle),
        Qt.MouseButton.NoButton,
        modifier,
        phase,
        False,  # noqa: FBT003 - Qt's signature
    )
    event.ignore()
    QApplication.sendEvent(view.viewport(), event)
    return event.isAccepted()


@pytest.fixture
def scrolled(view: TranscriptView) -> TranscriptView:
    """Return a view scrolled down by 500 pixels."""
    view.show_text(UNEVEN, (), ())
    view.verticalScrollBar().setValue(500)
    return view


def y(view: TranscriptView) -> int:
    return view.verticalScrollBar().value()


def test_pixels_of_a_touch_pad_are_followed_one_by_one(
    qtbot: QtBot, scrolled: TranscriptView
) -> None:
    for pixels in (-1, -3, 2, -7):
        turn(scrolled, angle=pixels * 2, pixels=pixels, phase=Phase.ScrollUpdate)
    assert y(scrolled) == 509
    assert_screen_is_right(qtbot, scrolled)


def test_a_notch_is_as_many_lines_as_the_system_says(scrolled: TranscriptView) -> None:
    turn(scrolled, angle=-120)
    lines = QApplication.wheelScrollLines()
    assert y(scrolled) == 500 + lines * scrolled.verticalScrollBar().singleStep()


def test_parts_of_a_notch_add_up_to_it(scrolled: TranscriptView) -> None:
    for _part in range(24):
        turn(scrolled, angle=-5)
    lines = QApplication.wheelScrollLines()
    assert abs(y(scrolled) - 500 - lines * scrolled.verticalScrollBar().singleStep()) <= 1


def test_a_stroke_begins_without_the_rest_of_the_one_before(scrolled: TranscriptView) -> None:
    for _time in range(50):
        turn(scrolled, phase=Phase.ScrollBegin, angle=-1)
        turn(scrolled, phase=Phase.ScrollEnd)
    assert y(scrolled) == 500


def test_the_swing_goes_on_scrolling_when_ctrl_is_pressed_meanwhile(
    scrolled: TranscriptView,
) -> None:
    turn(scrolled, pixels=-4, phase=Phase.ScrollBegin)
    turn(scrolled, pixels=-4, phase=Phase.ScrollUpdate)
    turn(scrolled, pixels=-30, angle=-60, phase=Phase.ScrollMomentum, modifier=CTRL)
    assert scrolled.zoom() == 1
    assert y(scrolled) == 538


def test_a_zoom_goes_on_as_one_and_its_swing_does_nothing(scrolled: TranscriptView) -> None:
    turn(scrolled, angle=60, pixels=10, phase=Phase.ScrollBegin, modifier=CTRL)
    zoomed = scrolled.zoom()
    assert 1 < zoomed < 1.1
    place = y(scrolled)
    turn(scrolled, angle=60, pixels=10, phase=Phase.ScrollMomentum)
    assert scrolled.zoom() == zoomed
    assert y(scrolled) == place


def test_zoom_follows_parts_of_a_notch(scrolled: TranscriptView) -> None:
    for _part in range(12):
        turn(scrolled, angle=10, modifier=CTRL)
    assert scrolled.zoom() == pytest.approx(1.1)
    turn(scrolled, angle=0, modifier=CTRL)
    assert scrolled.zoom() == pytest.approx(1.1)


def test_the_view_takes_every_turn_also_at_its_ends(view: TranscriptView) -> None:
    view.show_text("国", (), ())
    assert turn(view, angle=-120)
    assert turn(view, pixels=20, phase=Phase.ScrollUpdate)
