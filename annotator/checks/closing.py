"""Numbers in front that a word sums up, without saying which: ..., so 19 people are on site.

What is summed up is taken for the last numbers in front, as many as make it but for a slip.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations, pairwise

from annotator.checks.adding import added
from annotator.checks.addition import GLUE, added_up, is_total, may_be
from annotator.checks.misread import are_misread
from annotator.checks.scene import Scene
from annotator.checks.statement import Check, Statement, Verdict
from annotator.checks.together import is_level, may_be_one
from annotator.checks.words import TOGETHER

_SUMS_UP = re.compile(
    rf"(?:{TOGETHER}|合[计共]|[总一]共|共计|累计|总计)[^，。；0-9]{{0,10}}\Z"
    r"|\b(?:adds? up to|(?:tak|bring|mak)\w* (?:the|our|a) total(?: [a-z]+){0,3}|in total|in all"
    r"|altogether|all told|between them|combined|together|total(?:s|l?ing)?)\b[^.;,0-9]{0,32}\Z",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"\s+(?:[a-z’'\-]+\s+){0,3}(?:in (?:all|total)|altogether|between them|combined|together"
    r"|all told)\b",
    re.IGNORECASE,
)
_NO_CHANGE = r"(?:(?!\b(?:add|gain|los|sav|up|down|left|short)[a-z]*\b)[^.;,0-9]){0,24}"
_SO = re.compile(
    r"(?:\A|[.,;—-])\s*(?:so|which (?:is|makes)|that[’']s|that is|that makes)\b"
    rf"{_NO_CHANGE}\Z|(?:所以|因此|这样)[，]?[^，。；0-9]{{0,8}}\Z",
    re.IGNORECASE,
)
_JOINS = re.compile(r"[,，、;；。.]|\b(?:and|with|plus)\b|和|及|连同|加上", re.IGNORECASE)
BACK, MOST, PAIR, WORDS = 2, 9, 2, 60
"""Parts may stand so many sentences back, and be so many."""


def summed_up(scene: Scene) -> Iterator[Check]:
    """Yield totals that words close a list with, and the last numbers that should make them."""
    for total in scene.statements:
        is_level_of_all = is_total(total) and is_level(scene, total)
        is_summed = is_level_of_all and _is_summed(scene, total)
        for known in _in_front(scene, total) if is_summed else ():
            if parts := _parts(scene, total, known):
                check = added_up(scene, total, list(parts))
                is_right = may_be(total, added(parts))
                yield check if is_right else replace(check, verdict=Verdict.CONFLICT)
                break


def _is_summed(scene: Scene, total: Statement) -> bool:
    """Say whether words on either side of a number tell that it sums up what is before it."""
    words = scene.before(total, WORDS)
    if _SUMS_UP.search(words) or _BEHIND.match(scene.after(total, GLUE)):
        return True
    return _SO.search(words) is not None


def _in_front(scene: Scene, total: Statement) -> Iterator[list[Statement]]:
    """Yield the last numbers in front of a total that may be parts: all, and those of its unit."""
    known = [s for s in scene.told_before(total, BACK) if may_be_one(s, total)]
    told = [s for s in known if is_level(scene, s)][-MOST:]
    yield told
    yield [s for s in told if s.figure.unit == total.figure.unit]


def _parts(scene: Scene, total: Statement, known: Sequence[Statement]) -> Sequence[Statement]:
    """Return numbers beside each other that make a total, or the last that miss it by a slip.

    One of those may be told in passing: 72 trucks, enough for five towns, with the 18 of last week.
    """
    ends = combinations(range(len(known) + 1), PAIR)
    all_runs = (known[first:last] for first, last in ends if last - first >= PAIR)
    if made := next((run for run in all_runs if may_be(total, added(run))), None):
        return made
    runs = [known[at:] for at in range(len(known) - PAIR, -1, -1)]
    slips = (run for run in (*runs, *without_one(runs)) if are_misread(total, run))
    return next((run for run in slips if are_one_list(scene, run)), [])


def without_one(runs: Sequence[Sequence[Statement]]) -> list[list[Statement]]:
    """Return runs of numbers without each one that is neither the first nor the last of its run."""
    return [[*run[:at], *run[at + 1 :]] for run in runs for at in range(1, len(run) - 1)]


def are_one_list(scene: Scene, run: Sequence[Statement]) -> bool:
    """Say whether numbers follow each other closely, with nothing told of another time."""
    return all(
        len(scene.between(*pair)) <= 2 * GLUE and _JOINS.search(scene.between(*pair))
        for pair in pairwise(run)
    )
