"""Migration 002: a seal for every transaction, so that damage to the history is noticed.

The tables are checked against the journal by folding it; what the fold does not need - who did
something, when, and what was undone later - is checked by these digests. They are no signature:
whoever can write to the file can also make them anew.
"""

from collections.abc import Iterable, Sequence
from hashlib import blake2b
from itertools import chain

from annotator.store.sqlite import Connection

DDL = """
CREATE TABLE seal (
  txn INTEGER PRIMARY KEY, digest BLOB NOT NULL CHECK (length(digest) = 16)
) STRICT;
CREATE TRIGGER seal_keep_update BEFORE UPDATE ON seal BEGIN
  SELECT RAISE(ABORT, 'the journal is append-only') WHERE old.txn > 0; END;
CREATE TRIGGER seal_keep_delete BEFORE DELETE ON seal BEGIN
  SELECT RAISE(ABORT, 'the journal is append-only'); END;
"""
"""Row 0 seals the table ``meta``, the others the transactions of the same keys."""

TRANSACTIONS = (
    "SELECT t.key, t.id, t.clock, w.copy, w.author, t.at, t.kind, t.label, t.vals, t.target, t.grp "
    "FROM txn t JOIN writer w ON w.key = t.writer WHERE t.key > ? ORDER BY t.key LIMIT ?"
)
CHANGES = "SELECT tbl, images FROM change WHERE txn = ? ORDER BY key"
IDENTITY = "SELECT key, value FROM meta ORDER BY key"
PAGE = 2000

Value = str | int | bytes | None


def digest_of(values: Sequence[Value], changes: Iterable[tuple[str, bytes]] = ()) -> bytes:
    """Return the seal of a transaction: id to group in the order of its columns, and changes."""
    digest = blake2b(digest_size=16)
    for value in chain(values, chain.from_iterable(changes)):
        if value is None:
            digest.update(bytes(8))
            continue
        part = value if isinstance(value, bytes) else str(value).encode("utf-8", "surrogatepass")
        digest.update((len(part) + 1).to_bytes(8, "big"))
        digest.update(part)
    return digest.digest()


def digest_of_identity(db: Connection) -> bytes:
    """Return the seal of what the file says of itself."""
    return digest_of(list(chain.from_iterable(db.execute(IDENTITY).fetchall())))


def seal_all(db: Connection) -> None:
    """Seal everything that is in the file."""
    db.execute("INSERT INTO seal VALUES (0, ?)", (digest_of_identity(db),))
    last = 0
    while rows := db.execute(TRANSACTIONS, (last, PAGE)).fetchall():
        db.executemany(
            "INSERT INTO seal VALUES (?, ?)",
            [(row[0], digest_of(row[1:], db.execute(CHANGES, row[:1]).fetchall())) for row in rows],
        )
        last = rows[-1][0]
