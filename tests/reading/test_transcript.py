"""A file as a transcript."""

import hashlib
from pathlib import Path

import pytest

from annotator.model.errors import UserError
from annotator.reading.transcript import LARGEST, read_bytes, read_file
from tests.reading.marked import Fixture, fixtures


@pytest.mark.parametrize("fixture", fixtures(), ids=lambda fixture: fixture.name)
def test_a_marked_transcript_s_head_tells_language_title_date_and_place(fixture: Fixture) -> None:
    read = read_bytes(fixture.text.encode(), "notes.txt")
    assert read.language == fixture.facts["language"]
    assert read.title == fixture.facts.get("title", read.title)
    assert read.date == fixture.facts.get("date")
    assert read.place == fixture.facts.get("place")


def test_a_file_keeps_its_name_hash_and_encoding(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("主持人：大家好。\r\n记者：请问？".encode("gb18030"))
    read = read_file(path)
    assert read.text == "主持人：大家好。\n记者：请问？"
    assert read.source_name == "a.txt"
    assert read.source_sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert read.encoding == "gb18030"


def test_a_date_in_a_speech_is_not_the_document_s() -> None:
    text = "3月18日上午，发布会。\n主持人：截至2024年12月31日，完成九成。"
    assert read_bytes(text.encode(), "a.txt").date is None
    assert read_bytes(text.encode(), "2025-03-18 briefing.txt").date == "2025-03-18"


def test_a_date_below_the_last_speech_will_do() -> None:
    text = "行政長官：多謝。\n記者：何時？\n行政長官：明年。\n完\n2023年10月10日（星期二）"
    assert read_bytes(text.encode(), "a.txt").date == "2023-10-10"


def test_a_missing_file_a_folder_and_an_empty_file_are_named(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"none\.txt cannot be read"):
        read_file(tmp_path / "none.txt")
    with pytest.raises(UserError, match="is a folder"):
        read_file(tmp_path)
    with pytest.raises(UserError, match="holds no text"):
        read_bytes(b" \n", "empty.txt")


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(LARGEST + 1)
    with pytest.raises(UserError, match="larger than 64 MB"):
        read_file(path)
