"""A text as a transcript: what its head and its close tell of it."""

import pytest

from annotator.reading.transcript import Transcript, transcript_of
from tests.reading.marked import Fixture, fixtures


def read(text: str, name: str = "a.txt") -> Transcript:
    return transcript_of(text, name, "", "utf-8")


@pytest.mark.parametrize("fixture", fixtures(), ids=lambda fixture: fixture.name)
def test_a_marked_transcript_s_head_tells_language_title_date_and_place(fixture: Fixture) -> None:
    found = read(fixture.text, "notes.txt")
    assert found.language == fixture.facts["language"]
    assert found.title == fixture.facts.get("title", found.title)
    assert found.date == fixture.facts.get("date")
    assert found.place == fixture.facts.get("place")


def test_a_date_in_a_speech_is_not_the_document_s() -> None:
    text = "3月18日上午，发布会。\n主持人：截至2024年12月31日，完成九成。"
    assert read(text).date is None
    assert read(text, "2025-03-18 briefing.txt").date == "2025-03-18"


def test_a_date_below_the_last_speech_will_do() -> None:
    text = "行政長官：多謝。\n記者：何時？\n行政長官：明年。\n完\n2023年10月10日（星期二）"
    assert read(text).date == "2023-10-10"
