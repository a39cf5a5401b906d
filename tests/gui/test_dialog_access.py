"""What a screen reader says of every dialog and of the window, and where Tab leads in them."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from annotator.formats.registry import FORMATS
from annotator.gui.app import accessible
from annotator.gui.dialogs import Prompts
from annotator.gui.export_dialog import ExportDialog
from annotator.gui.import_dialog import ImportDialog
from annotator.gui.places_dialog import PlacesDialog
from annotator.gui.project_page import ProjectPage
from tests.gui.panels.screen import controls, nameless, unreachable
from tests.gui.test_dialog_keys import ASKS
from tests.gui.test_dialogs import meanwhile, prompts

__all__ = ["prompts"]
ROWS = [["12", "left <b>out</b>"], ["19", "cut"]]
DIALOGS: dict[str, Callable[[], QDialog]] = {
    "import": lambda: ImportDialog([Path("a.txt")], None),
    "export": lambda: ExportDialog([known for known in FORMATS if known.writes], {}, None),
    "places": lambda: PlacesDialog("Lost", "Two are lost.", ["Where", "What"], ROWS, None),
}


def described(widget: QWidget) -> str:
    """Return what a screen reader says beside the name."""
    told = QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Description)
    return str(told)


def roleless(panel: QWidget) -> list[QWidget]:
    """Return the controls that a screen reader takes for mere areas."""
    mere = {QAccessible.Role.NoRole, QAccessible.Role.Client}
    asked = ((widget, QAccessible.queryAccessibleInterface(widget)) for widget in controls(panel))
    return [widget for widget, told in asked if told.role() in mere]


@pytest.mark.parametrize("name", ASKS)
def test_every_question_names_its_controls_and_tab_reaches_them(
    prompts: Prompts, qtbot: QtBot, name: str
) -> None:
    seen: list[list[QWidget]] = []

    def act(dialog: QDialog) -> None:
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        seen.append(nameless(dialog) + roleless(dialog))
        if len(controls(dialog)) > 1:
            seen.append(unreachable(qtbot, dialog))

    meanwhile(act)
    ASKS[name][0](prompts)
    assert not any(seen)


@pytest.mark.parametrize("name", DIALOGS)
def test_every_dialog_names_its_controls_and_tab_reaches_them(qtbot: QtBot, name: str) -> None:
    dialog = DIALOGS[name]()
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    assert nameless(dialog) + roleless(dialog) == []
    assert unreachable(qtbot, dialog) == []


def test_a_sentence_that_must_be_read_is_said_with_the_dialog(prompts: Prompts) -> None:
    said: list[str] = []
    meanwhile(lambda dialog: said.append(described(dialog)))
    prompts.tell("Not imported", "The file is empty.")
    assert said == ["The file is empty."]


def test_every_control_of_the_window_has_a_name_and_a_role(page: ProjectPage) -> None:
    QAccessible.installFactory(accessible)
    window = page.window()
    assert len(controls(window)) > 10
    assert [type(each).__name__ for each in nameless(window) + roleless(window)] == []
