"""A project without transcripts says what to do, and stops saying it when one is there."""

from pathlib import Path
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from annotator.gui.main_window import MainWindow
from tests.gui.fakes import Answers


def test_the_middle_of_an_empty_project_takes_a_transcript(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    cast("Answers", window.prompts).places = [tmp_path / "mine"]
    window.new_project()
    assert window.page is not None
    page = window.page
    empty = page.empty
    assert empty.isVisible()
    QGuiApplication.clipboard().setText("主持人：今年投入2.3万人。\n记者：为什么？\n")
    paste = next(b for b in empty.findChildren(QPushButton) if "Paste" in b.text())
    paste.click()
    qtbot.waitUntil(lambda: "2.3万人" in page.view.text)
    assert not empty.isVisible()
    assert page.view.hasFocus()
    window.undo()
    qtbot.waitUntil(empty.isVisible)
    window.redo()
    qtbot.waitUntil(lambda: not empty.isVisible())
    assert page.view.hasFocus()


def test_enter_presses_the_button_that_has_the_focus(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    answers = cast("Answers", window.prompts)
    answers.places = [tmp_path / "mine"]
    new = QApplication.focusWidget()
    assert isinstance(new, QPushButton)
    qtbot.keyClick(new, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.page is not None)
    assert window.page is not None
    empty = window.page.empty
    answers.files = [[]]
    focused = QApplication.focusWidget()
    assert empty.isAncestorOf(focused or window)
    qtbot.keyClick(focused, Qt.Key.Key_Enter)
    qtbot.waitUntil(lambda: answers.files == [])
