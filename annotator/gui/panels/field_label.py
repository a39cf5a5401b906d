"""What a field of a form is called, beside it or above it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from annotator.gui.plain_text import plain_label, set_tooltip, without_mnemonic

LABEL_WIDTH = 160
"""So many pixels of a field's label are shown at most."""
LEAST_LABEL = "x" * 16
"""There is always room for so much, so that forms below each other stand in one line."""


def field_label(text: str, widget: QWidget) -> QLabel:
    """Return the label of a field that is edited by a control; all of a long one is a tooltip."""
    label = plain_label()
    name = label.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, LABEL_WIDTH)
    label.setText(without_mnemonic(name))
    set_tooltip(label, text if name != text else "")
    label.setMinimumWidth(label.fontMetrics().horizontalAdvance(LEAST_LABEL))
    label.setBuddy(widget)
    label.setForegroundRole(label.palette().ColorRole.PlaceholderText)
    return label
