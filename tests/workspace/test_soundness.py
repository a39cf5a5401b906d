"""The long checks, made on a copy."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from annotator.model.errors import UserError
from annotator.workspace.opening import create_project, this_person
from annotator.workspace.soundness import check_copy, prove_file


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
