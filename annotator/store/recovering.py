"""Opening what a crash or an older version of the program left: first on a copy, then in place.

A journal beside a file changes the file when it is played back, so it is tried on a copy. If the
outcome is not sound - the journal belongs to another state of the file, or is forged - neither
the file nor the journal is touched.
"""

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from annotator.model.errors import UserError
from annotator.store import check, guard
from annotator.store.reasons import reason_of
from annotator.store.schema import migrate, newest, schema_of
from annotator.store.seals import write_identity
from annotator.store.sqlite import Connection, connect
from annotator.version import __version__

END_OF_A_NAMED_OTHER = b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7"
"""Ends a journal that names a further file, which SQLite deletes after playing it back; a project
is never written together with another database, so such a journal is forged."""


def open_unchanged(path: Path) -> Connection:
    """Return a read-only connection to a guarded file as it would be after a playback.

    A file with a journal of a crash is read from a copy that lasts as long as the connection.

    Raises:
        UserError: the file or its journal is not sound.
    """
    try:
        return guard.open_guarded(path)
    except guard.HotJournalError:
        with _played_back(path) as copy, closing(guard.open_guarded(copy)) as db:
            return detached(db)


def play_back(path: Path) -> bool:
    """Take back what a crash left half done; returns whether there was something.

    Raises:
        HotJournalError: the file or its folder cannot be written.
        UserError: the outcome would not be sound; nothing is touched.
    """
    try:
        guard.open_guarded(path).close()
    except guard.HotJournalError as hot:
        with _played_back(path):
            pass
        try:
            _read_writable(path)
        except sqlite3.Error as error:
            raise hot from error
        return True
    return False


@contextmanager
def _played_back(path: Path) -> Iterator[Path]:
    """Give a copy of a file after its journal was played back, if that is sound."""
    journal = path.with_name(path.name + "-journal")
    try:
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            copy = Path(folder) / "copy"
            if _is_forged(journal):
                raise _unfit(path, journal.name)
            shutil.copyfile(path, copy)
            shutil.copyfile(journal, copy.with_name("copy-journal"))
            _read_writable(copy)
            with closing(guard.open_guarded(copy)) as db:
                _require_sound(db, path)
            yield copy
    except (OSError, sqlite3.Error) as error:
        raise _unfit(path, reason_of(error)) from error


def _is_forged(journal: Path) -> bool:
    with journal.open("rb") as file:
        file.seek(max(journal.stat().st_size - len(END_OF_A_NAMED_OTHER), 0))
        return file.read() == END_OF_A_NAMED_OTHER


def _require_sound(db: Connection, path: Path) -> None:
    at_hand = migrated(db) if guard.version_of(db) < newest() else db
    found = check.problems(at_hand)
    if at_hand is not db:
        at_hand.close()
    if found:
        raise _unfit(path, str(found[0]))


def _unfit(path: Path, reason: str) -> UserError:
    return UserError(
        "{path} and the journal beside it do not fit together ({reason}). Neither was changed: "
        "keep copies of both, or go back to a recovery copy.",
        path=str(path),
        reason=reason[:100],
    )


def _read_writable(path: Path) -> None:
    """Read through a connection that can write: SQLite plays a journal back by itself.

    The number read needs no look at the schema, which is not proven yet.
    """
    with closing(connect(guard.uri_of(path, "rw"))) as db:
        db.execute("PRAGMA schema_version").fetchone()


# --- files of an older version ---


def detached(db: Connection) -> Connection:
    """Return a copy of a file that only this connection sees and that goes with it."""
    copy = connect("")
    try:
        db.backup(copy)
        guard.prepare(copy)
        guard.limit(copy)
    except BaseException:
        copy.close()
        raise
    return copy


def migrated(db: Connection) -> Connection:
    """Return a detached copy of an older file with the newest schema.

    Raises:
        UserError: the file holds what the migrations cannot carry over.
    """
    copy = detached(db)
    try:
        climb(copy)
    except BaseException:
        copy.close()
        raise
    return copy


def climb(db: Connection) -> None:
    """Bring a file up to the newest schema and see that it is exactly that.

    Raises:
        UserError: a migration fails; the file is as the last one that worked left it.
    """
    try:
        migrate(db)
        db.execute("BEGIN IMMEDIATE")
        write_identity(db, {"needs_version": __version__})
        db.execute("COMMIT")
    except (sqlite3.Error, ValueError) as error:
        raise UserError(
            "The project could not be brought up to this version of the program: {reason}.",
            reason=reason_of(error),
        ) from error
    if schema_of(db) != guard.our_schema():
        raise UserError("The project could not be brought up to this version of the program.")
