"""A form made from a table of fields; it says what was changed once a field is left."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFormLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from annotator.gui.panels.complaints import JUDGED, complaint_of
from annotator.gui.panels.editors import ChoiceEditor, Choices, Editor, Field, make_editor
from annotator.gui.panels.field_label import field_label
from annotator.gui.panels.laid_out import laid_out_once
from annotator.gui.panels.tab_order import tab_in_place
from annotator.gui.plain_text import plain_label

BESIDE = 12
"""Pixels between a label and its field."""
LEAST_FIELD = 120
"""A field beside its label has so many pixels at least."""
FEW_FIELDS = 4
"""So many fields are made at a time where nobody waits for them."""
Wrap = QFormLayout.RowWrapPolicy
Values = Mapping[str, str]


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
        self._cells[first].show()  # one that was made just now would be shown later only
        self.editors[first].widget.show()
        self.editors[first].widget.setFocus()

    def _complaint(self, name: str) -> str:
        return complaint_of(self._kinds[name], self.editors[name].value())

    def _complain(self) -> None:
        for name, label in self._complaints.items():
            text = self._complaint(name)
            if text != label.text():
                label.setText(text)
                label.setVisible(bool(text))
