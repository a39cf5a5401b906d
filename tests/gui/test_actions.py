"""Commands from one table: in menus, on keys, and only where they can be done."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMainWindow, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from annotator.gui.actions import SEPARATOR, Actions, ActionSpec
from tests.gui.panels.screen import put_on_screen

CTRL = Qt.KeyboardModifier.ControlModifier


class Window(QMainWindow):
    """A window with three commands, and a list of those that were called."""

    def __init__(self) -> None:
        super().__init__()
        self.called: list[str] = []
        specs = [
            self._spec("new", "&New…", "Ctrl+N", needs_project=False),
            ActionSpec("&File", SEPARATOR, "", "", lambda: None),
            self._spec("save", "&Save", "Ctrl+S | F2"),
            self._spec("mark", "&Mark", ".", in_transcript=True, menu="&Edit"),
            self._spec("plain", "Plain", "", menu="&Edit"),
        ]
        self.actions_by_id = Actions(self, self.menuBar(), specs)
        self.text, self.field = QWidget(), QLineEdit()
        self.text.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.addWidget(self.text)
        column.addWidget(self.field)
        self.setCentralWidget(inside)
        self.actions_by_id.bind(self.text)

    def _spec(
        self,
        name: str,
        text: str,
        keys: str,
        *,
        menu: str = "&File",
        needs_project: bool = True,
        in_transcript: bool = False,
    ) -> ActionSpec:
        slot = lambda: self.called.append(name)  # noqa: E731
        return ActionSpec(menu, name, text, keys, slot, needs_project, in_transcript)


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    made = Window()
    put_on_screen(qtbot, made)
    return made


def test_menus_stand_in_the_order_of_the_table(window: Window) -> None:
    assert list(window.actions_by_id.menus) == ["&File", "&Edit"]
    texts = [action.text() for action in window.actions_by_id.menus["&File"].actions()]
    assert texts == ["&New…", "", "&Save"]
    assert window.actions_by_id.menus["&File"].actions()[1].isSeparator()


def test_every_key_of_a_command_calls_it(window: Window) -> None:
    window.field.setFocus()
    QTest.keyClick(window.field, Qt.Key.Key_S, CTRL)
    QTest.keyClick(window.field, Qt.Key.Key_F2)
    window.actions_by_id["new"].trigger()
    assert window.called == ["save", "save", "new"]


def test_keys_of_the_transcript_work_there_and_are_letters_elsewhere(window: Window) -> None:
    window.field.setFocus()
    QTest.keyClicks(window.field, ".")
    assert (window.field.text(), window.called) == (".", [])
    window.text.setFocus()
    QTest.keyClicks(window.text, ".")
    assert window.called == ["mark"]


def test_without_a_project_only_what_needs_none_can_be_done(window: Window) -> None:
    window.actions_by_id.enable_for(has_project=False)
    enabled = [name for name in ("new", "save", "mark") if window.actions_by_id[name].isEnabled()]
    assert enabled == ["new"]
    window.actions_by_id.enable_for(has_project=True)
    assert window.actions_by_id["save"].isEnabled()


def test_the_table_of_keys_names_commands_as_they_are_read(window: Window) -> None:
    assert window.actions_by_id.keys_table() == [
        ("New", "Ctrl+N"),
        ("Save", "Ctrl+S or F2"),
        ("Mark", "."),
    ]
