"""Letters and names in front of a number that tell no currency."""

from decimal import Decimal

import pytest

from annotator.suggest.figures.currency_signs import is_no_sign, is_too_small, with_country
from annotator.suggest.figures.quantity import figures_in


@pytest.mark.parametrize(
    ("text", "is_none"),
    [
        ("人民币一年升值", True),
        ("人民币5元", False),
        ("p 17", True),
        ("r350 of r2 million", False),
        ("r211 cars", True),
    ],
)
def test_a_length_of_time_or_a_letter_apart_is_no_sum(text: str, *, is_none: bool) -> None:
    at = next(i for i, c in enumerate(text) if c.isdigit() or c == "一")
    assert is_no_sign(text, 0, at) is is_none


@pytest.mark.parametrize(
    ("sign", "number", "is_small"),
    [("n", 95, True), ("n", 1400, False), ("r", 22, True), ("r", 350, False), ("$", 1, False)],
)
def test_a_letter_needs_a_large_sum(sign: str, number: int, *, is_small: bool) -> None:
    assert is_too_small(sign, Decimal(number)) is is_small


@pytest.mark.parametrize(
    ("text", "limit", "start"),
    [("paid US $30", 0, 5), ("gave us $30", 0, 8), ("paid US $30", 6, 8), ("paid US 30", 0, 8)],
)
def test_the_country_in_front_of_dollars_belongs_to_them(text: str, limit: int, start: int) -> None:
    assert with_country(text, 8, limit) == start


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("which leaves us $230 million", ["$230 million"]),
        ("it cost us $5 and US $ 30", ["$5", "US $ 30"]),
    ],
)
def test_us_in_small_letters_is_no_part_of_the_sign(text: str, figures: list[str]) -> None:
    found = list(figures_in(text))
    assert [text[figure.start : figure.end] for figure in found] == figures
    assert all(figure.quantity.unit == "USD" for figure in found)
    assert all(figure.quantity.unit_text in text[figure.start :] for figure in found)
