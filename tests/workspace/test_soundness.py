"""The long checks, made on a copy, and files that are put right in another process."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from annotator.model.errors import UserError
from annotator.store.opening import must_be_checked, must_be_put_right
from annotator.workspace.opening import create_project, this_person
from annotator.workspace.soundness import check_copy, prove_file, put_right
from tests.store.test_recovering import FIXTURES, crash


def test_a_sound_file_has_nothing_wrong_and_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "p.annotator"
    create_project(path, this_person()).close()
    before = path.read_bytes()
    assert check_copy(path) == ""
    assert path.read_bytes() == before


def test_what_is_wrong_is_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "p.annotator"
    create_project(path, this_person()).close()
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.execute("UPDATE label SET colour = '#000000'")
    database.close()
    assert check_copy(path)
    assert check_copy(tmp_path / "none.annotator")


def test_a_file_on_show_is_proven_or_refused(tmp_path: Path) -> None:
    path = tmp_path / "p.annotator"
    create_project(path, this_person()).close()
    assert prove_file(path)["size"] == path.stat().st_size
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.execute("UPDATE label SET colour = '#000000'")
    with pytest.raises(UserError):
        prove_file(path)


def test_what_a_crash_or_an_older_version_left_is_put_right_once(tmp_path: Path) -> None:
    old, crashed = tmp_path / "old.annotator", tmp_path / "crashed.annotator"
    shutil.copyfile(FIXTURES / "version_2.annotator", old)
    create_project(crashed, this_person()).close()
    crash(crashed)
    for path, is_crash in ((old, False), (crashed, True)):
        assert must_be_put_right(path)
        assert put_right(path, this_person()) is is_crash
        assert not must_be_put_right(path)
        assert not must_be_checked(path, this_person())


def test_what_is_not_a_project_is_not_put_right(tmp_path: Path) -> None:
    other = tmp_path / "other.annotator"
    assert not must_be_put_right(other)
    other.write_bytes(b"SQLite format 3\x00")
    assert not must_be_put_right(other)
