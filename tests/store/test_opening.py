"""The file of a new project."""

import os
from contextlib import closing
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest

from annotator.model.errors import UserError
from annotator.store import opening
from annotator.store.project_file import Store
from annotator.store.session import Session
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


@pytest.fixture
def strange(tmp_path: Path) -> Path:
    """Return a sound file that nobody vouches for."""
    Store.create(tmp_path / "x", session(), title="x").close()
    return tmp_path / "x"


def spoil(path: Path) -> None:
    db = connect(path.as_uri())
    db.execute("UPDATE author SET name = 'Somebody else'")
    db.close()


def is_checked(path: Path, opened_by: Session) -> bool:
    """Say whether opening runs the long checks, which find the flaw that is there."""
    try:
        Store.open(path, opened_by, read_only=True).close()
    except UserError:
        return True
    return False


def test_a_state_that_was_proven_opens_without_the_long_checks_and_no_other_does(
    strange: Path,
) -> None:
    stale = opening.prove(strange)
    spoil(strange)
    assert is_checked(strange, replace(session(), proven=stale))
    assert is_checked(strange, session())
    now = {**stale, "mtime": strange.stat().st_mtime_ns, "size": strange.stat().st_size}
    assert not is_checked(strange, replace(session(), proven=now))


def test_what_is_not_sound_is_not_proven(strange: Path) -> None:
    spoil(strange)
    before = strange.read_bytes()
    with pytest.raises(UserError, match="not as the history says"):
        opening.prove(strange)
    assert strange.read_bytes() == before
    with pytest.raises(UserError):
        opening.prove(strange.with_name("none"))


def test_a_file_that_somebody_keeps_writing_to_is_not_proven(
    strange: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    numbers = count()

    def meanwhile(path: Path) -> None:
        with closing(connect(path.as_uri())) as db, db:
            db.execute("INSERT INTO setting (id, value) VALUES (?, 'x')", (str(next(numbers)),))

    monkeypatch.setattr(opening, "require_sound", meanwhile)
    with pytest.raises(UserError, match="another program"):
        opening.prove(strange)


def test_only_a_file_of_this_version_that_nobody_vouches_for_must_be_checked(
    strange: Path, tmp_path: Path
) -> None:
    vouching = session(vouch_folder=tmp_path / "vouched")
    assert opening.must_be_checked(strange, vouching)
    Store.open(strange, vouching).close()
    assert not opening.must_be_checked(strange, vouching)
    old = tmp_path / "old"
    old.write_bytes((Path(__file__).parent / "fixtures" / "version_1.annotator").read_bytes())
    assert not opening.must_be_checked(old, vouching)
    with pytest.raises(UserError):
        opening.must_be_checked(tmp_path / "none", vouching)
    opening.require_writable(strange)
