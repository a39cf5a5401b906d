"""The table of commands: every one has a name, and no two share a key."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest

from annotator.gui.actions import SEPARATOR
from annotator.gui.commands import window_commands
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
    own = Qt.FindChildOption.FindDirectChildrenOnly
    for action in window.findChildren(QAction, options=own):
        assert action.text()
        for shortcut in action.shortcuts():
            assert keys.setdefault(shortcut.toString(), action.objectName()) == action.objectName()


def test_commands_that_need_a_project_ask_nothing_without_one(window: MainWindow) -> None:
    specs = [spec for spec in window_commands(window) if spec.needs_project]
    assert len(specs) > 20
    for spec in specs:
        spec.slot()
        assert window.page is None, spec.id
    assert answers(window).told == []


def test_menus_have_keys_of_their_own_and_no_two_commands_one_id(window: MainWindow) -> None:
    specs = [spec for spec in window_commands(window) if spec.id != SEPARATOR]
    assert len({spec.id for spec in specs}) == len(specs)
    menus = {spec.menu for spec in specs}
    letters = [menu[menu.index("&") + 1].casefold() for menu in menus]
    assert len(set(letters)) == len(letters)
