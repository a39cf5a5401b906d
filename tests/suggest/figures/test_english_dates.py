"""Dates in English text as ISO 8601 text."""

import pytest

from annotator.suggest.figures.english_dates import english_date, english_day, part_of_year
from annotator.suggest.figures.partial_dates import Read


def value_of(read: Read | None, text: str) -> tuple[str, str] | None:
    """Return the date that was read, and what it spans."""
    return None if read is None else (read[1].value, text[: read[0]])


@pytest.mark.parametrize(
    ("text", "value", "span"),
    [
        ("25-may-2031 9:01", "2031-05-25", "25-may-2031"),
        ("02-jun-98", "1998-06-02", "02-jun-98"),
        ("sep 03 '24", "2024-09-03", "sep 03 '24"),
        ("may 5-7 we", "--05-05/--05-07", "may 5-7"),
        ("20th/21st march, 2031", "2031-03-20/2031-03-21", "20th/21st march, 2031"),
        ("3rd of june, 2031", "2031-06-03", "3rd of june, 2031"),
        ("july 30 to august 2", "--07-30/--08-02", "july 30 to august 2"),
    ],
)
def test_a_date_is_read_with_the_parts_that_it_has(text: str, value: str, span: str) -> None:
    assert value_of(english_date(text, 0), text) == (value, span)


@pytest.mark.parametrize("text", ["25-maybe-2031", "may 5 million", "35-may-2031"])
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert english_date(text, 0) is None


def test_an_ordinal_is_a_day_only_behind_what_a_day_stands_behind() -> None:
    assert english_day("on the 23rd.", 7) is not None
    assert english_day("for the 23rd.", 8) is None


def test_a_date_starts_with_the_part_of_the_year_before_it() -> None:
    assert part_of_year("in mid-2031", 7, 0) == len("in ")
    assert part_of_year("humid-2031", 6, 0) == len("humid-")
