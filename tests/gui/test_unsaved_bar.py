"""The bar that says what is not saved, and the two ways out."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from annotator.gui.unsaved_bar import UnsavedBar
from tests.gui.panels.screen import heard

LEFT = Qt.MouseButton.LeftButton


def test_it_is_there_only_while_something_is_not_saved(qtbot: QtBot) -> None:
    bar = UnsavedBar()
    qtbot.addWidget(bar)
    [label] = bar.findChildren(QLabel)
    assert bar.isHidden()
    bar.show_count(2)
    assert not bar.isHidden()
    assert (label.text(), bar.accessibleName()) == ("2 changes not saved",) * 2
    bar.show_count(0, is_cut_off=True)
    assert not bar.isHidden()
    assert "moved or replaced" in bar.accessibleName()
    bar.show_count(0)
    assert bar.isHidden()


def test_its_buttons_are_wishes(qtbot: QtBot) -> None:
    bar = UnsavedBar()
    qtbot.addWidget(bar)
    again, copy = heard(bar.try_again_requested), heard(bar.copy_requested)
    bar.show_count(1)
    QTest.mouseClick(bar.try_again, LEFT)
    assert (len(again), len(copy)) == (1, 0)
    QTest.mouseClick(bar.save_copy, LEFT)
    assert (len(again), len(copy)) == (1, 1)
