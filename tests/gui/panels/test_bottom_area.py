"""The area below the transcript."""

from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from annotator.gui.panels.bottom_area import BottomArea


def test_a_panel_is_shown_focused_and_folded_away(qtbot: QtBot) -> None:
    panels = {"one": QLineEdit(), "two": QLineEdit()}
    area = BottomArea(dict(panels), {"one": "One", "two": "Two"})
    qtbot.addWidget(area)
    area.show_panel("")
    assert area.isHidden()
    assert area.shown == ""
    assert area.toggle("two")
    assert (area.shown, area.currentWidget()) == ("two", panels["two"])
    assert area.toggle("one")
    assert area.shown == "one"
    assert not area.toggle("one")
    assert area.shown == ""


def test_counts_stand_in_the_tabs(qtbot: QtBot) -> None:
    area = BottomArea({"one": QLineEdit()}, {"one": "One"})
    qtbot.addWidget(area)
    area.set_count("one", "41")
    assert area.tabText(0) == "One  41"
    area.set_count("one", "")
    assert area.tabText(0) == "One"
