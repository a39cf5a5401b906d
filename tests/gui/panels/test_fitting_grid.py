"""Controls side by side as far as there is room."""

import pytest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from annotator.gui.panels.fitting_grid import FittingGrid
from tests.gui.panels.screen import put_on_screen


@pytest.mark.parametrize(("widths", "columns"), [(1.5, 1), (2.5, 2), (9, 3)])
def test_there_are_as_many_columns_as_fit_and_no_more_than_wanted(
    qtbot: QtBot, widths: float, columns: int
) -> None:
    grid, around = FittingGrid(3), QWidget()
    buttons = [QPushButton(f"Button {number}") for number in range(5)]
    for button in buttons:
        grid.add(button)
    column = QVBoxLayout(around)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(grid)
    one = buttons[0].minimumSizeHint().width()
    put_on_screen(qtbot, around, round(one * widths), 300)
    qtbot.waitUntil(lambda: len({button.y() for button in buttons}) == -(-5 // columns))
    assert [button.y() for button in buttons] == sorted(button.y() for button in buttons)
    assert len({button.x() for button in buttons}) == columns
    assert all(button.geometry().right() < grid.width() for button in buttons)
