"""Ages that cannot be."""

import pytest

from tests.checks.reading import found_in


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("It opened in 2024. She was born in 1980 and is now 44 years old.", "consistent"),
        ("It opened in 2024. She was born in 1980 and is now 34 years old.", "conflict"),
        ("2024年5月通报。嫌疑人刘某，1985年出生，今年29岁。", "conflict"),
        ("2024年5月通报。嫌疑人刘某，1985年出生，今年39岁。", "consistent"),
        ("嫌疑人刘某，1985年出生，今年29岁。", "undetermined"),
    ],
)
def test_an_age_fits_its_year_of_birth_when_the_text_was_said(text: str, verdict: str) -> None:
    assert [v for v, _texts in found_in(text, "date")] == [verdict]


@pytest.mark.parametrize(
    "text",
    [
        "It opened in 2024. The founder was born in 1920 and died aged 50.",
        "2024年5月。她1980年出生，22岁时加入该局。",
        "It opened in 2024. Of those born in 1980, 34 received a letter.",
    ],
)
def test_an_age_at_another_time_is_left_alone(text: str) -> None:
    assert found_in(text, "date") == []


def test_an_age_that_holds_later_than_any_year_of_the_text_is_open() -> None:
    text = "案件发生在1994年。嫌疑人杨某（1987年出生，现年37岁）已被抓获。"
    assert [v for v, _texts in found_in(text, "date")] == ["undetermined"]


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("He was born in 1986 and joined the force in 2008, when he was just {}.", "19", "22"),
        ("He was {} when he joined in 2005 and retired in 2020, at the age of 59.", "34", "44"),
        ("他1969年出生，2001年{}时当选。", "38岁", "32岁"),
        (
            "2019年12月25日，公安部召开新闻发布会。\n他1995年潜逃时21岁，今年已经{}了。",
            "54岁",
            "45岁",
        ),
        ("He was aged 25 in 1990; today, in 2024, he is {}.", "69", "59"),
    ],
)
def test_people_grow_older_by_the_years_that_pass(text: str, wrong: str, right: str) -> None:
    told = [[v for v, _ in found_in(text.format(n), "date")] for n in (wrong, right)]
    assert told == [["conflict"], ["consistent"]]


def test_two_people_of_one_sentence_have_an_age_each() -> None:
    text = (
        "2 October 2021, press conference\n\nLEE: Two patients are a man of 79, born in 1942,"
        " and a woman of 74 who was born in 1957."
    )
    assert [v for v, _ in found_in(text, "date")] == ["consistent", "conflict"]


def test_an_age_without_a_year_beside_it_is_not_held_against_another() -> None:
    assert found_in("One was aged 25 and the other was aged 60. It was 1990.", "date") == []
