"""Which figures of a text are worth holding against each other, whatever is said of them."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import combinations

from annotator.checks.rounding import significant_digits
from annotator.checks.scene import Scene
from annotator.checks.statement import Statement

COMMON, TELLING = 14, 3
"""What more statements share is no reason to compare them; the digits of a number that is."""
_SKIPPED = frozenset({"date", "time", "ordinal"})
_SHARES = frozenset({"percent", "fraction", "ratio", "multiple"})


def pairs_of(scene: Scene) -> Iterator[tuple[Statement, Statement]]:
    """Yield two statements at a time that may be of one quantity."""
    for group in groups_of(scene.statements):
        yield from candidates(scene, group)
    yield from _without_unit(scene.statements)


def _without_unit(statements: Iterable[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """Yield the counts of one number of several digits, of which one is told without its unit."""
    same: dict[str, list[Statement]] = {}
    for statement in statements:
        figure = statement.figure
        is_telling = figure.low and significant_digits(Decimal(figure.low)) >= TELLING
        if figure.kind == "cardinal" and is_telling:
            same.setdefault(figure.low, []).append(statement)
    for group in same.values():
        if len(group) <= COMMON:
            pairs = combinations(group, 2)
            yield from (p for p in pairs if (p[0].figure.unit == "") != (p[1].figure.unit == ""))


def candidates(scene: Scene, group: list[Statement]) -> list[tuple[Statement, Statement]]:
    """Return the pairs worth comparing: they share a rare word, or a number of several digits.

    Words and numbers that many statements share are no reason to compare all of them.
    """
    places: dict[str, list[int]] = {}
    for at, statement in enumerate(group):
        for feature in scene.features(statement):
            places.setdefault(feature, []).append(at)
        if significant_digits(Decimal(statement.figure.low)) >= TELLING:
            places.setdefault(statement.figure.low, []).append(at)
    shared = (where for where in places.values() if len(where) <= COMMON)
    pairs = sorted({pair for where in shared for pair in combinations(where, 2)})
    return [(group[first], group[second]) for first, second in pairs]


def groups_of(statements: Iterable[Statement]) -> Iterable[list[Statement]]:
    """Return the statements that can be compared: those of the same unit and kind."""
    groups: dict[tuple[str, str], list[Statement]] = {}
    for statement in statements:
        figure = statement.figure
        if figure.low and figure.kind not in _SKIPPED:
            kind = figure.kind if figure.kind in _SHARES else "amount"
            groups.setdefault((kind, figure.unit), []).append(statement)
    return groups.values()
