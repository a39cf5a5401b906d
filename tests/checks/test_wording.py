"""Computed numbers in the words of a stated one."""

from decimal import Decimal

import pytest

from annotator.checks.wording import grouped, said_like, told_change
from tests.checks.reading import read, scene_of


@pytest.mark.parametrize(
    ("text", "value", "expected"),
    [
        ("总投资48.8亿元。", "4690000000", "46.9亿元"),
        ("It costs $84 million.", "79100000", "$79.1 million"),
        ("共有960起。", "1860", "1,860起"),
        ("共7.6万个。", "71250", "7.13万个"),
        ("up 2.5 percentage points.", "1.5", "1.5 percentage points"),
        ("全市约60家企业。", "72", "72家"),
    ],
)
def test_the_unit_and_magnitude_are_those_of_the_model(
    text: str, value: str, expected: str
) -> None:
    [statement] = read(text).statements
    assert said_like(Decimal(value), statement) == expected


@pytest.mark.parametrize("text", ["三万五千人参加。", "It takes 5 to 7 million dollars."])
def test_words_and_ranges_give_a_plain_number(text: str) -> None:
    [statement] = read(text).statements
    assert said_like(Decimal(1234567), statement) == "1,234,567"


def test_two_places_are_enough() -> None:
    assert grouped(Decimal("1234.5678")) == "1,234.57"
    assert grouped(Decimal("1200.00")) == "1,200"
    assert grouped(Decimal(1200), is_grouped=False) == "1200"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("从14起到8起，下降一半。", "From 14起 to 8起 is a fall of 42.9%; stated is 一半."),
        ("从40元到50元，涨10元。", "From 40元 to 50元 is a rise of 10元; stated is 10元."),
        ("From 12 to 18, that is doubled.", "18 is 1.5 times 12; stated is doubled."),
        ("从40元到40元，涨10%。", "40元 is no change from 40元; stated is 10%."),
    ],
)
def test_a_change_is_told_in_plain_words(text: str, expected: str) -> None:
    before, after, change = scene_of(text).statements
    assert str(told_change(before, after, change)) == expected
