"""What undo takes back and redo does again, found in the journal: it survives a restart."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from annotator.model.errors import UserError
from annotator.model.history import TransactionKind
from annotator.model.message import Message
from annotator.store.images import load_json
from annotator.store.sqlite import Connection

_SELECT = (
    "SELECT t.key, t.id, t.kind, t.target, t.label, t.vals, t.grp, "
    "EXISTS (SELECT 1 FROM change c WHERE c.txn = t.key AND c.tbl = 'document') "
    "FROM txn t JOIN writer w ON w.key = t.writer WHERE w.copy = ? AND w.author = ? "
)
FIRST_PAGE, PAGE = 2, 200
MANY = 200
"""Of so many transactions of a step the bytes are counted, at most."""


@dataclass(frozen=True, slots=True)
class Step:
    """The transactions of one step, the newest first, and the step's name."""

    transactions: tuple[str, ...]
    label: Message


class _Entry(NamedTuple):
    key: int
    id: str
    kind: str
    target: str | None
    label: str
    values: str
    group: str | None
    has_document: int


def next_step(db: Connection, kind: TransactionKind, copy: str, author: str) -> Step | None:
    """Return what an undo, or a redo, of this author in this copy comes to."""
    find = step_to_undo if kind is TransactionKind.UNDO else step_to_redo
    return find(db, copy, author)


def required(step: Step | None, kind: TransactionKind) -> Step:
    """Return a step that is there.

    Raises:
        UserError: it is not.
    """
    if step is not None:
        return step
    if kind is TransactionKind.UNDO:
        raise UserError("There is nothing to undo.")
    raise UserError("There is nothing to redo.")


def step_to_undo(db: Connection, copy: str, author: str) -> Step | None:
    """Return this author's last step in this copy that is not undone."""
    undone: set[str | None] = set()
    for entries in _steps(db, copy, author):
        kind = entries[0].kind
        if kind == TransactionKind.UNDO:
            undone |= {entry.target for entry in entries}
        elif kind in {TransactionKind.DO, TransactionKind.REDO} and entries[0].id not in undone:
            return _step(entries)
    return None


def step_to_redo(db: Connection, copy: str, author: str) -> Step | None:
    """Return this author's last undo in this copy, unless something was done since."""
    redone: set[str | None] = set()
    for entries in _steps(db, copy, author):
        kind = entries[0].kind
        if kind == TransactionKind.REDO:
            redone |= {entry.target for entry in entries}
        elif kind == TransactionKind.UNDO and entries[0].id not in redone:
            return _step(entries)
        elif kind == TransactionKind.DO:
            return None
    return None


def weight(db: Connection, step: Step | None) -> int:
    """Return how many bytes the journal has of the changes in a step."""
    ids = step.transactions[:MANY] if step else ()
    sql = "SELECT coalesce(sum(length(images)), 0) FROM change WHERE txn = "
    sql += "(SELECT key FROM txn WHERE id = ?)"
    return sum(int(db.execute(sql, (id_,)).fetchone()[0]) for id_ in ids)


def _steps(db: Connection, copy: str, author: str) -> Iterator[Sequence[_Entry]]:
    """Yield the transactions of each step, the newest first.

    A group stands where its last transaction stands, also if other steps lie in between.
    """
    told: set[str] = set()
    for entry in _entries(db, copy, author):
        if entry.group is None:
            yield [entry]
        elif entry.group not in told:
            told.add(entry.group)
            sql = _SELECT + "AND t.grp = ? ORDER BY t.key DESC"
            rows = db.execute(sql, (copy, author, entry.group)).fetchall()
            yield [_Entry(*row) for row in rows]


def _entries(db: Connection, copy: str, author: str) -> Iterator[_Entry]:
    below, size = (1 << 63) - 1, FIRST_PAGE
    sql = _SELECT + "AND t.key < ? ORDER BY t.key DESC LIMIT ?"
    while rows := db.execute(sql, (copy, author, below, size)).fetchall():
        yield from (_Entry(*row) for row in rows)
        below, size = rows[-1][0], PAGE


def _step(entries: Sequence[_Entry]) -> Step:
    """Return the step of some transactions, the newest first: those of a group are one import."""
    documents = [entry for entry in entries if entry.has_document]
    told = (documents or entries)[0]
    label = Message(told.label, load_json(told.values))
    if len(documents) > 1:
        label = Message("Import {count} {count|document|documents}", {"count": len(documents)})
    elif len(entries) > 1 and not documents:
        label = Message("Import annotations")
    return Step(tuple(entry.id for entry in entries), label)
