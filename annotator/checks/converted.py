"""One length of time told in two units, one right behind the other: 108 months, that is 9 years."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from annotator.checks.rounding import exact, is_plain, loose, stated, value_of
from annotator.checks.scene import Scene
from annotator.checks.statement import Check, CheckType, Statement, Verdict, check_of
from annotator.model.message import Message

_THAT_IS = re.compile(
    r",? ?(?:or|that is|that[’']s|which is|so)(?: to say)?,? (?:about |some |nearly |exactly )?"
    r"|[，（(]?(?:也就是|就是|即|相当于|合|等于)(?:说|是)?[，]?",
    re.IGNORECASE,
)
_HOURS = {
    "minute": Decimal(1) / 60,
    "hour": Decimal(1),
    "day": Decimal(24),
    "week": Decimal(168),
    "month": Decimal("730.5"),
    "year": Decimal(8766),
}
FAR, SPARE, ROUNDED = 4, Decimal("0.02"), Decimal("0.08")
"""A length so many times another one is of something else; so much is lost in units, or rounded."""


def converted(scene: Scene) -> Iterator[Check]:
    """Yield two lengths of unlike units that words call the same."""
    for first, second in pairwise(scene.statements):
        units = first.figure.unit, second.figure.unit
        is_pair = units[0] != units[1] and all(unit in _HOURS for unit in units)
        are_lengths = first.figure.kind == second.figure.kind == "duration"
        if is_pair and are_lengths and _THAT_IS.fullmatch(scene.between(first, second)):
            yield from _held(first, second)


def _held(first: Statement, second: Statement) -> Iterator[Check]:
    one, other, value = stated(first), loose(second), value_of(second)
    if one is None or other is None or value is None:
        return
    if is_plain(second):
        other = exact(value).widened(ROUNDED)
    told = one.times(_HOURS[first.figure.unit]).widened(SPARE)
    meant = other.times(_HOURS[second.figure.unit])
    if told.low > meant.high * FAR or meant.low > told.high * FAR:
        return
    verdict = Verdict.CONSISTENT if told.overlaps(meant) else Verdict.CONFLICT
    values = {"first": first.text, "second": second.text}
    working = Message("“{first}” and “{second}” are told as one length.", values)
    yield check_of(CheckType.DATE, verdict, (first, second), working, 0.8)
