"""The day on which a text is spoken."""

from datetime import date

import pytest

from annotator.checks.today import nearest, today_of
from tests.checks.reading import scene_of


@pytest.mark.parametrize(
    "text",
    [
        "Good morning. Today is Tuesday, January 7, 2025.",
        "Good morning. It’s January 7, 2025.",
        "各位好。今天是2025年1月7日。",
    ],
)
def test_a_day_that_is_called_today_is_found(text: str) -> None:
    assert today_of(scene_of(text)) == date(2025, 1, 7)


@pytest.mark.parametrize("text", ["It began on January 7, 2025.", "今天是2025年2月30日。", "Hi."])
def test_any_other_day_is_not_today(text: str) -> None:
    assert today_of(scene_of(text)) is None


def test_a_day_without_a_year_is_the_nearest_one() -> None:
    today = date(2025, 1, 7)
    assert nearest(12, 30, today) == date(2024, 12, 30)
    assert nearest(2, 4, today) == date(2025, 2, 4)
    assert nearest(2, 30, today) is None


@pytest.mark.parametrize(
    "text",
    [
        "Transcript\n\nJanuary 7, 2025\n\nGood morning.",
        "新闻办公室于2025年1月7日（星期二）上午举行新闻发布会。\n大家好。",
        "2025年1月7日，省政府召开发布会。",
        "BRIEFING BY THE MINISTER FOR ENERGY\nMedia Centre, Hill House, 7 January 2025",
        "WEEKLY CABINET PRESS CONFERENCE: TUESDAY, 7 JANUARY 2025\n\nGood morning.",
    ],
)
def test_the_head_of_a_transcript_tells_its_day(text: str) -> None:
    assert today_of(scene_of(text)) == date(2025, 1, 7)


@pytest.mark.parametrize(
    "text",
    [
        "Good morning to everyone here. The new bridge was opened on 7 January 2025",
        "Good morning. We have waited here, as you well know, for 7 January 2025",
    ],
)
def test_a_sentence_that_ends_in_a_day_is_no_heading(text: str) -> None:
    assert today_of(scene_of(text)) is None


@pytest.mark.parametrize(
    "text",
    [
        "Media briefing, Geneva, Tuesday 7 January 2025: results for the year\n\nThanks.",
        "Cyclone response, Geneva, Tuesday 7 January 2025. Topic: shelter\n\nThanks for coming.",
        "人社局新闻发布会文字实录\n时间：2025年1月7日（星期二）上午10:00\n地点：新闻厅\n主持人：上午好。",
        "以下是局长今日（2025年1月7日）下午会见传媒的谈话内容：\n局长：各位好。",
    ],
)
def test_the_day_may_stand_in_a_title_or_behind_a_label(text: str) -> None:
    assert today_of(scene_of(text)) == date(2025, 1, 7)


def test_the_day_of_an_event_in_the_title_is_not_today() -> None:
    text = "The fire of 7 January 2025, told by those who stood in the street\n\nI saw it."
    assert today_of(scene_of(text)) is None
