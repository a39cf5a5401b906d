"""Two numbers of which one is told as what was before the other: from 5,200 to 3,900."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from annotator.checks.changes import DOWN, POINTS, UP, change_of
from annotator.checks.levels import are_alike, is_comparable, is_times_of, tells_then
from annotator.checks.periods import periods_in
from annotator.checks.scene import Scene
from annotator.checks.statement import Statement
from annotator.checks.then import then_and_now

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
    r"\A,?\s+(?:[a-z]+,?\s+){0,6}?(?:down |up )?from\s+(?:[a-z]+\s+){0,2}\Z", re.IGNORECASE
)
_OVER = re.compile(
    r"\s+(?:over|on|above|(?:[a-z\-]+\s+)?(?:more|fewer|less|higher|lower) than)\s+"
    r"(?:the\s+)?(?:(?:this|last|the|previous|in|a)\s+)?(?:[a-z’']+\s+){0,3}"
    r"|\s+(?:[a-z]+ )?(?:since|from) [a-z ]{3,20}, when "
    r"(?:it|they|there|that|we)(?: [a-z]+){1,3}\s+",
    re.IGNORECASE,
)
_THAT_IS = re.compile(r"\b(?:that|which|it)(?:[’']s| is| was)\s+(?:about )?\Z", re.IGNORECASE)
STARTS = re.compile(r"(?:从|由|自|from)(?:[0-9]{2,4}年|[^。;；0-9]){0,24}\Z", re.IGNORECASE)
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
_NOW = re.compile(r"(?:现在|目前|如今|眼下)[^，。；]{0,6}\Z|\bnow\b[^,.;]{0,16}\Z", re.IGNORECASE)
_WERE = re.compile(
    r"\b(?:there (?:was|were)|(?:we|they|it) (?:had|was|were)|started (?:out )?with|stood at)"
    r"(?: (?:just|only|about|around))?\s+\Z",
    re.IGNORECASE,
)
AT_ONCE = re.compile(rf"[，,]?\s*(?:同比|大幅|净)?(?:{UP}|{DOWN})了?")
APART = 40
"""How far in front of a number the words stand that make it a start, in code points."""
_SHARES = frozenset({"percent", "fraction"})


@dataclass(frozen=True, slots=True)
class Pair:
    """A number before and the number after."""

    before: Statement
    after: Statement


def told_over(scene: Scene, here: list[Statement]) -> Iterator[tuple[Pair, Statement]]:
    """Yield A, an increase of S over B."""
    for level, change, base in zip(here, here[1:], here[2:], strict=False):
        glue = scene.between(change, base)
        is_over = _OVER.fullmatch(glue) is not None or tells_then(scene.before(change, APART), glue)
        is_change = change_of(scene, change) is not None or _THAT_IS.search(scene.before(change))
        if is_over and is_change and is_comparable(scene, level, base):
            yield Pair(base, level), change


def pairs_in(scene: Scene, here: list[Statement]) -> Iterator[Pair]:
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
    if is_start(scene, first, second) or is_raised_to(scene, second):
        return Pair(first, second)
    if _is_against(scene, first, second) or is_times_of(scene, here, first, second):
        return Pair(second, first)
    are_percent = first.figure.kind == second.figure.kind == "percent"
    if (are_percent or are_alike(first, second)) and _is_compared(scene, here, first, second):
        return Pair(first, second)
    if _has_become(scene, first, second):
        return Pair(first, second)
    pair = then_and_now(scene, first, second)
    return Pair(*pair) if pair else None


def is_start(scene: Scene, first: Statement, second: Statement) -> bool:
    """Say whether something goes from a number to the next one: from 31 hours to 26."""
    is_to = _FROM_TO.match(scene.between(first, second))
    return bool(is_to and STARTS.search(scene.before(first, APART)))


def _is_against(scene: Scene, first: Statement, second: Statement) -> bool:
    """Say whether a number is told against the next one: to 26 hours from 31; 26, down from 31."""
    glue = scene.between(first, second)
    if _TO_FROM.match(glue) and _TO.search(scene.before(first)):
        return True
    return bool(_AGAINST.match(glue) and not _STEP.search(glue))


def _has_become(scene: Scene, first: Statement, second: Statement) -> bool:
    """Say whether a number is told as what there was, and the next as what is now: we had, now."""
    were = _WERE.search(scene.before(first, APART))
    return were is not None and _NOW.search(scene.before(second, APART)) is not None


def is_raised_to(scene: Scene, level: Statement) -> bool:
    """Say whether a number is what another one is raised or cut to, by what is told behind it."""
    is_told = _NAMED_STEP.match(scene.after(level, APART))
    return bool(is_told and _RAISED_TO.search(scene.before(level, APART)))


def _is_compared(scene: Scene, here: list[Statement], first: Statement, second: Statement) -> bool:
    """Say whether a change is told behind a number as that from the one before it.

    So it is if the number is said to be what is now, and the change follows at once.
    """
    change = next((s for s in here if s.start >= second.end), None)
    if change is None:
        return False
    words = scene.between(second, change)
    is_told = AT_ONCE.fullmatch(words) or (
        _WHICH_IS.fullmatch(words) and change_of(scene, change) is not None
    )
    if is_told and change.figure.unit in POINTS and _are_of_two_times(scene, first, second):
        return True
    is_now = is_told and _NOW.search(scene.before(second)) is not None
    is_more = _WHICH_IS.fullmatch(words) and _MORE_THAN.match(scene.after(change, 24))
    return bool(is_now or is_more)


def _are_of_two_times(scene: Scene, first: Statement, second: Statement) -> bool:
    """Say whether the clauses of two numbers each name a time, and not the same: 去年, 2012年."""
    told = [periods_in(scene.subject(s)) for s in (first, second)]
    return all(told) and told[0] != told[1]


def instead_of(scene: Scene, here: list[Statement], pair: Pair) -> Iterator[Pair]:
    """Yield the pairs of a base with what else stands in front of it, which it may belong to."""
    for other in here:
        is_in_front = other.end <= pair.before.start and other is not pair.after
        if is_in_front and is_comparable(scene, other, pair.before):
            yield Pair(pair.before, other)
