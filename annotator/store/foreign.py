"""Another tool's SQLite file, read as plain rows: nothing in it is trusted or run.

Only ordinary tables are read, by names that the reader asks for; views, virtual tables and
triggers of the file stay untouched, and limits of size and time hold.
"""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from annotator.model.errors import UserError, not_read
from annotator.store.guard import harden, uri_of
from annotator.store.reasons import reason_of
from annotator.store.sqlite import Connection, connect

MAX_BYTES = 4 << 30
MAGIC = b"SQLite format 3\x00"
Value = str | int | float | bytes | None
_BATCH = 500
_LEFT_OPEN = {"SQLITE_READONLY_ROLLBACK", "SQLITE_READONLY_RECOVERY", "SQLITE_READONLY_CANTINIT"}
_PROBLEMS = (sqlite3.Error, UnicodeError, MemoryError, OverflowError)


class ForeignTables:
    """The ordinary tables of an open file."""

    def __init__(self, connection: Connection, name: str) -> None:
        self.name = name
        self._connection = connection
        self._columns = {table: self._columns_of(table) for table in self._table_names()}

    @property
    def columns(self) -> Mapping[str, Sequence[str]]:
        """The names of each table's columns, all in small letters."""
        return self._columns

    def rows(self, table: str, columns: Sequence[str]) -> Iterator[tuple[Value, ...]]:
        """Yield the values of columns in the order of the rows; None for a column that is missing.

        Raises:
            UserError: the table is missing, or the file is damaged.
        """
        if table not in self._columns:
            raise UserError(
                "{name} has no table {table}: it is of another program or version.",
                name=self.name,
                table=table,
            )
        known = self._columns[table]
        wanted = ", ".join(f'"{name}"' if name in known else "NULL" for name in columns)
        try:
            # Only names that the reader asks for and the file has: nothing of a user's.
            cursor = self._connection.execute(f'SELECT {wanted} FROM "{table}"')  # noqa: S608
            while batch := cursor.fetchmany(_BATCH):
                yield from batch
        except _PROBLEMS as error:
            raise _damaged(self.name, error) from error

    def _table_names(self) -> list[str]:
        found = self._connection.execute("SELECT type, name, sql FROM sqlite_schema").fetchall()
        return [
            str(name).lower()
            for kind, name, sql in found
            if kind == "table" and not str(sql).lstrip().upper().startswith("CREATE VIRTUAL")
        ]

    def _columns_of(self, table: str) -> tuple[str, ...]:
        rows = self._connection.execute("SELECT name FROM pragma_table_info(?)", (table,))
        return tuple(str(name).lower() for (name,) in rows.fetchall())


@contextmanager
def open_foreign(path: Path) -> Iterator[ForeignTables]:
    """Give the tables of a SQLite file that nobody vouches for, read-only.

    Raises:
        UserError: it is missing, too large, damaged or no SQLite file.
    """
    size = _checked_size(path)
    try:
        connection = connect(_uri(path))
    except sqlite3.Error as error:
        raise _damaged(path.name, error) from error
    try:
        try:
            harden(connection, size)
            tables = ForeignTables(connection, path.name)
        except _PROBLEMS as error:
            raise _damaged(path.name, error) from error
        yield tables
    finally:
        connection.close()


def _uri(path: Path) -> str:
    """Return the URI; a file that no other program has open is not even locked."""
    logs = (path.with_name(path.name + ending) for ending in ("-wal", "-journal"))
    return uri_of(path, "ro") + ("" if any(log.exists() for log in logs) else "&immutable=1")


def _checked_size(path: Path) -> int:
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            magic = file.read(len(MAGIC))
    except OSError as error:
        raise not_read(path, error) from error
    if magic != MAGIC:
        raise UserError("{name}: a SQLite file was expected.", name=path.name)
    if size > MAX_BYTES:
        raise UserError(
            "{name} is larger than {limit} MB: split it into several files.",
            name=path.name,
            limit=MAX_BYTES >> 20,
        )
    return size


def _damaged(name: str, error: BaseException) -> UserError:
    if getattr(error, "sqlite_errorname", "") in _LEFT_OPEN:
        return UserError(
            "{name} was left in the middle of a change: open it in its own program, close it there "
            "and import it again.",
            name=name,
        )
    return UserError(
        "{name}: a sound SQLite file was expected ({reason}).", name=name, reason=reason_of(error)
    )
