"""Editing one label of the codebook, in place."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from annotator.gui.panels.form import Field, Form
from annotator.gui.panels.plain import heading
from annotator.gui.theme import OKABE_ITO
from annotator.model.codebook import FIELD_TYPES
from annotator.model.kinds import LabelKind
from annotator.model.message import _
from annotator.model.records import ExtraField, Label


class LabelEditor(QWidget):
    """A form with Save and Cancel; ``saved`` gives the label before, or None, and after."""

    saved = Signal(object, object)
    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._before: Label | None = None
        self._label: Label | None = None
        kinds = [(k.value, _(k.value)) for k in LabelKind if k is not LabelKind.RELATION]
        colours = [(colour, _(name)) for name, colour in OKABE_ITO.items()]
        self.form = Form(
            [
                Field("en", _("Name (English)")),
                Field("zh", _("Name (Chinese)")),
                Field("kind", _("Marks"), "choice", kinds),
                Field("key", _("Key"), hint="1-9, a-z"),
                Field("colour", _("Colour"), "choice", colours),
                Field("definition", _("Definition"), "long"),
                Field("examples", _("Examples"), "long", hint=_("one a line")),
                Field("fields", _("More fields"), "long", hint=_("name: type: choice, choice")),
            ]
        )
        save, cancel = QPushButton(_("Save label")), QPushButton(_("Cancel"))
        save.setObjectName("save_label")
        save.clicked.connect(self.save)
        cancel.clicked.connect(self.cancelled)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(save)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 12)
        column.addWidget(heading(_("Label")))
        column.addWidget(self.form)
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
                "definition": label.definitions.get("en") or label.definitions.get("zh", ""),
                "examples": "\n".join(label.examples),
                "fields": "\n".join(map(_field_line, label.extra_fields)),
            }
        )
        self.form.focus_first()

    def save(self) -> None:
        """Say what the label is now."""
        if self._label is None:
            return
        values = self.form.values()
        names = {lang: values[lang] for lang in ("en", "zh") if values[lang]}
        language = (
            "en" if "en" in self._label.definitions or "zh" not in self._label.definitions else "zh"
        )
        definitions = dict(self._label.definitions) | {language: values["definition"]}
        after = replace(
            self._label,
            names=names,
            kind=LabelKind(values["kind"] or self._label.kind),
            key=values["key"].lower()[:1],
            colour=values["colour"] or self._label.colour,
            definitions={lang: text for lang, text in definitions.items() if text},
            examples=tuple(line for line in values["examples"].splitlines() if line.strip()),
            extra_fields=tuple(map(_field_of, filter(str.strip, values["fields"].splitlines()))),
        )
        self.saved.emit(self._before, after)


def _field_line(field: ExtraField) -> str:
    return ": ".join(part for part in (field.name, field.type, ", ".join(field.choices)) if part)


def _field_of(line: str) -> ExtraField:
    """Read ``name: type: choice, choice``; an unknown type is text."""
    name, kind, choices, *_rest = [part.strip() for part in (line + "::").split(":")]
    return ExtraField(
        name,
        kind if kind in FIELD_TYPES else "text",
        tuple(choice.strip() for choice in choices.split(",") if choice.strip()),
    )
