"""Parts that are worked out from a share and a whole: 20% of the cost, $450, so you get $90."""

import re
from collections.abc import Iterator
from decimal import Decimal

from annotator.checks.amounts import amount
from annotator.checks.changes import is_source
from annotator.checks.conclusions import SO, led_by
from annotator.checks.portion import HUNDRED, RATE, Triple, is_count, is_larger
from annotator.checks.scene import Scene
from annotator.checks.statement import Statement

_LEAVES = re.compile(r"\b(?:leav(?:es?|ing)|left|remain\w*)\b|剩|余下|其余", re.IGNORECASE)
NEAR, PAIR, FARTHEST = 100, 2, Decimal(3)
"""So near a part must follow its share, and so many times off it is of something else."""


def concluded(scene: Scene, share: Statement) -> Iterator[Triple]:
    """R of it; B; so A: the whole stands between share and part, or right in front of the share."""
    number = scene.sentence_of(share)
    near = [*scene.of_sentence[number], *scene.in_next_sentence(number)]
    counts = [s for s in near if is_count(s) and share.end <= s.start < share.end + NEAR]
    before = [s for s in scene.told_before(share, 1) if is_count(s)][-1:]
    for at, part in enumerate(counts[:PAIR]):
        is_rest = _LEAVES.search(led_by(scene, part)) is not None
        if _is_so(scene, part) or (is_rest and at == 0 and _follows(scene, share, part)):
            told = (Triple(part, s, share, 0.65, is_rest) for s in counts[:at] or before)
            yield from (triple for triple in told if _may_be_worked_out(scene, triple))


def _is_so(scene: Scene, part: Statement) -> bool:
    """Say whether words in front of a part say that it comes of what was told."""
    return SO.search(led_by(scene, part)) is not None


def _follows(scene: Scene, share: Statement, part: Statement) -> bool:
    """Say whether a part stands in the sentence of a share that is no rate of its own."""
    is_here = scene.sentence_of(part) == scene.sentence_of(share)
    return is_here and RATE.search(scene.before(share)) is None


def _may_be_worked_out(scene: Scene, triple: Triple) -> bool:
    """Say whether a part is about what a share makes of a whole of its very unit."""
    part, whole = triple.part, triple.whole
    if part.figure.unit != whole.figure.unit or part.figure.unit in {"", "item"}:
        return False
    if not is_larger(whole, part) or is_source(scene, whole):
        return False
    share = amount(triple.share) / (HUNDRED if triple.share.figure.kind == "percent" else 1)
    made = amount(whole) * (1 - share if triple.is_rest else share)
    return made < amount(part) * FARTHEST and amount(part) < made * FARTHEST
