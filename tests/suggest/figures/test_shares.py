"""Shares, ratios, multiples and ordinals where they start in a text."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.suggest.figures.numerals import fold
from annotator.suggest.figures.shares import share_at
from annotator.suggest.figures.units import vocabulary


def share_of(text: str, at: int = 0) -> tuple[str, str, str] | None:
    """Return the share at a position: what it spans, its value and kind."""
    found = share_at(fold(text), at, vocabulary())
    return None if found is None else (text[at : found[0]], found[1].low, found[1].kind)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("百分之三十五的村", ("百分之三十五", "35", "percent")),
        ("一成八二", ("一成八二", "0.182", "fraction")),
        ("翻了近两番", ("翻了近两番", "4", "multiple")),
        ("半价优惠", ("半价", "0.5", "fraction")),
        ("one-twentieth of it", ("one-twentieth", "0.05", "fraction")),
        ("one-in-four chance", ("one-in-four", "0.25", "fraction")),
        ("once a week", ("once", "1", "multiple")),
        ("百分之3.5", ("百分之3.5", "3.5", "percent")),
        ("百分之百", ("百分之百", "100", "percent")),
        ("百分之十几", ("百分之十几", "10", "percent")),
        ("百分之二十至百分之三十", ("百分之二十至百分之三十", "20", "range")),
        ("三分之二以上", ("三分之二", "0.666666666667", "fraction")),
        ("萬分之一點五", ("萬分之一點五", "0.00015", "fraction")),
        ("三成成立", ("三成", "0.3", "fraction")),
        ("七成半", ("七成半", "0.75", "fraction")),
        ("3.5成", ("3.5成", "0.35", "fraction")),
        ("6至7成以上", ("6至7成", "0.6", "range")),
        ("三到四成", ("三到四成", "0.3", "range")),
        ("過半數", ("過半數", "0.5", "fraction")),
        ("半年", ("半年", "0.5", "duration")),
        ("半学期", ("半学期", "0.5", "duration")),
        ("1:3的比例", ("1:3", "1", "ratio")),
        ("三比一", ("三比一", "3", "ratio")),
        ("5-to-1", ("5-to-1", "5", "ratio")),
        ("翻了一番", ("翻了一番", "2", "multiple")),
        ("翻三倍", ("翻三倍", "3", "multiple")),
        ("第十二届", ("第十二届", "12", "ordinal")),
        ("22nd floor", ("22nd", "22", "ordinal")),
        ("Twenty-first", ("Twenty-first", "21", "ordinal")),
        ("one-fifth of", ("one-fifth", "0.2", "fraction")),
        ("2 out of every 5", ("2 out of every 5", "0.4", "fraction")),
        ("1/8 of", ("1/8", "0.125", "fraction")),
        ("threefold", ("threefold", "3", "multiple")),
        ("thrice", ("thrice", "3", "multiple")),
        ("a half of it", ("a half", "0.5", "fraction")),
        ("50-50 call", ("50-50", "50", "ratio")),
        ("70/30 between us", ("70/30", "70", "ratio")),
        ("30-70 split", ("30-70", "30", "ratio")),
        ("31-0 at the break", ("31-0", "31", "score")),
        ("17 to nothing", ("17 to nothing", "17", "score")),
    ],
)
def test_a_share_and_what_it_spans(text: str, expected: tuple[str, str, str]) -> None:
    assert share_of(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "三成立",
        "30-70",
        "45-60",
        "20 to 30 in the wind",
        "90 in one ward",
        "1/10万",
        "9/11/2001",
        "8/3",
        "翻译",
        "第次",
        "三分钟",
        "1:",
        "ten",
    ],
)
def test_what_only_looks_like_a_share(text: str) -> None:
    assert share_of(text) is None


@pytest.mark.parametrize(
    ("text", "row", "low", "high"),
    [
        ("第二、三批货", "第二、三批", "2", "3"),
        ("第一、第二座桥", "第一、第二座", "1", "2"),
        ("第五、甚至第六栋楼", "第五、甚至第六栋", "5", "6"),
        ("第一、二、三枚", "第一、二、三枚", "1", "3"),
        ("第一和第二幢", "第一和第二幢", "1", "2"),
        ("第二、五批", "第二", "2", "2"),
        ("第一、两个问题", "第一", "1", "1"),
        ("第二、三个部门", "第二", "2", "2"),
    ],
)
def test_a_row_of_ordinals_is_one_where_each_is_the_next(
    text: str, row: str, low: str, high: str
) -> None:
    found = share_at(text, 0, vocabulary())
    assert found is not None
    assert (text[: found[0]], found[1].low, found[1].high) == (row, low, high)


@pytest.mark.parametrize(("text", "at"), [("上半年", 1), ("下半年", 1), ("the first half", 10)])
def test_the_half_of_a_named_period_is_no_fraction(text: str, at: int) -> None:
    assert share_of(text, at) is None


@given(st.integers(1, 99), st.integers(2, 99))
def test_any_fraction_is_right_to_twelve_places(above: int, below: int) -> None:
    found = share_of(f"{below}分之{above}")
    assert found is not None
    assert abs(Decimal(found[1]) * below - above) < Decimal("1e-9")
