"""The list of checks, the passages of the current one side by side, and a person's ruling."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotator.checks.statement import Verdict
from annotator.gui.panels.check_progress import CheckProgress
from annotator.gui.panels.check_rows import CheckModel, CheckRow, as_seen, verdict_name
from annotator.gui.panels.flow import Flow
from annotator.gui.panels.passage_strip import PassageStrip
from annotator.gui.panels.rows import ENTER, Rows, hand_on_focus, select_row, set_up_rows
from annotator.gui.plain_text import hint, plain_label, set_tooltip
from annotator.model.kinds import Ruling
from annotator.model.message import _

WHERE = 4
"""The column of the documents' titles."""


class CheckPanel(QWidget):
    """Filters on top, the checks below, on the right the passages that are compared."""

    chosen = Signal(object)
    passage_requested = Signal(object, int)
    ruled = Signal(object, object)
    scope_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Checks"))
        self._all: list[CheckRow] = []
        self._is_complete = True
        self._has_failed = False
        self._next_passage = 0
        self.model = CheckModel()
        self.view = _CheckRows()
        set_up_rows(self.view, self.model, _("Checks"), (2,), {0: 96, 1: 88, 3: 128, 4: 160})
        self.view.hideColumn(WHERE)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.view.selectionModel().currentRowChanged.connect(self._choose)
        self.view.doubleClicked.connect(lambda _index: self.go_on())
        self.scope = QComboBox()
        self.scope.setAccessibleName(_("Which documents"))
        self.scope.addItems([_("This document"), _("All documents")])
        self.scope.currentIndexChanged.connect(lambda _index: self._change_scope())
        self.progress = CheckProgress()
        self.progress.hide()
        self.verdict = _verdicts()
        self.verdict.activated.connect(lambda _index: self._show())
        self.undecided = QCheckBox(_("Not yet ruled on"))
        self.undecided.toggled.connect(lambda _on: self._show())
        self._empty = hint()
        self.working = plain_label(wraps=True)
        self.passages = PassageStrip()
        self.passages.clicked.connect(self._go_to)
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._top_row())
        column.addWidget(self.progress)
        column.addWidget(self._empty, 0, Qt.AlignmentFlag.AlignCenter)
        across = QHBoxLayout()
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(1)
        across.addWidget(self.view, 1)
        self.working.setContentsMargins(8, 4, 8, 4)
        beside = QVBoxLayout()
        beside.addWidget(self.working)
        beside.addWidget(self.passages, 1)
        across.addLayout(beside, 1)
        column.addLayout(across, 1)

    def _top_row(self) -> Flow:
        row = Flow()
        row.add(self.scope)
        row.add(self.verdict)
        row.add(self.undecided)
        row.split()
        following = QPushButton(_("Next passage"))
        set_tooltip(following, _("Right arrow, or a double click"))
        following.clicked.connect(lambda _on=False: self.go_on())
        self._buttons = [following]
        for text, key, ruling in (
            (_("Confirm"), _("Enter"), Ruling.CONFIRMED),
            (_("Not the same thing"), _("Delete"), Ruling.NOT_THE_SAME),
            (_("Explained"), _("Space"), Ruling.EXPLAINED),
        ):
            button = QPushButton(text)
            set_tooltip(button, key)
            button.clicked.connect(lambda _on=False, ruling=ruling: self._rule(ruling))
            self._buttons.append(button)
        for button in self._buttons:
            button.setEnabled(False)
            row.add(button)
        return row

    @property
    def shows_all(self) -> bool:
        """Whether the checks of all documents are asked for, not those of the one on show."""
        return self.scope.currentIndex() == 1

    def _change_scope(self) -> None:
        self.progress.setVisible(self.shows_all)
        self.view.setColumnHidden(WHERE, not self.shows_all)
        self.show_checks([], is_complete=False)
        self.scope_changed.emit()

    # --- showing ---

    def show_checks(
        self, rows: list[CheckRow], *, is_complete: bool, has_failed: bool = False
    ) -> None:
        """Show what was found; it is being computed if it is not complete."""
        self._all = rows
        self._is_complete = is_complete
        self._has_failed = has_failed
        self._show()

    def show_passages(self, texts: Sequence[str]) -> None:
        """Show the working, and the compared passages with text around them side by side."""
        row = self.current() if texts else None
        self.working.setText(str(row.check.working) if row else "")
        self.working.setVisible(row is not None)
        self.passages.show_texts(texts)

    def current(self) -> CheckRow | None:
        """Return the check of the current row."""
        row = self.view.currentIndex().row()
        return self.model.shown[row] if 0 <= row < len(self.model.shown) else None

    def _show(self) -> None:
        current = self.current()
        kept = [row for row in self._all if self._shows(row)]
        with QSignalBlocker(self.view.selectionModel()):
            self.model.show_rows(kept)
        seen = list(map(as_seen, kept))
        at = seen.index(as_seen(current)) if current and as_seen(current) in seen else -1
        select_row(self.view, at)
        if self.current() is None:
            self.show_passages([])
        if not kept:
            hand_on_focus((self.view, *self._buttons), self.scope)
        self.view.setVisible(bool(kept))
        self._empty.setVisible(not kept)
        self._empty.setText(self._empty_sentence())
        self._enable_buttons()

    def _enable_buttons(self) -> None:
        """Let no button be mute: each is about the current check."""
        for button in self._buttons:
            button.setEnabled(self.current() is not None)

    def _shows(self, row: CheckRow) -> bool:
        wanted = self.verdict.currentData()
        fits = row.check.verdict == wanted if wanted else row.check.verdict != Verdict.CONSISTENT
        return fits and not (self.undecided.isChecked() and row.ruling is not Ruling.OPEN)

    def _empty_sentence(self) -> str:
        if self.shows_all and self._is_complete and not self._all:
            return _("No statements of these documents can be held against each other.")
        if self._has_failed:
            return _("The figures of this transcript could not be checked; the log says why.")
        if not self._is_complete:
            return _("Holding the figures against each other…")
        if self._all:
            return _("Nothing here with these filters: choose another verdict.")
        return _("No statements of this transcript can be held against each other.")

    # --- asking ---

    def go_on(self) -> None:
        """Go to the next passage of the current check."""
        if (row := self.current()) is not None:
            self._go_to((self._next_passage + 1) % len(row.check.passages))
            self.passages.bring_up(self._next_passage)

    def _go_to(self, at: int) -> None:
        if (row := self.current()) is not None:
            self._next_passage = at
            self.passage_requested.emit(row.check, at)

    def focusInEvent(self, _event: QFocusEvent) -> None:
        """Hand the focus on to the rows."""
        self.view.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Rule by Enter (confirmed), Delete (not the same) or Space (explained); Right goes on."""
        rulings = dict.fromkeys(ENTER, Ruling.CONFIRMED) | {
            Qt.Key.Key_Delete: Ruling.NOT_THE_SAME,
            Qt.Key.Key_Backspace: Ruling.NOT_THE_SAME,
            Qt.Key.Key_Space: Ruling.EXPLAINED,
        }
        key = Qt.Key(event.key())
        if not self.view.hasFocus():
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Right:
            self.go_on()
        elif key in rulings:
            self._rule(rulings[key])
        else:
            super().keyPressEvent(event)

    def _rule(self, ruling: Ruling) -> None:
        """Rule on the current check; where that hides it, the one behind it becomes current."""
        if (row := self.current()) is None:
            return
        at = self.view.currentIndex().row()
        self.ruled.emit(row.check, ruling)
        if self.current() is None:
            self.view.selectRow(min(at, len(self.model.shown) - 1))

    def _choose(self, index: QModelIndex, _before: QModelIndex) -> None:
        self._next_passage = 0
        self._enable_buttons()
        if 0 <= index.row() < len(self.model.shown):
            self.chosen.emit(self.model.shown[index.row()].check)


def _verdicts() -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(_("Verdict"))
    box.addItem(_("Conflicts and open ones"), "")
    for verdict in Verdict:
        box.addItem(verdict_name(verdict), verdict.value)
    return box


class _CheckRows(Rows):
    """A table that leaves Space, Enter and the arrows to the side to its panel."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the panel's keys alone."""
        if event.key() in {*ENTER, Qt.Key.Key_Space, Qt.Key.Key_Right}:
            event.ignore()
        else:
            super().keyPressEvent(event)
