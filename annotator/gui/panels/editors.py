"""What edits one value in a form, by the kind of the field."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextDocument
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from annotator.gui.panels.fitting_grid import FittingGrid
from annotator.gui.plain_text import set_tooltip, without_mnemonic
from annotator.model.message import _

LONG_HEIGHT = 64
FEW_FLAGS = 3
"""So many flags stand below each other, more in two columns."""
Choices = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Field:
    """One field: its name in the record, what it is called, and how it is edited.

    ``kind`` is ``text``, ``long``, ``number``, ``date``, ``choice`` or ``flags``; the value of
    flags is the chosen ids, joined by spaces. A choice that is required does not offer none,
    which is called ``nothing``.
    """

    name: str
    label: str
    kind: str = "text"
    choices: Choices = ()
    hint: str = ""
    is_required: bool = False
    nothing: str = "—"


class Editor(Protocol):
    """What edits one value that is text; ``committed`` when it is left or chosen."""

    @property
    def widget(self) -> QWidget:
        """The control itself."""

    @property
    def committed(self) -> SignalInstance:
        """The news that the value may have changed."""

    def value(self) -> str:
        """Return the value."""

    def show(self, value: str) -> None:
        """Show a value without committing it."""


class LineEditor(QObject):
    """A line of text, a decimal number, or a date that may be partial."""

    committed = Signal()

    def __init__(self, field: Field) -> None:
        super().__init__()
        self._shown = ""
        self._line = QLineEdit()
        is_example = field.kind == "date" and field.hint
        told = _("e.g. {example}").format(example=field.hint) if is_example else field.hint
        self._line.setPlaceholderText(told)  # as dark as a value: one must not look like one
        self._line.editingFinished.connect(self.committed)
        self._line.installEventFilter(self)
        self.widget = self._line

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave the keys of undo and redo to the project while nothing was typed."""
        if is_step_elsewhere(event, self._line):
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def value(self) -> str:
        """Return what was shown, or what was typed without white space around it."""
        return self._line.text().strip() if self._line.isModified() else self._shown

    def show(self, value: str) -> None:
        """Show a text from its start."""
        self._shown = value
        self._line.setText(value)
        self._line.setCursorPosition(0)


class LongEditor(QObject):
    """Several lines of text; Tab goes to the next field."""

    committed = Signal()

    def __init__(self, field: Field) -> None:
        super().__init__()
        self._shown = ""
        self._text = QPlainTextEdit()
        self._text.setPlaceholderText(field.hint)
        self._text.setTabChangesFocus(True)
        self._text.setFixedHeight(LONG_HEIGHT)
        self._steps = self._text.document()
        self._text.installEventFilter(self)
        self.widget = self._text

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Commit when the field is left, or with Ctrl+Enter; undo here only what was typed."""
        if is_step_elsewhere(event, self._steps):
            event.ignore()
            return True
        if event.type() == QEvent.Type.FocusOut or _is_commit(event):
            self.committed.emit()
        return super().eventFilter(watched, event)

    def value(self) -> str:
        """Return what was shown as it was, for Qt alters some characters, or what was typed."""
        is_typed = self._text.document().isModified()
        return self._text.toPlainText() if is_typed else self._shown

    def show(self, value: str) -> None:
        """Show a text."""
        self._shown = value
        self._text.setPlainText(value)


def is_step_elsewhere(event: QEvent, field: QLineEdit | QTextDocument) -> bool:
    """Say whether a key asks for a step back or forth that a field does not have.

    The field is asked of keys only: it gets events until it is gone.
    """
    if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.ShortcutOverride:
        return False
    if event.matches(QKeySequence.StandardKey.Undo):
        return not field.isUndoAvailable()
    return event.matches(QKeySequence.StandardKey.Redo) and not field.isRedoAvailable()


def _is_commit(event: QEvent) -> bool:
    return (
        isinstance(event, QKeyEvent)
        and event.type() == QEvent.Type.KeyPress
        and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    )


class ChoiceEditor(QObject):
    """One of some values, or none; a value that is not among them is kept and shown."""

    committed = Signal()

    def __init__(self, field: Field) -> None:
        super().__init__()
        self._is_required = field.is_required
        self._nothing = field.nothing
        self._choices: list[tuple[str, str]] | None = None
        self._box = QComboBox()
        self._box.setMinimumContentsLength(6)
        self._box.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.offer(field.choices)
        self._box.activated.connect(lambda _index: self.committed.emit())
        self._box.currentTextChanged.connect(lambda text: set_tooltip(self._box, text))
        self._box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._box.installEventFilter(self)
        self.widget = self._box

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the wheel scroll the panel, not change a value that is only passed over."""
        if event.type() == QEvent.Type.Wheel and not self._box.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def offer(self, choices: Choices) -> None:
        """Offer these ``(value, name)`` choices, and none unless one is required."""
        if list(choices) == self._choices:
            return
        self._choices = list(choices)
        self._box.clear()
        if not self._is_required:
            self._box.addItem(self._nothing, "")
        for value, name in choices:
            self._box.addItem(name, value)
        self._offered = self._box.count()

    def value(self) -> str:
        """Return the chosen value."""
        return str(self._box.currentData() or "")

    def show(self, value: str) -> None:
        """Choose a value; one that is not offered is added while it is shown."""
        while self._box.count() > self._offered:
            self._box.removeItem(self._offered)
        at = self._box.findData(value)
        if at < 0:
            self._box.addItem(value, value)
            at = self._box.count() - 1
        self._box.setCurrentIndex(at)


class FlagsEditor(QObject):
    """Any number of some values."""

    committed = Signal()

    def __init__(self, field: Field) -> None:
        super().__init__()
        self.widget = FittingGrid(2 if len(field.choices) > FEW_FLAGS else 1)
        self._boxes: dict[str, QCheckBox] = {}
        for value, name in field.choices:
            box = QCheckBox(without_mnemonic(name))
            box.clicked.connect(lambda _on: self.committed.emit())
            self.widget.add(box)
            self._boxes[value] = box
            self.widget.setFocusProxy(next(iter(self._boxes.values())))
        self._shown = ""

    def value(self) -> str:
        """Return what was shown as it was, or the chosen values in their order, by spaces."""
        chosen = [value for value, box in self._boxes.items() if box.isChecked()]
        others = [other for other in self._shown.split() if other not in self._boxes]
        is_as_shown = sorted([*chosen, *others]) == sorted(self._shown.split())
        return self._shown if is_as_shown else " ".join([*chosen, *others])

    def show(self, value: str) -> None:
        """Check the boxes of these values; others are kept unseen."""
        self._shown = value
        for name, box in self._boxes.items():
            box.setChecked(name in value.split())

    def enable(self, value: str, *, is_enabled: bool) -> None:
        """Let one of the values be chosen, or not; it stays as it is."""
        self._boxes[value].setEnabled(is_enabled)


def make_editor(field: Field) -> Editor:
    """Return the editor for a field."""
    editors: dict[str, Callable[[Field], Editor]] = {
        "long": LongEditor,
        "choice": ChoiceEditor,
        "flags": FlagsEditor,
    }
    return editors.get(field.kind, LineEditor)(field)
