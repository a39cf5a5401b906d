"""A share that does not fit a whole far away, and the nearer whole that it does fit."""

from collections.abc import Iterator
from dataclasses import replace

from annotator.checks.complements import check_share
from annotator.checks.portion import Triple, counts_before, is_larger
from annotator.checks.scene import Scene
from annotator.checks.statement import Check, Statement, Verdict

FAR = 200
"""A whole that stands so many code points in front of a part is far from it."""


def nearer(scene: Scene, found: Check, triple: Triple) -> Iterator[tuple[Check, Triple]]:
    """Yield what fits of wholes in the sentences before, where one that is far does not fit."""
    if found.verdict is not Verdict.CONFLICT or not _is_far(scene, triple):
        return
    for whole in reversed(counts_before(scene, scene.sentence_of(triple.share))):
        told = replace(triple, whole=whole)
        check = check_share(scene, told) if _may_be_instead(whole, triple) else None
        if check is not None and check.verdict is Verdict.CONSISTENT:
            yield check, told


def _is_far(scene: Scene, triple: Triple) -> bool:
    """Say whether a whole is told in a sentence behind its share, or far in front of the part."""
    is_behind = scene.sentence_of(triple.whole) > scene.sentence_of(triple.share)
    return is_behind or triple.part.start - triple.whole.start > FAR


def _may_be_instead(whole: Statement, triple: Triple) -> bool:
    """Say whether a count is nearer to a part than the whole that is taken, and of its unit."""
    ways = [abs(s.start - triple.part.start) for s in (whole, triple.whole)]
    is_alike = whole.figure.unit == triple.part.figure.unit and is_larger(whole, triple.part)
    return is_alike and ways[0] < ways[1]
