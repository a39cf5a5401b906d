"""Archives from elsewhere: read in memory, within limits, never beyond their own files."""

import io
import stat
from collections.abc import Mapping
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pytest

from annotator.formats import archive as archives
from annotator.formats.archive import (
    first_bytes,
    holds_files,
    is_archive,
    names_in,
    open_archive,
    open_files,
    read_members,
)
from annotator.formats.brat import BRAT
from annotator.formats.doccano import DOCCANO
from annotator.model.errors import UserError
from tests.formats.fuzzing import fuzzed

BRAT_GOLDEN = Path(__file__).parents[1] / "golden" / "brat"


def zipped(files: Mapping[str, bytes]) -> bytes:
    """Return an archive with these files."""
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as made:
        for name, content in files.items():
            made.writestr(ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content, ZIP_DEFLATED)
    return out.getvalue()


def a_zip(folder: Path, **files: bytes) -> Path:
    path = folder / "a.zip"
    path.write_bytes(zipped(files))
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
    assert names_in(path, path.read_bytes()) == [name]
    assert first_bytes(path, name, 1) == b""


def test_a_link_in_an_archive_is_not_followed(tmp_path: Path) -> None:
    link = ZipInfo("a.txt")
    link.create_system, link.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
    with ZipFile(tmp_path / "a.zip", "w") as made:
        made.writestr(link, "/etc/hostname")
        made.writestr("b.txt", "two")
    with open_archive(tmp_path / "a.zip") as opened:
        assert opened.names == ["b.txt"]


def test_what_has_no_name_in_an_archive_is_no_file(tmp_path: Path) -> None:
    with ZipFile(tmp_path / "a.zip", "w") as made:
        made.writestr(ZipInfo(""), "one")
        made.writestr("b.txt", "two")
    with open_archive(tmp_path / "a.zip") as opened:
        assert opened.names == ["b.txt"]


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_name_that_two_files_have_is_refused(tmp_path: Path) -> None:
    with ZipFile(tmp_path / "a.zip", "w") as made:
        made.writestr("a.txt", "one")
        made.writestr("a.txt", "two")
    with pytest.raises(UserError, match="holds the file a"), open_archive(tmp_path / "a.zip"):
        pass


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    path = a_zip(tmp_path, zeros=bytes(50 << 20))
    assert path.stat().st_size < 100_000
    with pytest.raises(UserError, match="grows beyond all measure"), open_archive(path):
        pass


def test_a_file_that_is_larger_than_it_says_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = a_zip(tmp_path, a=b"x" * 100, b=b"y" * 100)
    monkeypatch.setattr(archives, "LARGEST_SUM", 150)
    with open_archive(path) as opened:
        opened.read("a")
        with pytest.raises(UserError, match="grows beyond all measure"):
            opened.read("b")


def test_too_many_files_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MOST_FILES", 2)
    path = a_zip(tmp_path, a=b"", b=b"", c=b"")
    with pytest.raises(UserError, match="more than 2 files"), open_archive(path):
        pass
    folder = tmp_path / "folder"
    folder.mkdir()
    for name in "abcd":
        (folder / name).write_bytes(b"")
    with pytest.raises(UserError, match="more than 2 files"), open_files(folder):
        pass
    assert names_in(folder, b"") == ["a", "b", "c", "d"]


def test_a_guess_looks_at_some_of_many_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archives, "_LOOKED_AT", 2)
    for name in "abcd":
        (tmp_path / name).write_bytes(b"")
    assert len(names_in(tmp_path, b"")) == 2


def test_a_huge_file_of_a_folder_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_bytes(b"abc")
    monkeypatch.setattr(archives, "LARGEST_FILE", 2)
    with open_files(tmp_path) as files, pytest.raises(UserError, match="larger than"):
        files.read("a.txt")


def test_a_file_that_lies_about_its_size_is_refused(tmp_path: Path) -> None:
    path = a_zip(tmp_path, a=b"abcdefgh" * 100)
    content = path.read_bytes().replace((800).to_bytes(4, "little"), (8).to_bytes(4, "little"))
    path.write_bytes(content)
    with open_archive(path) as opened, pytest.raises(UserError):
        opened.read("a")


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
    (tmp_path / "sub" / "deep").mkdir()
    (tmp_path / "sub" / "deep" / "c.txt").write_bytes(b"three")
    (tmp_path / ".hidden").write_bytes(b"x")
    with open_files(tmp_path) as files:
        assert files.names == ["a.txt", "sub/b.txt", "sub/deep/c.txt"]
        assert files.read("sub/b.txt") == b"two"
    with open_files(tmp_path / "a.txt") as files:
        assert files.names == ["a.txt"]
        assert files.read("a.txt") == b"one"
    assert names_in(tmp_path / "a.txt", b"one") == []
    assert first_bytes(tmp_path / "none", "a", 3) == b""


def test_links_in_a_folder_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "x.txt").write_text("x", "utf-8")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "a.txt").symlink_to(tmp_path / "outside" / "x.txt")
    (tmp_path / "folder" / "sub").symlink_to(tmp_path / "outside")
    assert names_in(tmp_path / "folder", b"") == []
    with open_files(tmp_path / "folder") as files:
        assert files.names == []


def test_members_of_an_archive_and_of_a_folder_are_the_same(tmp_path: Path) -> None:
    files = {"b/two.txt": b"2", "one.TXT": b"1", "three.md": b"3"}
    path = a_zip(tmp_path, **files)
    for name, content in files.items():
        target = tmp_path / "folder" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    for place in (path, tmp_path / "folder"):
        assert holds_files(place)
        assert dict(read_members(place, ".txt")) == {"b/two.txt": b"2", "one.TXT": b"1"}
        assert names_in(place, path.read_bytes()) == sorted(files)


def test_what_is_no_archive_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(b"PK\x03\x04 nothing")
    (tmp_path / "a.txt").write_bytes(b"text")
    assert is_archive(tmp_path / "a.zip")
    assert names_in(tmp_path / "a.zip", b"PK\x03\x04") == []
    assert not is_archive(tmp_path)
    assert not holds_files(tmp_path / "a.txt")
    assert not holds_files(tmp_path / "none.zip")


BRAT_FILES = {
    path.name: path.read_bytes() for path in sorted(BRAT_GOLDEN.iterdir()) if path.is_file()
}
test_damaged_archives_of_brat_are_refused_or_read = fuzzed(BRAT, "a.zip", [zipped(BRAT_FILES)])
LINES = b'{"text": "abc", "label": [[0, 1, "x"]]}\n'
test_damaged_archives_of_doccano_are_refused_or_read = fuzzed(
    DOCCANO, "a.zip", [zipped({"ann.jsonl": LINES, "ben.jsonl": LINES})]
)
