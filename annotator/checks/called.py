"""Shares that words call so, of a part right in front and a whole told before it."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from annotator.checks.changes import change_of, is_base, is_source
from annotator.checks.complements import check_share
from annotator.checks.per_time import time_of
from annotator.checks.portion import CLOSE, Triple, counts_before, is_count, is_larger
from annotator.checks.rounding import ZERO, value_of
from annotator.checks.scene import REACH, Scene
from annotator.checks.statement import Check, Statement, Verdict
from annotator.checks.words import HAN, same_end

IS_SHARE = re.compile(
    rf"占|比例|比重|率|[{HAN}]{{2}}度\Z|进度|完成|覆盖|达标|相当于|\bor\b|account|represent"
    r"|equal|equivalent|share|\brate|make"
    r"|which is|that is|that[’']s|about|nearly|, so\b",
    re.IGNORECASE,
)
COMMA, _STOP = re.compile("[，,]\\s*"), re.compile("[，。；,.;]")
_ITS_RATE = re.compile(f"[，,][{HAN}]{{2,4}}率[约近为是达]*")
_NAME_OF_RATE = re.compile(f"[{HAN}]{{2,4}}(?=率)")
_BARE = re.compile(r"\s*[,，(（、]?\s*(?:约|近)?")
BEHIND, MOST = 16, 20
"""So many code points a share may stand behind its part."""
_OR = re.compile(
    r"[^,，;；。]{0,40}[,，]\s*(?:or|so|making|which is|that is|that's)\s*"
    r"(?:(?:we|you|they|it|that)(?:[’']re|[’']s| are| is)\s*)?(?:about|nearly|around|some)?\s*"
)
_SO_IT = re.compile(
    r"[^,;.0-9]{0,24}, so [^,;.0-9]{0,24}\b(?:accounts?|makes?|represents?)\b[^,;.0-9]{0,12}"
)
_OF_TOTAL = re.compile("占(?:全部|总[数量额])的?[约近]?\\Z")
_OF_THE_TOTAL = re.compile(
    r"\s+of (?:the total|the whole|all of (?:them|these|those))\b", re.IGNORECASE
)
NEXT_SHARE = re.compile(r"[,，、(（]\s*占?(?:比(?:为)?)?[约近]?\Z|\bor (?:about )?\Z")
_CALLED = re.compile("占的?(?:比(?:例|重)?)?(?:为|是|达到?)?[约近]?\\Z")
NEARLY, FARTHER = Decimal("0.35"), Decimal("0.7")
"""A share that is off by more of itself is of another whole."""
SOON, PAIR = 6, 2


_OF_THEM = re.compile(r"\s+of (?:them|those|these)\b", re.IGNORECASE)
_WITHIN = re.compile("[里中][，,]?\\Z")
_OF_WHICH = re.compile(
    r"[^，。；0-9]{0,10}[，,](?:其中|当中)[^，。；0-9]{0,10}"
    r"|[^.,;0-9]{0,40}, (?:[a-z]+ )?(?:of (?:which|these|those|them)|including)[^.,;0-9]{0,24}"
)


def of_one_told_before(scene: Scene, share: Statement) -> Iterator[tuple[Check, Triple]]:
    """Yield a count in front of a share and a larger one before it, if they fit.

    What does not fit is told only where words call it a share and no other whole is in reach.
    """
    before = _counts_in_front(scene, share)
    glue = scene.between(before[-1], share) if before else ""
    if not before or _WITHIN.search(glue) or not leads_on(glue, is_of_them=False):
        return
    triples = _with_each_whole(scene, before, share)
    told = [(found, t) for t in triples if (found := check_share(scene, t)) is not None]
    yield from (pair for pair in told if pair[0].verdict is Verdict.CONSISTENT)
    wrong = [pair for pair in told if pair[0].verdict is not Verdict.CONSISTENT]
    others = [pair for pair in wrong if _may_be_of_level(scene, pair[1])]
    if len(others) == 1 and _is_called_share(scene, others[0][1]) and _is_off(scene, others[0][1]):
        yield others[0]


def _counts_in_front(scene: Scene, share: Statement, reach: int = REACH) -> list[Statement]:
    """Return the counts of a share's sentence that stand in front of it."""
    return [s for s in scene.near(share, reach) if is_count(s) and s.end <= share.start]


def _with_each_whole(
    scene: Scene, before: Sequence[Statement], share: Statement
) -> Iterator[Triple]:
    """Yield the last count in front of a share with each that may be its whole, the last first."""
    part = before[-1]
    is_bare = _needs_no_noun(scene, part, share)
    for whole in reversed([*known_before(scene, share), *before[:-1]]):
        if is_larger(whole, part) and (is_bare or scene.have_same_noun(whole, part)):
            yield Triple(part, whole, share, 0.6)


def _needs_no_noun(scene: Scene, part: Statement, share: Statement) -> bool:
    """Say whether a share is so told that its whole need not be called like the part: A, 占比R."""
    is_next = NEXT_SHARE.search(scene.before(share)) is not None
    is_rate = _ITS_RATE.fullmatch(scene.between(part, share)) is not None
    return is_next or is_rate or _is_of_all(scene, share)


def _may_be_of_level(scene: Scene, triple: Triple) -> bool:
    """Say whether a share may be of a whole, which no other number is held against."""
    return may_belong(scene, triple) and not is_base(scene, triple.whole)


def _is_called_share(scene: Scene, triple: Triple) -> bool:
    """Say whether words call a figure a share of what was told: 占比80%, 70% of the total.

    So does a share that stands alone behind a part, or a rate behind a part and a whole.
    """
    share, glue = triple.share, scene.between(triple.part, triple.share)
    is_called = _CALLED.search(scene.before(share)) or _OF_THE_TOTAL.match(
        scene.after(share, CLOSE)
    )
    is_here = scene.sentence_of(triple.whole) == scene.sentence_of(triple.part)
    is_alone = COMMA.fullmatch(glue) and _STOP.match(scene.after(share))
    return bool(is_called or (is_here and (is_alone or _ITS_RATE.fullmatch(glue))))


def _is_off(scene: Scene, triple: Triple) -> bool:
    """Say whether a share is near what it should be, so that it is hardly of something else.

    In one sentence, where a unit tells what is counted, it may be further off.
    """
    is_here = scene.sentence_of(triple.whole) == scene.sentence_of(triple.part)
    is_telling = triple.whole.figure.unit not in {"", "item", "person"}
    is_next = len(scene.between(triple.part, triple.share)) <= SOON
    between = scene.within(triple.whole.end, triple.part.start)
    is_alone = not any(s.figure.kind == "percent" for s in between)
    nearly = FARTHER if is_here and is_telling and is_next and is_alone else NEARLY
    part, whole, share = (value_of(s) or ZERO for s in (triple.part, triple.whole, triple.share))
    told = share / 100 if triple.share.figure.kind == "percent" else share
    return told > 0 and abs(part / whole - told) <= told * nearly


def may_belong(scene: Scene, triple: Triple) -> bool:
    """Say whether a share is not of another part, and its whole is no change.

    A whole of last year has no part of another time, but those "of them" are of its very time.
    """
    apart = scene.sentence_of(triple.part) - scene.sentence_of(triple.whole)
    is_apart = apart != 0 and not (apart == 1 and _OF_THEM.match(scene.after(triple.part)))
    is_past = "last" in scene.times_of(triple.whole) and not scene.times_of(triple.share)
    is_level = change_of(scene, triple.whole) is None or _is_parted_at_once(scene, triple)
    if not is_level or (is_past and is_apart) or _is_listed_beside(scene, triple):
        return False
    if is_apart and time_of(scene, triple.part) != time_of(scene, triple.whole):
        return False
    return not _has_own_share(scene, triple)


def _is_parted_at_once(scene: Scene, triple: Triple) -> bool:
    """Say whether a part is told of what is new, in the clause behind: 新增90个，其中早班30个."""
    return _OF_WHICH.fullmatch(scene.between(triple.whole, triple.part)) is not None


def _is_listed_beside(scene: Scene, triple: Triple) -> bool:
    """Say whether the whole has a share of its own, called alike: A, 出生率R; B, 死亡率S."""
    glue = _without_name(scene.between(triple.part, triple.share))
    behind = [s for s in scene.near(triple.whole) if s.start >= triple.whole.end][:1]
    return any(
        s is not triple.share and s.figure.kind in {"percent", "fraction"}
        for s in behind
        if glue.strip("，, ") and _without_name(scene.between(triple.whole, s)) == glue
    )


def _without_name(glue: str) -> str:
    """Return the words between a number and its rate, without what the rate is called."""
    return _NAME_OF_RATE.sub("", glue).rstrip("约近为是达到")


def _has_own_share(scene: Scene, triple: Triple) -> bool:
    """Say whether another share stands between a part and this one, which is of something else."""
    between = scene.within(triple.part.end, triple.share.start)
    others = [s for s in between if s.figure.kind in {"percent", "fraction"}]
    return any(s.start >= triple.part.end and not is_source(scene, s) for s in others)


def _is_of_all(scene: Scene, share: Statement) -> bool:
    """Say whether a share is said to be of the total, whatever that is the total of."""
    before, after = scene.before(share), scene.after(share)
    return bool(_OF_TOTAL.search(before) or _OF_THE_TOTAL.match(after))


def known_before(scene: Scene, share: Statement) -> list[Statement]:
    """Return the counts of the sentence before a share's; of more where it is of "the total"."""
    number = scene.sentence_of(share)
    if _is_of_all(scene, share):
        return counts_before(scene, number)
    return [*_of_like_noun(scene, share), *_previous(scene, number)]


def _of_like_noun(scene: Scene, share: Statement) -> list[Statement]:
    """Return counts further in front whose noun is that of the part: 营业收入, 海外收入, 占比R."""
    here = _counts_in_front(scene, share, CLOSE)[-1:]
    if not here or not _CALLED.search(scene.before(share)):
        return []
    number, noun = scene.sentence_of(share), scene.noun_before(here[0])
    known = [s for s in counts_before(scene, number) if scene.sentence_of(s) < number - 1]
    return [
        s
        for s in known
        if same_end(scene.noun_before(s), noun) >= PAIR and "last" not in scene.times_of(s)
    ]


def _previous(scene: Scene, number: int) -> list[Statement]:
    """Return the counts of the sentence before, if it is in the same paragraph."""
    if not scene.are_neighbours(number - 1, number):
        return []
    return [s for s in scene.of_sentence.get(number - 1, [])[-MOST:] if is_count(s)]


def leads_on(glue: str, *, is_of_them: bool) -> bool:
    """Say whether the words between a part and a share tell that one belongs to the other."""
    reach = CLOSE if is_of_them or _OR.fullmatch(glue) or _SO_IT.fullmatch(glue) else BEHIND
    if len(glue) > reach or ";" in glue:
        return False
    is_said = IS_SHARE.search(glue) or _BARE.fullmatch(glue) or _OR.fullmatch(glue)
    return is_of_them or bool(is_said)
