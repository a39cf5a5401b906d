"""A project as a process beside the window has it: it reads the file, and may write to it."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from enum import Enum
from pathlib import Path

from annotator.model.edit import Edit, joined
from annotator.model.errors import CannotWriteError, NotSavedError
from annotator.model.history import Transaction
from annotator.model.ids import DocumentId, IdSource, LabelId, utc_now
from annotator.model.records import (
    Author,
    Finding,
)
from annotator.model.snapshot import Snapshot
from annotator.store.beside import StoreBeside
from annotator.store.session import Session
from annotator.store.spill import Waiting
from annotator.store.tail import Packed
from annotator.workspace.shown_parts import label_changes, shown_parts
from annotator.workspace.workspace import Workspace

TOGETHER = 200
"""Of so many transactions that are taken back at once the owner hears together."""


@dataclass(frozen=True, slots=True)
class Written:
    """A part of an edit that is in the file, as its owner needs it: to show it, not to write it.

    All parts together lack what lies on documents that the edit adds or removes as a whole: nobody
    has them in memory. With the last part come the transactions that wrote the edit, how many more
    annotations carry each label for what it lacks, and in ``records`` how many were added in all,
    or with a minus taken away where none was added.
    """

    edit: Edit
    packed: Packed | None = None
    uses: Mapping[LabelId, int] = field(default_factory=dict)
    records: int = 0

    @classmethod
    def parts(cls, edit: Edit, transactions: Sequence[Transaction]) -> "Iterator[Written]":
        """Yield what there is to tell of an edit and the transactions that wrote it."""
        edit = replace(edit, added=tuple(edit.added))  # gone through several times
        *others, last = shown_parts(edit)
        yield from map(cls, others)
        yield cls(last, Packed.of(transactions), label_changes(edit), growth_of(edit))


def growth_of(edit: Edit) -> int:
    """Return how many records an edit adds or, with a minus, takes away without adding any."""
    return len(edit.added) or -len(edit.removed)


@dataclass(frozen=True, slots=True)
class Writing:
    """An edit that the owner is to write or keep, since the process could not write it."""

    edit: Edit
    group: str | None
    texts_are_new: bool = False


class Loan(Enum):
    """How far the file's loan to the process is; see ``store.custody``."""

    OPENED = "opened"
    FINISHED = "finished"
    ALONE = "alone"


Told = Written | Writing | Loan
Ask = Callable[[Told], object]
"""Tells whoever has the project open for the user, and returns when they have dealt with it.

Raises:
    UserError: what they were asked to write was not written.
"""


class WorkspaceBeside(Workspace):
    """Tells the owner of each edit before the next one."""

    ask: Ask | None = None

    def apply(self, edit: Edit, *, group: str | None = None, texts_are_new: bool = False) -> None:
        """Write an edit, have it written where that fails, and follow it.

        Raises:
            KnownTextError: a text that shall be new is there.
            UserError: it was not written.
        """
        if self.ask is None:
            super().apply(edit, group=group, texts_are_new=texts_are_new)
        elif edit or edit.texts:
            for told in self._written(edit, group, texts_are_new=texts_are_new):
                self.ask(told)
            self._follow(edit)

    def apply_all(self, edits: Sequence[Edit], group: str) -> None:
        """Write edits one by one where the owner is to hear of each: they work meanwhile.

        Raises:
            UserError: one of them was not written.
        """
        if self.ask is None:
            super().apply_all(edits, group)
        else:
            for edit in edits:
                self.apply(edit, group=group)

    def _written(self, edit: Edit, group: str | None, *, texts_are_new: bool) -> Iterable[Told]:
        """Write an edit if the disk takes it; returns what the owner is to hear."""
        if not isinstance(self.store, StoreBeside) or self.store.read_only:
            return [Writing(edit, group, texts_are_new)]
        try:
            self.store.apply(edit, group=group, texts_are_new=texts_are_new)
        except NotSavedError:
            return [Writing(edit, group, texts_are_new)]
        return Written.parts(edit, self.store.take_recent())


@dataclass(frozen=True, slots=True)
class ProjectBeside:
    """Where another process finds an open project, and what its file does not hold yet.

    ``last`` is the last transaction that its owner knows to be in the file.
    """

    path: Path
    author: Author
    unsaved: tuple[Edit, ...] = ()
    last: str = ""

    @classmethod
    def of(cls, workspace: Workspace) -> "ProjectBeside":
        """Return what another process needs to read this project, or to write to it."""
        unsaved = tuple(workspace.unsaved)
        last = workspace.store.tail.last
        return cls(workspace.path, workspace.session.author, unsaved, last)

    @contextmanager
    def opened(self, ask: Ask | None = None) -> Iterator[Workspace]:
        """Give the project, to write to it if there is an owner to tell.

        Raises:
            UserError: the file is not there or cannot be read.
        """
        session = self._session()
        store = self._store(session) if ask else StoreBeside.beside(self.path, session)
        with WorkspaceBeside(store, session) as workspace:
            for edit in self.unsaved:
                workspace.expect(Waiting(edit))
            workspace.ask = ask
            with _lent(store, ask):
                yield workspace

    def _store(self, session: Session) -> StoreBeside:
        """Return the file, read-only where its owner shall see why it cannot be written."""
        if not self.unsaved:
            try:
                return StoreBeside.writing(self.path, session, self.last)
            except (CannotWriteError, NotSavedError):
                pass
        return StoreBeside.beside(self.path, session)

    def write(self, ask: Ask, edit: Edit, group: str) -> None:
        """Write an edit that the owner is to show as soon as it is in the file; tells them.

        Raises:
            UserError: it was not written.
        """
        with (
            StoreBeside.writing(self.path, self._session(), self.last) as store,
            _lent(store, ask),
        ):
            store.apply(edit, group=group)
            for part in Written.parts(edit, store.take_recent()):
                ask(part)

    def replay(self, ask: Ask, group: str, *, is_redo: bool) -> None:
        """Take back the owner's last step, or do again what they undid last; tells them.

        Raises:
            UserError: there is none, somebody has built on it, or it was not written.
        """
        with (
            StoreBeside.writing(self.path, self._session(), self.last) as store,
            _lent(store, ask),
        ):
            done = store.redo(group) if is_redo else store.undo(group)
            for at in range(0, len(done), TOGETHER):
                some = done[at : at + TOGETHER]
                edit = joined(some[0].edit.label, *(transaction.edit for transaction in some))
                for part in Written.parts(edit, some):
                    ask(part)

    def load(self, document_id: DocumentId) -> Snapshot:
        """Return one document with everything on it, without a look at the others.

        Raises:
            UserError: the file cannot be read or does not have the document.
        """
        with StoreBeside.beside(self.path, self._session()) as store:
            snapshot = store.load(document_id)
        for edit in self.unsaved:
            snapshot.apply(edit)
        return snapshot

    def findings(self) -> list[Finding]:
        """Return all that people have ruled on, as far as it is in the file.

        Raises:
            UserError: the file cannot be read.
        """
        with StoreBeside.beside(self.path, self._session()) as store:
            return store.findings()

    def _session(self) -> Session:
        return Session(self.author, utc_now, IdSource())


@contextmanager
def _lent(store: StoreBeside, ask: Ask | None) -> Iterator[None]:
    """Have a file on loan: at the end its owner hears whether nobody else wrote to it."""
    if ask is None or store.read_only:
        yield
        return
    ask(Loan.OPENED)
    yield
    ask(Loan.FINISHED)
    if store.custody.is_kept:
        ask(Loan.ALONE)
