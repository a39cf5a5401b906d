"""What is concluded from the numbers just told: 40 were out, 6 still are, so 34 are back."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from annotator.checks.addition import may_be_part
from annotator.checks.changes import POINTS, change_of, is_base, is_source
from annotator.checks.distinct import are_of_other_times
from annotator.checks.growth import check as grown
from annotator.checks.levels import ALIKE, are_alike, is_comparable
from annotator.checks.misread import is_misread
from annotator.checks.pairs import Pair, is_start, pairs_in
from annotator.checks.periods import periods_in
from annotator.checks.portion import OF_ALL, Triple, is_count, is_larger, percent_of
from annotator.checks.portion import check as shared
from annotator.checks.qualifiers import is_hearsay
from annotator.checks.rates import each_of
from annotator.checks.remainders import is_left, left_over
from annotator.checks.rounding import ZERO, exact, held_against, loose, stated, value_of
from annotator.checks.scene import Scene
from annotator.checks.slips import are_of_one_kind
from annotator.checks.statement import Check, CheckType, Statement, Verdict, check_of, likeliest
from annotator.checks.then import is_past
from annotator.checks.wording import told_change
from annotator.checks.words import HAN

SO = re.compile(
    r"(?:\A\s*|[.;,:—–-]\s*|\b(?:and|but|or)\s+)"
    r"(?:so(?! far| that\b(?![’']s| is| makes| means)| many| much| long)\b|meaning\b"
    r"|in other words\b|multiply (?:the two|them|that|it)\b|(?:you )?do the maths?\b"
    r"|(?:that|this|it|which)(?:[’']s| is| means| makes| puts| gives| leaves| would be| comes"
    r"| works| equals| went| dropped| rose| fell| grew)\b"
    r"|(?:we|they)(?:[’']ve| have)? [a-z]+ (?:it|that|this|them)\b)[^.;]*\Z"
    r"|(?:\A\s*|[，,。；：:])(?:那么?|这)?(?:所以|换句话说|换言之|也就是|就是说|等于|相当于|这样|算下来|算起来|换算"
    r"|折合|即|意味着|这就是|也就意味)[^。；]*\Z",
    re.IGNORECASE,
)
_UNDONE = re.compile(
    r"恢复|找回|修复|抢通|解决|办结|完成|消除|退还|兑付"
    r"|\b(?:restored|back|recovered|repaired|fixed|cleared|resolved|done|returned|reopened)\b",
    re.IGNORECASE,
)
_STILL = re.compile(
    r"(?:剩下|还剩|剩余|只剩|降到|减到|尚有|还有)[^，。；0-9]{0,6}\Z"
    r"|\b(?:down to|still|left with|now)\b[^.,;0-9]{0,20}\Z",
    re.IGNORECASE,
)
_DO = re.compile(r"\s+(?:are|were|is|was|have|had|has)\b", re.IGNORECASE)
_OF_THEM = re.compile(r"\bof (?:them|those|these|which|whom)\b|其中|里面|当中|已经?", re.IGNORECASE)
_ADDED = re.compile(
    r"\b(?:added|put on|taken on|gained|lost|shed)(?: (?:about|another|nearly|over))?\s+\Z"
    r"|\b(?:another|an (?:extra|additional))\s+\Z"
    r"|(?:多了|新增|净增)[约近]?\Z",
    re.IGNORECASE,
)
_MORE = re.compile(r"\s+(?:new|more|additional|extra|fewer|less)\b", re.IGNORECASE)
_THEREFORE = re.compile(r"\bso\b|所以|也就是|等于|相当于", re.IGNORECASE)
_OF_IT = re.compile(r"\s+(?:the|what|that|of)\b", re.IGNORECASE)
_EACH = re.compile(
    r"\b(?:each|every|apiece|average|per [a-z]+)\b[^.;]*\Z|(?:平均|人均|每)[^，。；0-9]*\Z",
    re.IGNORECASE,
)
_IT_WAS = re.compile(
    r"\b(?:it|they|that(?: [a-z]+)?|we)(?: was| were| had|[’']s| is)\s+(?:only |about |at )?\Z",
    re.IGNORECASE,
)
_UP_FROM = re.compile(r"\b(?:up|down) from\s+\Z", re.IGNORECASE)
_FOR_ONE = re.compile(f"[{HAN}]{{2,8}}?一(?!起|样|直|定|些|下|次)[{HAN}]")
BACK, MOST, NEAR, LINK = 4, 6, 60, 24
HUNDRED, FARTHEST, PAIR, ABOUT = Decimal(100), 10, 2, Decimal("0.2")


def conclusions(scene: Scene) -> Iterator[Check]:
    """Yield numbers that follow from those told just before, as their sentence says."""
    for told in scene.statements:
        if told.figure.low and SO.search(led_by(scene, told)):
            yield from likeliest(_concluded(scene, told))


def led_by(scene: Scene, told: Statement) -> str:
    """Return the words in front of a figure, from the last one before it on."""
    start = max((s.end for s in scene.near(told, NEAR) if s.end <= told.start), default=0)
    words = scene.before(told, NEAR)
    return words[max(0, start - (told.start - len(words))) :]


def _concluded(scene: Scene, told: Statement) -> Iterator[Check | None]:
    """Yield what a conclusion may follow from, the likeliest first."""
    known = _told_before(scene, told)
    is_share = told.figure.kind in {"percent", "fraction"} and told.figure.unit not in {"pp", "bp"}
    if _is_change(scene, told):
        yield from _changed(scene, known, told)
    elif _UNDONE.search(led_by(scene, told) + scene.after(told, NEAR)):
        yield from _undone(scene, known, told, is_share=is_share)
    elif is_share and len(known) > 1 and is_start(scene, *known[-2:]):
        yield grown(scene, Pair(*known[-2:]), told)
    elif is_share:
        yield from _portion(scene, known, told)
    elif len(known) > 1:
        yield from _for_each(scene, known[-2], known[-1], told)
        yield from _apart(scene, known, told)


def _is_change(scene: Scene, told: Statement) -> bool:
    """Say whether a number is told as what was added, or how many times another one it is."""
    if told.figure.kind == "multiple":
        is_so = _THEREFORE.search(led_by(scene, told)) is not None
        return is_so and not _OF_IT.match(scene.after(told, LINK))
    if change_of(scene, told) is not None:
        return True
    is_more = _ADDED.search(led_by(scene, told)) or _MORE.match(scene.after(told, LINK))
    return is_more is not None


def _for_each(
    scene: Scene, first: Statement, second: Statement, told: Statement
) -> Iterator[Check | None]:
    """Yield what two numbers make of one for each, or of what all of them make."""
    if _FOR_ONE.match(scene.after(told, LINK)) or _EACH.search(led_by(scene, told)):
        yield each_of(first, second, told) or each_of(second, first, told)
    for each, count in ((second, first), (first, second)):
        if _EACH.search(scene.before(each, LINK)) and _size(count) > PAIR:
            yield each_of(count, told, each, is_told=True)


def _apart(scene: Scene, known: Sequence[Statement], told: Statement) -> Iterator[Check | None]:
    """Yield how far the last two numbers of a unit lie apart, if that is about what is told."""
    number, units = scene.sentence_of(told), {told.figure.unit, ""}
    near = [s for s in known if are_of_one_kind(s, told) and scene.sentence_of(s) >= number - PAIR]
    like = [s for s in near if not told.figure.unit or s.figure.unit in units]
    if len(like) < PAIR or _THEREFORE.search(led_by(scene, told)) is None:
        return
    whole, part = sorted(like[-PAIR:], key=_size, reverse=True)
    apart = _size(whole) - _size(part)
    is_near = abs(_size(told) - apart) <= apart * ABOUT
    if is_near or is_misread(told, apart) or is_start(scene, *like[-PAIR:]):
        yield left_over(whole, part, told)


def _size(statement: Statement) -> Decimal:
    """Return the number that is stated; 0 where there is none."""
    return value_of(statement) or ZERO


def _told_before(scene: Scene, told: Statement) -> list[Statement]:
    """Return the numbers of the last sentences in front of one that are told for themselves."""
    return [s for s in scene.told_before(told, BACK) if _stands(scene, s)][-MOST:]


def _stands(scene: Scene, statement: Statement) -> bool:
    figure = statement.figure
    if not figure.low or figure.kind == "ordinal" or (figure.low == "1" and not figure.unit):
        return False
    return change_of(scene, statement) is None and not is_hearsay(scene.before(statement, NEAR))


def _changed(scene: Scene, known: Sequence[Statement], change: Statement) -> Iterator[Check | None]:
    """Yield what two levels make of a change that is concluded from them, the last ones first."""
    if change.figure.kind != "duration":
        known = [s for s in known if s.figure.kind != "duration"] or known
    pairs = [*list(pairwise(known))[::-1], *((s, known[-1]) for s in known[:-2])]
    is_only_if_right = change.figure.kind == "multiple"
    for at, (first, second) in enumerate(pairs):
        found = _between(scene, first, second, change)
        is_right = found is not None and found.verdict is Verdict.CONSISTENT
        yield found if is_right or at == 0 or not is_only_if_right else None


def _between(scene: Scene, first: Statement, second: Statement, change: Statement) -> Check | None:
    """Return what two numbers make of a change, whichever of them is the one before."""
    if not _are_levels(scene, first, second):
        return None
    is_back = _is_then(scene, second) and not _is_then(scene, first)
    pair = Pair(second, first) if is_back else Pair(first, second)
    if not _may_be_between(pair, change):
        return None
    if told := next(pairs_in(scene, [first, second]), None):
        return grown(scene, told, change)
    return grown(scene, pair, change) or grown(scene, Pair(pair.after, pair.before), change)


def _may_be_between(pair: Pair, change: Statement) -> bool:
    """Say whether a change is of the unit of both numbers, and no larger, or a percentage."""
    if change.figure.unit in POINTS:
        return pair.after.figure.kind == "percent"
    if change.figure.kind in {"cardinal", "money"} and not may_be_part(change, pair.after):
        return False
    largest = max(_size(pair.before), _size(pair.after))
    is_step = change.figure.unit == pair.after.figure.unit
    return not is_step or _size(change) <= largest


def _is_then(scene: Scene, statement: Statement) -> bool:
    """Say whether a number is of a time before, or of a year that is named."""
    return is_past(scene, statement) or "year" in periods_in(scene.clause(statement))


def _are_levels(scene: Scene, first: Statement, second: Statement) -> bool:
    """Say whether two numbers may be one before and after."""
    if not is_comparable(scene, first, second) or first.figure.low == second.figure.low:
        return False
    low, high = sorted((_size(first), _size(second)))
    if _is_then(scene, first) != _is_then(scene, second):
        return 0 < high < low * FARTHEST
    if "" in (first.figure.unit, second.figure.unit):
        return 0 < high < low * ALIKE and _takes_up(scene, second)
    return are_alike(first, second) and _may_be_of_one(scene, first, second)


def _takes_up(scene: Scene, second: Statement) -> bool:
    """Say whether a number takes up what the one before it is of: it was 26; up from 26."""
    before = scene.before(second)
    return any(words.search(before) for words in (_IT_WAS, _UP_FROM))


def _may_be_of_one(scene: Scene, first: Statement, second: Statement) -> bool:
    """Say whether two numbers of different times, or with like words, may be of one thing."""
    if is_source(scene, first) or are_of_other_times(scene, first, second):
        return True
    if not scene.topic(second) or _IT_WAS.search(scene.before(second)):
        return True
    return scene.sameness(first, second) > 0


def _portion(scene: Scene, known: Sequence[Statement], share: Statement) -> Iterator[Check | None]:
    """Yield what the last two counts make of a share: of 40 people, 30 came. That's 75%."""
    counts = [s for s in known if is_count(s)][-2:]
    last = [s for s in known if s.figure.kind != "duration"][-1:]
    if len(counts) <= 1 or counts[-1:] != last or not is_larger(*counts):
        return
    if _is_of(scene, *counts) and not _is_then_or_base(scene, counts[0]):
        yield shared(Triple(counts[1], counts[0], share, 0.7))


def _is_of(scene: Scene, whole: Statement, part: Statement) -> bool:
    """Say whether one number is told as a part of the other: 30 of them; 40 people, 30 have."""
    behind = scene.after(part, LINK)
    if _OF_THEM.search(f"{scene.between(whole, part)}|{behind}"):
        return True
    if OF_ALL.search(scene.before(whole, LINK)):
        return True
    return not part.figure.unit and _DO.match(behind) is not None


def _is_then_or_base(scene: Scene, whole: Statement) -> bool:
    """Say whether a number is what something is compared with, so that nothing is a part of it."""
    return is_base(scene, whole) or "last" in scene.times_of(whole)


def _undone(
    scene: Scene, known: Sequence[Statement], told: Statement, *, is_share: bool
) -> Iterator[Check | None]:
    """Yield how much of what there was is over, as what is left of it tells."""
    counts = [s for s in known if is_count(s)]
    rest = next((s for s in reversed(counts) if _is_still(scene, s)), None)
    if rest is None or not (is_share or may_be_part(told, rest)):
        return
    wholes = [s for s in counts if s.end <= rest.start and is_larger(s, rest)]
    for whole in sorted(wholes, key=_size, reverse=True):
        yield _fallen(whole, rest, told) if is_share else left_over(whole, rest, told)


def _is_still(scene: Scene, statement: Statement) -> bool:
    return is_left(scene, statement) or _STILL.search(scene.before(statement, NEAR)) is not None


def _fallen(whole: Statement, rest: Statement, share: Statement) -> Check | None:
    """Return a check of the share that is over of a whole of which a rest is left."""
    told, wide = percent_of(stated(share), share), percent_of(loose(share), share)
    parts, all_of_it = stated(rest), stated(whole)
    if told is None or wide is None or parts is None or all_of_it is None:
        return None
    computed = exact(HUNDRED).minus(parts.by(all_of_it).times(HUNDRED))
    verdict = held_against(told, computed, wide, computed)
    working = told_change(whole, rest, share)
    return check_of(CheckType.SHARE, verdict, (whole, rest, share), working, 0.7)
