"""Archives from elsewhere: read in memory, within limits, never beyond their own files."""

from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from annotator.formats import archive as archives
from annotator.formats.archive import first_bytes, names_in, open_archive, open_files
from annotator.model.errors import UserError


def a_zip(folder: Path, **files: bytes) -> Path:
    path = folder / "a.zip"
    with ZipFile(path, "w", ZIP_DEFLATED) as made:
        for name, content in files.items():
            made.writestr(name, content)
    return path


def test_files_are_read_by_name(tmp_path: Path) -> None:
    path = a_zip(tmp_path, **{"a.txt": b"one", "sub/b.txt": b"two", "__MACOSX/._a.txt": b"x"})
    with open_archive(path) as opened:
        assert opened.names == ["a.txt", "sub/b.txt"]
        assert opened.read("sub/b.txt") == b"two"
    assert names_in(path, path.read_bytes()) == ["a.txt", "sub/b.txt"]
    assert first_bytes(path, "a.txt", 2) == b"on"


@pytest.mark.parametrize("name", ["../up.txt", "/root.txt", "a/../../b", "C:\\x.txt", "..\\x.txt"])
def test_a_name_that_points_outside_is_refused(name: str, tmp_path: Path) -> None:
    path = a_zip(tmp_path, **{name: b"x"})
    with pytest.raises(UserError, match="points outside"), open_archive(path):
        pass
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.zip"]
    assert names_in(path, path.read_bytes()) == []


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    path = a_zip(tmp_path, zeros=bytes(50 << 20))
    assert path.stat().st_size < 100_000
    with pytest.raises(UserError, match="grows beyond all measure"), open_archive(path):
        pass


def test_a_file_that_is_larger_than_it_says_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = a_zip(tmp_path, a=b"x" * 100, b=b"y" * 100)
    monkeypatch.setattr(archives, "MAX_TOTAL", 150)
    with open_archive(path) as opened:
        opened.read("a")
        with pytest.raises(UserError, match="grows beyond all measure"):
            opened.read("b")


def test_too_many_files_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MAX_MEMBERS", 2)
    path = a_zip(tmp_path, a=b"", b=b"", c=b"")
    with pytest.raises(UserError, match="more than 2 files"), open_archive(path):
        pass
    folder = tmp_path / "folder"
    folder.mkdir()
    for name in "abcd":
        (folder / name).write_bytes(b"")
    with pytest.raises(UserError, match="more than 2 files"), open_files(folder):
        pass
    assert names_in(folder, b"") == []


def test_damaged_files_are_told(tmp_path: Path) -> None:
    path = a_zip(tmp_path, a=b"some words that stand here " * 50)
    whole = path.read_bytes()
    path.write_bytes(whole[:40] + b"\x00\x01\x02\x03" + whole[44:])
    with open_archive(path) as opened, pytest.raises(UserError, match="a is damaged or encrypted"):
        opened.read("a")
    path.write_bytes(whole[:-30])
    with pytest.raises(UserError, match=r"a\.zip: a zip archive was expected"), open_archive(path):
        pass
    with pytest.raises(UserError, match="cannot be read"), open_files(tmp_path / "none"):
        pass


def test_folders_and_single_files_are_read_alike(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "b.txt").write_bytes(b"two")
    (tmp_path / "a.txt").write_bytes(b"one")
    (tmp_path / "link").symlink_to("/etc/hostname")
    (tmp_path / ".hidden").write_bytes(b"x")
    with open_files(tmp_path) as files:
        assert files.names == ["a.txt", "sub/b.txt"]
        assert files.read("sub/b.txt") == b"two"
    with open_files(tmp_path / "a.txt") as files:
        assert files.names == ["a.txt"]
        assert files.read("a.txt") == b"one"
    assert names_in(tmp_path / "a.txt", b"one") == []
    assert first_bytes(tmp_path / "none", "a", 3) == b""
