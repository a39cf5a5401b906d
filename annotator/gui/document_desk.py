"""Joins the list of documents and turns with the project."""

from bisect import bisect_right
from collections.abc import Callable

from PySide6.QtCore import QTimer

from annotator.gui.bench import Bench
from annotator.gui.made_late import MadeLate
from annotator.gui.panels.document_panel import DocumentPanel
from annotator.gui.panels.turn_list import TurnEntry
from annotator.gui.view.paragraphs import Paragraphs
from annotator.model import project_edits, turn_edits
from annotator.model.edit import Edit
from annotator.model.errors import UserError
from annotator.model.ids import DocumentId
from annotator.model.kinds import Part
from annotator.model.message import _, fill
from annotator.model.records import Annotation, Document, Speaker, Turn
from annotator.model.snapshot import Snapshot

NEW_SPEAKER = "new"
MANY = 500
"""From so many documents on, the list does not follow each one that comes at once."""
PAUSE = 200
"""Milliseconds after which it does."""


class DocumentDesk:
    """Shows documents and turns and carries out what is asked of them."""

    def __init__(self, bench: Bench, panel: DocumentPanel) -> None:
        self._bench = bench
        self._panel = panel
        self._reviewed = 0, 0
        self._later = QTimer(panel, singleShot=True, interval=PAUSE)
        self._later.timeout.connect(self.show)
        panel.document_chosen.connect(self._choose)
        panel.document_saved.connect(self._save_document)
        panel.document_moved.connect(self._move_document)
        panel.document_delete_requested.connect(self._delete_document)
        panel.turn_chosen.connect(self._go_to)
        panel.speaker_saved.connect(self._save_speaker)
        panel.turn_speaker_requested.connect(self._assign_turn)
        panel.turn_part_requested.connect(self._set_part)
        panel.turn_join_requested.connect(self._join_turn)
        panel.turn_split_requested.connect(bench.annotations.split_turn)
        bench.annotations.view.selection_changed.connect(self._follow_caret)

    # --- showing ---

    def show(self) -> None:
        """Show all documents, and the turns of the one on show."""
        document = self._bench.annotations.document()
        documents = self._bench.workspace.documents()
        self._panel.show_documents(documents, document.id if document else "")
        self.show_turns()

    def show_turns(self) -> None:
        """Show the turns of the document on show."""
        annotations = self._bench.annotations
        if annotations.shown.is_opening:
            return
        s = annotations.opened
        self._panel.show_turns(_entries(s, annotations.view.page.paragraphs) if s else ())
        if s:
            self._panel.list.select(s.document.id)
        self.show_progress()
        self._follow_caret()

    def show_progress(self) -> None:
        """Say how much is marked and decided."""
        annotations = self._bench.annotations
        s = None if annotations.shown.is_opening else annotations.opened
        if s is None:
            self._panel.show_progress("")
            return
        text = fill(_("{count} {count|annotation|annotations}"), {"count": s.count(Annotation)})
        decided, total = self._reviewed
        if total:
            told = _("{decided:,} of {total:,} figures reviewed")
            text += " · " + told.format(decided=decided, total=total)
        self._panel.show_progress(text)

    def show_review(self, decided: int, total: int) -> None:
        """Say how many of the figures that were found in the document a person has decided."""
        self._reviewed = decided, total
        self.show_progress()

    def follow(self, edit: Edit) -> None:
        """Show what an edit changed."""
        records = (*edit.removed, *edit.added)
        if any(isinstance(record, Document) for record in records):
            if not self._may_wait(edit):
                self._follow_documents()
            elif not self._later.isActive():
                self._later.start()
        elif any(isinstance(record, Turn | Speaker) for record in records):
            self.show_turns()
        elif any(isinstance(record, Annotation) for record in records):
            self.show_progress()

    def _may_wait(self, edit: Edit) -> bool:
        """Say whether the list is long and the document on show stays as it is."""
        on_show = self._bench.annotations.document()
        if on_show is None or self._panel.list.documents.rowCount() < MANY:
            return False
        return all(record.id != on_show.id for record in (*edit.removed, *edit.added))

    def _follow_documents(self) -> None:
        """Show the documents anew; another one if the one on show is gone."""
        documents = self._bench.workspace.documents()
        on_show = self._bench.annotations.document()
        ids = {document.id for document in documents}
        if on_show is None and documents:
            self._bench.show_document(documents[0].id)
        elif on_show is not None and on_show.id not in ids:
            if documents:
                self._bench.show_document(documents[0].id)
            else:
                self._bench.annotations.clear()
        self.show()

    def _follow_caret(self) -> None:
        """Show which turn the caret is in."""
        position = self._bench.annotations.view.caret
        entries = self._panel.turns.turns.entries
        row = bisect_right(entries, position, key=lambda entry: entry.turn.start) - 1
        self._panel.set_current_turn(row)

    # --- documents ---

    def _choose(self, document_id: str) -> None:
        on_show = self._bench.annotations.document()
        if on_show is None or on_show.id != document_id:
            self._bench.show_document(document_id)

    def _save_document(self, before: Document, after: Document) -> None:
        self._try(lambda: project_edits.change_document(before, after))

    def _move_document(self, document_id: str, before_id: str) -> None:
        documents = self._bench.workspace.documents()
        moved = self._bench.workspace.document(DocumentId(document_id))
        before = next((d for d in documents if d.id == before_id), None)
        self._try(lambda: project_edits.move_document(documents, moved, before))

    def _delete_document(self, document_id: str) -> None:
        s = self._bench.workspace.load(DocumentId(document_id))
        count = s.count(Annotation)
        text = _(
            "Delete {title} with its {count} {count|annotation|annotations}? Undo brings it back."
        )
        asked = fill(text, {"title": s.document.title, "count": count})
        if self._bench.prompts.confirm(_("Delete document"), asked, _("Delete")):
            links = self._bench.workspace.document_links()
            self._try(lambda: project_edits.remove_document(s, links))

    # --- turns ---

    def go_turn(self, by: int) -> None:
        """Go to the next or previous turn."""
        entries = self._panel.turns.turns.entries
        row = self._panel.turns.turns.current + by
        if 0 <= row < len(entries):
            self._go_to(entries[row].turn.start)

    def _go_to(self, start: int) -> None:
        view = self._bench.annotations.view
        view.set_selection(start, start, scroll=False)
        view.scroll_to(start, "top")
        view.setFocus()

    def _save_speaker(self, _before: Speaker, after: Speaker) -> None:
        self._on_document(lambda s: turn_edits.change_speaker(s, after))

    def _assign_turn(self, turn_id: str) -> None:
        s = self._bench.annotations.snapshot
        if s is None:
            return
        choices = [(speaker.id, speaker.name) for speaker in s.all(Speaker)]
        turn = s.find(Turn, turn_id)
        chosen = self._bench.prompts.choose(
            _("Who speaks?"),
            [*choices, (NEW_SPEAKER, _("Somebody else…"))],
            turn.speaker if turn else None,
        )
        speaker = s.find(Speaker, chosen)
        if chosen == NEW_SPEAKER and (name := self._bench.prompts.line(_("Name"), "")):
            speaker = turn_edits.new_speaker(s, name, self._bench.workspace.session.new_id)
        if speaker is not None and turn is not None:
            self._on_document(lambda s: turn_edits.assign_turn(s, turn, speaker))

    def _set_part(self, turn_id: str, part: str) -> None:
        self._on_turn(turn_id, lambda s, turn: turn_edits.unassign_turn(s, turn, Part(part)))

    def _join_turn(self, turn_id: str) -> None:
        self._on_turn(turn_id, turn_edits.join_turns)

    def _on_turn(self, turn_id: str, make: Callable[[Snapshot, Turn], Edit]) -> None:
        s = self._bench.annotations.snapshot
        turn = s.find(Turn, turn_id) if s else None
        if turn is not None:
            self._on_document(lambda s: make(s, turn))

    def _on_document(self, make: Callable[[Snapshot], Edit]) -> None:
        s = self._bench.annotations.snapshot
        if s is not None:
            self._try(lambda: make(s))

    def _try(self, make: Callable[[], Edit]) -> None:
        try:
            self._bench.apply(make())
        except UserError as error:
            self._bench.say(str(error))


def _entries(s: Snapshot, paragraphs: Paragraphs) -> MadeLate[TurnEntry]:
    """Return the turns of a document as it is now, each looked at when it is needed."""
    turns = s.all(Turn)

    def make(number: int) -> TurnEntry:
        turn = turns[number]
        line = paragraphs.line_of(paragraphs.at(turn.start))
        return TurnEntry(turn, s.find(Speaker, turn.speaker), line + 1)

    return MadeLate(len(turns), make)
