"""Following what others write to the open file, and noticing that the file went back."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.model.errors import NotSavedError, OverwrittenError
from annotator.model.ids import SettingId
from annotator.model.records import Setting, Text
from annotator.model.text import sha256_of
from annotator.store.project_file import Store
from annotator.store.tail import Packed
from tests.store.example_store import annotation, session, step


def memo(text: str) -> Setting:
    return Setting(SettingId(text), text)


def test_news_are_what_others_wrote_since_in_their_order(store: Store) -> None:
    with Store.open(store.path, session()) as other:
        assert store.tail.news() == []
        first = other.apply(step(annotation(600)))
        own = store.apply(step(memo("mine")))
        second = other.apply(step(memo("theirs")))
        assert [t.id for t in store.tail.news()] == [first.id, second.id]
        assert [t.id for t in other.tail.news()] == [own.id]
        assert store.tail.news() == other.tail.news() == []
        third = other.apply(step(memo("again")))
        assert [t.edit for t in store.tail.news()] == [third.edit]
    store.close()


def test_large_news_are_read_in_turns_and_nothing_is_told_twice_or_left_out(store: Store) -> None:
    with Store.open(store.path, session()) as other:
        large = tuple(memo(f"m{number}") for number in range(1000))
        first = other.apply(step(*large))
        assert (store.tail.news(0), store.tail.has_more) == ([], True)
        own = store.apply(step(memo("mine")))
        second = other.apply(step(memo("theirs")))
        found = []
        for _turn in range(20):
            found += store.tail.news(0)
        assert [t.id for t in found] == [first.id, second.id]
        assert found[0].edit.added == large
        assert (store.tail.last, store.tail.has_more) == (second.id, False)
        assert [t.id for t in other.tail.news()] == [own.id]
    store.close()


def test_own_changes_are_no_news_also_after_others(store: Store) -> None:
    with Store.open(store.path, session()) as other:
        for number in range(3):
            store.apply(step(memo(f"mine {number}")))
            store.undo()
            assert store.tail.news() == []
            other.apply(step(memo(f"theirs {number}")))
            assert len(store.tail.news()) == 1
    store.close()


def test_a_change_that_was_refused_is_not_taken_for_written(store: Store) -> None:
    store.tail.keeps_recent = True
    last = store.tail.last
    store._db.execute("PRAGMA max_page_count = 1")
    with pytest.raises(NotSavedError):
        store.apply(step(Setting(SettingId("big"), "x" * 100_000)))
    assert (store.tail.last, store.tail.recent) == (last, [])
    store.close()


def test_recent_are_own_and_others_changes_until_a_copy_holds_them(store: Store) -> None:
    store.tail.keeps_recent = True
    with Store.open(store.path, session()) as other:
        store.apply(step(memo("a")))
        other.apply(step(memo("b")))
        store.tail.news()
        store.apply(step(memo("c")))
        told = [record.id for t in store.tail.all_recent() for record in t.edit.added]
        assert told == ["a", "b", "c"]
        store.tail.forget_recent(2)
        assert [r.id for t in store.tail.all_recent() for r in t.edit.added] == ["c"]
    store.close()


def test_an_older_state_is_noticed_by_looking_and_by_writing(store: Store, tmp_path: Path) -> None:
    store.save_shadow(tmp_path / "older")
    store.apply(step(memo("a")))
    store.save_shadow(tmp_path / "newer")
    shutil.copyfile(tmp_path / "older", store.path)
    for attempt in (store.tail.news, lambda: store.apply(step(memo("b")))):
        with pytest.raises(OverwrittenError, match="older version"):
            attempt()
    shutil.copyfile(tmp_path / "newer", store.path)
    assert store.tail.news() == []
    store.apply(step(memo("b")))
    assert set(store.settings()) == {"a", "b"}
    store.close()


def test_a_file_that_cannot_be_read_is_said(store: Store) -> None:
    store.path.write_bytes(b"no database " * 5000)
    with pytest.raises(NotSavedError, match=r"overwritten|damaged"):
        store.tail.news()
    store.close()


def test_what_a_process_writes_under_a_group_is_told_by_it_and_no_news(store: Store) -> None:
    store.tail.keeps_recent = True
    with Store.open(store.path, session()) as other:
        store.tail.leave("mine")
        told, untold = (other.apply(step(memo(f"own {n}")), group="mine") for n in range(2))
        theirs = other.apply(step(memo("theirs")), group="other")
        assert [t.id for t in store.tail.news()] == [theirs.id]
        store.tail.take(Packed.of([told]))
        assert store.tail.news() == []
        assert [t.id for t in store.tail.all_recent()] == [theirs.id, told.id]
        assert [t.id for t in store.tail.come_back("mine", {told.id})] == [untold.id]
        assert store.tail.come_back("mine", set()) == store.tail.news() == []
        store.tail.forget_recent(2)
        assert [t.id for t in store.tail.all_recent()] == [untold.id]
    store.close()


def test_the_last_transaction_stays_the_last_whenever_a_process_tells(store: Store) -> None:
    with Store.open(store.path, session()) as other:
        store.tail.leave("mine")
        first = other.apply(step(memo("first")), group="mine")
        own = store.apply(step(memo("own")))
        store.tail.take(Packed.of([first]))
        assert store.tail.last == own.id
        second = other.apply(step(memo("second")), group="mine")
        store.tail.take(Packed.of([second]))
        assert store.tail.last == second.id
    store.close()


def test_packed_transactions_count_the_characters_of_their_texts(store: Store) -> None:
    store.tail.keeps_recent = True
    made = store.apply(step(memo("x")))
    text = Text(sha256_of("four"), "four")
    packed = Packed.of([replace(made, edit=replace(made.edit, texts=(text,)))])
    store.tail.take(packed)
    assert store.tail.recent_characters == packed.characters == 4
    store.tail.forget_recent(2)
    assert store.tail.recent_characters == 0
    store.close()
