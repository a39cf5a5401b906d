"""What a stated number may stand for."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.checks.rounding import (
    INFINITE,
    Interval,
    as_rounded,
    counted,
    exact,
    held_against,
    is_rounded_from,
    last_digit,
    loose,
    same_number,
    side_of,
    significant_digits,
    stated,
    value_of,
)
from annotator.checks.statement import Statement, Verdict
from annotator.model.ids import AnnotationId, DocumentId
from annotator.model.records import Figure
from tests.checks.reading import found_in, read


def said(text: str, low: str, comparator: str = "=", kind: str = "cardinal") -> Statement:
    figure = Figure(AnnotationId(""), low, low, kind=kind, comparator=comparator)
    return Statement(DocumentId("d"), 0, len(text), text, figure)


NUMBERS = st.integers(-999, 999).map(Decimal)


@st.composite
def intervals_with_a_number(draw: st.DrawFn, least: int = -999) -> tuple[Interval, Decimal]:
    """Draw what a number may be, and one that it is."""
    low, within, high = sorted(draw(st.integers(least, 999)) for _end in range(3))
    return Interval(Decimal(low), Decimal(high)), Decimal(within)


def bounds(interval: Interval | None) -> tuple[str, str]:
    assert interval is not None
    return f"{interval.low.normalize():f}", f"{interval.high.normalize():f}"


@pytest.mark.parametrize(
    ("text", "low", "comparator", "expected"),
    [
        ("7.1万", "71000", "=", ("70500", "71500")),
        ("99.6%", "99.6", "=", ("99.55", "99.65")),
        ("14名", "14", "=", ("13.5", "14.5")),
        ("三万五千", "35000", "=", ("34500", "35500")),
        ("7700多", "7700", ">~", ("7700", "7800")),
        ("7.6万多", "76000", ">~", ("76000", "77000")),
        ("近40万", "400000", "<~", ("360000", "400000")),
        ("1,250", "1250", "=", ("1249.5", "1250.5")),
    ],
)
def test_a_number_stands_for_half_its_last_digit_either_way(
    text: str, low: str, comparator: str, expected: tuple[str, str]
) -> None:
    assert bounds(stated(said(text, low, comparator))) == expected


def test_bounds_are_open_on_their_side() -> None:
    over, under = stated(said("超过5", "5", ">")), stated(said("不到5", "5", "<"))
    least, million = stated(said("5以上", "5", ">=")), stated(said("over 1m", "1000000", ">"))
    assert least == Interval(Decimal(5), INFINITE)
    assert bounds(million) == ("1000000", "2000000")
    assert over == Interval(Decimal(5), Decimal(6))
    assert under == Interval(Decimal(0), Decimal(5))


def test_zeros_at_the_end_may_be_rounding_but_not_without_limit() -> None:
    assert bounds(loose(said("5,000", "5000"))) == ("4975", "5025")
    assert bounds(loose(said("80%", "80", kind="percent"))) == ("79", "81")
    assert bounds(loose(said("4,321", "4321"))) == ("4320.5", "4321.5")


def test_an_inexact_number_was_rounded_to_its_digits() -> None:
    assert bounds(as_rounded(said("98%左右", "98", "~"))) == ("97.5", "98.5")
    assert bounds(as_rounded(said("近40", "40", "<~"))) == ("30", "40")


def test_arithmetic_keeps_both_ends() -> None:
    a, b = Interval(Decimal(2), Decimal(4)), Interval(Decimal(1), Decimal(2))
    assert a.plus(b) == Interval(Decimal(3), Decimal(6))
    assert a.minus(b) == Interval(Decimal(0), Decimal(3))
    assert a.by(b) == Interval(Decimal(1), Decimal(4))
    assert a.by(Interval(Decimal(0), Decimal(2))).high == INFINITE
    assert a.times(Decimal(10)) == Interval(Decimal(20), Decimal(40))
    assert a.overlaps(b)
    assert not a.overlaps(Interval(Decimal(5), Decimal(6)))


def test_digits_that_say_something() -> None:
    assert [significant_digits(Decimal(x)) for x in ("1000", "7765", "0.5", "23000")] == [
        1,
        4,
        1,
        2,
    ]
    assert last_digit("2.25万名", Decimal(22500)) == 100
    assert value_of(said("", "")) is None


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("三百亿元", "1000000000"),
        ("二百四十亿元", "100000000"),
        ("两亿元", "100000000"),
        ("三千人", "100"),
        ("一千人", "1000"),
        ("四千八百人", "10"),
        ("百分之七十", "1"),
        ("百分之六十七点五", "0.1"),
        ("two billion dollars", "1000000000"),
        ("three hundred million dollars", "10000000"),
        ("one thousand six hundred and fifty people", "10"),
        ("三万五千人", "1000"),
    ],
)
def test_a_number_in_words_is_told_to_one_digit_more_than_it_has(text: str, step: str) -> None:
    statement = read(text).statements[0]
    assert last_digit(text, Decimal(statement.figure.low)) == Decimal(step)


@given(intervals_with_a_number(), intervals_with_a_number(), st.integers(0, 99))
def test_what_numbers_make_lies_in_what_their_intervals_make(
    first: tuple[Interval, Decimal], second: tuple[Interval, Decimal], factor: int
) -> None:
    (one, a), (other, b) = first, second
    assert one.overlaps(exact(a))
    assert one.plus(other).overlaps(exact(a + b))
    assert one.minus(other).overlaps(exact(a - b))
    assert one.times(Decimal(factor)).overlaps(exact(a * factor))
    assert one.magnitude().overlaps(exact(abs(a)))


@given(intervals_with_a_number(least=1), intervals_with_a_number(least=1))
def test_a_quotient_lies_between_those_of_the_ends(
    first: tuple[Interval, Decimal], second: tuple[Interval, Decimal]
) -> None:
    (one, a), (other, b) = first, second
    assert one.by(other).overlaps(exact(a / b))
    assert one.by(other) == Interval(one.low / other.high, one.high / other.low)


@given(intervals_with_a_number(least=1))
def test_a_quotient_by_what_may_be_nothing_or_anything_is_open(
    drawn: tuple[Interval, Decimal],
) -> None:
    one, _number = drawn
    assert one.by(Interval(Decimal(-1), Decimal(2))) == Interval(one.low / 2, INFINITE)
    assert one.by(Interval(Decimal(-1), Decimal(0))) == Interval(Decimal(0), INFINITE)
    assert one.by(Interval(Decimal(2), INFINITE)) == Interval(Decimal(0), one.high / 2)
    assert Interval(one.low, INFINITE).by(one).high == INFINITE


@given(intervals_with_a_number())
def test_the_magnitude_is_as_wide_as_directions_allow(drawn: tuple[Interval, Decimal]) -> None:
    one, number = drawn
    told = one.magnitude()
    assert told.low == (0 if one.overlaps(exact(Decimal(0))) else min(abs(one.low), abs(one.high)))
    assert told.high == max(abs(one.low), abs(one.high))
    assert Interval(-one.high, -one.low).magnitude() == told
    assert told.low <= abs(number) <= told.high


@given(intervals_with_a_number())
def test_widening_and_narrowing_move_both_ends(drawn: tuple[Interval, Decimal]) -> None:
    one, _number = drawn
    wide, narrow = one.widened(Decimal("0.1")), one.narrowed(Decimal("0.1"))
    assert one.low - wide.low == abs(one.low) / 10
    assert wide.high - one.high == abs(one.high) / 10
    assert narrow.low - one.low == one.high - narrow.high == (one.high - one.low) / 10
    assert Interval(one.low, INFINITE).narrowed(Decimal("0.1")) == Interval(one.low, INFINITE)


@given(NUMBERS, NUMBERS)
def test_one_number_overlaps_itself_only(one: Decimal, other: Decimal) -> None:
    assert exact(one).overlaps(exact(other)) is (one == other)


def test_numbers_fit_closely_loosely_or_not() -> None:
    near, far, wide = exact(Decimal(5)), exact(Decimal(9)), Interval(Decimal(4), Decimal(9))
    assert held_against(near, near, far, near) is Verdict.CONSISTENT
    assert held_against(near, far, near, wide) is Verdict.UNDETERMINED
    assert held_against(near, far, near, far) is Verdict.CONFLICT


@pytest.mark.parametrize(
    ("text", "low", "comparator", "kind", "expected"),
    [
        ("1,253", "1253", "=", "cardinal", ("1253", "1253")),
        ("1,253", "1253", "", "cardinal", ("1253", "1253")),
        ("1,253多", "1253", ">~", "cardinal", ("1253", "1254")),
        ("1,253元", "1253", "=", "money", ("1252.5", "1253.5")),
        ("1.2万", "12000", "=", "cardinal", ("11500", "12500")),
    ],
)
def test_only_a_plain_count_is_exact(
    text: str, low: str, comparator: str, kind: str, expected: tuple[str, str]
) -> None:
    assert bounds(counted(said(text, low, comparator, kind))) == expected


def test_what_has_no_number_counts_nothing() -> None:
    none = said("若干", "")
    assert counted(none) is stated(none) is loose(none) is as_rounded(none) is None
    assert not is_rounded_from(none, said("5", "5"))
    assert not is_rounded_from(said("5", "5"), none)


def test_ranges_and_open_ends_keep_what_is_written() -> None:
    figure = Figure(AnnotationId(""), "50", "300", kind="cardinal", comparator="=")
    ranged = Statement(DocumentId("d"), 0, 6, "50至300", figure)
    opened = replace(ranged, text="数十", figure=replace(figure, low="20", high=""))
    assert value_of(ranged) == Decimal(175)
    assert bounds(stated(replace(ranged, figure=replace(figure, comparator=">~")))) == ("50", "400")
    assert stated(opened) == Interval(Decimal(20), INFINITE)
    assert value_of(opened) == 20


@pytest.mark.parametrize(
    ("text", "low", "comparator", "expected"),
    [
        ("below -5", "-5", "<", (-INFINITE, Decimal(-5))),
        ("at most 5", "5", "<=", (Decimal(0), Decimal(5))),
        ("at least 5", "5", ">=", (Decimal(5), INFINITE)),
        ("about 20", "20", "~", (Decimal(19), Decimal(21))),
    ],
)
def test_a_bound_says_on_which_side_a_number_lies(
    text: str, low: str, comparator: str, expected: tuple[Decimal, Decimal]
) -> None:
    interval = stated(said(text, low, comparator))
    assert interval is not None
    assert (interval.low, interval.high) == expected


@pytest.mark.parametrize(
    ("text", "low", "kind", "expected"),
    [
        ("三成", "30", "fraction", ("29.96", "30.04")),
        ("三分之一", "30", "fraction", ("28.5", "31.5")),
        ("1/3", "30", "fraction", ("28.5", "31.5")),
        ("翻番", "2", "multiple", ("1.8", "2.2")),
        ("2倍", "2", "multiple", ("1.5", "2.5")),
    ],
)
def test_parts_and_multiples_in_words_are_meant_less_exactly(
    text: str, low: str, kind: str, expected: tuple[str, str]
) -> None:
    assert bounds(stated(said(text, low, kind=kind))) == expected


@pytest.mark.parametrize(
    ("text", "low", "comparator", "kind", "expected"),
    [
        ("约40%", "40", "~", "percent", ("38", "42")),
        ("约8%", "8", "~", "percent", ("7", "9")),
        ("约40人", "40", "~", "cardinal", ("38", "42")),
        ("40多", "40", ">~", "cardinal", ("40", "50")),
        ("40", "40", "", "cardinal", ("39.5", "40.5")),
        ("4.0", "4", "=", "cardinal", ("3.95", "4.05")),
        ("20倍", "20", "=", "multiple", ("19.5", "20.5")),
        ("99.6%", "99.6", "=", "percent", ("99.55", "99.65")),
    ],
)
def test_loosely_taken_are_zeros_and_about_some_percent_only(
    text: str, low: str, comparator: str, kind: str, expected: tuple[str, str]
) -> None:
    assert bounds(loose(said(text, low, comparator, kind))) == expected


@given(st.integers(1000, 999_999))
def test_a_number_is_rounded_from_one_that_has_more_digits(value: int) -> None:
    written = (Decimal(value) / 10000).quantize(Decimal("0.01"))
    rough, precise = said(f"{written}万", f"{written * 10000:f}"), said(f"{value}", f"{value}")
    has_fewer = 2 <= significant_digits(written) < significant_digits(Decimal(value))
    assert is_rounded_from(rough, precise) is has_fewer
    assert same_number(rough, precise) is same_number(precise, rough)


@pytest.mark.parametrize(
    ("rough", "precise", "expected"),
    [
        (("8.5万", "85000"), ("84,973", "84973"), True),
        (("8.5万", "85000"), ("85,523", "85523"), False),
        (("8万", "80000"), ("84,973", "84973"), False),
        (("84,973", "84973"), ("8.5万", "85000"), False),
    ],
)
def test_a_rounded_number_has_two_digits_and_lies_near(
    rough: tuple[str, str], precise: tuple[str, str], *, expected: bool
) -> None:
    assert is_rounded_from(said(*rough), said(*precise)) is expected


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (("300", "300", "="), ("三百", "300", "="), True),
        (("8.5万", "85000", "="), ("84,973", "84973", ""), True),
        (("300", "300", "="), ("310", "310", "="), False),
        (("300多", "300", ">~"), ("310", "310", "="), True),
        (("300多", "300", ">~"), ("460", "460", "="), False),
        (("近300", "300", "<~"), ("290", "290", "="), True),
        (("约300", "300", "~"), ("340", "340", "="), True),
        (("约300", "300", "~"), ("360", "360", "="), False),
        (("超过300", "300", ">"), ("310", "310", "="), False),
        (("不到300", "300", "<"), ("近300", "290", "<~"), False),
    ],
)
def test_numbers_are_one_if_one_lies_in_what_the_other_leaves_open(
    first: tuple[str, str, str], second: tuple[str, str, str], *, expected: bool
) -> None:
    assert same_number(said(*first), said(*second)) is expected
    assert same_number(said(*second), said(*first)) is expected


def test_bounds_have_a_side_and_about_has_none() -> None:
    told = {c: side_of(said("5", "5", c)) for c in ("", "=", "<", "<=", ">", ">=", "~", "<~", ">~")}
    assert [c for c, side in told.items() if side < 0] == ["<", "<="]
    assert [c for c, side in told.items() if side > 0] == [">", ">="]


@pytest.mark.parametrize(
    ("text", "inside", "outside"),
    [
        ("over 6,000 people", 6800, 7100),
        ("more than 93,200 people", 95000, 103200),
    ],
)
def test_a_number_of_many_digits_is_not_much_exceeded(text: str, inside: int, outside: int) -> None:
    told = stated(read(text).statements[0])
    assert told is not None
    assert told.low <= inside <= told.high < outside


def test_tenths_and_more_are_told_to_the_hundredth() -> None:
    told = stated(read("化解率达到九成五。").statements[0])
    assert told is not None
    assert (told.low, told.high) == (Decimal("0.94"), Decimal("0.96"))


@pytest.mark.parametrize(
    ("kind", "text", "verdict"),
    [
        ("sum", "全县危房6万间，已修5万间，还剩3万间没修。", "conflict"),
        ("sum", "全县危房6万间，已修4万间，还剩2万间没修。", "consistent"),
        (
            "sum",
            "We need $9 billion. With the $2 billion, we still need $6 billion.",
            "conflict",
        ),
        ("sum", "基金收入0.18亿元，支出130万元，结余0.17亿元。", "consistent"),
        (
            "share",
            "It has 1.2 million barrels out of 1.4 million, three quarters.",
            "conflict",
        ),
        (
            "share",
            "It has 1.1 million barrels out of 1.4 million, three quarters.",
            "consistent",
        ),
        ("growth", "班次由6萬架次升至7萬2千架次，升幅三成。", "conflict"),
        ("growth", "班次由6萬架次升至7萬2千架次，升幅兩成。", "consistent"),
        ("growth", "Deaths fell from 361 to 353, a drop of about two percent.", "consistent"),
        ("growth", "Deaths fell from nearly 63,000 to 62,500, a drop of 5 percent.", "consistent"),
    ],
)
def test_roundings_all_to_one_side_excuse_no_number(kind: str, text: str, verdict: str) -> None:
    assert [v for v, _texts in found_in(text, kind)] == [verdict]
