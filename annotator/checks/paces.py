"""One pace told by two lengths of time: 1.9 million a year is some 5,200 a day."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import pairwise

from annotator.checks.changes import change_of
from annotator.checks.per_time import time_of
from annotator.checks.rounding import Interval, loose, value_of
from annotator.checks.scene import Scene
from annotator.checks.slips import are_of_one_kind
from annotator.checks.statement import Check, CheckType, Statement, Verdict, check_of, likeliest
from annotator.checks.wording import grouped, said_like
from annotator.model.message import Message

_IN = {
    ("year", "month"): (12, 12),
    ("year", "week"): (48, 53),
    ("year", "day"): (240, 366),
    ("year", "fortnight"): (24, 27),
    ("month", "week"): (4, 5),
    ("month", "day"): (20, 31),
    ("week", "day"): (5, 7),
}
"""How many of a shorter time a longer one may have; some days are no working days."""
_IS = re.compile(
    r"\b(?:(?:which|that|it|this)(?:[’']s| is| works out| comes| means| makes)"
    r"|or|so|about|average)\b"
    r"|相当于|等于|也就是|即|平均|折合|算下来|合|\A\s+(?:a|per|each|every) [a-z]+,\s+\Z",
    re.IGNORECASE,
)
_SOON = re.compile("[^，。；、,.;0-9]{0,10}")
_GONE = re.compile(
    r"(?:[前上]|过去|最?近|[比较])的?\Z|\b(?:last|past|previous|prior)\s+\Z", re.IGNORECASE
)
_IN_A_YEAR = re.compile(
    r"(?:全年|这一年|一年来|一年间|(?:去年|20[0-9]{2}年)(?![0-9一二三四上下前1末底初]))[^。；0-9]*\Z"
    r"|\b(?:last year|over the (?:past |last )?year|in 20[0-9]{2}),?[^.;0-9]*\Z",
    re.IGNORECASE,
)
_DAILY = re.compile(r"日均|每[天日]|天天|平均一[天日]|\bda(?:y|ily)\b", re.IGNORECASE)
_SOME_YEAR, WORDS = "2023", 24
GLUE, FARTHEST, BACK, AT_ONCE = 60, 20, 2, 12
"""What is so many times larger or smaller is of something else."""


def paces(scene: Scene) -> Iterator[Check]:
    """Yield amounts told for two lengths of time, and what one makes in a longer one."""
    for number, own in scene.of_sentence.items():
        here = [s for s in [*own, *scene.in_next_sentence(number)[:1]] if s.figure.low]
        for first, second in pairwise(here):
            yield from _told_twice(scene, first, second)
        for each, time, amount in zip(own, own[1:], own[2:], strict=False):
            yield from _made_in(scene, each, time, amount)
    for each in scene.statements:
        if each.figure.low and _is_daily(scene, each):
            yield from _of_days(scene, each)


def _is_daily(scene: Scene, each: Statement) -> bool:
    """Say whether an amount is told for each day; a glance at the words beside it saves most."""
    around = f"{scene.before(each, WORDS)}|{scene.after(each, WORDS)}"
    return _DAILY.search(around) is not None and time_of(scene, each) == "day"


def _told_twice(scene: Scene, first: Statement, second: Statement) -> Iterator[Check]:
    """A for each year, which is B for each day."""
    times = time_of(scene, first), time_of(scene, second)
    words = scene.between(first, second)
    if not all(times) or len(words) > GLUE or not _IS.search(words):
        return
    if times in _IN:
        yield from _held(first, second, _IN[times], (first, second))
    elif times[::-1] in _IN:
        yield from _held(second, first, _IN[times[::-1]], (first, second))


def _made_in(scene: Scene, each: Statement, time: Statement, amount: Statement) -> Iterator[Check]:
    """A for each day; in so many months B."""
    units = time.figure.unit, time_of(scene, each)
    count = value_of(time)
    if time.figure.kind != "duration" or units not in _IN or not count or not amount.figure.low:
        return
    is_said = _SOON.fullmatch(scene.between(time, amount)) and amount.figure.unit
    if _GONE.search(scene.before(time)):
        return
    if is_said and change_of(scene, amount) is None and not time_of(scene, amount):
        few, many = _IN[units]
        yield from _held(amount, each, (few * count, many * count), (each, time, amount))


def _of_days(scene: Scene, each: Statement) -> Iterator[Check]:
    """A from a day to a day, or in a year; and behind it: B for each day of them."""
    known = [s for s in scene.told_before(each, BACK) if _may_be_of_days(scene, s, each)]
    found = [c for s in known for c in _of_some_days(scene, s, each)]
    yield from likeliest(found)


def _may_be_of_days(scene: Scene, amount: Statement, each: Statement) -> bool:
    """Say whether a number may be what so many each day come to, by its unit and its words."""
    if amount.figure.unit != each.figure.unit or not amount.figure.low or amount.figure.value:
        return False
    if time_of(scene, amount) or change_of(scene, amount) is not None:
        return False
    if each.figure.unit == "item" and amount.text[-1:] != each.text[-1:]:
        return False
    words = scene.topic(each)
    is_next = scene.sentence_of(amount) == scene.sentence_of(each) and not words
    return is_next or bool(words & scene.topic(amount))


def _of_some_days(scene: Scene, amount: Statement, each: Statement) -> Iterator[Check]:
    before = scene.within(max(0, each.start - AT_ONCE), each.start)
    for length in before:
        is_here = length.end <= each.start and "\n" not in scene.between(length, each)
        if length.figure.kind == "duration" and length.figure.unit == "day" and is_here:
            count = value_of(length) or Decimal(0)
            yield from _held(amount, each, (count, count), (length, amount, each))
    for dates in scene.near(amount):
        days = _days_of(dates) if dates.end <= amount.start else 0
        if days:
            yield from _held(amount, each, (days, days), (dates, amount, each))
    if _IN_A_YEAR.search(scene.before(amount, GLUE)):
        yield from _held(amount, each, _IN["year", "day"], (amount, each))


def _days_of(statement: Statement) -> int:
    """Return how many days there are from the first to the last one of a range; 0 for others."""
    first, _slash, last = statement.figure.value.partition("/")
    try:
        ends = [date.fromisoformat(_SOME_YEAR + day[-6:]) for day in (first, last)]
    except ValueError:
        return 0
    return max((ends[1] - ends[0]).days + 1, 0)


def _held(
    long: Statement,
    short: Statement,
    times: tuple[Decimal | int, Decimal | int],
    told: tuple[Statement, ...],
) -> Iterator[Check]:
    """Yield whether one amount is so many times another one."""
    one_unit = long.figure.unit == short.figure.unit or not (long.figure.unit and short.figure.unit)
    whole, each = loose(long), loose(short)
    values = value_of(long), value_of(short)
    if not one_unit or not are_of_one_kind(long, short) or whole is None or each is None:
        return
    if not values[0] or not values[1] or min(values[0], values[1]) <= 0:
        return
    few, many = (Decimal(number) for number in times)
    ratio = values[0] / values[1]
    if not few / FARTHEST <= ratio <= many * FARTHEST:
        return
    is_right = whole.by(each).overlaps(Interval(few, many))
    working = Message(
        "{amount} in {count} is {computed} on average; stated is {each}.",
        {
            "amount": long.text,
            "count": grouped(many),
            "computed": said_like(values[0] / many, short),
            "each": short.text,
        },
    )
    verdict = Verdict.CONSISTENT if is_right else Verdict.CONFLICT
    yield check_of(CheckType.SHARE, verdict, told, working, 0.7)
