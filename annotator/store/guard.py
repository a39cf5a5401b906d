"""Opening a file nobody vouches for: nothing in it is trusted before its schema is proven ours.

The order of the steps matters. The file is never opened other than through SQLite: closing a
second descriptor would drop SQLite's locks.
"""

import sqlite3
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path, PurePath

from annotator.model.errors import CannotWriteError, UserError
from annotator.store.reasons import reason_of
from annotator.store.schema import APPLICATION_ID, newest, schema_made, schema_of
from annotator.store.sqlite import Connection, connect

MAX_BYTES = 16 << 30
SECONDS_PER_100_MB = 20
LIMITS = {
    "LENGTH": 256 << 20,
    "SQL_LENGTH": 1 << 20,
    "COLUMN": 100,
    "EXPR_DEPTH": 100,
    "COMPOUND_SELECT": 10,
    "VDBE_OP": 100_000,
    "ATTACHED": 0,
    "LIKE_PATTERN_LENGTH": 1000,
    "TRIGGER_DEPTH": 10,
    "WORKER_THREADS": 0,
    "VARIABLE_NUMBER": 2000,
}
SWITCHED_OFF = (
    "TRUSTED_SCHEMA",
    "ENABLE_LOAD_EXTENSION",
    "ENABLE_FTS3_TOKENIZER",
    "DQS_DDL",
    "DQS_DML",
    "WRITABLE_SCHEMA",
)
DURABLE = "synchronous = EXTRA"
NEEDS_TRUST = (3, 41)
"""Below this SQLite, an untrusted schema may not use json_valid in our own CHECKs."""


def open_guarded(path: Path) -> Connection:
    """Return a read-only connection to a file whose schema is exactly ours.

    Raises:
        HotJournalError: a crash left a journal behind.
        UserError: the file is missing, no project, newer, damaged or not exactly ours.
    """
    size = _size(path)
    connection = _connect(path)
    try:
        harden(connection, size)
        _check_identity(connection, path)
    except (sqlite3.Error, UnicodeError, MemoryError, OverflowError, RecursionError) as error:
        connection.close()
        raise _unreadable(path, error) from error
    except BaseException:
        connection.close()
        raise
    return connection


def followed(path: Path) -> Path:
    """Return the file a link leads to: what SQLite keeps beside a file lies beside that one."""
    try:
        return path.resolve() if path.is_symlink() else path
    except (OSError, RuntimeError, ValueError):
        return path


def _size(path: Path) -> int:
    try:
        found = path.stat()
    except OSError as error:
        raise UserError(
            "{path} cannot be opened: {reason}.", path=str(path), reason=error.strerror or ""
        ) from error
    except ValueError as error:
        raise UserError("{path} is no file name.", path=repr(str(path))) from error
    if not stat.S_ISREG(found.st_mode):
        raise UserError("{path} is not a file.", path=str(path))
    if found.st_size > MAX_BYTES:
        raise UserError("{path} is too large for a project file.", path=str(path))
    if found.st_size == 0:
        raise UserError("{path} is empty: it is not a project file.", path=str(path))
    return found.st_size


class HotJournalError(CannotWriteError):
    """A crash left a journal beside the file, which must be played back before it is read."""


def _check_companions(path: Path) -> None:
    """Refuse a device or pipe in place of what SQLite keeps beside a file: it would wait for it."""
    for ending in ("-journal", "-wal", "-shm"):
        companion = path.with_name(path.name + ending)
        with suppress(OSError):
            if not stat.S_ISREG(companion.lstat().st_mode):
                raise UserError("{path} is not a file.", path=str(companion))


def _connect(path: Path) -> Connection:
    _check_companions(path)
    try:
        return connect(uri_of(path, "ro"))
    except sqlite3.Error as error:
        raise _unreadable(path, error) from error


def uri_of(path: Path, mode: str) -> str:
    """Return the URI that opens a file ``ro`` (read-only), ``rw`` or ``rwc`` (made if missing)."""
    return f"{address_of(path.absolute())}?mode={mode}"


def address_of(path: PurePath) -> str:
    """Return an absolute path as SQLite reads it; it takes no host, as Windows' shares have one."""
    address = path.as_uri()
    return address if address.startswith("file:///") else address.replace("//", "////", 1)


def harden(connection: Connection, size: int) -> None:
    """Switch off whatever a hostile file could use; a file of ``size`` bytes gets its time."""
    for pragma in ("trusted_schema = OFF", "cell_size_check = ON", "mmap_size = 0"):
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("PRAGMA query_only = ON")
    if hasattr(connection, "setconfig"):
        for name in ("DEFENSIVE", *SWITCHED_OFF):
            connection.setconfig(getattr(sqlite3, f"SQLITE_DBCONFIG_{name}"), name == "DEFENSIVE")
    limit(connection, size)


def limit(connection: Connection, size: int | None = None) -> None:
    """Let no value be too large and no statement work for too long, for a file of so many bytes.

    What counts is the time at work: on a busy machine a sound file takes longer.
    """
    for name, value in LIMITS.items():
        connection.setlimit(getattr(sqlite3, f"SQLITE_LIMIT_{name}"), value)
    if size is None:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        size = pages * connection.execute("PRAGMA page_size").fetchone()[0]
    deadline = time.process_time() + SECONDS_PER_100_MB * (1 + size / (100 << 20))
    connection.set_progress_handler(lambda: time.process_time() > deadline, 100_000)


def _check_identity(connection: Connection, path: Path) -> None:
    def one(sql: str) -> int:
        return int(connection.execute(sql).fetchone()[0])

    if one("PRAGMA application_id") != APPLICATION_ID:
        raise UserError("{path} is not a project file of this program.", path=str(path))
    version = one("PRAGMA user_version")
    if version > newest():
        raise UserError(
            "{path} was made by a newer version: it needs version {version} of the program.",
            path=str(path),
            version=_needed_version(connection),
        )
    odd = sorted(entry[1] for entry in schema_of(connection) ^ our_schema(max(version, 1)))
    if odd or version < 1:
        raise UserError(
            "{path} is not a sound project file: its {part} is not as this program makes it.",
            path=str(path),
            part=str(odd[0])[:60] if odd else "user_version",
        )
    if sqlite3.sqlite_version_info < NEEDS_TRUST:
        connection.execute("PRAGMA trusted_schema = ON")


def _needed_version(connection: Connection) -> str:
    with suppress(sqlite3.Error):
        row = connection.execute("SELECT value FROM meta WHERE key = 'needs_version'").fetchone()
        if row and str(row[0]).replace(".", "").isalnum():
            return str(row[0])[:20]
    return "?"


def our_schema(version: int | None = None) -> frozenset[tuple[str, str, str, str]]:
    """Return the schema that the ladder of migrations makes, up to a version of it."""
    return schema_made(newest() if version is None else version)


def _unreadable(path: Path, error: BaseException) -> UserError:
    if getattr(error, "sqlite_errorname", "") == "SQLITE_READONLY_ROLLBACK":
        return HotJournalError(
            "The program ended while it was writing to {path}: its last step must be taken back "
            "first, and that needs a folder that can be written. Copy the file together with "
            "{journal} elsewhere and open it there.",
            path=str(path),
            journal=path.name + "-journal",
        )
    if getattr(error, "sqlite_errorname", "") == "SQLITE_NOTADB":
        return UserError(
            "{path} is not a project file: what is in it is of another kind. A transcript is "
            "imported into a project.",
            path=str(path),
        )
    return UserError(
        "{path} cannot be read: {reason}. Open a recovery copy of it, or copy it anew from where "
        "it came.",
        path=str(path),
        reason=reason_of(error),
    )


@contextmanager
def checking(path: Path) -> Iterator[Connection]:
    """Give a connection for the long checks of a file whose schema is proven.

    It could write but is told not to: on a read-only connection SQLite leaves the CHECKs of the
    schema out, and with them what integrity_check says about the rows.
    """
    connection = connect(uri_of(path, "rw"))
    try:
        harden(connection, _size(path))
        if sqlite3.sqlite_version_info < NEEDS_TRUST:
            connection.execute("PRAGMA trusted_schema = ON")
        yield connection
    finally:
        connection.close()


def version_of(connection: Connection) -> int:
    """Return the version of the file's schema."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def make_writable(connection: Connection, path: Path) -> Connection:
    """Return a connection that can write, in place of a guarded one that was checked.

    Raises:
        CannotWriteError: the file or its folder cannot be written.
    """
    connection.close()
    writing = connect(uri_of(path, "rw"))
    try:
        prepare(writing)
        _try_to_write(writing)
    except sqlite3.Error as error:
        writing.close()
        raise CannotWriteError(
            "{path} cannot be written ({reason}): open it read-only or copy it elsewhere.",
            path=str(path),
            reason=reason_of(error),
        ) from error
    return writing


def _try_to_write(connection: Connection) -> None:
    """Change a page and take it back: a lock alone is also given on a read-only file.

    The disk is not waited for, since nothing stays of it.
    """
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("PRAGMA user_version = 1")
    connection.execute("ROLLBACK")
    connection.execute(f"PRAGMA {DURABLE}")


def prepare(connection: Connection) -> None:
    """Set what every writing connection needs: a rollback journal that survives power cuts."""
    for pragma in (
        "journal_mode = DELETE",
        DURABLE,
        "temp_store = MEMORY",  # statements that add rows often start a file there otherwise
        "foreign_keys = ON",
        "recursive_triggers = ON",
        "cell_size_check = ON",
        "mmap_size = 0",
        "trusted_schema = " + ("ON" if sqlite3.sqlite_version_info < NEEDS_TRUST else "OFF"),
    ):
        connection.execute(f"PRAGMA {pragma}")
