"""Making the file of a new project, and opening one that is there after checking it."""

import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from annotator.model.errors import DamagedError, UserError
from annotator.store import check, copying, guard, journal, recovering
from annotator.store.applying import REFUSALS, as_user_error
from annotator.store.reasons import reason_of
from annotator.store.schema import migrate, newest
from annotator.store.seals import write_identity
from annotator.store.session import Session
from annotator.store.sqlite import Connection, connect
from annotator.store.vouch import Marks, Vouching
from annotator.version import __version__

REQUIRED = ("project_id", "copy_id", "title")
TRIES = 3


@dataclass(frozen=True, slots=True)
class Opened:
    """A connection to a file that was found sound, and whether a crash had to be put right."""

    db: Connection
    was_recovered: bool = False


def make_file(path: Path) -> None:
    """Make an empty file that only its owner can read.

    Raises:
        UserError: there is a file already, or the folder cannot be written.
    """
    try:
        path.touch(mode=0o600, exist_ok=False)
    except FileExistsError as error:
        raise UserError(
            "{path} is there already: choose another name or open it.", path=str(path)
        ) from error
    except OSError as error:
        raise UserError(
            "{path} cannot be made: {reason}.", path=str(path), reason=error.strerror or ""
        ) from error


def make_tables(path: Path, project_id: str, copy_id: str, title: str) -> Connection:
    """Return a writing connection to an empty file, with the newest schema in it.

    Raises:
        UserError: the disk does not take it, or the title cannot be kept.
    """
    db = connect(guard.uri_of(path, "rw"))
    try:
        guard.prepare(db)
        migrate(db)
        identity = {
            "project_id": project_id,
            "copy_id": copy_id,
            "title": title,
            "needs_version": __version__,
        }
        write_identity(db, identity)
    except REFUSALS as error:
        db.close()
        raise as_user_error(error) from error
    return db


def identity_of(db: Connection, path: Path) -> dict[str, str]:
    """Return the file's project_id, copy_id and title.

    Raises:
        UserError: one of them is missing.
    """
    known: dict[str, str] = dict(db.execute("SELECT key, value FROM meta").fetchall())
    for name in REQUIRED:
        if name not in known:
            raise UserError("{path} is damaged: {reason}.", path=str(path), reason=name)
    return known


def open_file(path: Path, session: Session, *, read_only: bool) -> Opened:
    """Open a file; one that this machine has not vouched for is checked first.

    Raises:
        CannotWriteError: it can be read but not written.
        UserError: it is missing, no project, newer or damaged.
    """
    was_recovered = False if read_only else recovering.play_back(path)
    db = recovering.open_unchanged(path)
    try:
        db = _checked(db, path, session)
        db.set_progress_handler(None, 0)
        if not read_only:
            db = _writable(db, path, session)
    except (sqlite3.Error, UnicodeError) as error:
        db.close()
        raise damaged(path, error) from error
    except BaseException:
        db.close()
        raise
    return Opened(db, was_recovered)


def damaged(path: Path, error: Exception) -> UserError:
    """Return that a file is damaged, and how that was noticed."""
    return UserError(
        "{path} is damaged: {reason}. Open a recovery copy of it, or copy it anew from where it "
        "came.",
        path=str(path),
        reason=reason_of(error),
    )


def _checked(db: Connection, path: Path, session: Session) -> Connection:
    """Return a connection that shows the file with the newest schema, once it is sound."""
    if guard.version_of(db) < newest():
        newer = recovering.migrated(db)
        try:
            _require_sound(newer, path)
        except BaseException:
            newer.close()
            raise
        db.close()
        return newer
    if _is_detached(db):
        _require_sound(db, path)
    elif not _is_known(db, path, session):
        require_sound(path)
    return db


def _is_known(db: Connection, path: Path, session: Session) -> bool:
    """Say whether the file is in a state that this machine vouches for, or was proven just now."""
    vouching = Vouching(session.vouch_folder, path, identity_of(db, path)["project_id"])
    if vouching.knows(journal.last_id(db)):
        return True
    with suppress(OSError):
        return session.proven is not None and _marks(db, path) == session.proven
    return False


def _marks(db: Connection, path: Path) -> Marks:
    return Vouching(None, path, identity_of(db, path)["project_id"]).marks(journal.last_id(db))


def must_be_checked(path: Path, session: Session) -> bool:
    """Say whether ``open_file`` would run the long checks on the file as it stands.

    Not so for one that an older version or a crash left: it has to be copied first.

    Raises:
        UserError: it is missing, no project or newer.
    """
    try:
        with closing(guard.open_guarded(path)) as db:
            return guard.version_of(db) == newest() and not _is_known(db, path, session)
    except guard.HotJournalError:
        return False
    except (sqlite3.Error, UnicodeError) as error:
        raise damaged(path, error) from error


def must_be_put_right(path: Path) -> bool:
    """Say whether a crash or an older version of the program left a file as it stands.

    ``open_file`` changes such a file. What else may be wrong with it, ``open_file`` tells.
    """
    try:
        with closing(guard.open_guarded(path)) as db:
            return guard.version_of(db) < newest()
    except guard.HotJournalError:
        return True
    except (UserError, sqlite3.Error, UnicodeError):
        return False


def require_writable(path: Path) -> None:
    """See that a file can be written.

    Raises:
        CannotWriteError: it can only be read.
        UserError: it is missing or no project.
    """
    guard.make_writable(guard.open_guarded(path), path).close()


def prove(path: Path) -> Marks:
    """Run the long checks on a file of this version; returns the marks of the state that is sound.

    Raises:
        UserError: it is damaged, or somebody else keeps writing to it.
    """
    for _attempt in range(TRIES):
        before = _marks_now(path)
        require_sound(path)
        if _marks_now(path) == before:
            return before
    raise UserError(
        "{path} is being changed by another program: open it again in a moment.", path=str(path)
    )


def _marks_now(path: Path) -> Marks:
    try:
        with closing(guard.open_guarded(path)) as db:
            return _marks(db, path)
    except (sqlite3.Error, UnicodeError, OSError) as error:
        raise damaged(path, error) from error


def _is_detached(db: Connection) -> bool:
    return not db.execute("PRAGMA database_list").fetchone()[2]


def _writable(db: Connection, path: Path, session: Session) -> Connection:
    """Return a writing connection; an older file is backed up and brought up to date."""
    writing = guard.make_writable(db, path)
    try:
        version = guard.version_of(writing)
        if version < newest():
            _back_up(writing, path, session, version)
            recovering.climb(writing)
    except BaseException:
        writing.close()
        raise
    return writing


def _back_up(db: Connection, path: Path, session: Session, version: int) -> None:
    """Keep the file as it was, in the recovery folder or beside it.

    Raises:
        NotSavedError: there is no room for that; the file is not touched.
    """
    folder = session.recovery_folder or path.parent
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
    stamp = session.clock().strftime("%Y%m%dT%H%M%S")
    copying.save_shadow(db, folder / f"{path.stem} (version {version}, {stamp}){path.suffix}")


def require_sound(path: Path) -> None:
    """Run the long checks on a file whose schema is proven.

    Raises:
        DamagedError: one of them fails.
    """
    with guard.checking(path) as db:
        _require_sound(db, path)


def _require_sound(db: Connection, path: Path) -> None:
    """Run the long checks through a connection.

    Raises:
        DamagedError: one of them fails.
    """
    found = check.problems(db)
    if found:
        raise DamagedError(
            "{path} is damaged and was not opened: {problem} If it was sent or copied while the "
            "program was writing to it, ask for another made with “Save a copy”.",
            found,
            path=str(path),
            problem=str(found[0]),
        )
