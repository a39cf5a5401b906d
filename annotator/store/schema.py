"""The ladder of migrations; a shipped one never changes.

A migration is added below with the next number in its name; it sets ``user_version`` to that
number. Every version keeps a file in ``tests/store/fixtures`` that must go on opening.
"""

import sqlite3
from collections.abc import Callable
from functools import cache

from annotator.store import schema_002, schema_003, schema_004
from annotator.store.schema_001 import DDL
from annotator.store.sqlite import Connection

APPLICATION_ID = 0x54414E31
SET = "annotator"

_OWN_TABLE = """
CREATE TABLE _sqlite_migrations (
  id INTEGER PRIMARY KEY, migration_set TEXT NOT NULL, name TEXT NOT NULL, applied_at TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX _sqlite_migrations_name ON _sqlite_migrations(migration_set, name);
"""
"""Made first, so that the schema does not depend on the version of sqlite-utils."""


def m001_initial(db: Connection) -> None:
    """Make the tables of everything through figures, relations, findings and dismissals."""
    for statement in statements(DDL):
        db.execute(statement)
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute("PRAGMA user_version = 1")


def m002_seals(db: Connection) -> None:
    """Seal the transactions, so that damage to the history is noticed."""
    for statement in statements(schema_002.DDL):
        db.execute(statement)
    schema_002.seal_all(db)
    db.execute("PRAGMA user_version = 2")


def m003_reviews(db: Connection) -> None:
    """Make room for what reviewers say of annotations."""
    for statement in statements(schema_003.DDL):
        db.execute(statement)
    db.execute("PRAGMA user_version = 3")


def m004_long_passages(db: Connection) -> None:
    """Check the anchor of a long passage in time that grows with its length."""
    for statement in statements(schema_004.DDL):
        db.execute(statement)
    db.execute("PRAGMA user_version = 4")


LADDER: list[tuple[str, Callable[[Connection], None]]] = [
    ("001_initial", m001_initial),
    ("002_seals", m002_seals),
    ("003_reviews", m003_reviews),
    ("004_long_passages", m004_long_passages),
]


def newest() -> int:
    """Return the version of the schema that this program writes."""
    return len(LADDER)


def migrate(connection: Connection, version: int | None = None) -> None:
    """Bring a file up to a version of the schema, the newest unless one is named."""
    from annotator.store.migrating import climb

    is_new = not connection.execute("SELECT 1 FROM sqlite_schema LIMIT 1").fetchone()
    if is_new:
        connection.executescript(_OWN_TABLE)
    climb(connection, SET, LADDER[:version])


@cache
def schema_made(version: int) -> frozenset[tuple[str, str, str, str]]:
    """Return the schema of a file that was brought up to a version, without making one."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.executescript(_OWN_TABLE)
    for _name, step in LADDER[:version]:
        step(connection)
    found = frozenset(schema_of(connection))
    connection.close()
    return found


def schema_of(connection: Connection) -> set[tuple[str, str, str, str]]:
    """Return what the file's schema says, statistics tables left out."""
    sql = "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_stat%'"
    return set(connection.execute(sql).fetchall())


def statements(script: str) -> list[str]:
    """Split a script; SQLite would commit before running it as a whole."""
    found, statement = [], ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            found.append(statement)
            statement = ""
    return found
