"""The ladder of migrations; a shipped one never changes."""

from annotator.store.database import Database, Migrations
from annotator.store.schema import APPLICATION_ID
from annotator.store.schema_001 import DDL
from annotator.store.sqlite import Connection

_OWN_TABLE = """
CREATE TABLE _sqlite_migrations (
  id INTEGER PRIMARY KEY, migration_set TEXT NOT NULL, name TEXT NOT NULL, applied_at TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX _sqlite_migrations_name ON _sqlite_migrations(migration_set, name);
"""
"""Made first, so that the schema does not depend on the version of sqlite-utils."""

LADDER = Migrations("annotator")


@LADDER(name="001_initial")
def m001_initial(db: Database) -> None:
    """Make the tables of everything through figures, relations, findings and dismissals."""
    for statement in _statements(DDL):
        db.execute(statement)
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute("PRAGMA user_version = 1")


def migrate(connection: Connection) -> None:
    """Bring a file up to the newest schema."""
    is_new = not connection.execute("SELECT 1 FROM sqlite_schema LIMIT 1").fetchone()
    if is_new:
        connection.executescript(_OWN_TABLE)
    LADDER.apply(Database(connection, execute_plugins=False))


def _statements(script: str) -> list[str]:
    """Split a script; SQLite would commit before running it as a whole."""
    import sqlite3

    found, statement = [], ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            found.append(statement)
            statement = ""
    return found
