"""Carrying out an edit on the tables, after comparing what it removes with the file."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from annotator.model.bulk import Bulk
from annotator.model.edit import Edit
from annotator.model.errors import (
    ChangedMeanwhileError,
    Difference,
    KnownTextError,
    NotSavedError,
    UserError,
)
from annotator.model.message import Message
from annotator.model.records import Document, Key, Record, key_of
from annotator.store import rows
from annotator.store.reasons import reason_of
from annotator.store.sqlite import Connection
from annotator.store.tables import tables
from annotator.store.texts import insert_text

REFUSALS = (sqlite3.Error, UnicodeEncodeError, OverflowError)
"""What Python's SQLite raises when the file does not take a value."""

FOLDER = Message(
    "The project's folder cannot be written: make it writable and try again, "
    "or save a copy elsewhere."
)
DISK_ERRORS = {
    "SQLITE_READONLY_DIRECTORY": FOLDER,
    "SQLITE_FULL": Message("The disk is full: make room and try again, or save a copy elsewhere."),
    "SQLITE_READONLY": Message(
        "The project file can no longer be written: it was moved, replaced or made read-only. "
        "Put it back and try again, or save a copy elsewhere."
    ),
    "SQLITE_IOERR": Message("The disk reports an error: try again, or save a copy elsewhere."),
    "SQLITE_BUSY": Message("Another program holds the project file: try again in a moment."),
    "SQLITE_CANTOPEN": FOLDER,
    "SQLITE_CORRUPT": Message("The project file is damaged: save a copy elsewhere now."),
    "SQLITE_NOTADB": Message(
        "The project file was overwritten by something else: save a copy elsewhere."
    ),
}


def apply_edit(db: Connection, edit: Edit) -> None:
    """Remove, change and add the records of an edit.

    Raises:
        ChangedMeanwhileError: a record is not as the edit says it was.
        UserError: a record is there twice, or a text does not fit its hash.
    """
    for text in edit.texts:
        insert_text(db, text)
    if isinstance(edit.added, Bulk) and not edit.removed and _are_new(db, edit.added):
        rows.insert(db, edit.added)
        return
    before, after = _by_key(edit.removed), _by_key(edit.added)
    _compare(db, before, after)
    rows.delete(db, [record for key, record in before.items() if key not in after])
    rows.insert(db, [record for key, record in after.items() if key not in before])
    rows.update(db, [record for key, record in after.items() if key in before])


def _are_new(db: Connection, added: Bulk) -> bool:
    """Say whether records have ids that neither the file has nor two of them share."""
    for cls in added.columns:
        ids = added.ids(cls)
        if len({*ids}) < len(ids) or rows.fetch_by_id(db, cls, ids):
            return False
    return True


def require_new_texts(db: Connection, edit: Edit) -> None:
    """Refuse an edit that adds a document of which the file has the text.

    Raises:
        KnownTextError: it does.
    """
    for record in edit.added_of(Document):
        known = rows.fetch(db, Document, "{name}.sha256 = ?", [record.sha256])
        if known:
            raise KnownTextError(
                "The text of {title} is in the project already.", known[0], title=known[0].title
            )


def _by_key(records: Sequence[Record]) -> dict[Key, Record]:
    found = {key_of(record): record for record in records}
    if len(found) < len(records):
        keys = [key_of(record) for record in records]
        double = next(key for key in keys if keys.count(key) > 1)
        raise UserError(
            "The {kind} {id} is there twice in one change.",
            kind=tables()[double[0]].label,
            id=double[1],
        )
    return found


def _compare(db: Connection, before: dict[Key, Record], after: dict[Key, Record]) -> None:
    wanted: dict[type[Record], list[str]] = defaultdict(list)
    for cls, record_id in {**before, **after}:
        wanted[cls].append(record_id)
    differences = []
    for cls, ids in wanted.items():
        held = rows.fetch_by_id(db, cls, ids)
        for key in ((cls, record_id) for record_id in ids):
            found, expected = held.get(key[1]), before.get(key)
            if found != expected:
                differences.append(Difference(expected, after.get(key), found))
    if differences:
        first = differences[0].theirs or differences[0].expected
        raise ChangedMeanwhileError(
            "The {kind} {name} was changed meanwhile: look at it again, then repeat it.",
            differences,
            kind=tables()[type(first)].label if first else "",
            name=name_of(first),
        )


def name_of(record: Record | None) -> str:
    """Return what a person would call a record."""
    for field in ("title", "name", "quote", "text", "value"):
        told = getattr(record, field, None)
        if isinstance(told, str) and told:
            return told[:40]
    label_names = getattr(record, "names", {})
    return next(iter(label_names.values()), record.id if record else "")


@contextmanager
def one_transaction(db: Connection) -> Iterator[None]:
    """Do everything inside or nothing; errors of the disk become sentences.

    Raises:
        NotSavedError: the disk did not take it.
        UserError: the file refused it: a reference to something that is gone, a bad anchor.
    """
    try:
        db.execute("BEGIN IMMEDIATE")
        yield
        db.execute("COMMIT")
    except REFUSALS as error:
        _roll_back(db)
        raise as_user_error(error) from error
    except BaseException:
        _roll_back(db)
        raise


@contextmanager
def one_moment(db: Connection) -> Iterator[None]:
    """Read everything inside from one state of the file, whatever others write meanwhile."""
    if db.in_transaction:
        yield
        return
    db.execute("BEGIN")
    try:
        yield
    finally:
        _roll_back(db)


@contextmanager
def in_sentences() -> Iterator[None]:
    """Say in a sentence why the file cannot be read; also decorates what reads it.

    Raises:
        UserError: the disk reports an error, or the file was overwritten or is damaged.
    """
    try:
        yield
    except sqlite3.Error as error:
        told = as_user_error(error)
        if not isinstance(told, NotSavedError):
            told = UserError("The project file cannot be read: {reason}.", reason=reason_of(error))
        raise told from error


def _roll_back(db: Connection) -> None:
    """End a transaction, unless SQLite has done so after an error of the disk."""
    if db.in_transaction:
        db.execute("ROLLBACK")


def as_user_error(error: Exception) -> UserError:
    """Return the sentence for one of ``REFUSALS``."""
    if not isinstance(error, sqlite3.Error):
        return UserError(
            "The project file cannot hold half a surrogate pair or a number beyond 64 bits."
        )
    code = getattr(error, "sqlite_errorname", "") or ""
    for name, sentence in DISK_ERRORS.items():
        if code.startswith(name):
            return NotSavedError(sentence.template)
    if "FOREIGNKEY" in code:
        return UserError(
            "Something else still needs what this would remove, or needs what is gone."
        )
    return UserError("The project file refused the change: {reason}.", reason=str(error))
