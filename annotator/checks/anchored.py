"""Two tellings of one thing: a number is told again beside another one that differs now.

"86 rescued, 28 died" and later "86 rescued, 38 died": the number that is the same tells that both
speak of one thing, so that the other one needs no more than the same word in front of it.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from annotator.checks.changes import change_of, is_base, is_source
from annotator.checks.distinct import are_of_other_times
from annotator.checks.qualifiers import differ_in_qualifiers, is_hearsay, one_is_a_part
from annotator.checks.repeats import different
from annotator.checks.rounding import side_of, significant_digits, value_of
from annotator.checks.scene import Scene
from annotator.checks.statement import Check, Statement, Verdict
from annotator.checks.words import HAN

_LABEL = re.compile(f"[{HAN}]{{2}}\\Z")
_NO_LABEL = frozenset(
    re.findall("..", "其中共有就是大约一共还有另有只有目前现在分别达到增加减少完成占了")
)
_GENERAL = frozenset({"", "item", "person", "household", "place", "organisation", "time"})
_SKIPPED = frozenset({"date", "time", "ordinal", "duration", "range", "ratio", "multiple"})
DIGITS, FURTHEST, COMMON, HEARD = 2, Decimal(2), 4, 60
"""Digits of the number that is told again; how far the other two may differ."""


def anchored(scene: Scene) -> Iterator[Check]:
    """Yield numbers that differ where a number beside both is the same."""
    for first, second in _told_again(scene):
        here, there = _beside(scene, first), _beside(scene, second)
        for one in here:
            rivals = [s for s in there if _have_one_label(scene, one, s)]
            if (
                len(rivals) == 1
                and _is_one_of_its_kind(one, here)
                and _may_differ(scene, one, rivals[0], here, there)
            ):
                yield different(one, rivals[0], Verdict.CONFLICT, 0.7)


def _told_again(scene: Scene) -> Iterator[tuple[Statement, Statement]]:
    """Yield the numbers of some digits that few statements give, each with the next telling."""
    same: dict[tuple[str, str], list[Statement]] = {}
    for statement in scene.statements:
        value, is_told = value_of(statement), statement.figure.kind not in _SKIPPED
        is_told = is_told and not side_of(statement)
        if value and is_told and significant_digits(value) >= DIGITS:
            same.setdefault((statement.figure.unit, statement.figure.low), []).append(statement)
    for group in same.values():
        if len(group) <= COMMON:
            for at, first in enumerate(group):
                for second in group[at + 1 :]:
                    if scene.sentence_of(first) != scene.sentence_of(second):
                        yield first, second


def _beside(scene: Scene, statement: Statement) -> list[Statement]:
    """Return the other numbers in a statement's sentence that stand for something themselves."""
    return [
        s
        for s in scene.near(statement)
        if s is not statement
        and s.figure.low
        and s.figure.low == s.figure.high
        and s.figure.kind not in _SKIPPED
        and change_of(scene, s) is None
        and not (is_base(scene, s) or is_source(scene, s) or is_hearsay(scene.before(s, HEARD)))
    ]


def _have_one_label(scene: Scene, first: Statement, second: Statement) -> bool:
    """Say whether the same word stands right in front of two numbers of one unit."""
    if (first.figure.unit, first.figure.kind) != (second.figure.unit, second.figure.kind):
        return False
    labels = [_label(scene, s) for s in (first, second)]
    if all(labels):
        return labels[0] == labels[1] and labels[0] not in _NO_LABEL
    sides = [scene.subject(s).partition("|") for s in (first, second)]
    before, behind = ([list(scene.words_of(side[at])) for side in sides] for at in (0, 2))
    return _are_one(before, -1) or _are_one(behind, 0) or _is_telling(first)


def _label(scene: Scene, statement: Statement) -> str:
    """Return the two Chinese characters that stand right in front of a number: 死亡28人."""
    found = _LABEL.search(scene.noun_before(statement))
    return found.group() if found else ""


def _is_telling(statement: Statement) -> bool:
    """Say whether a unit tells what is counted, whatever stands beside it: flights, doses."""
    return statement.figure.kind == "cardinal" and statement.figure.unit not in _GENERAL


def _is_one_of_its_kind(statement: Statement, here: Sequence[Statement]) -> bool:
    """Say whether a number named by nothing but its unit is the only one of it in its sentence."""
    alike = [s for s in here if s.figure.unit == statement.figure.unit]
    return len(alike) == 1 or not _is_telling(statement)


def _are_one(words: Sequence[Sequence[str]], at: int) -> bool:
    return bool(words[0] and words[1]) and words[0][at] == words[1][at]


def _may_differ(
    scene: Scene,
    first: Statement,
    second: Statement,
    here: Sequence[Statement],
    there: Sequence[Statement],
) -> bool:
    """Say whether two numbers are of one size, time and group, and told in one place each."""
    low, high = sorted((value_of(first) or Decimal(0), value_of(second) or Decimal(0)))
    if not 0 < low < high or high / low > FURTHEST:
        return False
    if _is_told_in(here, second) or _is_told_in(there, first):
        return False
    subjects = scene.subject(first), scene.subject(second)
    if differ_in_qualifiers(*subjects) or one_is_a_part(*subjects):
        return False
    return not are_of_other_times(scene, first, second)


def _is_told_in(statements: Sequence[Statement], like: Statement) -> bool:
    return any(s.figure.low == like.figure.low for s in statements)
