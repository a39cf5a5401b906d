"""The append-only journal."""

import sqlite3
from dataclasses import replace

import pytest

from annotator.model.edit import Edit, replacing
from annotator.model.history import TransactionKind
from annotator.model.ids import SettingId, TransactionId
from annotator.model.message import Message
from annotator.model.project_edits import remove_document
from annotator.model.records import Annotation, Setting
from annotator.store import journal
from annotator.store.project_file import Store
from tests.example import AUTHOR, DOCUMENT, LIN
from tests.store.example_store import annotation, meddling, step


def test_a_transaction_comes_back_as_it_was_written(store: Store) -> None:
    label = Message("Mark {label} {count} times", {"label": "数量 'x'", "count": 2})
    changed = replace(LIN, title="Director")
    edit = Edit(label, removed=(LIN,), added=(changed, annotation(600)))
    written = store.apply(edit, group="g")
    (held,) = store.history(limit=1)
    assert held == written
    assert str(held.edit.label) == "Mark 数量 'x' 2 times"
    assert (held.copy, held.author, held.kind) == (store.copy_id, AUTHOR.id, TransactionKind.DO)
    assert held.at.startswith("2026-01-01T00:")
    assert held.at.endswith(".000Z")


def test_quotes_come_back_from_the_text_of_a_deleted_document(store: Store) -> None:
    store.apply(step(annotation(600)))
    store.apply(remove_document(store.load(DOCUMENT.id)))
    deletion, marking, *_ = store.history()
    assert annotation(600) in deletion.edit.removed
    assert marking.edit.added == (annotation(600),)


def test_history_is_told_in_pages(store: Store) -> None:
    for number in range(2 * journal.PAGE + 7):
        store.apply(step(Setting(SettingId(f"s{number}"), "x")))
    whole = list(store.history())
    assert len(whole) == store.counts().transactions
    assert [t.clock for t in whole] == sorted((t.clock for t in whole), reverse=True)
    assert list(store.history(limit=journal.PAGE + 3)) == whole[: journal.PAGE + 3]
    assert list(store.history(limit=5, before=whole[250].clock)) == whole[251:256]
    assert list(store.history(before=1)) == []


def test_history_can_be_read_while_the_project_changes(store: Store) -> None:
    for number in range(journal.PAGE + 5):
        store.apply(step(Setting(SettingId(f"s{number}"), "x")))
    total = store.counts().transactions
    reading = store.history()
    next(reading)
    store.apply(step(annotation(600)))
    assert len(list(reading)) == total - 1


def test_one_row_for_each_kind_of_record_however_many(store: Store) -> None:
    store.apply(step(*(annotation(number) for number in range(600, 700))))
    rows = store._db.execute("SELECT tbl FROM change ORDER BY key DESC LIMIT 2").fetchall()
    assert rows[0] == ("annotation",)
    assert rows[1] != ("annotation",)


@pytest.mark.parametrize("table", ["txn", "change", "writer", "text", "piece"])
@pytest.mark.parametrize("verb", ["UPDATE {} SET key = key + 1000", "DELETE FROM {}"])
def test_the_file_itself_keeps_journal_and_text(store: Store, table: str, verb: str) -> None:
    with (
        meddling(store.path) as db,
        pytest.raises(sqlite3.IntegrityError, match=r"append-only|immutable"),
    ):
        db.execute(verb.format(table))


def test_a_change_names_both_states(store: Store) -> None:
    changed = replace(LIN, title="Director")
    store.apply(replacing(Message("Edit"), (LIN, changed)))
    (newest,) = store.history(limit=1)
    assert (newest.edit.removed, newest.edit.added) == ((LIN,), (changed,))


def test_look_ups_say_what_is_not_there(store: Store) -> None:
    quotes = journal.quotes_of(store._db)
    assert journal.find(store._db, "nowhere", quotes) is None
    assert not journal.has(store._db, "nowhere")
    (newest,) = store.history(limit=1)
    assert journal.last_id(store._db) == newest.id
    assert journal.last_clock(store._db) == newest.clock
    assert journal.find(store._db, newest.id, quotes) == newest
    assert journal.known_documents(store._db) == {DOCUMENT.id: DOCUMENT.sha256}


def test_ids_of_undo_point_to_what_was_undone(store: Store) -> None:
    done = store.apply(step(annotation(600)))
    (undone,) = store.undo()
    (redone,) = store.redo()
    assert [undone.target, redone.target] == [done.id, TransactionId(undone.id)]
    assert [undone.kind, redone.kind] == [TransactionKind.UNDO, TransactionKind.REDO]
    assert store.get(Annotation, annotation(600).id) == annotation(600)
