"""The table of commands: every one has a name, and no two share a key."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest

from annotator.gui.actions import SEPARATOR
from annotator.gui.commands import window_commands
from annotator.gui.main_window import MainWindow
from annotator.gui.project_page import ProjectPage
from annotator.gui.transcript_menu import transcript_menu
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


def test_every_command_has_a_letter_of_its_own_in_its_menu(window: MainWindow) -> None:
    letters: dict[tuple[str, str], str] = {}
    for spec in window_commands(window):
        if spec.id != SEPARATOR:
            assert "&" in spec.text, spec.id
            letter = spec.text[spec.text.index("&") + 1].casefold()
            assert letters.setdefault((spec.menu, letter), spec.id) == spec.id


def test_the_menu_ticks_what_is_on_show(page: ProjectPage) -> None:
    window = page.window()
    assert isinstance(window, MainWindow)
    page.bottom.show_panel("checks")
    QTest.keyClick(page.view, Qt.Key.Key_F9)
    window.set_theme("light")
    view = window.actions_by_id.menus["&View"]
    view.aboutToShow.emit()  # offscreen menus cannot be opened
    ticked = {action.objectName() for action in view.actions() if action.isChecked()}
    assert ticked == {"checks", "reading", "theme_light"}


def test_all_is_selected_and_copied_from_the_menu(page: ProjectPage) -> None:
    window = page.window()
    assert isinstance(window, MainWindow)
    window.actions_by_id["select_all"].trigger()
    window.actions_by_id["copy"].trigger()
    assert QGuiApplication.clipboard().text() == page.view.text
    menu = transcript_menu(page)
    assert window.actions_by_id["copy"] in menu.actions()
    page.view.set_selection(0, 0)
    assert window.actions_by_id["copy"] not in transcript_menu(page).actions()
