"""A part, its whole and a share, and what the arithmetic says of them: 14 of 33 is 42.4%."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal

from annotator.checks.amounts import amount
from annotator.checks.classifiers import count_other_things
from annotator.checks.rounding import (
    Interval,
    exact,
    held_against,
    is_plain,
    loose,
    plainly,
    read_plainly,
    side_of,
    stated,
)
from annotator.checks.scene import Scene
from annotator.checks.statement import Check, CheckType, Statement, check_of
from annotator.checks.words import HAN
from annotator.model.message import Message

LEAST, HUNDRED, MOST = Decimal("0.1"), Decimal(100), 3
"""A part that is less of its whole, in percent, is of something else."""


COUNTS = frozenset({"cardinal", "money"})
CLOSE, BACK, SHORTEST = 60, 6, 2
"""How far a share may stand from its part, in code points; its whole, in sentences before it."""
OF_ALL = re.compile(
    r"\bof (?:the|our|its|their|all|some|about|nearly|those|these|[A-Za-z]+['’]s?|\s)+\Z",
    re.IGNORECASE,
)
RATE = re.compile(f"(?P<done>[{HAN}]{{2}})(?:[率度]|比例)[{HAN}]{{0,6}}\\Z")


@dataclass(frozen=True, slots=True)
class Triple:
    """A part, its whole and the stated share, with how sure it is that they belong together.

    With ``is_rest`` the share is told of what the part leaves of the whole.
    """

    part: Statement
    whole: Statement
    share: Statement
    sureness: float
    is_rest: bool = False


def check(triple: Triple) -> Check | None:
    """Return what the arithmetic says of a part, a whole and a share."""
    if not _may_be_share(triple):
        return None
    triple = _without_bounds(triple)
    told, wide = (percent_of(read(triple.share), triple.share) for read in (stated, loose))
    computed, rough = (_computed(triple, read) for read in (stated, loose))
    if told is None or wide is None or computed is None or rough is None:
        return None
    if computed.high < LEAST < told.low:
        return None
    verdict = held_against(told, computed, wide, rough)
    number = amount(triple.part) / amount(triple.whole)
    number = 1 - number if triple.is_rest else number
    statements = (triple.part, triple.share, triple.whole)
    if all(map(is_plain, statements)):
        of = [triple.share] if triple.share.figure.kind == "percent" else []
        verdict = read_plainly(verdict, told, number * HUNDRED, of)
    message = _working(triple, number)
    return check_of(CheckType.SHARE, verdict, statements, message, triple.sureness)


def _without_bounds(triple: Triple) -> Triple:
    """Return a part and a share that are told as the least there is as plain numbers: 六成以上.

    Each is the other one worked out, of a whole that is no bound.
    """
    part, share = triple.part, triple.share
    if not side_of(part) or side_of(part) != side_of(share) or side_of(triple.whole):
        return triple
    return replace(triple, part=plainly(part), share=plainly(share))


def _may_be_share(triple: Triple) -> bool:
    """Say whether a part is less than its whole, or not much more where 120% of it is told."""
    whole = amount(triple.whole)
    is_beyond = triple.share.figure.kind == "percent" and amount(triple.share) > HUNDRED
    return 0 <= amount(triple.part) < (whole * MOST if is_beyond else whole)


def _computed(triple: Triple, read: Callable[[Statement], Interval | None]) -> Interval | None:
    """Return what a part, or what it leaves, is of its whole, in percent.

    ``read`` tells what a number may be: as it is written, or rounded to some zeros at its end.
    """
    part, whole = read(triple.part), read(triple.whole)
    if part is None or whole is None:
        return None
    ratio = part.by(whole)
    share = exact(Decimal(1)).minus(ratio) if triple.is_rest else ratio
    return share.times(HUNDRED)


def _working(triple: Triple, computed: Decimal) -> Message:
    """Tell what a part is of its whole, or what is left of that, beside the stated share."""
    values = {
        "part": triple.part.text,
        "whole": triple.whole.text,
        "computed": f"{computed * 100:.1f}",
        "share": triple.share.text,
    }
    if triple.is_rest:
        return Message("{whole} without {part} is {computed}% of it; stated is {share}.", values)
    return Message("{part} of {whole} is {computed}%; stated is {share}.", values)


def percent_of(interval: Interval | None, share: Statement) -> Interval | None:
    """Return a share as a percentage; a fraction is multiplied out."""
    if interval is None or share.figure.kind == "percent":
        return interval
    return interval.times(Decimal(100))


def is_count(statement: Statement) -> bool:
    """Say whether a figure may be a part or a whole: a count or money, and no "under five"."""
    figure = statement.figure
    is_bound = figure.comparator[:1] in ("<", ">") and not figure.unit
    is_age = is_bound and len(figure.low) <= SHORTEST
    return figure.kind in COUNTS and bool(figure.low) and not is_age


def is_larger(whole: Statement, part: Statement) -> bool:
    """Say whether a count is the larger one of two of one unit."""
    return have_same_unit(part, whole) and amount(whole) > amount(part)


def is_more(whole: Statement, part: Statement) -> bool:
    """Say whether a count is the larger one, whatever both are called: people and jobs."""
    return whole.figure.kind == part.figure.kind and amount(whole) > amount(part)


def have_same_unit(part: Statement, whole: Statement) -> bool:
    """Say whether two counts are of one unit, as far as both name one."""
    if count_other_things(part, whole):
        return False
    return part.figure.unit == whole.figure.unit or not (part.figure.unit and whole.figure.unit)


def counts_before(scene: Scene, number: int) -> list[Statement]:
    """Return the counts of the last sentences in front of one."""
    numbers = range(max(0, number - BACK), number)
    return [s for n in numbers for s in scene.of_sentence.get(n, []) if is_count(s)]
