"""Figures as suggestions: what each states, its score, tier and reason."""

from decimal import Decimal
from itertools import pairwise
from time import process_time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from annotator.model.kinds import LabelKind
from annotator.model.quantity import is_decimal
from annotator.model.records import Figure
from annotator.model.suggestion import Suggestion
from annotator.suggest.figures import suggest_figures


def suggested(text: str) -> Suggestion:
    """Return the only suggestion of a text."""
    [suggestion] = suggest_figures(text)
    return suggestion


def figure(text: str) -> Figure:
    """Return what the only suggestion of a text states."""
    stated = suggested(text).figure
    assert stated is not None
    return stated


@pytest.mark.parametrize(
    ("text", "span", "low", "comparator", "word"),
    [
        ("up to 30% of it", "up to 30%", "30", "<=", "up to"),
        ("来了7700多人。", "7700多人", "7700", ">~", "多"),
        ("dozens came", "dozens", "24", ">=", ""),
        ("达到50万以上。", "50万以上", "500000", ">=", "以上"),
        ("約三成受訪者", "約三成", "0.3", "~", "約"),
        ("共12个。", "12个", "12", "=", ""),
    ],
)
def test_the_comparator_is_never_folded_into_the_number(
    text: str, span: str, low: str, comparator: str, word: str
) -> None:
    found = suggested(text)
    assert found.text == span
    assert found.figure is not None
    assert (found.figure.low, found.figure.comparator) == (low, comparator)
    assert found.comparator_text == word


def test_only_a_lower_bound_has_no_high() -> None:
    assert (figure("数十名").low, figure("数十名").high) == ("10", "")


def test_dates_and_times_are_context_and_have_iso_values() -> None:
    found = list(suggest_figures("定于5月18日下午2点召开，为期3天。"))
    tiers = [(s.tier, s.figure.value, s.figure.low) for s in found if s.figure]
    assert tiers == [
        ("context", "--05-18", ""),
        ("context", "14:00", ""),
        ("core", "", "3"),
    ]


def test_a_suggestion_names_its_kind_unit_and_reason() -> None:
    found = suggested("投资 NT$500萬 建設")
    assert found.kind is LabelKind.FIGURE
    assert (found.unit_text, figure("NT$500萬").unit) == ("NT$", "TWD")
    assert str(found.reason) == "A sum of money in NT$."
    assert 0 < found.score <= 1


def test_a_number_alone_scores_below_one_that_counts_something() -> None:
    alone, counted = (suggested(text).score for text in ("it was 340", "about 340 patients"))
    assert alone < counted


def test_positions_between_two_bounds_only() -> None:
    text = "12个和13个和14个"
    assert [s.text for s in suggest_figures(text, 4, 7)] == ["13个"]


SCRAPS = [
    *"0123456789.,%-—:年月日号时点分第半成一二三十百千万亿两几多近约个人元度℃$€",
    *(
        "“",
        "”",
        "《",
        "》",
        "每",
        "占",
        "的",
        " ",
        "\n",
        "𠮷",
        "百分之",
        "分之",
        "half ",
        "a ",
        "one ",
    ),
    *("twenty", " to ", "million", " percent", "third", "上午", "民国", "Article ", "-year-old"),
    *("以上", "左右", "about ", " per day", "over "),
]
ANYTHING = st.text(max_size=60) | st.lists(st.sampled_from(SCRAPS), max_size=30).map("".join)


def check_spans(text: str) -> None:
    """Hold the suggestions of a text to what every text's must be."""
    found = list(suggest_figures(text))
    assert all(0 <= s.start < s.end <= len(text) for s in found)
    assert all(text[s.start : s.end] == s.text and s.text.strip() for s in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    for stated in (s.figure for s in found if s.figure):
        assert all(is_decimal(bound) for bound in (stated.low, stated.high) if bound)
        assert stated.low or stated.value


@settings(max_examples=1_000)
@given(ANYTHING)
@example("OVER -1月")
@example("0-一一年")
def test_any_text_gives_ordered_spans_with_decimal_bounds(text: str) -> None:
    check_spans(text)


@pytest.mark.heavy
@settings(max_examples=10_000)
@given(ANYTHING)
def test_ten_thousand_texts_give_ordered_spans_with_decimal_bounds(text: str) -> None:
    check_spans(text)


NUMBERS = st.decimals(0, 10**12, places=2, allow_nan=False, allow_infinity=False)
DIGITS = "零一二三四五六七八九"


def in_chinese(number: int) -> str:
    """Return a whole number below a hundred million in Chinese, written out digit by digit."""
    high, low = divmod(number, 10_000)
    if high:
        middle = "零" if 0 < low < 1_000 else ""
        return in_chinese(high) + "万" + middle + (in_chinese(low) if low else "")
    text, pending = "", False
    for power, mark in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, power)
        if digit:
            text += ("零" if pending and text else "") + DIGITS[digit] + mark
        pending = not digit
    return text or DIGITS[0]


@given(NUMBERS)
def test_a_number_written_with_separators_reads_as_itself(number: Decimal) -> None:
    for written in (f"{number:,}个", f"{number}个", f"${number:,}", f"{number:,} percent"):
        stated = figure(written)
        assert Decimal(stated.low) == Decimal(stated.high) == number


@given(st.integers(2, 10**8 - 1))
def test_a_number_written_in_chinese_reads_as_itself(number: int) -> None:
    assert Decimal(figure(f"{in_chinese(number)}名").low) == number


@given(st.integers(1, 9_999), st.sampled_from([("万", 4), ("亿", 8), ("万亿", 12)]))
def test_a_number_with_a_magnitude_reads_as_the_product(
    number: int, magnitude: tuple[str, int]
) -> None:
    mark, power = magnitude
    assert Decimal(figure(f"{number / 10}{mark}元").low) == Decimal(number).scaleb(power - 1)


HOSTILE = [
    "9",
    "十",
    ",",
    "1,",
    "-",
    "1-",
    "第",
    "每",
    "占",
    "“",
    "《",
    "約",
    "a ",
    "1.",
    "一是",
    "$",
]


@pytest.mark.parametrize("scrap", HOSTILE)
def test_a_run_sixteen_times_as_long_takes_no_square_of_that(scrap: str) -> None:
    def seconds(text: str) -> float:
        started = process_time()
        for _suggestion in suggest_figures(text):
            pass
        return process_time() - started

    assert seconds(scrap * 8_000) < 64 * seconds(scrap * 500) + 0.2


def test_a_hundred_thousand_digits_are_no_figure() -> None:
    assert not list(suggest_figures("9" * 100_000))
