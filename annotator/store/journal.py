"""The append-only journal: writing transactions, reading them back, finding what to undo."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from annotator.model.bulk import Bulk
from annotator.model.edit import Edit
from annotator.model.history import Transaction, TransactionKind
from annotator.model.ids import AuthorId, TransactionId
from annotator.model.message import Message
from annotator.model.records import Document, Record, parents_first
from annotator.store.images import (
    Image,
    dump_json,
    load_json,
    pack_records,
    record_of,
    unpack_images,
)
from annotator.store.seals import seal
from annotator.store.sqlite import Connection
from annotator.store.tables import tables
from annotator.store.texts import Quotes

PAGE = 200
END = (1 << 63) - 1
"""Above every clock."""

_COLUMNS = "t.key, t.id, t.clock, w.copy, w.author, t.at, t.kind, t.label, t.vals, t.target, t.grp"
_FROM = "FROM txn t JOIN writer w ON w.key = t.writer"


Wanted = Callable[[str, str | None], bool]
Head = Sequence[object]
"""A transaction's row, with everything but its edit."""
Sides = tuple[list[Record], list[Record]]
"""The records that an edit removes and adds."""


def _all(_transaction_id: str, _group: str | None) -> bool:
    """Want every transaction."""
    return True


def write(db: Connection, transaction: Transaction) -> None:
    """Add a transaction and its changes to the journal."""
    label = transaction.edit.label
    values = dump_json(dict(label.values))
    told = (transaction.at, transaction.kind, label.template, values)
    rest = (*told, transaction.target, transaction.group)
    writer = _writer_key(db, transaction.copy, transaction.author)
    key = db.execute(
        "INSERT INTO txn (id, clock, writer, at, kind, label, vals, target, grp) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (transaction.id, transaction.clock, writer, *rest),
    ).lastrowid
    changes = list(_changes(transaction.edit))
    db.executemany(
        "INSERT INTO change (txn, tbl, images) VALUES (?, ?, ?)",
        [(key, name, images) for name, images in changes],
    )
    by = (transaction.copy, transaction.author)
    seal(db, int(key or 0), (transaction.id, transaction.clock, *by, *rest), changes)


def _changes(edit: Edit) -> Iterator[tuple[str, bytes]]:
    removed, added = (
        (side if isinstance(side, Bulk) else Bulk.of(side)).columns
        for side in (edit.removed, edit.added)
    )
    for name, cls in sorted((tables()[cls].label, cls) for cls in {*removed, *added}):
        yield name, pack_records(cls, removed.get(cls, {}), added.get(cls, {}))


def _writer_key(db: Connection, copy: str, author: str) -> int:
    sql = "SELECT key FROM writer WHERE copy = ? AND author = ?"
    found = db.execute(sql, (copy, author)).fetchone()
    if found is None:
        db.execute("INSERT INTO writer (copy, author) VALUES (?, ?)", (copy, author))
        found = db.execute(sql, (copy, author)).fetchone()
    return int(found[0])


def last_clock(db: Connection) -> int:
    """Return the highest Lamport clock in the file, 0 if the journal is empty."""
    return int(db.execute("SELECT coalesce(max(clock), 0) FROM txn").fetchone()[0])


def last_id(db: Connection) -> str:
    """Return the id of the transaction that arrived last."""
    row = db.execute("SELECT id FROM txn ORDER BY key DESC LIMIT 1").fetchone()
    return str(row[0]) if row else ""


def last_key(db: Connection) -> int:
    """Return the local key of the transaction that arrived last."""
    return int(db.execute("SELECT coalesce(max(key), 0) FROM txn").fetchone()[0])


def key_of(db: Connection, transaction_id: str) -> int:
    """Return the local key of a transaction that is known to be there."""
    found = db.execute("SELECT key FROM txn WHERE id = ?", (transaction_id,)).fetchone()
    return int(found[0])


def count_since(db: Connection, transaction_id: str) -> int:
    """Return how many transactions arrived after one; 0 if the journal does not hold it."""
    sql = "SELECT count(*) FROM txn WHERE key > (SELECT key FROM txn WHERE id = ?)"
    return int(db.execute(sql, (transaction_id,)).fetchone()[0])


def has(db: Connection, transaction_id: str) -> bool:
    """Say whether the journal holds a transaction."""
    found = db.execute("SELECT 1 FROM txn WHERE id = ?", (transaction_id,)).fetchone()
    return found is not None


# --- reading ---


def newest_first(
    db: Connection, *, limit: int | None = None, before: int | None = None
) -> Iterator[Transaction]:
    """Yield transactions, the newest by clock first, reading a page at a time.

    ``before`` is a clock; only transactions below it are told.
    """
    quotes = quotes_of(db)
    upper = (END if before is None else before, "")
    left = END if limit is None else limit
    sql = (
        f"SELECT {_COLUMNS} {_FROM} WHERE t.clock <= ? AND (t.clock, t.id) < (?, ?) "
        "ORDER BY t.clock DESC, t.id DESC LIMIT ?"
    )
    while left > 0:
        rows = db.execute(sql, (upper[0], *upper, min(PAGE, left))).fetchall()
        for row in rows:
            yield _read_whole(db, row, quotes)
        left -= len(rows)
        if len(rows) < PAGE:
            return
        upper = (rows[-1][2], rows[-1][1])


def since(db: Connection, key: int, wanted: Wanted = _all) -> list[Transaction]:
    """Return the transactions that arrived after the one with a local key, in that order.

    ``wanted`` says by id and group which; the others are not read.
    """
    return [found for found in in_turns(db, heads_since(db, key, wanted)) if found]


def heads_since(db: Connection, key: int, wanted: Wanted = _all) -> list[Head]:
    """Return the same transactions without their edits."""
    sql = f"SELECT {_COLUMNS} {_FROM} WHERE t.key > ? ORDER BY t.key"
    return [row for row in db.execute(sql, (key,)).fetchall() if wanted(row[1], row[-1])]


def in_turns(db: Connection, heads: Iterable[Head]) -> Iterator[Transaction | None]:
    """Yield transactions as they are read; None after each few hundred records of a large one."""
    quotes = quotes_of(db)
    for head in heads:
        sides: Sides = ([], [])
        for at, _record in enumerate(_read(db, int(str(head[0])), quotes, sides), start=1):
            if at % PAGE == 0:
                yield None
        yield _transaction(head, sides)


def find(db: Connection, transaction_id: str, quotes: Quotes) -> Transaction | None:
    """Return one transaction, or None if the journal does not hold it."""
    sql = f"SELECT {_COLUMNS} {_FROM} WHERE t.id = ?"
    row = db.execute(sql, (transaction_id,)).fetchone()
    return None if row is None else _read_whole(db, row, quotes)


def quotes_of(db: Connection) -> Quotes:
    """Return what finds the quotes that images leave out; share it between look-ups."""
    return Quotes(db, lambda: known_documents(db))


def known_documents(db: Connection) -> dict[str, str]:
    """Return the text's SHA-256 of every document that is or was in the project."""
    found = {}
    for (packed,) in db.execute("SELECT images FROM change WHERE tbl = 'document'").fetchall():
        for image in (image for images in unpack_images(packed) for image in images):
            found[image["id"]] = image["sha256"]
    return found


def images(db: Connection) -> Iterator[tuple[str, list[Image], list[Image]]]:
    """Yield every change, the oldest first by clock: table, removed and added images."""
    sql = (
        "SELECT c.tbl, c.images FROM change c JOIN txn t ON t.key = c.txn "
        "ORDER BY t.clock, t.id, c.key"
    )
    for name, packed in db.execute(sql):
        removed, added = unpack_images(packed)
        yield name, removed, added


def _read_whole(db: Connection, head: Head, quotes: Quotes) -> Transaction:
    sides: Sides = ([], [])
    for _record in _read(db, int(str(head[0])), quotes, sides):
        pass
    return _transaction(head, sides)


def _transaction(head: Head, sides: Sides) -> Transaction:
    _key, id_, clock, copy, author, at, kind, template, values, target, group = head
    removed, added = (sorted(side, key=parents_first) for side in sides)
    label = Message(str(template), load_json(str(values)))
    return Transaction(
        TransactionId(str(id_)),
        int(str(clock)),
        str(copy),
        AuthorId(str(author)),
        str(at),
        TransactionKind(str(kind)),
        Edit(label, tuple(removed), tuple(added)),
        TransactionId(str(target)) if target else None,
        str(group) if group else None,
    )


def _read(db: Connection, key: int, quotes: Quotes, sides: Sides) -> Iterator[Record]:
    """Yield a transaction's records, each after it was added to the removed or added ones."""
    by_name = {table.label: cls for cls, table in tables().items()}
    rows = db.execute("SELECT tbl, images FROM change WHERE txn = ?", (key,)).fetchall()
    for name, packed in sorted(rows, key=lambda row: row[0] != "document"):
        for side, found in zip(sides, unpack_images(packed), strict=True):
            for image in found:
                record = record_of(by_name[name], image, quotes)
                if isinstance(record, Document):
                    quotes.add(record)
                side.append(record)
                yield record
