"""Passages side by side; where they do not all fit they are scrolled sideways."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QScrollArea, QWidget

from annotator.gui.panels.rows import ENTER
from annotator.model.message import _

NARROWEST = 200
"""Pixels of a passage."""


class PassageStrip(QScrollArea):
    """As many passages as there are, each as plain text; one that is clicked is told by number."""

    clicked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Passages"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.panes: list[_Pane] = []
        """One for each passage that was ever compared with others; those in use are shown."""
        self._row = QHBoxLayout()
        self._row.setContentsMargins(0, 0, 0, 0)
        inside = QWidget()
        inside.setLayout(self._row)
        self.setWidget(inside)
        self.hide()

    def show_texts(self, texts: Sequence[str]) -> None:
        """Show other passages, from the first one on."""
        for at in range(len(self.panes), len(texts)):
            self.panes.append(_Pane(at))
            self.panes[at].clicked.connect(self.clicked)
            self._row.addWidget(self.panes[at], 1)
        for at, pane in enumerate(self.panes):
            pane.setVisible(at < len(texts))
            pane.setPlainText(texts[at] if at < len(texts) else "")
        self.setVisible(bool(texts))
        self.horizontalScrollBar().setValue(0)

    def bring_up(self, at: int) -> None:
        """Scroll to a passage, by its number from 0."""
        if at < len(self.panes):
            place = self.panes[at].geometry()  # ensureWidgetVisible would show its cursor only
            for x in (place.x() + place.width(), place.x()):
                self.ensureVisible(x, 0, 0, 0)


class _Pane(QPlainTextEdit):
    """A passage; a click or Enter asks to see it in its transcript, words can be copied."""

    clicked = Signal(int)

    def __init__(self, at: int) -> None:
        super().__init__()
        self._at = at
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setAccessibleName(_("Passage {number}").format(number=at + 1))
        self.setMinimumWidth(NARROWEST)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take a press that selected no words for a click."""
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            self.clicked.emit(self._at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter do what a click does."""
        if event.key() in ENTER:
            self.clicked.emit(self._at)
        else:
            super().keyPressEvent(event)
