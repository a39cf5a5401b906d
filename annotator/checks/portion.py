"""A part, its whole and a share, and what the arithmetic says of them: 14 of 33 is 42.4%."""

import re
from dataclasses import dataclass
from decimal import Decimal

from annotator.checks.rounding import Interval, exact, held_against, loose, stated, value_of
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
RATE = re.compile(f"(?P<done>[{HAN}]{{2}})[率度][{HAN}]{{0,6}}\\Z")


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
    part, whole = stated(triple.part), stated(triple.whole)
    value = value_of(triple.whole)
    if part is None or whole is None or not value or value < 0:
        return None
    is_beyond = (value_of(triple.share) or 0) > HUNDRED and triple.share.figure.kind == "percent"
    if not 0 <= (value_of(triple.part) or 0) < (value * MOST if is_beyond else value):
        return None
    told = percent_of(stated(triple.share), triple.share)
    wide = percent_of(loose(triple.share), triple.share)
    computed = _share_of(triple, part.by(whole))
    if told is None or wide is None or computed.high < LEAST < told.low:
        return None
    rough = _share_of(triple, (loose(triple.part) or part).by(loose(triple.whole) or whole))
    verdict = held_against(told, computed, wide, rough)
    number = (value_of(triple.part) or Decimal(0)) / value
    message = _working(triple, 1 - number if triple.is_rest else number)
    statements = (triple.part, triple.share, triple.whole)
    return check_of(CheckType.SHARE, verdict, statements, message, triple.sureness)


def _share_of(triple: Triple, ratio: Interval) -> Interval:
    """Return what a part, or what it leaves, is of its whole, in percent."""
    share = exact(Decimal(1)).minus(ratio) if triple.is_rest else ratio
    return share.times(Decimal(100))


def _working(triple: Triple, computed: Decimal) -> Message:
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
    return have_same_unit(part, whole) and (value_of(whole) or 0) > (value_of(part) or 0)


def is_more(whole: Statement, part: Statement) -> bool:
    """Say whether a count is the larger one, whatever both are called: people and jobs."""
    return whole.figure.kind == part.figure.kind and (value_of(whole) or 0) > (value_of(part) or 0)


def have_same_unit(part: Statement, whole: Statement) -> bool:
    """Say whether two counts are of one unit, as far as both name one."""
    return part.figure.unit == whole.figure.unit or not (part.figure.unit and whole.figure.unit)


def counts_before(scene: Scene, number: int) -> list[Statement]:
    """Return the counts of the last sentences in front of one."""
    numbers = range(max(0, number - BACK), number)
    return [s for n in numbers for s in scene.of_sentence.get(n, []) if is_count(s)]
