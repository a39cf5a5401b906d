"""Joins the table of all annotations with the project."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from annotator.gui.bench import Bench
from annotator.gui.panels.annotation_table import AnnotationTable
from annotator.model import edits
from annotator.model.edit import Edit, joined
from annotator.model.errors import UserError
from annotator.model.ids import AnnotationId, DocumentId, LabelId
from annotator.model.message import Message, _
from annotator.model.records import Annotation, Document, Label, Speaker
from annotator.model.snapshot import Snapshot
from annotator.store.queries import AnnotationQuery

MakeEdit = Callable[[Snapshot, list[Annotation]], Edit]
LISTED = 500
"""So many documents or speakers are offered as filters."""


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
        if not self._table.isVisible():
            return
        store = self._bench.workspace.store
        keys = store.annotation_keys(self._query)
        names = {label.id: label.name(self._bench.language) for label in self._labels()}
        self._offer_filters()
        total = sum(store.label_uses().values())
        self._table.show_rows(keys, store.annotation_rows, total, names)

    def _labels(self) -> Sequence[Label]:
        return self._bench.workspace.labels()

    def _offer_filters(self) -> None:
        workspace, language = self._bench.workspace, self._bench.language
        self._table.offer("label", [(x.id, x.name(language)) for x in self._labels()])
        self._table.offer("author", [(a.id, a.name) for a in workspace.authors()])
        self._table.offer("document", [(d.id, d.title) for d in workspace.documents()[:LISTED]])
        self._table.offer(
            "speaker", [(name, name) for name in workspace.store.speaker_names()[:LISTED]]
        )

    def follow(self, edit: Edit) -> None:
        """Show what an edit changed."""
        shown = (Annotation, Document, Label, Speaker)
        if any(isinstance(record, shown) for record in (*edit.removed, *edit.added)):
            self.refresh()

    def _sort(self, column: str, descending: bool) -> None:  # noqa: FBT001 - a Qt signal passes it
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
        count: dict[str, str | int] = {"count": len(ids)}
        if action == "delete":
            return self._for_each(Message("Delete {count} annotations", count), ids, edits.remove)
        if action == "note":
            note = self._bench.prompts.text(_("Note on {count} annotations").format(**count), "")
            message = Message("Note on {count} annotations", count)
            return (
                None
                if note is None
                else self._for_each(message, ids, lambda s, found: edits.set_note(s, found, note))
            )
        return self._relabelling(ids)

    def _relabelling(self, ids: Sequence[str]) -> Edit | None:
        workspace, language = self._bench.workspace, self._bench.language
        choices = [(x.id, x.name(language)) for x in workspace.labels() if not x.retired]
        title = _("Label for {count} annotations").format(count=len(ids))
        chosen = self._bench.prompts.choose(title, choices)
        if chosen is None:
            return None
        label = workspace.label(LabelId(chosen))
        message = Message("Change label to {label}", {"label": label.name()})
        return self._for_each(message, ids, lambda s, found: edits.relabel(s, found, label))

    def _for_each(self, message: Message, ids: Sequence[str], make: MakeEdit) -> Edit:
        """Return one edit for annotations of any documents."""
        by_document: dict[DocumentId, list[str]] = {}
        for annotation_id in ids:
            annotation = self._bench.workspace.store.get(Annotation, annotation_id)
            if annotation is not None:
                by_document.setdefault(annotation.document, []).append(annotation_id)
        parts = []
        for document, own in by_document.items():
            s = self._bench.workspace.load(document)
            parts.append(make(s, [s.annotation(AnnotationId(one)) for one in own]))
        return joined(message, *parts)
