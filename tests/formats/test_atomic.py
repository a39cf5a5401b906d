"""Files that appear whole or not at all."""

import os
import stat
from pathlib import Path

import pytest

from annotator.formats.atomic import atomic_text, atomic_write
from annotator.model.errors import UserError


def test_the_file_appears_at_the_end(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    with atomic_write(path) as temporary:
        temporary.write_text("new", "utf-8")
        assert not path.exists()
        assert temporary.parent == tmp_path
    assert path.read_text("utf-8") == "new"
    assert list(tmp_path.iterdir()) == [path]


def test_a_text_file_appears_at_the_end_with_its_newlines_and_encoding(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    with atomic_text(path) as out:
        out.write("é\n")
        assert not path.exists()
    assert path.read_bytes() == b"\xc3\xa9\n"
    with atomic_text(path, "utf-8-sig", newline="") as out:
        out.write("é\r\n")
    assert path.read_bytes() == b"\xef\xbb\xbf\xc3\xa9\r\n"
    with pytest.raises(UnicodeEncodeError), atomic_text(path) as out:
        out.write("half\ud800")
    assert path.read_bytes().endswith(b"\r\n")
    assert list(tmp_path.iterdir()) == [path]


def test_an_error_leaves_the_old_file_and_no_other(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    path.write_text("old", "utf-8")
    with pytest.raises(UnicodeEncodeError), atomic_write(path) as temporary:
        temporary.write_text("half\ud800", "utf-8")
    assert path.read_text("utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    path = tmp_path / "none" / "out.csv"
    with pytest.raises(UserError, match=r"out[.]csv cannot be written"), atomic_write(path):
        pass


def test_a_folder_in_the_place_of_the_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    path.mkdir()
    with pytest.raises(UserError, match="cannot be written"), atomic_write(path):
        pass
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_the_file_has_the_permissions_of_any_new_or_of_the_old_one(tmp_path: Path) -> None:
    plain, old = tmp_path / "plain", tmp_path / "old"
    plain.touch()
    old.touch()
    old.chmod(0o640)
    for path in (tmp_path / "new", old):
        with atomic_write(path):
            pass
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == stat.S_IMODE(plain.stat().st_mode)
    assert stat.S_IMODE(old.stat().st_mode) == 0o640
