"""Joins the codebook panel with the project: marking, label keys, editing labels."""

from collections.abc import Callable
from dataclasses import replace

from annotator.gui.bench import Bench
from annotator.gui.panels.codebook_panel import CodebookPanel
from annotator.model import project_edits
from annotator.model.edit import Edit
from annotator.model.errors import UserError
from annotator.model.ids import LabelId
from annotator.model.message import _, fill
from annotator.model.records import Annotation, Document, Label
from annotator.workspace import wide_edits
from annotator.workspace.wishes import Wish


class CodebookDesk:
    """Shows the codebook and carries out what is asked of it."""

    def __init__(self, bench: Bench, panel: CodebookPanel) -> None:
        self._bench = bench
        self._panel = panel
        panel.label_chosen.connect(self._use_label)
        panel.sticky_changed.connect(bench.annotations.set_sticky)
        panel.hidden_kinds_changed.connect(bench.annotations.view.set_hidden)
        panel.label_saved.connect(self._save_label)
        panel.label_delete_requested.connect(self._delete_label)

    def show(self) -> None:
        """Show the labels with how often each is used, and bind their keys."""
        labels, uses = self._bench.workspace.labels(), self._bench.workspace.label_uses()
        self._panel.show_labels(labels, uses, self._bench.language)
        self._bench.annotations.set_labels(labels)

    def follow(self, edit: Edit) -> None:
        """Show labels that changed, or how often each is used now."""
        records = (*edit.removed, *edit.added)
        if any(isinstance(record, Label) for record in records):
            self.show()
        elif any(isinstance(record, Annotation | Document) for record in records):
            self._panel.show_uses(self._bench.workspace.label_uses())

    def _use_label(self, label_id: str) -> None:
        self._bench.annotations.use_label(label_id)
        self._bench.annotations.view.setFocus()

    def _save_label(self, before: Label | None, after: Label) -> None:
        labels = self._bench.workspace.labels()
        if before is None:
            order = max((label.order for label in labels), default=0) + 1
            new = self._new(after, order)
            self._try(lambda: self._bench.apply(project_edits.add_label(labels, new)))
        else:
            self._try(lambda: self._bench.apply(project_edits.change_label(labels, before, after)))

    def _new(self, label: Label, order: int) -> Label:
        return replace(label, id=LabelId(self._bench.workspace.session.new_id()), order=order)

    def _delete_label(self, label_id: str) -> None:
        workspace = self._bench.workspace
        label = workspace.label(LabelId(label_id))
        used = workspace.label_uses()[label.id]
        question = _("Delete the label {label} and its {count} {count|annotation|annotations}?")
        text = fill(question, {"label": label.name(self._bench.language), "count": used})
        if used and not self._bench.prompts.confirm(_("Delete label"), text, _("Delete")):
            return
        wish = Wish(wide_edits.delete_label, (), chosen=[label.id], size=used)
        self._try(lambda: self._bench.carry_out(wish))

    def _try(self, change: Callable[[], object]) -> None:
        try:
            change()
        except UserError as error:
            self._bench.prompts.tell(_("The codebook was not changed"), str(error))
