"""Making the file of a new project, and refusing an old one that is not sound."""

from pathlib import Path

from annotator.model.errors import UserError
from annotator.store import check, guard
from annotator.store.applying import REFUSALS, as_user_error
from annotator.store.sqlite import Connection, connect
from annotator.version import __version__


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
    from annotator.store.ladder import migrate

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
        db.executemany("INSERT INTO meta VALUES (?, ?)", identity.items())
    except REFUSALS as error:
        db.close()
        raise as_user_error(error) from error
    return db


def require_sound(path: Path) -> None:
    """Run the long checks on a file whose schema is proven.

    Raises:
        UserError: one of them fails.
    """
    with guard.checking(path) as db:
        found = check.problems(db)
    if found:
        raise UserError(
            "{path} is damaged and was not opened: {problem}",
            path=str(path),
            problem=str(found[0]),
        )
