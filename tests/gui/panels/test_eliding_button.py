"""A button whose text gives way to the room there is."""

from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from annotator.gui.panels.eliding_button import ElidingButton
from tests.gui.panels.screen import LONG, MARKUP, put_on_screen, read_as_rich_text, spoken


def shown(qtbot: QtBot, text: str, width: int = 200) -> ElidingButton:
    button = ElidingButton()
    button.show_text(text)
    put_on_screen(qtbot, button, width, 60)
    return button


def test_a_short_text_is_shown_whole(qtbot: QtBot) -> None:
    assert shown(qtbot, "Statistics").text() == "Statistics"


def test_a_long_text_is_cut(qtbot: QtBot) -> None:
    button = shown(qtbot, LONG)
    assert button.text().endswith("…")
    assert button.fontMetrics().horizontalAdvance(button.text()) <= button.width()


def test_a_long_text_does_not_widen_the_panel(qtbot: QtBot) -> None:
    panel, button = QWidget(), ElidingButton()
    button.show_text(LONG)
    QHBoxLayout(panel).addWidget(button)
    put_on_screen(qtbot, panel, 200, 60)
    assert panel.width() == 200
    assert panel.minimumSizeHint().width() < 100


def test_more_is_shown_when_there_is_more_room(qtbot: QtBot) -> None:
    button = shown(qtbot, LONG)
    narrow = len(button.text())
    button.resize(600, 60)
    qtbot.waitUntil(lambda: len(button.text()) > narrow)


def test_the_whole_text_is_spoken_and_in_the_tooltip(qtbot: QtBot) -> None:
    button = shown(qtbot, LONG)
    assert spoken(button) == LONG
    assert read_as_rich_text(button.toolTip()) == LONG


def test_markup_ampersands_and_lines_are_shown_as_they_are(qtbot: QtBot) -> None:
    button = shown(qtbot, MARKUP + "\nmore", 600)
    assert button.text() == MARKUP.replace("&", "&&") + " more"
    assert read_as_rich_text(button.toolTip()) == MARKUP + " more"
