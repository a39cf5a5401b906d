"""The ladder of migrations."""

import pytest

from annotator.store.guard import our_schema
from annotator.store.schema import APPLICATION_ID, migrate, newest, schema_of
from annotator.store.sqlite import Connection, connect


@pytest.fixture
def db() -> Connection:
    made = connect("file::memory:")
    migrate(made)
    return made


def test_the_ladder_leads_to_the_newest_version(db: Connection) -> None:
    assert db.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    assert db.execute("PRAGMA user_version").fetchone() == (newest(),)
    names = [name for (name,) in db.execute("SELECT name FROM _sqlite_migrations ORDER BY id")]
    assert names == ["001_initial", "002_seals", "003_reviews", "004_long_passages"]
    db.close()


def test_climbing_twice_changes_nothing(db: Connection) -> None:
    migrate(db)
    assert schema_of(db) == our_schema()
    db.close()
