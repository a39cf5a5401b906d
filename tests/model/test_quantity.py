"""Quantities: their bounds are decimal text, and a reader sees them with commas and signs."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.errors import UserError
from annotator.model.quantity import Quantity, decimal_text, describe, is_decimal


@pytest.mark.parametrize(
    ("quantity", "words"),
    [
        (Quantity("23000", "23000", "person"), "23,000 person"),
        (Quantity("500000", "3000000", "CNY", kind="range"), "500,000-3,000,000 CNY"),
        (Quantity("30", "30", "percent", comparator="<="), "≤ 30 percent"),
        (Quantity("7700", "7700", "person", comparator=">~"), "≳ 7,700 person"),
        (Quantity("10", "", comparator=">="), "≥ 10"),
        (Quantity("", "5", "day", comparator="<"), "< 5 day"),
        (Quantity("1", "3", kind="ratio"), "1 : 3"),
        (Quantity("-1234.50", "-1234.50", "degree"), "-1,234.5 degree"),
        (Quantity(kind="date", value="--12-29"), "12-29"),
        (Quantity(unit="person"), "person"),
        (Quantity(), ""),
    ],
)
def test_describe_shows_commas_the_comparator_and_the_unit(quantity: Quantity, words: str) -> None:
    assert describe(quantity) == words


@pytest.mark.parametrize(
    "text",
    [
        *("1_000", "１２", "NaN", "Infinity", "1,000", "", " ", "two", "½"),
        *("1e999999999", "1e-999999999", "1" * 1001),
    ],
)
def test_only_plain_ascii_decimals_are_numbers(text: str) -> None:
    assert not is_decimal(text)


@pytest.mark.parametrize("text", ["0", "-1.5", "23000", "0.333333333333"])
def test_plain_decimals_are_numbers(text: str) -> None:
    assert is_decimal(text)


def test_a_bound_that_is_no_number_is_refused() -> None:
    with pytest.raises(UserError, match=r"2[.]3万"):
        Quantity("2.3万", "2.3万")


@given(st.decimals(allow_nan=False, allow_infinity=False, places=6, min_value=-(10**15)))
def test_decimal_text_keeps_the_value_without_an_exponent(number: Decimal) -> None:
    text = decimal_text(number)
    assert Decimal(text) == number
    assert "E" not in text
    assert not ("." in text and text.endswith("0"))


def test_decimal_text_writes_out_an_exponent() -> None:
    assert decimal_text(Decimal("5E+6")) == "5000000"
    assert decimal_text(Decimal("2.50")) == "2.5"
