"""The area below the transcript."""

from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from annotator.gui.panels.bottom_area import BottomArea


def test_a_panel_is_shown_focused_and_folded_away(qtbot: QtBot) -> None:
    panels = {"one": QLineEdit(), "two": QLineEdit()}
    area = BottomArea({"one": "One", "two": "Two"}, panels.__getitem__)
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
    area = BottomArea({"one": "One"}, lambda _name: QLineEdit())
    qtbot.addWidget(area)
    area.set_count("one", 41)
    assert area.tabText(0) == "One  41"
    area.set_count("one", 0)
    assert area.tabText(0) == "One"


def test_panels_are_made_when_they_are_needed_and_stand_in_their_order(qtbot: QtBot) -> None:
    made = []

    def make(name: str) -> QLineEdit:
        made.append(name)
        return QLineEdit()

    area = BottomArea({"one": "One", "two": "Two", "three": "Three"}, make)
    qtbot.addWidget(area)
    area.show_panel("")
    assert made == []
    area.make("three")
    area.make("one")
    assert made == ["three", "one"]
    area.show_panel("two")
    assert sorted(made) == ["one", "three", "two"]
    assert [area.tabText(at) for at in range(3)] == ["One", "Two", "Three"]
    assert area.shown == "two"
