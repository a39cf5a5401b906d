"""Months and years between which something lasts, with how long that is said to be."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from annotator.checks.rounding import Interval, stated, value_of
from annotator.checks.scene import Scene
from annotator.checks.statement import Check, CheckType, Statement, Verdict, check_of
from annotator.checks.wording import grouped
from annotator.model.message import Message

_END = "[0-9]{4}(?:-[0-9]{2}(?:-31)?)?"
_MONTH = re.compile(r"(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2}))?")
_IT_TOOK = re.compile(
    r"\b(?:so|that[’']s|that is|which is|took|taken|lasted|in all|total of|over|for)\b[^.,;0-9]*\Z"
    r"|[，,\u4e00-\u9fff][\u4e00-\u9fff]了\Z|(?:前后|历时|用了?|用时|只用|花了?|建了|修了|干了|不到|仅用|持续|一共|总共|等了|相当于|整整|长达|历经"
    r"|跨越|时隔)[^，。；0-9]{0,6}\Z",
    re.IGNORECASE,
)
_MOST_IN = re.compile(
    r"\b(?:first|best|worst|fewest|(?:most|least)\b[a-z ]{0,12}|[a-z]+est)(?: [a-z]+)? in\s+\Z",
    re.IGNORECASE,
)
"""What is the lowest in five years was told of no more than the last of them."""
_ONWARD = re.compile(
    r"[到至—–~-]|[，,]|结束|竣工|完工|建成|\b(?:to|until|till|through|and|then|end\w*|finish\w*"
    r"|complet\w*|open\w*)\b",
    re.IGNORECASE,
)
_TIME = re.compile(rf"{_END}(?:/{_END})?")
_TERM = re.compile(
    r"(?:工期|周期|建设期|任期|期限|历时|为期|需要?|预计|计划|[用要]时)[^，。；0-9]{0,4}\Z"
    r"|\b(?:tak(?:es?|ing)|lasts?|for|over|(?:term|period|schedule) of)\b[^.,;0-9]{0,12}\Z",
    re.IGNORECASE,
)
_FROM = re.compile(r"[，,]?从|\s+(?:from|between)\b", re.IGNORECASE)
_DECADE = re.compile("年代|[0-9]s\\b")
_BOTH = 2
_UNITS = {"month": 1, "year": 12}
_LONG = {True: (-1, 1), False: (-12, 12)}
"""How many months a time between two months, or two years, may differ from what they say."""
SOON, REACH, BACK, PART = 24, 60, 1, Decimal("0.5")


class _End(NamedTuple):
    """A year in which something starts or ends, with its month, "" if only the year is told."""

    year: int
    month: str


def terms(scene: Scene) -> Iterator[Check]:
    """Yield lengths in months or years with the two months or years that they are between."""
    for length in scene.statements:
        if length.figure.kind != "duration" or length.figure.unit not in _UNITS:
            continue
        if _MOST_IN.search(scene.before(length, REACH)):
            continue
        if ends := _around(scene, length):
            yield from _lasted(ends, length, is_here=True)
        if ends := _in_front(scene, length):
            is_here = scene.sentence_of(ends[0]) == scene.sentence_of(length)
            yield from _lasted(ends, length, is_here=is_here)


def _in_front(scene: Scene, length: Statement) -> list[Statement]:
    """Return the two dates, or the one of both ends, in front of what is said to have lasted."""
    told = [s for s in scene.told_before(length, BACK) if _TIME.fullmatch(s.figure.value)]
    is_at_once = bool(told) and scene.between(told[-1], length) in {"，", ", "}
    if not (is_at_once or _IT_TOOK.search(scene.before(length, SOON))):
        return []
    if told and "/" in told[-1].figure.value:
        return [s for s in told[-1:] if not _DECADE.search(s.text)]
    is_onward = len(told) > 1 and _ONWARD.search(scene.between(*told[-2:]))
    return told[-2:] if is_onward else []


def _around(scene: Scene, length: Statement) -> list[Statement]:
    """Return the start and the end that a length stands between: 9月开工，工期两年，2026年建成."""
    if not _TERM.search(scene.before(length, SOON)):
        return []
    beside = [s for s in scene.near(length, REACH) if _TIME.fullmatch(s.figure.value)]
    if _FROM.match(scene.after(length, SOON)):
        return [s for s in beside if s.start >= length.end][:_BOTH]
    before = [s for s in beside if s.end <= length.start][-1:]
    behind = [s for s in beside if s.start >= length.end][:1]
    is_alone = len(beside) == _BOTH and before and "/" not in before[0].figure.value
    return [*before, *behind] if is_alone and behind else []


def _lasted(dates: Sequence[Statement], length: Statement, *, is_here: bool) -> Iterator[Check]:
    """Yield a length with two dates, or the one that tells both ends."""
    ends, meant = _ends_of(dates), _meant(length)
    passed = _months_between(ends, is_here=is_here)
    if meant is None or passed <= 0:
        return
    fewer, more = _LONG[all(end.month for end in ends)]
    is_so_long = meant.overlaps(Interval(Decimal(passed + fewer), Decimal(passed + more)))
    verdict = Verdict.CONSISTENT if is_so_long else Verdict.CONFLICT
    working = _working(dates, passed, length)
    yield check_of(CheckType.DATE, verdict, (*dates, length), working, 0.7)


def _ends_of(dates: Sequence[Statement]) -> list[_End]:
    """Return the years and months that dates tell, two of one that is from 2015 to 2019."""
    return [
        _End(int(found["year"]), found["month"] or "")
        for date in dates
        for found in _MONTH.finditer(date.figure.value)
    ]


def _months_between(ends: Sequence[_End], *, is_here: bool) -> int:
    """Return how many months lie between two ends; 0 if one only has a month, or for more ends.

    It is 0 as well for years that are not told here, in the sentence of the length.
    """
    if len(ends) > _BOTH or not _are_alike(ends, is_here=is_here):
        return 0
    first, last = ends
    return 12 * (last.year - first.year) + int(last.month or 1) - int(first.month or 1)


def _are_alike(ends: Sequence[_End], *, is_here: bool) -> bool:
    """Say whether all ends are told with their months, or none and both in one sentence."""
    with_months = [end for end in ends if end.month]
    return len(with_months) == len(ends) or (is_here and not with_months)


def _meant(length: Statement) -> Interval | None:
    """Return how many months a length may be, half a unit more or less at least."""
    told, value = stated(length), value_of(length)
    if told is None or value is None:
        return None
    wide = Interval(min(told.low, value - PART), max(told.high, value + PART))
    return wide.times(Decimal(_UNITS[length.figure.unit]))


def _working(dates: Sequence[Statement], months: int, length: Statement) -> Message:
    """Tell how many years lie between the ends, each its own date or both in one."""
    texts = [date.text for date in dates] if len(dates) > 1 else dates[0].figure.value.split("/")
    values = {
        "first": texts[0],
        "last": texts[1],
        "years": grouped(Decimal(months) / 12, places=Decimal("0.1")),
        "length": length.text,
    }
    return Message(
        "From {first} to {last} {years|is|are} {years} {years|year|years}; stated is {length}.",
        values,
    )
