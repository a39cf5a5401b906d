"""What is set aside: in memory, then on the disk, and a sentence where that is full."""

import tempfile
from pathlib import Path

import pytest

from annotator.formats.set_aside import SetAside
from annotator.model.errors import UserError
from tests.robustness.disks import fill, mounted

NO_ROOM = r"folder for temporary files, cannot be written: No space left on device\. Make room"


def test_what_is_written_is_read_again_from_memory_and_from_the_disk() -> None:
    for held in (1000, 3):
        with SetAside(held) as file:
            assert [file.write(b"ab"), file.write(b"cde")] == [2, 3]
            assert file.seek(1) == 1
            assert file.read(3) == b"bcd"
            assert file.seek(0, 2) == 5


def test_a_full_disk_is_said_when_it_is_needed_and_not_before(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with mounted() as disk:
        fill(disk)
        monkeypatch.setattr(tempfile, "tempdir", str(disk))
        with SetAside(8192) as file:
            file.write(bytes(8192))
            assert file.seek(0) == 0
            assert len(file.read()) == 8192
            with pytest.raises(UserError, match=NO_ROOM) as told:
                file.write(bytes(1 << 20))
        assert str(told.value).startswith(str(disk))


def test_what_waits_in_memory_is_said_when_it_is_to_be_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with mounted() as disk:
        monkeypatch.setattr(tempfile, "tempdir", str(disk))
        with SetAside(1) as file:
            file.write(bytes(4096))
            filler = fill(disk)
            file.write(b"end")
            with pytest.raises(UserError, match=NO_ROOM):
                file.seek(0)
            filler.unlink()
            assert file.seek(0) == 0
            assert file.read() == bytes(4096) + b"end"
            fill(disk)
            file.write(bytes(4096))


def test_a_folder_that_is_gone_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "gone"))
    with SetAside(1) as file, pytest.raises(UserError, match="no folder for temporary files"):
        file.write(bytes(10))
