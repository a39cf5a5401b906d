"""Joins the table of all annotations with the project."""

from collections.abc import Sequence
from dataclasses import replace

from annotator.gui.bench import Bench
from annotator.gui.parts.annotation_table import AnnotationTable
from annotator.model import edits
from annotator.model.edit import Edit
from annotator.model.errors import UserError
from annotator.model.ids import LabelId
from annotator.model.message import Message, _
from annotator.model.records import Annotation, Document, Label, Speaker
from annotator.store.queries import AnnotationQuery


class TableDesk:
    """Asks the file for the rows of the table and carries out edits of many annotations."""

    def __init__(self, bench: Bench, table: AnnotationTable) -> None:
        self._bench = bench
        self._table = table
        self._query = AnnotationQuery()
        table.order_requested.connect(self._sort)
        table.query_changed.connect(self._filter)
        table.activated.connect(self._go_to)
        table.selection_edit_requested.connect(self._edit)

    def refresh(self) -> None:
        """Ask for the rows again, if the table is on show."""
        if self._table.isHidden():
            return
        store = self._bench.workspace.store
        keys = store.annotation_keys(self._query)
        total = store.counts().annotations
        self._table.show_rows(keys, store.annotation_rows, total)

    def follow(self, edit: Edit) -> None:
        """Show what an edit changed."""
        shown = (Annotation, Document, Label, Speaker)
        if any(isinstance(record, shown) for record in (*edit.removed, *edit.added)):
            self.refresh()

    def _sort(self, column: str, *, descending: bool = False) -> None:
        self._query = replace(self._query, order=column, descending=descending)
        self.refresh()

    def _filter(self, query: AnnotationQuery) -> None:
        self._query = replace(query, order=self._query.order, descending=self._query.descending)
        self.refresh()

    def _go_to(self, document_id: str, annotation_id: str) -> None:
        on_show = self._bench.annotations.document()
        if on_show is None or on_show.id != document_id:
            self._bench.show_document(document_id)
        self._bench.annotations.select(annotation_id, scroll=True)

    def _edit(self, action: str, ids: Sequence[str]) -> None:
        try:
            edit = self._edit_of(action, ids)
        except UserError as error:
            self._bench.prompts.tell(_("The annotations were not changed"), str(error))
            return
        if edit:
            self._bench.apply(edit)

    def _edit_of(self, action: str, ids: Sequence[str]) -> Edit | None:
        """Return the edit for the selected rows, asking for the label or note it needs."""
        bench = self._bench
        if action == "delete":
            return self._for_each(
                Message("Delete {count} annotations", {"count": len(ids)}), ids, edits.remove
            )
        if action == "note":
            note = bench.prompts.text(_("Note on {count} annotations").format(count=len(ids)), "")
            if note is None:
                return None
            message = Message("Note on {count} annotations", {"count": len(ids)})
            return self._for_each(message, ids, lambda s, found: edits.set_note(s, found, note))
        label_id = bench.prompts.choose(
            _("Label for {count} annotations").format(count=len(ids)),
            [
                (label.id, label.name(bench.language))
                for label in bench.workspace.labels()
                if not label.retired
            ],
        )
        if label_id is None:
            return None
        label = bench.workspace.label(LabelId(label_id))
        message = Message("Change label to {label}", {"label": label.name()})
        return self._for_each(message, ids, lambda s, found: edits.relabel(s, found, label))
