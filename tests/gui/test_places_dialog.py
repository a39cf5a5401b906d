"""A list of places: any way to a row says its number."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot

from annotator.gui.places_dialog import PlacesDialog
from tests.gui.panels.screen import MARKUP, heard, put_on_screen, texts

ROWS = [("changed", "12", "15"), ("lost", MARKUP, "a\u202eb")]


@pytest.fixture
def dialog(qtbot: QtBot) -> PlacesDialog:
    made = PlacesDialog("What changed", MARKUP, ("What", "Before", "Now"), ROWS, None)
    put_on_screen(qtbot, made)
    return made


def test_a_click_or_a_key_says_the_row(dialog: PlacesDialog) -> None:
    chosen = heard(dialog.chosen)
    item = dialog.table.item(1, 0)
    assert item is not None
    place = dialog.table.visualItemRect(item).center()
    QTest.mouseClick(dialog.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert {row for (row,) in chosen} == {1}
    chosen.clear()
    QTest.keyClick(dialog.table, Qt.Key.Key_Up)
    assert chosen == [(0,)]
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    assert chosen == [(0,), (0,)]
    assert dialog.isVisible()


def test_text_is_shown_letter_by_letter_and_what_only_acts_as_a_sign(dialog: PlacesDialog) -> None:
    cells = [dialog.table.item(1, column) for column in range(3)]
    assert [cell and cell.text() for cell in cells] == ["lost", MARKUP, "a\ufffdb"]
    assert MARKUP in texts(dialog)


def test_close_closes_it(dialog: PlacesDialog) -> None:
    [box] = dialog.findChildren(QDialogButtonBox)
    QTest.mouseClick(box.button(QDialogButtonBox.StandardButton.Close), Qt.MouseButton.LeftButton)
    assert dialog.isHidden()
