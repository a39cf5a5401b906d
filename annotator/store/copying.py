"""Whole copies of a project file, which appear complete or not at all."""

import os
import sqlite3
from contextlib import suppress
from pathlib import Path

from annotator.model.errors import NotSavedError, UserError
from annotator.store.sqlite import Connection

PAGES_AT_ONCE = 4096


def save_copy(db: Connection, source: Path, target: Path, copy_id: str) -> None:
    """Write a copy with a ``copy_id`` of its own; what stood at ``target`` is replaced at the end.

    Raises:
        UserError: ``target`` is the open file itself.
        NotSavedError: the copy could not be written; what stood there is untouched.
    """
    if target.exists() and source.exists() and target.samefile(source):
        raise UserError("{path} is the open project itself: choose another name.", path=str(target))
    part = target.with_name(f".{target.name}.part")
    try:
        _write(db, part, copy_id)
        part.replace(target)
        _sync_folder(target.parent)
    except (OSError, sqlite3.Error) as error:
        with suppress(OSError):
            part.unlink()
        raise NotSavedError(
            "The copy {path} could not be written: {reason}.",
            path=str(target),
            reason=getattr(error, "strerror", None) or str(error),
        ) from error


def _write(db: Connection, part: Path, copy_id: str) -> None:
    part.unlink(missing_ok=True)
    copy = sqlite3.connect(part, isolation_level=None)
    try:
        db.backup(copy, pages=PAGES_AT_ONCE)
        copy.execute("PRAGMA journal_mode = DELETE")
        copy.execute("UPDATE meta SET value = ? WHERE key = 'copy_id'", (copy_id,))
    finally:
        copy.close()
    part.chmod(0o600)
    with part.open("rb+") as written:
        os.fsync(written.fileno())


def _sync_folder(folder: Path) -> None:
    """Make the new name last through a power cut, where the system can."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
