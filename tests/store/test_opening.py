"""The file of a new project."""

import os
from pathlib import Path

import pytest

from annotator.model.errors import UserError
from annotator.store import opening
from annotator.store.project_file import Store
from annotator.store.sqlite import connect
from tests.example import numbered
from tests.store.example_store import annotation, session, step


def test_a_new_file_is_its_owners_alone_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        opening.make_file(tmp_path / "x")
    finally:
        os.umask(before)
    assert (tmp_path / "x").stat().st_mode & 0o777 == 0o600


def test_what_stands_there_is_never_made_anew(tmp_path: Path) -> None:
    (tmp_path / "x").write_text("kept")
    with pytest.raises(UserError, match="there already"):
        opening.make_file(tmp_path / "x")
    assert (tmp_path / "x").read_text() == "kept"


def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="cannot be made"):
        opening.make_file(tmp_path / "no" / "x")


def test_tables_come_with_an_identity(tmp_path: Path) -> None:
    opening.make_file(tmp_path / "x")
    db = opening.make_tables(tmp_path / "x", numbered(1), numbered(2), "Title")
    known = dict(db.execute("SELECT key, value FROM meta").fetchall())
    assert set(known) == {"project_id", "copy_id", "title", "needs_version"}
    assert known["project_id"] == numbered(1)
    assert db.execute("PRAGMA synchronous").fetchone() == (3,)
    db.close()
    opening.require_sound(tmp_path / "x")


@pytest.mark.parametrize("title", ["ok", "\ud800"])
def test_a_project_that_cannot_be_made_leaves_no_file(tmp_path: Path, title: str) -> None:
    edit = step(annotation(1))
    with pytest.raises(UserError):
        Store.create(tmp_path / "x", session(), title=title, edit=edit)
    assert list(tmp_path.iterdir()) == []


def test_a_sound_file_is_not_changed_by_looking(tmp_path: Path) -> None:
    Store.create(tmp_path / "x", session(), title="x").close()
    before = ((tmp_path / "x").read_bytes(), (tmp_path / "x").stat().st_mtime_ns)
    opening.require_sound(tmp_path / "x")
    assert ((tmp_path / "x").read_bytes(), (tmp_path / "x").stat().st_mtime_ns) == before


def test_a_file_that_is_not_sound_is_refused(tmp_path: Path) -> None:
    Store.create(tmp_path / "x", session(), title="x").close()
    db = connect((tmp_path / "x").as_uri())
    db.execute("UPDATE author SET name = 'Somebody else'")
    db.close()
    with pytest.raises(UserError, match="not as the history says"):
        opening.require_sound(tmp_path / "x")
