"""A number before and after, and the change that is stated: from 5,200 to 3,900, a drop of 25%."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from annotator.checks.belonging import is_of_others
from annotator.checks.changes import BASIS_POINTS, POINTS, Change, change_of, is_base
from annotator.checks.pairs import APART, AT_ONCE, STARTS, Pair, instead_of, pairs_in, told_over
from annotator.checks.rounding import (
    INFINITE,
    ZERO,
    Interval,
    counted,
    exact,
    held_against,
    is_plain,
    loose,
    plainly,
    read_plainly,
    stated,
    value_of,
)
from annotator.checks.scene import Scene
from annotator.checks.statement import Check, CheckType, Statement, Verdict, check_of
from annotator.checks.wording import told_change
from annotator.checks.words import HAN
from annotator.model.message import Message
from annotator.model.records import Figure

_AND_MORE = re.compile(r"[还有]?要?多|不止|有余|\s+(?:and counting|plus)\b")
_ON_TOP = re.compile("加\\Z|超[额购](?:认购)?(?:了|达到?|约|近)*\\Z")
_EACH_YEAR = re.compile("(?:年均|平均每年)[^，。；]{0,8}\\Z")
_A_YEAR = re.compile(r"\s+(?:a|per|each|every) year\b|\s+annually\b", re.IGNORECASE)
_TIMES_OF = re.compile(f"相当于[^，。；0-9]{{0,8}}?(?P<noun>[{HAN}]{{4}})的[约近]?\\Z")
_OF_NOUN = re.compile(f"的[{HAN}]")
FEW = 100
HUNDRED = Decimal(100)
_SHARES = frozenset({"percent", "fraction"})
LESS, OTHER_SIZE = Decimal("0.1"), 12
"""A change so many times the stated one, more than a slip of a digit makes, is another one."""
REACH = 90
"""How far behind the two numbers the change may be stated, in code points."""


class _Steps(NamedTuple):
    """A change as it is told and as two numbers make it, both exactly and loosely."""

    told: Interval
    wide: Interval
    computed: Interval
    rough: Interval


def growth(scene: Scene) -> Iterator[Check]:
    """Yield stated changes whose two numbers are stated too."""
    for number, here in scene.of_sentence.items():
        over = told_over(scene, [s for s in here if not s.figure.value])
        yield from filter(None, (check(scene, pair, step) for pair, step in over))
        for pair in pairs_in(scene, here):
            changes = _changes_near(scene, number, pair)
            yield from filter(None, (_likeliest(scene, here, pair, step) for step in changes))


def _likeliest(scene: Scene, here: list[Statement], pair: Pair, change: Statement) -> Check | None:
    """Return what a pair makes of a change, or what another one does with which it is right."""
    found = check(scene, pair, change)
    if found is None or found.verdict is Verdict.CONSISTENT:
        return found
    others = (check(scene, other, change) for other in instead_of(scene, here, pair))
    return next((c for c in others if c and c.verdict is Verdict.CONSISTENT), found)


def _changes_near(scene: Scene, number: int, pair: Pair) -> list[Statement]:
    """Return the changes stated behind the pair, or between or just in front of it."""
    first, last = sorted((pair.before, pair.after), key=lambda s: s.start)
    following = scene.in_next_sentence(number)
    candidates = [*scene.near(last), *([] if _has_pair(scene, following) else following[:1])]
    found = [
        s
        for s in candidates
        if s not in (pair.before, pair.after)
        and -REACH < s.start - last.end < REACH
        and s.start > first.start - REACH
        and _is_about(scene, pair, s)
    ]
    return [s for s in found if not is_of_others(scene, (first, last), s)]


def _has_pair(scene: Scene, statements: list[Statement]) -> bool:
    """Say whether a sentence tells of two numbers of its own that a change may be between."""
    return next(pairs_in(scene, statements), None) is not None


def _is_about(scene: Scene, pair: Pair, statement: Statement) -> bool:
    """Say whether a figure may be the change between the two numbers."""
    figure = statement.figure
    if not figure.low or _is_yearly(scene, statement):
        return False
    if figure.kind in _SHARES and figure.unit not in {"pp", "bp"}:
        return pair.before.figure.kind != "percent" and change_of(scene, statement) is not None
    if figure.kind == "multiple":
        return True
    if figure.unit in POINTS:
        is_of_noun = _OF_NOUN.match(scene.after(statement)) is not None
        return pair.before.figure.kind == "percent" and not is_of_noun
    return _is_of_their_unit(figure, pair) and change_of(scene, statement) is not None


def _is_of_another(scene: Scene, pair: Pair, times: Statement) -> bool:
    """Say whether a multiple is of what its words name and none of two numbers: 出口总值的2倍."""
    named = _TIMES_OF.search(scene.before(times)) if times.figure.kind == "multiple" else None
    return named is not None and named["noun"][-2:] not in scene.subject(pair.before)


def _is_yearly(scene: Scene, change: Statement) -> bool:
    """Say whether a change is told for each of some years, of which all make another one."""
    before, after = scene.before(change, 12), scene.after(change, 24)
    return bool(_EACH_YEAR.search(before) or _A_YEAR.match(after))


def _is_of_their_unit(figure: Figure, pair: Pair) -> bool:
    """Say whether a figure is of the unit of two numbers, or a bare one beside bare ones."""
    if not figure.unit and figure.kind == "cardinal" == pair.before.figure.kind:
        return True
    units = {s.figure.unit for s in (pair.before, pair.after)}
    return figure.unit in units - {""} or units == {figure.unit}


def check(scene: Scene, pair: Pair, change: Statement) -> Check | None:
    """Return what the arithmetic says of two numbers and the change between them."""
    pair = Pair(_as_a_peak(scene, pair.before), pair.after)
    steps = _steps(pair, change) if _has_moved(pair) else None
    if steps is None or _is_of_another(scene, pair, change):
        return None
    if _goes_other_way(scene, pair, change):
        return _opposite(scene, pair, change)
    if _is_inverse(steps.computed, change):
        return check(scene, Pair(pair.after, pair.before), change)
    verdict = held_against(
        steps.told, steps.computed.magnitude(), steps.wide, steps.rough.magnitude()
    )
    written = _as_written(pair, change)
    if written is not None:
        verdict = read_plainly(verdict, steps.told, written, _of_one_measure(pair, change))
    if _may_be_more(scene, change, steps):
        verdict = Verdict.CONSISTENT
    if verdict is Verdict.CONSISTENT and any(map(_is_open, (pair.before, pair.after))):
        verdict = Verdict.UNDETERMINED
    working = told_change(pair.before, pair.after, change)
    return check_of(CheckType.GROWTH, verdict, (pair.before, pair.after, change), working, 0.8)


def _as_written(pair: Pair, change: Statement) -> Decimal | None:
    """Return the change that two numbers make as they are written; None if one is a bound."""
    before, after = value_of(pair.before), value_of(pair.after)
    if before is None or after is None or not all(map(is_plain, (pair.before, pair.after, change))):
        return None
    made = _change_between(exact(before), exact(after), change.figure)
    return (made.low + made.high) / 2 if made else None


def _of_one_measure(pair: Pair, change: Statement) -> list[Statement]:
    """Return the numbers that a change is measured like: itself, and levels of its unit."""
    if change.figure.kind in {"multiple", "fraction"}:
        return []
    levels = (pair.before, pair.after)
    return [change, *(s for s in levels if s.figure.kind == change.figure.kind)]


def _is_open(level: Statement) -> bool:
    """Say whether a number may be any larger one, so that most changes fit it."""
    told = stated(level)
    return told is not None and told.high == INFINITE


def _has_moved(pair: Pair) -> bool:
    """Say whether there was something before, and another number of it after."""
    before, after = value_of(pair.before), value_of(pair.after)
    return before is not None and after is not None and 0 < before != after


def _steps(pair: Pair, change: Statement) -> _Steps | None:
    """Return a stated change and the one between two numbers, if they may be one."""
    told, wide = _exactly(change), loose(change)
    computed = _change_between(_exactly(pair.before), _exactly(pair.after), change.figure)
    rough = _change_between(loose(pair.before), loose(pair.after), change.figure)
    if told is None or wide is None or computed is None or rough is None:
        return None
    if _are_of_other_sizes(told, rough.magnitude()):
        return None
    if computed.low == computed.high:
        return _Steps(told, told if told.low == told.high else wide, computed, computed)
    return _Steps(told, wide, computed, rough)


def _goes_other_way(scene: Scene, pair: Pair, change: Statement) -> bool:
    """Say whether a change is called a rise between numbers that fall, or the reverse."""
    direction = change_of(scene, change) or Change(0)
    step = (value_of(pair.after) or ZERO) - (value_of(pair.before) or ZERO)
    return direction.sign * step < 0 and change.figure.kind != "multiple"


def _may_be_more(scene: Scene, change: Statement, steps: _Steps) -> bool:
    """Say whether a change holds as the words beside it tell: 三成还多, or 增加两倍 on top."""
    if _AND_MORE.match(scene.after(change)) and steps.rough.magnitude().high >= steps.told.low:
        return True
    added = steps.told.plus(exact(Decimal(1)))
    return _may_be_added(scene, change) and added.overlaps(steps.computed.magnitude())


def _as_a_peak(scene: Scene, statement: Statement) -> Statement:
    """Return the number of a peak that something starts from as it is told: 从最高3,600降到450."""
    is_peak = statement.text.startswith(("最高", "最多", "最低", "最少"))
    if not is_peak or not STARTS.search(scene.before(statement, APART)):
        return statement
    return plainly(statement)


def _is_inverse(computed: Interval, change: Statement) -> bool:
    """Say whether one number is a part of the other one that is said to be so many times it."""
    value = value_of(change) or Decimal(0)
    return change.figure.kind == "multiple" and value > 1 > computed.high > 0


def _are_of_other_sizes(told: Interval, computed: Interval) -> bool:
    """Say whether a change is so much larger than the stated one that it is of something else."""
    return told.high > 0 and computed.low > told.high * OTHER_SIZE


def _may_be_added(scene: Scene, change: Statement) -> bool:
    """Say whether a multiple may tell what came on top: 增加两倍, from 1 to 3."""
    is_added = change_of(scene, change) is not None or _ON_TOP.search(scene.before(change))
    return change.figure.kind == "multiple" and bool(is_added) and "倍" in change.text


def _exactly(statement: Statement) -> Interval | None:
    """Return what a number may be; few things are counted to the last one."""
    value = value_of(statement)
    if value is None or not 0 <= value < FEW:
        return stated(statement)
    is_price = statement.figure.kind == "money" and statement.figure.comparator in ("", "=")
    is_whole = value == value.to_integral_value()
    return exact(value) if is_price and is_whole else counted(statement)


def _opposite(scene: Scene, pair: Pair, change: Statement) -> Check | None:
    """Return a check of a rise that is a fall, or the reverse, if said at once: 比168增长10%."""
    is_held = pair.before.start < change.start and is_base(scene, pair.before)
    if not is_held or not AT_ONCE.fullmatch(scene.between(pair.before, change)):
        return None
    is_more = (value_of(pair.after) or 0) > (value_of(pair.before) or 0)
    told = {"after": pair.after.text, "before": pair.before.text, "change": change.text}
    more = Message("{after} is more than {before}; stated is a fall of {change}.", told)
    less = Message("{after} is less than {before}; stated is a rise of {change}.", told)
    working = more if is_more else less
    statements = (pair.before, pair.after, change)
    return check_of(CheckType.GROWTH, Verdict.CONFLICT, statements, working, 0.7)


def _change_between(
    before: Interval | None, after: Interval | None, told: Figure
) -> Interval | None:
    """Return the change from one number to another, in the terms of the stated one."""
    if before is None or after is None:
        return None
    if told.kind == "multiple":
        return after.by(before)
    if told.kind in _SHARES and told.unit not in POINTS:
        ratio = after.by(before).minus(exact(Decimal(1)))
        return ratio.times(HUNDRED) if told.kind == "percent" else ratio
    difference = after.minus(before).narrowed(LESS)
    return difference.times(HUNDRED) if told.unit in BASIS_POINTS else difference
