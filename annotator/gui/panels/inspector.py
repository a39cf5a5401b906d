"""Everything about the selected annotation, to read and to edit."""

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from annotator.gui.icons import icon
from annotator.gui.panels.detail_fields import (
    claim_fields,
    extra_fields,
    fields_beside_the_point,
    figure_fields,
    form_values,
    topic_fields,
    with_values,
)
from annotator.gui.panels.editors import Field
from annotator.gui.panels.evidence_list import EvidenceList
from annotator.gui.panels.fitting_grid import FittingGrid
from annotator.gui.panels.form import Form
from annotator.gui.panels.inspected import InspectedAnnotation
from annotator.gui.panels.laid_out import laid_out_once
from annotator.gui.panels.nothing_selected import NothingSelected, shortened
from annotator.gui.panels.review_box import ReviewBox
from annotator.gui.panels.tab_order import tab_after
from annotator.gui.plain_text import app_palette, heading, hint, plain_label, set_tooltip
from annotator.model.codebook import VerdictScale
from annotator.model.kinds import LabelKind
from annotator.model.message import _
from annotator.model.records import Claim, Figure
from annotator.model.suggestion import Suggestion

DETAILED = (LabelKind.FIGURE, LabelKind.CLAIM, LabelKind.TOPIC)


class Inspector(QScrollArea):
    """Shows one annotation at a time; wishes and changes come out as signals."""

    detail_changed = Signal(object)
    note_changed = Signal(str, str)
    extra_changed = Signal(str, object)
    label_changed = Signal(str, str)
    evidence_changed = Signal(object, object)
    review_changed = Signal(str, str, str)
    link_requested = Signal(str)
    delete_requested = Signal(str)
    copy_requested = Signal(str)
    read_requested = Signal(object)

    def __init__(self, read_scales: Callable[[], Sequence[VerdictScale]], language: str) -> None:
        super().__init__()
        self._read_scales = read_scales
        self._language = language
        self._shown: InspectedAnnotation | None = None
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Tab goes to its fields, which scrolls it
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("Selected annotation"))
        inner = QWidget()
        self._nothing = NothingSelected()
        self._body = self._make_body()
        self._whole = QVBoxLayout(inner)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.addWidget(self._nothing)
        self._whole.addWidget(self._body)
        self.setWidget(inner)
        self.show_nothing()

    def _make_body(self) -> QWidget:
        body = QWidget()
        column = self._column = QVBoxLayout(body)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        self._quote = plain_label(wraps=True)
        self._where = hint(wraps=True)
        self.reading = plain_label(wraps=True)
        self.label_form = Form(
            [Field("label", _("Label"), "choice", is_required=True)], is_late=True
        )
        self.label_form.edited.connect(self._change_label)
        self._detail_place = QVBoxLayout()
        self.detail_forms = {kind: self._detail_form(kind) for kind in LabelKind}
        self.read_button = QPushButton(_("Read from the text"))
        self.read_button.clicked.connect(lambda: self.read_requested.emit(self._shown))
        self.note_form = Form([Field("note", _("Note"), "long")], is_late=True)
        self.note_form.edited.connect(self._change_note)
        self.review_box = ReviewBox()
        self.review_box.edited.connect(self._change_review)
        self.evidence = EvidenceList()
        self.evidence.changed.connect(self.evidence_changed)
        self.evidence.link_requested.connect(self.link_requested)
        self._extra_place = QVBoxLayout()
        self.extra_form: Form | None = None
        title = heading(_("Selected annotation"))
        for widget in (title, self._quote, self._where, self.label_form, self.reading):
            column.addWidget(widget)
        column.addLayout(self._detail_place)
        column.addWidget(self.read_button)
        column.addLayout(self._extra_place)
        for below in (self.note_form, self.evidence, self.review_box):
            column.addWidget(below)
        column.addWidget(self._buttons())
        column.addStretch(1)
        return body

    @cached_property
    def _scales(self) -> dict[str, VerdictScale]:
        """The verdict scales by name."""
        return {scale.slug: scale for scale in self._read_scales()}

    def make_rest(self) -> Iterator[Callable[[], object]]:
        """Yield what makes the forms before they are needed, one after the other."""
        yield lambda: self._scales
        detailed = (self.detail_forms[kind] for kind in DETAILED)
        for form in (self.label_form, self.note_form, self.review_box.form, *detailed):
            yield from form.steps()

    def _detail_form(self, kind: LabelKind) -> Form:
        """Return the form for what an annotation of a kind says."""
        match kind:
            case LabelKind.CLAIM:
                fields = claim_fields([])
            case LabelKind.FIGURE:
                fields = figure_fields()
            case _:
                fields = topic_fields()
        form = Form(fields, is_late=True)
        form.hide()
        form.edited.connect(self._change_detail)
        self._detail_place.addWidget(form)
        return form

    def _buttons(self) -> QWidget:
        row = FittingGrid(2)
        for text, name, signal in (
            (_("Copy as citation"), "quote", self.copy_requested),
            (_("Delete"), "trash", self.delete_requested),
        ):
            button = QPushButton(text)
            button.setIcon(icon(name, app_palette()))
            button.clicked.connect(lambda _on=False, signal=signal: self._wish(signal))
            row.add(button)
        return row

    # --- showing ---

    def show_nothing(self) -> None:
        """Say what to do while nothing is selected."""
        self.commit()
        self._shown = None
        self._body.hide()
        self.show_suggestion(None)
        self._nothing.show()

    def show_suggestion(self, suggestion: Suggestion | None) -> None:
        """Tell of a suggestion while no annotation is selected."""
        self._nothing.show_suggestion(suggestion)

    def show_annotation(self, inspected: InspectedAnnotation) -> None:
        """Show an annotation; what was being typed for the one before is said first."""
        if self._shown is None or self._shown.annotation.id != inspected.annotation.id:
            self.commit()
            self.reading.clear()
        self._shown = inspected
        with laid_out_once(self._whole):
            with laid_out_once(self._column):
                self._show(inspected)
            self._nothing.hide()
            self._body.show()

    def _show(self, inspected: InspectedAnnotation) -> None:
        annotation = inspected.annotation
        self._quote.setText(shortened(annotation.quote))
        set_tooltip(self._quote, annotation.quote)
        self._where.setText(_place(inspected))
        self._show_labels(inspected)
        form = self.detail_forms[inspected.label.kind]
        form.make()
        for other in self.detail_forms.values():
            if other is not form:
                other.hide()
        self._show_detail(inspected)
        form.show()
        self._show_extra(inspected)
        self.note_form.set_values({"note": annotation.note})
        self.review_box.show_reviews(inspected)
        is_claim = inspected.label.kind is LabelKind.CLAIM
        self.evidence.setVisible(is_claim)
        self.evidence.show_evidence(annotation.id, inspected.evidence if is_claim else ())
        is_figure = inspected.label.kind is LabelKind.FIGURE
        self.reading.setVisible(is_figure)
        self.read_button.setVisible(is_figure)

    def show_reading(self, text: str) -> None:
        """Say how the figure is understood, such as ``23,000 person``."""
        self.reading.setText(text)

    def _show_labels(self, inspected: InspectedAnnotation) -> None:
        own = () if inspected.label in inspected.labels else (inspected.label,)
        offered = (*inspected.labels, *own)
        names = [(label.id, label.name(self._language)) for label in offered]
        self.label_form.set_choices("label", names)
        self.label_form.set_values({"label": inspected.label.id})

    def _show_detail(self, inspected: InspectedAnnotation) -> None:
        detail = inspected.told
        form = self.detail_forms[inspected.label.kind]
        if isinstance(detail, Claim):
            form.set_choices("speaker", [(s.id, s.name) for s in inspected.speakers])
            scales = [(s.slug, _name(s.names, self._language)) for s in self._scales.values()]
            form.set_choices("scale", scales)
            form.set_choices("verdict", self._verdicts(detail.scale))
        if isinstance(detail, Figure):
            form.hide_fields(fields_beside_the_point(detail))
        form.set_values(form_values(detail))

    def _verdicts(self, scale: str) -> list[tuple[str, str]]:
        found = self._scales.get(scale)
        return [(v.slug, _name(v.names, self._language)) for v in found.verdicts] if found else []

    def _show_extra(self, inspected: InspectedAnnotation) -> None:
        """Show the fields that the label adds, in a form of their own for each label."""
        own = extra_fields(inspected.label.extra_fields)
        names = [field.name for field in own]
        if self.extra_form is None or list(self.extra_form.editors) != names:
            if self.extra_form is not None:
                self.extra_form.blockSignals(True)  # noqa: FBT003 - its label's fields are gone
                self.extra_form.setParent(None)
                self.extra_form.deleteLater()
            self.extra_form = Form(own) if own else None
            if self.extra_form is not None:
                self.extra_form.edited.connect(self._change_extra)
                self._extra_place.addWidget(self.extra_form)
                tab_after(self.read_button, self.extra_form)
        if self.extra_form is not None:
            self.extra_form.set_values(inspected.annotation.extra)

    # --- changing ---

    def commit(self) -> None:
        """Say what is still being typed."""
        if self._shown is None:
            return
        forms = [self.detail_forms[self._shown.label.kind], self.note_form, self.review_box.form]
        for form in [*forms, *([self.extra_form] if self.extra_form else [])]:
            form.commit()
        self.evidence.commit()

    def focus_first_field(self) -> None:
        """Put the focus on the first field of what the annotation says."""
        if self._shown:
            self.detail_forms[self._shown.label.kind].focus_first()

    def focus_note(self) -> None:
        """Put the focus on the note."""
        if self._shown:
            self.note_form.focus_first()

    def _change_label(self, values: dict[str, str]) -> None:
        if self._shown and values["label"]:
            self.label_changed.emit(self._shown.annotation.id, values["label"])

    def _change_detail(self, values: dict[str, str]) -> None:
        if self._shown is None:
            return
        detail = self._shown.told
        if isinstance(detail, Claim) and values["scale"] != detail.scale:
            values = values | {"verdict": ""}
        self.detail_changed.emit(with_values(detail, values))

    def _change_note(self, values: dict[str, str]) -> None:
        if self._shown:
            self.note_changed.emit(self._shown.annotation.id, values["note"])

    def _change_review(self, state: str, note: str) -> None:
        if self._shown:
            self.review_changed.emit(self._shown.annotation.id, state, note)

    def _change_extra(self, values: dict[str, str]) -> None:
        if self._shown:
            self.extra_changed.emit(self._shown.annotation.id, values)

    def _wish(self, signal: Signal) -> None:
        if self._shown:
            signal.emit(self._shown.annotation.id)  # type: ignore[attr-defined]


def _name(names: object, language: str) -> str:
    table = dict(names)  # type: ignore[call-overload]
    return str(table.get(language) or table.get("en") or next(iter(table.values()), ""))


def _place(inspected: InspectedAnnotation) -> str:
    speaker = inspected.speaker
    who = f"{speaker.name} · {speaker.role.value}" if speaker else ""
    parts = [who, f"¶{inspected.paragraph}", inspected.author_name, inspected.created]
    return "  ·  ".join(part for part in parts if part)
