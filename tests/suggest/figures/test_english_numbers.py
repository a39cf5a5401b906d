"""The value of English number words."""

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.suggest.figures.english_numbers import (
    ONES,
    TENS,
    WORDS,
    any_of,
    plural_value,
    spoken_year,
    words_value,
)

SMALL = {value: word for word, value in ONES.items()}
ROUND = {value: word for word, value in TENS.items()}


def in_words(number: int) -> str:
    """Return a number below a billion in English words."""
    for power, word in ((10**6, "million"), (1000, "thousand")):
        if number >= power:
            rest = f" {in_words(number % power)}" if number % power else ""
            return f"{in_words(number // power)} {word}{rest}"
    if number >= 100:
        rest = f" and {in_words(number % 100)}" if number % 100 else ""
        return f"{SMALL[number // 100]} hundred{rest}"
    if number < 20:
        return SMALL[number]
    return ROUND[number // 10 * 10] + (f"-{SMALL[number % 10]}" if number % 10 else "")


@given(st.integers(0, 10**9 - 1))
def test_a_number_written_in_words_reads_back(number: int) -> None:
    assert words_value(in_words(number)) == number
    assert re.fullmatch(WORDS, in_words(number))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Twenty-Three", "23"),
        ("two and a half", "2.5"),
        ("three and a quarter million", "3250000"),
        ("a hundred", "100"),
        ("a million", "1000000"),
        ("two hundred million", "200000000"),
        ("one thousand billion", "1000000000000"),
        ("three dozen", "36"),
    ],
)
def test_numbers_as_people_say_them(text: str, value: str) -> None:
    assert words_value(text) == Decimal(value)


@pytest.mark.parametrize(
    ("text", "year"), [("nineteen ninety-eight", 1998), ("twenty ten", 2010), ("twenty five", None)]
)
def test_the_halves_of_a_year_are_read_together(text: str, year: int | None) -> None:
    assert spoken_year(text.replace("-", " ").split()) == year


@pytest.mark.parametrize("text", ["five twenty", "thirty ten", "twenty zero", "one two"])
def test_ill_formed_numbers_have_no_value(text: str) -> None:
    assert words_value(text) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [("dozens", 24), ("tens of thousands", 10_000), ("Hundreds of millions", 10**8)],
)
def test_plurals_name_a_power(text: str, value: int) -> None:
    assert plural_value(text) == value


def test_the_longest_word_wins_and_a_space_takes_a_line_break() -> None:
    assert re.match(any_of(["seven", "seventeen"]), "seventeen").group() == "seventeen"  # type: ignore[union-attr]
    assert re.fullmatch(any_of(["per cent"]), "per\ncent")
