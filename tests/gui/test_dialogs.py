"""The dialogs themselves: what they show, and what their buttons answer."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QThread, QTimer, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLabel,
    QListWidget,
    QPlainTextEdit,
    QProgressDialog,
    QPushButton,
    QTableWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from annotator.gui.dialogs import Prompts
from tests.gui.panels.screen import put_on_screen

MARKUP = "<b>bold</b> & <img src='x'>"


@pytest.fixture
def prompts(qtbot: QtBot) -> Prompts:
    parent = QWidget()
    qtbot.addWidget(parent)
    made = Prompts()
    made.set_parent(parent)
    return made


def meanwhile(act: Callable[[QDialog], None]) -> None:
    """Do something with the dialog that opens next."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog):
            act(dialog)
            if dialog.isVisible():
                dialog.reject()
        else:
            QTimer.singleShot(10, look)

    QTimer.singleShot(0, look)


def press(dialog: QDialog, text: str) -> None:
    buttons = dialog.findChildren(QPushButton)
    button = next(b for b in buttons if b.text().replace("&", "") == text)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_what_is_told_is_plain_text(prompts: Prompts) -> None:
    seen: list[tuple[str, Qt.TextFormat]] = []
    meanwhile(lambda d: seen.extend((x.text(), x.textFormat()) for x in d.findChildren(QLabel)))
    prompts.tell("Title", MARKUP)
    assert (MARKUP, Qt.TextFormat.PlainText) in seen


def test_a_crash_offers_its_details(prompts: Prompts, tmp_path: Path) -> None:
    shown: list[str] = []

    def act(dialog: QDialog) -> None:
        shown.extend(x.toPlainText() for x in dialog.findChildren(QPlainTextEdit))
        press(dialog, "Copy details")
        press(dialog, "Go on")

    meanwhile(act)
    prompts.crash("Traceback: it broke", tmp_path / "log.txt")
    assert shown == ["Traceback: it broke"]
    assert QGuiApplication.clipboard().text() == "Traceback: it broke"


def test_a_crash_offers_the_log(qtbot: QtBot, tmp_path: Path) -> None:
    opened: list[QUrl] = []

    class Opening(Prompts):
        def open_address(self, url: QUrl) -> None:
            opened.append(url)

    window = QWidget()
    qtbot.addWidget(window)
    prompts = Opening()
    prompts.set_parent(window)

    def act(dialog: QDialog) -> None:
        press(dialog, "Show the log")
        press(dialog, "Go on")

    meanwhile(act)
    prompts.crash("Traceback", tmp_path / "log.txt")
    assert opened == [QUrl.fromLocalFile(str(tmp_path / "log.txt"))]


@pytest.mark.parametrize(("button", "answer"), [("Delete", True), ("Cancel", False)])
def test_confirming_needs_its_button(prompts: Prompts, button: str, *, answer: bool) -> None:
    meanwhile(lambda dialog: press(dialog, button))
    assert prompts.confirm("Sure?", "It goes.", "Delete") is answer


def test_a_choice_is_answered_by_its_id(prompts: Prompts) -> None:
    def act(dialog: QDialog) -> None:
        [listed] = dialog.findChildren(QListWidget)
        QTest.keyClick(listed, Qt.Key.Key_Down)
        press(dialog, "OK")

    meanwhile(act)
    assert prompts.choose("Which?", [("a", "First"), ("b", "Second")]) == "b"
    meanwhile(lambda dialog: press(dialog, "Cancel"))
    assert prompts.choose("Which?", [("a", "First")]) is None


@pytest.mark.parametrize(("now", "answer"), [("b", "b"), (None, "a"), ("gone", "a")])
def test_a_question_begins_at_what_holds_now(
    prompts: Prompts, now: str | None, answer: str
) -> None:
    meanwhile(lambda dialog: press(dialog, "OK"))
    assert prompts.choose("Which?", [("a", "First"), ("b", "Second")], now) == answer


def test_a_text_is_answered_or_not(prompts: Prompts) -> None:
    def act(dialog: QDialog) -> None:
        [field] = dialog.findChildren(QPlainTextEdit)
        QTest.keyClicks(field, "new ")
        press(dialog, "OK")

    meanwhile(act)
    assert prompts.text("Name", "old") == "new old"
    meanwhile(lambda dialog: press(dialog, "Cancel"))
    assert prompts.text("Name", "old") is None


@pytest.mark.parametrize(("button", "answer"), [("Use mine", True), ("Keep theirs", False)])
def test_two_values_are_shown_side_by_side(prompts: Prompts, button: str, *, answer: bool) -> None:
    cells: list[str] = []

    def act(dialog: QDialog) -> None:
        [table] = dialog.findChildren(QTableWidget)
        cells.extend(str(table.model().index(0, column).data()) for column in range(3))
        press(dialog, button)

    meanwhile(act)
    assert prompts.compare("Changed", "x", [("Note", "a", "b")], may_choose=True) is answer
    assert cells == ["Note", "a", "b"]


def test_what_is_gone_cannot_be_chosen(prompts: Prompts) -> None:
    buttons: list[str] = []

    def act(dialog: QDialog) -> None:
        buttons.extend(button.text() for button in dialog.findChildren(QPushButton))
        press(dialog, "Keep theirs")

    meanwhile(act)
    assert prompts.compare("Deleted", "x", [("Note", "a", "")], may_choose=False) is False
    assert "Use mine" not in buttons


def test_a_row_is_picked_by_its_number(prompts: Prompts) -> None:
    rows = [("a", "1"), ("b", "2")]

    def act(dialog: QDialog) -> None:
        [table] = dialog.findChildren(QTableWidget)
        QTest.keyClick(table, Qt.Key.Key_Down)
        press(dialog, "Open")

    meanwhile(act)
    assert prompts.pick_row("Which?", ["Name", "Holds"], rows, "Open") == 1
    meanwhile(lambda dialog: press(dialog, "Cancel"))
    assert prompts.pick_row("Which?", ["Name", "Holds"], rows, "Open") is None


def test_a_crash_says_where_the_work_was_kept(prompts: Prompts, tmp_path: Path) -> None:
    texts: list[str] = []
    meanwhile(lambda d: texts.extend(x.text() for x in d.findChildren(QLabel)))
    prompts.crash("Traceback", tmp_path / "log.txt", tmp_path / "kept.annotator")
    assert any(str(tmp_path / "kept.annotator") in text for text in texts)


def test_keys_and_about_show_what_they_were_given(prompts: Prompts) -> None:
    cells: list[str] = []

    def act(dialog: QDialog) -> None:
        [table] = dialog.findChildren(QTableWidget)
        cells.extend(str(table.model().index(0, column).data()) for column in (0, 1))

    meanwhile(act)
    prompts.keys([("Undo", "Ctrl+Z")])
    assert cells == ["Undo", "Ctrl+Z"]
    texts: list[str] = []
    meanwhile(lambda d: texts.extend(x.text() for x in d.findChildren(QLabel)))
    prompts.about("1.2", Path("mine.annotator"), Path("log.txt"))
    assert any("1.2" in text and "mine.annotator" in text for text in texts)


# --- long work and printing ---


def test_quick_work_is_done_without_a_dialog(prompts: Prompts) -> None:
    seen: list[bool] = []

    def steps() -> Iterator[tuple[int, int]]:
        for done in range(1, 4):
            seen.append(QApplication.activeModalWidget() is not None)
            yield done, 3

    assert prompts.work("Writing", steps())
    assert seen == [False] * 3


def test_slow_work_shows_how_far_it_is_and_can_be_stopped(prompts: Prompts) -> None:
    taken: list[int] = []

    def steps() -> Iterator[tuple[int, int]]:
        for done in range(1, 10_000):
            taken.append(done)
            QThread.msleep(5)
            shown = QApplication.activeModalWidget()
            if isinstance(shown, QProgressDialog) and shown.isVisible():
                assert 0 < shown.value() <= done
                [button] = shown.findChildren(QPushButton)
                QTest.mouseClick(button, Qt.MouseButton.LeftButton)
            yield done, 10_000

    assert not prompts.work("Writing", steps())
    assert 1 < len(taken) < 1000


def test_a_printer_is_asked_for(prompts: Prompts) -> None:
    titles: list[str] = []
    meanwhile(lambda dialog: titles.append(dialog.windowTitle()))
    assert prompts.printer("Print it") is None
    assert titles == ["Print it"]


def test_a_question_stands_over_the_dialog_that_asks_it_and_gives_it_the_focus_back(
    qtbot: QtBot,
) -> None:
    window, prompts = QWidget(), Prompts()
    prompts.set_parent(window)
    put_on_screen(qtbot, window)
    beside = QDialog(QLabel(window))
    put_on_screen(qtbot, beside)
    parents: list[QWidget | None] = []
    meanwhile(lambda dialog: parents.append(dialog.parentWidget()))
    prompts.tell("Nothing was exported", "The disk is full.")
    beside.close()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    meanwhile(lambda dialog: parents.append(dialog.parentWidget()))
    prompts.line("Name", "")
    assert parents == [beside, window]
