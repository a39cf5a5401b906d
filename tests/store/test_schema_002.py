"""Seals: append-only, and different for different values."""

import sqlite3
from pathlib import Path

import pytest

from annotator.store.schema_002 import digest_of
from tests.example import MONEY
from tests.store.example_store import mark_in, new_store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    store = new_store(tmp_path)
    mark_in(store, MONEY, "1.2亿元")
    store.undo()
    store.close()
    return store.path


@pytest.mark.parametrize("sql", ["UPDATE seal SET digest = zeroblob(16)", "DELETE FROM seal"])
def test_seals_are_append_only(path: Path, sql: str) -> None:
    db = sqlite3.connect(path)
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        db.execute(sql)
    db.close()


def test_values_do_not_run_into_each_other() -> None:
    told = [("a", "b"), ("ab", ""), ("", "ab"), ("a", None, "b"), (None, "ab"), ("", "", "ab")]
    assert len({digest_of(values) for values in told}) == len(told)
    assert digest_of(("a",), [("t", b"x")]) != digest_of(("a", "t"), [])
