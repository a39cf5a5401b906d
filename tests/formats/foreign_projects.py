"""Projects of other programs made from SQL, and their tables without a database."""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from annotator.formats.base import Cell
from tests.formats.outside import GOLDEN

SCRIPTS = {
    "taguette": GOLDEN / "taguette" / "project.sql",
    "qualcoder": GOLDEN / "qualcoder" / "data.sql",
}


def made(program: str, path: Path, *changes: str) -> Path:
    """Make a program's project file, then change it."""
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(SCRIPTS[program].read_text(encoding="utf-8"))
        for change in changes:
            connection.execute(change)
        connection.commit()
    return path


@dataclass
class MemoryTables:
    """Tables that lie in memory: a list of rows by column for each."""

    content: Mapping[str, Sequence[Mapping[str, Cell]]]
    name: str = "project.db"

    @property
    def columns(self) -> Mapping[str, Sequence[str]]:
        return {table: list(rows[0]) if rows else [] for table, rows in self.content.items()}

    def rows(self, table: str, columns: Sequence[str], /) -> Iterator[tuple[Cell, ...]]:
        for row in self.content[table]:
            yield tuple(row.get(column) for column in columns)


def tables_of(program: str) -> MemoryTables:
    """Return a program's sample as tables in memory."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(SCRIPTS[program].read_text(encoding="utf-8"))
        connection.row_factory = sqlite3.Row
        names = [
            name
            for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
        ]
        return MemoryTables(
            {
                name: [dict(row) for row in connection.execute(f"SELECT * FROM {name}")]  # noqa: S608
                for name in names
            }
        )
