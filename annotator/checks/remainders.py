"""A whole, a part that is done and the rest that is left: 2,416 found, 2,368 mended, 48 to go."""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import combinations, pairwise

from annotator.checks.adding import is_bound
from annotator.checks.addition import OF_THEM, added_up
from annotator.checks.amounts import amount
from annotator.checks.changes import POINTS, change_of
from annotator.checks.misread import are_misread, is_misread
from annotator.checks.rounding import counted, read_plainly
from annotator.checks.scene import Scene
from annotator.checks.slips import are_of_one_kind
from annotator.checks.statement import Check, CheckType, Statement, Verdict, check_of, likeliest
from annotator.checks.wording import said_like
from annotator.model.message import Message

_REST_BEFORE = re.compile(
    r"(?:其余|另外|另有|[还仍]在[^，。；、0-9]{1,5}|[还尚仍][差缺]|空缺|缺额|剩余|剩|余下|[尚仍仲还]有|尚余|得返|仲[差剩]|尚未[^，。；0-9]{0,6})[^，。；、0-9]{0,8}\Z"
    r"|(?:扣除|剔除|除去|刨去|去掉)[^。；0-9]{0,16}\Z"
    r"|\b(?:leav(?:es|ing)(?: us with)?|the (?:remaining|rest,?)|remainder(?: of|,)?"
    r"|left (?:us |them |it )?with|short by|so (?:we|they|there)(?:[’']re| are)? now(?: have)?"
    r"|so (?:there (?:are|will be) )?(?:another|an additional|a further)"
    r"|still (?:got|have|has|waiting (?:on|for)|missing|need|owed?|due|short)"
    r"|(?:[’']s|[’']re|is|are|gets?|got|now) down to"
    r"|(?:without|take|taking) (?:them|those|that|it)(?: out)?,? (?:you|we|that) (?:get|have))"
    r"\s+(?:(?:about|some|around|just|only|an additional|another|the other) )?\Z"
    r"|\bthe other\s+\Z",
    re.IGNORECASE,
)
_REST_BEHIND = re.compile(
    r"[^，。；、,.;0-9]{0,4}(?:待[^，。；、0-9]{1,6}|未[^，。；、0-9]{1,6}|没(?!有)[^，。；、0-9]{1,6}|[尚还仍]在|正在|在(?:施工|建|整改|推进)|在办|在处理|在?[抢维搜][修险救])|\s+(?:[a-z]+\s+){0,3}"
    r"(?:remain(?:ing)?\b|left\b|to (?:go|come|follow)\b|outstanding\b|vacan"
    r"|still (?:to|out|miss|wait))",
    re.IGNORECASE,
)
_STRONG = re.compile(
    r"(?:其余|剩|余下|尚余|[还仍]在用|[还尚仍][差缺]|空缺|缺额)[^，。；、0-9]{0,8}\Z"
    r"|\b(?:leav(?:es|ing)|left (?:us|them|it) with|down to|short by|(?:you|we) get"
    r"|so (?:another|an additional|a further)"
    r"|still (?:got|have|has|waiting (?:on|for)|missing|need|owed?|due|short))\b[a-z\s]*\Z"
    r"|\band the rest,\s+\Z"
    r"|(?:扣除|剔除|除去|刨去|去掉)[^。；0-9]{0,16}\Z",
    re.IGNORECASE,
)
_THAT_LEAVES = re.compile(
    r"\b(?:that|which|this) leaves\b|\bso\b[^.;,0-9]{0,16}\bstill\b"
    r"|(?:这样|那么?)(?:就|也就)?(?:还剩|剩下)[^，。；0-9]{0,6}\Z",
    re.IGNORECASE,
)
_IS_PART = re.compile("(?:占|其中)[^，。；0-9]{0,4}\\Z")
_SHORT = re.compile(r"\b(?:short by|(?:is|[’']s|are|be) short)\b[a-z\s]*\Z", re.IGNORECASE)
_DONE = re.compile(
    r"已|完[成工]|竣工|交付|[其当]中|of (?:which|these|those|them)|so far|today|now|have|has|been"
    r"|[’']ve"
    r"|reopened|restored|repaired|recovered|completed|cleared|finished",
    re.IGNORECASE,
)
_HAVE = re.compile(
    r"\s+(?:of (?:them|those|these) (?:are|were)|(?:of (?:them|those|these) )?(?:have|has)"
    r"|(?:are|is|were|was) (?:done|finished|complete|completed|repaired|restored|cleared))\b",
    re.IGNORECASE,
)
_OF_ALL = re.compile(r"\bof (?:the|our|these|those|all)\s+\Z", re.IGNORECASE)
_LEVELS = frozenset({"cardinal", "money", "score", "measure", "temperature"})
_OF_OUR = re.compile(r"\s+of (?:our|the|those|these|its|their)\s+", re.IGNORECASE)
_OUT_OF = re.compile(r"\bout of (?:[a-z]+ ){0,4}\Z", re.IGNORECASE)
_GONE = re.compile(
    r"\b(?:clos|shut|cut|los|sold|remov|retir|scrapp|shed|demolish)\w*(?: down)?\s+\Z",
    re.IGNORECASE,
)
_GAP = re.compile(
    r"(?:盈余|结余|亏损了?|亏|节余|利润|净利|赤字|缺口|顺差|逆差|出超|入超|差额|相差|差距|节省|省下|省了|[可能]以?省|节约|净增加?|净流入|短缺|缺|[，,]差|[多少超高]出)"
    r"(?:了|为|是|达|约|的|额|[，,])*\Z"
    r"|\b(?:surplus|deficit|shortfall|gap|profit|loss|net (?:gain|loss|increase)|balance"
    r"|net,?(?: (?:we|that|it|you)(?:[’']re| are|[’']s| is))?(?: up| down)?|difference"
    r"|saving|saves?(?: [a-z]+)?)"
    r"(?: (?:was|is|of|comes to|came to|about|around|stands at))*\s+\Z",
    re.IGNORECASE,
)
_GAP_BEHIND = re.compile(
    r"\s+(?:short|over(?: budget)?(?=[,.;])|under budget)\b|的?(?:缺口|差距|差额|盈余|结余)",
    re.IGNORECASE,
)
_NET = re.compile(
    r"净(?:增加?|减少?|流[入出]|增长)[^，。；0-9]{0,3}\Z"
    r"|\bnet (?:gain|loss|increase|decrease|change)(?: of| is| was)?\s+\Z",
    re.IGNORECASE,
)
_APART = re.compile(
    r"(?:盈余|结余|节余|赤字|缺口|顺差|逆差|差额|相差|差距|[多少超高]出|[，,]差)(?:了|为|是|达|约|的|额|[，,])*\Z"
    r"|\b(?:surplus|deficit|shortfall|gap|difference)(?: (?:was|is|of|comes to|around))*\s+\Z",
    re.IGNORECASE,
)
_NEAR = Decimal("0.15")
"""A rest that misses what is left by more of the whole than this is of something else."""
_AS_A_SLIP = Decimal("0.2")
"""Where only one digit is another one, it may be more."""
_FAR = Decimal("0.6")
"""So does one that misses it by more of itself."""
_OF_ITS_DAY = re.compile(
    r"(?:第[一二三四五六七八九十0-9]+|[昨今前当])[天日周月年季][^，。；0-9]{0,8}\Z"
    r"|\b(?:yesterday|today|day (?:one|two|three|[0-9]+)"
    r"|(?:first|second|third|last|next) (?:day|week|month|year|night))\b[^,.;0-9]{0,24}\Z",
    re.IGNORECASE,
)
MOST, BACK, PAIR, AT_ONCE = 6, 3, 2, Decimal(1)
Pair = tuple[Statement, Statement]
"""A whole and a part of it."""
Parted = Mapping[tuple[str, str], list[Pair]]


def remainders(scene: Scene) -> Iterator[Check]:
    """Yield a whole, the part of it that is told and what is said to be left."""
    parted = _parted(scene)
    for rest in scene.statements:
        if rest.figure.kind in {"cardinal", "money"} and rest.figure.low and is_left(scene, rest):
            found = (
                _of_pairs(scene, rest)
                or list(_of_told_again(scene, rest, parted))
                or list(_of_many(scene, rest))
            )
            if found:
                yield min(found, key=lambda c: (c.verdict is not Verdict.CONSISTENT, -c.score))


def _of_pairs(scene: Scene, rest: Statement) -> list[Check]:
    """Return what is left of the wholes in front; it may be far off if it is told at once."""
    pairs = [p for p in _pairs_in_front(scene, rest) if not _is_series(scene, *p, rest)]
    near = [c for pair in pairs if (c := left_over(*pair, rest))]
    if near or not pairs or not _is_left_at_once(scene, rest, pairs[0]):
        return near
    return [c for c in (left_over(*pairs[0], rest, AT_ONCE),) if c]


def _is_series(scene: Scene, *told: Statement) -> bool:
    """Say whether each number is told of a day of its own: 第一天5次，昨天剩下2次."""
    return all(_OF_ITS_DAY.search(scene.before(s, 28)) for s in told)


def _is_left_at_once(scene: Scene, rest: Statement, pair: Pair) -> bool:
    """Say whether a rest is told right behind a whole and its part, in words that say so."""
    whole, part = pair
    number = scene.sentence_of(rest)
    if not _THAT_LEAVES.search(scene.before(rest, 40)):
        is_here = scene.sentence_of(part) >= number
        if not is_here or not _is_clearly_left(scene, rest, part):
            return False
    is_next = not scene.within(max(whole.end, part.end), rest.start)
    return is_next and scene.sentence_of(whole) >= number - 2


def _is_clearly_left(scene: Scene, rest: Statement, part: Statement) -> bool:
    """Say whether words leave no doubt of a rest; 其余 does, but for a part that is called one."""
    words = scene.before(rest, 40)
    if _REST_BEFORE.search(words) and _REST_BEHIND.match(scene.after(rest, 40)):
        return True
    is_parted = _IS_PART.search(scene.before(part)) is not None
    return _STRONG.search(words) is not None and (is_parted or "其余" not in words)


def _of_many(scene: Scene, rest: Statement) -> Iterator[Check]:
    """A whole less several parts: we lose 4,200, have 2,600 here and 900 there, so are short by."""
    if not _STRONG.search(scene.before(rest, 40)) and not _SHORT.search(scene.before(rest, 40)):
        return
    counts = _in_front(scene, rest)
    for at in range(len(counts) - 3, -1, -1):
        parts = counts[at + 1 :]
        if all(amount(s) < amount(counts[at]) for s in parts):
            found = added_up(scene, counts[at], [*parts, rest])
            yield from [found] if found.verdict is not Verdict.UNDETERMINED else []
            return


def _parted(scene: Scene) -> Parted:
    """Return the wholes with the part that is said to be done right behind, by their number."""
    found: dict[tuple[str, str], list[Pair]] = {}
    for whole, part in pairwise(scene.statements):
        if not _is_like(part, whole) or scene.sentence_of(part) != scene.sentence_of(whole):
            continue
        if amount(part) < amount(whole) and _DONE.search(scene.between(whole, part)):
            found.setdefault((whole.figure.unit, whole.figure.low), []).append((whole, part))
    return found


def _of_told_again(scene: Scene, rest: Statement, parted: Parted) -> Iterator[Check]:
    """Yield what is left of a whole that stands in front, and of which a part is told elsewhere."""
    number = scene.sentence_of(rest)
    here = [s for s in _in_front(scene, rest) if scene.sentence_of(s) == number]
    for again in here[-1:]:
        for whole, part in parted.get((again.figure.unit, again.figure.low), ()):
            if whole is not again and (found := left_over(whole, part, rest)):
                is_right = found.verdict is Verdict.CONSISTENT
                if is_right or are_misread(whole, (part, rest)):
                    yield found


def gaps(scene: Scene) -> Iterator[Check]:
    """Yield a surplus, a shortfall or what is saved, with two numbers that nearly lie so apart."""
    for gap in scene.statements:
        is_level = gap.figure.kind in _LEVELS or _is_in_points(gap)
        if not is_level or not gap.figure.low:
            continue
        if not _GAP.search(scene.before(gap, 40)) and not _GAP_BEHIND.match(scene.after(gap, 12)):
            continue
        ways = (_pairs_apart, _come_and_gone, _told_at_once)
        pairs = next(filter(None, (list(way(scene, gap)) for way in ways)), [])
        yield from likeliest(left_over(*pair, gap, AT_ONCE) for pair in pairs)


def _pairs_apart(scene: Scene, gap: Statement) -> Iterator[Pair]:
    """Yield the two numbers in front that lie as far apart as is told, or but for a slip."""
    units = {gap.figure.unit, ""}
    known = _in_front(scene, gap)
    if _is_in_points(gap):
        told = scene.told_before(gap, 1)
        yield from _held_apart([s for s in told if s.figure.unit == "percent"][-PAIR:], gap)
        return
    if gap.figure.unit:
        known = [s for s in known if s.figure.unit in units]
    yield from _held_apart(known, gap)


def _is_in_points(gap: Statement) -> bool:
    """Say whether a figure tells how many points lie between two percentages."""
    return gap.figure.kind == "percent" and gap.figure.unit in POINTS


def _held_apart(known: Sequence[Statement], gap: Statement) -> Iterator[Pair]:
    """Yield two of some numbers that lie as far apart as is told, or but for a slip."""
    for one, other in combinations(reversed(known), 2):
        whole, part = sorted((one, other), key=amount, reverse=True)
        apart = amount(whole) - amount(part)
        is_told = apart in map(amount, known)
        if apart == amount(gap) or (are_misread(whole, (part, gap)) and not is_told):
            yield whole, part


def _come_and_gone(scene: Scene, gap: Statement) -> Iterator[Pair]:
    """Yield the last two numbers of a sentence in front of what is called their net: 新增, 离退."""
    known = [s for s in scene.told_before(gap, 0) if s.figure.low][-2:]
    if (
        len(known) > 1
        and _NET.search(scene.before(gap, 40))
        and all(_is_like(s, gap) for s in known)
    ):
        whole, part = sorted(known, key=amount, reverse=True)
        yield whole, part


def _told_at_once(scene: Scene, gap: Statement) -> Iterator[Pair]:
    """Yield the only two levels of a sentence in front of what is called their difference."""
    if gap.figure.kind == "percent" or not _APART.search(scene.before(gap, 40)):
        return
    like = [
        s for s in scene.told_before(gap, 0) if s.figure.low and s.figure.kind == gap.figure.kind
    ]
    known = [s for s in like if s.figure.unit == gap.figure.unit and not is_bound(s)]
    if len(known) == len(like) == PAIR and all(change_of(scene, s) is None for s in known):
        whole, part = sorted(known, key=amount, reverse=True)
        yield whole, part


def is_left(scene: Scene, rest: Statement) -> bool:
    """Say whether words call a figure the rest of something."""
    is_told = _REST_BEFORE.search(scene.before(rest, 40)) or _REST_BEHIND.match(
        scene.after(rest, 40)
    )
    return is_told is not None and change_of(scene, rest) is None


def _pairs_in_front(scene: Scene, rest: Statement) -> Iterator[Pair]:
    """Yield the wholes and parts in front of a rest, the nearest first."""
    counts = _in_front(scene, rest)
    is_strong = _STRONG.search(scene.before(rest, 40)) is not None
    yield from _some_of_all(scene, counts)
    yield from ((b, a) for a, b in pairwise(counts) if _OUT_OF.search(scene.between(a, b)))
    if is_strong:
        yield from ((two, one) for one, two in pairwise(counts[-2:]) if amount(two) > amount(one))
    for at in range(len(counts) - 1, 0, -1):
        part = counts[at]
        larger = (s for s in reversed(counts[:at]) if amount(s) > amount(part))
        whole = next(larger, None)
        if whole and (is_strong or _are_parted(scene, whole, part)):
            yield whole, part


def _are_parted(scene: Scene, whole: Statement, part: Statement) -> bool:
    """Say whether words tell that a part is of a whole: of the 40 that were planned, 30 have."""
    behind = scene.after(part)
    is_done = _DONE.search(scene.between(whole, part)) or _HAVE.match(behind)
    is_done = is_done or OF_THEM.match(behind)
    return bool(is_done or _OF_ALL.search(scene.before(whole)))


def _some_of_all(scene: Scene, counts: list[Statement]) -> Iterator[Pair]:
    """Yield A of B that are gone: we closed 6 of our 40 offices."""
    for part, whole in pairwise(counts):
        is_less = amount(part) < amount(whole)
        is_of = is_less and _OF_OUR.fullmatch(scene.between(part, whole))
        if is_of and _GONE.search(scene.before(part)):
            yield whole, part


def _in_front(scene: Scene, rest: Statement) -> list[Statement]:
    """Return the last numbers of a unit in front of a figure, from some sentences back on."""
    return [s for s in scene.told_before(rest, BACK) if _is_like(s, rest)][-MOST:]


def _is_like(statement: Statement, rest: Statement) -> bool:
    """Say whether a number, with no bound, may be a whole or a part of what a rest counts."""
    units = {statement.figure.unit, rest.figure.unit}
    is_one_unit = len(units) == 1 or "" in units or rest.figure.unit == "item"
    if is_bound(statement):
        return False
    if statement.figure.kind != rest.figure.kind and not re.search("[0-9]", statement.text):
        return False
    return are_of_one_kind(statement, rest) and bool(statement.figure.low) and is_one_unit


def left_over(
    whole: Statement, part: Statement, rest: Statement, far: Decimal = _FAR
) -> Check | None:
    """Return what is left of a whole, against what is said to be."""
    numbers = [counted(s) for s in (whole, part, rest)]
    if None in numbers:
        return None
    total, done, left = (number for number in numbers if number is not None)
    difference = amount(whole) - amount(part)
    near = _NEAR if far < 1 else far / 2
    off = abs(difference - amount(rest))
    is_slip = off <= amount(whole) * _AS_A_SLIP and is_misread(rest, difference)
    if off > min(amount(whole) * near, amount(rest) * far) and not is_slip:
        return None
    verdict = Verdict.CONSISTENT if total.overlaps(done.plus(left)) else Verdict.CONFLICT
    verdict = read_plainly(verdict, left, difference, (whole, part, rest))
    working = Message(
        "{whole} less {part} is {left}; stated is {rest}.",
        {
            "whole": whole.text,
            "part": part.text,
            "left": said_like(difference, rest),
            "rest": rest.text,
        },
    )
    return check_of(CheckType.SUM, verdict, (whole, part, rest), working, 0.75)
