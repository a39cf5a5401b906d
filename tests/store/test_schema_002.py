"""Seals: append-only, and different for different values."""

import sqlite3
from pathlib import Path

import pytest

from annotator.store.schema_002 import digest_of
from tests.store.example_store import new_store


@pytest.mark.parametrize("sql", ["UPDATE seal SET digest = zeroblob(16)", "DELETE FROM seal"])
def test_seals_are_append_only(tmp_path: Path, sql: str) -> None:
    with new_store(tmp_path) as store:
        path = store.path
    db = sqlite3.connect(path)
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        db.execute(sql)
    db.close()


def test_values_do_not_run_into_each_other() -> None:
    told = [("a", "b"), ("ab", ""), ("", "ab"), ("a", None, "b"), (None, "ab"), ("", "", "ab")]
    assert len({digest_of(values) for values in told}) == len(told)
    assert digest_of(("a",), [("t", b"x")]) != digest_of(("a", "t"), [])
