"""Context menus that are gone once they close."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from annotator.gui.panels.passing_menu import passing_menu
from tests.gui.panels.screen import heard, put_on_screen

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard")


def test_a_menu_is_gone_after_a_choice_that_is_heard(qtbot: QtBot) -> None:
    owner = QWidget()
    put_on_screen(qtbot, owner)
    menu = passing_menu(owner)
    chosen = heard(menu.addAction("Delete").triggered)
    menu.popup(owner.mapToGlobal(QPoint(5, 5)))
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    with qtbot.waitSignal(menu.destroyed):
        qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert chosen == [()]
    assert owner.findChildren(QMenu) == []


def test_a_menu_is_gone_after_escape(qtbot: QtBot) -> None:
    owner = QWidget()
    put_on_screen(qtbot, owner)
    menu = passing_menu(owner)
    menu.addAction("Delete")
    menu.popup(owner.mapToGlobal(QPoint(5, 5)))
    with qtbot.waitSignal(menu.destroyed):
        qtbot.keyClick(menu, Qt.Key.Key_Escape)
