"""A number before and after, and the change that is stated: from 5,200 to 3,900, a drop of 25%."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from annotator.checks.changes import DOWN, UP, Change, change_of
from annotator.checks.levels import are_alike, is_comparable, is_times_of, tells_then
from annotator.checks.periods import carried, periods_in
from annotator.checks.rounding import (
    Interval,
    counted,
    exact,
    held_against,
    loose,
    stated,
    value_of,
)
from annotator.checks.scene import Scene
from annotator.checks.statement import Check, CheckType, Statement, Verdict, check_of
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
    r"(?:[调升降涨提增减跌缩扩掉][高低升降涨加少大小整]?|涨价)到\Z"
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
    r"|[比较](?![例重率大小高低多少为])[^。;；0-9]{0,10}(?:[0-9]{1,4}[年月])?(?:的|是)?)[^。;；0-9]{0,20}\Z",
    re.IGNORECASE,
)
_STEP = re.compile(r"[增减降升多少][^，。；]{0,4}\Z")
_CLAUSE = re.compile("[，,。；;]")
_WHICH_IS = re.compile(
    r"[^.;,0-9]{0,24}, (?:so |or )?(?:(?:which|that|it)(?: is|[’']s) )?(?:about |some |nearly )?"
)
_MORE_THAN = re.compile(r"\s+(?:more|less|higher|lower|fewer|longer|shorter) than\b")
_NEW_SUBJECT = re.compile(rf"[，,；;、][^，。；;0-9]{{0,12}}[{HAN}]{{2}}(?<!主要)[由从]\Z")
_SOME_YEAR = re.compile(r"[0-9]{2,4}年|\b(?:19|20)[0-9]{2}\b")
_BEFORE = re.compile(
    rf"(?:(?:上任|接手|接任|就任)[^，。；0-9]{{0,2}}时|[{HAN}]{{1,5}}(?<!目)(?<!当)前|原来|原本|原先|过去|以往)[{HAN}]{{0,6}}\Z"
    r"|\b(?:before (?:the|that|we|it)\b|previously|used to)[^,;]{0,30}\Z",
    re.IGNORECASE,
)
UP_TO = re.compile("[到至](?:去年|上年|昨天)年?[底末]?")
_THE_ONE_BEFORE = re.compile(
    r"(?:前一|上一?)个?[年天日周月季期](?:度|同期)?[^，。；0-9]{0,4}\Z"
    r"|\bthe (?:week|month|year|day|quarter) before[^.,;0-9]{0,16}\Z",
    re.IGNORECASE,
)
_YEARS_AGO = re.compile(
    r"\s*(?:of (?:them|those) )?(?:[a-z0-9]+ )?(?:years? (?:ago|earlier)|last year)", re.IGNORECASE
)
_HAN = re.compile(f"[{HAN}]")
_CHANGE_WORDS = re.compile(
    rf"{UP}|{DOWN}|同比|环比|年均|平均|每年|幅度?|净|总体|累计|实际|分别|约|近|达到?|为|是|了|超过|比|去年|上年|同期|之?多",
    re.IGNORECASE,
)
_FOR_SO_LONG = re.compile(
    "[0-9一二两三四五六七八九十]+(?:个?月|年|天|周)(?:[以之]?[来里内间]|时间)*"
)
_AND_MORE = re.compile(r"还?要?多|不止|有余|\s+(?:and counting|plus)\b")
_NOW = re.compile(r"(?:现在|目前|如今|眼下)[^，。；]{0,6}\Z|\bnow\b[^,.;]{0,16}\Z", re.IGNORECASE)
_MONTH = re.compile("(?<![0-9至到])(1?[0-9])月(?:份|单月)?[^，。；0-9]{0,6}\\Z")
_AT_ONCE = re.compile(rf"[，,]?\s*(?:同比|大幅|净)?(?:{UP}|{DOWN})了?")
OWN_NOUN, FEW, APART = 4, 100, 40
HUNDRED = Decimal(100)
_BASIS_POINTS = frozenset({"bp", "basis point"})
POINTS = _BASIS_POINTS | {"pp", "percentage point", "point"}
LESS, OTHER_SIZE = Decimal("0.1"), 12
"""A change so many times the stated one, more than a slip of a digit makes, is another one."""
REACH = 90
"""How far behind the two numbers the change may be stated, in code points."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A number before and the number after."""

    before: Statement
    after: Statement


def growth(scene: Scene) -> Iterator[Check]:
    """Yield stated changes whose two numbers are stated too."""
    for number, here in scene.of_sentence.items():
        for over, step in _over(scene, [s for s in here if not s.figure.value]):
            yield from filter(None, [check(scene, over, step)])
        for pair in _pairs(scene, here):
            for change in _changes_near(scene, number, pair):
                found = check(scene, pair, change)
                if found is None or found.verdict is Verdict.CONSISTENT:
                    yield from [found] if found else []
                    continue
                others = (check(scene, other, change) for other in _instead(scene, here, pair))
                right = (c for c in others if c and c.verdict is Verdict.CONSISTENT)
                yield next(right, found)


def _over(scene: Scene, here: list[Statement]) -> Iterator[tuple[Pair, Statement]]:
    """Yield A, an increase of S over B."""
    for level, change, base in zip(here, here[1:], here[2:], strict=False):
        glue = scene.between(change, base)
        is_over = _OVER.fullmatch(glue) is not None or tells_then(scene.before(change, APART), glue)
        is_change = change_of(scene, change) is not None or _THAT_IS.search(scene.before(change))
        if is_over and is_change and is_comparable(scene, level, base):
            yield Pair(base, level), change


def _pairs(scene: Scene, here: list[Statement]) -> Iterator[Pair]:
    levels = [s for s in here if not s.figure.value]
    counts = [s for s in levels if s.figure.kind != "duration"]
    plain = [s for s in counts if s.figure.kind not in {"percent", "fraction", "multiple"}]
    for first, second in dict.fromkeys([*pairwise(levels), *pairwise(counts), *pairwise(plain)]):
        if not is_comparable(scene, first, second):
            continue
        glue = scene.between(first, second)
        is_to_from = _TO_FROM.match(glue) and _TO.search(scene.before(first))
        is_start = _FROM_TO.match(glue) and _STARTS.search(scene.before(first, 40))
        if is_start or is_raised_to(scene, second):
            yield Pair(first, second)
        elif (
            is_to_from
            or (_AGAINST.match(glue) and not _STEP.search(glue))
            or is_times_of(scene, here, first, second)
        ):
            yield Pair(second, first)
        elif are_alike(first, second) and _is_compared(scene, here, second):
            yield Pair(first, second)
        elif pair := _then_and_now(scene, first, second):
            yield pair


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


def _then_and_now(scene: Scene, first: Statement, second: Statement) -> Pair | None:
    """Return two numbers of which only one is said to be of a time before, the older one first."""
    are_past = [is_past(scene, s) for s in (first, second)]
    between = scene.between(first, second)
    if len(between) > APART or re.search("[;；]", between):
        return None
    if are_alike(first, second) and _THE_ONE_BEFORE.search(scene.before(second)):
        return Pair(second, first)
    if are_past[0] == are_past[1]:
        return _by_month(scene, first, second)
    if _SOME_YEAR.search(scene.before(first) + between):
        return None
    return Pair(first, second) if are_past[0] else Pair(second, first)


def _by_month(scene: Scene, first: Statement, second: Statement) -> Pair | None:
    """Return two numbers of different months, the older one first: 8月68亿，7月85亿."""
    found = [_MONTH.search(scene.before(s)) for s in (first, second)]
    months = [int(month[1]) for month in found if month]
    if len(months) <= 1 or months[0] == months[1] or not are_alike(first, second):
        return None
    return Pair(first, second) if months[0] < months[1] else Pair(second, first)


def is_past(scene: Scene, statement: Statement) -> bool:
    """Say whether a number is said to be of a time before: last year, yesterday, back then."""
    words, _bar, behind = scene.subject(statement).partition("|")
    if _YEARS_AGO.match(behind):
        return True
    told = periods_in(UP_TO.sub("", words)).get("relative", frozenset())
    return bool(told & {"last", "base", "before"}) or _BEFORE.search(words) is not None


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
    return [
        s
        for s in found
        if not _another_pair_between(scene, last, s)
        and not _has_own_subject(scene, pair, last, s)
        and not _is_of_another_time(scene, s, first)
    ]


def _has_pair(scene: Scene, statements: list[Statement]) -> bool:
    """Say whether a sentence tells of two numbers of its own that a change may be between."""
    return next(_pairs(scene, statements), None) is not None


def _is_of_another_time(scene: Scene, change: Statement, first: Statement) -> bool:
    """Say whether another year, or another thing, is named between a change and two numbers."""
    if change.end > first.start:
        return False
    between = scene.between(change, first)
    inside = scene.within(change.end, first.start)
    if any(s.start >= change.end and change_of(scene, s) is not None for s in inside):
        return True
    is_further = len(_CLAUSE.findall(between)) > 1
    return bool(carried(between, "")) or is_further or _NEW_SUBJECT.search(between) is not None


def _has_own_subject(scene: Scene, pair: Pair, last: Statement, change: Statement) -> bool:
    """Say whether the clause of a change names something else that changes, in Chinese."""
    clause = _CLAUSE.split(scene.text[last.end : change.start])[-1]
    named = _CHANGE_WORDS.sub("", _FOR_SO_LONG.sub("", clause))
    if change.start < last.end or len(_HAN.findall(named)) < OWN_NOUN:
        return False
    known = scene.topic(pair.before) | scene.topic(pair.after)
    return not known.intersection(scene.words_of(named))


def _another_pair_between(scene: Scene, last: Statement, change: Statement) -> bool:
    """Say whether numbers of the same unit stand between the pair and the change."""
    found = scene.within(last.end, change.start)
    between = [s for s in found if s.start >= last.end and not s.figure.value]
    if any(a.figure.unit == b.figure.unit and a.figure.low for a, b in pairwise(between)):
        return True
    return any(
        s.figure.unit in {last.figure.unit, change.figure.unit}
        and (s.figure.unit == change.figure.unit or change_of(scene, s) is None)
        for s in between
    )


def _is_about(scene: Scene, pair: Pair, statement: Statement) -> bool:
    """Say whether a figure may be the change between the two numbers."""
    figure = statement.figure
    if not figure.low:
        return False
    if figure.kind in {"percent", "fraction"} and figure.unit not in {"pp", "bp"}:
        return pair.before.figure.kind != "percent" and change_of(scene, statement) is not None
    if figure.kind == "multiple":
        return True
    if figure.unit in POINTS:
        return pair.before.figure.kind == "percent"
    is_bare = not figure.unit and figure.kind == "cardinal" == pair.before.figure.kind
    units = {s.figure.unit for s in (pair.before, pair.after)}
    is_like = is_bare or figure.unit in units - {""} or units == {figure.unit}
    return is_like and change_of(scene, statement) is not None


def check(scene: Scene, pair: Pair, change: Statement) -> Check | None:
    """Return what the arithmetic says of two numbers and the change between them."""
    pair = Pair(_as_a_peak(scene, pair.before), pair.after)
    told, wide = _exactly(change), loose(change)
    before, after = value_of(pair.before), value_of(pair.after)
    is_level = before is not None and before >= 0 and before != after
    if told is None or wide is None or not before or after is None or not is_level:
        return None
    direction = change_of(scene, change) or Change(0)
    computed = _change_between(_exactly(pair.before), _exactly(pair.after), change.figure)
    rough = _change_between(loose(pair.before), loose(pair.after), change.figure)
    if computed is None or rough is None or _are_of_other_sizes(told, rough.magnitude()):
        return None
    if computed.low == computed.high:
        wide, rough = told if told.low == told.high else wide, computed
    is_opposite = direction.sign * (after - before) < 0
    if is_opposite and change.figure.kind != "multiple":
        return _opposite(scene, pair, change)
    verdict = held_against(told, computed.magnitude(), wide, rough.magnitude())
    if _is_inverse(computed, change):
        return check(scene, Pair(pair.after, pair.before), change)
    if _AND_MORE.match(scene.after(change)) and rough.magnitude().high >= told.low:
        verdict = Verdict.CONSISTENT
    added = told.plus(exact(Decimal(1)))
    if _may_be_added(scene, change) and added.overlaps(computed.magnitude()):
        verdict = Verdict.CONSISTENT
    working = told_change(pair.before, pair.after, change)
    return check_of(CheckType.GROWTH, verdict, (pair.before, pair.after, change), working, 0.8)


def _as_a_peak(scene: Scene, statement: Statement) -> Statement:
    """Return the number of a peak that something starts from as it is told: 从最高3,600降到450."""
    is_peak = statement.text.startswith(("最高", "最多", "最低", "最少"))
    if not is_peak or not _STARTS.search(scene.before(statement, APART)):
        return statement
    return replace(statement, figure=replace(statement.figure, comparator=""))


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
    if pair.before.start > change.start or not _AT_ONCE.fullmatch(
        scene.between(pair.before, change)
    ):
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
    if told.kind in {"percent", "fraction"} and told.unit not in POINTS:
        ratio = after.by(before).minus(exact(Decimal(1)))
        return ratio.times(HUNDRED) if told.kind == "percent" else ratio
    difference = after.minus(before).narrowed(LESS)
    return difference.times(HUNDRED) if told.unit in _BASIS_POINTS else difference
