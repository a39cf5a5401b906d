"""The transcript as screen readers see it: a document of paragraphs, each with its annotations."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QAccessibleInterface,
    QWindow,
)
from PySide6.QtWidgets import QAccessibleWidget

from annotator.gui.view.reading import (
    current_line,
    in_words,
    line_at,
    line_on_screen,
    line_text,
    marks_in_words,
)
from annotator.gui.view.transcript_view import TranscriptView

Text, Role = QAccessible.Text, QAccessible.Role
Tell = Callable[[QAccessibleEvent], None]


class ParagraphInterface(QAccessibleInterface):
    """One paragraph; its name is its text, its description what is marked there."""

    def __init__(self, document: TranscriptInterface, number: int) -> None:
        super().__init__()
        self._document = document
        self.number = number

    def isValid(self) -> bool:
        """Say whether the view is there and its text has so many paragraphs."""
        return self._document.lives and self.number < self._document.childCount()

    def object(self) -> QObject | None:  # type: ignore[override]
        """Return None: a paragraph is no QObject."""
        return None

    def window(self) -> QWindow | None:  # type: ignore[override]
        """Return the window that the transcript is in."""
        return self._document.window() if self._document.lives else None

    def parent(self) -> QAccessibleInterface | None:  # type: ignore[override]
        """Return the transcript."""
        return self._document if self._document.lives else None

    def child(self, _index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """Return None: a paragraph has no parts."""
        return None

    def childAt(self, _x: int, _y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """Return None: a paragraph has no parts."""
        return None

    def childCount(self) -> int:
        """Return 0."""
        return 0

    def indexOfChild(self, _child: QAccessibleInterface) -> int:
        """Return -1: a paragraph has no parts."""
        return -1

    def text(self, kind: QAccessible.Text) -> str:
        """Return the paragraph's text, or its annotations as its description."""
        if self.isValid() and kind == Text.Name:
            return line_text(self._document.view, self.number)
        if self.isValid() and kind == Text.Description:
            return "; ".join(marks_in_words(self._document.view, self.number))
        return ""

    def setText(self, _kind: QAccessible.Text, _text: str) -> None:
        """Do nothing: the text never changes."""

    def rect(self) -> QRect:
        """Return where the paragraph is on the screen, as far as it has been laid out."""
        view = self._document.view
        return line_on_screen(view, self.number) if self.isValid() else QRect()

    def role(self) -> QAccessible.Role:
        """Say that it is a paragraph."""
        return Role.Paragraph

    def state(self) -> QAccessible.State:
        """Say that it can be read only, and whether the caret is in it."""
        state = QAccessible.State()
        state.readOnly = state.focusable = state.multiLine = True
        if not self.isValid():
            state.invalid = True
        elif self.number == current_line(self._document.view):
            state.focused = state.active = True
        return state


class TranscriptInterface(QAccessibleWidget):
    """The transcript view: a document whose children are its paragraphs."""

    def __init__(self, view: TranscriptView, tell: Tell = QAccessible.updateAccessibility) -> None:
        super().__init__(view, Role.Document, view.accessibleName())
        self.view = view
        self._tell = tell
        self.lives = True
        """False once Qt has deleted the view, and this with it."""

        self._paragraphs: dict[int, ParagraphInterface] = {}
        self._last = -1
        view.selection_changed.connect(self._tell_paragraph)
        view.current_changed.connect(self._tell_annotation)
        view.destroyed.connect(self._end)

    def childCount(self) -> int:
        """Return the number of paragraphs; there is no page while the view is being made."""
        return self.view.page.paragraphs.line_count if hasattr(self.view, "page") else 0

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """Return a paragraph; what was once given out is kept, as others may hold it."""
        if not 0 <= index < self.childCount():
            return None
        return self._paragraphs.setdefault(index, ParagraphInterface(self, index))

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Return the number of a paragraph, from 0."""
        return child.number if isinstance(child, ParagraphInterface) else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """Return the paragraph at a point of the screen."""
        point = self.view.viewport().mapFromGlobal(QPoint(x, y))
        if not self.view.viewport().rect().contains(point):
            return None
        return self.child(line_at(self.view, self.view.character_at(point.toPointF())))

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        """Return the paragraph that the caret is in."""
        return self.child(current_line(self.view)) if self.view.hasFocus() else None

    def state(self) -> QAccessible.State:
        """Say that the text can be read but not changed."""
        state = super().state()
        state.readOnly = state.multiLine = True
        return state

    def _end(self) -> None:
        """Take the paragraphs back from Qt, which would go on to offer them to others."""
        self.lives = False
        for paragraph in self._paragraphs.values():
            QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(paragraph))
        self._paragraphs = {}

    def _tell_paragraph(self) -> None:
        """Let screen readers read a paragraph when the caret comes into it."""
        current = current_line(self.view)
        paragraph = self.child(current)
        if current == self._last or paragraph is None or not self._is_heard():
            return
        self._last = current
        self._tell(QAccessibleEvent(paragraph, QAccessible.Event.Focus))

    def _tell_annotation(self, annotation_id: str) -> None:
        """Let screen readers say which annotation has become the current one."""
        words = "; ".join(in_words(self.view, mark) for mark in self.view.index.of(annotation_id))
        if words and self._is_heard():
            self._tell(QAccessibleAnnouncementEvent(self.view, words))

    def _is_heard(self) -> bool:
        return QAccessible.isActive() and self.view.hasFocus()


def make_interface(_class_name: str, made_for: QObject) -> QAccessibleInterface | None:
    """Return the interface of a transcript view; for ``QAccessible.installFactory``.

    The view keeps it, since Qt does not.
    """
    if not isinstance(made_for, TranscriptView):
        return None
    if made_for.accessible is None:
        made_for.accessible = TranscriptInterface(made_for)
    return made_for.accessible
