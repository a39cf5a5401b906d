"""Text controls that keep undo, Escape and the mouse wheel from surprising their user."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit

PARAGRAPH_SEPARATOR = "\u2029"
UNDO_KEYS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


def passes_to_window(event: QEvent, *, is_pending: bool) -> bool:
    """Say whether a key belongs to the window's actions rather than to a text control.

    Undo, redo and Escape are the control's own only while something typed is not saved yet.
    """
    if is_pending or event.type() != QEvent.Type.ShortcutOverride:
        return False
    assert isinstance(event, QKeyEvent)  # noqa: S101 - the event's type says so
    return event.key() == Qt.Key.Key_Escape or any(event.matches(key) for key in UNDO_KEYS)


class LineControl(QLineEdit):
    """One line; tells of a finished text once, on Enter or when the focus leaves."""

    finished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._shown = ""
        self.editingFinished.connect(self.finished)

    @property
    def is_pending(self) -> bool:
        """Whether something typed is not saved yet."""
        return self.isModified() and self.text() != self._shown

    def show_text(self, text: str) -> None:
        """Show a saved text; the cursor stays if it is the one on show."""
        if text == self._shown and not self.isModified():
            return
        at = self.cursorPosition() if self.hasFocus() else 0
        self._shown = text
        self.setText(text)
        self.setCursorPosition(min(at, len(self.text())))

    def revert(self) -> None:
        """Take back what was typed since the last save."""
        self.setText(self._shown)

    def event(self, event: QEvent) -> bool:
        """Leave undo, redo and Escape to the window while there is nothing to take back here."""
        if passes_to_window(event, is_pending=self.is_pending):
            event.ignore()
            return False
        if _is_override_of_escape(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take back what was typed on Escape."""
        if event.key() == Qt.Key.Key_Escape and self.is_pending:
            self.revert()
            return
        super().keyPressEvent(event)


class TextControl(QPlainTextEdit):
    """Several lines; tells of a finished text on Ctrl+Enter or when the focus leaves."""

    finished = Signal()

    def __init__(self, lines: int) -> None:
        super().__init__()
        self._shown = ""
        self.setTabChangesFocus(True)
        height = self.fontMetrics().lineSpacing() * lines
        self.setFixedHeight(height + int(self.document().documentMargin() * 2) + 8)

    @property
    def is_pending(self) -> bool:
        """Whether something typed is not saved yet."""
        return self.document().isModified() and self.text() != self._shown

    def text(self) -> str:
        """Return the text, with its no-break spaces."""
        return self.document().toRawText().replace(PARAGRAPH_SEPARATOR, "\n")

    def show_text(self, text: str) -> None:
        """Show a saved text; the cursor stays if it is the one on show."""
        if text == self._shown and not self.document().isModified():
            return
        at = self.textCursor().position() if self.hasFocus() else 0
        self._shown = text
        self.revert()
        cursor = self.textCursor()
        cursor.setPosition(min(at, self.document().characterCount() - 1))
        self.setTextCursor(cursor)

    def revert(self) -> None:
        """Take back what was typed since the last save."""
        self.setPlainText(self._shown)
        self.document().setModified(False)

    def event(self, event: QEvent) -> bool:
        """Leave undo, redo and Escape to the window while there is nothing to take back here."""
        if passes_to_window(event, is_pending=self.is_pending):
            event.ignore()
            return False
        if _is_override_of_escape(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Finish on Ctrl+Enter; take back what was typed on Escape."""
        is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.finished.emit()
        elif event.key() == Qt.Key.Key_Escape and self.is_pending:
            self.revert()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Finish, unless only a menu opened over the text."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.finished.emit()


class ComboControl(QComboBox):
    """A choice that the mouse wheel does not change while it scrolls the panel."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(4)
        self.setMaxVisibleItems(20)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the panel scroll."""
        event.ignore()


def _is_override_of_escape(event: QEvent) -> bool:
    return (
        event.type() == QEvent.Type.ShortcutOverride
        and isinstance(event, QKeyEvent)
        and event.key() == Qt.Key.Key_Escape
    )
