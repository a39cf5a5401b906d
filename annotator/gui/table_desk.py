"""Joins the table of all annotations with the project."""

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QTimer

from annotator.gui.bench import Bench
from annotator.gui.panels.annotation_table import AnnotationTable
from annotator.gui.polled_worker import PolledWorker
from annotator.model.edit import Edit
from annotator.model.errors import UserError
from annotator.model.ids import LabelId
from annotator.model.kinds import ReviewState
from annotator.model.message import _, fill
from annotator.model.records import Annotation, Document, Label, Review, Speaker, target_of
from annotator.store.ordering import keys_aside
from annotator.store.queries import AnnotationQuery
from annotator.workspace import wide_edits
from annotator.workspace.wishes import MakeEdit, Wish
from annotator.workspace.worker import Failure, Job

AT_ONCE = 2000
"""Up to so many annotations of a project are sorted while the window waits."""
PAUSE = 200
"""Milliseconds after which a large table follows a wide change: an import makes many."""
FEW = 100
"""An edit of more annotations has all rows asked for again."""
LISTED = 500
"""So many documents or speakers are offered as filters."""


class TableDesk:
    """Asks the file for the rows of the table and carries out edits of many annotations.

    In a large project the order is computed beside the window; an edit of a few annotations
    moves their rows only.
    """

    def __init__(self, bench: Bench, table: AnnotationTable, worker: PolledWorker) -> None:
        self._bench = bench
        self._table = table
        self._worker = worker
        self._query = AnnotationQuery()
        self._total = 0
        self._job: Job | None = None
        self._meanwhile: list[Edit] = []
        self._later = QTimer(table, singleShot=True, interval=PAUSE)
        self._later.timeout.connect(self.refresh)
        table.order_requested.connect(self._sort)
        table.query_changed.connect(self._filter)
        table.activated.connect(self._go_to)
        table.selection_edit_requested.connect(self._edit)
        bench.annotations.current_changed.connect(lambda _current: self._show_current())

    def refresh(self) -> None:
        """Ask for the rows again, if the table is on show."""
        self._forget_job()
        if not self._table.isVisible():
            return
        store = self._bench.workspace.store
        self._offer_filters()
        self._total = self._bench.workspace.label_uses().total()
        if self._total <= AT_ONCE:
            self._show(store.annotation_keys(self._query))
            return
        self._table.show_sorting()
        self._job = self._worker.submit(
            keys_aside, store.path, self._query, done=self._take, failed=self._give_up
        )

    def _forget_job(self) -> None:
        if self._job is not None:
            self._worker.cancel(self._job)
        self._job, self._meanwhile = None, []

    def _take(self, keys: Sequence[int]) -> None:
        """Show what was found beside the window, and what was edited since."""
        meanwhile = self._meanwhile
        self._job, self._meanwhile = None, []
        self._show(keys)
        for edit in meanwhile:
            self._move_rows(edit)

    def _give_up(self, _failure: Failure) -> None:
        self._job = None
        self._bench.say(_("The table could not be sorted; the log says why."))
        self._table.show_count(self._total)

    def _show(self, keys: Sequence[int]) -> None:
        store = self._bench.workspace.store
        names = {label.id: label.name(self._bench.language) for label in self._labels()}
        self._table.show_rows(keys, store.annotation_rows, self._total, names)
        self._show_current()

    def _show_current(self) -> None:
        """Make the row of the annotation that is selected in the text the current one."""
        current, keys = self._bench.annotations.current, self._table.model.keys
        if current is None or self._job is not None or not self._table.isVisible():
            return
        place = self._bench.workspace.store.annotation_place(self._query, keys, current.id)
        if place and keys[place[1] : place[1] + 1] == array("q", [place[0]]):
            self._table.show_current(place[1])

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
        """Show what an edit changed; what it left alone is not asked for."""
        if not self._table.isVisible():
            return
        records = (*edit.removed, *edit.added)
        annotations = [record for record in records if isinstance(record, Annotation | Review)]
        is_wide = any(isinstance(record, Document | Label | Speaker) for record in records)
        if is_wide or len(annotations) > FEW:
            self._refresh_soon()
        elif annotations and self._job is not None:
            self._meanwhile.append(edit)
        elif annotations:
            self._move_rows(edit)

    def _refresh_soon(self) -> None:
        """Ask for all rows anew: at once if they are few, else when edits pause."""
        if self._total <= AT_ONCE:
            self.refresh()
        elif not self._later.isActive():
            self._later.start()

    def _move_rows(self, edit: Edit) -> None:
        """Take away, ask anew and insert the rows of an edit's annotations."""
        model = self._table.model
        gone = {r.id for r in edit.removed if isinstance(r, Annotation)}
        new = {r.id for r in edit.added if isinstance(r, Annotation)}
        self._total += len(new - gone) - len(gone - new)
        if not all(model.remove(annotation_id) for annotation_id in gone - new):
            self.refresh()
            return
        reviewed = {target_of(r) for r in (*edit.removed, *edit.added) if isinstance(r, Review)}
        self._change_rows(sorted((new & gone) | (reviewed - new - gone)))
        for annotation_id in sorted(new - gone):
            self._insert_row(annotation_id)
        self._table.show_count(self._total)

    def _change_rows(self, ids: Sequence[str]) -> None:
        """Show rows as they are now, where they belong now, if the query finds them still."""
        model, store = self._table.model, self._bench.workspace.store
        found = [(x, store.annotation_place(AnnotationQuery(), (), x)) for x in ids]
        keys = {x: place[0] for x, place in found if place}
        if self._in_order(keys) == model.keys:
            for annotation_id in keys:
                model.change(annotation_id)
            return
        for annotation_id, key in keys.items():
            model.remove_key(key, annotation_id)
        for annotation_id in keys:
            self._insert_row(annotation_id)

    def _in_order(self, changed: Mapping[str, int]) -> "array[int]":
        """Return the keys on show with changed annotations, by id, where they belong now."""
        found = array("q", self._table.model.keys)
        for key in changed.values():
            if key in found:
                found.remove(key)
        for annotation_id in changed:
            store = self._bench.workspace.store
            if place := store.annotation_place(self._query, found, annotation_id):
                found.insert(place[1], place[0])
        return found

    def _insert_row(self, annotation_id: str) -> None:
        """Show a row that the query finds, unless it was found aside already."""
        model, store = self._table.model, self._bench.workspace.store
        if place := store.annotation_place(self._query, model.keys, annotation_id):
            key, at = place
            if model.keys[at : at + 1] != array("q", [key]):
                model.insert(at, key, annotation_id)

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

    def _edit(self, action: str, keys: Sequence[int]) -> None:
        if self._job is not None or self._later.isActive():
            self._bench.say(_("The rows are still being put in order: try again in a moment."))
            return
        wanted = self._wanted(action, len(keys))
        if wanted is None:
            return
        store = self._bench.workspace.store
        wish = Wish(*wanted, size=self._size(keys), chosen=keys, named=store.annotation_ids)
        try:
            self._bench.carry_out(wish)
        except UserError as error:
            self._bench.prompts.tell(_("The annotations were not changed"), str(error))

    def _size(self, keys: Sequence[int]) -> int:
        """Return how much is read to change some annotations, or as much as is too much."""
        on_show = self._bench.annotations.document()
        store = self._bench.workspace.store
        others = store.beside_document(keys[:FEW], on_show.id) if on_show else 0
        return len(keys) + others

    def _wanted(self, action: str, count: int) -> tuple[MakeEdit, tuple[object, ...]] | None:
        """Return what is to be done with rows; asks for the label or note that it needs."""
        told: dict[str, str | int] = {"count": count}
        match action:
            case "delete":
                return wide_edits.delete, ()
            case "note":
                title = fill(_("Note on {count} {count|annotation|annotations}"), told)
                note = self._bench.prompts.text(title, "")
                return None if note is None else (wide_edits.write_note, (note,))
            case "relabel":
                title = fill(_("Label for {count} {count|annotation|annotations}"), told)
                label = self._bench.prompts.choose(title, self._choices())
                return None if label is None else (wide_edits.relabel, (LabelId(label),))
            case _:
                return wide_edits.review, (ReviewState(action),)

    def _choices(self) -> list[tuple[str, str]]:
        language = self._bench.language
        return [(x.id, x.name(language)) for x in self._labels() if not x.retired]
