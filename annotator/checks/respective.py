"""Counts in a list and the shares that are told of them in turn: A、B、C，分别占x、y、z."""

import re
from collections.abc import Iterator, Sequence

from annotator.checks.portion import COUNTS, Triple, check
from annotator.checks.rounding import value_of
from annotator.checks.scene import Scene
from annotator.checks.statement import Check, Statement

_IN_TURN = re.compile(r"分别(?:占|为|是)")
_GLUE = re.compile(r"[^。；;]{0,16}")
LEAST, BACK = 2, 2


def respective(scene: Scene) -> Iterator[Check]:
    """Yield each count of a list with its own share of a total in front of the list."""
    for number, here in scene.of_sentence.items():
        if not _IN_TURN.search(scene.sentence(number)):
            continue
        shares = _last_run([s for s in here if s.figure.kind == "percent"], scene)
        if len(shares) >= LEAST:
            yield from filter(None, map(check, _in_turn(scene, number, shares)))


def _in_turn(scene: Scene, number: int, shares: Sequence[Statement]) -> Iterator[Triple]:
    """Yield the last counts in front of some shares, each with its own one."""
    counts = [s for s in scene.of_sentence[number] if s.end <= shares[0].start and _is_part(s)]
    parts, before = counts[-len(shares) :], counts[: -len(shares)]
    whole = _whole(scene, number, before, parts) if len(parts) == len(shares) else None
    if whole is not None:
        for part, share in zip(parts, shares, strict=True):
            yield Triple(part, whole, share, 0.8)


def _is_part(statement: Statement) -> bool:
    """Say whether a number may be a part that a share is told of."""
    return statement.figure.kind in COUNTS and bool(statement.figure.low)


def _last_run(shares: Sequence[Statement], scene: Scene) -> list[Statement]:
    """Return the shares at the end that follow each other directly."""
    run: list[Statement] = list(shares[-1:])
    for share in reversed(shares[:-1]):
        if not _GLUE.fullmatch(scene.between(share, run[0])):
            break
        run.insert(0, share)
    return run


def _whole(
    scene: Scene, number: int, before: Sequence[Statement], parts: Sequence[Statement]
) -> Statement | None:
    """Return the nearest number in front of a list that all its parts may be of."""
    numbers = range(max(0, number - BACK), number)
    near = (n for n in numbers if scene.are_neighbours(n, n + 1))
    known = [s for n in near for s in scene.of_sentence.get(n, [])]
    return next((s for s in reversed([*known, *before]) if _may_be_all(s, parts)), None)


def _may_be_all(whole: Statement, parts: Sequence[Statement]) -> bool:
    """Say whether a number may be that of all parts: of their unit, and no smaller than they."""
    added = sum(value_of(part) or 0 for part in parts)
    is_of_unit = {part.figure.unit for part in parts} == {whole.figure.unit}
    return is_of_unit and bool(whole.figure.low) and (value_of(whole) or 0) >= added
