"""A project file that this machine has open already, as another process reads or writes it.

An open reader blocks whoever writes, so a document is read in short statements; what somebody
wrote in between is followed from the journal.
"""

from contextlib import closing
from pathlib import Path
from typing import Self

from annotator.model.history import Transaction
from annotator.model.ids import DocumentId
from annotator.model.records import Finding
from annotator.model.snapshot import Snapshot
from annotator.store import guard, recovering, rows
from annotator.store.applying import in_sentences
from annotator.store.project_file import Store
from annotator.store.schema import newest
from annotator.store.session import Session
from annotator.store.tail import Tail

NEWS_AT_ONCE = 0.005
"""Seconds in which what others wrote is read before they can write again."""


class StoreBeside(Store):
    """A file that whoever opened it for the user has checked: the long checks are left out.

    What is not proven here is what the file holds; its schema is.
    """

    is_proven = False

    @classmethod
    def beside(cls, path: Path, session: Session) -> Self:
        """Open a file read-only, as this version of the program would have it.

        Raises:
            UserError: it is missing or not a project file.
        """
        path = guard.followed(path)
        db = recovering.open_unchanged(path)
        try:
            if guard.version_of(db) < newest():
                with closing(db) as older:
                    db = recovering.migrated(older)
            db.set_progress_handler(None, 0)
            return cls(path, db, session, read_only=True)
        except BaseException:
            db.close()
            raise

    @classmethod
    def writing(cls, path: Path, session: Session, last: str) -> Self:
        """Open a file to write to it for whoever has it open, who knows its journal up to ``last``.

        Pages that are changed stay in memory until the commit: who has it open reads meanwhile.

        Raises:
            OverwrittenError: it is an older version by now.
            CannotWriteError: it cannot be written.
            UserError: it is missing or not a project file of this version.
        """
        db = guard.make_writable(guard.open_guarded(path), path)
        try:
            db.execute("PRAGMA cache_spill = OFF")
            store = cls(path, db, session, read_only=False)
            store.tail.keeps_recent = True
            store.tail.last = last
            store.tail.require()
        except BaseException:
            db.close()
            raise
        return store

    def take_recent(self) -> list[Transaction]:
        """Return what was written since the last call."""
        written = self.tail.all_recent()
        self.tail.forget_recent(len(self.tail.recent))
        return written

    @in_sentences()
    def load(self, document_id: DocumentId) -> Snapshot:
        """Return a document with everything on it, of one state of the file.

        Raises:
            UserError: the project does not have it.
        """
        tail = Tail(self._db, self.path)
        loading = self.begin(document_id)
        while not loading.is_done:
            loading.step()
        has_more = True
        while has_more:
            for transaction in tail.news(NEWS_AT_ONCE):
                loading.snapshot.apply(transaction.edit)
            has_more = tail.has_more
        return loading.snapshot

    def findings(self) -> list[Finding]:
        """Return all that people have ruled on, in all documents."""
        return rows.fetch(self._db, Finding)
