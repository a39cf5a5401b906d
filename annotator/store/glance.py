"""What a project file holds, at a glance: for files beside the open one and recovery copies."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from annotator.model.errors import UserError
from annotator.store import guard, journal, opening
from annotator.store.reasons import reason_of
from annotator.store.sqlite import Connection

MOST_FILES = 40
"""So many files beside a project are looked at; a folder may hold thousands."""
MOST_CHANGES = 10_000


@dataclass(frozen=True, slots=True)
class Glance:
    """One project file; ``last_change`` is UTC, ISO 8601, or empty."""

    path: Path
    project_id: str
    copy_id: str
    title: str
    documents: int
    annotations: int
    last_change: str
    last_transaction: str


@dataclass(frozen=True, slots=True)
class CopyBeside:
    """Another state of the open file beside it, such as a sync program makes of a conflict.

    ``only_here`` and ``only_there`` count the changes that the other one lacks.
    """

    path: Path
    only_here: int
    only_there: int


def glance(path: Path) -> Glance:
    """Look into a project file without the long checks.

    Raises:
        UserError: it is missing, damaged, newer, or no project.
    """
    with _looking_at(path) as db:
        known = opening.identity_of(db, path)
        last = db.execute("SELECT at FROM txn ORDER BY key DESC LIMIT 1").fetchone()
        return Glance(
            path,
            known["project_id"],
            known["copy_id"],
            known["title"],
            _count(db, "document"),
            _count(db, "annotation"),
            str(last[0]) if last else "",
            journal.last_id(db),
        )


def holds(path: Path, project_id: str, transaction_id: str) -> bool:
    """Say whether a file is a state of a project that has come as far as a transaction."""
    try:
        with _looking_at(path) as db:
            known = opening.identity_of(db, path)
            return known["project_id"] == project_id and journal.has(db, transaction_id)
    except UserError:
        return False


def copies_beside(db: Connection, path: Path) -> list[CopyBeside]:
    """Return the files in the same folder that are another state of the same copy.

    A copy that was saved as one has an id of its own and is not meant here.
    """
    own = opening.identity_of(db, path)
    found = []
    for other in _projects_beside(path):
        with suppress(UserError), _looking_at(other) as there:
            known = opening.identity_of(there, other)
            if all(known[name] == own[name] for name in ("project_id", "copy_id")):
                found.append(CopyBeside(other, _beyond(db, there), _beyond(there, db)))
    return found


def _projects_beside(path: Path) -> list[Path]:
    """Return other files whose names hold the ending of projects, the newest first."""
    try:
        found = [
            (other.stat().st_mtime, other)
            for other in path.parent.iterdir()
            if path.suffix in other.name and not other.name.startswith(".") and other.is_file()
            if not other.samefile(path) and not other.name.endswith(("-journal", "-wal", "-shm"))
        ]
    except OSError:
        return []
    return [other for _time, other in sorted(found, reverse=True)[:MOST_FILES]]


def _beyond(db: Connection, other: Connection) -> int:
    """Count the last transactions of one file, back to the first that the other one knows."""
    ids = db.execute("SELECT id FROM txn ORDER BY key DESC LIMIT ?", (MOST_CHANGES,)).fetchall()
    for number, (transaction,) in enumerate(ids):
        if journal.has(other, transaction):
            return number
    return len(ids)


def _count(db: Connection, table: str) -> int:
    return int(db.execute(f"SELECT count(*) FROM {table}").fetchone()[0])  # noqa: S608


@contextmanager
def _looking_at(path: Path) -> Iterator[Connection]:
    try:
        with closing(guard.open_guarded(path)) as db:
            yield db
    except sqlite3.Error as error:
        raise UserError(
            "{path} is damaged: {reason}.", path=str(path), reason=reason_of(error)
        ) from error
