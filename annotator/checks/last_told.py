"""A share that its words conclude from numbers told just before, however those are told.

"The budget is 140 million, and 28 million is for boats. So a third of the money ...": where no
other way finds a part and a whole, they are among the last counts in front.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations

from annotator.checks.adding import is_bound
from annotator.checks.amounts import amount
from annotator.checks.changes import change_of, is_base, is_source
from annotator.checks.complements import check_share
from annotator.checks.conclusions import SO, led_by
from annotator.checks.portion import CLOSE, HUNDRED, Triple, check, is_count, is_larger
from annotator.checks.scene import Scene
from annotator.checks.statement import Check, Statement, Verdict
from annotator.checks.words import HAN

_TAKES = re.compile(
    f"(?:\\A|[，,、；：])(?P<noun>[{HAN}]{{2,6}}?)[占佔][了到]?(?:大?约|近|超过?)*\\Z"
)
_ITS_RATE = re.compile(f"[，,](?P<done>[{HAN}]{{2,6}})[率度][{HAN}]{{0,2}}\\Z")
_AGAINST = re.compile(r"\b(?:against|versus)\s+\Z", re.IGNORECASE)
BACK, MOST, PAIR, FARTHEST, SURENESS = 2, 5, 2, Decimal("2.5"), 0.55
"""So many times further from what two numbers make a share is of others."""


def of_last_told(scene: Scene, share: Statement) -> Iterator[tuple[Check, Triple]]:
    """Yield what the last counts make of a share; what does not fit only of the likeliest two."""
    back = BACK if SO.search(led_by(scene, share)) else 0
    if not back and not _is_named_rate(scene, share):
        return
    told = scene.told_before(share, back)
    counts = [s for s in told if is_count(s) and _is_level(scene, s)][-MOST:]
    named = _named(scene, counts, share)
    likely = named or (counts[-PAIR:] if counts[-1:] == _last(told) else [])
    pairs = [named] if named else combinations(counts, PAIR)
    yield from _right_or_likely(scene, _triples(pairs, share), likely)


def _is_named_rate(scene: Scene, share: Statement) -> bool:
    """Say whether a share is a rate, named by what was done before it: 已播, 播种进度."""
    words = scene.before(share, CLOSE)
    named = _ITS_RATE.search(words)
    return named is not None and bool(set(named["done"]) & set(words[: named.start()]))


def _right_or_likely(
    scene: Scene, triples: Iterable[Triple], likely: Sequence[Statement]
) -> Iterator[tuple[Check, Triple]]:
    """Yield the shares that hold, or else what does not of the two counts that are likeliest."""
    told = list(triples)
    found = [(c, t) for t in told if (c := check_share(scene, t)) is not None]
    right = [pair for pair in found if pair[0].verdict is Verdict.CONSISTENT]
    if right or any(map(_is_of_the_rest, told)):
        yield from right
    else:
        yield from (pair for pair in found if _is_of(pair[1], likely) and _is_near(pair[1]))


def _is_of_the_rest(triple: Triple) -> bool:
    """Say whether a share is that of all but a part: 41 do well, 67 cope and 28 of 136 do not."""
    found = check(replace(triple, is_rest=True))
    return found is not None and found.verdict is Verdict.CONSISTENT


def _named(scene: Scene, counts: Sequence[Statement], share: Statement) -> list[Statement]:
    """Return the count that a share's clause names, and the larger one in front of it."""
    noun = _TAKES.search(scene.before(share))
    part = next((s for s in counts if noun and noun["noun"] in scene.subject(s)), None)
    larger = (s for s in reversed(counts) if part and s.end <= part.start and is_larger(s, part))
    whole = next(larger, None)
    return [whole, part] if whole and part else []


def _last(told: Sequence[Statement]) -> Sequence[Statement]:
    """Return the last number that is told and no duration."""
    return [s for s in told if s.figure.kind != "duration"][-1:]


def _is_level(scene: Scene, statement: Statement) -> bool:
    """Say whether a count is no change, no bound and nothing that another one is held against."""
    if change_of(scene, statement) is not None or is_bound(statement):
        return False
    is_start = is_base(scene, statement) or is_source(scene, statement)
    is_start = is_start or _AGAINST.search(scene.before(statement)) is not None
    return not is_start and "last" not in scene.times_of(statement)


def _may_part(first: Statement, second: Statement) -> bool:
    """Say whether one of two counts may be a part of the other: of one unit."""
    is_more = is_larger(first, second) or is_larger(second, first)
    return first.figure.unit == second.figure.unit and is_more


def _triples(pairs: Iterable[Sequence[Statement]], share: Statement) -> Iterator[Triple]:
    """Yield two counts as a part and its whole, the last ones first."""
    for pair in reversed([*pairs]):
        if _may_part(*pair):
            part, whole = sorted(pair, key=amount)
            yield Triple(part, whole, share, SURENESS)


def _is_of(triple: Triple, counts: Sequence[Statement]) -> bool:
    return all(any(s is one for one in counts) for s in (triple.part, triple.whole))


def _is_near(triple: Triple) -> bool:
    """Say whether a share is of the size of what its numbers make."""
    told = amount(triple.share) / (HUNDRED if triple.share.figure.kind == "percent" else 1)
    made = amount(triple.part) / amount(triple.whole)
    return 0 < told < made * FARTHEST and made < told * FARTHEST
