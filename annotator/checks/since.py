"""How long something is said to have gone on until today, held against the day it began."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from annotator.checks.rounding import Interval, loose
from annotator.checks.scene import Scene
from annotator.checks.statement import Check, CheckType, Statement, Verdict, check_of
from annotator.checks.today import nearest, today_of
from annotator.model.message import Message

_DAY = re.compile(r"(?P<year>[0-9]{4}|-)-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})")
_SO_FAR = re.compile(
    r"(?:至今|到现在|到今天|距今|截至今天|截至目前)[^，。；0-9]{0,6}\Z|(?:已经|已)(?:过去|持续|连续)?了?\Z"
    r"|\b(?:now|already)\s+(?:been\s+)?(?:about |some |almost |nearly )?\Z",
    re.IGNORECASE,
)
_FROM_THEN = re.compile(r"\s+(?:into|in\b(?! (?:a|the|row))|since|old)|了")
_DAYS = {"day": Decimal(1), "week": Decimal(7), "month": Decimal("30.4")}
BACK, WORDS, SLACK = 1, 24, Decimal(1)


def since(scene: Scene) -> Iterator[Check]:
    """Yield lengths up to now, with the last day told in front of them."""
    today = today_of(scene)
    for length in scene.statements if today else ():
        if length.figure.kind != "duration" or length.figure.unit not in _DAYS:
            continue
        is_told = _SO_FAR.search(scene.before(length, WORDS))
        if is_told and _FROM_THEN.match(scene.after(length)) and today:
            days = [s for s in scene.told_before(length, BACK) if _DAY.fullmatch(s.figure.value)]
            for start in days[-1:]:
                yield from _held(start, length, today)


def _held(start: Statement, length: Statement, today: date) -> Iterator[Check]:
    found, told = _DAY.fullmatch(start.figure.value), loose(length)
    first = nearest(int(found["month"]), int(found["day"]), today) if found else None
    if found is None or first is None or told is None or first >= today:
        return
    if found["year"] not in ("-", str(first.year)):
        return
    unit, days = _DAYS[length.figure.unit], Decimal((today - first).days)
    passed = Interval((days - 1) / unit - SLACK / 2, (days + 1) / unit + SLACK / 2)
    verdict = Verdict.CONSISTENT if passed.overlaps(told) else Verdict.CONFLICT
    values = {"first": start.text, "days": str(days), "length": length.text}
    working = Message(
        "From {first} to today {days|is|are} {days} {days|day|days}; stated is {length}.", values
    )
    yield check_of(CheckType.DATE, verdict, (start, length), working, 0.7)
