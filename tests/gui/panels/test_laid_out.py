"""Panels whose widgets come and go together."""

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from annotator.gui.panels.laid_out import laid_out_once
from tests.gui.panels.screen import put_on_screen


class Column(QVBoxLayout):
    """Counts how often it places what is in it."""

    times = 0

    def setGeometry(self, place: QRect) -> None:  # noqa: N802 - Qt names it
        self.times += 1
        super().setGeometry(place)


def test_widgets_that_come_together_are_placed_once(qtbot: QtBot) -> None:
    panel = QWidget()
    column = Column(panel)
    rows = [QWidget() for _row in range(4)]
    for row in rows:
        column.addWidget(row)
        row.hide()
    put_on_screen(qtbot, panel, 100, 400)
    column.times = 0
    with laid_out_once(column):
        for row in rows:
            row.show()
        assert column.times == 0
    assert column.times == 1
    tops = [row.geometry().top() for row in rows]
    assert tops == sorted(set(tops))
