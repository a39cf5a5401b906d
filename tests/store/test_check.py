"""The long checks find what was done to a file past the store."""

import re
import sqlite3
from dataclasses import replace
from pathlib import Path
from typing import Any, NoReturn

import pytest

from annotator.model.edit import Edit
from annotator.model.errors import UserError
from annotator.model.ids import SettingId
from annotator.model.message import Message
from annotator.model.records import ExtraField, Record, Setting
from annotator.store import project_file
from annotator.store.check import TRIES, problems
from annotator.store.project_file import Store
from annotator.store.sqlite import connect
from tests.example import DOCUMENT, MONEY, QUANTITY
from tests.store.example_store import annotation, mark_in, meddling, new_store, session, step


@pytest.fixture
def path(tmp_path: Path) -> Path:
    store = new_store(tmp_path)
    mark_in(store, MONEY, "1.2亿元")
    store.close()
    return store.path


FRAGMENTS = 7
"""Where a page's header says how many bytes between its cells are lost."""
MEDDLING = {
    "changed row": ("UPDATE label SET slug = 'changed'", "label .* is not as the history"),
    "added row": ("INSERT INTO setting (id, value) VALUES ('a', 'b')", "setting a is not as"),
    "removed rows": ("DELETE FROM turn", "4 records of the history are missing"),
    "dangling reference": ("DELETE FROM speaker", "names a speaker that is not there"),
    "moved anchor": (
        "DROP TRIGGER span_anchor_update; UPDATE span SET quote = 'abcde'",
        "Quotes in .* that do not match the text: 1",
    ),
    "altered text": (
        "DROP TRIGGER piece_keep_update; UPDATE piece SET body = replace(body, '6.3', '9.9')",
        "text .* was altered",
    ),
    "removed text": (
        "DROP TRIGGER piece_keep_delete; DELETE FROM piece",
        "text .* was altered",
    ),
    "bad colour": ("UPDATE author SET colour = 'url(x)'", "CHECK constraint failed in author"),
    "label values": (
        "DROP TRIGGER txn_keep_update; UPDATE txn SET vals = '[1]'",
        "CHECK constraint failed in txn",
    ),
    "nobody's transaction": (
        (
            "INSERT INTO txn (id, clock, writer, at, kind, label, vals) "
            "VALUES (printf('%036d', 9), 99, 77, '2026-01-01T00:00:00Z', 'do', 'x', '{}')"
        ),
        "names a writer that is not there",
    ),
    "forged image": (
        (
            "DROP TRIGGER change_keep_update; "
            """UPDATE change SET images = CAST('[[],[{"id":"x"}]]' AS BLOB) WHERE tbl = 'turn'"""
        ),
        "is not as the history|missing",
    ),
    "no images": (
        "DROP TRIGGER change_keep_update; UPDATE change SET images = x'00'",
        "history is damaged",
    ),
    "image without an id": (
        "DROP TRIGGER change_keep_update; UPDATE change SET images = CAST('[[{}],[]]' AS BLOB)",
        "history cannot be read",
    ),
}


@pytest.mark.parametrize("name", MEDDLING)
def test_meddling_is_found_and_the_file_not_opened(path: Path, name: str) -> None:
    sql, sentence = MEDDLING[name]
    with meddling(path) as db:
        db.executescript(f"PRAGMA foreign_keys = OFF; {sql}")
    for read_only in (True, False):
        with pytest.raises(UserError, match=f"damaged.*({sentence})"):
            Store.open(path, session(), read_only=read_only)


def test_what_sqlite_says_stands_behind_one_sentence_on_one_line(path: Path) -> None:
    with meddling(path) as db:
        sql = "SELECT rootpage FROM sqlite_schema WHERE name = 'annotation_label'"
        (page,) = db.execute(sql).fetchone()
        (size,) = db.execute("PRAGMA page_size").fetchone()
    content = bytearray(path.read_bytes())
    content[(page - 1) * size + FRAGMENTS] += 7
    path.write_bytes(content)
    with meddling(path) as db:
        [found] = map(str, problems(db))
    assert found.startswith("The file does not hold together as it was written: use a copy")
    assert re.search(r"SQLite says: Page \d+: .*[a-z]\.$", found)


def test_a_project_without_identity_is_refused(path: Path) -> None:
    with meddling(path) as db:
        db.execute("DELETE FROM meta")
    with pytest.raises(UserError, match="project_id"):
        Store.open(path, session())


def test_an_index_that_lies_about_its_table_is_found(path: Path) -> None:
    with meddling(path) as db:
        roots = dict(db.execute("SELECT name, rootpage FROM sqlite_schema").fetchall())
        size = db.execute("PRAGMA page_size").fetchone()[0]
    one, other = ((roots[name] - 1) * size for name in ("turn_document", "speaker_document"))
    whole = bytearray(path.read_bytes())
    swapped = whole[other : other + size], whole[one : one + size]
    whole[one : one + size], whole[other : other + size] = swapped
    path.write_bytes(whole)
    with pytest.raises(UserError, match="damaged"):
        Store.open(path, session())


def test_a_sound_file_has_no_problems_and_says_its_stages(path: Path) -> None:
    db, stages = connect(path.as_uri()), list[str]()
    assert problems(db, stages.append) == []
    assert stages == ["pages", "references", "texts", "anchors", "history", "seals"]
    db.close()


def test_verify_looks_at_the_open_file(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        store.apply(step(annotation(600)))
        assert store.verify() == []
        with meddling(store.path) as db:
            db.execute("UPDATE annotation SET note = 'x'")
        assert "annotation" in str(store.verify()[0])


def test_what_is_verified_is_the_file_of_one_moment(path: Path) -> None:
    """Nobody who writes waits for the end of it, and nothing that they write is in it."""
    with Store.open(path, session()) as store:

        def meddle(stage: str) -> None:
            if stage == "history":
                with meddling(path) as db:
                    db.execute("UPDATE author SET name = 'x'")

        assert store.verify(meddle) == []
        assert "author" in str(store.verify()[0])


def test_where_no_copy_can_be_made_the_file_itself_is_verified(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_db: object) -> NoReturn:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(project_file, "detached", refuse)
    with Store.open(path, session()) as store:
        assert store.verify() == []
        with meddling(path) as db:
            db.execute("UPDATE author SET name = 'x'")
        assert "author" in str(store.verify()[0])


@pytest.mark.parametrize("times", [1, TRIES])
def test_what_others_write_meanwhile_is_no_damage(path: Path, times: int) -> None:
    """Between the fold of the history and the look at the tables that it is held against."""
    with Store.open(path, session()) as store, Store.open(path, session()) as other:
        left = [Setting(SettingId(f"s{number}"), "x") for number in range(times)]

        def write(statement: str) -> None:
            if "FROM author" in statement and left:
                other.apply(step(left.pop()))

        store._db.set_trace_callback(write)
        assert problems(store._db) == []
        assert left == []
        assert len(store.settings()) == times


FIVE: Any = 5


@pytest.mark.parametrize(
    "odd",
    [
        replace(QUANTITY, names={"en": FIVE}),
        replace(QUANTITY, examples=(FIVE,)),
        replace(QUANTITY, extra_fields=(ExtraField("size", "choice", (FIVE,)),)),
        replace(DOCUMENT, attributes={"pages": FIVE}),
    ],
)
def test_what_is_no_text_where_one_belongs_is_found(path: Path, odd: Record) -> None:
    """The history may agree with it: whoever makes such a file writes both."""
    with Store.open(path, session()) as store:
        there = store.get(type(odd), odd.id)
        assert there is not None
        store.apply(Edit(Message("Forge"), (there,), (odd,)))
    with pytest.raises(UserError, match="holds something else where texts belong"):
        Store.open(path, session())
