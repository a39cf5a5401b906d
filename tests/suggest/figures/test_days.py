"""Days behind another day of the same month."""

import pytest

from annotator.suggest.figures.days import by_weekday, day_of_month, more_day
from annotator.suggest.figures.partial_dates import PartialDate


@pytest.mark.parametrize(
    ("before", "day", "after", "value"),
    [
        ("on july 15 and ", "16", ".", "--07-16"),
        ("on march 3, ", "4", ", and 5 we met", "--03-04"),
        ("on march 3, 4, and ", "5", " we met", "--03-05"),
        ("july 2nd and ", "3rd", " at noon", "--07-03"),
        ("6月", "21", "、22、23日", "---21"),
        ("6月21、", "22", "、23日", "---22"),
        ("6月5、", "6", "、7日", "---06"),
    ],
)
def test_a_number_behind_a_day_is_a_later_day(
    before: str, day: str, after: str, value: str
) -> None:
    found = more_day(before + day + after, len(before), len(before + day))
    assert found is not None
    assert (found.kind, found.value) == ("date", value)


@pytest.mark.parametrize(
    ("before", "number", "after"),
    [
        ("on july 15 and ", "12", "."),
        ("on july 15 and ", "16", " buses left"),
        ("on july 15, ", "16", " buses left"),
        ("on july 15 and ", "32", "."),
        ("on july 15 and ", "160", "."),
        ("we had 15 and ", "16", "."),
        ("分", "3", "、4组"),
    ],
)
def test_a_number_that_is_no_later_day_of_a_month_is_none(
    before: str, number: str, after: str
) -> None:
    assert more_day(before + number + after, len(before), len(before + number)) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("15 and 16 february", "--02-15"),
        ("4th, 5th and 6th of may", "--05-04"),
        ("4 and 5 may 2031", "2031-05-04"),
        ("15 and 16 trucks", None),
    ],
)
def test_a_day_takes_the_month_that_is_said_behind_others(text: str, value: str | None) -> None:
    day = day_of_month(text, 0)
    assert (day.value if day else None) == value


@pytest.mark.parametrize(
    ("before", "date", "told"),
    [
        ("on Thu, ", (10, 6), (6, 10)),
        ("on Wednesday ", (10, 6), (10, 6)),
        ("on Sunday, ", (10, 6), (10, 6)),
        ("on Thu, ", (7, 29), (7, 29)),
        ("it met ", (10, 6), (10, 6)),
    ],
)
def test_a_weekday_tells_which_number_is_the_day(
    before: str, date: tuple[int, int], told: tuple[int, int]
) -> None:
    text = f"{before}digits".lower()
    found = by_weekday(text, len(before), PartialDate(2021, *date))
    assert (found.month, found.day) == told


@pytest.mark.parametrize(
    ("text", "month", "day"),
    [
        ("On 22/07/2021 it rose, on 04/08/2021 it fell.", 8, 4),
        ("On 07/22/2021 it rose, on 04/08/2021 it fell.", 4, 8),
        ("On 22/07/2021 and 07/23/2021 it rose, on 04/08/2021 it fell.", 4, 8),
        ("It is dated 04/08/2021, Sunday, 04th August 2021.".lower(), 8, 4),
        ("It is dated 04/08/2021, the eighth.", 4, 8),
    ],
)
def test_dates_around_tell_whether_the_day_is_first(text: str, month: int, day: int) -> None:
    found = by_weekday(text, text.index("04/08"), PartialDate(2021, 4, 8))
    assert (found.month, found.day) == (month, day)
