"""Parts that are worked out from a share and a whole: 20% of the cost, $450, so you get $90."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import takewhile

from annotator.checks.amounts import amount
from annotator.checks.changes import is_source
from annotator.checks.conclusions import SO, led_by
from annotator.checks.portion import HUNDRED, RATE, Triple, is_count, is_larger
from annotator.checks.scene import Scene
from annotator.checks.statement import Statement

_LEAVES = re.compile(r"\b(?:leav(?:es?|ing)|left|remain\w*)\b|剩|余下|其余", re.IGNORECASE)
_THERE_ARE = re.compile("[，,](?:一?共?有|达到?|是|为)[约近]?")
NEAR, PAIR, BACK, FARTHEST = 100, 2, 2, Decimal(3)
"""So near a part must follow its share, and so many times off it is of something else."""


def concluded(scene: Scene, share: Statement) -> Iterator[Triple]:
    """R of it; B; so A: the whole stands between share and part, or right in front of the share."""
    counts = _counts_behind(scene, share)
    for at, part in enumerate(counts):
        is_rest = _LEAVES.search(led_by(scene, part)) is not None
        is_told = _is_so(scene, part) or _is_so_many(scene, share, part)
        if not (is_told or (is_rest and at == 0 and _follows(scene, share, part))):
            continue
        wholes = counts[:at] or [s for s in scene.told_before(share, BACK) if is_count(s)]
        told = (Triple(part, s, share, 0.65, is_rest) for s in wholes)
        likely = [triple for triple in told if _may_be_worked_out(scene, triple)]
        yield from sorted(likely, key=lambda t: amount(t.whole), reverse=True)


def _counts_behind(scene: Scene, share: Statement) -> list[Statement]:
    """Return the counts soon behind a share, before another share is told."""
    number = scene.sentence_of(share)
    near = [*scene.of_sentence[number], *scene.in_next_sentence(number)]
    behind = (s for s in near if share.end <= s.start < share.end + NEAR)
    own = takewhile(lambda s: s.figure.kind not in {"percent", "fraction"}, behind)
    return [s for s in own if is_count(s)][:PAIR]


def _is_so(scene: Scene, part: Statement) -> bool:
    """Say whether words in front of a part say that it comes of what was told."""
    return SO.search(led_by(scene, part)) is not None


def _is_so_many(scene: Scene, share: Statement, part: Statement) -> bool:
    """Say whether a share and how many that are follow each other at once: 占45%，有2106人."""
    is_share = scene.before(share).endswith("占")
    return is_share and _THERE_ARE.fullmatch(scene.between(share, part)) is not None


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
