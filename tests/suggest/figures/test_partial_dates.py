"""Dates of which parts are unsaid."""

import pytest

from annotator.suggest.figures.partial_dates import PartialDate, completed, dated, full_year


@pytest.mark.parametrize(
    ("date", "text"),
    [
        (PartialDate(2031), "2031"),
        (PartialDate(2031, 4), "2031-04"),
        (PartialDate(2031, 4, 2), "2031-04-02"),
        (PartialDate(month=4), "--04"),
        (PartialDate(month=4, day=2), "--04-02"),
        (PartialDate(day=2), "---02"),
    ],
)
def test_what_is_unsaid_leaves_its_place_empty(date: PartialDate, text: str) -> None:
    assert date.iso() == text


def test_only_a_lone_year_is_a_year() -> None:
    assert PartialDate(2031).is_year()
    assert not PartialDate(2031, 4).is_year()


def test_the_start_of_a_range_tells_what_its_end_lacks() -> None:
    assert completed(PartialDate(day=5), PartialDate(2031, 4, 2)) == PartialDate(2031, 4, 5)
    assert completed(PartialDate(month=5, day=1), PartialDate(2031, 4, 2)).month == 5


@pytest.mark.parametrize(
    ("digits", "year"), [("21", 2021), ("98", 1998), ("2031", 2031), ("", None), (None, None)]
)
def test_two_digits_are_of_this_century_or_the_last(digits: str | None, year: int | None) -> None:
    assert full_year(digits) == year


def test_what_is_read_has_its_kind() -> None:
    assert dated(4, "2031")[1].kind == "date"
    assert dated(4, "09:00", "time")[1].kind == "time"
