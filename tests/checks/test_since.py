"""How long something has gone on until today."""

import pytest

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


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        (
            "The first case was on 2 April, and in the {} since then it has spread.",
            "nine weeks",
            "three weeks",
        ),
        (
            "The fee has brought in $3 million since April 2022, so in {}.",
            "two years",
            "three years",
        ),
        (
            "The rule came in on 4 April, so we have now been living with it for {}.",
            "seven weeks",
            "three weeks",
        ),
        (
            "The storm hit on 11 April, so that was exactly {} ago.",
            "three weeks",
            "two weeks",
        ),
        (
            "Since 26 February, that is within the last {}, we have had ten floods.",
            "four weeks",
            "eight weeks",
        ),
        ("They did so from 2014 until today, so for {}.", "seven years", "eleven years"),
        (
            "It was seen in early January, so we've been living with it for {}.",
            "eight months",
            "three months",
        ),
    ],
)
def test_words_of_many_kinds_count_from_a_day_to_now(text: str, wrong: str, right: str) -> None:
    told = [[v for v, _ in found_in(_TODAY + text.format(x), "date")][1:] for x in (wrong, right)]
    assert told == [["conflict"], ["consistent"]]


def test_a_length_far_from_the_time_that_passed_is_of_something_else() -> None:
    text = _TODAY + "The plant opened in May 1980, so it has been closed for nine days now."
    assert [v for v, _ in found_in(text, "date")][1:] == []
