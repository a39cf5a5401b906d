"""One number read for another."""

from decimal import Decimal

import pytest

from annotator.checks.misread import are_misread, is_misread
from tests.checks.reading import read


@pytest.mark.parametrize(
    ("text", "meant", "expected"),
    [
        ("共有4.37万人。", "41700", True),
        ("共有4.37万人。", "47300", True),
        ("共有4.37万人。", "43700.4", False),
        ("共有4.37万人。", "51900", False),
        ("共有9人。", "8", False),
        ("It costs $360 million.", "260000000", True),
        ("It costs $360 million.", "26000000", False),
        ("It costs $1.84 billion.", "1740000000", True),
    ],
)
def test_one_digit_or_two_that_changed_places_make_a_slip(
    text: str, meant: str, *, expected: bool
) -> None:
    [statement] = read(text).statements
    assert is_misread(statement, Decimal(meant)) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("共312例，甲型186例，乙型98例，其他38例。", True),
        ("共322例，甲型168例，乙型98例，其他38例。", True),
        ("共322例，甲型186例，乙型98例，其他38例。", False),
        ("共412例，甲型186例，乙型98例，其他38例。", False),
    ],
)
def test_the_slip_may_be_in_the_total_or_in_a_part(text: str, *, expected: bool) -> None:
    total, *parts = read(text).statements
    assert are_misread(total, parts) is expected
