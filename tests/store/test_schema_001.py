"""What the tables themselves refuse, whatever program writes to them."""

import sqlite3

import pytest

from annotator.store.project_file import Store
from annotator.store.schema import migrate
from annotator.store.sqlite import Connection, connect
from annotator.store.tables import tables
from tests.example import MONEY
from tests.store.example_store import annotation, mark_in, step


@pytest.fixture
def db() -> Connection:
    made = connect("file::memory:")
    migrate(made)
    return made


@pytest.fixture
def store(store: Store) -> Store:
    mark_in(store, MONEY, "1.2亿元")
    store.apply(step(annotation(600)))
    return store


def test_all_tables_are_strict_and_nothing_cascades(db: Connection) -> None:
    found = db.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'table'").fetchall()
    assert len(found) == len(tables()) + 10
    for name, sql in found:
        assert "STRICT" in sql, name
        assert "CASCADE" not in sql, name
    db.close()


def test_every_reference_is_deferred_and_has_an_index(db: Connection) -> None:
    for table in (*(t.name for t in tables().values()), "span", "passage"):
        for reference in db.execute(f"PRAGMA foreign_key_list({table})").fetchall():
            column = reference[3]
            plan = f"EXPLAIN QUERY PLAN SELECT 1 FROM {table} WHERE {column} = 1"  # noqa: S608
            told = str(db.execute(plan).fetchall())
            if column not in {"author", "label", "annotation", "speaker", "reviewer"}:
                assert "SEARCH" in told, (table, column)
    sql = str(db.execute("SELECT group_concat(sql) FROM sqlite_schema").fetchone())
    state = sql[sql.index("CREATE TABLE author") :]
    assert state.count("REFERENCES") == state.count("DEFERRABLE INITIALLY DEFERRED")
    db.close()


REFUSED = [
    "UPDATE author SET colour = 'red'",
    "UPDATE author SET id = 'short'",
    "UPDATE label SET kind = 'odd'",
    "UPDATE label SET names = '[]'",
    "UPDATE label SET names = '{'",
    "UPDATE label SET examples = '{}'",
    "UPDATE label SET extra_fields = 'x'",
    "UPDATE label SET retired = 2",
    "UPDATE label SET key_cap = 'ab'",
    "UPDATE label SET parent = key",
    "UPDATE document SET attributes = '[]'",
    "UPDATE document SET sha256 = printf('%064d', 1)",
    "UPDATE document SET ord = 'x'",
    "UPDATE speaker SET role = 'odd'",
    "UPDATE turn SET start = -1",
    "UPDATE turn SET body_start = stop + 1",
    "UPDATE turn SET stop = 100000",
    "UPDATE turn SET part = 'odd'",
    "UPDATE annotation SET origin = 'odd'",
    "UPDATE annotation SET extra = '[]'",
    "UPDATE annotation SET document = document + 1",
    "UPDATE annotation SET label = NULL",
    "UPDATE span SET start = start + 1",
    "UPDATE span SET quote = 'abcde'",
    "UPDATE span SET start = start + 1, stop = stop + 1",
    "UPDATE span SET ord = -1",
    "INSERT INTO span SELECT annotation, 5, 0, 100000, quote FROM span",
    "INSERT INTO figure (key, kind, comparator) SELECT key, 'odd', '' FROM annotation",
    "INSERT INTO figure (key, kind, comparator) VALUES (1, '', '!')",
    "INSERT INTO claim (key, types) SELECT key, '{}' FROM annotation",
    "INSERT INTO document_link VALUES (1, printf('%036d', 1), 1, 1, 'odd')",
    "INSERT INTO evidence (key, id, claim, stance) VALUES (1, printf('%036d', 1), 1, 'odd')",
    "INSERT INTO relation VALUES (1, printf('%036d', 1), 'odd', 1, 1, 1, NULL, '')",
    "INSERT INTO finding VALUES (1, printf('%036d', 1), 't', 'odd', '', 'open', NULL, '')",
    "INSERT INTO finding VALUES (1, printf('%036d', 1), 't', 'conflict', '', 'odd', NULL, '')",
    "INSERT INTO passage VALUES (1, 0, 1, 5, 4, NULL)",
    "INSERT INTO passage VALUES (1, 0, 1, 0, 100000, NULL)",
    "INSERT INTO dismissal VALUES (1, printf('%036d', 1), 1, 'k', 0, 100000, 1, '')",
    "INSERT INTO dismissal VALUES (1, printf('%036d', 1), 1, 'k', 3, 2, 1, '')",
    "INSERT INTO txn SELECT 99, printf('%036d', 1), 0, 1, at, kind, 'x', '{}', '', '' FROM txn",
    "INSERT INTO txn SELECT 99, printf('%036d', 1), 9, 1, 'now', kind, 'x', '{}', '', '' FROM txn",
    "INSERT INTO txn SELECT 99, printf('%036d', 1), 9, 1, at, 'odd', 'x', '{}', '', '' FROM txn",
    "INSERT INTO txn SELECT 99, printf('%036d', 1), 9, 1, at, kind, 'x', '[]', '', '' FROM txn",
    "INSERT INTO text (sha256, chars) VALUES ('short', 1)",
    "INSERT INTO piece (text, ord, body) VALUES (1, 50, '')",
    "INSERT INTO piece (text, ord, body) VALUES (1, 50, 'a' || char(0))",
    "INSERT INTO meta VALUES ('odd', 'x')",
]


@pytest.mark.parametrize("sql", REFUSED)
def test_a_table_refuses_what_no_record_says(store: Store, sql: str) -> None:
    store._db.execute("PRAGMA foreign_keys = ON")
    with pytest.raises(sqlite3.IntegrityError):
        store._db.execute(sql)
    store.close()


REFERENCES = [
    "DELETE FROM author",
    "DELETE FROM label",
    "DELETE FROM document",
    "DELETE FROM annotation",
    "UPDATE turn SET speaker = 999",
    "UPDATE turn SET answers = 999",
    "UPDATE annotation SET author = 999",
    "INSERT INTO claim (key) VALUES (999)",
    "INSERT INTO topic (key) VALUES (999)",
    "INSERT INTO evidence (key, id, claim, stance) VALUES (1, printf('%036d', 1), 1, 'context')",
]


@pytest.mark.parametrize("sql", REFERENCES)
def test_a_reference_to_nothing_cannot_be_committed(store: Store, sql: str) -> None:
    store._db.execute("BEGIN")
    store._db.execute(sql)
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        store._db.execute("COMMIT")
    store._db.execute("ROLLBACK")
    store.close()


def test_a_quote_with_astral_characters_is_counted_in_code_points(store: Store) -> None:
    found = store._db.execute("SELECT start, stop, quote FROM span ORDER BY start").fetchall()
    assert (found[0][1] - found[0][0], found[0][2]) == (4, "12个😀")
    store.close()
