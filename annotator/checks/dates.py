"""Dates that cannot be: a day the calendar lacks, a wrong weekday, a span of the wrong length."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import pairwise

from annotator.checks.periods import carried
from annotator.checks.rounding import Interval, stated, value_of
from annotator.checks.scene import Scene
from annotator.checks.statement import Check, CheckType, Statement, Verdict, check_of
from annotator.checks.today import nearest, today_of
from annotator.checks.weekday_words import NAMES, weekday_in
from annotator.model.message import Message

DAY = re.compile(r"(?P<year>[0-9]{4}|-)-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})")
_LASTS = re.compile(
    r"[，,]\s*(?:so|that[’']s|or|即|也就是)\s*\Z|(?:结束|截止|为止)[，,]\s*\Z"
    r"|只有\Z|仅有?\Z|exactly|整整|正好|刚好"
    r"|later|lasted|历时|为期|持续|after|apart|共|一连|total of"
    r"|[，,]\s*an? [a-z ]{3,20} of\s*\Z|[，,]\s*so\b[^.;0-9]{0,60}\bfor\s*\Z"
    r"|前后|总计|长达|连续|历经|\b(?:cover|run|last|go)\w*\b[^,.;]{0,12} for\s*\Z",
    re.IGNORECASE,
)
_FROM = re.compile(r"[从自]\Z|\bfrom\b|:\s*\Z|[:：]\Z", re.IGNORECASE)
_TAKES = re.compile(
    r"(?:需要?|工期|用时)[^，。；0-9]{0,4}\Z|\b(?:takes?|taking|took|needs?)\s+(?:about )?\Z",
    re.IGNORECASE,
)
_BEGINS = re.compile(r"[从自]|开[始工]|\b(?:began|begins?|start\w*|from|since)\b", re.IGNORECASE)
_LATER = re.compile(r"\s+(?:later|after)\b|[之以]?后(?!的)", re.IGNORECASE)
_ONWARD = re.compile(
    r"[到至—–~-]|起[^，。]{0,6}[，,]|结束|截止|\b(?:to|until|till|through|by|and|then|later|end\w*)\b",
    re.IGNORECASE,
)
_THAT_IS = re.compile(
    r"\s*(?:so )?(?:that|it|this|we)(?:[’']s| is| was| makes| means| took| had)\b"
    r"|\s*(?:也就是|前后|一共|总共|等于|整整|这|所以)",
    re.IGNORECASE,
)
_EXACT = re.compile(r"(?:刚好|正好|整整|恰好)\Z|\b(?:exactly|to the day)\s+\Z", re.IGNORECASE)
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
_DAYS = {"day": Decimal(1), "week": Decimal(7)}
_MONTHS = {"month": Decimal(1), "year": Decimal(12)}
MORE_YEARS, NEARLY, EXACTLY = 3, Decimal("0.3"), Decimal("0.05")


def dates(scene: Scene) -> Iterator[Check]:
    """Yield dates that the calendar contradicts, and times between dates with their length."""
    today = today_of(scene)
    for statement in scene.statements:
        if statement.figure.value:
            yield from _impossible(statement)
            yield from _weekday(scene, statement, today)
    for here in scene.of_sentence.values():
        yield from _spans(scene, here)
        yield from _that_is(scene, here)


def _impossible(statement: Statement) -> Iterator[Check]:
    found = DAY.fullmatch(statement.figure.value)
    if found is None:
        return
    month, day = int(found["month"]), int(found["day"])
    if day > _LONG_MONTHS.get(month, 0) or (found["year"] != "-" and _date(statement) is None):
        working = Message("There is no such day in the calendar: {date}.", {"date": statement.text})
        yield check_of(CheckType.DATE, Verdict.CONFLICT, (statement,), working, 0.9)


def _date(statement: Statement, year: int | None = None) -> date | None:
    """Return the day that a statement names; ``year`` helps where it names none."""
    found = DAY.fullmatch(statement.figure.value)
    if found is None:
        return None
    told = found["year"]
    try:
        return date(int(told) if told != "-" else year or 0, int(found["month"]), int(found["day"]))
    except ValueError:
        return None


def _meant_day(statement: Statement, today: date | None) -> date | None:
    """Return the day that a statement names; without a year the one nearest to today."""
    found = DAY.fullmatch(statement.figure.value)
    if found is None or found["year"] != "-" or today is None:
        return _date(statement)
    return nearest(int(found["month"]), int(found["day"]), today)


def _weekday(scene: Scene, statement: Statement, today: date | None) -> Iterator[Check]:
    is_of_today = carried(scene.before(statement, SOON), "") in ("", "+0")
    day = _meant_day(statement, today if is_of_today else None)
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


def _spans(scene: Scene, here: list[Statement]) -> Iterator[Check]:
    """From a day to a day, so many days or weeks."""
    for last, first, second in _from_day_to_day(scene, here):
        for length in scene.near(last, SOON):
            if _lasts(scene, second, length):
                yield from time_between(scene, first, second, length)
        for length in scene.near(last, 2 * SOON):
            if _is_ahead(scene, length, first) or _is_inside(scene, first, length, second):
                yield from time_between(scene, first, second, length)


def _from_day_to_day(
    scene: Scene, here: list[Statement]
) -> Iterator[tuple[Statement, Statement, Statement]]:
    """Yield the statements that end a span, with its first and its last day."""
    days = [s for s in here if s.figure.value and _day_in_some_year(s) is not None]
    pairs = (pair for pair in pairwise(days) if _leads_on(scene, here, *pair))
    yield from ((second, first, second) for first, second in pairs)
    yield from ((s, *ends) for s in here if (ends := _ends_of(s)))


def _leads_on(scene: Scene, here: list[Statement], first: Statement, second: Statement) -> bool:
    """Say whether words lead from a day to a later one, or a length behind says how much later."""
    if _ONWARD.search(scene.between(first, second)):
        return True
    lengths = [s for s in here if s.start >= second.end and _is_length(s)][:1]
    return any(_LATER.match(scene.after(s, SOON)) for s in lengths)


def _that_is(scene: Scene, here: list[Statement]) -> Iterator[Check]:
    """From a day to a day. And in the next sentence: that is so many days or weeks."""
    days = [s for s in here if s.figure.value and _day_in_some_year(s) is not None]
    number = scene.sentence_of(here[0])
    following = scene.in_next_sentence(number)[:1] if len(days) > 1 else []
    is_onward = following and _ONWARD.search(scene.between(days[-2], days[-1]))
    if is_onward and _is_length(following[0]) and _THAT_IS.match(scene.sentence(number + 1)):
        yield from time_between(scene, days[-2], days[-1], following[0])


def _lasts(scene: Scene, last: Statement, length: Statement) -> bool:
    """Say whether a figure behind a last day tells how many days it is up to then."""
    if not _is_length(length):
        return False
    return length.start >= last.end and _LASTS.search(scene.between(last, length)) is not None


def _is_ahead(scene: Scene, length: Statement, first: Statement) -> bool:
    """Say whether a figure tells how long it is, in front of the days: 为期两周，从5月1日到15日."""
    if not _is_length(length) or length.end > first.start:
        return False
    words = scene.between(length, first)
    before = scene.before(length, SOON // 2)
    is_told = _TAKES.search(before) and _BEGINS.search(words)
    is_said = is_told or _LASTS.search(before) or _FROM.search(words)
    return is_said is not None and len(words) < SOON // 2


def _is_inside(scene: Scene, first: Statement, length: Statement, last: Statement) -> bool:
    """Say whether a figure between two days tells how long after the first the second is."""
    if not _is_length(length) or not first.end <= length.start < length.end <= last.start:
        return False
    return _LATER.match(scene.after(length, SOON)) is not None


def _is_length(statement: Statement) -> bool:
    is_duration = statement.figure.kind == "duration"
    return is_duration and statement.figure.unit in {*_DAYS, *_MONTHS}


def _ends_of(statement: Statement) -> tuple[Statement, Statement] | None:
    """Return the first and the last day of a range of days as two statements."""
    first, slash, last = statement.figure.value.partition("/")
    if not slash:
        return None
    ends = [replace(statement, figure=replace(statement.figure, value=x)) for x in (first, last)]
    is_told = all(_day_in_some_year(end) is not None for end in ends)
    return (ends[0], ends[1]) if is_told else None


def _day_in_some_year(statement: Statement) -> date | None:
    return _date(statement, 2023)


def time_between(
    scene: Scene, first: Statement, second: Statement, length: Statement
) -> Iterator[Check]:
    """Yield what two days say of a length of time that is said to lie between them."""
    ends, told = _first_and_last(first, second), stated(length)
    if ends is None or told is None:
        return
    has_years = all(s.figure.value[:1] != "-" for s in (first, second))
    lengths = _lengths(*ends, length.figure.unit, has_years=has_years)
    before = scene.before(length, SOON)
    meant = _meant(told, length, EXACTLY if _EXACT.search(before) else NEARLY)
    fits = any(meant.overlaps(lasted) for lasted in lengths)
    verdict = Verdict.CONSISTENT if fits else Verdict.CONFLICT
    days = str((ends[1] - ends[0]).days)
    values = {"first": first.text, "second": second.text, "days": days, "length": length.text}
    if first.start == second.start:
        working = Message("{first} is {days} {days|day|days}; stated is {length}.", values)
        yield check_of(CheckType.DATE, verdict, (first, length), working, 0.8)
        return
    working = Message(
        "From {first} to {second} {days|is|are} {days} {days|day|days}; stated is {length}.", values
    )
    yield check_of(CheckType.DATE, verdict, (first, second, length), working, 0.8)


def _first_and_last(first: Statement, second: Statement) -> tuple[date, date] | None:
    """Return the days of a span in some year, or the next: 20 December to 5 January."""
    start = _day_in_some_year(first)
    end = _date(second, start.year) if start else None
    if start is None or end is None:
        return None
    if end < start and "--" in second.figure.value:
        end = _date(second, start.year + 1) or end
    return start, end


def _lengths(start: date, end: date, unit: str, *, has_years: bool) -> Iterator[Interval]:
    """Yield how many of a unit lie between two days, which may or may not both be counted.

    Between days of which the years are not known there may lie some years more.
    """
    if unit in _DAYS:
        days = Decimal((end - start).days)
        yield Interval(days / _DAYS[unit], (days + 1) / _DAYS[unit])
        return
    months = Decimal(12 * (end.year - start.year) + end.month - start.month)
    first = months + Decimal(end.day - start.day - 2) / 30
    last = months + Decimal(end.day - start.day + 3) / 30
    for more in [0] if has_years else range(0, 12 * MORE_YEARS, 12):
        yield Interval((first + more) / _MONTHS[unit], (last + more) / _MONTHS[unit])


def _meant(told: Interval, length: Statement, nearly: Decimal) -> Interval:
    """Return what a length may be: a plain number of months is meant to a part of one."""
    value = value_of(length)
    if value is None or length.figure.unit in _DAYS or length.figure.comparator not in ("", "="):
        return told
    return Interval(max(told.low, value - nearly), min(told.high, value + nearly))
