"""The end of the journal as this connection knows it: what others added, and whether it is gone.

Another program can write to the file at any time, or put an older version in its place.
"""

import sqlite3
from collections.abc import Sequence
from pathlib import Path

from annotator.model.errors import OverwrittenError
from annotator.model.history import Transaction
from annotator.store import journal
from annotator.store.applying import as_user_error, one_moment
from annotator.store.sqlite import Connection, data_version


class Tail:
    """Follows the journal of one open file.

    ``last`` is the id of the last transaction that was seen. ``recent`` are the transactions that
    were written or seen since an older copy was made; they are kept while ``keeps_recent`` is set.
    """

    def __init__(self, db: Connection, path: Path) -> None:
        self.last = journal.last_id(db)
        self.recent: list[Transaction] = []
        self.recent_characters = 0
        self.keeps_recent = False
        self._db = db
        self.path = path
        self._key = journal.last_key(db)
        self._version = data_version(self._db)
        self._unwritten: list[Transaction] = []
        self._own: set[str] = set()

    # --- own transactions ---

    def require(self) -> None:
        """Refuse to go on in a file that another program has put back to an older state.

        Raises:
            OverwrittenError: it is so.
        """
        if self.last and not self._is_there():
            raise OverwrittenError(
                "{path} was replaced by an older version meanwhile: your changes are kept here. "
                "Save a copy elsewhere; the older version stays where it is.",
                path=str(self.path),
            )

    def check(self) -> None:
        """See that the file still holds the last transaction, without taking in any news.

        Raises:
            OverwrittenError: it does not.
            NotSavedError: the file cannot be read.
        """
        try:
            self.require()
        except sqlite3.Error as error:
            raise as_user_error(error) from error

    def _is_there(self) -> bool:
        """Say whether the file still holds the last transaction; pages in memory may be stale."""
        for is_fresh in (False, True):
            if is_fresh:
                self._db.execute("PRAGMA shrink_memory")
            try:
                if journal.has(self._db, self.last):
                    return True
            except sqlite3.OperationalError as error:
                if error.sqlite_errorname != "SQLITE_ERROR":  # else there is not even the table
                    raise
        return False

    def write(self, transactions: Sequence[Transaction]) -> None:
        """Take note of transactions that are being written."""
        self._unwritten += transactions

    def confirm_written(self) -> None:
        """Take note that they are in the file."""
        if self._unwritten:
            self._own |= {transaction.id for transaction in self._unwritten}
            self._see(self._unwritten)
            self.last = self._unwritten[-1].id
        self._unwritten = []

    def forget_unwritten(self) -> None:
        """Take note that they are not."""
        self._unwritten = []

    def forget_recent(self, count: int) -> None:
        """Forget the oldest of the recent transactions: a copy made since holds them."""
        del self.recent[:count]
        self.recent_characters = _characters(self.recent)

    # --- those of others ---

    def news(self) -> list[Transaction]:
        """Return the transactions that others have added since the last call, in their order.

        Raises:
            OverwrittenError: another program put an older version in the file's place.
            NotSavedError: the file cannot be read.
        """
        try:
            with one_moment(self._db):
                found = self._read()
        except sqlite3.Error as error:
            raise as_user_error(error) from error
        if found:
            self.last = found[-1].id
            self._see(found)
        return found

    def after(self, transaction_id: str) -> list[Transaction]:
        """Return the transactions that arrived after one that is known to be there."""
        return journal.since(self._db, journal.key_of(self._db, transaction_id))

    def _read(self) -> list[Transaction]:
        version = data_version(self._db)
        if version == self._version and not self._own:
            return []
        found = []
        if version != self._version:
            self.require()
            found = [t for t in journal.since(self._db, self._key) if t.id not in self._own]
        self._version, self._key = version, journal.last_key(self._db)
        self._own.clear()
        return found

    def _see(self, transactions: Sequence[Transaction]) -> None:
        if self.keeps_recent:
            self.recent += transactions
            self.recent_characters += _characters(transactions)


def _characters(transactions: Sequence[Transaction]) -> int:
    """Count the characters of the texts that transactions brought."""
    return sum(len(text.text) for t in transactions for text in t.edit.texts)
