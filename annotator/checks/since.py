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
    r"(?:至今|到现在|到今天|距今|截至今天|截至目前)[^，。；0-9]{0,6}\Z|(?:已经|已)(?:过去|持续|连续)?了?\Z"
    r"|\b(?:now|already)\s+(?:been\s+)?(?:about |some |almost |nearly )?\Z",
    re.IGNORECASE,
)
_FROM_THEN = re.compile(r"\s+(?:into|in\b(?! (?:a|the|row))|since|old)|了")
_NOW = re.compile(r"\s+(?:now|today)\b|了(?=[，。])", re.IGNORECASE)
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
    for length in scene.statements if today else ():
        if length.figure.kind != "duration" or length.figure.unit not in _DAYS:
            continue
        is_told = _SO_FAR.search(scene.before(length, WORDS))
        is_told = is_told and _FROM_THEN.match(scene.after(length))
        if today and (is_told or _NOW.match(scene.after(length))):
            days = [s for s in scene.told_before(length, BACK) if s.figure.value]
            for start in days[-1:]:
                yield from _held(start, length, today)


def _held(start: Statement, length: Statement, today: date) -> Iterator[Check]:
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
        day = nearest(int(found["month"]), int(found["day"] or 1), today)
        return (day, day) if day and found["day"] else None
    year, month, number = (int(found[name] or 0) for name in ("year", "month", "day"))
    try:
        last = monthrange(year, month or 12)[1]
        return date(year, month or 1, number or 1), date(year, month or 12, number or last)
    except ValueError:
        return None
