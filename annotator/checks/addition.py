"""Parts added up and held against their total."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from annotator.checks.adding import added, roughly
from annotator.checks.amounts import amount, sum_of
from annotator.checks.classifiers import count_other_things
from annotator.checks.misread import are_misread
from annotator.checks.qualifiers import are_halves
from annotator.checks.rounding import (
    Interval,
    counted,
    exact,
    value_of,
)
from annotator.checks.scene import Scene
from annotator.checks.statement import Check, CheckType, Statement, Verdict, check_of
from annotator.checks.wording import said_like
from annotator.checks.words import HAN, TOGETHER, last_nouns, same_end
from annotator.model.message import Message

_NOUN_ONLY = re.compile(
    r"(?:\s+(?!(?:are|is|were|was|have|had|who|that)\b)[a-z’'\-]+){1,8}[,:]\s+",
    re.IGNORECASE,
)
_SHORT = re.compile("[^，。；;0-9]{0,6}[，,：:][^，。；;0-9]{1,10}")
_BARE = re.compile(
    r"\s+(?:by|in|from|at|for|on|with|without|to|under|[a-z]{3,}ing"
    r"|of them|were|are|have|had|would|who|that)\b"
    r"|\s+[a-z\-]*[a-rt-z]\s*(?:[,.;]|\band\b)",
    re.IGNORECASE,
)
_OPEN_END = re.compile(
    r"\A[^。.;；!?！？\n]{0,20}(?:等|之类|[占是][了的]?(?:大头|大部分|多数)|and so on"
    r"|among others|among other|for example|such as)"
)
_AND_ONE = re.compile(
    r"[a-z\- ]{0,20},? (?:and|plus) (?:the|an?|his|her|its|their|one) (?!rest|remain|other)"
    r"[a-z]+[.,;]"
    r"|[^，。；0-9]{0,6}(?:和|以及|加上)[^，。；0-9]{1,4}(?:本人|自己|一人)",
    re.IGNORECASE,
)
_SOME = re.compile(r"such as|for example|includ|包括|例如|比如|at least|至少", re.IGNORECASE)
_REST = re.compile(
    r"everything else|\bleav(?:es|ing)\b|the rest|the remaind|\band the (?:last|final) (?=\|)"
    r"|remaining|others?\b|elsewhere"
    r"|其他|其它|其余|余下|剩余|剩下|另外",
    re.IGNORECASE,
)
WHO_PAYS = "(?:中央|地方|政府|企业|厂商|财政|个人|[省市县]里?)(?:出|拿|给|配合)"
"""Words that say who pays a part."""
_PARTED = re.compile(
    rf"{WHO_PAYS}|由|分别|负担|承担|出资|[：:]"
    r"|[.;] (?:so )?(?:that[’']s|that is|those are|they are|they[’']re) \Z"
    r"|\bpays?\b|made up|split|divided|consist|compris|broken down",
    re.IGNORECASE,
)
_BY_KIND = re.compile("[分按从][^，。；]{1,6}[看分说讲]")
_DONE = re.compile(
    r"[已目][经前]?|[其当]中|of which|of them|so far|already|另|此外|分[别布]|包括|[:：]",
    re.IGNORECASE,
)
_AVERAGE = re.compile(
    r"(?:平均|[日月年人户]均|每[日天周月年]|每[^，。；、0-9]{1,6})[^，。；0-9]{0,8}\Z"
)
_EACH = re.compile(r"\s+(?:a|per|each|every) (?:year|month|week|day)\b", re.IGNORECASE)
_SEPARATE = re.compile(r"[,，、;；]|\b(?:and|plus)\b|和|及")
_OF_PEOPLE = frozenset({("person", "case"), ("person", "person-time")})
"""Units of parts and totals that differ in words only: 12 deaths, seven men and five women."""
_THE_ONES = re.compile(r"(?:\A|[，,、；;])[^，,、；;0-9]{2,8}的[是有]?\Z")
_SOME_ONES = re.compile("的有?[约近]?\\Z")
_ALL_OF_THEM = re.compile(
    f"(?:[两三四五六七](?:级|者|项|部分|方面)[^，。；0-9]{{0,4}}|{TOGETHER})[^，。；0-9]{{0,12}}\\Z"
)
_HOW_MANY = "两三四五六七"
_SO_MANY = re.compile(
    rf"(?P<n>[{_HOW_MANY}])(?:个?[{HAN}]{{1,2}})?(?:总共|一共|合计|共计|{TOGETHER})[^，。；0-9]{{0,4}}\Z"
)
"""Words that take so many parts together: 两个月总共, 三项合计."""
COMES_TO = re.compile(
    r"(?:等于[^，。；0-9]{0,8}|\b(?:giv(?:es?|ing)|bring(?:s|ing)?) (?:us|you|them|it to)\s+"
    r"|\btogether,? (?:that|this|it)(?:[’']s| is| makes| comes to)\s+"
    r"|, (?:for |making |or )?(?:a )?(?:grand |combined )?total(?: [a-z]+)? of\s+)\Z",
    re.IGNORECASE,
)
"""Words that leave no doubt that the numbers in front make one."""
OF_THEM = re.compile(r"\s+of (?:them|those|these|which|whom)\b", re.IGNORECASE)
SUM_OF_IT = re.compile(
    "[，,、](?:这?[两三四五六七][个项]?[^，。；0-9]{0,4})?(?:合计|总计|共计|合共|一共)[^，。；0-9]{0,2}\\Z"
)
"""Words between two parts and what they come to."""
_MARK = re.compile(r"(?:的)?(?:台阶|大关|关口)|[ -](?:mark|threshold|milestone)\b")
_PASSED = re.compile(
    r"(?:突破|迈上|站上|跨过|越过)了?\Z|\b(?:passed|crossed|surpassed|broke)(?: the)?\s+\Z",
    re.IGNORECASE,
)
_NOUN = re.compile(f"[{HAN}]")
_ITEM = re.compile(f"(?:、|和|以及)[{HAN}]{{2,16}}")
_CLAUSE = re.compile(f"[，；;][{HAN}]{{2,16}}")
_FOR_WHAT = re.compile(r"\s+(?:for|to|on|in|from|at)\b", re.IGNORECASE)
_JOINED = re.compile(r",? and\s+\Z", re.IGNORECASE)
_ADDABLE = frozenset({"cardinal", "money", "duration"})
LINKED, TELLING, ALIKE = 3, 3, 2
"""So many parts, and so many digits of numbers, are seldom beside each other by chance."""
GLUE = 60
"""The longest text between two parts of a list, in code points."""
CLOSE_TO_ALL, ALMOST_ALL, FAR_ABOVE = Decimal("0.85"), Decimal("0.975"), Decimal("1.15")
NEAR_ALL, MAKES_ALL, HALF_OF_ALL = Decimal("0.75"), Decimal("0.8"), Decimal("0.5")
"""What is less than the first of a total leaves some out; so does what is more than the second."""
APART = 8
"""So many code points further apart than others a figure is no part of a list."""


def added_up(scene: Scene, total: Statement, parts: list[Statement]) -> Check:
    """Return what adding the parts says of the total."""
    whole = counted(total) or exact(Decimal(0))
    parts = _enough(scene, whole, parts)
    value = sum_of(parts)
    if whole.overlaps(added(parts)):
        verdict = Verdict.CONSISTENT
    elif (roughly(total) or whole).overlaps(added(parts, is_loose=True)) or (
        _may_leave_some(scene, total, parts, value)
    ):
        verdict = Verdict.UNDETERMINED
    else:
        verdict = Verdict.CONFLICT
    working = Message(
        "{parts} make {sum}; the total is {total}.",
        {
            "parts": " + ".join(part.text for part in parts),
            "sum": said_like(value, total),
            "total": total.text,
        },
    )
    return check_of(CheckType.SUM, verdict, (total, *parts), working, 0.8)


def _may_leave_some(
    scene: Scene, total: Statement, parts: Sequence[Statement], value: Decimal
) -> bool:
    """Say whether parts may be some of the whole only, or not apart from each other.

    Women and members of a union are no parts of a staff that add up.
    """
    if are_halves(*(scene.subject(part) for part in parts)) or are_bare(scene, total, parts):
        return False
    if value > amount(total):
        return _are_too_many(scene, total, parts, value)
    if value < amount(total) * _least_that_is_all(scene, total, len(parts)):
        return True
    if total.start > parts[0].start or is_closed(scene, parts):
        return False
    is_off = value < amount(total) * ALMOST_ALL
    return _is_open(scene, total, parts) or not _are_told_as_all(scene, total, parts, is_off=is_off)


def _are_too_many(
    scene: Scene, total: Statement, parts: Sequence[Statement], value: Decimal
) -> bool:
    """Say whether parts make far more than a total, with no words that part it and no slip."""
    is_far = value > amount(total) * FAR_ABOVE and not _are_parted(scene, total, parts)
    return is_far and not (len(parts) >= LINKED and are_misread(total, parts))


def _least_that_is_all(scene: Scene, total: Statement, count: int) -> Decimal:
    """Return which share of a total its parts make at least, if the words are of all of them."""
    before = scene.before(total)
    if SUM_OF_IT.search(before):
        return MAKES_ALL
    counted_off = _SO_MANY.search(before)
    if COMES_TO.search(scene.before(total, GLUE)):
        return HALF_OF_ALL
    if counted_off and _HOW_MANY.index(counted_off["n"]) + 2 == count:
        return HALF_OF_ALL
    return NEAR_ALL if _ALL_OF_THEM.search(before) else CLOSE_TO_ALL


def _is_open(scene: Scene, total: Statement, parts: Sequence[Statement]) -> bool:
    """Say whether words leave open what else there is: such as, and so on, and the driver."""
    behind = scene.after(parts[-1], 40)
    if _OPEN_END.match(behind) or _AND_ONE.match(behind):
        return True
    is_all = len(parts) >= LINKED and nearly_make(total, parts) and not _REST.search(behind)
    return not is_all and _SOME.search(lead(scene, total, parts[0])) is not None


def _are_parted(scene: Scene, total: Statement, parts: Sequence[Statement]) -> bool:
    """Say whether the words between a total and its parts say that it is split up: 分别, pays."""
    return _PARTED.search(lead(scene, total, parts[0])) is not None


def _are_told_as_all(
    scene: Scene, total: Statement, parts: Sequence[Statement], *, is_off: bool
) -> bool:
    """Say whether parts that nearly make a total are all of it, by words or by a slip in it.

    Three parts and more are where they miss it by more than roundings, by a slip or by kind.
    """
    is_slip = are_misread(total, parts)
    is_by_kind = _BY_KIND.search(lead(scene, total, parts[0])) is not None
    if len(parts) >= LINKED and (is_off or is_slip or is_by_kind):
        return True
    if _are_parted(scene, total, parts) or nearly_make(total, parts):
        return True
    return is_slip and (are_named_alike(scene, total, parts) or are_the_ones(scene, total, parts))


def is_one_of(scene: Scene, total: Statement, halves: Sequence[Statement]) -> bool:
    """Say whether a number is one of the halves, too: 起诉6.7万，不起诉3.1万，起诉3.9万."""
    return any(are_halves(scene.subject(total), scene.subject(s)) for s in halves)


def are_the_ones(scene: Scene, total: Statement, parts: Sequence[Statement]) -> bool:
    """Say whether words tell which ones each part is, in one sentence: 整改的5座，运转的17座."""
    if len({scene.sentence_of(s) for s in (total, *parts)}) > 1:
        return False
    are_all = all(_THE_ONES.search(scene.before(part)) for part in parts)
    return are_all and not _SOME_ONES.search(scene.before(total))


def are_named_alike(scene: Scene, total: Statement, parts: Sequence[Statement]) -> bool:
    """Say whether the nouns in front of all parts end alike: 公安部督办15件，省级督办19件.

    Or that they end with the noun of the total: 700个县，大豆县200个，玉米县400个.
    """
    nouns = [scene.noun_before(part) for part in parts]
    named = _NOUN.match(scene.after(total))
    if named and all(noun.endswith(named.group()) for noun in nouns):
        return True
    return all(
        same_end(nouns[0], noun) >= ALIKE or _differ_by_one(nouns[0], noun) for noun in nouns[1:]
    )


def _differ_by_one(first: str, second: str) -> bool:
    """Say whether the last words of two texts differ in one character: 官立小学, 官立中学."""
    short, long = last_nouns(*(words.replace("其中", "，") for words in (first, second)))
    is_one_length = len(short) == len(long) >= ALIKE
    return is_one_length and sum(a != b for a, b in zip(short, long, strict=True)) == 1


def is_made(total: Statement, parts: Sequence[Statement]) -> bool:
    """Say whether parts make a total, or do but for a slip in one of the numbers."""
    return may_be(total, added(parts)) or nearly_make(total, parts)


def may_be(total: Statement, made: Interval) -> bool:
    """Say whether a total may be a number that lies in what parts make."""
    whole = counted(total)
    return whole is not None and whole.overlaps(made)


def nearly_make(total: Statement, parts: Sequence[Statement]) -> bool:
    """Say whether parts make a number of several digits, but for a slip in one of the numbers."""
    numbers = [sum_of(parts), *filter(None, map(value_of, (total, *parts)))]
    digits = max(number.adjusted() for number in numbers) + 1
    zeros = min(_zeros(number) for number in numbers)
    return digits - zeros >= TELLING and are_misread(total, parts)


def _zeros(number: Decimal) -> int:
    """Return how many zeros a number ends with: 3 for 12,000, -1 for 1.5."""
    exponent = number.normalize().as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def is_closed(scene: Scene, parts: Sequence[Statement]) -> bool:
    """Say whether the last part is the rest of the whole."""
    behind = re.split("[,，;；]", scene.after(parts[-1], 40))[0]
    in_front = scene.before(parts[-1], 28 if parts[-1].text.isascii() else 16)
    around = f"{in_front}|{behind}"
    return _REST.search(around) is not None


def _enough(scene: Scene, whole: Interval, parts: list[Statement]) -> list[Statement]:
    """Return the first parts that make the whole, or should; all of them if none do."""
    for count in range(2, len(parts) + 1):
        if whole.overlaps(added(parts[:count])) and not _goes_on(scene, parts, count):
            return parts[:count]
    for count in range(2, len(parts)):
        if are_halves(*(scene.subject(part) for part in parts[:count])):
            return parts[:count]
    return min(_first_parts(parts), key=lambda some: _distance(whole, some))


def _goes_on(scene: Scene, parts: Sequence[Statement], count: int) -> bool:
    """Say whether a list goes on behind so many parts as it is told up to there: A、B、C."""
    glue = [scene.between(*pair) for pair in pairwise(parts[: count + 1])]
    if len(glue) < count:
        return False
    return all(_ITEM.fullmatch(words) for words in glue[1:]) or _are_alike(scene, glue, parts)


def _are_alike(scene: Scene, glue: Sequence[str], parts: Sequence[Statement]) -> bool:
    """Say whether what follows parts is told like them: $9 for roads, $2 for rail and $1 for ports.

    So is a list whose clauses hold no more than a noun that ends alike: 著作案件9件，商标案件2件.
    """
    if all(_CLAUSE.fullmatch(words) for words in glue):
        nouns = [scene.noun_before(part) for part in parts[: len(glue) + 1]]
        return all(same_end(nouns[0], noun) >= ALIKE for noun in nouns[1:])
    leads = [_FOR_WHAT.match(scene.after(part)) for part in parts[: len(glue) + 1]]
    told = {found.group().lower() for found in leads if found}
    return all(leads) and len(told) == 1 and _JOINED.search(glue[-1]) is not None


def _first_parts(parts: list[Statement]) -> Iterator[list[Statement]]:
    """Yield all parts, and fewer of the first ones if those behind stand in another clause."""
    yield parts
    for count in range(len(parts) - 1, LINKED - 1, -1):
        if parts[count].start - parts[count - 1].end > parts[1].start - parts[0].end + APART:
            yield parts[:count]


def _distance(whole: Interval, parts: Sequence[Statement]) -> Decimal:
    """Return twice how far the middle of what the parts make is off; open ends are far off."""
    made = added(parts)
    ends = (made.low, made.high, whole.low, whole.high)
    if not all(end.is_finite() for end in ends):
        return Decimal("Infinity")
    return abs(made.low + made.high - whole.low - whole.high)


def lead(scene: Scene, total: Statement, first: Statement) -> str:
    """Return the words between a total and its first part."""
    return scene.text[total.end : first.start][-60:]


def are_counted_off(scene: Scene, total: Statement, parts: Sequence[Statement]) -> bool:
    """Say whether parts follow a total at once: 9.4 million meals, 5.8 million lunches and ..."""
    if len(parts) < LINKED or total.start > parts[0].start:
        return False
    words = scene.between(total, parts[0])
    return bool(_NOUN_ONLY.fullmatch(words) or _SHORT.fullmatch(words))


def are_bare(scene: Scene, total: Statement, parts: Sequence[Statement]) -> bool:
    """Say whether parts name nothing of their own: 486 units, 318 electric and 168 diesel."""
    if total.start > parts[0].start:
        return False
    words = scene.between(total, parts[0])
    is_joined = re.search(r"\band\s+\Z", scene.between(parts[-2], parts[-1])) is not None
    if not is_joined or not _NOUN_ONLY.fullmatch(words):
        return False
    return all(_BARE.match(scene.after(part, GLUE)) for part in parts)


def is_rate(scene: Scene, statement: Statement) -> bool:
    """Say whether a number is told for each of something, or on average."""
    return bool(_EACH.match(scene.after(statement)) or _AVERAGE.search(scene.before(statement)))


def is_mark(scene: Scene, statement: Statement) -> bool:
    """Say whether a number is a mark that another one has passed: 首次突破1.4万亿大关."""
    return bool(_MARK.match(scene.after(statement)) or _PASSED.search(scene.before(statement)))


def is_listed(scene: Scene, statement: Statement) -> bool:
    """Say whether a number is one of a list of its unit: 诈骗5.1万人、赌博1.9万人."""
    for first, second in pairwise(scene.near(statement, GLUE)):
        is_beside = statement in (first, second) and first.figure.unit == second.figure.unit
        if is_beside and _ITEM.fullmatch(scene.between(first, second)):
            return True
    return False


def is_total(statement: Statement) -> bool:
    """Say whether a figure may be the total of others."""
    return statement.figure.kind in _ADDABLE and bool(statement.figure.low)


def may_be_part(statement: Statement, total: Statement) -> bool:
    """Say whether a figure may be a part: of one unit, or one of them has none."""
    if statement.figure.kind != total.figure.kind or count_other_things(statement, total):
        return False
    units = statement.figure.unit, total.figure.unit
    if units in _OF_PEOPLE or units[0] == units[1]:
        return True
    return total.figure.kind == "cardinal" and not all(units)


def continues(glue: str) -> bool:
    """Say whether a list goes on between two figures."""
    words = OF_THEM.sub("", glue, count=1) if OF_THEM.match(glue) else glue
    return bool(_SEPARATE.search(words)) and len(words) <= GLUE and not _DONE.search(words)
