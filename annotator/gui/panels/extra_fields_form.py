"""The fields that the codebook adds to a label's annotations."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.gui.panels.field_checks import date_text, number_text
from annotator.gui.panels.fields import ChoiceField, Field, line_field
from annotator.gui.panels.record_form import labelled_row
from annotator.model.message import _
from annotator.model.records import ExtraField, Fields


class ExtraFieldsForm(QWidget):
    """Edits the extra fields of one annotation; emits all of them as a mapping by name.

    Values that the label does not ask for (they came from another label or file) are kept and
    shown as text.
    """

    changed = Signal(object)
    refused = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._owner = ""
        self._asked: tuple[ExtraField, ...] = ()
        self._values: dict[str, str] = {}
        self.fields: dict[str, Field] = {}
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(4)

    def show_fields(self, owner: str, asked: tuple[ExtraField, ...], values: Fields) -> None:
        """Show the fields of the annotation ``owner``; what was typed for another goes first."""
        if owner != self._owner:
            self.give_up()
        known = {extra.name for extra in asked}
        wanted = (*asked, *(ExtraField(name) for name in values if name not in known))
        self._owner, self._values = owner, dict(values)
        if wanted != self._asked:
            self._build(wanted)
        for name, field in self.fields.items():
            field.show_value(values.get(name, ""))
        self.setVisible(bool(wanted))

    def commit(self) -> None:
        """Emit what was typed and not saved yet."""
        for field in list(self.fields.values()):
            field.commit()

    def give_up(self) -> None:
        """Emit what was typed; what cannot be saved is told of and taken back."""
        for field in list(self.fields.values()):
            field.give_up()

    def _build(self, wanted: tuple[ExtraField, ...]) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if (row := item.widget()) is not None:
                row.hide()
                row.deleteLater()
        self._asked = wanted
        self.fields = {extra.name: make_field(extra) for extra in wanted}
        for name, field in self.fields.items():
            field.edited.connect(lambda value, name=name: self._take(name, value))
            field.refused.connect(self.refused)
            self._rows.addWidget(labelled_row(name, [field]))

    def _take(self, name: str, value: str) -> None:
        changed = {**self._values, name: value}
        changed = {each: text for each, text in changed.items() if text}
        if changed != self._values:
            self._values = changed
            self.changed.emit(dict(changed))


def make_field(extra: ExtraField) -> Field:
    """Return the field for the type that the codebook gives."""
    match extra.type:
        case "number":
            return line_field(extra.name, _("a number"), number_text())
        case "date":
            return line_field(extra.name, _("2020-12-29 or 2020"), date_text)
        case "choice":
            return ChoiceField(extra.name, {"": "—"} | {each: each for each in extra.choices})
        case "boolean":
            return ChoiceField(extra.name, {"": "—", "true": _("Yes"), "false": _("No")})
        case _:
            return line_field(extra.name)
