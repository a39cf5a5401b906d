"""The bar for finding text: typing, stepping, closing, and the count."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from annotator.gui.panels.find_bar import FindBar
from annotator.gui.plain_text import tooltip
from tests.gui.panels.screen import (
    heard,
    nameless,
    put_on_screen,
    rich_labels,
    spoken,
    texts,
    unreachable,
)

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def bar(qtbot: QtBot) -> FindBar:
    made = FindBar()
    put_on_screen(qtbot, made, 480, 40)
    return made


def button(bar: FindBar, name: str) -> QToolButton:
    return next(b for b in bar.findChildren(QToolButton) if spoken(b) == name)


def test_typing_says_the_text_letter_by_letter(qtbot: QtBot, bar: FindBar) -> None:
    said = heard(bar.text_changed)
    qtbot.keyClicks(bar.field, "ab")
    assert said == [("a",), ("ab",)]


def test_matching_case_says_the_text_again(qtbot: QtBot, bar: FindBar) -> None:
    qtbot.keyClicks(bar.field, "a")
    said = heard(bar.text_changed)
    qtbot.mouseClick(bar.matches_case, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    assert bar.matches_case.isChecked()
    assert said == [("a",)]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_goes_on_and_shift_enter_back(qtbot: QtBot, bar: FindBar, key: Qt.Key) -> None:
    steps = heard(bar.step_requested)
    bar.field.setFocus()
    qtbot.keyClick(bar.field, key)
    qtbot.keyClick(bar.field, key, SHIFT)
    assert steps == [(1,), (-1,)]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
@pytest.mark.parametrize(("name", "step"), [("Previous", -1), ("Next", 1)])
def test_a_button_steps_its_own_way(
    qtbot: QtBot, bar: FindBar, name: str, step: int, key: Qt.Key
) -> None:
    steps = heard(bar.step_requested)
    button(bar, name).setFocus()
    qtbot.keyClick(button(bar, name), key)
    qtbot.mouseClick(button(bar, name), Qt.MouseButton.LeftButton)
    assert steps == [(step,), (step,)]


def test_escape_closes_from_everywhere(qtbot: QtBot, bar: FindBar) -> None:
    closed = heard(bar.closed)
    for widget in (bar.field, bar.matches_case, button(bar, "Next")):
        widget.setFocus()
        qtbot.keyClick(widget, Qt.Key.Key_Escape)
    assert len(closed) == 3


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_the_close_button_closes(qtbot: QtBot, bar: FindBar, key: Qt.Key) -> None:
    closed, steps = heard(bar.closed), heard(bar.step_requested)
    button(bar, "Close").setFocus()
    qtbot.keyClick(button(bar, "Close"), key)
    assert closed == [()]
    assert steps == []


def test_opening_takes_a_text_and_lets_it_be_typed_over(qtbot: QtBot) -> None:
    window, bar = QWidget(), FindBar()
    QVBoxLayout(window).addWidget(bar)
    bar.hide()
    put_on_screen(qtbot, window)
    bar.open("公园")
    assert bar.isVisible()
    assert bar.field.hasFocus()
    assert bar.field.selectedText() == "公园"
    qtbot.keyClicks(bar.field, "x")
    assert bar.field.text() == "x"


def test_opening_without_a_text_keeps_the_last_one(qtbot: QtBot, bar: FindBar) -> None:
    qtbot.keyClicks(bar.field, "last")
    bar.open("")
    assert bar.field.selectedText() == "last"


@pytest.mark.parametrize(
    ("current", "total", "shown"),
    [(0, 3, "1 of 3"), (2, 3, "3 of 3"), (None, 3, "0 of 3"), (None, 0, "Not found")],
)
def test_the_count_says_which_of_how_many(
    bar: FindBar, current: int | None, total: int, shown: str
) -> None:
    bar.field.setText("a")
    bar.show_count(current, total)
    assert texts(bar) == [shown]


def test_without_a_text_there_is_no_count(bar: FindBar) -> None:
    bar.field.setText("a")
    bar.show_count(None, 0)
    bar.field.clear()
    bar.show_count(None, 0)
    assert texts(bar) == []


def test_every_control_has_a_name_and_is_reached_by_tab(qtbot: QtBot, bar: FindBar) -> None:
    assert nameless(bar) == []
    assert unreachable(qtbot, bar) == []
    assert rich_labels(bar) == []
    assert {spoken(b) for b in bar.findChildren(QToolButton)} >= {"Previous", "Next", "Close"}


def test_a_narrow_bar_goes_on_below_with_all_of_it_whole(qtbot: QtBot, bar: FindBar) -> None:
    qtbot.keyClicks(bar.field, "a")
    bar.show_count(3, 12_345)
    bar.resize(260, bar.height())
    qtbot.waitUntil(lambda: bar.height() > 50)
    parts = [bar.field, bar.matches_case, *bar.findChildren(QToolButton, "")]
    for part in (part for part in parts if part.parent() is not bar.field):
        where = part.mapTo(bar, QPoint(0, 0))
        assert bar.rect().contains(QRect(where, part.size()))
        assert part.width() >= part.sizeHint().width()


def test_the_buttons_say_which_keys_do_the_same(bar: FindBar) -> None:
    assert button(bar, "Next").toolTip() == tooltip("Next (Enter)")
    assert button(bar, "Previous").toolTip() == tooltip("Previous (Shift+Enter)")
