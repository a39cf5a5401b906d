"""Numbers that may be one before and after: levels of one unit, and no changes."""

import re
from collections.abc import Sequence
from decimal import Decimal

from annotator.checks.changes import change_of
from annotator.checks.rounding import value_of
from annotator.checks.scene import Scene
from annotator.checks.statement import Statement

_AGO = re.compile(r"\s*(?:[以之]?[前后]|来|ago\b|later\b|earlier\b)")
_LEVELS = frozenset({"cardinal", "money", "percent", "duration", "temperature", "measure"})
_MEASURED = ({"temperature", "cardinal"}, {"duration", "cardinal"})
_IS_THAT_OF = re.compile("[，,](?:约|大约)?(?:是|为|相当于)(?:[0-9]{4}年)?[^，。；0-9]{0,8}")
_WHEN = re.compile(
    r"\s+(?:from|than|on|over) (?:yesterday|last [a-z]+|a [a-z]+ ago|the [a-z]+ before),"
    r" when (?:it|we|they|that|there) (?:was|were|had|stood at|counted)\s+(?:about |at )?",
    re.IGNORECASE,
)
_SINCE = re.compile(
    "[比较](?P<then>[一-鿿]{2,3}?)(?:[末底]|同期)?(?:增加|增长|减少|下降|上升|上调|下调|提高|降低|多|少|增|减|涨|降)了?[约近]?\\Z"
)
_THEN = "[，,](?:而|那时|当时)?{}[^，。；0-9]{{0,8}}"
ALIKE = 3
"""A number that is so many times another one is hardly what has become of it."""


def are_alike(first: Statement, second: Statement) -> bool:
    """Say whether two numbers are of one unit that tells what they count, and of one size."""
    sizes = sorted(value_of(s) or Decimal(0) for s in (first, second))
    is_telling = first.figure.unit == second.figure.unit != "" or _is_bare(first, second)
    return is_telling and 0 < sizes[1] < sizes[0] * ALIKE


def is_comparable(scene: Scene, first: Statement, second: Statement) -> bool:
    """Say whether two numbers are levels of one unit, and neither is a change."""
    if not _are_of_one_measure(first, second):
        return False
    if any(s.figure.kind == "duration" and _AGO.match(scene.after(s)) for s in (first, second)):
        return False
    is_step = first.figure.kind != "percent" and change_of(scene, first) is not None
    return not is_step and change_of(scene, second) is None


def _are_of_one_measure(first: Statement, second: Statement) -> bool:
    """Say whether two numbers measure the same: both metres, or people and a bare number."""
    kinds, units = {first.figure.kind, second.figure.kind}, {first.figure.unit, second.figure.unit}
    if not first.figure.low or not second.figure.low or not kinds <= _LEVELS:
        return False
    same_unit = len(units) == 1 or (first.figure.kind == "cardinal" and "" in units)
    return (len(kinds) == 1 and same_unit) or _is_bare(first, second)


def _is_bare(first: Statement, second: Statement) -> bool:
    """Say whether a bare number takes up the unit of a like one: from 31 hours to 26."""
    kinds, units = {first.figure.kind, second.figure.kind}, {first.figure.unit, second.figure.unit}
    low, high = sorted(value_of(s) or Decimal(0) for s in (first, second))
    return kinds in _MEASURED and "" in units and 0 < low < high < low * ALIKE


def tells_then(before: str, behind: str) -> bool:
    """Say whether a change since some time is told, and then what there was at that time.

    Down 98 from yesterday, when it was 1,650; 比年初增加350亿元，年初余额是3750亿元.
    """
    named = _SINCE.search(before)
    return bool(_WHEN.fullmatch(behind)) or (
        named is not None and re.fullmatch(_THEN.format(named["then"]), behind) is not None
    )


def is_that_of(scene: Scene, first: Statement, second: Statement) -> bool:
    """Say whether a number is told as so much of the next one: 4459万头，相当于4100万头的."""
    return _IS_THAT_OF.fullmatch(scene.between(first, second)) is not None


def is_times_of(
    scene: Scene, here: Sequence[Statement], first: Statement, second: Statement
) -> bool:
    """Say whether one number is told as so many times another one: 86亿，是2020年21亿的四倍."""
    times = next((s for s in here if s.start >= second.end), None)
    if times is None or times.figure.kind != "multiple":
        return False
    is_of = scene.between(second, times) in ("的", "的约", "的近")
    return is_of and is_that_of(scene, first, second)
