"""Damage to the history that the tables do not show is noticed all the same."""

from pathlib import Path

import pytest

from annotator.model.errors import UserError
from annotator.store.project_file import Store
from tests.example import MONEY
from tests.store.example_store import mark_in, meddling, new_store, session

MEDDLING = {
    "when": "UPDATE txn SET at = '2001-01-01T00:00:00.000Z' WHERE key = 2",
    "name": "UPDATE txn SET label = 'Something else' WHERE key = 2",
    "values": "UPDATE txn SET vals = '{}' WHERE key = 2",
    "kind": "UPDATE txn SET kind = 'undo' WHERE key = 3",
    "target": "UPDATE txn SET target = 'x' WHERE key = 3",
    "group": "UPDATE txn SET grp = '' WHERE key = 3",
    "who": "UPDATE writer SET author = '01900000-0000-7000-8000-000000000099'",
    "title": "UPDATE meta SET value = 'Another' WHERE key = 'title'",
    "copy": "UPDATE meta SET value = 'another' WHERE key = 'copy_id'",
    "a seal": "UPDATE seal SET digest = zeroblob(16) WHERE txn = 2",
    "no seal": "DELETE FROM seal WHERE txn = 2",
    "no seal of identity": "DELETE FROM seal WHERE txn = 0",
    "a transaction without changes": "DELETE FROM txn WHERE key = 4",
    "a seal too many": "INSERT INTO seal VALUES (99, zeroblob(16))",
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    store = new_store(tmp_path)
    mark_in(store, MONEY, "1.2亿元")
    store.undo()
    store.close()
    return store.path


@pytest.mark.parametrize("name", MEDDLING)
def test_what_the_tables_do_not_show_is_noticed(path: Path, name: str) -> None:
    with meddling(path) as db:
        for (trigger,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'"):
            db.execute(f"DROP TRIGGER {trigger}")
        db.execute("PRAGMA foreign_keys = OFF")
        db.execute(MEDDLING[name])
        assert db.execute("SELECT changes()").fetchone()[0]
    with pytest.raises(UserError, match=r"altered|missing|damaged"):
        Store.open(path, session())
