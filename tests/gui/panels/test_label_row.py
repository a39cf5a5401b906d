"""One label in the codebook: what it shows, and the ways to choose it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QContextMenuEvent, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.gui.panels.label_row import LabelRow
from annotator.model.kinds import LabelKind
from annotator.model.records import Label
from tests.example import QUANTITY
from tests.gui.panels.screen import (
    LONG,
    MARKUP,
    heard,
    is_seen,
    picture,
    put_on_screen,
    read_as_rich_text,
    spoken,
)

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton


def shown(qtbot: QtBot, label: Label = QUANTITY, language: str = "en") -> LabelRow:
    """Return a row on the screen, without the focus and away from the mouse."""
    row = LabelRow(label, language)
    row.move(300, 300)
    put_on_screen(qtbot, row, 240, 28)
    row.clearFocus()
    return row


def named(name: str) -> Label:
    return replace(QUANTITY, names={"en": name})


def test_a_click_chooses(qtbot: QtBot) -> None:
    row = shown(qtbot)
    chosen = heard(row.chosen)
    qtbot.mouseClick(row, LEFT)
    assert chosen == [(QUANTITY.id,)]


def test_a_click_that_slips_off_or_is_a_right_one_does_not_choose(qtbot: QtBot) -> None:
    row = shown(qtbot)
    chosen = heard(row.chosen)
    qtbot.mousePress(row, LEFT)
    qtbot.mouseRelease(row, LEFT, pos=QPoint(10, 200))
    qtbot.mouseClick(row, RIGHT)
    assert chosen == []


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_and_space_choose(qtbot: QtBot, key: Qt.Key) -> None:
    row = shown(qtbot)
    chosen = heard(row.chosen)
    row.setFocus()
    qtbot.keyClick(row, key)
    qtbot.keyClick(row, Qt.Key.Key_X)
    assert chosen == [(QUANTITY.id,)]


@pytest.mark.parametrize(
    "reason", [QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard]
)
def test_a_right_click_or_the_menu_key_asks_for_the_menu_once(
    qtbot: QtBot, reason: QContextMenuEvent.Reason
) -> None:
    row = shown(qtbot)
    asked = heard(row.menu_requested)
    at = row.mapToGlobal(QPoint(4, 4))
    if reason is QContextMenuEvent.Reason.Keyboard:  # Qt sends the key, then this event
        qtbot.keyClick(row, Qt.Key.Key_Menu)
    QApplication.sendEvent(row, QContextMenuEvent(reason, QPoint(4, 4), at))
    assert asked == [(QUANTITY.id, at)]


def test_a_click_does_not_take_the_focus_but_tab_does(qtbot: QtBot) -> None:
    row = shown(qtbot)
    qtbot.mouseClick(row, LEFT)
    assert row.focusPolicy() is Qt.FocusPolicy.TabFocus


def test_the_name_is_in_the_reader_s_language_and_spoken_with_its_key(qtbot: QtBot) -> None:
    assert spoken(shown(qtbot)) == "Quantity, key 1"
    assert spoken(shown(qtbot, language="zh")) == "数量, key 1"
    assert spoken(shown(qtbot, replace(QUANTITY, key=""))) == "Quantity, key —"


def test_the_tooltip_has_the_definition_and_the_examples(qtbot: QtBot) -> None:
    label = replace(
        QUANTITY,
        definitions={"en": "A number of <things>", "zh": "数目"},
        examples=("12个", "<b>7</b>条"),
    )
    lines = read_as_rich_text(shown(qtbot, label).toolTip()).splitlines()
    assert lines == ["A number of <things>", "12个 · <b>7</b>条"]
    assert read_as_rich_text(shown(qtbot, label, "zh").toolTip()).startswith("数目")
    assert shown(qtbot).toolTip() == ""


def test_the_same_label_looks_the_same(qtbot: QtBot) -> None:
    assert picture(shown(qtbot)) == picture(shown(qtbot))


def test_how_often_it_is_used_is_drawn(qtbot: QtBot) -> None:
    row = shown(qtbot)
    before = picture(row)
    row.show_uses(7)
    assert row.uses == 7
    assert picture(row) != before
    row.show_uses(0)
    assert picture(row) == before


def test_the_key_is_drawn_as_a_capital(qtbot: QtBot) -> None:
    with_key = picture(shown(qtbot, replace(QUANTITY, key="q")))
    assert with_key != picture(shown(qtbot, replace(QUANTITY, key="")))
    assert with_key == picture(shown(qtbot, replace(QUANTITY, key="Q")))


def test_a_sticky_label_stands_out(qtbot: QtBot) -> None:
    row = shown(qtbot)
    before = picture(row)
    row.set_sticky(is_sticky=True)
    assert picture(row) != before
    row.set_sticky(is_sticky=False)
    assert picture(row) == before


@pytest.mark.parametrize("is_sticky", [True, False])
def test_the_focus_is_seen(qtbot: QtBot, *, is_sticky: bool) -> None:
    row = shown(qtbot)
    row.set_sticky(is_sticky=is_sticky)
    before = picture(row)
    row.setFocus()
    assert row.hasFocus()
    assert picture(row) != before


def test_a_retired_label_is_dim(qtbot: QtBot) -> None:
    assert picture(shown(qtbot)) != picture(shown(qtbot, replace(QUANTITY, retired=True)))


def test_the_swatch_has_the_kind_and_the_colour(qtbot: QtBot) -> None:
    row = shown(qtbot, replace(QUANTITY, colour="#D55E00"))
    assert is_seen(picture(row), QColor("#D55E00"))
    claim = shown(qtbot, replace(QUANTITY, colour="#D55E00", kind=LabelKind.CLAIM))
    assert not is_seen(picture(claim), QColor("#D55E00"))


def test_markup_in_a_name_is_drawn_letter_by_letter(qtbot: QtBot) -> None:
    assert picture(shown(qtbot, named("<b>x</b>"))) != picture(shown(qtbot, named("x")))
    assert spoken(shown(qtbot, named(MARKUP))) == f"{MARKUP}, key 1"


def test_a_long_name_is_cut_before_the_count(qtbot: QtBot) -> None:
    row = shown(qtbot, named(LONG))
    assert row.width() == 240
    assert row.minimumSizeHint().width() <= 240
    assert picture(row) == picture(shown(qtbot, named(LONG + " and more")))


def test_it_is_drawn_on_a_dark_palette_too(qtbot: QtBot) -> None:
    light = shown(qtbot)
    dark = shown(qtbot)
    palette = QPalette(QColor("#1E1F22"), QColor("#1E1F22"))
    dark.setPalette(palette)
    assert picture(dark) != picture(light)
