"""One pace told by two lengths of time: 1.9 million a year is some 5,200 a day."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from annotator.checks.changes import change_of
from annotator.checks.rates import time_of
from annotator.checks.rounding import Interval, loose, value_of
from annotator.checks.scene import Scene
from annotator.checks.slips import are_of_one_kind
from annotator.checks.statement import Check, CheckType, Statement, Verdict, check_of
from annotator.checks.wording import grouped, said_like
from annotator.model.message import Message

_IN = {
    ("year", "month"): (12, 12),
    ("year", "week"): (48, 53),
    ("year", "day"): (240, 366),
    ("month", "week"): (4, 5),
    ("month", "day"): (20, 31),
    ("week", "day"): (5, 7),
}
"""How many of a shorter time a longer one may have; some days are no working days."""
_IS = re.compile(
    r"\b(?:(?:which|that|it|this)(?:[’']s| is| works out| comes| means| makes)"
    r"|or|so|about|average)\b"
    r"|相当于|等于|也就是|即|平均|折合|算下来|合",
    re.IGNORECASE,
)
_AT_ONCE = re.compile("[^，。；、,.;0-9]{0,10}")
_GONE = re.compile(
    r"(?:[前上]|过去|最?近|[比较])的?\Z|\b(?:last|past|previous|prior)\s+\Z", re.IGNORECASE
)
GLUE, FARTHEST = 60, 20
"""What is so many times larger or smaller is of something else."""


def paces(scene: Scene) -> Iterator[Check]:
    """Yield amounts told for two lengths of time, and what one makes in a longer one."""
    for number, own in scene.of_sentence.items():
        here = [s for s in [*own, *scene.in_next_sentence(number)[:1]] if s.figure.low]
        for first, second in pairwise(here):
            yield from _told_twice(scene, first, second)
        for each, time, amount in zip(own, own[1:], own[2:], strict=False):
            yield from _made_in(scene, each, time, amount)


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
    is_said = _AT_ONCE.fullmatch(scene.between(time, amount)) and amount.figure.unit
    if _GONE.search(scene.before(time)):
        return
    if is_said and change_of(scene, amount) is None and not time_of(scene, amount):
        few, many = _IN[units]
        yield from _held(amount, each, (few * count, many * count), (each, time, amount))


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
