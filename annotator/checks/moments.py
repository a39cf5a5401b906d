"""The days that dates may mean, and how long it is from one date to another."""

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from annotator.checks.rounding import Interval, loose, value_of
from annotator.checks.scene import Scene
from annotator.checks.statement import Statement
from annotator.checks.today import nearest

_DATE = re.compile(r"(?P<year>[0-9]{4}|-)(?:-(?P<month>[0-9]{2}))?(?:-(?P<day>[0-9]{2}))?")
_DAY = re.compile(r"(?:[0-9]{4}|-)-[0-9]{2}-[0-9]{2}|---[0-9]{2}")
_BARE = re.compile(r"---(?P<day>[0-9]{2})")
_MONTH = re.compile(r"(?:[0-9]{4}|-)-[0-9]{2}")
_YEARS = (
    (re.compile(r"(?:今年|本年|\bthis (?:year,? )?)(?:的|on |in )?\Z", re.IGNORECASE), 0),
    (re.compile(r"(?:去年|上年|\blast (?:year,? )?)(?:的|on |in )?\Z", re.IGNORECASE), -1),
    (re.compile(r"前年的?\Z"), -2),
    (re.compile(r"(?:明年|\bnext (?:year,? )?)(?:的|on |in )?\Z", re.IGNORECASE), 1),
)
_YEAR_AFTER = re.compile(r"(?:次年|翌年|\b(?:the )?(?:following|next) year,? )的?\Z", re.IGNORECASE)
_EXACTLY = re.compile(r"(?:刚好|正好|整整|恰好)\Z|\b(?:exactly|to the day)\s+\Z", re.IGNORECASE)
_DAYS = {
    "day": Decimal(1),
    "week": Decimal(7),
    "month": Decimal("30.44"),
    "year": Decimal("365.25"),
}
_PARTS = frozenset({"month", "year"})
_NEARLY, _LIKE, _BEFORE, _ANY_YEAR = Decimal("0.3"), Decimal("0.05"), 16, 2023
"""A plain number of months or years is meant to a part of one, or to a smaller one if exact."""


class Moment(NamedTuple):
    """The first and the last day that a date may mean: 2018 is from 1 January to 31 December."""

    first: date
    last: date


def moment(year: int, month: int = 0, day: int = 0) -> Moment | None:
    """Return the ends of a year, a month (day 0) or a day; None if there is no such day."""
    try:
        last = monthrange(year, month or 12)[1]
        return Moment(date(year, month or 1, day or 1), date(year, month or 12, day or last))
    except ValueError:
        return None


def is_length(statement: Statement) -> bool:
    """Say whether a statement is a length in days, weeks, months or years."""
    return statement.figure.kind == "duration" and statement.figure.unit in _DAYS


def is_date(statement: Statement) -> bool:
    """Say whether a statement names one day, month or year; the number of a day may be one."""
    value = statement.figure.value
    return _DATE.fullmatch(value) is not None or _BARE.fullmatch(value) is not None


def is_day(statement: Statement) -> bool:
    """Say whether a statement names one day, with its month or by its number alone."""
    return _DAY.fullmatch(statement.figure.value) is not None


def moment_of(scene: Scene, statement: Statement, today: date) -> Moment | None:
    """Return what a date means on a day; one without a year is the nearest, or of a year told."""
    found = _DATE.fullmatch(statement.figure.value)
    if found is None:
        return None
    added = years_off(scene, statement)
    if found["year"] != "-" or added is not None:
        return _of_year(found, today.year + (added or 0))
    day = nearest(int(found["month"]), int(found["day"] or 15), today)
    return _of_year(found, day.year) if day else None


def moments_of(
    scene: Scene, first: Statement, last: Statement, today: date | None
) -> tuple[Moment, Moment] | None:
    """Return what two dates mean of which the second comes later; None if that is not told.

    What tells no year is of that of the other date, or else of the year before or behind it; so
    with a day that tells no month.
    """
    start, end = _match_of(_with_month(first, last)), _match_of(_with_month(last, first))
    if start is None or end is None or _is_of_a_whole_year(start, end):
        return None
    years = [_year_of(scene, *told, today) for told in ((first, start), (last, end))]
    known = next((year for year in years if year is not None), _ANY_YEAR)
    firsts = [known, known - 1] if years[0] is None else [years[0]]
    lasts = [known, known + 1] if years[1] is None else [years[1]]
    if _YEAR_AFTER.search(scene.before(last, _BEFORE)):
        lasts = lasts[-1:]
    return _in_order([_of_year(start, a) for a in firsts], [_of_year(end, b) for b in lasts])


def _is_of_a_whole_year(first: re.Match[str], last: re.Match[str]) -> bool:
    """Say whether one date is a year alone, and the other one tells none."""
    return any(not a["month"] and b["year"] == "-" for a, b in ((first, last), (last, first)))


def _in_order(
    firsts: Sequence[Moment | None], lasts: Sequence[Moment | None]
) -> tuple[Moment, Moment] | None:
    """Return the first two moments of which the second starts when the other one is over."""
    pairs = ((a, b) for b in lasts for a in firsts)
    return next(((a, b) for a, b in pairs if a and b and a.last < b.first), None)


def _match_of(statement: Statement) -> re.Match[str] | None:
    return _DATE.fullmatch(statement.figure.value)


def _with_month(bare: Statement, other: Statement) -> Statement:
    """Return a day that is told by its number alone as one of the month of another."""
    found, month = _BARE.fullmatch(bare.figure.value), _MONTH.match(other.figure.value)
    if found is None or month is None:
        return bare
    return replace(bare, figure=replace(bare.figure, value=f"{month.group()}-{found['day']}"))


def _year_of(
    scene: Scene, statement: Statement, found: re.Match[str], today: date | None
) -> int | None:
    """Return the year of a date, told by itself or by words such as "last year"; None if not."""
    if found["year"] != "-":
        return int(found["year"])
    added = years_off(scene, statement)
    return None if added is None or today is None else today.year + added


def years_off(scene: Scene, statement: Statement) -> int | None:
    """Return how many years from now words in front of a date put it; None if there are none."""
    before = scene.before(statement, _BEFORE)
    return next((years for pattern, years in _YEARS if pattern.search(before)), None)


def _of_year(found: re.Match[str], year: int) -> Moment | None:
    told = int(found["year"]) if found["year"] != "-" else year
    return moment(told, int(found["month"] or 0), int(found["day"] or 0))


def passed(start: Moment, end: Moment, unit: str) -> Interval:
    """Return how many of a unit lie between two moments, which may both be counted."""
    least, most = (end.first - start.last).days, (end.last - start.first).days + 1
    days = Interval(Decimal(max(0, least)), Decimal(most))
    spare = Decimal(2) if unit in _PARTS else Decimal(0)
    return Interval(days.low - spare, days.high + spare).times(1 / _DAYS[unit])


def meant(scene: Scene, length: Statement) -> Interval | None:
    """Return how many of its unit a length may be, about a third more or less if it is plain."""
    told, value = loose(length), value_of(length)
    if told is None or value is None:
        return None
    is_plain = length.figure.comparator in ("", "=") and length.figure.unit in _PARTS
    if not is_plain:
        return told
    part = _LIKE if is_exact(scene, length) else _NEARLY
    return Interval(max(told.low, value - part), min(told.high, value + part))


def is_exact(scene: Scene, length: Statement) -> bool:
    """Say whether words in front of a length call it exact."""
    return _EXACTLY.search(scene.before(length)) is not None
