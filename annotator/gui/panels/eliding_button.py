"""A flat button whose text gives way to the room there is."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton

from annotator.gui.plain_text import set_tooltip, without_mnemonic

PADDING = 16


class ElidingButton(QToolButton):
    """Shows the start of a text of a project in one line; the tooltip has all of it."""

    def __init__(self) -> None:
        super().__init__()
        self._text = ""
        self.setAutoRaise(True)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_text(self, text: str) -> None:
        """Show a text, as much of it as there is room for."""
        self._text = " ".join(text.split())
        self.setAccessibleName(self._text)
        set_tooltip(self, self._text)
        self._elide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show more or less of the text."""
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        room = max(0, self.width() - PADDING)
        shown = self.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, room)
        self.setText(without_mnemonic(shown))
