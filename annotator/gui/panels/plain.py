"""Labels and tooltips that never take text for markup."""

import html

from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from annotator.gui.plain_text import PlainLabel, visible


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
