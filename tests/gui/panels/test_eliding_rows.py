"""Rows of a list that give way to the room there is."""

from PySide6.QtWidgets import QListWidget
from pytestqt.qtbot import QtBot

from annotator.gui.panels.eliding_rows import elide_rows
from tests.gui.panels.screen import LONG, put_on_screen


def shown(qtbot: QtBot, *texts: str) -> QListWidget:
    rows = QListWidget()
    elide_rows(rows)
    rows.addItems(list(texts))
    put_on_screen(qtbot, rows, 200, 200)
    return rows


def test_a_long_row_is_as_wide_as_the_list(qtbot: QtBot) -> None:
    rows = shown(qtbot, "short", LONG)
    widths = [rows.visualItemRect(rows.item(i)).width() for i in range(2)]
    assert widths == [rows.viewport().width()] * 2
    assert rows.horizontalScrollBar().maximum() == 0


def test_rows_keep_the_height_of_their_text(qtbot: QtBot) -> None:
    rows = shown(qtbot, "short")
    assert rows.visualItemRect(rows.item(0)).height() >= rows.fontMetrics().height()


def test_long_titles_that_differ_at_their_end_are_told_apart(qtbot: QtBot) -> None:
    rows = shown(qtbot, "short", f"{LONG} 3", f"{LONG} 8", f"{LONG} 8")
    places = [rows.visualItemRect(rows.item(i)) for i in range(1, 4)]
    one, other, same = (rows.viewport().grab(place).toImage() for place in places)
    assert one != other
    assert other == same
