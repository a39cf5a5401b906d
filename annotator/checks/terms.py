"""Months and years between which something lasts, with how long that is said to be."""

import re
from collections.abc import Iterator
from decimal import Decimal

from annotator.checks.rounding import Interval, stated, value_of
from annotator.checks.scene import Scene
from annotator.checks.statement import Check, CheckType, Statement, Verdict, check_of
from annotator.checks.wording import grouped
from annotator.model.message import Message

_MONTH = re.compile(r"(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2}))?")
_IT_TOOK = re.compile(
    r"\b(?:so|that[’']s|that is|which is|took|taken|lasted|in all|total of|over|for)\b[^.,;0-9]*\Z"
    r"|(?:前后|历时|用了?|用时|只用|花了?|建了|修了|干了|不到|仅用|持续|一共|总共|等了|相当于|整整|长达|历经"
    r"|跨越|时隔)[^，。；0-9]{0,6}\Z",
    re.IGNORECASE,
)
_ONWARD = re.compile(
    r"[到至—–~-]|[，,]|结束|竣工|完工|建成|\b(?:to|until|till|through|and|then|end\w*|finish\w*"
    r"|complet\w*|open\w*)\b",
    re.IGNORECASE,
)
_UNITS = {"month": 1, "year": 12}
_LONG = {True: (-1, 1), False: (-12, 12)}
"""How many months a time between two months, or two years, may differ from what they say."""
SOON, BACK, PART = 24, 1, Decimal("0.5")


def terms(scene: Scene) -> Iterator[Check]:
    """Yield lengths in months or years with the two months or years in front of them."""
    for length in scene.statements:
        if length.figure.kind != "duration" or length.figure.unit not in _UNITS:
            continue
        if not _IT_TOOK.search(scene.before(length, SOON)):
            continue
        known = [s for s in scene.told_before(length, BACK) if _MONTH.fullmatch(s.figure.value)]
        if len(known) > 1 and _ONWARD.search(scene.between(*known[-2:])):
            is_here = scene.sentence_of(known[-2]) == scene.sentence_of(length)
            yield from _lasted(known[-2], known[-1], length, is_here=is_here)


def _lasted(
    first: Statement, last: Statement, length: Statement, *, is_here: bool
) -> Iterator[Check]:
    found = [_MONTH.fullmatch(s.figure.value) for s in (first, last)]
    ends = [(int(m["year"]), m["month"]) for m in found if m]
    told, value = stated(length), value_of(length)
    if len(ends) <= 1 or told is None or value is None:
        return
    with_months = all(month for _year, month in ends)
    if not with_months and (not is_here or any(month for _year, month in ends)):
        return
    years, months = (ends[1][0] - ends[0][0]), int(ends[1][1] or 1) - int(ends[0][1] or 1)
    passed = 12 * years + months
    if passed <= 0:
        return
    unit = _UNITS[length.figure.unit]
    fewer, more = _LONG[with_months]
    meant = Interval(min(told.low, value - PART), max(told.high, value + PART)).times(Decimal(unit))
    if not meant.overlaps(Interval(Decimal(passed + fewer), Decimal(passed + more))):
        verdict = Verdict.CONFLICT
    else:
        verdict = Verdict.CONSISTENT
    values = {
        "first": first.text,
        "last": last.text,
        "years": grouped(Decimal(passed) / 12, places=Decimal("0.1")),
        "length": length.text,
    }
    working = Message(
        "From {first} to {last} {years|is|are} {years} {years|year|years}; stated is {length}.",
        values,
    )
    yield check_of(CheckType.DATE, verdict, (first, last, length), working, 0.7)
