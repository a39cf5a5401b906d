"""The evidence held against a claim: a list, one piece of it open at a time."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from annotator.gui.icons import IconButton
from annotator.gui.names import evidence_stance_names
from annotator.gui.panels.field_checks import date_text, sha256_text
from annotator.gui.panels.fields import ChoiceField, line_field, text_field
from annotator.gui.panels.record_form import Entry, RecordForm
from annotator.gui.plain_text import describe_to, plain_label
from annotator.model.ids import AnnotationId, EvidenceId
from annotator.model.message import _
from annotator.model.records import Evidence, Stance

ChooseFile = Callable[[], tuple[str, str] | None]
"""Asks for a file; returns its name and the SHA-256 of its bytes, or None."""


class EvidenceForm(RecordForm):
    """Edits one piece of Evidence."""

    delete_requested = Signal()

    def __init__(self, choose_file: ChooseFile | None = None) -> None:
        super().__init__()
        stance = ChoiceField(_("Stance"), evidence_stance_names())
        self.add_row(_("Stance"), Entry("stance", stance, to_record=Stance))
        when = _("2020-12-29 or 2020")
        for label, attribute, field in (
            (_("Link"), "url", line_field(_("Link"), "https://")),
            (_("Archived"), "archived_url", line_field(_("Archived link"), "https://")),
            (_("Publisher"), "publisher", line_field(_("Publisher"))),
            (_("Published"), "published", line_field(_("Published"), when, date_text)),
            (_("Accessed"), "accessed", line_field(_("Accessed"), when, date_text)),
            (_("Quote"), "quote", text_field(_("Quote"), _("the words that matter"))),
            (_("File"), "file_name", line_field(_("File name"))),
            (_("SHA-256"), "file_sha256", line_field(_("SHA-256 of the file"), "", sha256_text)),
        ):
            self.add_row(label, Entry(attribute, field))
        self.rows.addWidget(self._make_buttons(choose_file))

    def _make_buttons(self, choose_file: ChooseFile | None) -> QWidget:
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(0, 4, 0, 4)
        row.addStretch(1)
        if choose_file is not None:
            choose = QPushButton(_("Choose file…"))
            choose.clicked.connect(lambda: self._take_file(choose_file()))
            row.addWidget(choose)
        self.remove = QPushButton(_("Remove"))
        describe_to(self.remove, _("Remove this evidence"))
        self.remove.clicked.connect(self.delete_requested)
        row.addWidget(self.remove)
        return bar

    def _take_file(self, chosen: tuple[str, str] | None) -> None:
        if chosen is not None:
            self.put(file_name=chosen[0], file_sha256=chosen[1])


class EvidenceRow(QPushButton):
    """One line that says what a piece of evidence is; opens and closes its form."""

    def __init__(self, evidence: Evidence) -> None:
        super().__init__()
        self._text = summary(evidence)
        self.setProperty("flat", True)
        self.setMinimumWidth(0)
        self.setStyleSheet("text-align: left")
        describe_to(self, self._text)
        self._elide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten the text to the width."""
        self._elide()
        super().resizeEvent(event)

    def _elide(self) -> None:
        width = max(0, self.width() - 24)
        short = self.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, width)
        self.setText(short.replace("&", "&&"))


class EvidenceList(QWidget):
    """All evidence of one claim. ``changed`` carries what was (or None) and what is (or None).

    A new piece is emitted with an empty id when its first field is filled in.
    """

    changed = Signal(object, object)
    refused = Signal(str)

    def __init__(self, choose_file: ChooseFile | None = None) -> None:
        super().__init__()
        self._claim = AnnotationId("")
        self._evidence: tuple[Evidence, ...] = ()
        self._open: EvidenceId | None = None
        self._saved: Evidence | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._make_head())
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._column.addLayout(self._list)
        self.form = EvidenceForm(choose_file)
        self.form.changed.connect(self._take)
        self.form.refused.connect(self.refused)
        self.form.delete_requested.connect(self._delete)
        self._column.addWidget(self.form)
        self.form.hide()
        self.buttons: list[EvidenceRow] = []

    def _make_head(self) -> QWidget:
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        self._title = plain_label(_("Evidence"), "heading")
        row.addWidget(self._title, 1)
        self.add = IconButton("add", _("Add evidence"))
        self.add.clicked.connect(self._open_new)
        row.addWidget(self.add)
        return head

    def show_evidence(self, claim: AnnotationId, evidence: Sequence[Evidence]) -> None:
        """Show the evidence of a claim; the piece that is open stays open."""
        if claim != self._claim:
            self.give_up()
            self._open = None
        known = {each.id for each in self._evidence} if claim == self._claim else set()
        self._claim, shown = claim, tuple(evidence)
        if shown != self._evidence or not self.buttons:
            self._evidence = shown
            self._list_rows()
        if self._open == "":
            self._open = next((e.id for e in shown if e.id not in known), self._open)
        self._show_open()

    def commit(self) -> None:
        """Emit what was typed and not saved yet."""
        if self._open is not None:
            self.form.commit()

    def give_up(self) -> None:
        """Emit what was typed; what cannot be saved is told of and taken back."""
        if self._open is not None:
            self.form.give_up()

    def _list_rows(self) -> None:
        while (item := self._list.takeAt(0)) is not None:
            if (row := item.widget()) is not None:
                row.hide()
                row.deleteLater()
        self.buttons = [EvidenceRow(each) for each in self._evidence]
        for button, each in zip(self.buttons, self._evidence, strict=True):
            button.clicked.connect(lambda _=False, each=each: self._toggle(each.id))
            self._list.addWidget(button)

    def _toggle(self, evidence_id: EvidenceId) -> None:
        self.give_up()
        self._open = None if self._open == evidence_id else evidence_id
        self._show_open()

    def _open_new(self) -> None:
        self.give_up()
        self._open = EvidenceId("")
        self._saved = None
        self.form.show_record(Evidence(EvidenceId(""), self._claim))
        self._show_open()
        self.form.entries["url"].field.setFocus()

    def _show_open(self) -> None:
        found = next((each for each in self._evidence if each.id == self._open), None)
        if found is None and self._open != "":
            self._open = None
        if found is not None:
            self._saved = found
            self.form.show_record(found)
        self.form.setVisible(self._open is not None)

    def _take(self, evidence: Evidence) -> None:
        before, self._saved = self._saved, evidence
        if self._open == "" and before is not None:
            return
        self.changed.emit(before, evidence)

    def _delete(self) -> None:
        saved, self._open = self._saved, None
        self._show_open()
        if saved is not None:
            self.changed.emit(saved, None)


def summary(evidence: Evidence) -> str:
    """Return one line that tells a piece of evidence from others."""
    what = next(
        (t for t in (evidence.publisher, evidence.url, evidence.file_name, evidence.quote) if t),
        _("without a source yet"),
    )
    return f"{evidence_stance_names()[evidence.stance]} · {what}".replace("\n", " ")


def as_saved(evidence: Evidence, evidence_id: EvidenceId) -> Evidence:
    """Return a new piece of evidence under the id that the project gave it."""
    return replace(evidence, id=evidence_id)
