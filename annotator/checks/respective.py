"""Counts in a list and the shares that are told of them in turn: A、B、C，分别占x、y、z."""

import re
from collections.abc import Iterator, Sequence

from annotator.checks.portion import Triple, check
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
        before = [s for s in here if shares and s.end <= shares[0].start]
        parts = [s for s in before if s.figure.kind in {"cardinal", "money"} and s.figure.low]
        count = len(shares)
        if count < LEAST or len(parts) < count:
            continue
        listed = parts[-count:]
        if whole := _whole(scene, number, parts[:-count], listed):
            for part, share in zip(listed, shares, strict=True):
                if found := check(Triple(part, whole, share, 0.8)):
                    yield found


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
    known = [
        s
        for back in range(max(0, number - BACK), number)
        for s in scene.of_sentence.get(back, [])
        if scene.are_neighbours(back, back + 1)
    ]
    added = sum(value_of(part) or 0 for part in parts)
    for whole in reversed([*known, *before]):
        units = {whole.figure.unit, *(part.figure.unit for part in parts)}
        if len(units) == 1 and whole.figure.low and (value_of(whole) or 0) >= added:
            return whole
    return None
