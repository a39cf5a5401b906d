"""Passages side by side; where they do not all fit they are scrolled sideways."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QScrollArea, QWidget

from annotator.model.message import _

NARROWEST = 200
"""Pixels of a passage."""


class PassageStrip(QScrollArea):
    """As many passages as there are, each as plain text."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Passages"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.panes: list[QPlainTextEdit] = []
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
            self.panes.append(_pane(at))
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


def _pane(at: int) -> QPlainTextEdit:
    pane = QPlainTextEdit()
    pane.setReadOnly(True)
    pane.setTabChangesFocus(True)
    pane.setAccessibleName(_("Passage {number}").format(number=at + 1))
    pane.setMinimumWidth(NARROWEST)
    return pane
