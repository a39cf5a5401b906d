"""Zip archives: what is in them, within limits, in memory, whatever the names say."""

import io
import zipfile
from pathlib import Path

import pytest

from annotator.model.errors import UserError
from annotator.reading import archives
from annotator.reading.sources import count_items, items_in, read_sources


def packed(path: Path, *members: tuple[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return path


def test_every_text_is_read_and_nothing_is_unpacked(tmp_path: Path) -> None:
    path = packed(
        tmp_path / "a.zip",
        ("b/two.txt", b"Second."),
        ("one.txt", b"First."),
        ("b/", b""),
        ("__MACOSX/._one.txt", b"x"),
        (".DS_Store", b"x"),
    )
    read = list(read_sources(path))
    assert [(one.source_name, one.text) for one in read] == [
        ("a.zip/b/two.txt", "Second."),
        ("a.zip/one.txt", "First."),
    ]
    assert count_items(path) == 2
    assert list(tmp_path.iterdir()) == [path]


def test_what_has_no_name_is_no_text(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.zip", ("one.txt", b"First."))
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(zipfile.ZipInfo(""), b"Nameless.")
    assert [one.text for one in read_sources(path)] == ["First."]


@pytest.mark.parametrize("name", ["../../evil.txt", "/etc/evil.txt", "..\\..\\evil.txt"])
def test_names_that_climb_are_only_names(tmp_path: Path, name: str) -> None:
    (tmp_path / "in").mkdir()
    path = packed(tmp_path / "in" / "a.zip", (name, b"Harmless."))
    (read,) = read_sources(path)
    assert read.source_name in {"a.zip/evil.txt", "a.zip/etc/evil.txt"}
    assert [p.name for p in tmp_path.rglob("*")] == ["in", "a.zip"]


def test_an_archive_in_an_archive_is_refused(tmp_path: Path) -> None:
    inner = packed(tmp_path / "inner.zip", ("a.txt", b"x")).read_bytes()
    path = packed(tmp_path / "a.zip", ("inner.zip", inner))
    with pytest.raises(UserError, match="archive inside an archive"):
        list(read_sources(path))


def test_an_archive_in_a_folder_is_read_and_a_bad_one_keeps_nothing_else_back(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    packed(folder / "b.zip", ("deep/two.txt", b"Second."), ("one.txt", b"First."))
    (folder / "c.zip").write_bytes(b"PK\x03\x04 not really")
    packed(folder / "d.zip", ("bomb.txt", bytes(50_000_000)))
    (folder / "e.txt").write_text("Third.", encoding="utf-8")
    told = {}
    for item in items_in(folder):
        try:
            told[item.name] = item.read().decode()
        except UserError as error:
            told[item.name] = str(error)
    assert list(told) == [
        "in/b.zip/deep/two.txt",
        "in/b.zip/one.txt",
        "in/c.zip",
        "in/d.zip",
        "in/e.txt",
    ]
    assert [*told.values()][:2] == ["Second.", "First."]
    assert "damaged" in told["in/c.zip"]
    assert "beyond measure" in told["in/d.zip"]
    assert told["in/e.txt"] == "Third."


def test_a_bomb_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.zip", ("a.txt", bytes(50_000_000)))
    assert path.stat().st_size < 100_000
    with pytest.raises(UserError, match="beyond measure"):
        list(items_in(path))


def test_a_member_that_lies_about_its_size_is_refused(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.zip", ("a.txt", b"0123456789" * 30))
    data = path.read_bytes().replace((300).to_bytes(4, "little"), (20).to_bytes(4, "little"))
    path.write_bytes(data)
    with pytest.raises(UserError, match="damaged"):
        list(read_sources(path))


def test_too_many_and_too_large_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = packed(tmp_path / "a.zip", *((f"{n}.txt", b"some text") for n in range(4)))
    with monkeypatch.context() as patch:
        patch.setattr(archives, "MOST_MEMBERS", 3)
        with pytest.raises(UserError, match="more than 3"):
            list(items_in(path))
    with monkeypatch.context() as patch:
        patch.setattr(archives, "LARGEST_TOTAL", 10)
        with pytest.raises(UserError, match="1 GB"):
            list(items_in(path))
    with monkeypatch.context() as patch:
        patch.setattr(archives, "LARGEST_MEMBER", 3)
        with pytest.raises(UserError, match="64 MB"):
            list(read_sources(path))


def test_damage_and_emptiness_are_refused(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.zip", ("a.txt", b"some text"))
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])
    with pytest.raises(UserError, match="damaged"):
        list(read_sources(path))
    with pytest.raises(UserError, match="without files"):
        list(read_sources(packed(tmp_path / "b.zip")))


def test_a_password_is_refused(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.zip", ("a.txt", b"some text"))
    data = bytearray(path.read_bytes())
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(signature) + offset] |= 1
    path.write_bytes(bytes(data))
    with pytest.raises(UserError, match="password"):
        list(read_sources(path))


def test_a_file_that_is_none_has_no_members() -> None:
    assert archives.member_names(b"PK\x03\x04 nonsense") == frozenset()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a", "b")
    assert archives.member_names(out.getvalue()) == {"a"}
