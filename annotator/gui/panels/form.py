"""A form made from a table of fields; it says what was changed once a field is left."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QTextDocument
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from annotator.gui.panels.complaints import JUDGED, complaint_of
from annotator.gui.panels.field_label import field_label
from annotator.gui.panels.fitting_grid import FittingGrid
from annotator.gui.panels.laid_out import laid_out_once
from annotator.gui.panels.tab_order import tab_in_place
from annotator.gui.plain_text import plain_label, set_tooltip, without_mnemonic

LONG_HEIGHT = 64
BESIDE = 12
"""Pixels between a label and its field."""
LEAST_FIELD = 120
"""A field beside its label has so many pixels at least."""
FEW_FIELDS = 4
"""So many fields are made at a time where nobody waits for them."""
FEW_FLAGS = 3
"""So many flags stand below each other, more in two columns."""
Wrap = QFormLayout.RowWrapPolicy
Choices = Sequence[tuple[str, str]]
Values = Mapping[str, str]


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


class Form(QWidget):
    """Edits text values by name; ``edited`` gives all of them after a change."""

    edited = Signal(object)

    def __init__(self, fields: Sequence[Field], *, is_late: bool = False) -> None:
        """A late form gets its fields when it is to show values: they are slow to make."""
        super().__init__()
        self._fields = fields
        self._values = {field.name: "" for field in fields}
        self._made: dict[str, Editor] = {}
        self._cells: dict[str, QWidget] = {}
        self._hidden: frozenset[str] = frozenset()
        self._complaints: dict[str, QLabel] = {}
        self._kinds = {field.name: field.kind for field in fields}
        if not is_late:
            self.make()

    def make(self) -> None:
        """Make the fields, if they are not there."""
        self.editors  # noqa: B018 - made when it is asked for

    @property
    def is_made(self) -> bool:
        """Whether the fields are there."""
        return "editors" in vars(self)

    def steps(self) -> Iterator[Callable[[], object]]:
        """Yield what makes the fields before they are needed, a few at a time."""
        while len(self._made) < len(self._fields):
            yield self._make_some
        yield self.make

    def _make_some(self, count: int = FEW_FIELDS) -> None:
        left = self._fields[len(self._made) :]
        self._made |= {field.name: self._add(field) for field in left[:count]}

    @cached_property
    def editors(self) -> "dict[str, Editor]":
        """What edits each value; those that are not there yet are made."""
        self._make_some(len(self._fields))
        tab_in_place(self)
        return self._made

    @cached_property
    def _rows(self) -> QFormLayout:
        rows = QFormLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setVerticalSpacing(6)
        rows.setHorizontalSpacing(BESIDE)
        rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        rows.setRowWrapPolicy(Wrap.DontWrapRows)
        return rows

    def _add(self, field: Field) -> "Editor":
        editor = make_editor(field)
        editor.widget.setAccessibleName(field.label)
        editor.committed.connect(self.commit)
        is_judged = field.kind in JUDGED
        cell = self._judged(field.name, editor.widget) if is_judged else editor.widget
        self._rows.addRow(field_label(field.label, editor.widget), cell)
        self._cells[field.name] = cell
        return editor

    def _judged(self, name: str, widget: QWidget) -> QWidget:
        """Return a field with room below for what is wrong with its value."""
        complaint = plain_label("", wraps=True)
        complaint.setForegroundRole(complaint.palette().ColorRole.BrightText)
        complaint.hide()
        cell = QWidget(self)  # from the start, as what is in it is slow to move with it
        column = QVBoxLayout(cell)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(widget)
        column.addWidget(complaint)
        self._complaints[name] = complaint
        return cell

    def minimumSizeHint(self) -> QSize:
        """Return the room that is needed with each label above its field."""
        return QSize(self._widest(self._cells.values()), super().minimumSizeHint().height())

    def _widest(self, widgets: Iterable[QWidget]) -> int:
        return max((widget.minimumSizeHint().width() for widget in widgets), default=0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put labels above their fields where there is no room for them beside."""
        super().resizeEvent(event)
        labels = filter(None, map(self._rows.labelForField, self._cells.values()))
        fields = max(LEAST_FIELD, self._widest(self._cells.values()))
        beside = self._widest(labels) + BESIDE + fields
        wraps = Wrap.WrapAllRows if event.size().width() < beside else Wrap.DontWrapRows
        if wraps != self._rows.rowWrapPolicy():
            self._rows.setRowWrapPolicy(wraps)

    def set_values(self, values: Values) -> None:
        """Show values; fields that are not named are emptied. Emits nothing."""
        self._values = {name: values.get(name, "") for name in self.editors}
        for name, editor in self.editors.items():
            if editor.value() != self._values[name]:
                editor.show(self._values[name])
        self._complain()

    def set_choices(self, name: str, choices: Choices) -> None:
        """Offer other choices; the value stays."""
        editor = self.editors[name]
        if isinstance(editor, ChoiceEditor):
            editor.offer(choices)
            editor.show(self._values.get(name, ""))

    def values(self) -> dict[str, str]:
        """Return what the fields hold, keeping the old value where the new is not valid."""
        return {
            name: self._values.get(name, "") if self._complaint(name) else editor.value()
            for name, editor in self.editors.items()
        }

    def commit(self) -> None:
        """Say what was changed, if anything was."""
        self._complain()
        values = self.values()
        if values != self._values:
            self._values = values
            self.edited.emit(values)

    def hide_fields(self, names: frozenset[str]) -> None:
        """Show all fields but these."""
        if names != self._hidden:
            with laid_out_once(self._rows):
                for name in names ^ self._hidden:
                    self._rows.setRowVisible(self._cells[name], name not in names)
            self._hidden = names

    def focus_first(self) -> None:
        """Put the focus on the first field that is shown."""
        first = next(name for name in self.editors if name not in self._hidden)
        self.editors[first].widget.setFocus()

    def _complaint(self, name: str) -> str:
        return complaint_of(self._kinds[name], self.editors[name].value())

    def _complain(self) -> None:
        for name, label in self._complaints.items():
            text = self._complaint(name)
            if text != label.text():
                label.setText(text)
                label.setVisible(bool(text))


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
        self._line.setPlaceholderText(field.hint)
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


def make_editor(field: Field) -> Editor:
    """Return the editor for a field."""
    editors: dict[str, Callable[[Field], Editor]] = {
        "long": LongEditor,
        "choice": ChoiceEditor,
        "flags": FlagsEditor,
    }
    return editors.get(field.kind, LineEditor)(field)
