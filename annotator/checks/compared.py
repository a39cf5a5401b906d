"""A change with two numbers near it, one of which is told as what there was: it was 4, so tripled.

Where other checks ask for a form of words, this one asks for the roles: a change that is told as
one, a number that was, another one of its unit, and a step between them of about that size.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from annotator.checks.changes import DOWN, POINTS, UP, change_of, is_base, is_source
from annotator.checks.conclusions import SO, led_by
from annotator.checks.growth import check, is_yearly
from annotator.checks.levels import is_comparable
from annotator.checks.pairs import Pair
from annotator.checks.rounding import value_of
from annotator.checks.scene import Scene
from annotator.checks.statement import Check, Statement, likeliest
from annotator.checks.then import is_past

_WAS = re.compile(
    r"\b(?:against|versus|it was|there were|they were|we were at|stood at|had topped|a peak of"
    r"|we expected|was(?: (?:[a-z]+ ){1,3}of)?)\s+(?:only |just |about |around |at |some )*\Z"
    r"|(?:高位|高峰|峰值|去年|上年|前年|(?<!今年)同期|原来|当时)[^，。；0-9]{0,8}\Z",
    re.IGNORECASE,
)
_WAS_BEHIND = re.compile(
    r"\s+(?:[a-z]+ )?(?:in (?:19|20)[0-9]{2}\b|last (?:year|month|week)|a (?:year|week) ago"
    r"|(?:that |which )?(?:we|they|it|you) (?:expected|forecast|had|were|was|saw)\b)",
    re.IGNORECASE,
)
_NOW = re.compile(r"今[年天日]|现[在有]|目前|\b(?:now|today|currently|this (?:year|week|month))\b")
_STEP_IS = re.compile(
    r"\b(?:increase|rise|drop|fall|decrease|decline|improvement|difference|reduction|lost|gained)"
    r"(?: (?:is|was|of|by|comes to))?\s+(?:about |nearly |almost |more than )*\Z",
    re.IGNORECASE,
)
_APART_FROM = re.compile(r"\s+(?:above|below|over|under|beyond) (?:that|it|this)\b", re.IGNORECASE)
_ALSO = re.compile(
    rf"[，,](?:我们|同比|大[约概幅]|一?共|净)*(?:{UP}|{DOWN})[^，,。；0-9]{{0,4}}\Z"
    r"|,\s+(?:(?:which|that) (?:is|was) |an? )(?:[a-z]+ ){0,3}\Z"
    r"|,\s+\Z",
    re.IGNORECASE,
)
_IN_TURN = re.compile("分别[^，。；0-9]{0,8}\\Z|[、和]\\Z|\\brespectively\\b")
_SHARES = frozenset({"percent", "fraction"})
BACK, NEAR, SHORT, CLOSE, MOST, FEW = 2, 60, 12, 8, 3, 10
NEARLY, FARTHEST = Decimal("0.25"), Decimal(4)
"""A step is held against a change only if it is between so many times that one."""


def compared(scene: Scene) -> Iterator[Check]:
    """Yield what two numbers, one of which was before the other, make of a change beside them."""
    for change in scene.statements:
        if change.figure.low and _is_told(scene, change):
            yield from likeliest(_checks(scene, change))


def _is_after_base(scene: Scene, change: Statement) -> bool:
    """Say whether a change follows at once what it is from: 由1140人下降了9%."""
    before = [s for s in scene.near(change, NEAR) if s.end <= change.start][-1:]
    return any(_was(scene, s) and len(scene.between(s, change)) <= CLOSE for s in before)


def _is_told(scene: Scene, change: Statement) -> bool:
    """Say whether a figure is a change, and told as what comes of numbers beside it."""
    if _is_concluded(scene, change):
        return True
    is_change = change.figure.kind == "multiple" or change_of(scene, change) is not None
    if not is_change or is_yearly(scene, change) or _IN_TURN.search(scene.before(change, NEAR)):
        return False
    return _is_after_base(scene, change) or _ALSO.search(led_by(scene, change)) is not None


def _is_concluded(scene: Scene, change: Statement) -> bool:
    """Say whether words say of a figure that it follows from what was told before."""
    if _STEP_IS.search(scene.before(change, NEAR)):
        return True
    if change.figure.kind not in _SHARES and _APART_FROM.match(scene.after(change, NEAR)):
        return True
    is_change = change.figure.kind == "multiple" or change_of(scene, change) is not None
    return is_change and SO.search(led_by(scene, change)) is not None


def _checks(scene: Scene, change: Statement) -> Iterator[Check]:
    """Yield what the pairs of numbers near a change make of it, the nearest first."""
    for known in _known(scene, change):
        levels = [s for s in known if _is_level(s, change)][-MOST:]
        pairs = [p for p in combinations(levels[::-1], 2) if _may_be_of_one(scene, change, *p)]
        yield from filter(None, (_held(scene, *pair[::-1], change) for pair in pairs))
        if pairs:
            return


def _known(scene: Scene, change: Statement) -> list[list[Statement]]:
    """Return the numbers that a change may be between: before, behind, or one on either side."""
    before = scene.told_before(change, BACK if _is_concluded(scene, change) else 1)
    here = scene.of_sentence[scene.sentence_of(change)]
    behind = [s for s in here if s.start >= change.end]
    beside = [*before[-1:], *behind[:1]] if any(_was(scene, s) for s in behind[:1]) else []
    if change.figure.kind == "multiple" and not _is_concluded(scene, change):
        return [beside]
    return [before, behind, beside]


def _is_level(statement: Statement, change: Statement) -> bool:
    """Say whether a number may be what a change is from or to, by its unit and kind."""
    figure, told = statement.figure, change.figure
    value = value_of(statement)
    if not value or figure.value or figure.kind in {"ordinal", "date", "multiple"}:
        return False
    if told.unit in POINTS:
        return figure.kind == "percent"
    if told.kind in {*_SHARES, "multiple"}:
        return figure.kind not in _SHARES and (value >= FEW or figure.unit not in {"", "item"})
    return figure.kind == told.kind and (figure.unit == told.unit or not told.unit)


def _may_be_of_one(scene: Scene, change: Statement, first: Statement, second: Statement) -> bool:
    """Say whether one of two numbers of a measure was before the other."""
    if not is_comparable(scene, first, second) or _was(scene, first) == _was(scene, second):
        return False
    is_here = scene.sentence_of(first) == scene.sentence_of(second)
    return is_here or _is_concluded(scene, change) or scene.sameness(first, second) > 0


def _was(scene: Scene, statement: Statement) -> int:
    """Return how surely a number is told as what there was, or what another is held against."""
    words = scene.before(statement, NEAR)
    if _WAS.search(words) or _WAS_BEHIND.match(scene.after(statement, NEAR)):
        return 2
    if _NOW.search(words[-SHORT:]):
        return 0
    is_held = is_base(scene, statement) or is_source(scene, statement)
    return int(is_held or is_past(scene, statement))


def _held(scene: Scene, first: Statement, second: Statement, change: Statement) -> Check | None:
    """Return what two numbers make of a change of about the size of the step between them."""
    is_first = _was(scene, first) > _was(scene, second)
    pair = Pair(first, second) if is_first else Pair(second, first)
    return check(scene, pair, change) if is_about(pair, change) else None


def is_about(pair: Pair, change: Statement) -> bool:
    """Say whether a change is of about the size of the step between two numbers."""
    before, after = value_of(pair.before), value_of(pair.after)
    told = value_of(change)
    if not before or not after or not told:
        return False
    made = _step(before, after, change)
    return told * NEARLY < made < told * FARTHEST


def _step(before: Decimal, after: Decimal, change: Statement) -> Decimal:
    """Return the step between two numbers in the terms of a change."""
    if change.figure.kind == "multiple":
        return after / before
    apart = abs(after - before)
    if change.figure.kind in _SHARES and change.figure.unit not in POINTS:
        return apart / before * (100 if change.figure.kind == "percent" else 1)
    return apart
