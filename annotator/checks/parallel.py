"""Passages of one pattern about different things: each number of one has its like in the other.

"324 teachers, 99.4 % of them qualified" and "402 teachers, 99.9 % of them qualified" are told of
two kinds of schools. Who tells one thing again repeats some of its numbers.
"""

from collections.abc import Iterator
from decimal import Decimal

from annotator.checks.changes import change_of
from annotator.checks.rounding import same_number, side_of
from annotator.checks.scene import Scene
from annotator.checks.statement import Statement

FAR, SAME, NOUN, LONG_NOUN, LARGE = 90, 0.5, 2, 3, 3
"""How far around a number its passage reaches, in code points, and how alike its numbers are."""
_SKIPPED = frozenset({"date", "time", "ordinal", "duration"})


def are_parallel(scene: Scene, first: Statement, second: Statement) -> bool:
    """Say whether other numbers around two differ in turn where words are the same, and none is."""
    around = [list(_around(scene, s)) for s in (first, second)]
    differing = 0
    for one in around[0]:
        for other in around[1]:
            is_one_side = (one.start < first.start) == (other.start < second.start)
            if one is other or not is_one_side or not _are_told_alike(scene, one, other):
                continue
            if same_number(one, other) and change_of(scene, one) is None:
                return False
            differing += 1
    return differing > 0


def stand_beside_one(scene: Scene, first: Statement, second: Statement) -> bool:
    """Say whether one number of some digits is told right with both: of 140,000 invited, 98,000."""
    told = [
        {(s.figure.unit, s.figure.low) for s in scene.near(statement) if _tells(s)}
        for statement in (first, second)
    ]
    return any(Decimal(low).adjusted() >= LARGE for _unit, low in told[0] & told[1])


def _around(scene: Scene, statement: Statement) -> Iterator[Statement]:
    """Yield the other numbers near a statement in its paragraph."""
    number = scene.sentence_of(statement)
    for other in scene.within(statement.start - FAR, statement.end + FAR):
        if other is statement or not _tells(other):
            continue
        first, last = sorted((number, scene.sentence_of(other)))
        if scene.are_in_one_paragraph(first, last):
            yield other


def _tells(statement: Statement) -> bool:
    """Say whether a figure is a number of something and no bound: classes of 56 and more."""
    figure = statement.figure
    return bool(figure.low) and figure.kind not in _SKIPPED and not side_of(statement)


def _are_told_alike(scene: Scene, first: Statement, second: Statement) -> bool:
    figures = first.figure, second.figure
    if (figures[0].kind, figures[0].unit) != (figures[1].kind, figures[1].unit):
        return False
    if not scene.have_same_noun(first, second, NOUN):
        return False
    is_named = scene.have_same_noun(first, second, LONG_NOUN)
    return is_named or scene.sameness(first, second) >= SAME
