"""Numbers whose digits stand apart: by a space, an apostrophe or a comma."""

from decimal import Decimal

import pytest

from annotator.suggest.figures.digits_apart import digits_apart


def read(text: str, part: str) -> tuple[str, Decimal, Decimal] | None:
    """Return what is read from where ``part`` starts: its text, the number and its magnitude."""
    at = text.index(part)
    found = digits_apart(text, at)
    return (text[at : found[0]], *found[1:]) if found else None


@pytest.mark.parametrize(
    ("text", "number", "value"),
    [
        ("some 2 050 beds", "2 050", "2050"),
        ("some 1 234 567 trees", "1 234 567", "1234567"),
        ("2\u202f050.5 km", "2\u202f050.5", "2050.5"),
        ("300'000 francs", "300'000", "300000"),
        ("1,65,375 doses", "1,65,375", "165375"),
        ("there were 3, 990 tests", "3, 990", "3990"),
        ("275, 000 jobs", "275, 000", "275000"),
        ("5,3 percent", "5,3", "5.3"),
        ("2. 4%", "2. 4", "2.4"),
    ],
)
def test_a_number_in_parts_is_read_whole(text: str, number: str, value: str) -> None:
    assert read(text, number) == (number, Decimal(value), Decimal(1))


@pytest.mark.parametrize(
    ("text", "number", "value", "factor"),
    [
        ("r5,35 billion", "5,35 billion", "5350000000", 10**9),
        ("2. 4 million", "2. 4 million", "2400000", 10**6),
    ],
)
def test_a_magnitude_behind_a_decimal_comma_counts(
    text: str, number: str, value: str, factor: int
) -> None:
    assert read(text, number) == (number, Decimal(value), Decimal(factor))


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("18 155 mm howitzers", "18"),
        ("rooms 3, 990 and 991", "3"),
        ("2,050 beds", "2"),
        ("some 20 911 calls", "20"),
        ("5,3 metres", "5"),
        ("12 34 56", "12"),
        ("0 500", "0"),
    ],
)
def test_what_stands_beside_a_number_is_no_part_of_it(text: str, part: str) -> None:
    assert read(text, part) is None
