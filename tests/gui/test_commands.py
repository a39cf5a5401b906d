"""The table of commands: every one has a name, and no two share a key."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.gui.main_window import MainWindow
from tests.gui.fakes import answers


def test_the_list_of_keys_names_the_commands(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_F1)
    keys = dict(answers(window).told)
    assert keys["Undo"] == "Ctrl+Z"
    assert keys["Redo"].split(" or ") == ["Ctrl+Shift+Z", "Ctrl+Y"]
    assert (keys["Next suggestion"], keys["Accept"], keys["Dismiss"]) == (
        ".",
        "Ctrl+Return",
        "Ctrl+Backspace",
    )
    assert "Delete" in keys["Suggestions: accept, edit first, dismiss"]


def test_every_command_has_a_name_and_no_two_share_a_key(window: MainWindow) -> None:
    keys: dict[str, str] = {}
    for action in window.findChildren(type(window.actions_by_id["undo"])):
        if not action.objectName():
            continue
        assert action.text()
        for shortcut in action.shortcuts():
            assert keys.setdefault(shortcut.toString(), action.objectName()) == action.objectName()
