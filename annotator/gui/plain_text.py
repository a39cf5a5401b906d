"""Labels and tooltips that show text as it is: what a project says is never read as rich text."""

import html

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

TOOLTIP_WIDTH = 320


def plain_label(text: str = "", role: str = "", *, wraps: bool = False) -> QLabel:
    """Return a label that shows ``text`` letter by letter.

    Args:
        text: what it shows.
        role: ``heading``, ``muted``, ``error`` or ``title``, as the theme knows them.
        wraps: whether long text goes on in the next line.
    """
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    label.setWordWrap(wraps)
    if role:
        label.setProperty("role", role)
    return label


def tooltip_text(text: str) -> str:
    """Return a tooltip that shows ``text`` letter by letter and breaks its lines.

    Qt takes a tooltip for rich text if it looks like that, so it is made rich text on purpose,
    with the text escaped.
    """
    if not text:
        return ""
    body = html.escape(text).replace("\n", "<br/>")
    return f"<table><tr><td width='{TOOLTIP_WIDTH}'>{body}</td></tr></table>"


def describe_to(widget: QWidget, name: str, tooltip: str = "") -> None:
    """Give a control its name for screen readers, and a tooltip."""
    widget.setAccessibleName(name)
    widget.setToolTip(tooltip_text(tooltip or name))
