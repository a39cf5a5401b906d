"""The end of the journal as this connection knows it: what others added, and whether it is gone.

Another program can write to the file at any time, or put an older version in its place.
"""

import math
import pickle
import sqlite3
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Self

from annotator.model.errors import OverwrittenError
from annotator.model.history import Transaction
from annotator.store import journal
from annotator.store.applying import as_user_error, one_moment
from annotator.store.sqlite import Connection, data_version


@dataclass(frozen=True, slots=True)
class Packed:
    """Transactions that a process beside has written, as bytes: few ever need to look at them.

    ``characters`` counts those of the texts that they brought.
    """

    ids: tuple[str, ...]
    characters: int
    content: bytes

    @classmethod
    def of(cls, transactions: Sequence[Transaction]) -> Self:
        """Pack transactions."""
        ids = tuple(transaction.id for transaction in transactions)
        return cls(ids, _characters(transactions), pickle.dumps(list(transactions)))

    def opened(self) -> list[Transaction]:
        """Return the transactions."""
        found: list[Transaction] = pickle.loads(self.content)  # noqa: S301 - made by ``of``
        return found


class Tail:
    """Follows the journal of one open file.

    ``last`` is the id of the last transaction that was seen. ``recent`` are the transactions that
    were written or seen since an older copy was made; they are kept while ``keeps_recent`` is set.
    """

    def __init__(self, db: Connection, path: Path) -> None:
        self.last = journal.last_id(db)
        self.recent: list[Transaction | Packed] = []
        self.recent_characters = 0
        self.keeps_recent = False
        self._db = db
        self.path = path
        self._key = journal.last_key(db)
        self._version = data_version(db)
        self._unwritten: list[Transaction] = []
        self._own: set[str] = set()
        self._left: dict[str, int] = {}
        self._coming: Iterator[Transaction | None] | None = None

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
        packed = sum(one.characters for one in self.recent if isinstance(one, Packed))
        loose = _characters([one for one in self.recent if isinstance(one, Transaction)])
        self.recent_characters = packed + loose

    def all_recent(self) -> list[Transaction]:
        """Return the recent transactions one by one."""
        parts = [one.opened() if isinstance(one, Packed) else [one] for one in self.recent]
        return [transaction for part in parts for transaction in part]

    # --- those that a process beside writes for this one ---

    def leave(self, group: str) -> None:
        """Leave the transactions of a group to whoever writes them and tells: news lack them."""
        self._left[group] = journal.last_key(self._db)

    def take(self, packed: Packed) -> None:
        """Take note of transactions that are in the file and were told."""
        self._own.update(packed.ids)
        if self.keeps_recent:
            self.recent.append(packed)
            self.recent_characters += packed.characters
        if journal.key_of(self._db, packed.ids[-1]) > journal.key_of(self._db, self.last):
            self.last = packed.ids[-1]

    def come_back(self, group: str, told: Container[str]) -> list[Transaction]:
        """Return what of a group nobody told, as its writer ended too early; it is news again."""
        key = self._left.pop(group, None)
        if key is None:
            return []  # the file was opened anew meanwhile
        found = journal.since(self._db, key, lambda id_, own: own == group and id_ not in told)
        if found:
            self._own |= {transaction.id for transaction in found}
            self._see(found)
        return found

    # --- those of others ---

    @property
    def has_more(self) -> bool:
        """Whether the last call of ``news`` left some that it had no time for."""
        return self._coming is not None

    def news(self, seconds: float = math.inf) -> list[Transaction]:
        """Return the transactions that others have added since the last call, in their order.

        Those of which not so much can be read in ``seconds`` are left for the next calls.

        Raises:
            OverwrittenError: another program put an older version in the file's place.
            NotSavedError: the file cannot be read.
        """
        try:
            with one_moment(self._db):
                found = self._read(perf_counter() + seconds)
        except sqlite3.Error as error:
            raise as_user_error(error) from error
        if found:
            self._see(found)
            if journal.key_of(self._db, found[-1].id) > journal.key_of(self._db, self.last):
                self.last = found[-1].id
        return found

    def after(self, transaction_id: str) -> list[Transaction]:
        """Return the transactions that arrived after one that is known to be there."""
        return journal.since(self._db, journal.key_of(self._db, transaction_id))

    def _read(self, until: float) -> list[Transaction]:
        found: list[Transaction] = []
        self._coming = self._coming or self._look()
        while self._coming is not None:
            try:
                read = next(self._coming)
            except StopIteration:
                self._coming = None
            else:
                found += [read] if read else []
            if perf_counter() > until:
                break
        return found

    def _look(self) -> Iterator[Transaction | None] | None:
        """Return what reads the transactions that are new since the last look, if there are any."""
        version = data_version(self._db)
        if version == self._version and not self._own:
            return None
        heads: list[journal.Head] = []
        if version != self._version:
            self.require()
            heads = journal.heads_since(self._db, self._key, self._is_news)
        self._version, self._key = version, journal.last_key(self._db)
        self._own.clear()
        return journal.in_turns(self._db, heads) if heads else None

    def _is_news(self, transaction_id: str, group: str | None) -> bool:
        return transaction_id not in self._own and group not in self._left

    def _see(self, transactions: Sequence[Transaction]) -> None:
        if self.keeps_recent:
            self.recent += transactions
            self.recent_characters += _characters(transactions)


def _characters(transactions: Sequence[Transaction]) -> int:
    """Count the characters of the texts that transactions brought."""
    return sum(len(text.text) for t in transactions for text in t.edit.texts)
