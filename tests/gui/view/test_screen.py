"""The screen, which is drawn in parts, shows the picture that is drawn as a whole."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.gui.view.transcript_view import TranscriptView
from annotator.model.kinds import LabelKind
from tests.gui.view.examples import mark
from tests.gui.view.pixels import changed, colours_in
from tests.gui.view.screens import (
    TEXT,
    UNEVEN,
    assert_screen_is_right,
    grabbed,
    settled,
)

CLAIM, FIGURE, TOPIC = LabelKind.CLAIM, LabelKind.FIGURE, LabelKind.TOPIC


# --- the screen, drawn in parts, is the picture drawn as a whole ---


def test_adding_and_removing_marks_draws_all_that_changed(
    qtbot: QtBot, view: TranscriptView
) -> None:
    view.show_text(UNEVEN, (), ())
    settled(qtbot, view)
    view.add_marks([mark(30, 90, CLAIM), mark(60, 200, TOPIC), mark(500, 900, FIGURE)])
    assert_screen_is_right(qtbot, view)
    view.remove_marks([mark(60, 200, TOPIC).id])
    assert_screen_is_right(qtbot, view)


def test_walking_over_marks_draws_outlines_and_takes_them_away(
    qtbot: QtBot, view: TranscriptView
) -> None:
    marks = [mark(0, 8, CLAIM), mark(23, 48, FIGURE), mark(30, 33, TOPIC), mark(21, 300, TOPIC)]
    view.show_text(TEXT * 20, (), marks)
    settled(qtbot, view)
    for own in marks:
        view.set_current(own.id, scroll=True)
        assert_screen_is_right(qtbot, view)
    view.set_current(None)
    assert_screen_is_right(qtbot, view)


def test_selecting_draws_all_that_changed(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_text(UNEVEN, (), [mark(30, 90, CLAIM)])
    settled(qtbot, view)
    for start, end in ((3, 9), (40, 700), (700, 40), (5, 5), (0, len(UNEVEN)), (8, 8)):
        view.set_selection(start, end, scroll=False)
        assert_screen_is_right(qtbot, view)


@pytest.mark.parametrize("steps", [(1, 40, 300), (400, -35, -35, -200), (5000, -20, -20, -20, 9)])
def test_scrolling_draws_all_that_changed(
    qtbot: QtBot, view: TranscriptView, steps: tuple[int, ...]
) -> None:
    view.show_text(UNEVEN, (), [mark(30, 90, CLAIM), mark(100, 3000, TOPIC)])
    bar = view.verticalScrollBar()
    for step in steps:
        bar.setValue(bar.value() + step)
        QApplication.sendPostedEvents()
        bar.setValue(bar.value() + step // 4)
        assert_screen_is_right(qtbot, view)


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_Right])
def test_a_caret_that_moves_on_leaves_nothing_behind(
    qtbot: QtBot, view: TranscriptView, key: Qt.Key
) -> None:
    view.show_text("国家\n\n\n公园\n" + "林" * 200, (), ())
    settled(qtbot, view)
    for _time in range(9):
        qtbot.keyClick(view, key)
        assert_screen_is_right(qtbot, view)


def test_hits_are_drawn_and_taken_away(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_text(UNEVEN, (), ())
    view.set_hits([(0, 3), (8000, 8005), (9000, 9002)], 1)
    assert_screen_is_right(qtbot, view)
    assert view.colours.current_hit.name() not in colours_in(grabbed(view), view.rect())
    view.set_selection(8010, 8010)
    assert view.colours.current_hit.name() in colours_in(grabbed(view), view.rect())
    view.set_hits([], None)
    assert_screen_is_right(qtbot, view)


def test_the_current_hit_is_selected_and_in_the_middle(view: TranscriptView) -> None:
    view.show_text(UNEVEN, (), ())
    view.set_hits([(0, 3), (8000, 8005)], 1)
    assert view.selection == (8000, 8005)
    y = view.page.line_box(8000).center().y() - view.verticalScrollBar().value()
    assert abs(y - view.viewport().height() / 2) < 40


def test_a_change_of_focus_shows_and_hides_the_caret(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_text(TEXT, (), ())
    view.move_caret(5)
    focused = grabbed(view)
    view.clearFocus()
    assert_screen_is_right(qtbot, view)
    touched = changed(focused, grabbed(view))
    assert touched
    assert {x for x, _y in touched} <= set(range(*_around(view.page.line_box(5).x(), view)))


def _around(x: float, view: TranscriptView) -> tuple[int, int]:
    assert view.page.measures is not None
    middle = round(x + view.page.measures.left)
    return middle - 3, middle + 4
