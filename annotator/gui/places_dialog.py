"""A list of places beside the window; a click shows one in the transcript."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from annotator.gui.on_screen import resize_within_screen
from annotator.gui.plain_text import heading, plain_label, visible


class PlacesDialog(QDialog):
    """Emits the number of the row that is clicked or gone to with Enter or the arrows."""

    chosen = Signal(int)

    def __init__(
        self,
        title: str,
        text: str,
        headings: Sequence[str],
        rows: Sequence[Sequence[str]],
        parent: QWidget | None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.table = _table(title, headings, rows)
        self.table.currentCellChanged.connect(lambda row, *_others: self.chosen.emit(row))
        self.table.cellClicked.connect(lambda row, _column: self.chosen.emit(row))
        self.table.cellActivated.connect(lambda row, _column: self.chosen.emit(row))
        box = QDialogButtonBox()
        close = box.addButton(QDialogButtonBox.StandardButton.Close)
        close.setAutoDefault(False)  # else Enter in the table would close it
        box.rejected.connect(self.reject)
        column_of_all = QVBoxLayout(self)
        column_of_all.setContentsMargins(20, 16, 20, 16)
        column_of_all.setSpacing(12)
        column_of_all.addWidget(heading(title))
        column_of_all.addWidget(plain_label(text, wraps=True))
        column_of_all.addWidget(self.table, 1)
        column_of_all.addWidget(box)
        resize_within_screen(self, 760, 420)


def _table(title: str, headings: Sequence[str], rows: Sequence[Sequence[str]]) -> QTableWidget:
    """Return a table that only shows; all columns but the first share the room there is."""
    table = QTableWidget(len(rows), len(headings))
    table.setAccessibleName(title)
    table.setHorizontalHeaderLabels(list(headings))
    left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    table.horizontalHeader().setDefaultAlignment(left)
    table.horizontalHeader().setHighlightSections(False)
    table.verticalHeader().hide()
    table.setShowGrid(False)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setTabKeyNavigation(False)
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            table.setItem(row, column, QTableWidgetItem(visible(cell)))
    table.resizeColumnToContents(0)
    for column in range(1, len(headings)):
        mode = QHeaderView.ResizeMode.Stretch
        table.horizontalHeader().setSectionResizeMode(column, mode)
    return table
