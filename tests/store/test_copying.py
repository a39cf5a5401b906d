"""Whole copies appear complete or not at all."""

import os
import sqlite3
from pathlib import Path

import pytest

from annotator.model.errors import NotSavedError, UserError
from annotator.store.project_file import Store
from tests.store.example_store import annotation, everything, session, step


@pytest.fixture
def store(store: Store) -> Store:
    store.apply(step(annotation(600)))
    return store


def test_a_copy_holds_everything_and_knows_that_it_is_one(store: Store, tmp_path: Path) -> None:
    target = tmp_path / "copy.annotator"
    store.save_copy(target)
    with Store.open(target, session()) as copy:
        assert everything(copy) == everything(store)
        assert list(copy.history()) == list(store.history())
        assert copy.project_id == store.project_id
        assert copy.copy_id != store.copy_id
        assert copy.undoable() is None
    assert target.stat().st_mode & 0o777 == 0o600
    assert {entry.name for entry in tmp_path.iterdir()} == {target.name, store.path.name}
    store.close()


def test_a_copy_replaces_what_stood_there(store: Store, tmp_path: Path) -> None:
    target = tmp_path / "old.annotator"
    target.write_text("old")
    store.save_copy(target)
    Store.open(target, session()).close()
    store.close()


@pytest.mark.parametrize("link", [os.link, os.symlink])
def test_the_file_itself_is_refused_under_any_name(
    store: Store, tmp_path: Path, link: "type[os.PathLike[str]]"
) -> None:
    link(store.path, tmp_path / "other name")  # type: ignore[call-arg]
    for target in (store.path, tmp_path / "other name"):
        with pytest.raises(UserError, match="the open project itself"):
            store.save_copy(target)
    assert store.verify() == []
    store.close()


def test_a_copy_that_fails_leaves_the_old_file(store: Store, tmp_path: Path) -> None:
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "kept").touch()
    with pytest.raises(NotSavedError, match="could not be written"):
        store.save_copy(tmp_path / "old")
    with pytest.raises(NotSavedError, match="could not be written"):
        store.save_copy(tmp_path / "no folder" / "x")
    assert {entry.name for entry in tmp_path.iterdir()} == {"old", store.path.name}
    store.close()


def test_a_reader_can_save_a_copy_too(store: Store, tmp_path: Path) -> None:
    store.close()
    with Store.open(store.path, session(), read_only=True) as reading:
        reading.save_copy(tmp_path / "copy")
    with Store.open(tmp_path / "copy", session()) as copy:
        assert not copy.read_only
        copy.apply(step(annotation(601)))


def test_a_copy_is_whole_while_somebody_else_reads(store: Store, tmp_path: Path) -> None:
    reader = sqlite3.connect(store.path)
    cursor = reader.execute("SELECT * FROM turn")
    cursor.fetchone()
    store.save_copy(tmp_path / "copy")
    reader.close()
    with Store.open(tmp_path / "copy", session()) as copy:
        assert copy.verify() == []
    store.close()
