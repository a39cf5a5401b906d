"""The paragraph at the cursor as plain text, with what is marked there, for screen readers."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from annotator.model.message import _

MARGIN = 12


@dataclass(frozen=True, slots=True)
class ReadParagraph:
    """One paragraph to be read; ``number`` counts from 1, ``speaker`` is empty if nobody speaks."""

    number: int
    count: int
    speaker: str
    text: str
    marks: Sequence[str]


class ReadingPane(QPlainTextEdit):
    """Shows one paragraph; it can be read, selected and copied but not changed.

    Ctrl with the arrows up and down asks for another paragraph.
    """

    step_requested = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._shown = ""
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.setFrameShape(self.frameShape().NoFrame)
        self.document().setDocumentMargin(MARGIN)
        self.setAccessibleName(_("Current paragraph"))
        self.setPlaceholderText(_("Open a document: the paragraph at the cursor is shown here."))

    def show_paragraph(self, paragraph: ReadParagraph | None) -> None:
        """Show another paragraph from its start, or none; the same one stays as it is."""
        text = _in_words(paragraph) if paragraph else ""
        if text != self._shown:
            self._shown = text
            self.setPlainText(text)
            self.moveCursor(QTextCursor.MoveOperation.Start)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask for another paragraph; the other keys move within this one."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        is_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if is_control and event.key() in steps:
            self.step_requested.emit(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


def _in_words(paragraph: ReadParagraph) -> str:
    place = _("Paragraph {number} of {count}").format(
        number=paragraph.number, count=paragraph.count
    )
    lines = [f"{place} · {paragraph.speaker}" if paragraph.speaker else place, paragraph.text]
    if paragraph.marks:
        lines += ["", _("Marked here:"), *paragraph.marks]
    return "\n".join(lines)
