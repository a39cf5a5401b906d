"""Escape leaves every dialog with nothing done; Enter presses the button that is meant."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from annotator.formats.registry import FORMATS
from annotator.gui.dialogs import Prompts
from annotator.gui.export_dialog import ExportDialog
from annotator.gui.import_dialog import ImportDialog
from tests.gui.test_dialogs import meanwhile, prompts

__all__ = ["prompts"]
Ask = Callable[[Prompts], object]
ASKS: dict[str, tuple[Ask, object]] = {
    "tell": (lambda p: p.tell("A", "b"), None),
    "crash": (lambda p: p.crash("it broke", Path("x.log")), None),
    "about": (lambda p: p.about("1", None, Path("x.log")), None),
    "keys": (lambda p: p.keys([("Undo", "Ctrl+Z")]), None),
    "confirm": (lambda p: p.confirm("A", "b", "Delete"), False),
    "compare": (lambda p: p.compare("A", "b", [("x", "y", "z")], may_choose=True), False),
    "pick_row": (lambda p: p.pick_row("A", ["x"], [["y"]], "Open"), None),
    "choose": (lambda p: p.choose("A", [("a", "b")]), None),
    "line": (lambda p: p.line("A", "b"), None),
    "text": (lambda p: p.text("A", "b"), None),
}


def key(pressed: Qt.Key) -> Callable[[QDialog], None]:
    """Press a key where the focus is, as a keyboard does."""

    def act(dialog: QDialog) -> None:
        dialog.activateWindow()
        QTest.keyClick(QApplication.focusWidget() or dialog, pressed)
        assert not dialog.isVisible()

    return act


@pytest.mark.parametrize("name", ASKS)
def test_escape_leaves_a_dialog(prompts: Prompts, name: str) -> None:
    ask, answer = ASKS[name]
    meanwhile(key(Qt.Key.Key_Escape))
    assert ask(prompts) is answer


@pytest.mark.parametrize(
    ("ask", "answer"),
    [
        (ASKS["tell"][0], None),
        (ASKS["about"][0], None),
        (ASKS["confirm"][0], True),
        (lambda p: p.confirm("A", "b", "Close all the same", is_loss=True), False),
        (ASKS["compare"][0], False),
        (ASKS["pick_row"][0], 0),
        (ASKS["choose"][0], "a"),
        (ASKS["line"][0], "b"),
    ],
)
def test_enter_presses_the_button_that_is_meant(
    prompts: Prompts,
    ask: Ask,
    answer: object,
) -> None:
    meanwhile(key(Qt.Key.Key_Return))
    assert ask(prompts) == answer


def test_a_line_is_typed_over_and_taken_with_enter(prompts: Prompts) -> None:
    def act(dialog: QDialog) -> None:
        [field] = dialog.findChildren(QLineEdit)
        QTest.keyClicks(field, " Wei ")
        QTest.keyClick(field, Qt.Key.Key_Return)

    meanwhile(act)
    assert prompts.line("Name", "old") == "Wei"


def test_in_a_long_text_enter_makes_a_line_and_control_enter_takes_it(
    prompts: Prompts,
) -> None:
    def act(dialog: QDialog) -> None:
        [field] = dialog.findChildren(QPlainTextEdit)
        dialog.activateWindow()
        assert QTest.qWaitForWindowActive(dialog)
        QTest.keyClicks(field, "a")
        QTest.keyClick(field, Qt.Key.Key_Return)
        QTest.keyClicks(field, "b")
        QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    meanwhile(act)
    assert prompts.text("Note", "") == "a\nb"


@pytest.mark.parametrize("which", ["import", "export"])
def test_escape_closes_the_dialogs_of_import_and_export(
    qtbot: QtBot, which: str, tmp_path: Path
) -> None:
    dialog = (
        ImportDialog([tmp_path / "a.txt"], None)
        if which == "import"
        else ExportDialog([f for f in FORMATS if f.writes], {}, None)
    )
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    dialog.activateWindow()
    with qtbot.waitSignal(dialog.rejected):
        QTest.keyClick(QApplication.focusWidget() or dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
