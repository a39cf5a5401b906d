"""The list of suggestions for the document on show; accepting and dismissing are wishes."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotator.gui.panels.flow import Flow
from annotator.gui.panels.rows import ENTER, Rows, hand_on_focus, select_row, set_up_rows
from annotator.gui.panels.suggestion_rows import SuggestionFilter, SuggestionModel, rows_of
from annotator.gui.plain_text import hint, plain_label, set_tooltip
from annotator.model.kinds import LabelKind
from annotator.model.message import _
from annotator.model.suggestion import Suggestion
from annotator.workspace.decided import last_of
from annotator.workspace.suggesting import Place

READ_AS = 2
"""The column that says what a figure means, or which label a topic would get."""
BY_SCORE = "score"
NOTHING: dict[Place, Suggestion] = {}


class SuggestionPanel(QWidget):
    """Filters on top, a row for each suggestion below; the current row is shown in the text."""

    chosen = Signal(object)
    accept_requested = Signal(object)
    edit_requested = Signal(object)
    dismiss_requested = Signal(object)
    filter_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Suggestions"))
        self._all: list[Suggestion] = []
        self._found = NOTHING
        self._counted = SuggestionFilter(), NOTHING, 0, 0
        self._is_complete = True
        self.model = SuggestionModel()
        self.view = Rows()
        set_up_rows(self.view, self.model, _("Suggestions"), (1, 2, 3), {0: 80, 4: 72})
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
        self.order = _box(_("Order"), [(_("By position"), "position"), (_("By score"), BY_SCORE)])
        self.likely = _ticked(_("Likely ones only"))
        self.dates = _ticked(_("Dates and times"))
        self._buttons: list[QPushButton] = []
        self._count = plain_label()
        self._empty = hint()
        self.gaps = hint(_("A part of this transcript could not be read; the log says why."))
        self.gaps.hide()
        for box in (self.kind, self.order):
            box.activated.connect(lambda _index: self._refilter())
        for check in (self.likely, self.dates):
            check.toggled.connect(lambda _on: self._refilter())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._top_row())
        column.addWidget(self.gaps, 0, Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self._empty, 0, Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self.view, 1)

    def _top_row(self) -> Flow:
        row = Flow()
        for widget in (self.kind, self.order, self.likely, self.dates):
            row.add(widget)
        row.split()
        row.add(self._count)
        for text, keys, signal in (
            (_("Accept"), _("Ctrl+Enter; in the list Enter"), self.accept_requested),
            (_("Edit first"), _("Ctrl+Shift+Enter"), self.edit_requested),
            (_("Dismiss"), _("Ctrl+Backspace; in the list Delete"), self.dismiss_requested),
        ):
            button = QPushButton(text)
            set_tooltip(button, keys)
            button.clicked.connect(lambda _on=False, signal=signal: self._wish(signal))
            self._buttons.append(button)
        every = QPushButton(_("Accept all shown"))
        set_tooltip(every, _("One step that can be undone"))
        every.clicked.connect(lambda _on=False: self._wish_all())
        self._buttons.append(every)
        for button in self._buttons:
            row.add(button)
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
        self,
        suggestions: Sequence[Suggestion],
        found: dict[Place, Suggestion] = NOTHING,
        *,
        is_complete: bool,
    ) -> None:
        """Show what nobody has decided yet, of all found; more may come if it is not complete."""
        self._all, self._found = list(suggestions), found
        self._is_complete = is_complete
        self._show()

    def add(
        self, more: Sequence[Suggestion], found: dict[Place, Suggestion], *, is_complete: bool
    ) -> list[Suggestion]:
        """Show more that nobody has decided yet, behind the others; returns those on show."""
        self._all += more
        self._found, self._is_complete = found, is_complete
        chosen = self.filter
        shown = [x for x in more if chosen.shows(x)]
        if self.order.currentData() == BY_SCORE and shown:
            current = self.current()
            self._show()
            self.select(current)
        else:
            self.model.add(shown)
            self._say_how_many(chosen)
        return shown

    def drop(self, gone: Sequence[Suggestion]) -> None:
        """Show suggestions no more that were decided; none takes the current one's place."""
        current = self.current()
        for row in reversed(rows_of(self._all, gone)):
            del self._all[row]
        with QSignalBlocker(self.view.selectionModel()):
            self.model.drop(gone)
        self._say_how_many(self.filter)
        self.select(current)

    def show_gaps(self, *, has_gaps: bool) -> None:
        """Say whether suggestions may be missing that could not be computed."""
        self.gaps.setVisible(has_gaps)

    def current(self) -> Suggestion | None:
        """Return the suggestion of the current row."""
        row = self.view.currentIndex().row()
        return self.shown[row] if 0 <= row < len(self.shown) else None

    def select(self, suggestion: Suggestion | None) -> None:
        """Make a suggestion the current row without showing it in the text again."""
        self.view.scrollTo(select_row(self.view, self.model.row_of(suggestion)))
        self.view.viewport().update()

    def _refilter(self) -> None:
        self._show()
        self.filter_changed.emit()

    def _show(self) -> None:
        chosen = self.filter
        self.view.setColumnHidden(READ_AS, chosen.kind is LabelKind.CLAIM)
        self.dates.setEnabled(chosen.kind in {None, LabelKind.FIGURE})
        kept = [x for x in self._all if chosen.shows(x)]
        if self.order.currentData() == BY_SCORE:
            kept.sort(key=lambda x: (-x.score, x.start))
        with QSignalBlocker(self.view.selectionModel()):
            self.model.show_suggestions(kept)
        self._say_how_many(chosen)

    def _say_how_many(self, chosen: SuggestionFilter) -> None:
        """Say how many of all are decided and, if none is shown, why."""
        left, total = len(self.shown), self._total(chosen)
        text = _("{decided:,} of {total:,} decided").format(decided=total - left, total=total)
        self._count.setText(text if total else "")
        self._empty.setText(self._empty_sentence(are_decided=total > 0))
        self._empty.setVisible(not left)
        if not left:
            hand_on_focus((self.view, *self._buttons), self.kind)
        for button in self._buttons:
            button.setEnabled(bool(left))
        self.view.setVisible(bool(left))

    def _total(self, chosen: SuggestionFilter) -> int:
        """Return how many of all found a filter shows; only those found since are counted."""
        before, counted, length, count = self._counted
        found = self._found
        if counted is not found or before != chosen:
            length = count = 0
        count += sum(chosen.shows(found[x]) for x in last_of(found, len(found) - length))
        self._counted = chosen, found, len(found), count
        return count

    def _empty_sentence(self, *, are_decided: bool) -> str:
        if not self._is_complete:
            return _("Reading the transcript…")
        if self._all and are_decided:
            return _("All of these are decided; other kinds or filters show what is left.")
        if self._all:
            return _("Nothing here with these filters: loosen them, or choose another kind.")
        if self._found:
            return _("All suggestions for this transcript are decided.")
        return _("There is nothing to suggest.")

    # --- asking ---

    def focusInEvent(self, _event: QFocusEvent) -> None:
        """Hand the focus on to the rows."""
        self.view.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Among the rows Enter accepts, with Shift it edits first; Delete dismisses.

        Ctrl may be held, as in the transcript.
        """
        if not self.view.hasFocus():
            super().keyPressEvent(event)
        elif event.key() in ENTER:
            is_edit = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
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


def _ticked(text: str) -> QCheckBox:
    check = QCheckBox(text)
    check.setChecked(True)
    return check


def _box(name: str, choices: list[tuple[str, object]]) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    for text, value in choices:
        box.addItem(text, value)
    return box
