"""Sealing what is written to the journal, and finding what no longer fits its seal."""

from collections.abc import Iterator, Mapping, Sequence

from annotator.model.message import Message
from annotator.store.schema_002 import (
    CHANGES,
    PAGE,
    TRANSACTIONS,
    Value,
    digest_of,
    digest_of_identity,
)
from annotator.store.sqlite import Connection


def seal(
    db: Connection, key: int, values: Sequence[Value], changes: Sequence[tuple[str, bytes]]
) -> None:
    """Seal a transaction that is being written."""
    db.execute("INSERT INTO seal VALUES (?, ?)", (key, digest_of(values, changes)))


def write_identity(db: Connection, values: Mapping[str, str]) -> None:
    """Write what a file says of itself, such as its title, and seal that."""
    db.executemany(
        "INSERT INTO meta VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        values.items(),
    )
    db.execute("UPDATE seal SET digest = ? WHERE txn = 0", (digest_of_identity(db),))


def broken_seals(db: Connection) -> Iterator[Message]:
    """Yield what no longer fits its seal; the first is enough."""
    if db.execute("SELECT digest FROM seal WHERE txn = 0").fetchall() != [
        (digest_of_identity(db),)
    ]:
        yield Message("What the file says of itself was altered.")
        return
    last, count = 0, 1
    while rows := db.execute(TRANSACTIONS, (last, PAGE)).fetchall():
        sql = "SELECT txn, digest FROM seal WHERE txn BETWEEN ? AND ?"
        held = dict(db.execute(sql, (rows[0][0], rows[-1][0])).fetchall())
        for row in rows:
            changes = db.execute(CHANGES, row[:1]).fetchall()
            if held.get(row[0]) != digest_of(row[1:], changes):
                yield Message("The transaction {id} was altered.", {"id": str(row[1])[:36]})
                return
        last, count = rows[-1][0], count + len(rows)
    if db.execute("SELECT count(*) FROM seal").fetchone() != (count,):
        yield Message("Transactions are missing from the history.")
