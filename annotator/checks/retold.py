"""One number told again in another paragraph, in words that little else in the text is told in.

Who goes on speaking tells of several things in the same words; who comes back to words of an
earlier paragraph, with a number that is the earlier one but for a slip, means the same thing.
"""

from decimal import Decimal

from annotator.checks.distinct import are_of_other_groups, are_of_other_times
from annotator.checks.parallel import are_parallel
from annotator.checks.qualifiers import one_is_a_part
from annotator.checks.rounding import value_of
from annotator.checks.scene import Scene
from annotator.checks.slips import may_be_code
from annotator.checks.statement import Statement

ALIKE, RARE, RARER = 0.3, 2.0, 4.0
"""How much of the shorter clause both must say; what that must weigh, and of counts below ten."""
FURTHEST, TEN = Decimal("1.7"), 10
_SKIPPED = frozenset({"percent", "fraction", "multiple", "ratio", "duration"})


def is_retold(scene: Scene, first: Statement, second: Statement) -> bool:
    """Say whether two amounts seem to be one that is told in two paragraphs, once with a slip."""
    if _SKIPPED.intersection((first.figure.kind, second.figure.kind)) or may_be_code(first):
        return False
    is_like = first.figure.comparator == second.figure.comparator
    if not is_like or not _are_one_but_for_a_slip(first, second):
        return False
    return _is_told_alike(scene, first, second) and not _are_of_others(scene, first, second)


def _is_told_alike(scene: Scene, first: Statement, second: Statement) -> bool:
    """Say whether two numbers of different paragraphs are told in like words, some of them rare."""
    numbers = sorted(map(scene.sentence_of, (first, second)))
    if scene.are_in_one_paragraph(*numbers) or scene.sameness(first, second) < ALIKE:
        return False
    is_small = all((value_of(s) or 0) < TEN for s in (first, second))
    return scene.weight(scene.topic(first) & scene.topic(second)) >= (RARER if is_small else RARE)


def _are_one_but_for_a_slip(first: Statement, second: Statement) -> bool:
    """Say whether two numbers near each other differ in one digit, or have two swapped."""
    low, high = sorted((value_of(first) or Decimal(0), value_of(second) or Decimal(0)))
    if not 0 < low < high <= low * FURTHEST:
        return False
    digits = ["".join(map(str, number.normalize().as_tuple().digits)) for number in (low, high)]
    length = max(map(len, digits))
    told = [some.ljust(length, "0") for some in digits]
    return (
        sorted(told[0]) == sorted(told[1]) or sum(a != b for a, b in zip(*told, strict=True)) == 1
    )


def _are_of_others(scene: Scene, first: Statement, second: Statement) -> bool:
    """Say whether two numbers are of other times or groups, or one is of a part."""
    subjects = [scene.subject(s).replace("其中", "") for s in (first, second)]
    if one_is_a_part(*subjects):
        return True
    if are_of_other_groups(scene, first, second) or are_of_other_times(scene, first, second):
        return True
    return are_parallel(scene, first, second)
