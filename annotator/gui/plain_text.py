"""Labels and tooltips that show text as it is: what a project says is never read as rich text."""

import html
import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QWidget

UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
"""Control characters, and those that turn the writing around: the rest of a sentence too."""


def visible(text: str) -> str:
    """Return a text in which characters that only act stand as a sign instead."""
    return UNSEEN.sub("\ufffd", text)


class PlainLabel(QLabel):
    """A label that shows its text letter by letter, also one that is set later."""

    def __init__(self, text: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show another text."""
        super().setText(visible(text))


def plain_label(text: str = "", *, wraps: bool = False) -> QLabel:
    """Return a label that shows its text as it is."""
    label = PlainLabel(text)
    label.setWordWrap(wraps)
    if wraps:
        label.setMinimumWidth(1)  # else a word without a break would widen the whole panel
    return label


def hint(text: str = "", *, wraps: bool = False) -> QLabel:
    """Return a label that steps back behind the content: what to do, what is missing."""
    label = plain_label(text, wraps=wraps)
    label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    return label


def heading(text: str) -> QLabel:
    """Return the small heading of a section."""
    label = plain_label(text)
    font = QFont(label.font())
    font.setWeight(QFont.Weight.DemiBold)
    label.setFont(font)
    return label


def tooltip(text: str) -> str:
    """Return what Qt shows as this text: it would guess whether the text is markup."""
    lines = html.escape(visible(text)).replace("\n", "<br/>")
    return f"<qt>{lines}</qt>" if text else ""


def set_tooltip(widget: QWidget, text: str) -> None:
    """Show a text as a tooltip, as it is."""
    widget.setToolTip(tooltip(text))


def without_mnemonic(text: str) -> str:
    """Return a text for a button or a field's label that keeps its ampersands."""
    return text.replace("&", "&&")


def app_palette() -> QPalette:
    """Return the palette of the whole program."""
    return QApplication.palette()
