"""Whole copies of a project file, which appear complete or not at all."""

import os
import sqlite3
import time
from contextlib import closing, suppress
from pathlib import Path

from annotator.model.errors import NotSavedError, UserError
from annotator.store import guard
from annotator.store.reasons import reason_of
from annotator.store.seals import write_identity
from annotator.store.sqlite import Connection, connect

PAGES_AT_ONCE = 4096
PAGES_BESIDE_WORK = 256
PAUSE = 0.002
"""Seconds between two portions, in which a commit gets through."""
LONGEST = 300
"""Seconds after which a copy beside the work is given up: each commit makes it start again."""


def save_copy(db: Connection, source: Path, target: Path, copy_id: str) -> None:
    """Write a copy with a ``copy_id`` of its own; what stood at ``target`` is replaced at the end.

    Raises:
        UserError: ``target`` is the open file itself.
        NotSavedError: the copy could not be written; what stood there is untouched.
    """
    if target.exists() and source.exists() and target.samefile(source):
        raise UserError("{path} is the open project itself: choose another name.", path=str(target))
    _write_whole(db, target, copy_id)


def save_shadow(db: Connection, target: Path) -> None:
    """Write the file as it is, to go back to.

    Raises:
        NotSavedError: the copy could not be written; what stood there is untouched.
    """
    _write_whole(db, target, "")


def save_shadow_beside_work(source: Path, target: Path) -> None:
    """Write a file as it is in small portions, for a thread beside one that writes to it.

    Raises:
        NotSavedError: the file cannot be read, the copy not be written, or it took too long.
    """
    try:
        db = connect(guard.uri_of(source, "ro"))
    except sqlite3.Error as error:
        raise _not_written(target, error) from error
    with closing(db):
        db.execute("PRAGMA query_only = ON")
        _write_whole(db, target, "", in_portions=True)


def _write_whole(db: Connection, target: Path, copy_id: str, *, in_portions: bool = False) -> None:
    part = target.with_name(f".{target.name}.part")
    try:
        _write(db, part, copy_id, in_portions=in_portions)
        part.replace(target)
        _sync_folder(target.parent)
    except (OSError, sqlite3.Error) as error:
        with suppress(OSError):
            part.unlink()
        raise _not_written(target, error) from error


def _not_written(target: Path, error: Exception) -> NotSavedError:
    return NotSavedError(
        "The copy {path} could not be written: {reason}.",
        path=str(target),
        reason=reason_of(error),
    )


def _write(db: Connection, part: Path, copy_id: str, *, in_portions: bool) -> None:
    part.unlink(missing_ok=True)
    deadline = time.monotonic() + LONGEST

    def pause(*_progress: int) -> None:
        if time.monotonic() > deadline:
            raise TimeoutError
        time.sleep(PAUSE)

    copy = sqlite3.connect(part, isolation_level=None)
    try:
        copy.execute("PRAGMA synchronous = OFF")
        if in_portions:
            db.backup(copy, pages=PAGES_BESIDE_WORK, progress=pause)
        else:
            db.backup(copy, pages=PAGES_AT_ONCE)
        copy.execute("PRAGMA journal_mode = DELETE")
        if copy_id:
            write_identity(copy, {"copy_id": copy_id})
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
