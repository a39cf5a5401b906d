"""Two counts and the ratio that is stated of them: 12,000 pupils, 800 teachers, 15 to 1."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from annotator.checks.growth import check
from annotator.checks.pairs import Pair
from annotator.checks.portion import CLOSE, have_same_unit, is_count
from annotator.checks.rounding import value_of
from annotator.checks.scene import Scene
from annotator.checks.statement import Check, CheckType, Statement, likeliest
from annotator.checks.words import HAN

_OF_BOTH = re.compile(
    f"(?P<one>[{HAN}]{{2}})[与和跟对](?P<other>[{HAN}]{{2}})(?:的|之)?(?:比例?|比率)[{HAN}]{{0,4}}\\Z"
)
FARTHEST, BACK, LEAST = 3, 2, Decimal("0.01")
"""Counts whose ratio is so many times the stated one are of something else."""


def ratios(scene: Scene) -> Iterator[Check]:
    """Yield the ratios whose two counts stand in front of them in their sentence."""
    for ratio in scene.statements:
        times = _times(ratio) if ratio.figure.kind == "ratio" else None
        if times is not None:
            near = [s for s in scene.near(ratio, 2 * CLOSE) if is_count(s) and s.end <= ratio.start]
            found = [_held(scene, pair, times) for pair in list(pairwise(near))[::-1]]
            named = _named(scene, ratio) if not any(found) else None
            yield from likeliest([*found, _told(scene, named, times) if named else None])


def _times(ratio: Statement) -> Statement | None:
    """Return a ratio as how many times its smaller side the larger one is."""
    sides = sorted(Decimal(side) for side in (ratio.figure.low, ratio.figure.high) if side)
    if len(sides) <= 1 or sides[0] < LEAST or sides[0] == sides[1]:
        return None
    many = str(sides[1] / sides[0])
    figure = replace(ratio.figure, kind="multiple", unit="times", low=many, high=many)
    return replace(ratio, figure=figure)


def _named(scene: Scene, ratio: Statement) -> tuple[Statement, Statement] | None:
    """Return the last counts of what a ratio is said to be of: 学生与教师比例维持15比1."""
    named = _OF_BOTH.search(scene.before(ratio))
    known = [s for s in scene.told_before(ratio, BACK) if is_count(s)] if named else []
    found = [
        next((s for s in reversed(known) if noun in scene.subject(s).partition("|")[0]), None)
        for noun in (named.groups() if named else ())
    ]
    sides = [s for s in found if s is not None]
    return (sides[0], sides[1]) if len(sides) > 1 and sides[0] is not sides[1] else None


def _held(scene: Scene, pair: tuple[Statement, Statement], times: Statement) -> Check | None:
    """Return what the arithmetic says of two counts that follow each other, up to a ratio.

    One for so many is a ratio by itself; what stands behind it is another one's.
    """
    if Decimal(1) in map(value_of, pair):
        return None
    gaps = scene.between(*pair), scene.text[pair[1].end : times.start]
    if not have_same_unit(*pair) or max(map(len, gaps)) > CLOSE // 2:
        return None
    return _told(scene, pair, times)


def _told(scene: Scene, pair: tuple[Statement, Statement], times: Statement) -> Check | None:
    """Return what the arithmetic says of two counts and how many times one is the other."""
    small, large = sorted(pair, key=lambda s: value_of(s) or Decimal(0))
    least, most, told = (value_of(s) or Decimal(0) for s in (small, large, times))
    if least <= 0 or not told / FARTHEST <= most / least <= told * FARTHEST:
        return None
    found = check(scene, Pair(small, large), times)
    return replace(found, type=CheckType.SHARE) if found else None
