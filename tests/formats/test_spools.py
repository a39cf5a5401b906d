"""Bytes set aside on the disk come back as they were and leave nothing behind."""

from pathlib import Path

import pytest

from annotator.formats.spools import PIECE, spools


def test_bytes_come_back_in_pieces(tmp_path: Path) -> None:
    with spools(tmp_path) as new:
        first, second = new(), new()
        for content in (b"a" * PIECE, b"", b"b" * 3):
            first.write(content)
        second.write(b"c")
        assert first.size == PIECE + 3
        assert list(first.pieces()) == [b"a" * PIECE, b"bbb"]
        assert b"".join(first.pieces()) == b"a" * PIECE + b"bbb"
        assert list(second.pieces()) == [b"c"]


def fail(folder: Path) -> None:
    with spools(folder) as new:
        new().write(b"half")
        new().close()
        raise ValueError("stopped")


def test_nothing_is_left_also_after_a_failure(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="stopped"):
        fail(tmp_path)
    assert list(tmp_path.iterdir()) == []
