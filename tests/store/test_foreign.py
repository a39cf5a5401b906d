"""Another tool's SQLite file: plain rows come out, whatever the file holds."""

import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from annotator.model.errors import UserError
from annotator.store import foreign
from annotator.store.foreign import open_foreign
from tests.formats.foreign_projects import made


def test_rows_come_in_order_and_missing_columns_are_none(tmp_path: Path) -> None:
    path = made("qualcoder", tmp_path / "data.qda")
    before = path.read_bytes()
    with open_foreign(path) as tables:
        assert tables.name == "data.qda"
        assert "code_text" in tables.columns
        rows = list(tables.rows("code_name", ("cid", "name", "no_such_column")))
        assert rows == [(1, "figure", None), (2, "thanks", None)]
        with pytest.raises(UserError, match="has no table nowhere"):
            list(tables.rows("nowhere", ("a",)))
    assert path.read_bytes() == before
    assert [entry.name for entry in tmp_path.iterdir()] == ["data.qda"]


def test_many_rows_come_in_batches(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE t (n INTEGER)")
        connection.executemany("INSERT INTO t VALUES (?)", [(n,) for n in range(1234)])
        connection.commit()
    with open_foreign(path) as tables:
        assert [n for (n,) in tables.rows("t", ("n",))] == list(range(1234))


@pytest.mark.parametrize(
    "hostile",
    [
        "CREATE VIEW tags AS SELECT 1 AS id",
        "CREATE VIRTUAL TABLE tags USING fts5(id)",
    ],
)
def test_views_and_virtual_tables_are_no_tables(hostile: str, tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE t (n INTEGER)")
        connection.execute(hostile)
        connection.commit()
    with open_foreign(path) as tables:
        assert "tags" not in tables.columns
        assert "t" in tables.columns


def test_a_name_with_quotation_marks_runs_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute('CREATE TABLE "x""; DROP TABLE t; --" (n INTEGER)')
        connection.execute('CREATE TABLE t ("a"" FROM t; --" INTEGER)')
        connection.commit()
    with open_foreign(path) as tables:
        assert list(tables.rows("t", ("n",))) == []


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "a SQLite file was expected"),
        (b"SQLite format 3\x00", "a sound SQLite file was expected"),
        (b"not a database at all", "a SQLite file was expected"),
        (b"SQLite format 3\x00" + bytes(5000), "a sound SQLite file was expected"),
    ],
)
def test_other_files_are_refused(content: bytes, message: str, tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    path.write_bytes(content)
    with pytest.raises(UserError, match=message), open_foreign(path):
        pass


def test_missing_and_huge_files_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(UserError, match="cannot be read"), open_foreign(tmp_path / "none"):
        pass
    path = made("taguette", tmp_path / "a.sqlite3")
    monkeypatch.setattr(foreign, "MAX_BYTES", 100)
    with pytest.raises(UserError, match="is larger than"), open_foreign(path):
        pass


def test_a_file_in_the_middle_of_a_change_says_what_to_do(tmp_path: Path) -> None:
    path = made("taguette", tmp_path / "a.sqlite3")
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA cache_spill = 1")
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE documents SET contents = hex(zeroblob(100000))")
        for ending in ("", "-journal"):
            content = (tmp_path / f"a.sqlite3{ending}").read_bytes()
            (tmp_path / f"b.sqlite3{ending}").write_bytes(content)
    copy = tmp_path / "b.sqlite3"
    before, told = copy.read_bytes(), r"^b\.sqlite3 was left in .* close it there and import"
    with pytest.raises(UserError, match=told), open_foreign(copy):
        pass
    assert copy.read_bytes() == before


def test_damage_never_gives_more_than_a_sentence(tmp_path: Path) -> None:
    whole = made("taguette", tmp_path / "a.sqlite3").read_bytes()
    path = tmp_path / "b.sqlite3"
    chance = random.Random(1)  # noqa: S311 - test data
    refused = 0
    for _ in range(100):
        content = bytearray(whole)
        for _ in range(8):
            content[chance.randrange(16, len(content))] = chance.randrange(256)
        path.write_bytes(content)
        try:
            with open_foreign(path) as tables:
                for table, columns in tables.columns.items():
                    list(tables.rows(table, columns))
        except UserError:
            refused += 1
    assert refused
