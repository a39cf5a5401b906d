"""The ladder of migrations; a shipped one never changes.

A migration is added below with the next number in its name; it sets ``user_version`` to that
number. Every version keeps a file in ``tests/store/fixtures`` that must go on opening.
"""

import sqlite3

from annotator.store import schema_002, schema_003
from annotator.store.schema_001 import DDL
from annotator.store.sqlite import Connection, Database, Migrations

APPLICATION_ID = 0x54414E31
SET = "annotator"

_OWN_TABLE = """
CREATE TABLE _sqlite_migrations (
  id INTEGER PRIMARY KEY, migration_set TEXT NOT NULL, name TEXT NOT NULL, applied_at TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX _sqlite_migrations_name ON _sqlite_migrations(migration_set, name);
"""
"""Made first, so that the schema does not depend on the version of sqlite-utils."""

LADDER = Migrations(SET)


@LADDER(name="001_initial")
def m001_initial(db: Database) -> None:
    """Make the tables of everything through figures, relations, findings and dismissals."""
    for statement in statements(DDL):
        db.execute(statement)
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute("PRAGMA user_version = 1")


@LADDER(name="002_seals")
def m002_seals(db: Database) -> None:
    """Seal the transactions, so that damage to the history is noticed."""
    for statement in statements(schema_002.DDL):
        db.execute(statement)
    schema_002.seal_all(db.conn)
    db.execute("PRAGMA user_version = 2")


@LADDER(name="003_reviews")
def m003_reviews(db: Database) -> None:
    """Make room for what reviewers say of annotations."""
    for statement in statements(schema_003.DDL):
        db.execute(statement)
    db.execute("PRAGMA user_version = 3")


def newest() -> int:
    """Return the version of the schema that this program writes."""
    return len(_names())


def migrate(connection: Connection, version: int | None = None) -> None:
    """Bring a file up to a version of the schema, the newest unless one is named."""
    is_new = not connection.execute("SELECT 1 FROM sqlite_schema LIMIT 1").fetchone()
    if is_new:
        connection.executescript(_OWN_TABLE)
    beyond = _names()[version:] if version else []
    LADDER.apply(Database(connection, execute_plugins=False), stop_before=beyond[:1])


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


def _names() -> list[str]:
    with_nothing = sqlite3.connect(":memory:")
    try:
        return [m.name for m in LADDER.pending(Database(with_nothing, execute_plugins=False))]
    finally:
        with_nothing.close()
