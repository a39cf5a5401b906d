"""The open project file: the two writers, undo and redo, and everything that is read from it."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, suppress
from pathlib import Path
from typing import Self

from annotator.model.edit import Edit, joined
from annotator.model.history import Transaction, TransactionKind
from annotator.model.ids import DocumentId
from annotator.model.message import Message
from annotator.model.records import Author, Text
from annotator.model.snapshot import Snapshot
from annotator.store import check, copying, guard, journal, opening, steps
from annotator.store.answers import Answers
from annotator.store.applying import in_sentences
from annotator.store.custody import Custody
from annotator.store.glance import CopyBeside, copies_beside
from annotator.store.loading import Loading, load_document
from annotator.store.recovering import detached
from annotator.store.session import Session
from annotator.store.sqlite import Connection
from annotator.store.tail import Tail
from annotator.store.vouch import Vouching
from annotator.store.writing import Writer


class Store(Answers):
    """One open project file.

    ``apply`` and ``adopt`` are the only writers of project data; undo and redo go through the
    first. All methods raise ``UserError`` with one sentence.
    """

    is_proven = True
    """Whether the file went through the long checks, now or before this machine vouched for it."""

    def __init__(self, path: Path, db: Connection, session: Session, *, read_only: bool) -> None:
        """Use ``create`` or ``open``."""
        self.path = path
        self.read_only = read_only
        self.was_recovered = False
        self._db = db
        self._is_closed = False
        self._session = session
        known = opening.identity_of(db, path)
        self.project_id, self.copy_id, self.title = (known[name] for name in opening.REQUIRED)
        self._vouching = Vouching(session.vouch_folder, path, self.project_id)
        self.custody = Custody(db)
        self.tail = Tail(db, path)
        self._writer = Writer(db, session, self.copy_id, self.tail, read_only=read_only)

    @classmethod
    def create(cls, path: Path, session: Session, *, title: str, edit: Edit | None = None) -> Self:
        """Make a project file with the records of ``edit`` and the session's author.

        Raises:
            UserError: there is a file already, or the folder cannot be written.
        """
        opening.make_file(path)
        try:
            db = opening.make_tables(path, session.new_id(), session.new_id(), title)
            store = cls(path, db, session, read_only=False)
            store._set_up(edit)
        except BaseException:
            path.unlink(missing_ok=True)
            raise
        return store

    def _set_up(self, edit: Edit | None) -> None:
        label = Message("New project")
        author = Edit(label, added=(self._session.author,))
        try:
            first = joined(label, author, edit or Edit(label))
            self.apply(first, kind=TransactionKind.SETUP)
        except BaseException:
            self._db.close()
            raise

    @classmethod
    def open(cls, path: Path, session: Session, *, read_only: bool = False) -> Self:
        """Open a project file; one that this machine has not vouched for is checked first.

        What a crash left half done is taken back (``was_recovered``); an older file is shown as
        this version of the program would have it, and brought up to that when it can be written.
        A link is followed: ``path`` is then the file it leads to.

        Raises:
            CannotWriteError: the file can be read but not written.
            UserError: the file is missing, no project, newer or damaged.
        """
        path = guard.followed(path)
        opened = opening.open_file(path, session, read_only=read_only)
        try:
            store = cls(path, opened.db, session, read_only=read_only)
        except BaseException:
            opened.db.close()
            raise
        store.was_recovered = opened.was_recovered
        return store

    def close(self) -> None:
        """Close the file and vouch for it, unless somebody else has written to it."""
        if self._is_closed:
            return
        self._is_closed = True
        is_ours = False
        with suppress(sqlite3.Error):
            is_ours = not self.read_only and self.custody.is_kept
        self._db.close()
        if is_ours:
            self._vouching.remember(self.tail.last)

    def __enter__(self) -> Self:
        """Return the store itself."""
        return self

    def __exit__(self, *_exception: object) -> None:
        """Close the file."""
        self.close()

    def apply(
        self,
        edit: Edit,
        *,
        kind: TransactionKind = TransactionKind.DO,
        group: str | None = None,
        texts_are_new: bool = False,
    ) -> Transaction:
        """Write an edit and its journal entry in one transaction.

        Raises:
            ChangedMeanwhileError: a record that the edit removes is not so in the file.
            KnownTextError: a text that shall be new is there; nothing is written.
            NotSavedError: the disk did not take it; nothing is written.
            UserError: the file refused it; nothing is written.
        """
        return self._writer.apply(edit, kind, group=group, texts_are_new=texts_are_new)

    def apply_all(self, edits: Sequence[Edit], group: str) -> None:
        """Write edits as ``apply`` does, each a transaction of the journal, all or none of them.

        Ten edits take the disk as long as one.

        Raises:
            ChangedMeanwhileError: a record that one of them removes is not so in the file.
            NotSavedError: the disk did not take them; nothing is written.
            UserError: the file refused one of them; nothing is written.
        """
        self._writer.apply_all(edits, group)

    def adopt(
        self,
        history: Iterable[Transaction],
        texts: Iterable[Text] = (),
        decisions: Edit | None = None,
    ) -> int:
        """Take over another copy's transactions with their ids, authors and clocks.

        Of two changes to one record the later by clock and id holds; ``decisions`` then says
        what should hold instead. Returns how many transactions were new.

        Raises:
            UserError: the outcome is not sound, such as a mark on a deleted document.
        """
        return self._writer.adopt(history, texts, decisions)

    @in_sentences()
    def undo(self, group: str | None = None) -> tuple[Transaction, ...]:
        """Take back this author's last step in this copy; ``group`` is for what that writes.

        Raises:
            UserError: there is nothing to undo, or somebody has built on it.
        """
        return self._writer.take_back(TransactionKind.UNDO, group)

    @in_sentences()
    def redo(self, group: str | None = None) -> tuple[Transaction, ...]:
        """Do again what this author undid last in this copy; ``group`` is for what that writes.

        Raises:
            UserError: there is nothing to redo, or somebody has built on it.
        """
        return self._writer.take_back(TransactionKind.REDO, group)

    @in_sentences()
    def undoable(self) -> Message | None:
        """Return the name of the step that ``undo`` would take back."""
        step = self._writer.step(TransactionKind.UNDO)
        return step.label if step else None

    @in_sentences()
    def redoable(self) -> Message | None:
        """Return the name of the step that ``redo`` would do again."""
        step = self._writer.step(TransactionKind.REDO)
        return step.label if step else None

    @in_sentences()
    def weight(self, kind: TransactionKind) -> int:
        """Return how many bytes of the journal ``undo`` or ``redo`` would go through."""
        return steps.weight(self._db, self._writer.step(kind))

    @in_sentences()
    def load(self, document_id: DocumentId) -> Snapshot:
        """Return a document with everything on it, and the project's labels and authors.

        Raises:
            UserError: the project does not have it.
        """
        return load_document(self._db, document_id)

    @in_sentences()
    def begin(self, document_id: DocumentId, reader: Author | None = None) -> Loading:
        """Return a document as ``load`` does, but read a little at a time; it knows ``reader``."""
        return Loading(self._db, document_id, reader)

    @in_sentences()
    def go_on(self, loading: Loading) -> None:
        """Go on with a document that was begun through another connection to this file."""
        loading.go_on_in(self._db)

    def history(
        self, *, limit: int | None = None, before: int | None = None
    ) -> Iterator[Transaction]:
        """Yield the transactions, the newest by clock first; ``before`` is a clock."""
        with in_sentences():
            yield from journal.newest_first(self._db, limit=limit, before=before)

    @in_sentences()
    def verify(self, progress: check.Progress | None = None) -> list[Message]:
        """Return what is wrong with the file; nothing if it is sound.

        ``progress`` is told the name of each stage. What is looked at is a copy of this moment,
        since who writes must wait for whoever reads for long; the file itself where there is no
        room for one.
        """
        told = progress or check.quietly
        try:
            copy = detached(self._db)
        except sqlite3.Error:
            return check.problems(self._db, told)
        with closing(copy):
            copy.set_progress_handler(None, 0)
            return check.problems(copy, told)

    def is_elsewhere(self) -> bool:
        """Say whether the path leads to another file now, or to none."""
        return not self._vouching.is_same_file()

    @in_sentences()
    def copies_beside(self) -> list[CopyBeside]:
        """Return the files beside this one that are another state of the same copy."""
        return copies_beside(self._db, self.path)

    @in_sentences()
    def has(self, transaction_id: str) -> bool:
        """Say whether the journal holds a transaction."""
        return journal.has(self._db, transaction_id)

    @in_sentences()
    def changes_since(self, transaction_id: str) -> int:
        """Return how many transactions came after one; 0 if the file does not know it."""
        return journal.count_since(self._db, transaction_id)

    def save_copy(self, path: Path) -> None:
        """Write a whole copy of the file, with the history and an id of its own as a copy.

        Raises:
            UserError: ``path`` is this file, or the copy cannot be written.
        """
        copying.save_copy(self._db, self.path, path, self._session.new_id())

    def save_shadow(self, path: Path) -> None:
        """Write the file as it is, to go back to.

        Raises:
            NotSavedError: the copy cannot be written.
        """
        copying.save_shadow(self._db, path)
