"""Parts with their shares in one list: most of them tell which whole all of them are of."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from annotator.checks.adding import added
from annotator.checks.changes import is_base, is_change, is_source
from annotator.checks.portion import Triple, check
from annotator.checks.rounding import counted, value_of
from annotator.checks.scene import Scene
from annotator.checks.statement import Check, Statement, Verdict

_GLUE = re.compile(
    r"[^。；;,，、.0-9]{0,10}[,，、(（]?\s*(?:占[^，。；,;0-9]{0,8}"
    r"|(?:or|which is|about|that is|that[’']s|some|nearly|just|over|under|roughly|\s)*)",
    re.IGNORECASE,
)
_POINTS = frozenset({"pp", "bp"})
LEAST, FIT, BACK, PAIR = 3, 2, 4, 2
"""So many shares are a list, so many of them must fit a whole, that stands so near.

Fewer are one where their parts make the whole.
"""
Pair = tuple[Statement, Statement]


def implied(scene: Scene) -> Iterator[Check]:
    """Yield the parts and shares of each list held against the whole that most of them fit."""
    for number, own in scene.of_sentence.items():
        if scene.are_joined(number - 1, number) and number - 1 in scene.of_sentence:
            continue
        here = [*own, *scene.after_semicolons(number)]
        for pairs in _lists(scene, here):
            before = [
                s
                for n in range(max(0, number - BACK), number + 1)
                for s in scene.of_sentence.get(n, [])
                if s.end <= pairs[0][0].start and s.figure.unit == pairs[0][0].figure.unit
            ]
            yield from _of_one_whole(scene, pairs, before)


def _lists(scene: Scene, here: Sequence[Statement]) -> Iterator[list[Pair]]:
    """Yield the counts of one unit of which each has its share right behind it."""
    units: dict[str, list[Pair]] = {}
    for part, share in pairwise(here):
        is_share = share.figure.kind in {"percent", "fraction"} and share.figure.unit not in _POINTS
        is_count = part.figure.kind in {"cardinal", "money"} and bool(part.figure.low)
        if not is_share or not is_count or is_change(scene, share):
            continue
        if _GLUE.fullmatch(scene.between(part, share)):
            units.setdefault(part.figure.unit, []).append((part, share))
    yield from (pairs for pairs in units.values() if len(pairs) >= PAIR)


def _of_one_whole(
    scene: Scene, pairs: Sequence[Pair], known: Sequence[Statement]
) -> Iterator[Check]:
    """Yield the shares of the whole that most of them fit, the nearest one in front of them."""
    least = 1 if len(pairs) < LEAST else max(FIT, len(pairs) // 2 + 1)
    wholes = (s for s in reversed(known) if _may_be_whole(scene, s, pairs))
    told = (_held_against(whole, pairs) for whole in wholes)
    fitting = (checks for checks in told if _right_in(checks) >= least)
    yield from max(fitting, key=_right_in, default=[])


def _may_be_whole(scene: Scene, whole: Statement, pairs: Sequence[Pair]) -> bool:
    """Say whether a number may be what shares are of; of two, only what their parts make."""
    if value_of(whole) is None or is_base(scene, whole) or is_source(scene, whole):
        return False
    return len(pairs) >= LEAST or _are_all_of(whole, pairs)


def _held_against(whole: Statement, pairs: Sequence[Pair]) -> list[Check]:
    """Return what the arithmetic says of each part and share, if this is their whole."""
    found = (check(Triple(part, whole, share, 0.75)) for part, share in pairs)
    return [c for c in found if c is not None]


def _are_all_of(whole: Statement, pairs: Sequence[Pair]) -> bool:
    """Say whether the parts make the whole, so that their shares can be of nothing else."""
    made, told = added([part for part, _share in pairs]), counted(whole)
    return told is not None and told.overlaps(made)


def _right_in(checks: Sequence[Check]) -> int:
    return sum(c.verdict is Verdict.CONSISTENT for c in checks)
