"""The value of Chinese and Arabic numerals."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.suggest.figures.numerals import DIGITS, LONGEST, fold, numeral_range, numeral_value


def in_chinese(number: int) -> str:
    """Return a whole number below 10^16 in Chinese, as it is spoken."""
    if number == 0:
        return "零"
    sections = []
    for unit in ("", "万", "亿", "万亿"):
        number, section = divmod(number, 10_000)
        sections.append((section, unit))
    text = ""
    for section, unit in reversed(sections):
        if section:
            gap = "零" if text and section < 1000 else ""
            text = text.removesuffix("零") + gap + below_ten_thousand(section) + unit
        elif text and not text.endswith("零"):
            text += "零"
    return text.removesuffix("零").replace("万亿", "万", 1 if text.count("亿") > 1 else 0)


def below_ten_thousand(number: int) -> str:
    """Return a number from 1 to 9999 in Chinese."""
    text = ""
    for power, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // power % 10
        if digit:
            text += DIGITS[digit] + unit
        elif text and not text.endswith("零"):
            text += "零"
    return text.removesuffix("零")


@given(st.integers(0, 10**12 - 1))
def test_a_number_written_in_chinese_reads_back(number: int) -> None:
    assert numeral_value(in_chinese(number)) == number


@given(st.integers(0, 10**12), st.sampled_from(["", "万", "亿"]))
def test_a_number_written_with_commas_reads_back(number: int, magnitude: str) -> None:
    factor = {"": 1, "万": 10**4, "亿": 10**8}[magnitude]
    if number < 10**8 or not magnitude:
        assert numeral_value(f"{number:,}{magnitude}") == number * factor


@given(st.decimals(0, 9999, places=3))
def test_a_decimal_with_a_magnitude_reads_back_exactly(number: Decimal) -> None:
    assert numeral_value(f"{number}万亿") == number * 10**12


@given(st.integers(1000, 9999))
def test_digits_one_by_one_read_back(year: int) -> None:
    assert numeral_value("".join(DIGITS[int(digit)] for digit in str(year))) == year


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("十", "10"),
        ("十五", "15"),
        ("二十一", "21"),
        ("廿五", "25"),
        ("卅", "30"),
        ("两千", "2000"),
        ("三万五", "35000"),
        ("两百五", "250"),
        ("一百零五", "105"),
        ("一千零一十", "1010"),
        ("千", "1000"),
        ("百万", "1000000"),
        ("三点一四", "3.14"),
        ("二点五亿", "250000000"),
        ("1亿2000万", "120000000"),
        ("3千", "3000"),
        ("2.3万", "23000"),
        ("12,345.6", "12345.6"),
        ("007", "7"),
    ],
)
def test_numerals_as_people_write_them(text: str, value: str) -> None:
    assert numeral_value(text) == Decimal(value)


@pytest.mark.parametrize(
    "text",
    ["", "万万", "十十", "点五", "二百三百", "五十千百", "1.2.3", "1,", "x", "百零", "零万零"],
)
def test_ill_formed_numerals_have_no_value(text: str) -> None:
    assert numeral_value(text) is None


def test_a_numeral_too_long_is_an_identifier() -> None:
    assert numeral_value("1" * LONGEST) is not None
    assert numeral_value("1" * (LONGEST + 1)) is None


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [("七八百", 700, 800), ("三五十", 30, 50), ("十七八", 17, 18), ("两三万", 20000, 30000)],
)
def test_neighbouring_digits_are_a_range(text: str, low: int, high: int) -> None:
    assert numeral_range(text) == (Decimal(low), Decimal(high))


@pytest.mark.parametrize(("text", "value"), [("二零二三", 2023), ("三", 3), ("二十三", 23)])
def test_other_numerals_are_one_number(text: str, value: int) -> None:
    assert numeral_range(text) == (Decimal(value), Decimal(value))


def test_an_ill_formed_range_has_no_value() -> None:
    assert numeral_range("万万") is None


@given(st.text())
def test_folding_keeps_every_position(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


def test_a_capital_numeral_stays_a_word_in_some() -> None:
    assert fold("食肆三間、放肆一次") == "食店三间、放店一次"
    assert fold("肆佰元") == "四百元"


def test_traditional_characters_that_words_around_numbers_have_are_read_as_simplified() -> None:
    assert fold("失蹤、漁船、貿易、賠款、遺漏、襲擊") == "失踪、渔船、贸易、赔款、遗漏、袭击"


def test_folding_makes_decimals_behind_a_raised_point() -> None:
    assert fold("18·5%、3‧2萬元、３０・５米") == "18.5%、3.2万元、30.5米"
    assert fold("6·30大会、12·9运动") == "6·30大会、12·9运动"


def test_folding_makes_half_width_and_simplified() -> None:
    assert fold("約１２．５％，鱷加兩萬個") == "约12.5%,鱷加两万个"
