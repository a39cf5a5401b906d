"""Folders and archives: read within limits, nothing from outside, nothing left behind."""

import io
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pytest

from annotator.formats import unpack
from annotator.formats.brat import BRAT
from annotator.formats.doccano import DOCCANO
from annotator.formats.unpack import Unpacked, is_archive, listed
from annotator.model.errors import UserError
from tests.formats.fuzzing import fuzzed

BRAT_GOLDEN = Path(__file__).parents[1] / "golden" / "brat"


def zipped(files: dict[str, bytes]) -> bytes:
    """Return an archive with these files."""
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content, ZIP_DEFLATED)
    return out.getvalue()


def archive_of(folder: Path, files: dict[str, bytes]) -> Path:
    path = folder / "a.zip"
    path.write_bytes(zipped(files))
    return path


def test_members_of_an_archive_and_of_a_folder_are_the_same(tmp_path: Path) -> None:
    files = {"b/two.txt": b"2", "one.txt": b"1", "three.md": b"3"}
    path = archive_of(tmp_path, files)
    for name, content in files.items():
        target = tmp_path / "folder" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    for place in (path, tmp_path / "folder"):
        found = {m.name: m.content for m in Unpacked(place).members(".txt")}
        assert found == {"b/two.txt": b"2", "one.txt": b"1"}
        assert set(listed(place, path.read_bytes())) >= set(files)


@pytest.mark.parametrize("name", ["../x.txt", "/x.txt", "a/../../x.txt", "C:/x.txt", "..\\x.txt"])
def test_a_file_that_points_outside_is_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="points outside"):
        Unpacked(archive_of(tmp_path, {name: b"x"}))
    assert [path.name for path in tmp_path.iterdir()] == ["a.zip"]


def test_a_file_that_unpacks_to_far_more_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="more than is read"):
        Unpacked(archive_of(tmp_path, {"a.txt": b"\x00" * (5 << 20)}))


def test_a_file_that_lies_about_its_size_is_refused(tmp_path: Path) -> None:
    path = archive_of(tmp_path, {"a.txt": b"abcdefgh" * 100})
    content = path.read_bytes().replace((800).to_bytes(4, "little"), (8).to_bytes(4, "little"))
    path.write_bytes(content)
    with pytest.raises(UserError):
        Unpacked(path).read("a.txt")


def test_too_many_files_and_too_much_in_all_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = archive_of(tmp_path, {f"{number}.txt": b"abc" for number in range(4)})
    monkeypatch.setattr(unpack, "MOST_FILES", 3)
    with pytest.raises(UserError, match="more than 3 files"):
        Unpacked(path)
    monkeypatch.setattr(unpack, "MOST_FILES", 4)
    monkeypatch.setattr(unpack, "LARGEST_SUM", 11)
    with pytest.raises(UserError, match="unpacks to more"):
        Unpacked(path)


def test_a_huge_file_of_a_folder_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_bytes(b"abc")
    monkeypatch.setattr(unpack, "LARGEST_FILE", 2)
    with pytest.raises(UserError, match="unpacks to more"):
        Unpacked(tmp_path).read("a.txt")


def test_links_in_a_folder_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "outside.txt").write_text("x", "utf-8")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "a.txt").symlink_to(tmp_path / "outside.txt")
    assert Unpacked(tmp_path / "folder").names == ()


def test_what_is_no_archive_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(b"PK\x03\x04 nothing")
    with pytest.raises(UserError, match="cannot be read"):
        Unpacked(tmp_path / "a.zip")
    assert is_archive(tmp_path / "a.zip")
    assert not is_archive(tmp_path / "none.zip")
    assert listed(tmp_path / "a.zip", b"PK\x03\x04") == ()


BRAT_FILES = {
    path.name: path.read_bytes() for path in sorted(BRAT_GOLDEN.iterdir()) if path.is_file()
}
test_damaged_archives_of_brat_are_refused_or_read = fuzzed(BRAT, "a.zip", [zipped(BRAT_FILES)])
LINES = b'{"text": "abc", "label": [[0, 1, "x"]]}\n'
test_damaged_archives_of_doccano_are_refused_or_read = fuzzed(
    DOCCANO, "a.zip", [zipped({"ann.jsonl": LINES, "ben.jsonl": LINES})]
)
