"""Tables of rows look and work alike in all panels."""

import pytest
from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from annotator.gui.panels.rows import Rows, select_row, set_up_rows
from tests.gui.panels.screen import put_on_screen


@pytest.mark.parametrize("width", [600, 1000])
def test_stretched_columns_share_the_room_and_nothing_is_cut_off(qtbot: QtBot, width: int) -> None:
    view = QTableView()
    set_up_rows(view, QStandardItemModel(2, 4), "Rows", (1, 2), {0: 80, 3: 60})
    put_on_screen(qtbot, view, width, 200)
    header = view.horizontalHeader()
    sizes = [header.sectionSize(column) for column in range(4)]
    assert (sizes[0], sizes[3]) == (80, 60)
    assert abs(sizes[1] - sizes[2]) <= 1
    assert sum(sizes) == view.viewport().width()
    assert not view.horizontalScrollBar().isVisible()


def test_rows_are_named_and_tab_leaves_them(qtbot: QtBot) -> None:
    view = QTableView()
    qtbot.addWidget(view)
    set_up_rows(view, QStringListModel(["one"]), "Rows", (0,), {})
    assert view.accessibleName() == "Rows"
    assert not view.tabKeyNavigation()
    assert view.horizontalHeader().defaultAlignment() & Qt.AlignmentFlag.AlignLeft


def test_the_first_row_is_seen_to_be_current_and_a_chosen_one_stays(qtbot: QtBot) -> None:
    view = Rows()
    set_up_rows(view, QStringListModel(["one", "two", "three"]), "Rows", (0,), {})
    put_on_screen(qtbot, view)
    view.setFocus()
    assert [index.row() for index in view.selectionModel().selectedRows()] == [0]
    select_row(view, 2)
    view.clearFocus()
    view.setFocus()
    assert [index.row() for index in view.selectionModel().selectedRows()] == [2]
