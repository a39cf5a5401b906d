"""What SQLite says of a file is told in words of ours."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from annotator.store.reasons import REASONS, reason_of


def failed(path: Path, sql: str) -> sqlite3.Error:
    """Return what SQLite raises for a statement."""
    with closing(sqlite3.connect(path)) as db, pytest.raises(sqlite3.Error) as caught:
        db.execute(sql).fetchall()
    return caught.value


def test_another_kind_of_file_is_told_without_sqlite_s_words(tmp_path: Path) -> None:
    path = tmp_path / "page.pdf"
    path.write_bytes(b"%PDF-1.7 " * 200)
    reason = reason_of(failed(path, "SELECT * FROM sqlite_master"))
    assert reason == "its content is of another kind"


def test_what_has_no_words_is_told_as_python_does(tmp_path: Path) -> None:
    assert "syntax error" in reason_of(failed(tmp_path / "x", "SELEKT 1"))
    assert reason_of(PermissionError(13, "Permission denied")) == "Permission denied"
    assert len(reason_of(ValueError("x" * 1000))) == 100


def test_no_reason_ends_a_sentence_or_names_a_database() -> None:
    for reason in map(str, REASONS.values()):
        assert not reason.endswith(".")
        assert "database" not in reason
