"""Weekdays beside days whose month or year is not told."""

import pytest

from tests.checks.reading import found_in

_HEAD = "REGIONAL COUNCIL BRIEFING, TOWN HALL, Riverside, 14 May 2025\n\n"


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("We meet again tomorrow, Friday the 15th.", "conflict"),
        ("We meet again tomorrow, Thursday the 15th.", "consistent"),
        ("We meet again on Monday the 20th.", "conflict"),
        ("We meet again on Tuesday the 20th.", "consistent"),
    ],
)
def test_a_day_of_no_month_is_the_one_near_today(words: str, verdict: str) -> None:
    assert [told for told, _texts in found_in(_HEAD + words, "date")] == [verdict]


def test_tomorrow_has_the_weekday_of_tomorrow_whatever_its_number() -> None:
    text = _HEAD + "We meet again tomorrow, Friday the 16th."
    assert found_in(text, "date") == [("conflict", ("16th",))]


@pytest.mark.parametrize(
    "words",
    [
        "In April 2025 the shop shut. It was Monday the 14th.",
        "We meet again on Monday the 30th.",
        "We meet again on the 20th.",
    ],
)
def test_a_day_that_may_be_of_another_month_is_not_held(words: str) -> None:
    assert found_in(_HEAD + words, "date") == []


def test_two_days_without_a_year_are_held_against_each_other() -> None:
    text = "下一场是5月24日，星期六。上一场在5月18日星期六。"
    assert found_in(text, "date") == [("conflict", ("5月24日", "5月18日"))]


@pytest.mark.parametrize(
    "text",
    [
        "下一场是5月24日，星期六。上一场在5月18日星期天。",
        "We met on Tuesday, February 28, and meet on Thursday, March 1.",
        "We met on Tuesday, February 28, and meet on Wednesday, March 1.",
        "We met on Monday, May 5. Last year it was on Monday, May 6.",
    ],
)
def test_days_that_some_year_has_or_of_another_year_are_left(text: str) -> None:
    assert found_in(text, "date") == []
