"""Amounts that an English article makes."""

from decimal import Decimal

import pytest

from annotator.suggest.figures.article_amounts import with_article
from annotator.suggest.figures.units import vocabulary


@pytest.mark.parametrize(
    ("text", "number", "end"),
    [
        ("an hour and a half ago", "1.5", "an hour and a half"),
        ("a year and a quarter", "1.25", "a year and a quarter"),
        ("a million and a half people", "1500000", "a million and a half"),
        ("a month or so later", "1", "a month"),
        ("a dollar twenty a litre", "1.2", "a dollar twenty"),
        ("a penny and a half more", "0.015", "a penny and a half"),
        ("a buck 35 lower", "1.35", "a buck 35"),
        ("a pound seventy-five.", "1.75", "a pound seventy-five"),
    ],
)
def test_an_article_counts_what_it_stands_before(text: str, number: str, end: str) -> None:
    found = with_article(text, 0, vocabulary())
    assert found is not None
    assert (found.low, text[: found.end]) == (Decimal(number), end)


def test_a_word_in_front_makes_one_of_a_bare_unit() -> None:
    found = with_article("over a month", 5, vocabulary())
    assert found is not None
    assert found.low == 1


@pytest.mark.parametrize(
    "text",
    [
        "a month",
        "a plan and a half",
        "the hour",
        "a dollar twenty years ago",
        "a dollar twenty-two",
        "a pound 50 people paid",
    ],
)
def test_other_articles_count_nothing(text: str) -> None:
    assert with_article(text, 0, vocabulary()) is None
