"""Lists of words in TOML files."""

from pathlib import Path

import pytest

from annotator.model.errors import UserError
from annotator.model.word_lists import read_lists


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_tables_are_read(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a.toml").write_text('[zh]\nends = "的了"\n', encoding)
    assert read_lists(tmp_path / "a.toml") == {"zh": {"ends": "的了"}}


def test_a_missing_or_broken_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_bytes(b"\xff = 1")
    for name in ("a.toml", "none.toml"):
        with pytest.raises(UserError, match=name):
            read_lists(tmp_path / name)
