"""How long something is said to have gone on until today, held against the day it began."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from annotator.checks.rounding import Interval, loose
from annotator.checks.scene import Scene
from annotator.checks.statement import Check, CheckType, Statement, Verdict, check_of
from annotator.checks.today import nearest, today_of
from annotator.model.message import Message

_DAY = re.compile(r"(?P<year>[0-9]{4}|-)(?:-(?P<month>[0-9]{2}))?(?:-(?P<day>[0-9]{2}))?")
_SO_FAR = re.compile(
    r"(?:至今|到现在|到今天|距今|截至今天|截至目前)[^，。；0-9]{0,8}\Z"
    r"|(?:已经|已)(?:过去?|持续|连续)?了?\Z"
    r"|\b(?:now|already)\s+(?:been\s+)?(?:(?:last|go|run)\w*\s+(?:on\s+)?)?(?:for\s+)?"
    r"(?:about |some |almost |nearly )?\Z",
    re.IGNORECASE,
)
_FROM_THEN = re.compile(r"\s+(?:into|in\b(?! (?:a|the|row))|since|old)|,? since\b|了")
_NOW = re.compile(r"\s+(?:now|today)\b|了(?=[，。])", re.IGNORECASE)
_UNTIL_TODAY = re.compile(r"(?:至今|到现在|到今天|距今)[^，。；0-9]{0,8}\Z")
_AGO = re.compile(r"\s+ago\b|之?前(?=[，。])", re.IGNORECASE)
_THAT_IS = re.compile(
    r"\b(?:that|which|it)(?:[’']s| is| was)\s+(?:now |exactly |already )?\Z|(?:也就是|那是|就是)\Z",
    re.IGNORECASE,
)
_SINCE = re.compile(r",?\s+since\b[^.,;0-9]{0,24}")
_DAYS = {
    "day": Decimal(1),
    "week": Decimal(7),
    "month": Decimal("30.4"),
    "year": Decimal("365.25"),
}
BACK, WORDS, SLACK = 1, 24, Decimal(1)


def since(scene: Scene) -> Iterator[Check]:
    """Yield lengths up to now, with the last day, month or year told in front of them."""
    today = today_of(scene)
    if today is None:
        return
    for length in scene.statements:
        if _lasts_until_now(scene, length):
            for start in _starts(scene, length):
                yield from _held(start, length, today)


def _starts(scene: Scene, length: Statement) -> list[Statement]:
    """Return the day that a length counts from: one behind "since", or the last in front."""
    behind = _SINCE.match(scene.text, length.end)
    named = scene.within(behind.end(), behind.end() + 1) if behind else ()
    days = [s for s in scene.told_before(length, BACK) if s.figure.value]
    return [s for s in named if s.figure.value] or days[-1:]


def _lasts_until_now(scene: Scene, length: Statement) -> bool:
    """Say whether a figure is a length up to now: 已经十周了, we're now ten weeks into this."""
    if length.figure.kind != "duration" or length.figure.unit not in _DAYS:
        return False
    before, behind = scene.before(length, WORDS), scene.after(length)
    is_so_far = _SO_FAR.search(before) and _FROM_THEN.match(behind)
    is_ago = _THAT_IS.search(before) and _AGO.match(behind)
    return bool(is_so_far or is_ago or _UNTIL_TODAY.search(before) or _NOW.match(behind))


def _held(start: Statement, length: Statement, today: date) -> Iterator[Check]:
    """Yield a length held against the days from its beginning to today."""
    told, first = loose(length), _began(start.figure.value, today)
    if told is None or first is None or first[0] >= today or first[1] > today:
        return
    unit = _DAYS[length.figure.unit]
    ends = [Decimal((today - day).days) for day in first]
    passed = Interval((ends[1] - 1) / unit - SLACK / 2, (ends[0] + 1) / unit + SLACK / 2)
    verdict = Verdict.CONSISTENT if passed.overlaps(told) else Verdict.CONFLICT
    values = {"first": start.text, "days": f"{ends[0]}", "length": length.text}
    working = Message(
        "From {first} to today {days|is|are} {days} {days|day|days}; stated is {length}.", values
    )
    yield check_of(CheckType.DATE, verdict, (start, length), working, 0.7)


def _began(told: str, today: date) -> tuple[date, date] | None:
    """Return the first and the last day that a date may be; a day without a year is the nearest."""
    found = _DAY.fullmatch(told)
    if found is None:
        return None
    if found["year"] == "-":
        day = _without_year(found["month"], found["day"], today)
        return (day, day) if day else None
    year, month, day_of_month = (int(found[name] or 0) for name in ("year", "month", "day"))
    return _first_and_last(year, month, day_of_month)


def _without_year(month: str, day: str | None, today: date) -> date | None:
    """Return the day nearest to today that is told without its year; None for a month only."""
    return nearest(int(month), int(day), today) if day else None


def _first_and_last(year: int, month: int, day: int) -> tuple[date, date] | None:
    """Return the ends of a year, a month or a day, 0 for what is not told; None if there is none.

    2018 is from 1 January to 31 December of it.
    """
    try:
        last = monthrange(year, month or 12)[1]
        return date(year, month or 1, day or 1), date(year, month or 12, day or last)
    except ValueError:
        return None
