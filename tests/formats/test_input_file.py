"""Files from elsewhere as bytes and as text."""

from pathlib import Path

import pytest

from annotator.formats.input_file import as_text, read_bytes, read_text
from annotator.model.errors import UserError


def test_bytes_are_read_up_to_a_limit(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"x" * 10)
    assert read_bytes(path, 10) == b"x" * 10
    with pytest.raises(UserError, match="larger than 0 MB"):
        read_bytes(path, 9)
    with pytest.raises(UserError, match="cannot be read"):
        read_bytes(tmp_path / "none")


def test_text_is_utf8_or_marked_utf16() -> None:
    assert as_text("\ufeffé".encode(), "a") == "é"
    assert as_text("é😀".encode("utf-16"), "a") == "é😀"
    with pytest.raises(UserError, match="Line 2 of a is not UTF-8"):
        as_text(b"one\n\xff", "a")


def test_a_text_keeps_its_newlines_and_loses_its_byte_order_mark(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"\xef\xbb\xbfa\r\nb")
    assert read_text(path, 7) == "a\r\nb"
    with pytest.raises(UserError, match="larger than 0 MB"):
        read_text(path, 6)
    path.write_bytes(b"a\nb\n\xff")
    with pytest.raises(UserError, match="Line 3 of a is not UTF-8"):
        read_text(path)
