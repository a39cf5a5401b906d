"""Writing to a project file: every change with its journal entry, in one transaction."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from annotator.model.edit import Edit
from annotator.model.errors import UserError
from annotator.model.history import Transaction, TransactionKind
from annotator.model.ids import TransactionId
from annotator.model.message import Message
from annotator.model.records import Author, Text, key_of
from annotator.store import adopting, journal, rows, steps
from annotator.store.applying import apply_edit, one_transaction, require_new_texts
from annotator.store.session import Session
from annotator.store.sqlite import Connection
from annotator.store.tail import Tail


class Writer:
    """Writes what one person does in one copy of a project; ``Store`` says what may go wrong."""

    def __init__(
        self, db: Connection, session: Session, copy_id: str, tail: Tail, *, read_only: bool
    ) -> None:
        self._db = db
        self._session = session
        self._copy_id = copy_id
        self._tail = tail
        self._read_only = read_only

    def apply(
        self,
        edit: Edit,
        kind: TransactionKind,
        *,
        group: str | None = None,
        texts_are_new: bool = False,
    ) -> Transaction:
        """Write an edit and its journal entry in one transaction."""
        with self._writing():
            if texts_are_new:
                require_new_texts(self._db, edit)
            return self._do(edit, kind, group)

    def apply_all(self, edits: Sequence[Edit], group: str) -> None:
        """Write edits, a transaction of the journal for each, all of them at one moment."""
        with self._writing():
            for edit in edits:
                self._do(edit, TransactionKind.DO, group)

    def adopt(
        self, history: Iterable[Transaction], texts: Iterable[Text], decisions: Edit | None
    ) -> int:
        """Take over another copy's transactions; returns how many were new."""
        with self._writing():
            new = adopting.adopt(self._db, history, texts, decisions)
            self._tail.write(new)
            if decisions:
                self._enter(decisions, TransactionKind.MERGE)
        return len(new)

    def step(self, kind: TransactionKind) -> steps.Step | None:
        """Return what an undo, or a redo, comes to."""
        return steps.next_step(self._db, kind, self._copy_id, self._session.author.id)

    def take_back(self, kind: TransactionKind, group: str | None) -> tuple[Transaction, ...]:
        """Undo or redo the step that is next; ``group`` is for what that writes."""
        step = steps.required(self.step(kind), kind)
        group = group or (self._session.new_id() if len(step.transactions) > 1 else None)
        written = []
        with self._writing():
            quotes = journal.quotes_of(self._db)
            found = (journal.find(self._db, target, quotes) for target in step.transactions)
            for done in filter(None, found):
                inverse = done.edit.inverse(done.edit.label)
                taken = self._write(inverse, kind, group=group, target=done.id)
                written.append(taken)
        return tuple(written)

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """Do everything inside in one transaction, or nothing."""
        if self._read_only:
            raise UserError(
                "{path} is open read-only: save a copy to change it.", path=str(self._tail.path)
            )
        try:
            with one_transaction(self._db):
                self._tail.require()
                yield
        except BaseException:
            self._tail.forget_unwritten()
            raise
        self._tail.confirm_written()

    def _do(self, edit: Edit, kind: TransactionKind, group: str | None) -> Transaction:
        self._ensure_author(edit, kind)
        return self._write(edit, kind, group=group)

    def _write(
        self,
        edit: Edit,
        kind: TransactionKind,
        *,
        group: str | None = None,
        target: TransactionId | None = None,
    ) -> Transaction:
        apply_edit(self._db, edit)
        return self._enter(edit, kind, group=group, target=target)

    def _enter(
        self,
        edit: Edit,
        kind: TransactionKind,
        *,
        group: str | None = None,
        target: TransactionId | None = None,
    ) -> Transaction:
        """Write an edit into the journal that is in the tables already."""
        now = self._session.clock()
        transaction = Transaction(
            TransactionId(self._session.new_id()),
            journal.last_clock(self._db) + 1,
            self._copy_id,
            self._session.author.id,
            now.strftime("%Y-%m-%dT%H:%M:%S.") + f"{now.microsecond // 1000:03}Z",
            kind,
            edit,
            target,
            group,
        )
        journal.write(self._db, transaction)
        self._tail.write([transaction])
        return transaction

    def _ensure_author(self, edit: Edit, kind: TransactionKind) -> None:
        """Write who works here before their first edit, unless that brings them itself."""
        author = self._session.author
        is_known = kind is TransactionKind.SETUP or rows.fetch_by_id(self._db, Author, [author.id])
        if is_known or any(key_of(record) == key_of(author) for record in edit.added):
            return
        self._write(Edit(Message("New author"), added=(author,)), TransactionKind.SETUP)
