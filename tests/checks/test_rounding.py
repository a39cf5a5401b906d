"""What a stated number may stand for."""

from decimal import Decimal

import pytest

from annotator.checks.rounding import (
    INFINITE,
    Interval,
    as_rounded,
    last_digit,
    loose,
    significant_digits,
    stated,
    value_of,
)
from annotator.checks.statement import Statement
from annotator.model.ids import AnnotationId, DocumentId
from annotator.model.records import Figure
from tests.checks.reading import read


def said(text: str, low: str, comparator: str = "=", kind: str = "cardinal") -> Statement:
    figure = Figure(AnnotationId(""), low, low, kind=kind, comparator=comparator)
    return Statement(DocumentId("d"), 0, len(text), text, figure)


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
