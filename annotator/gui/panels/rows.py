"""Tables of rows, one line each, that look the same in all panels."""

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QItemSelectionModel,
    QModelIndex,
    QSignalBlocker,
    Qt,
)
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

ROW_HEIGHT = 26
ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class Rows(QTableView):
    """A table whose current row can be seen from the first moment that it has the focus."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select the first row as Qt makes it the current one."""
        super().focusInEvent(event)
        now = self.currentIndex()
        if now.isValid() and not self.selectionModel().hasSelection():
            select_row(self, now.row())


def set_up_rows(
    view: QTableView,
    model: QAbstractItemModel,
    name: str,
    stretched: Sequence[int],
    widths: Mapping[int, int],
) -> None:
    """Show a model in a view, whole rows at a time; stretched columns share the room there is."""
    view.setModel(model)
    view.setAccessibleName(name)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setShowGrid(False)
    view.setAlternatingRowColors(True)
    view.setWordWrap(False)
    view.setTabKeyNavigation(False)
    view.verticalHeader().hide()
    view.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
    view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    header = view.horizontalHeader()
    header.setHighlightSections(False)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    for column in stretched:
        header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
    for column, width in widths.items():
        view.setColumnWidth(column, width)


def select_row(view: QTableView, row: int) -> QModelIndex:
    """Make a row the current one, none if it is negative, without saying so to anybody."""
    index = view.model().index(row, 0) if row >= 0 else QModelIndex()
    flag = QItemSelectionModel.SelectionFlag
    with QSignalBlocker(view.selectionModel()):
        view.selectionModel().setCurrentIndex(index, flag.ClearAndSelect | flag.Rows)
    return index


def hand_on_focus(gone: Iterable[QWidget], to: QWidget) -> None:
    """Keep the focus in a panel as some of it is about to be hidden or disabled.

    Qt would give it to what comes next in the window.
    """
    if any(widget.hasFocus() for widget in gone):
        to.setFocus()
