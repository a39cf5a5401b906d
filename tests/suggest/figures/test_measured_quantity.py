"""What a number with its unit states."""

import pytest

from annotator.suggest.figures.measured_quantity import quantity_of
from annotator.suggest.figures.measures import measured_at
from annotator.suggest.figures.numerals import fold
from annotator.suggest.figures.units import vocabulary


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("300米", ("300", "300", "metre", "=", "")),
        ("50至80米", ("50", "80", "metre", "=", "")),
        ("7700多人", ("7700", "7700", "person", ">~", "多")),
        ("数十人", ("10", "", "person", ">=", "")),
        ("8月、9月", ("8", "8", "month", "=", "")),
        ("42", ("42", "42", "", "=", "")),
    ],
)
def test_bounds_unit_and_comparison(text: str, stated: tuple[str, ...]) -> None:
    measured = measured_at(fold(text), 0, 0, vocabulary())
    assert measured is not None
    told = quantity_of(fold(text), measured)
    assert (told.low, told.high, told.unit, told.comparator, told.approximator) == stated


@pytest.mark.parametrize(
    ("text", "at", "kind"),
    [
        ("气温升到30度", 4, "temperature"),
        ("用了30度电", 2, "cardinal"),
        ("was 30 degrees", 4, "temperature"),
        ("an angle of 30 degrees", 12, "cardinal"),
        ("turned -3 degrees", 8, "temperature"),
        ("3米", 0, "cardinal"),
        ("3至5米", 0, "range"),
    ],
)
def test_degrees_are_of_warmth_or_not(text: str, at: int, kind: str) -> None:
    measured = measured_at(fold(text), at, 0, vocabulary())
    assert measured is not None
    assert quantity_of(fold(text), measured).kind == kind


def test_two_months_in_a_row_are_a_date() -> None:
    text = "3、4月"
    measured = measured_at(text, 0, 0, vocabulary())
    assert measured is not None
    told = quantity_of(text, measured)
    assert (told.kind, told.low, told.high) == ("date", "", "")
