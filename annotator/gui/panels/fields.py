"""Fields of a form: each shows one value and tells when its user has changed it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QVBoxLayout, QWidget

from annotator.gui.panels.controls import ComboControl, LineControl, TextControl
from annotator.gui.panels.field_checks import Check, any_text
from annotator.gui.plain_text import describe_to, plain_label
from annotator.model.errors import UserError


class Field(QWidget):
    """One value. ``edited`` carries the new one; ``refused`` a text that was not saved."""

    edited = Signal(object)
    refused = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(2)

    def show_value(self, value: object) -> None:
        """Show a saved value; nothing is emitted."""
        raise NotImplementedError

    def commit(self) -> None:
        """Emit what was typed and not saved yet."""

    def give_up(self) -> None:
        """Emit what was typed; what cannot be saved is told of by ``refused`` and goes."""
        self.commit()


class TypedField(Field):
    """A text that is checked; a wrong one stays on show with a sentence below it."""

    def __init__(self, name: str, control: LineControl | TextControl, check: Check) -> None:
        super().__init__(name)
        self.control = control
        self._check = check
        self._value = ""
        self.problem = plain_label(role="error", wraps=True)
        self.problem.hide()
        self.column.addWidget(control)
        self.column.addWidget(self.problem)
        self.setFocusProxy(control)
        describe_to(control, name)
        control.finished.connect(self.commit)
        control.textChanged.connect(self._clear_problem)

    def show_value(self, value: object) -> None:
        """Show a saved text, unless something else is being typed over the same one."""
        text = str(value or "")
        if self.control.is_pending and text == self._value:
            return
        self._value = text
        self.control.show_text(text)
        self._clear_problem()

    def commit(self) -> None:
        """Emit what was typed if it passes the check, else say what is wrong."""
        if not self.control.is_pending:
            return
        try:
            value = self._check(self.control.text())
        except UserError as error:
            self._show_problem(str(error))
            return
        changed = value != self._value
        self._value = value
        self.control.show_text(value)
        self._clear_problem()
        if changed:
            self.edited.emit(value)

    def give_up(self) -> None:
        """Emit what was typed; a text that does not pass is told of and taken back."""
        self.commit()
        if self.control.is_pending:
            self.refused.emit(f"“{self.control.text()}”: {self.problem.text()}")
            self.control.revert()
            self._clear_problem()

    def _show_problem(self, text: str) -> None:
        self.problem.setText(text)
        self.problem.show()
        self._mark(invalid=True)

    def _clear_problem(self) -> None:
        if not self.problem.isHidden():
            self.problem.hide()
            self._mark(invalid=False)

    def _mark(self, *, invalid: bool) -> None:
        self.control.setProperty("invalid", invalid)
        self.control.setAccessibleDescription(self.problem.text() if invalid else "")
        self.control.style().unpolish(self.control)
        self.control.style().polish(self.control)


def line_field(name: str, hint: str = "", check: Check = any_text) -> TypedField:
    """Return a field of one line; ``hint`` shows while it is empty."""
    control = LineControl()
    control.setPlaceholderText(hint)
    return TypedField(name, control, check)


def text_field(name: str, hint: str = "", lines: int = 3) -> TypedField:
    """Return a field of several lines; ``hint`` shows while it is empty."""
    control = TextControl(lines)
    control.setPlaceholderText(hint)
    return TypedField(name, control, str.rstrip)


class ChoiceField(Field):
    """One of several values; one that is not among them is shown all the same."""

    def __init__(self, name: str, choices: Mapping[str, str]) -> None:
        super().__init__(name)
        self.control = ComboControl()
        self._value = ""
        self.column.addWidget(self.control)
        self.setFocusProxy(self.control)
        describe_to(self.control, name)
        self.set_choices(choices)
        self.control.activated.connect(self._choose)

    def set_choices(self, choices: Mapping[str, str]) -> None:
        """Offer these values, by their names."""
        if choices == self._offered():
            return
        self.control.clear()
        for value, text in choices.items():
            self.control.addItem(text, value)
        self.show_value(self._value)

    def show_value(self, value: object) -> None:
        """Show a saved value."""
        self._value = str(value or "")
        at = self.control.findData(self._value)
        if at < 0:
            self.control.addItem(self._value or "—", self._value)
            at = self.control.count() - 1
        self.control.setCurrentIndex(at)

    def _offered(self) -> dict[str, str]:
        rows = range(self.control.count())
        return {self.control.itemData(row): self.control.itemText(row) for row in rows}

    def _choose(self, row: int) -> None:
        value = self.control.itemData(row)
        if value != self._value:
            self._value = value
            self.edited.emit(value)


class ChecksField(Field):
    """Any number of several values, as a tuple in the order they are offered."""

    def __init__(self, name: str, choices: Mapping[str, str], columns: int = 2) -> None:
        super().__init__(name)
        self._columns = columns
        self._value: tuple[str, ...] = ()
        self.boxes: dict[str, QCheckBox] = {}
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 2, 0, 2)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self.column.addLayout(self._grid)
        self._offer(choices)

    def _offer(self, choices: Mapping[str, str]) -> None:
        for value, text in choices.items():
            box = QCheckBox(text.replace("&", "&&"))
            describe_to(box, f"{self.name}: {text}")
            box.clicked.connect(self._change)
            at = len(self.boxes)
            self._grid.addWidget(box, at // self._columns, at % self._columns)
            self.boxes[value] = box
            if at == 0:
                self.setFocusProxy(box)

    def show_value(self, value: object) -> None:
        """Check the boxes of a saved tuple, with boxes of their own for values not offered."""
        assert isinstance(value, Sequence)  # noqa: S101 - forms show what they were made for
        self._value = tuple(value)
        self._offer({extra: extra for extra in self._value if extra not in self.boxes})
        for each, box in self.boxes.items():
            box.setChecked(each in self._value)

    def _change(self) -> None:
        self._value = tuple(value for value, box in self.boxes.items() if box.isChecked())
        self.edited.emit(self._value)
