"""A key of the window that a field would take."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from annotator.gui.main_window import MainWindow
from annotator.gui.project_page import ProjectPage
from annotator.gui.window_keys import WindowKeys
from tests.gui.fakes import answers

CTRL = Qt.KeyboardModifier.ControlModifier


def claims(field: QLineEdit, key: Qt.Key) -> bool:
    """Ask a field whether a key is its own before it is a shortcut."""
    asked = QKeyEvent(QEvent.Type.ShortcutOverride, key, CTRL)
    asked.ignore()
    QApplication.sendEvent(field, asked)
    return asked.isAccepted()


def test_a_field_leaves_the_window_its_keys_and_keeps_the_others(qtbot: QtBot) -> None:
    window = QWidget()
    field = QLineEdit("text", window)
    QVBoxLayout(window).addWidget(field)
    qtbot.addWidget(window)
    assert claims(field, Qt.Key.Key_A)
    WindowKeys(window, [QKeySequence("Ctrl+A")])
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    field.clearFocus()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    assert not claims(field, Qt.Key.Key_A)
    assert claims(field, Qt.Key.Key_C)


def test_export_opens_from_the_field_of_find(
    page: ProjectPage, window: MainWindow, qtbot: QtBot
) -> None:
    page.search_desk.open()
    qtbot.waitUntil(page.find_bar.field.hasFocus)
    QTest.keyClick(page.find_bar.field, Qt.Key.Key_E, CTRL)
    assert answers(window).shown[-1].windowTitle() == "Export"
