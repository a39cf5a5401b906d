"""Dates that cannot be: a day that the calendar lacks, and a wrong weekday."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from annotator.checks.moments import moment_of, years_off
from annotator.checks.periods import carried
from annotator.checks.scene import Scene
from annotator.checks.statement import Check, CheckType, Statement, Verdict, check_of
from annotator.checks.today import today_of
from annotator.checks.weekday_words import NAMES, weekday_in
from annotator.model.message import Message

_DAY_OF_MONTH = re.compile(r"(?P<year>[0-9]{4}|-)-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})")
SOON = 60
_LONG_MONTHS = {
    1: 31,
    2: 29,
    3: 31,
    4: 30,
    5: 31,
    6: 30,
    7: 31,
    8: 31,
    9: 30,
    10: 31,
    11: 30,
    12: 31,
}


def dates(scene: Scene) -> Iterator[Check]:
    """Yield dates that the calendar contradicts, and weekdays of other days."""
    today = today_of(scene)
    for statement in scene.statements:
        if statement.figure.value:
            yield from _impossible(statement)
            yield from _weekday(scene, statement, today)


def _impossible(statement: Statement) -> Iterator[Check]:
    found = _DAY_OF_MONTH.fullmatch(statement.figure.value)
    if found is None:
        return
    month, day = int(found["month"]), int(found["day"])
    if day > _LONG_MONTHS.get(month, 0) or (found["year"] != "-" and _date(statement) is None):
        working = Message("There is no such day in the calendar: {date}.", {"date": statement.text})
        yield check_of(CheckType.DATE, Verdict.CONFLICT, (statement,), working, 0.9)


def _date(statement: Statement, year: int | None = None) -> date | None:
    """Return the day that a statement names; ``year`` helps where it names none."""
    found = _DAY_OF_MONTH.fullmatch(statement.figure.value)
    if found is None:
        return None
    told = found["year"]
    try:
        return date(int(told) if told != "-" else year or 0, int(found["month"]), int(found["day"]))
    except ValueError:
        return None


def _meant_day(scene: Scene, statement: Statement, today: date | None) -> date | None:
    """Return the day that a statement names; without a year the one nearest to today."""
    found = _DAY_OF_MONTH.fullmatch(statement.figure.value)
    if found is None or found["year"] != "-" or today is None:
        return _date(statement)
    meant = moment_of(scene, statement, today)
    return meant.first if meant else None


def _weekday(scene: Scene, statement: Statement, today: date | None) -> Iterator[Check]:
    is_of_now = carried(scene.before(statement, SOON), "") in ("", "+0")
    is_of_today = is_of_now or years_off(scene, statement) is not None
    day = _meant_day(scene, statement, today if is_of_today else None)
    if day is None:
        return
    found = weekday_in(scene, statement)
    if found is None:
        return
    verdict = Verdict.CONSISTENT if found.number == day.weekday() else Verdict.CONFLICT
    values = {"date": statement.text, "weekday": NAMES[day.weekday()].capitalize()}
    working = Message("{date} is a {weekday}.", values)
    day_of_week = replace(
        statement, start=found.start, end=found.end, text=scene.written[found.start : found.end]
    )
    yield check_of(CheckType.DATE, verdict, (statement, day_of_week), working, 0.9)
