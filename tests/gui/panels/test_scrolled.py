"""A widget that is scrolled where it does not fit."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from annotator.gui.panels.scrolled import scrolled


def column_of(widgets: list[QWidget]) -> QWidget:
    """Return a widget with others below each other."""
    column = QWidget()
    layout = QVBoxLayout(column)
    for widget in widgets:
        layout.addWidget(widget)
    return column


def test_tab_goes_to_what_is_inside_and_scrolls_it_into_sight(qtbot: QtBot) -> None:
    before, lines = QLineEdit(), [QLineEdit() for _ in range(12)]
    window = column_of([before, scrolled(column_of([*lines]))])
    qtbot.addWidget(window)
    window.resize(200, 160)
    with qtbot.waitExposed(window):
        window.show()
    before.setFocus()
    for line in lines:
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        assert window.focusWidget() is line
    assert not lines[-1].visibleRegion().isEmpty()
    assert lines[0].visibleRegion().isEmpty()
