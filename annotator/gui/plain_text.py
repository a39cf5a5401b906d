"""Labels and tooltips that show text as it is: what a project says is never read as rich text."""

import html
import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

TOOLTIP_WIDTH = 320
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


def plain_label(text: str = "", role: str = "", *, wraps: bool = False) -> QLabel:
    """Return a label that shows ``text`` letter by letter.

    Args:
        text: what it shows.
        role: ``heading``, ``muted``, ``error`` or ``title``, as the theme knows them.
        wraps: whether long text goes on in the next line.
    """
    label = PlainLabel(text)
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
    body = html.escape(visible(text)).replace("\n", "<br/>")
    return f"<table><tr><td width='{TOOLTIP_WIDTH}'>{body}</td></tr></table>"


def describe_to(widget: QWidget, name: str, tooltip: str = "") -> None:
    """Give a control its name for screen readers, and a tooltip."""
    widget.setAccessibleName(name)
    widget.setToolTip(tooltip_text(tooltip or name))
