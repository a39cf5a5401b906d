"""How long something has gone on until today."""

from datetime import date

import pytest

from annotator.checks.since import _began
from tests.checks.reading import found_in

_TODAY = "Good afternoon. It's Friday, April 25, 2025. "


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("It began on January 30. So we're now ten weeks into this.", "conflict"),
        ("It began on January 30. So we're now twelve weeks into this.", "consistent"),
        ("It began on January 30. So we're now 85 days into this.", "consistent"),
    ],
)
def test_a_length_up_to_now_is_held_against_the_day_it_began(words: str, verdict: str) -> None:
    assert verdict in [told for told, _texts in found_in(_TODAY + words, "date")[1:]]


def test_chinese_lengths_up_to_now_are_held_too() -> None:
    text = "今天是2025年4月25日。疫情从1月30日开始，到现在已经十周了。"
    assert ("conflict", ("1月30日", "十周")) in found_in(text, "date")


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("The plant opened on 6 March 2021, and that's just over six years ago.", "conflict"),
        ("The plant opened on 6 March 2021, and that's just over four years ago.", "consistent"),
        ("The strike has now lasted five years, since March 2022.", "conflict"),
        ("The strike has now lasted three years, since March 2022.", "consistent"),
        ("火灾是4月9日发生的，到今天已经过了二十天。", "conflict"),
        ("火灾是4月9日发生的，到今天已经过了十六天。", "consistent"),
    ],
)
def test_a_length_counts_back_from_today_in_other_words_too(words: str, verdict: str) -> None:
    assert verdict in [told for told, _texts in found_in(_TODAY + words, "date")[1:]]


def test_without_today_nothing_is_said() -> None:
    assert found_in("It began on January 30. So we're now ten weeks into this.", "date") == []


@pytest.mark.parametrize(
    ("text", "length", "verdict"),
    [
        (
            "It stands since October 2018, so we have had it {} now.",
            "five years",
            "conflict",
        ),
        (
            "It stands since October 2018, so we have had it {} now.",
            "six years",
            "consistent",
        ),
        ("公园2018年10月开放，到现在已经{}了。", "五年", "conflict"),
        ("公园2018年开放，到现在已经{}了。", "六年", "consistent"),
    ],
)
def test_a_month_or_a_year_may_be_the_beginning(text: str, length: str, verdict: str) -> None:
    text = "2025年1月7日\n\n" + text.format(length)
    assert [found for found, _texts in found_in(text, "date")] == [verdict]


def test_a_month_that_there_is_not_begins_nothing() -> None:
    assert _began("2018-13", date(2025, 1, 7)) is None
    assert _began("--10", date(2025, 1, 7)) is None
