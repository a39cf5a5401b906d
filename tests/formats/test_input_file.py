"""Files from elsewhere as bytes, text and JSON."""

from pathlib import Path

import pytest

from annotator.formats.input_file import as_text, parse_json, read_bytes
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
    with pytest.raises(UserError, match="a, line 2: UTF-8 text was expected"):
        as_text(b"one\n\xff", "a")


def test_json_gives_its_value() -> None:
    assert parse_json(b'{"a": [1, "\xc3\xa9"]}', "a") == {"a": [1, "é"]}


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b'{"a":\n1', "bad.json, line 2: JSON was expected"),
        (b"", "bad.json, line 1"),
        (b"[NaN]", "holds JSON that no sound file has"),
        (b"[" * 200_000, "bad.json"),
        (b'["\\ud800"]', "no NUL and no half surrogate pair"),
        (b'["\\u0000"]', "no NUL"),
        (b"1" * 5000, "holds JSON that no sound file has"),
    ],
)
def test_other_content_is_refused(content: bytes, message: str) -> None:
    with pytest.raises(UserError) as caught:
        parse_json(content, "bad.json")
    assert message in str(caught.value)
