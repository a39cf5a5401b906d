"""All annotations of the project as a table that asks for the rows it shows."""

from array import array
from collections.abc import Mapping, Sequence

from PySide6.QtCore import (
    QItemSelectionRange,
    QModelIndex,
    QSignalBlocker,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QMenu,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from annotator.gui.panels.annotation_model import AnnotationModel, Fetch
from annotator.gui.panels.detail_fields import review_states
from annotator.gui.panels.flow import Flow
from annotator.gui.panels.passing_menu import passing_menu
from annotator.gui.panels.rows import select_row, set_up_rows
from annotator.gui.plain_text import hint, plain_label
from annotator.model.ids import LabelId
from annotator.model.kinds import ReviewState
from annotator.model.message import _
from annotator.store.queries import AnnotationQuery

TYPING_PAUSE = 250


class AnnotationTable(QWidget):
    """The table with its filters; edits of selected rows are wishes."""

    order_requested = Signal(str, bool)
    query_changed = Signal(object)
    activated = Signal(str, str)
    selection_edit_requested = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("All annotations"))
        self.model = AnnotationModel()
        self._deleted_at: int | None = None
        self._sorted = -1, Qt.SortOrder.AscendingOrder
        self.view = QTableView()
        self._set_up_view()
        self.text = QLineEdit()
        self.text.setPlaceholderText(_("Text or note"))
        self.text.setAccessibleName(_("Text or note"))
        self.text.setClearButtonEnabled(True)
        self._pause = QTimer(self, singleShot=True, interval=TYPING_PAUSE)
        self._pause.timeout.connect(self._say_query)
        self.text.textChanged.connect(lambda _text: self._pause.start())
        self.text.returnPressed.connect(self._say_query)
        self.filters = {name: self._filter(text) for name, text in self._filter_names()}
        self.offer(
            "kind", [("figure", _("Figures")), ("claim", _("Claims")), ("topic", _("Topics"))]
        )
        self.offer("review", review_states())
        self._count = plain_label()
        self._empty = hint(_("No annotations here. Mark some, or loosen the filters."))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._top_row())
        column.addWidget(self._empty, 0, Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self.view, 1)

    def _top_row(self) -> Flow:
        row = Flow()
        row.add(self.text)
        for box in self.filters.values():
            row.add(box)
        row.split()
        row.add(self._count)
        row.add(self._actions_button())
        return row

    def _filter_names(self) -> list[tuple[str, str]]:
        return [
            ("kind", _("Any kind")),
            ("label", _("Any label")),
            ("speaker", _("Any speaker")),
            ("author", _("Any author")),
            ("review", _("Any review")),
            ("document", _("Any document")),
        ]

    def _set_up_view(self) -> None:
        view = self.view
        widths = {0: 152, 2: 120, 3: 152, 4: 88, 5: 136, 6: 88}
        set_up_rows(view, self.model, _("All annotations"), (1,), widths)
        header = view.horizontalHeader()
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.sortIndicatorChanged.connect(self._sort)
        view.clicked.connect(self._go_to_clicked)
        self.model.rowsRemoved.connect(self._go_on)
        self.model.modelReset.connect(self._go_on)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(
            lambda at: self.menu().popup(view.viewport().mapToGlobal(at))
        )

    def _filter(self, everything: str) -> QComboBox:
        box = QComboBox()
        box.addItem(everything, "")
        box.setAccessibleName(everything)
        box.setMaximumWidth(160)
        box.activated.connect(lambda _index: self._say_query())
        return box

    def _actions_button(self) -> QPushButton:
        button = QPushButton(_("Edit selected"))
        button.clicked.connect(
            lambda _on=False: self.menu().popup(button.mapToGlobal(button.rect().bottomLeft()))
        )
        return button

    # --- showing ---

    def show_rows(
        self, keys: Sequence[int], fetch: Fetch, total: int, label_names: Mapping[LabelId, str]
    ) -> None:
        """Show the rows with these keys; ``total`` is how many there are without filters."""
        self.model.show_rows(keys, fetch, label_names)
        self.show_count(total)

    def show_count(self, total: int) -> None:
        """Show how many rows there are, of how many without filters."""
        count = self.model.rowCount()
        self._count.setText(_("{count:,} of {total:,}").format(count=count, total=total))
        self._empty.setVisible(not count)
        self.view.setVisible(bool(count))

    def show_sorting(self) -> None:
        """Say that the rows are being looked for and put in order."""
        self._count.setText(_("Sorting…"))
        self._empty.hide()  # whether there are any is not known yet

    def offer(self, name: str, choices: Sequence[tuple[str, str]]) -> None:
        """Offer ``(value, name)`` choices in a filter; the choice stays if it is among them."""
        box = self.filters[name]
        chosen = box.currentData()
        while box.count() > 1:
            box.removeItem(1)
        for value, text in choices:
            box.addItem(text, value)
        box.setCurrentIndex(max(0, box.findData(chosen)))

    def show_current(self, row: int) -> None:
        """Select a row and scroll to it, unless several are selected for an edit."""
        if self._count_selected() <= 1:
            self.view.scrollTo(select_row(self.view, row))
            self.view.viewport().update()

    # --- asking ---

    def selected_keys(self) -> "array[int]":
        """Return the keys of the selected rows; none of them is looked at for that."""
        found = array("q")
        for part in sorted(self._selected(), key=QItemSelectionRange.top):
            found += self.model.keys[part.top() : part.bottom() + 1]
        return found

    def _count_selected(self) -> int:
        return sum(part.height() for part in self._selected())

    def _selected(self) -> list[QItemSelectionRange]:
        return self.view.selectionModel().selection().toList()

    def menu(self) -> QMenu:
        """Return what can be done with the selected rows."""
        menu = passing_menu(self)
        for text, action in (
            (_("Change label…"), "relabel"),
            (_("Write a note…"), "note"),
            (_("Review: accept"), ReviewState.ACCEPTED.value),
            (_("Review: reject"), ReviewState.REJECTED.value),
            (_("Review: unsure"), ReviewState.UNSURE.value),
            (_("Take back the review"), ReviewState.OPEN.value),
            (_("Delete"), "delete"),
        ):
            entry = menu.addAction(text)
            entry.setEnabled(self.view.selectionModel().hasSelection())
            entry.triggered.connect(lambda _on=False, action=action: self._wish(action))
        return menu

    def focusInEvent(self, _event: QFocusEvent) -> None:
        """Hand the focus on to the rows; a focus proxy would hide the filters from Tab."""
        self.view.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Among the rows, Enter goes to the annotation and Delete deletes the selected ones."""
        if not self.view.hasFocus():
            super().keyPressEvent(event)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._go_to(self.view.currentIndex())
        elif event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            tops = [part.top() for part in self._selected()]
            self._deleted_at = min(tops, default=None)
            self._wish("delete")
        else:
            super().keyPressEvent(event)

    def _wish(self, action: str) -> None:
        if keys := self.selected_keys():
            self.selection_edit_requested.emit(action, keys)

    def _go_on(self) -> None:
        """Select the row in the place of those that a key deleted, for the next key."""
        row, rows = self._deleted_at, self.model.rowCount()
        if row is not None and rows and not self.view.selectionModel().hasSelection():
            self._deleted_at = None
            select_row(self.view, min(row, rows - 1))

    def _go_to_clicked(self, index: QModelIndex) -> None:
        """Go to the row that was clicked, unless rows are being selected for an edit."""
        if self._count_selected() == 1:
            self._go_to(index)

    def _go_to(self, index: QModelIndex) -> None:
        row = self.model.row(index.row()) if index.isValid() else None
        if row is not None:
            self.activated.emit(row.document, row.id)

    def _sort(self, section: int, order: Qt.SortOrder) -> None:
        if section >= 0 and (name := AnnotationModel.ORDERS[section]):
            self._sorted = section, order
            self.order_requested.emit(name, order is Qt.SortOrder.DescendingOrder)
            return
        header = self.view.horizontalHeader()
        with QSignalBlocker(header):
            header.setSortIndicator(*self._sorted)

    def _say_query(self) -> None:
        self._pause.stop()

        def chosen(name: str) -> str:
            return str(self.filters[name].currentData() or "")

        query = AnnotationQuery(
            chosen("document"),
            chosen("kind"),
            chosen("label"),
            chosen("speaker"),
            chosen("author"),
            self.text.text(),
            chosen("review"),
        )
        self.query_changed.emit(query)
