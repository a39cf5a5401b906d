"""The days that dates may mean, and the time between them."""

from datetime import date
from decimal import Decimal

import pytest

from annotator.checks.moments import (
    Moment,
    is_day,
    is_length,
    moment,
    moment_of,
    moments_of,
    passed,
)
from tests.checks.reading import scene_of


def test_a_year_or_a_month_is_all_its_days() -> None:
    assert moment(2018) == Moment(date(2018, 1, 1), date(2018, 12, 31))
    assert moment(2024, 2) == Moment(date(2024, 2, 1), date(2024, 2, 29))
    assert moment(2024, 2, 29) == Moment(date(2024, 2, 29), date(2024, 2, 29))


@pytest.mark.parametrize("told", [(2018, 13, 1), (2023, 2, 29), (2018, 13, 0)])
def test_a_day_that_there_is_not_is_no_moment(told: tuple[int, int, int]) -> None:
    assert moment(*told) is None


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("10月5日开工，3月2日完工。", date(2022, 10, 5), date(2023, 3, 2)),
        ("2019年10月5日开工，3月2日完工。", date(2019, 10, 5), date(2020, 3, 2)),
        ("10月5日开工，2020年3月2日完工。", date(2019, 10, 5), date(2020, 3, 2)),
        ("去年10月5日开工，今年3月2日完工。", date(2021, 10, 5), date(2022, 3, 2)),
        ("10月5日开工，次年3月2日完工。", date(2023, 10, 5), date(2024, 3, 2)),
        ("3月2日封闭，9日解封。", date(2023, 3, 2), date(2023, 3, 9)),
    ],
)
def test_a_date_takes_what_it_leaves_out_from_the_other(text: str, first: date, last: date) -> None:
    scene = scene_of(text)
    days = [s for s in scene.statements if s.figure.kind == "date"]
    told = moments_of(scene, days[0], days[1], date(2022, 5, 1))
    assert told == (Moment(first, first), Moment(last, last))


def test_a_year_that_holds_the_other_date_is_in_front_of_none() -> None:
    scene = scene_of("In 2014 we closed it on February 16.")
    first, last = scene.statements
    assert moments_of(scene, first, last, None) is None
    assert not is_day(first)
    assert is_day(last)


def test_a_date_without_a_year_is_the_one_nearest_to_today() -> None:
    scene = scene_of("It began on December 30.")
    told = moment_of(scene, scene.statements[0], date(2025, 1, 7))
    assert told == Moment(date(2024, 12, 30), date(2024, 12, 30))


def test_what_passed_is_told_with_both_days_or_without_one() -> None:
    ends = Moment(date(2024, 3, 1), date(2024, 3, 1)), Moment(date(2024, 3, 31), date(2024, 3, 31))
    days = passed(*ends, "day")
    assert (days.low, days.high) == (Decimal(30), Decimal(31))
    months = passed(*ends, "month")
    assert months.low < 1 < months.high


def test_a_length_is_told_in_days_weeks_months_or_years() -> None:
    scene = scene_of("It took three weeks and two hours.")
    assert [is_length(s) for s in scene.statements] == [True, False]
