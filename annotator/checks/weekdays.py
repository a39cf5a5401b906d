"""Weekdays beside days that tell no month or no year, held against today and against each other."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from annotator.checks.periods import carried
from annotator.checks.scene import Scene
from annotator.checks.statement import Check, CheckType, Statement, Verdict, check_of
from annotator.checks.today import today_of
from annotator.checks.weekday_words import NAMES, Weekday, weekday_in
from annotator.model.message import Message

_DAY = re.compile(r"--(?P<month>[0-9]{2})-(?P<day>[0-9]{2})")
_BARE = re.compile("---(?P<day>[0-9]{2})")
_NEXT = {
    1: re.compile(r"\btomorrow,?\s+\Z|明天[是就]*\Z", re.IGNORECASE),
    -1: re.compile(r"\byesterday,?\s+\Z|昨天[是就]*\Z", re.IGNORECASE),
}
_LEAP, _PLAIN = 2024, 2023
NEAR, FAR, SHORT, WEEK, BACK = timedelta(days=12), 600, 40, 7, 2


class _Day(NamedTuple):
    """A day of some month, with the weekday that it is said to be."""

    told: Statement
    month: int
    day: int
    weekday: Weekday


def weekdays(scene: Scene) -> Iterator[Check]:
    """Yield bare days held against today, and days without a year against the one before."""
    today = today_of(scene)
    for statement in scene.statements if today else ():
        found = _BARE.fullmatch(statement.figure.value)
        if found and today:
            yield from _of_today(scene, statement, int(found["day"]), today)
    if today is None:
        for first, second in pairwise(_days(scene)):
            if second.told.start - first.told.end <= FAR:
                yield from _of_one_year(first, second)


def _of_today(scene: Scene, told: Statement, day: int, today: date) -> Iterator[Check]:
    """Yield what weekday a day of a month not named is: the one near today, if none is nearer."""
    weekday = weekday_in(scene, told)
    known = [s for s in scene.told_before(told, BACK) if s.figure.kind == "date"]
    meant = _meant(scene, told, day, today)
    if weekday is None or meant is None or known:
        return
    verdict = Verdict.CONSISTENT if weekday.number == meant.weekday() else Verdict.CONFLICT
    values = {"date": told.text, "weekday": NAMES[meant.weekday()].capitalize()}
    working = Message("{date} is a {weekday}.", values)
    yield check_of(CheckType.DATE, verdict, (told,), working, 0.8)


def _meant(scene: Scene, told: Statement, day: int, today: date) -> date | None:
    """Return the day with a number that lies near today; tomorrow where words call it so."""
    before = re.sub(r"\w+day,?\s+(?:the\s+)?\Z", "", scene.before(told, SHORT), flags=re.IGNORECASE)
    for days, pattern in _NEXT.items():
        if pattern.search(before):
            return today + timedelta(days=days)
    near = (today + timedelta(days=n) for n in range(-NEAR.days, NEAR.days + 1))
    return next((found for found in near if found.day == day), None)


def _days(scene: Scene) -> list[_Day]:
    """Return the days without a year that a weekday is told with, all of the year spoken in."""
    found = []
    for told in scene.statements:
        match, weekday = _DAY.fullmatch(told.figure.value), weekday_in(scene, told)
        is_of_now = carried(scene.before(told, SHORT), "") in ("", "+0")
        if match and weekday is not None and is_of_now:
            found.append(_Day(told, int(match["month"]), int(match["day"]), weekday))
    return found


def _of_one_year(first: _Day, second: _Day) -> Iterator[Check]:
    """Yield two days whose weekdays no year has: so many days apart, in a leap year or not."""
    try:
        apart = [
            (date(year, second.month, second.day) - date(year, first.month, first.day)).days
            for year in (_PLAIN, _LEAP)
        ]
    except ValueError:
        return
    if abs(second.month - first.month) > WEEK - 1 or apart == [0, 0]:
        return
    told = (second.weekday.number - first.weekday.number) % WEEK
    verdict = Verdict.CONSISTENT if told in [n % WEEK for n in apart] else Verdict.CONFLICT
    values = {"first": first.told.text, "second": second.told.text, "days": str(abs(apart[0]))}
    working = Message(
        "Between {first} and {second} {days|is|are} {days} {days|day|days}: "
        "the weekdays do not fit each other.",
        values,
    )
    if verdict is Verdict.CONFLICT:
        yield check_of(CheckType.DATE, verdict, (first.told, second.told), working, 0.8)
