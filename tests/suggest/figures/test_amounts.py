"""Numbers with their magnitudes, and what blurs them."""

from decimal import Decimal

import pytest

from annotator.suggest.figures.amounts import amount_at


@pytest.mark.parametrize(
    ("text", "part", "low", "power"),
    [
        ("2.3万人", "2.3万", "23000", 10**4),
        ("3.45亿二备金", "3.45亿", "345000000", 10**8),
        ("300亿元", "300亿", "30000000000", 10**8),
        ("50", "50", "50", 1),
        ("5万一平米", "5万", "50000", 10**4),
        ("5万一千", "5万一千", "51000", 1000),
        ("三千", "三千", "3000", 1000),
        ("2.3 million people", "2.3 million", "2300000", 10**6),
        ("1.5 thousand billion", "1.5 thousand billion", "1500000000000", 10**12),
        ("3bn", "3bn", "3000000000", 10**9),
        ("two million", "two million", "2000000", 10**6),
        ("three dozen", "three dozen", "36", 12),
        ("three hundred yards", "three hundred", "300", 100),
        ("twenty, thirty barns", "twenty", "20", 1),
        ("half a billion", "half a billion", "500000000", 1),
        ("four, five barns", "four", "4", 1),
        ("2’050’000 homes", "2’050’000", "2050000", 1),
        ("2'050 francs", "2'050", "2050", 1),
        ("6'2", "6", "6", 1),
        ("1 and 1/2%", "1 and 1/2", "1.5", 1),
        ("2 ½ years", "2 ½", "2.5", 1),
        ("61 thousand two hundred and six tests", "61 thousand two hundred and six", "61206", 1),
        ("9 thousand 405 tests", "9 thousand 405", "9405", 1),
        ("4 million 300 thousand tests", "4 million 300 thousand", "4300000", 1),
        ("4 million 300 times", "4 million", "4000000", 10**6),
        ("6 thousand 300 percent", "6 thousand", "6000", 1000),
        ("6 thousand two weeks ago", "6 thousand", "6000", 1000),
    ],
)
def test_a_number_with_the_magnitude_a_range_shares(
    text: str, part: str, low: str, power: int
) -> None:
    amount = amount_at(text, 0)
    assert amount is not None
    assert (text[: amount.end], amount.low, amount.high) == (part, Decimal(low), Decimal(low))
    assert amount.power == power


@pytest.mark.parametrize(
    ("text", "part", "word"),
    [("20多万", "20多万", "多"), ("十几个", "十几", "几"), ("三年来", "三", ""), ("5几", "5", "")],
)
def test_a_word_that_blurs_the_number(text: str, part: str, word: str) -> None:
    amount = amount_at(text, 0)
    assert amount is not None
    assert (text[: amount.end], amount.blurred_by) == (part, word)


def test_a_letter_is_a_magnitude_only_of_money() -> None:
    money, length = amount_at("5m", 0, takes_letter=True), amount_at("5m", 0)
    assert money is not None
    assert length is not None
    assert (money.low, money.end) == (Decimal(5_000_000), 2)
    assert (length.low, length.end) == (Decimal(5), 1)


@pytest.mark.parametrize(
    "text",
    [
        "数百",
        "dozens",
        "上千",
        "好几十",
        "hundreds of thousands",
        "several hundred",
        "a few thousand",
        "couple of million",
    ],
)
def test_a_named_power_has_no_upper_bound(text: str) -> None:
    amount = amount_at(text, 0)
    assert amount is not None
    assert (amount.high, amount.end) == (None, len(text))


def test_above_a_hundredth_part_is_no_hundred() -> None:
    assert amount_at("上百分之三", 0) is None
    assert amount_at("以上百家", 1) is None


@pytest.mark.parametrize("text", ["", "人", "x", "万万", "9" * 60, "twenty ten"[7:-3]])
def test_what_is_no_number(text: str) -> None:
    assert amount_at(text, 0) is None
