"""A number before and after, and the change that is stated: from 5,200 to 3,900, a drop of 25%."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from annotator.checks.belonging import is_of_others
from annotator.checks.changes import BASIS_POINTS, DOWN, POINTS, UP, Change, change_of, is_base
from annotator.checks.levels import are_alike, is_comparable, is_times_of, tells_then
from annotator.checks.rounding import (
    INFINITE,
    ZERO,
    Interval,
    counted,
    exact,
    held_against,
    loose,
    plainly,
    stated,
    value_of,
)
from annotator.checks.scene import Scene
from annotator.checks.statement import Check, CheckType, Statement, Verdict, check_of
from annotator.checks.then import then_and_now
from annotator.checks.wording import told_change
from annotator.checks.words import HAN
from annotator.model.message import Message
from annotator.model.records import Figure

_FROM_TO = re.compile(
    r"\A[^。.;；!?！？]{0,24}?(?:(?:增长|成长|增加|上升|提高|提升|下降|减少|降低|降|升|缩短|压缩|回落|扩大|增|减|涨|跌)?(?:到|至|为)"
    r"|\bto\b)(?:[0-9]{2,4}年|[^。;；0-9]){0,12}\Z",
    re.IGNORECASE,
)
_TO = re.compile(r"\bto\s+(?:about |around |just |nearly )?\Z", re.IGNORECASE)
_RAISED_TO = re.compile(
    r"(?:[调升降涨提增减跌缩扩掉][高低升降涨加少大小整]?|[上下]修|砍|涨价)到\Z"
    r"|\b(?:rais|increas|cut|lower|bring|mov|go|reduc|tak)(?:e|es|ing|ed)?\b"
    r"[^,.;0-9]{0,20} to\s+\Z|(?:\b(?:is|are|was|were|now)|[’']s) (?:now )?(?:down|up) to\s+\Z",
    re.IGNORECASE,
)
_NAMED_STEP = re.compile(
    r"[^，。；0-9]{0,6}[，,](?:等于)?(?:调|涨|增|升|降|减|跌|多|少|掉)(?:幅|了)"
    r"|[^,.;0-9]{0,16}, (?:so )?(?:that(?:[’']s| is) |which is )?(?:about )?an? ",
    re.IGNORECASE,
)
_TO_FROM = re.compile(
    r"\A,?\s+(?:[a-z]+,?\s+){0,4}?(?:down |up )?from\s+(?:[a-z]+\s+){0,2}\Z", re.IGNORECASE
)
_OVER = re.compile(
    r"\s+(?:over|on|above|(?:[a-z\-]+\s+)?(?:more|fewer|less|higher|lower) than)\s+"
    r"(?:the\s+)?(?:(?:this|last|the|previous|in|a)\s+)?(?:[a-z’']+\s+){0,3}",
    re.IGNORECASE,
)
_THAT_IS = re.compile(r"\b(?:that|which|it)(?:[’']s| is| was)\s+(?:about )?\Z", re.IGNORECASE)
_STARTS = re.compile(r"(?:从|由|自|from)(?:[0-9]{2,4}年|[^。;；0-9]){0,24}\Z", re.IGNORECASE)
_AGAINST = re.compile(
    r"\A[^。.;；!?！？]{0,60}?"
    r"(?:\b(?:up|down|rising|falling|higher|lower)\b[^,.;]{0,24}? (?:from|than)\b"
    r"|\bcompared (?:with|to)\b|\bversus\b|\bagainst\b"
    r"|[比较](?:(?![例重率大小高低多少为])|(?=[高低](?:峰|谷|点|位|潮)))[^。;；0-9]{0,10}(?:[0-9]{1,4}[年月])?(?:的|是)?)[^。;；0-9]{0,20}\Z",
    re.IGNORECASE,
)
_STEP = re.compile(r"[增减降升多少][^，。；]{0,4}\Z")
_WHICH_IS = re.compile(
    r"[^.;,0-9]{0,24}, (?:so |or )?(?:(?:which|that|it)(?: is|[’']s) )?(?:about |some |nearly )?"
)
_MORE_THAN = re.compile(r"\s+(?:more|less|higher|lower|fewer|longer|shorter) than\b")
_AND_MORE = re.compile(r"还?要?多|不止|有余|\s+(?:and counting|plus)\b")
_NOW = re.compile(r"(?:现在|目前|如今|眼下)[^，。；]{0,6}\Z|\bnow\b[^,.;]{0,16}\Z", re.IGNORECASE)
_AT_ONCE = re.compile(rf"[，,]?\s*(?:同比|大幅|净)?(?:{UP}|{DOWN})了?")
_EACH_YEAR = re.compile("(?:年均|平均每年)[^，。；]{0,8}\\Z")
_A_YEAR = re.compile(r"\s+(?:a|per|each|every) year\b|\s+annually\b", re.IGNORECASE)
_TIMES_OF = re.compile(f"相当于[^，。；0-9]{{0,8}}?(?P<noun>[{HAN}]{{4}})的[约近]?\\Z")
_OF_NOUN = re.compile(f"的[{HAN}]")
FEW, APART = 100, 40
HUNDRED = Decimal(100)
_SHARES = frozenset({"percent", "fraction"})
LESS, OTHER_SIZE = Decimal("0.1"), 12
"""A change so many times the stated one, more than a slip of a digit makes, is another one."""
REACH = 90
"""How far behind the two numbers the change may be stated, in code points."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A number before and the number after."""

    before: Statement
    after: Statement


class _Steps(NamedTuple):
    """A change as it is told and as two numbers make it, both exactly and loosely."""

    told: Interval
    wide: Interval
    computed: Interval
    rough: Interval


def growth(scene: Scene) -> Iterator[Check]:
    """Yield stated changes whose two numbers are stated too."""
    for number, here in scene.of_sentence.items():
        over = _over(scene, [s for s in here if not s.figure.value])
        yield from filter(None, (check(scene, pair, step) for pair, step in over))
        for pair in _pairs(scene, here):
            changes = _changes_near(scene, number, pair)
            yield from filter(None, (_likeliest(scene, here, pair, step) for step in changes))


def _likeliest(scene: Scene, here: list[Statement], pair: Pair, change: Statement) -> Check | None:
    """Return what a pair makes of a change, or what another one does with which it is right."""
    found = check(scene, pair, change)
    if found is None or found.verdict is Verdict.CONSISTENT:
        return found
    others = (check(scene, other, change) for other in _instead(scene, here, pair))
    return next((c for c in others if c and c.verdict is Verdict.CONSISTENT), found)


def _over(scene: Scene, here: list[Statement]) -> Iterator[tuple[Pair, Statement]]:
    """Yield A, an increase of S over B."""
    for level, change, base in zip(here, here[1:], here[2:], strict=False):
        glue = scene.between(change, base)
        is_over = _OVER.fullmatch(glue) is not None or tells_then(scene.before(change, APART), glue)
        is_change = change_of(scene, change) is not None or _THAT_IS.search(scene.before(change))
        if is_over and is_change and is_comparable(scene, level, base):
            yield Pair(base, level), change


def _pairs(scene: Scene, here: list[Statement]) -> Iterator[Pair]:
    """Yield the levels of a sentence of which one is told as what was before the other one."""
    for first, second in _in_a_row(here):
        if is_comparable(scene, first, second):
            yield from filter(None, [_in_order(scene, here, first, second)])


def _in_a_row(here: list[Statement]) -> Iterable[tuple[Statement, Statement]]:
    """Return levels that follow each other, or would without lengths of time, or shares."""
    levels = [s for s in here if not s.figure.value]
    counts = [s for s in levels if s.figure.kind != "duration"]
    plain = [s for s in counts if s.figure.kind not in {*_SHARES, "multiple"}]
    return dict.fromkeys([*pairwise(levels), *pairwise(counts), *pairwise(plain)])


def _in_order(
    scene: Scene, here: list[Statement], first: Statement, second: Statement
) -> Pair | None:
    """Return two levels as what was before and after, if the words beside them tell."""
    if _is_start(scene, first, second) or is_raised_to(scene, second):
        return Pair(first, second)
    if _is_against(scene, first, second) or is_times_of(scene, here, first, second):
        return Pair(second, first)
    if are_alike(first, second) and _is_compared(scene, here, second):
        return Pair(first, second)
    pair = then_and_now(scene, first, second)
    return Pair(*pair) if pair else None


def _is_start(scene: Scene, first: Statement, second: Statement) -> bool:
    """Say whether something goes from a number to the next one: from 31 hours to 26."""
    is_to = _FROM_TO.match(scene.between(first, second))
    return bool(is_to and _STARTS.search(scene.before(first, APART)))


def _is_against(scene: Scene, first: Statement, second: Statement) -> bool:
    """Say whether a number is told against the next one: to 26 hours from 31; 26, down from 31."""
    glue = scene.between(first, second)
    if _TO_FROM.match(glue) and _TO.search(scene.before(first)):
        return True
    return bool(_AGAINST.match(glue) and not _STEP.search(glue))


def is_raised_to(scene: Scene, level: Statement) -> bool:
    """Say whether a number is what another one is raised or cut to, by what is told behind it."""
    is_told = _NAMED_STEP.match(scene.after(level, APART))
    return bool(is_told and _RAISED_TO.search(scene.before(level, APART)))


def _is_compared(scene: Scene, here: list[Statement], second: Statement) -> bool:
    """Say whether a change is told behind a number as that from the one before it.

    So it is if the number is said to be what is now, and the change follows at once.
    """
    change = next((s for s in here if s.start >= second.end), None)
    if change is None:
        return False
    words = scene.between(second, change)
    is_told = _AT_ONCE.fullmatch(words) or (
        _WHICH_IS.fullmatch(words) and change_of(scene, change) is not None
    )
    is_now = is_told and _NOW.search(scene.before(second)) is not None
    is_more = _WHICH_IS.fullmatch(words) and _MORE_THAN.match(scene.after(change, 24))
    return bool(is_now or is_more)


def _instead(scene: Scene, here: list[Statement], pair: Pair) -> Iterator[Pair]:
    """Yield the pairs of a base with what else stands in front of it, which it may belong to."""
    for other in here:
        is_in_front = other.end <= pair.before.start and other is not pair.after
        if is_in_front and is_comparable(scene, other, pair.before):
            yield Pair(pair.before, other)


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
    return next(_pairs(scene, statements), None) is not None


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
    if _may_be_more(scene, change, steps):
        verdict = Verdict.CONSISTENT
    if verdict is Verdict.CONSISTENT and any(map(_is_open, (pair.before, pair.after))):
        verdict = Verdict.UNDETERMINED
    working = told_change(pair.before, pair.after, change)
    return check_of(CheckType.GROWTH, verdict, (pair.before, pair.after, change), working, 0.8)


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
    if not is_peak or not _STARTS.search(scene.before(statement, APART)):
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
    is_added = change_of(scene, change) is not None or scene.before(change).endswith("加")
    return change.figure.kind == "multiple" and is_added and "倍" in change.text


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
    if not is_held or not _AT_ONCE.fullmatch(scene.between(pair.before, change)):
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
