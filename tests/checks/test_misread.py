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


@pytest.mark.parametrize(
    ("text", "meant", "expected"),
    [
        ("共有0人。", "10", False),
        ("共有437人。", "0", False),
        ("共有437人。", "-417", False),
        ("共有437人。", "437", False),
        ("共有437人。", "347", True),
        ("共有437人。", "734", False),
        ("共有437人。", "4370", False),
        ("共有430至470人。", "410", False),
        ("共有数十人。", "30", False),
        ("共有437人。", "417.4", True),
    ],
)
def test_a_slip_is_of_one_plain_number_and_its_digits(
    text: str, meant: str, *, expected: bool
) -> None:
    statement = read(text).statements[0]
    assert is_misread(statement, Decimal(meant)) is expected


def test_what_is_no_whole_step_is_read_for_no_number_unless_it_is_rounded() -> None:
    [statement] = read("共有4.37万人。").statements
    assert is_misread(statement, Decimal(41710))
    assert not is_misread(statement, Decimal(41710), is_rounded=False)
    assert is_misread(statement, Decimal(41700), is_rounded=False)


def test_a_sum_that_is_right_or_has_a_part_without_a_number_has_no_slip() -> None:
    total, *parts = read("共322例，甲型186例，乙型98例，其他38例。").statements
    [none] = read("2月7日。").statements
    assert not are_misread(total, parts)
    assert not are_misread(total, [*parts[:2], none])
    assert not are_misread(none, parts)
