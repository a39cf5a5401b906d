"""The area below the transcript."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QSplitter, QTextEdit
from pytestqt.qtbot import QtBot

from annotator.gui.panels.bottom_area import BottomArea


def test_a_panel_is_shown_focused_and_folded_away(qtbot: QtBot) -> None:
    panels = {"one": QLineEdit(), "two": QLineEdit()}
    area = BottomArea({"one": "One", "two": "Two"}, panels.__getitem__)
    qtbot.addWidget(area)
    area.show_panel("")
    assert not panels["one"].isVisible()
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
    area.set_count("one", 1041)
    assert area.tabText(0) == "One  1,041"
    area.set_count("one", 0)
    assert area.tabText(0) == "One"


def click_tab(qtbot: QtBot, area: BottomArea, index: int) -> None:
    place = area.tabBar().tabRect(index).center()
    qtbot.mouseClick(area.tabBar(), Qt.MouseButton.LeftButton, pos=place)


def below_a_text(qtbot: QtBot, area: BottomArea) -> QSplitter:
    """Show the area as the window does: folded, below a text."""
    splitter = QSplitter(Qt.Orientation.Vertical)
    splitter.addWidget(QTextEdit())
    splitter.addWidget(area)
    splitter.setSizes([400, 200])
    area.show_panel("")
    qtbot.addWidget(splitter)
    splitter.resize(600, 600)
    with qtbot.waitExposed(splitter):
        splitter.show()
    return splitter


def test_the_tabs_stay_when_it_is_folded_and_a_click_opens_and_folds_it(qtbot: QtBot) -> None:
    panels = {"one": QLineEdit(), "two": QLineEdit()}
    area = BottomArea({"one": "One", "two": "Two"}, panels.__getitem__)
    splitter = below_a_text(qtbot, area)
    assert area.tabBar().isVisible()
    panels["one"].setMinimumWidth(900)
    assert area.minimumSizeHint().width() < 900
    panels["one"].setMinimumWidth(0)
    assert splitter.sizes()[1] == area.height() == area.tabBar().sizeHint().height()
    said: list[str] = []
    area.shown_changed.connect(said.append)
    click_tab(qtbot, area, 1)
    assert (area.shown, panels["two"].isVisible()) == ("two", True)
    assert splitter.focusWidget() is panels["two"]
    splitter.setSizes([300, 300])
    click_tab(qtbot, area, 0)
    assert (area.shown, splitter.focusWidget()) == ("one", panels["one"])
    high = area.height()
    click_tab(qtbot, area, 0)
    assert (area.shown, panels["one"].isVisible()) == ("", False)
    assert area.height() < high
    click_tab(qtbot, area, 0)
    assert area.height() == high
    assert said == ["two", "one", "", "one"]


def test_the_button_beside_the_tabs_folds_and_opens_it(qtbot: QtBot) -> None:
    area = BottomArea({"one": "One"}, lambda _name: QLineEdit())
    splitter = below_a_text(qtbot, area)
    assert splitter.isVisible()
    qtbot.mouseClick(area.fold_button, Qt.MouseButton.LeftButton)
    assert area.shown == "one"
    assert area.fold_button.accessibleName() == "Fold away"
    qtbot.mouseClick(area.fold_button, Qt.MouseButton.LeftButton)
    assert area.shown == ""
    assert area.fold_button.accessibleName() == "Show the tables"


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
