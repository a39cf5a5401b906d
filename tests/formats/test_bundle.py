"""Exports of several files, as an archive or a folder."""

from pathlib import Path
from zipfile import ZipFile

import pytest

from annotator.formats.bundle import file_names, write_bundle
from annotator.model.errors import UserError


def test_an_archive_holds_the_files_and_is_the_same_each_time(tmp_path: Path) -> None:
    for name in ("one.zip", "two.zip"):
        with write_bundle(tmp_path / name) as add:
            add("a.txt", b"text")
            add("sub/b.ann", b"T1")
    with ZipFile(tmp_path / "one.zip") as archive:
        assert archive.read("sub/b.ann") == b"T1"
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()


def test_a_folder_appears_whole(tmp_path: Path) -> None:
    with write_bundle(tmp_path / "out") as add:
        add("sub/b.ann", b"T1")
        assert not (tmp_path / "out").exists()
    assert (tmp_path / "out" / "sub" / "b.ann").read_bytes() == b"T1"
    assert list(tmp_path.iterdir()) == [tmp_path / "out"]


@pytest.mark.parametrize("name", ["out", "out.zip"])
def test_a_file_may_come_in_pieces(name: str, tmp_path: Path) -> None:
    with write_bundle(tmp_path / name) as add:
        add("a.txt", iter([b"one ", b"", b"two"]))
    if name == "out":
        assert (tmp_path / "out" / "a.txt").read_bytes() == b"one two"
    else:
        with ZipFile(tmp_path / name) as archive:
            assert archive.read("a.txt") == b"one two"


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("keep")
    with pytest.raises(UserError, match="name a new folder"), write_bundle(tmp_path) as add:
        add("b.ann", b"T1")
    assert [p.name for p in tmp_path.iterdir()] == ["mine.txt"]


def test_no_folder_is_called_like_the_files_in_it(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"without the ending \.ann,"):
        write_two(tmp_path / "out.ANN")
    assert list(tmp_path.iterdir()) == []
    write_two(tmp_path / "v1.2")
    (tmp_path / "mine.ann").mkdir()
    write_two(tmp_path / "mine.ann")
    assert (tmp_path / "mine.ann" / "b.ann").exists()


def write_two(path: Path) -> None:
    with write_bundle(path) as add:
        add("b.txt", b"text")
        add("b.ann", b"T1")


@pytest.mark.parametrize("name", ["x.txt", "x.JSON", "x.xlsx", "x.docx", "x.md", "x.7z"])
def test_no_folder_is_called_like_a_file_of_another_kind(name: str, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="folder of files"), write_bundle(tmp_path / name) as add:
        add("a.xmi", b"a")
    assert list(tmp_path.iterdir()) == []
    (tmp_path / name).mkdir()
    with write_bundle(tmp_path / name) as add:
        add("a.xmi", b"a")
    assert (tmp_path / name / "a.xmi").read_bytes() == b"a"


def test_a_failure_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(TypeError), write_bundle(tmp_path / "out") as add:
        add("b.ann", "no bytes")  # type: ignore[arg-type]
    assert list(tmp_path.iterdir()) == []


def test_names_are_safe_and_different() -> None:
    assert file_names(["a/b", "A_b", "发布会", "..", ""], ".txt") == [
        "a_b.txt",
        "A_b-2.txt",
        "发布会.txt",
        "document.txt",
        "document-2.txt",
    ]


def test_no_name_is_a_devices_or_too_long_for_a_disk(tmp_path: Path) -> None:
    titles = ["CON", "nul", "Lpt1.notes", "com9 .x", "Console", "\U00020bb7" * 90, "发布会" * 40]
    names = file_names(titles, ".txt")
    assert names[:5] == ["_CON.txt", "_nul.txt", "_Lpt1.notes.txt", "_com9 .x.txt", "Console.txt"]
    with write_bundle(tmp_path / "out") as add:
        for name in names:
            add(name, b"text")
    assert {path.name for path in (tmp_path / "out").iterdir()} == {*names}
