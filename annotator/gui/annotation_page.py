"""Marking in the transcript: label keys, the current annotation, its edges and fragments."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut

from annotator.gui.marks_of import headings_of
from annotator.gui.shown_document import ShownDocument
from annotator.gui.shown_marks import ShownMarks
from annotator.gui.view.transcript_view import TranscriptView
from annotator.model import edits, turn_edits
from annotator.model.edit import Edit
from annotator.model.errors import UserError
from annotator.model.ids import AnnotationId, DocumentId, LabelId
from annotator.model.kinds import LabelKind
from annotator.model.message import _
from annotator.model.records import (
    Annotation,
    Document,
    Label,
    Record,
    Speaker,
    Turn,
)
from annotator.model.snapshot import Snapshot
from annotator.model.text import Range
from annotator.workspace import wide_edits
from annotator.workspace.marking import citation, mark_selection
from annotator.workspace.wishes import Wish
from annotator.workspace.workspace import Workspace

Apply = Callable[[Edit], bool]


class AnnotationPage(QObject):
    """Joins the transcript view with one open document.

    Keeps the current annotation and the sticky label; every wish becomes an Edit that ``apply``
    writes. ``apply`` returns False if the edit was refused, after telling the user.
    """

    current_changed = Signal(object)
    said = Signal(str)
    begun = Signal()
    """Another document is on show."""
    turned = Signal()
    """All turns of the document on show have been read, later than its text."""
    loaded = Signal()
    """All of the document on show has been read, and its marks are shown."""

    def __init__(self, view: TranscriptView, workspace: Workspace, apply: Apply) -> None:
        super().__init__(view)
        self.view = view
        self._workspace = workspace
        self._apply = apply
        self._current: AnnotationId | None = None
        self._wanted: AnnotationId | None = None
        self.marks = ShownMarks(view)
        self.shown = ShownDocument(view, workspace, self.marks)
        self.shown.begun.connect(self._begin)
        self.shown.turned.connect(self.turned)
        self.shown.read.connect(self._select_again)
        self.shown.loaded.connect(self.loaded)
        self.shown.said.connect(self.said)
        self._sticky: LabelId | None = None
        self._keys: dict[tuple[str, str], QShortcut] = {}
        self.suggested: Callable[[Range, Label], Edit | None] = lambda _part, _label: None
        """Gives the edit that accepts a suggestion at a passage, if there is one."""
        self.carry_out: Callable[[Wish], bool] = lambda wish: apply(wish.edit(workspace))
        """Does what may be much."""
        view.mark_clicked.connect(self._click)
        view.edge_dragged.connect(self._drag_edge)
        view.selection_finished.connect(self._mark_if_sticky)

    # --- which document, which annotation ---

    @property
    def snapshot(self) -> Snapshot | None:
        """The document on show; what is left of it is read first."""
        return self.shown.snapshot

    @property
    def opened(self) -> Snapshot | None:
        """The document on show as far as it is read: text, speakers and first turns are there."""
        return self.shown.opened

    @property
    def whole(self) -> Snapshot | None:
        """The document on show once all of it is read and shown."""
        return self.shown.whole

    @property
    def is_loading(self) -> bool:
        """Whether some of the document on show is still to be read or shown."""
        return self.shown.is_loading

    @property
    def current(self) -> Annotation | None:
        """The annotation that is selected."""
        s = self.snapshot if self._current else None
        return s.find(Annotation, self._current) if s else None

    def show_document(self, document_id: DocumentId) -> None:
        """Show a document from its start; what is more than a screen comes in turns."""
        self._wanted = self._current = None
        self.shown.show(document_id)

    def _begin(self) -> None:
        self.current_changed.emit(None)
        self.begun.emit()

    def clear(self) -> None:
        """Show no document."""
        self.shown.clear()
        self._current = None
        self.current_changed.emit(None)

    def reload(self) -> None:
        """Show the document as the project now has it, without leaving the place."""
        if self.opened is not None:
            self._wanted, self._current = self._wanted or self._current, None
            self.shown.reload()

    def leave(self) -> None:
        """Read no further."""
        self.shown.leave()

    def _select_again(self, s: Snapshot) -> None:
        """Select again what was selected before the document was read anew."""
        wanted, self._wanted = self._wanted, None
        if wanted:
            self.select(wanted if s.find(Annotation, wanted) else None)

    def select(self, annotation_id: str | None, *, scroll: bool = False) -> None:
        """Make an annotation the current one."""
        self._current = AnnotationId(annotation_id) if annotation_id else None
        self.shown.open()
        if annotation_id:
            self.shown.finish()
        self.view.set_current(self._current, scroll=scroll)
        self.current_changed.emit(self.current)

    def _click(self, mark_id: str) -> None:
        """Select what was clicked, nothing where nothing is marked; a suggestion is neither."""
        is_elsewhere = not mark_id and self._current is not None
        if is_elsewhere or ((s := self.snapshot) and s.find(Annotation, mark_id)):
            self.select(mark_id or None)

    def step(self, by: int) -> None:
        """Walk to the next or previous annotation in the order of the text."""
        s = self.snapshot
        if s is None:
            return
        line = sorted(s.all(Annotation), key=lambda a: (a.start, -a.end, a.id))
        if not line:
            self.said.emit(_("No annotations yet: select text and press a label's key."))
            return
        ids = [annotation.id for annotation in line]
        if self._current in ids:
            at = (ids.index(self._current) + by) % len(line)
        else:
            caret = self.view.selection[0]
            after = [i for i, a in enumerate(line) if a.start >= caret]
            at = (after[0] if after else 0) if by > 0 else (after[0] if after else len(line)) - 1
        self.select(line[at].id, scroll=True)

    def follow(self, edit: Edit) -> None:
        """Repaint what an edit changed; the snapshot has followed it already."""
        s = self.snapshot
        if s is None:
            return
        if _loses(edit, s.document):
            self.select(None)
            return
        records = (*edit.removed, *edit.added)
        self.marks.follow(s, edit)
        if labels := {r.id for r in records if isinstance(r, Label)}:
            self.marks.show_labels(s, labels)
        if any(isinstance(r, Turn | Speaker) and r.document == s.document.id for r in records):
            self.view.set_turns(headings_of(s))
        if self._current:
            self._follow_current(records)

    def _follow_current(self, records: Sequence[Record]) -> None:
        """Show the current annotation anew if an edit touched it, none if it is gone."""
        if self.current is None:
            self.select(None)
        elif any(isinstance(r, Label) or r.id == self._current for r in records):
            self.select(self._current)

    def reveal(self, edit_records: Sequence[Record]) -> None:
        """Scroll to the first thing that an undone or redone edit touched in this document."""
        s = self.opened
        touched = [r for r in edit_records if isinstance(r, Annotation | Turn)]
        here = [r for r in touched if s and r.document == s.document.id]
        if here:
            self.view.scroll_to(here[0].start)

    # --- label keys ---

    def set_labels(self, labels: Sequence[Label]) -> None:
        """Bind the labels' keys; they work while the transcript has the focus.

        Those that stay are left alone: one of them may be what is asking for this.
        """
        wanted = {
            (label.key.upper(), label.id)
            for label in labels
            if label.key and not label.retired and label.kind is not LabelKind.RELATION
        }
        for gone in self._keys.keys() - wanted:
            shortcut = self._keys.pop(gone)
            shortcut.setParent(None)
            shortcut.deleteLater()
        for key, label_id in wanted - self._keys.keys():
            shortcut = QShortcut(QKeySequence(key), self.view)
            shortcut.setContext(shortcut.context().WidgetShortcut)
            shortcut.activated.connect(partial(self.use_label, label_id))
            self._keys[key, label_id] = shortcut

    def use_label(self, label_id: str) -> None:
        """Mark the selection, or what the label's kind takes at the cursor."""
        s = self.snapshot
        if s is None:
            self.said.emit(_("Open or import a transcript first."))
            return
        label = self._workspace.label(LabelId(label_id))
        selection = self.view.selection
        try:
            edit = self.suggested(selection, label) or mark_selection(
                s, label, selection, self._workspace.hand
            )
        except UserError as error:
            self.said.emit(str(error))
            return
        self._apply_and_select(edit)

    def set_sticky(self, label_id: str | None) -> None:
        """From now on mark every selection with this label; None ends that."""
        self._sticky = LabelId(label_id) if label_id else None

    def _mark_if_sticky(self) -> None:
        start, end = self.view.selection
        if self._sticky and start < end:
            self.use_label(self._sticky)

    def mark_all(self) -> None:
        """Mark every other place that reads like the current annotation with its label."""
        s, current = self.snapshot, self.current
        if s is None or current is None:
            self.said.emit(_("Select an annotation first; its words are looked for."))
            return
        label = s.label_of(current)
        found = edits.occurrences(s, label, current.spans[0].quote)
        if not found:
            self.said.emit(_("These words stand nowhere else in this document."))
            return
        values = s.document.id, label.id
        if self.carry_out(Wish(wide_edits.mark_each, values, chosen=found, size=len(found))):
            self.said.emit(_("Marked {count:,} more.").format(count=len(found)))

    # --- the current annotation ---

    def relabel(self, label_id: str) -> None:
        """Give the current annotation another label."""
        s, current = self.snapshot, self.current
        if s and current:
            self._apply(edits.relabel(s, [current], self._workspace.label(LabelId(label_id))))

    def delete(self) -> None:
        """Delete the current annotation and go on to the one after it."""
        s, current = self.snapshot, self.current
        if s and current:
            self._apply(edits.remove(s, [current]))

    def add_fragment(self) -> None:
        """Add the selected text to the current annotation."""
        s, current = self.snapshot, self.current
        start, end = self.view.selection
        if s is None or current is None or start == end:
            self.said.emit(_("Click an annotation, then select the words to add to it."))
            return
        self._apply(edits.add_fragment(s, current, start, end))

    def remove_fragment(self) -> None:
        """Take the fragment under the cursor off the current annotation."""
        s, current = self.snapshot, self.current
        if s is None or current is None or len(current.spans) == 1:
            self.said.emit(_("Only an annotation of several fragments can lose one."))
            return
        caret = self.view.selection[0]
        nearest = min(range(len(current.spans)), key=lambda i: abs(current.spans[i].start - caret))
        self._apply(edits.remove_fragment(s, current, nearest))

    def nudge(self, *, is_end: bool, by: int) -> None:
        """Move one outer edge of the current annotation by one character as a reader counts."""
        current = self.current
        if current is None:
            self.said.emit(_("Select an annotation to move its edges."))
            return
        part = len(current.spans) - 1 if is_end else 0
        span = current.spans[part]
        edge = self.view.grapheme_step(span.end if is_end else span.start, by)
        self._drag_edge(current.id, part, is_end, edge)

    def _drag_edge(self, annotation_id: str, part: int, is_end: bool, to: int) -> None:  # noqa: FBT001 - a Qt signal passes it
        s = self.snapshot
        annotation = s.find(Annotation, annotation_id) if s else None
        if s is None or annotation is None:
            return
        span = annotation.spans[part]
        start, end = (span.start, to) if is_end else (to, span.end)
        try:
            self._apply(edits.resize(s, annotation, part, start, end))
        except UserError as error:
            self.said.emit(str(error))

    def copy_citation(self) -> None:
        """Put the current annotation on the clipboard with speaker, document and paragraph."""
        if (s := self.snapshot) and self.current:
            QGuiApplication.clipboard().setText(citation(s, [self.current]))
            self.said.emit(_("Copied as a citation."))

    # --- turns and documents ---

    def split_turn(self) -> None:
        """Start a new turn at the cursor."""
        s = self.snapshot
        if s is None:
            return
        position, new_id = self.view.selection[0], self._workspace.session.new_id
        try:
            self._apply(turn_edits.split_turn(s, position, new_id))
        except UserError as error:
            self.said.emit(str(error))

    def document(self) -> Document | None:
        """Return the document on show, or about to be."""
        return self.shown.document

    def _apply_and_select(self, edit: Edit) -> None:
        if self._apply(edit):
            new = [record for record in edit.added if isinstance(record, Annotation)]
            caret = self.view.selection[1]
            self.view.set_selection(caret, caret, scroll=False)
            self.select(new[-1].id)


def _loses(edit: Edit, document: Document) -> bool:
    """Say whether an edit takes a document away."""
    gone = any(isinstance(r, Document) and r.id == document.id for r in edit.removed)
    return gone and not any(isinstance(r, Document) and r.id == document.id for r in edit.added)
