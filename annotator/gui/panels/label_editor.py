"""Editing one label of the codebook, in place."""

from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QPixmap
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from annotator.gui.panels.detail_fields import named
from annotator.gui.panels.editors import Field
from annotator.gui.panels.form import Form
from annotator.gui.panels.scrolled import scrolled
from annotator.gui.plain_text import heading
from annotator.gui.theme import OKABE_ITO
from annotator.model.codebook import FIELD_TYPES
from annotator.model.kinds import LabelKind
from annotator.model.message import _
from annotator.model.records import ExtraField, Fields, Label

ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
SQUARE = 24
"""Device pixels of a colour beside its name."""


class LabelEditor(QWidget):
    """A form with Save and Cancel; ``saved`` gives the label before, or None, and after.

    Enter saves, except in a field of several lines, and Escape cancels.
    """

    saved = Signal(object, object)
    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._before: Label | None = None
        self._label: Label | None = None
        kinds = named([kind for kind in LabelKind if kind is not LabelKind.RELATION])
        colours = [(colour, _(name)) for name, colour in OKABE_ITO.items()]
        self.form = Form(
            [
                Field("en", _("Name (English)")),
                Field("zh", _("Name (Chinese)")),
                Field("kind", _("Marks"), "choice", kinds, is_required=True),
                Field("key", _("Key"), hint="1-9, a-z"),
                Field("colour", _("Colour"), "choice", colours, is_required=True),
                Field("definition", _("Definition"), "long"),
                Field("examples", _("Examples"), "long", hint=_("one a line")),
                Field("fields", _("More fields"), "long", hint=_("name: type: choice, choice")),
            ],
            is_late=True,
        )
        save, cancel = QPushButton(_("Save label")), QPushButton(_("Cancel"))
        save.setObjectName("save_label")
        save.setProperty("primary", True)  # noqa: FBT003 - a value, which the style sheet asks for
        save.clicked.connect(self.save)
        cancel.clicked.connect(self.cancelled)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(12, 0, 12, 0)
        buttons.addStretch(1)
        buttons.addWidget(save)
        buttons.addWidget(cancel)
        inside = QWidget()
        fields = QVBoxLayout(inside)
        fields.setContentsMargins(12, 8, 12, 0)
        fields.addWidget(heading(_("Label")))
        fields.addWidget(self.form)
        fields.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 12)
        column.addWidget(scrolled(inside), 1)
        column.addLayout(buttons)

    def edit(self, label: Label, *, is_new: bool) -> None:
        """Show a label; its kind can be chosen only while it is new."""
        self._before, self._label = (None if is_new else label), label
        self.form.editors["kind"].widget.setEnabled(is_new)
        self.form.set_values(
            {
                "en": label.names.get("en", ""),
                "zh": label.names.get("zh", ""),
                "kind": label.kind.value,
                "key": label.key,
                "colour": label.colour,
                "definition": label.definitions.get(_language_of(label.definitions), ""),
                "examples": "\n".join(label.examples),
                "fields": _field_lines(label),
            }
        )
        self._show_colours()
        self.form.focus_first()

    def _show_colours(self) -> None:
        """Show each colour beside its name."""
        box = self.form.editors["colour"].widget
        assert isinstance(box, QComboBox)  # noqa: S101 - for the type checker
        for row in range(box.count()):
            square = QPixmap(SQUARE, SQUARE)
            square.setDevicePixelRatio(2)
            square.fill(QColor(box.itemData(row)))
            box.setItemIcon(row, QIcon(square))

    def event(self, event: QEvent) -> bool:
        """Keep Escape, which elsewhere goes to the transcript."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.setAccepted(event.key() == Qt.Key.Key_Escape)
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save, cancel, or press the button that has the focus."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif event.key() not in ENTER:
            super().keyPressEvent(event)
        elif isinstance(focused := self.focusWidget(), QPushButton):
            focused.click()
        else:
            self.save()

    def save(self) -> None:
        """Say what the label is now."""
        if self._label is not None:
            self.saved.emit(self._before, _with_values(self._label, self.form.values()))


def _with_values(label: Label, values: dict[str, str]) -> Label:
    """Return the label with what the form holds; what was not touched stays as it was."""
    definition = {_language_of(label.definitions): values["definition"]}
    examples, extra_fields = label.examples, label.extra_fields
    if values["examples"] != "\n".join(examples):
        examples = tuple(line for line in values["examples"].split("\n") if line.strip())
    if values["fields"] != _field_lines(label):
        extra_fields = tuple(map(_field_of, filter(str.strip, values["fields"].split("\n"))))
    return replace(
        label,
        names=_without_empty({**label.names, "en": values["en"], "zh": values["zh"]}),
        kind=LabelKind(values["kind"]),
        key=values["key"].lower()[:1],
        colour=values["colour"],
        definitions=_without_empty({**label.definitions, **definition}),
        examples=examples,
        extra_fields=extra_fields,
    )


def _language_of(definitions: Fields) -> str:
    """Return the language whose definition is edited: English unless there is only Chinese."""
    return "zh" if definitions.get("zh") and not definitions.get("en") else "en"


def _without_empty(texts: Fields) -> dict[str, str]:
    return {language: text for language, text in texts.items() if text}


def _field_lines(label: Label) -> str:
    return "\n".join(map(_field_line, label.extra_fields))


def _field_line(field: ExtraField) -> str:
    return ": ".join(part for part in (field.name, field.type, ", ".join(field.choices)) if part)


def _field_of(line: str) -> ExtraField:
    """Read ``name: type: choice, choice``; an unknown type is text."""
    name, _colon, rest = line.partition(":")
    kind, _colon, choices = rest.partition(":")
    return ExtraField(
        name.strip(),
        kind.strip() if kind.strip() in FIELD_TYPES else "text",
        tuple(choice.strip() for choice in choices.split(",") if choice.strip()),
    )
