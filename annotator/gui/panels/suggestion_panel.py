"""The list of suggestions for the document on show; accepting and dismissing are wishes."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from annotator.gui.panels.plain import plain_label
from annotator.gui.panels.suggestion_rows import SuggestionFilter, SuggestionModel
from annotator.model.kinds import LabelKind
from annotator.model.message import _
from annotator.model.suggestion import Suggestion

ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
ROW_HEIGHT = 26


class SuggestionPanel(QWidget):
    """Filters on top, a row for each suggestion below; the current row is shown in the text."""

    chosen = Signal(object)
    accept_requested = Signal(object)
    edit_requested = Signal(object)
    dismiss_requested = Signal(object)
    filter_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Suggestions"))
        self._all: list[Suggestion] = []
        self._is_complete = True
        self.model = SuggestionModel()
        self.view = _rows(self.model)
        self.view.setAccessibleName(_("Suggestions"))
        self.view.selectionModel().currentRowChanged.connect(self._choose)
        self.view.doubleClicked.connect(lambda _index: self._wish(self.accept_requested))
        self.kind = _box(
            _("Kind"),
            [
                (_("Figures"), LabelKind.FIGURE),
                (_("Claims"), LabelKind.CLAIM),
                (_("Topics"), LabelKind.TOPIC),
                (_("All kinds"), ""),
            ],
        )
        self.order = _box(_("Order"), [(_("By position"), "position"), (_("By score"), "score")])
        self.likely = QCheckBox(_("Likely ones only"))
        self.likely.setChecked(True)
        self.dates = QCheckBox(_("Dates and times"))
        self.dates.setChecked(True)
        self._count = plain_label()
        self._empty = plain_label()
        for box in (self.kind, self.order):
            box.activated.connect(lambda _index: self._refilter())
        for check in (self.likely, self.dates):
            check.toggled.connect(lambda _on: self._refilter())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._top_row())
        column.addWidget(self._empty, 0, Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self.view, 1)

    def _top_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(12, 6, 12, 6)
        for widget in (self.kind, self.order, self.likely, self.dates):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self._count)
        for text, signal in (
            (_("Accept"), self.accept_requested),
            (_("Edit first"), self.edit_requested),
            (_("Dismiss"), self.dismiss_requested),
        ):
            button = QPushButton(text)
            button.clicked.connect(lambda _on=False, signal=signal: self._wish(signal))
            row.addWidget(button)
        every = QPushButton(_("Accept all shown"))
        every.clicked.connect(lambda _on=False: self._wish_all())
        row.addWidget(every)
        return row

    # --- showing ---

    @property
    def filter(self) -> SuggestionFilter:
        """Which suggestions are shown."""
        kind = self.kind.currentData()
        return SuggestionFilter(
            LabelKind(kind) if kind else None, self.likely.isChecked(), self.dates.isChecked()
        )

    @property
    def shown(self) -> list[Suggestion]:
        """The suggestions in the list, in its order."""
        return self.model.shown

    def show_suggestions(
        self, suggestions: list[Suggestion], total: int = 0, *, is_complete: bool
    ) -> None:
        """Show what nobody has decided yet, of ``total``; more may come if it is not complete."""
        self._all = suggestions
        self._is_complete = is_complete
        self._show()
        text = _("{decided} of {total} decided").format(
            decided=total - len(suggestions), total=total
        )
        self._count.setText(text if total else "")

    def current(self) -> Suggestion | None:
        """Return the suggestion of the current row."""
        row = self.view.currentIndex().row()
        return self.shown[row] if 0 <= row < len(self.shown) else None

    def select(self, suggestion: Suggestion | None) -> None:
        """Make a suggestion the current row without showing it in the text again."""
        row = self.shown.index(suggestion) if suggestion in self.shown else -1
        index = self.model.index(row, 0) if row >= 0 else QModelIndex()
        flag = QItemSelectionModel.SelectionFlag
        with QSignalBlocker(self.view.selectionModel()):
            self.view.selectionModel().setCurrentIndex(index, flag.ClearAndSelect | flag.Rows)
        self.view.scrollTo(index)
        self.view.viewport().update()

    def _refilter(self) -> None:
        self._show()
        self.filter_changed.emit()

    def _show(self) -> None:
        kept = [x for x in self._all if self.filter.shows(x)]
        if self.order.currentData() == "score":
            kept.sort(key=lambda x: (-x.score, x.start))
        with QSignalBlocker(self.view.selectionModel()):
            self.model.show_suggestions(kept)
        self._empty.setText(self._empty_sentence())
        self._empty.setVisible(not kept)
        self.view.setVisible(bool(kept))

    def _empty_sentence(self) -> str:
        if not self._is_complete:
            return _("Reading the transcript…")
        if self._all:
            return _("Nothing here with these filters: loosen them, or choose another kind.")
        return _("All suggestions are decided, or nothing was found in this transcript.")

    # --- asking ---

    def focusInEvent(self, _event: QFocusEvent) -> None:
        """Hand the focus on to the rows."""
        self.view.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Among the rows Enter accepts, Ctrl+Enter edits first, Delete dismisses."""
        if not self.view.hasFocus():
            super().keyPressEvent(event)
        elif event.key() in ENTER:
            is_edit = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self._wish(self.edit_requested if is_edit else self.accept_requested)
        elif event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self._wish(self.dismiss_requested)
        else:
            super().keyPressEvent(event)

    def _wish(self, signal: object) -> None:
        rows = sorted(index.row() for index in self.view.selectionModel().selectedRows())
        if rows:
            signal.emit([self.shown[row] for row in rows])  # type: ignore[attr-defined]

    def _wish_all(self) -> None:
        if self.shown:
            self.accept_requested.emit(list(self.shown))

    def _choose(self, index: QModelIndex, _before: QModelIndex) -> None:
        if 0 <= index.row() < len(self.shown):
            self.chosen.emit(self.shown[index.row()])


def _rows(model: SuggestionModel) -> QTableView:
    view = QTableView()
    view.setModel(model)
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
    header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
    for column, width in ((0, 80), (2, 260), (3, 300), (4, 60)):
        view.setColumnWidth(column, width)
    return view


def _box(name: str, choices: list[tuple[str, object]]) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    for text, value in choices:
        box.addItem(text, value)
    return box
