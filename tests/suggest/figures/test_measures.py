"""Numbers with units, signs and ranges."""

from decimal import Decimal

import pytest

from annotator.suggest.figures.compounds import Measured
from annotator.suggest.figures.measures import measured_at
from annotator.suggest.figures.numerals import fold
from annotator.suggest.figures.units import vocabulary


def measured(text: str, at: int = 0, limit: int = 0) -> Measured:
    """Return the number with its unit at a position; there must be one."""
    found = measured_at(fold(text), at, limit, vocabulary())
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "at", "part", "unit"),
    [
        ("5 公里外", 0, "5 公里", "kilometre"),
        ("5\nmiles", 0, "5\nmiles", "mile"),
        ("3.1 mi away", 0, "3.1 mi", "mile"),
        ("5\n个", 0, "5", None),
        ("US$ 30 now", 4, "US$ 30", "USD"),
        ("人民币30元", 3, "人民币30元", "CNY"),
        ("a 500 square-metre hall", 2, "500 square-metre", "square metre"),
        ("55.5 US cents", 0, "55.5 US cents", "USD"),
        ("paid P500 million", 6, "P500 million", "PHP"),
        ("some HK $30", 9, "HK $30", "HKD"),
        ("of AUD $3 million", 8, "AUD $3 million", "AUD"),
        ("over EUR €25", 10, "EUR €25", "EUR"),
        ("30 United States dollars", 0, "30 United States dollars", "USD"),
        ("between $5 and $10", 9, "between $5 and $10", "USD"),
        ("SBP130~139mmHg", 3, "130~139mmHg", "millimetre of mercury"),
        ("三年半", 0, "三年半", "year"),
        ("三年半数", 0, "三年", "year"),
        ("两个半月", 0, "两个半月", "month"),
        ("is -5 degrees", 4, "-5 degrees", "degree"),
        ("5-to-9-year-olds", 0, "5-to-9-year-olds", "age year"),
    ],
)
def test_where_a_measure_starts_and_ends(text: str, at: int, part: str, unit: str | None) -> None:
    found = measured(text, at)
    assert text[found.start : found.end] == part
    assert (found.unit.name if found.unit else None) == unit


def test_a_unit_is_where_the_text_says_it() -> None:
    found = measured("30 km")
    assert "30 km"[found.unit_start : found.unit_end] == "km"


@pytest.mark.parametrize(
    ("text", "high"),
    [("10-5", "10"), ("5元-8人", "5"), ("1-2-3", "1"), ("5 or so", "5"), ("5至", "5")],
)
def test_what_is_no_range_ends_with_the_first_number(text: str, high: str) -> None:
    assert measured(text).high == Decimal(high)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("5-8%", "5", "8"),
        ("5%-8%", "5", "8"),
        ("3到5万人", "30000", "50000"),
        ("2000至5000人", "2000", "5000"),
        ("9个月至94岁", "0.75", "94"),
        ("8月龄到3岁", "0.666667", "3"),
        ("1900-2000户", "1900", "2000"),
        ("9000到1万人", "9000", "10000"),
        ("2百到300万元", "200", "3000000"),
        ("1.5 to 2 million", "1500000", "2000000"),
        ("$12- to $13,000", "12000", "13000"),
        ("5到8角", "0.5", "0.8"),
        ("3‰到5‰", "0.003", "0.005"),
        ("18 months to two years", "18", "24"),
        ("30 minutes to an hour", "30", "60"),
        ("45 minutes to an hour and a half", "45", "90"),
        ("10天到两周", "10", "14"),
        ("two weeks to 20 days", "14", "20"),
        ("two weeks to 10 days", "2", "2"),
    ],
)
def test_the_ends_of_a_range(text: str, low: str, high: str) -> None:
    found = measured(text, 1 if text[0] == "$" else 0)
    assert (found.low, found.high) == (Decimal(low), Decimal(high))


@pytest.mark.parametrize(
    ("text", "sum_in_yuan"),
    [
        ("5角", "0.5"),
        ("两毛钱", "0.2"),
        ("五分钱", "0.05"),
        ("1元5角", "1.5"),
        ("12元3角5分", "12.35"),
        ("5毛3分", "0.53"),
        ("三块五", "3.5"),
        ("3块5毛", "3.5"),
    ],
)
def test_a_sum_in_small_coins_is_in_yuan(text: str, sum_in_yuan: str) -> None:
    found = measured(f"{text},")
    assert (found.low, found.high, found.end) == (*[Decimal(sum_in_yuan)] * 2, len(text))
    assert found.unit
    assert found.unit.name == "CNY"


def test_a_decimal_of_a_percentage_point_is_one() -> None:
    found = measured("0.3 of a percentage point")
    assert (found.low, found.unit and found.unit.name) == (Decimal("0.3"), "pp")


def test_the_ends_of_a_range_share_the_smaller_unit_of_time() -> None:
    found = measured("18 months to two years")
    assert found.unit
    assert (found.unit.name, found.end) == ("month", len("18 months to two years"))


def test_a_change_between_two_sums_is_no_range() -> None:
    assert measured("from $15 to $100", 6).high == Decimal(15)
    assert measured("at $15 to $100", 4).high == Decimal(100)
    assert measured("14% to $100").high == Decimal(14)


def test_plus_or_minus_is_no_sign() -> None:
    assert measured("plus or minus $50", 15).low == Decimal(50)
    assert measured("minus $50", 7).low == Decimal(-50)


@pytest.mark.parametrize(("text", "at"), [("G20", 1), ("F-16", 2), ("x_5", 2), ("12-34", 3)])
def test_a_number_in_a_name_is_none(text: str, at: int) -> None:
    assert measured_at(fold(text), at, 0, vocabulary()) is None


def test_what_belongs_to_another_figure_is_left_to_it() -> None:
    assert measured("30元-5度", 4, 4).low == 5
    assert measured("¥5", 1, 1).unit is None


def test_a_number_that_moved_to_another_is_no_range() -> None:
    assert measured("fell from nine to 14", 10).high == 9
    assert measured("from three weeks to 12", 5).high == 3
    assert measured("nine to 14", 0).high == 14


def test_a_choice_between_two_full_numbers_is_no_range() -> None:
    assert measured("10 percent or 20 percent").high == 10
    assert measured("10 or 20 percent").high == 20


def test_what_lies_anywhere_from_a_number_to_another_is_a_range() -> None:
    assert measured("anywhere from 12 feet to 20 feet", 14).high == 20
    assert measured("it went from 12 feet to 20 feet", 13).high == 12
