"""A share or a step appended to two numbers, of which nothing else is told: A, of B, a third.

Where no form of words tells what a share or a change is of, the two numbers right before it in
the sentence are what it is worked out from, unless two others near it make it.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from annotator.checks.amounts import amount
from annotator.checks.changes import DOWN, UP, change_of, is_change
from annotator.checks.compared import is_about
from annotator.checks.conclusions import led_by
from annotator.checks.growth import check as check_growth
from annotator.checks.levels import is_comparable
from annotator.checks.pairs import Pair
from annotator.checks.portion import Triple, have_same_unit, is_count
from annotator.checks.portion import check as check_share
from annotator.checks.rounding import value_of
from annotator.checks.scene import Scene
from annotator.checks.statement import Check, Statement, Verdict
from annotator.model.records import Passage

_APPENDED = re.compile(
    r"[^.;:!?]{0,60},\s+(?:(?!and\b|but\b|with\b|while\b|including\b|up\b|down\b)[a-z’']+\s+){0,4}\Z"
    rf"|[^。；：！？]{{0,24}}[，,](?:[即约占近就是达有超过多少了共]|也就是|大约|将近|接近|相当于|差不多|比[例重]|{UP}|{DOWN})*\Z",
    re.IGNORECASE,
)
_OF_OTHERS = re.compile(
    r"\s+(?:as (?:many|much|big|large|high)|again|of (?:us|you))\b", re.IGNORECASE
)
_OF = re.compile(r"\bof\b|[的占]", re.IGNORECASE)
_SHARES = frozenset({"percent", "fraction"})
KNOWN, PAIR, FEW, FARTHEST = 5, 2, 10, Decimal(3)


def appended(scene: Scene, held: Collection[Passage]) -> Iterator[Check]:
    """Yield what two numbers make of a share or a step right behind them.

    ``held`` are the passages of which other checks tell something; they are left out.
    """
    told_of = frozenset(held)
    for told in scene.statements:
        if told.passage not in told_of and _is_appended(scene, told):
            yield from _checks(scene, told)


def _is_appended(scene: Scene, told: Statement) -> bool:
    """Say whether nothing but a comma and a few words stand between a number and the one before."""
    is_other = _OF_OTHERS.match(scene.after(told)) is not None
    return not is_other and _APPENDED.fullmatch(led_by(scene, told)) is not None


def _checks(scene: Scene, told: Statement) -> Iterator[Check]:
    """Yield what the nearest two numbers in a sentence that may make one behind them make of it."""
    known = [s for s in scene.told_before(told, 1) if is_count(s)][-KNOWN:]
    found = [(pair, c) for pair in combinations(known, PAIR) if (c := _held(scene, pair, told))]
    if all(c.verdict is Verdict.CONFLICT for _pair, c in found):
        yield from [c for pair, c in found if _stand_together(scene, pair, told)][-1:]


def _stand_together(scene: Scene, pair: Sequence[Statement], told: Statement) -> bool:
    """Say whether two numbers stand in the sentence of a third, alone of their kind there."""
    first, last = pair
    number = scene.sentence_of(told)
    if scene.sentence_of(first) != number:
        return False
    here = [s for s in scene.of_sentence[number] if s.end <= told.start]
    is_parted = any(s.figure.kind in _SHARES for s in here if first.end <= s.start < last.start)
    like = [s for s in here if is_count(s) and amount(s) >= FEW and have_same_unit(s, last)]
    return not is_parted and len(like) <= PAIR


def _held(scene: Scene, pair: Sequence[Statement], told: Statement) -> Check | None:
    """Return what two numbers make of one behind them, as their share or the step between them."""
    first, second = pair
    if told.figure.kind in _SHARES and not is_change(scene, told):
        part, whole = sorted(pair, key=amount)
        is_told = _may_be_share(scene, part, whole)
        is_told = is_told and _is_near(part, whole, told)
        return check_share(Triple(part, whole, told, 0.6)) if is_told else None
    steps = Pair(first, second)
    if change_of(scene, told) is None or not is_comparable(scene, first, second):
        return None
    return check_growth(scene, steps, told) if is_about(steps, told) else None


def _may_be_share(scene: Scene, part: Statement, whole: Statement) -> bool:
    """Say whether a count may be a part of another: behind it, or in front and "of" it."""
    if not have_same_unit(part, whole) or change_of(scene, whole) is not None:
        return False
    is_behind = whole.start < part.start
    return is_behind or _OF.search(scene.between(part, whole)) is not None


def _is_near(part: Statement, whole: Statement, told: Statement) -> bool:
    """Say whether a part is about so much of a whole as a share tells."""
    share = (value_of(told) or Decimal(0)) / (100 if told.figure.kind == "percent" else 1)
    made = amount(whole) * share
    return 0 < made / FARTHEST <= amount(part) <= made * FARTHEST
