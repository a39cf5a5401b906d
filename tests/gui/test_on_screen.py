"""Windows on a screen that is smaller than they would like."""

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from annotator.gui.main_window import START_SIZE, MainWindow
from annotator.gui.on_screen import TITLE_BAR, resize_within_screen


def test_the_window_is_no_larger_than_the_screen(window: MainWindow) -> None:
    room = window.screen().availableSize()
    assert room.width() < START_SIZE[0] == window.width()
    window.fit_screen()
    assert window.width() == room.width()
    assert window.height() <= room.height() - TITLE_BAR
    before = window.size()
    window.fit_screen()
    assert window.size() == before


@pytest.mark.parametrize("more", [-100, 100])
def test_a_dialog_leaves_room_for_its_title(qtbot: QtBot, more: int) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    room = dialog.screen().availableSize()
    resize_within_screen(dialog, room.width() + more, room.height() + more)
    assert dialog.width() == min(room.width(), room.width() + more)
    assert dialog.height() == min(room.height() - TITLE_BAR, room.height() + more)
