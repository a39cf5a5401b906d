"""A form over one frozen record: one field per attribute, one new record per change."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from annotator.gui.panels.fields import Field
from annotator.gui.plain_text import plain_label

LABEL_WIDTH = 88
LABEL_TOP = 6


@dataclass(frozen=True, slots=True)
class Entry:
    """A field and the attribute it stands for, with how the two translate."""

    attribute: str
    field: Field
    to_record: Callable[[Any], Any] = lambda value: value
    to_field: Callable[[Any], Any] = lambda value: value


class RecordForm(QWidget):
    """Shows a record and emits a changed copy whenever one of its fields is edited."""

    changed = Signal(object)
    refused = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._record: Any = None
        self.entries: dict[str, Entry] = {}
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setSpacing(4)

    @property
    def record(self) -> Any:  # noqa: ANN401 - any record that has the attributes
        """The record on show, with what was edited here."""
        return self._record

    def add_row(self, label: str, *entries: Entry) -> QWidget:
        """Add a labelled line of one or more fields; returns it, to hide and show."""
        row = labelled_row(label, [entry.field for entry in entries])
        for entry in entries:
            self.entries[entry.attribute] = entry
            entry.field.edited.connect(lambda value, entry=entry: self._take(entry, value))
            entry.field.refused.connect(self.refused)
        self.rows.addWidget(row)
        return row

    def show_record(self, record: Any) -> None:  # noqa: ANN401 - any record that has the attributes
        """Show a record; what was typed for another one is emitted first."""
        if self._record is not None and record.id != self._record.id:
            self.give_up()
        self._record = record
        for entry in self.entries.values():
            entry.field.show_value(entry.to_field(getattr(record, entry.attribute)))
        self.refresh()

    def refresh(self) -> None:
        """Bring what depends on the record up to date; forms with such parts override it."""

    def commit(self) -> None:
        """Emit what was typed and not saved yet."""
        for entry in list(self.entries.values()):
            entry.field.commit()

    def give_up(self) -> None:
        """Emit what was typed; what cannot be saved is told of and taken back."""
        for entry in list(self.entries.values()):
            entry.field.give_up()

    def put(self, **values: Any) -> None:  # noqa: ANN401 - the attributes of the record
        """Change attributes of the record at once, as if they had been edited here."""
        changed = replace(self._record, **values)
        if changed == self._record:
            return
        self._record = changed
        for name in values:
            if name in self.entries:
                entry = self.entries[name]
                entry.field.show_value(entry.to_field(values[name]))
        self.refresh()
        self.changed.emit(changed)

    def _take(self, entry: Entry, value: object) -> None:
        self.put(**{entry.attribute: entry.to_record(value)})


def labelled_row(text: str, fields: Sequence[QWidget]) -> QWidget:
    """Return a line with its label on the left, all labels equally wide."""
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(8)
    line.addWidget(row_label(text, fields[0]), 0, Qt.AlignmentFlag.AlignTop)
    for field in fields:
        line.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
    return row


def row_label(text: str, buddy: QWidget) -> QLabel:
    """Return the label of a line, as wide as all others."""
    label = plain_label(text, "muted")
    label.setFixedWidth(LABEL_WIDTH)
    label.setContentsMargins(0, LABEL_TOP, 0, 0)
    label.setBuddy(buddy)
    return label
