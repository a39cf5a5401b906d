"""The long checks of a file: pages, references, texts, anchors, journal against tables."""

import hashlib
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from annotator.model.errors import UserError
from annotator.model.message import Message
from annotator.model.records import Annotation, Claim, Document, Label, Record
from annotator.store import journal, rows
from annotator.store.applying import one_moment
from annotator.store.images import Image, dump_json, image_of
from annotator.store.reasons import reason_of
from annotator.store.schema_001 import PIECE
from annotator.store.seals import broken_seals
from annotator.store.sqlite import Connection, data_version
from annotator.store.tables import Table, tables

UNREADABLE = (
    sqlite3.Error,
    UnicodeError,
    ValueError,
    TypeError,
    LookupError,
    OverflowError,
    RecursionError,
    MemoryError,
)
"""What reading the values of a damaged or hostile file can end in."""

Progress = Callable[[str], None]
PAGE = 2000
TRIES = 3
FoldedState = dict[bytes, bytes]


def quietly(_stage: str) -> None:
    """Report to nobody."""


def problems(db: Connection, progress: Progress = quietly) -> list[Message]:
    """Return what is wrong with a file; nothing if it is sound.

    Others may write meanwhile: what was read before and after that may not fit together, so that
    it is read again, in the end without letting them write.
    """
    for _try in range(TRIES):
        version = _version(db)
        found = _problems(db, progress)
        if not found or _version(db) == version:
            return found
    with one_moment(db):
        return _problems(db, progress)


def _version(db: Connection) -> int | None:
    """Return what changes when others write; None of a file that not even tells that."""
    try:
        return data_version(db)
    except sqlite3.Error:
        return None


def _problems(db: Connection, progress: Progress) -> list[Message]:
    checks: tuple[tuple[str, Callable[[Connection], Iterator[Message]]], ...] = (
        ("pages", _pages),
        ("references", _references),
        ("texts", _texts),
        ("anchors", _anchors),
        ("history", _history),
        ("seals", broken_seals),
    )
    found: list[Message] = []
    for stage, check in checks:
        progress(stage)
        try:
            found += check(db)
        except UserError as error:
            found.append(error.message)
        except UNREADABLE as error:
            reason = Message(
                "The {stage} cannot be read: {reason}.",
                {"stage": stage, "reason": reason_of(error)},
            )
            return [*found, reason]
        if found:
            return found
    return found


_HEADING = "*** in database main ***"
"""What SQLite puts before what it says of pages."""


def _pages(db: Connection) -> Iterator[Message]:
    """Ask SQLite; unlike quick_check this finds an index that lies about its table."""
    found = [str(told) for (told,) in db.execute("PRAGMA integrity_check(5)").fetchall()]
    if found != ["ok"]:
        reasons = "; ".join(" ".join(told.removeprefix(_HEADING).split()) for told in found)
        yield Message(
            "The file does not hold together as it was written: use a copy from before. "
            "SQLite says: {reasons}.",
            {"reasons": reasons},
        )


def _references(db: Connection) -> Iterator[Message]:
    for table, row, parent, _ in db.execute("PRAGMA foreign_key_check").fetchmany(5):
        values = {"table": str(table), "row": str(row), "parent": str(parent)}
        yield Message("Row {row} of {table} names a {parent} that is not there.", values)


def _texts(db: Connection) -> Iterator[Message]:
    """Compare every text with its hash, and its pieces with the places they are looked for at."""
    for key, sha256, chars in db.execute("SELECT key, sha256, chars FROM text").fetchall():
        digest, count = hashlib.sha256(), 0
        is_whole = True
        rows = db.execute("SELECT ord, body FROM piece WHERE text = ? ORDER BY ord", (key,))
        for number, body in rows:
            is_whole &= number * PIECE == count
            digest.update(body.encode())
            count += len(body)
        if not is_whole or (digest.hexdigest(), count) != (sha256, chars):
            yield Message("The text {sha256} was altered.", {"sha256": sha256[:16]})


def _anchors(db: Connection) -> Iterator[Message]:
    """Compare every quote with the text; a document's text is held once."""
    documents = db.execute("SELECT key, sha256, title FROM document").fetchall()
    for key, sha256, title in documents:
        text = "".join(
            body
            for (body,) in db.execute(
                "SELECT p.body FROM piece p JOIN text t ON t.key = p.text "
                "WHERE t.sha256 = ? ORDER BY p.ord",
                (sha256,),
            )
        )
        spans = db.execute(
            "SELECT s.start, s.stop, s.quote FROM annotation a JOIN span s ON s.annotation = a.key "
            "WHERE a.document = ?",
            (key,),
        )
        moved = sum(text[start:stop] != quote for start, stop, quote in spans)
        if moved:
            values: dict[str, str | int] = {"count": moved, "title": title}
            yield Message("Quotes in {title} that do not match the text: {count}.", values)


def _history(db: Connection) -> Iterator[Message]:
    """Fold the journal and compare the outcome with the tables."""
    folded = _folded(db)
    for cls, table in tables().items():
        for record in _all(db, cls, table):
            if folded.pop(_key_digest(table.label, record.id), None) != _digest(image_of(record)):
                values = {"kind": table.label, "id": record.id}
                yield Message("The {kind} {id} is not as the history says.", values)
                return
            if not all(isinstance(text, str) for text in _texts_in(record)):
                values = {"kind": table.label, "id": record.id}
                yield Message("The {kind} {id} holds something else where texts belong.", values)
                return
    if folded:
        yield Message(
            "{count} {count|record|records} of the history {count|is|are} missing from the tables.",
            {"count": len(folded)},
        )


def _texts_in(record: Record) -> Iterable[object]:
    """Return what a record's JSON must hold texts as: the tables let it be anything."""
    match record:
        case Annotation():
            return record.extra.values()
        case Claim():
            return record.types
        case Document():
            return record.attributes.values()
        case Label():
            fields = ((field.name, field.type, *field.choices) for field in record.extra_fields)
            names, definitions = record.names.values(), record.definitions.values()
            return chain(names, definitions, record.examples, *fields)
        case _:
            return ()


def _folded(db: Connection) -> FoldedState:
    """Return digests of the state that the journal leads to, by digests of the keys."""
    state: FoldedState = {}
    for name, removed, added in journal.images(db):
        for image in removed:
            state.pop(_key_digest(name, str(image["id"])), None)
        for image in added:
            state[_key_digest(name, str(image["id"]))] = _digest(image)
    return state


def _all(db: Connection, cls: type[Record], table: Table) -> Iterator[Record]:
    last = -1
    while True:
        sql = f"SELECT key FROM {table.name} WHERE key > ? ORDER BY key LIMIT ?"  # noqa: S608
        keys = [key for (key,) in db.execute(sql, (last, PAGE)).fetchall()]
        if not keys:
            return
        yield from rows.fetch(db, cls, "{name}.key BETWEEN ? AND ?", (keys[0], keys[-1]))
        last = keys[-1]


def _digest(image: Image) -> bytes:
    return hashlib.blake2b(dump_json(image).encode(), digest_size=16).digest()


def _key_digest(name: str, record_id: str) -> bytes:
    return hashlib.blake2b(f"{name}\0{record_id}".encode(), digest_size=16).digest()
