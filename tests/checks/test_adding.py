"""What stated numbers may make together."""

from decimal import Decimal

import pytest

from annotator.checks.adding import added, is_bound
from tests.checks.reading import found_in, read


def test_a_whole_number_beside_one_with_a_digit_more_is_as_fine() -> None:
    made = added(read("一、6亿元；二、7.5亿元；三、9亿元；四、10亿元；五、12亿元。").statements)
    assert made.high - made.low < Decimal(10) ** 8
    assert made.low < Decimal("44.5") * Decimal(10) ** 8 < made.high


def test_whole_numbers_alone_are_rounded_as_they_stand() -> None:
    made = added(read("一、6亿元；二、8亿元；三、9亿元；四、10亿元；五、12亿元。").statements)
    assert made.high - made.low > Decimal(10) ** 8


def test_a_number_with_many_more_digits_makes_no_other_finer() -> None:
    made = added(read("一、6亿元；二、7531万元。").statements)
    assert made.high - made.low > Decimal(10) ** 7


@pytest.mark.parametrize(("total", "verdict"), [("43.5", "conflict"), ("44.5", "consistent")])
def test_years_told_in_turn_make_the_total_of_them(total: str, verdict: str) -> None:
    text = f"累计投入{total}亿元，2016年到2020年分别是6亿元、7.5亿元、9亿元、10亿元和12亿元。"
    assert [v for v, _texts in found_in(text, "sum")] == [verdict]


def test_under_and_over_are_bounds() -> None:
    assert [
        is_bound(s) for s in read("We have over 300 buses, under 40 trams and 5 ships.").statements
    ] == [
        True,
        True,
        False,
    ]
