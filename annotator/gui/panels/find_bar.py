"""Finding text in the transcript."""

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QHBoxLayout, QLineEdit, QWidget

from annotator.gui.icons import IconButton
from annotator.gui.panels.flow import Flow
from annotator.gui.plain_text import plain_label
from annotator.model.message import _

ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class FindBar(Flow):
    """A field, next and previous, and how many places were found; on two lines if need be."""

    text_changed = Signal(str)
    step_requested = Signal(int)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__(QMargins(12, 4, 12, 4))
        self.field = QLineEdit()
        self.field.setPlaceholderText(_("Find in this transcript"))
        self.field.setAccessibleName(_("Find"))
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(lambda _text: self._say())
        self.matches_case = QCheckBox(_("Match case"))
        self.matches_case.toggled.connect(lambda _on: self._say())
        self._count = plain_label()
        self.add(self.field)
        self.add(self._count)
        self.split()
        self.add(self._buttons())

    def _buttons(self) -> QWidget:
        """Return what stays together at the end of the bar."""
        together = QWidget()
        row = QHBoxLayout(together)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.matches_case)
        for name, text, keys, slot in (
            ("up", _("Previous"), _("Shift+Enter"), lambda: self.step_requested.emit(-1)),
            ("down", _("Next"), _("Enter"), lambda: self.step_requested.emit(1)),
            ("close", _("Close"), _("Esc"), self.closed.emit),
        ):
            button = IconButton(name, text, keys)
            button.clicked.connect(lambda _checked=False, slot=slot: slot())
            row.addWidget(button)
        return together

    def open(self, text: str) -> None:
        """Show the bar with a text to find, selected for typing over."""
        self.show()
        if text:
            self.field.setText(text)
        self.field.selectAll()
        self.field.setFocus()

    def show_count(self, current: int | None, total: int) -> None:
        """Say which of how many places is shown."""
        if not self.field.text():
            self._count.clear()
        elif total == 0:
            self._count.setText(_("Not found"))
        else:
            number = 0 if current is None else current + 1
            self._count.setText(_("{number:,} of {total:,}").format(number=number, total=total))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, Shift+Enter back, or presses a button; Escape closes."""
        if event.key() in ENTER and isinstance(focused := self.focusWidget(), QAbstractButton):
            focused.click()
        elif event.key() in ENTER:
            is_back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.step_requested.emit(-1 if is_back else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _say(self) -> None:
        self.text_changed.emit(self.field.text())
