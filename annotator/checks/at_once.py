"""A part with its share told at once, and the whole in front of both: 3万个, 落成9500个, 占三成."""

import re
from collections.abc import Iterator

from annotator.checks.changes import change_of, is_base, is_source
from annotator.checks.portion import Triple, is_count, is_larger
from annotator.checks.scene import Scene
from annotator.checks.statement import Statement

_TAKES = re.compile(
    r"[^，。；0-9]{0,6}[，,、]?(?:大?约|大概|已|就|也)*[占即](?:比|了|到|其中)*(?:大?约|近)?"
)
_OF_WHICH = re.compile(
    r"\s+of (?:which|that|this|those|these|them|it|whom),? (?:(?:or|that[’']s|that is|about) )*",
    re.IGNORECASE,
)
_SHARES = frozenset({"percent", "fraction"})


def at_once(scene: Scene, share: Statement) -> Iterator[Triple]:
    """B, A，占R: the whole is the nearest larger count in front that has no share of its own."""
    before = [s for s in scene.told_before(share, 1) if s.figure.low]
    counts = [s for s in before if is_count(s)]
    if not counts or share.figure.denominator or change_of(scene, counts[-1]) is not None:
        return
    part = counts[-1]
    if not _TAKES.fullmatch(scene.between(part, share)):
        return
    whole = next((s for s in reversed(counts[:-1]) if is_larger(s, part)), None)
    if whole is not None and _is_whole(scene, before, whole):
        yield Triple(part, whole, share, 0.6)


def of_which(scene: Scene, share: Statement) -> Iterator[Triple]:
    """B, R of which, or A: the part follows at once, the whole is the nearest count in front."""
    part = next((s for s in scene.near(share) if s.start >= share.end), None)
    before = [s for s in scene.told_before(share, 1) if is_count(s)][-1:]
    if part is None or not is_count(part) or not _OF_WHICH.fullmatch(scene.between(share, part)):
        return
    yield from (Triple(part, whole, share, 0.75) for whole in before if is_larger(whole, part))


def _is_whole(scene: Scene, before: list[Statement], whole: Statement) -> bool:
    """Say whether a count has no share and no change of its own, and nothing is held against it."""
    if is_base(scene, whole) or is_source(scene, whole) or change_of(scene, whole) is not None:
        return False
    behind = [s for s in before if s.start >= whole.end]
    return not any(s.figure.kind in _SHARES for s in behind)
