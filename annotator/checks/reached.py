"""A number, how far it goes up or down, and what it comes to: 120, up 5 %, reaching 126."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from annotator.checks.amounts import amount
from annotator.checks.changes import DOWN, UP, change_of
from annotator.checks.growth import check
from annotator.checks.levels import is_comparable
from annotator.checks.pairs import Pair, is_raised_to
from annotator.checks.scene import Scene
from annotator.checks.statement import Check, Statement, Verdict
from annotator.checks.then import is_past

_COMES_TO = re.compile(
    r"(?:达到?|至|到|变成|变为|调为|突破)了?[约近]?\Z"
    r"|\b(?:to|reach(?:es|ed|ing)?|hit(?:s|ting)?|mak(?:es|ing)(?: it| that)?)"
    r"\s+(?:about |around |just |nearly |over )?\Z"
    r"|\b(?:it|that|this)(?:[’']d|[’']ll| will| would)(?: then)? be\s+(?:at )?(?:about )?\Z",
    re.IGNORECASE,
)
_TAKES_UP = re.compile(r"\b(?:it|that|this|which|them|they)\b|[它其该]|这[一个项]", re.IGNORECASE)
_CLAUSE = re.compile("[，,。；;]")
_NO_NOUN = re.compile(
    rf"{UP}|{DOWN}|同比|环比|预计|计划|目标|明年|今年|[约近将会再又比]|到20[0-9]{{2}}年",
    re.IGNORECASE,
)
_TARGET = re.compile(
    r"(?:预定|原定|计划|目标|应达)[^，。；0-9]{0,8}[是为]?\Z"
    r"|\b(?:plan|target|goal|schedule|budget)\w*\b[^,.;0-9]{0,16}\Z",
    re.IGNORECASE,
)
BACK, CLOSE = 2, 48
"""So many sentences back what grows may stand, and so near the change what it comes to."""
NEAR = Decimal("0.15")
"""What differs by more of itself from what a step makes of a number is of something else."""


def reached(scene: Scene) -> Iterator[Check]:
    """Yield numbers with their change and what they come to; then steps whose end is elsewhere."""
    for change in scene.statements:
        told = change_of(scene, change)
        if told is None or not told.sign or not change.figure.low:
            continue
        level = _level_of(scene, change)
        found = _off_target(scene, change) or list(
            _come_to(scene, change, level) if level else _ends_elsewhere(scene, change)
        )
        yield from sorted(found, key=lambda c: c.verdict is not Verdict.CONSISTENT)[:1]


def _level_of(scene: Scene, change: Statement) -> Statement | None:
    """Return the figure right behind a change, or in front of it, that is what comes of it."""
    near = scene.near(change, CLOSE)
    behind = [s for s in near if s.start >= change.end][:1]
    if behind and _COMES_TO.search(scene.before(behind[0])):
        return behind[0]
    before = [s for s in near if s.end <= change.start][-1:]
    return next((s for s in before if is_raised_to(scene, s)), None)


def _off_target(scene: Scene, change: Statement) -> list[Check]:
    """A, S behind; the target is B: what is held against each other are A and B."""
    near = [s for s in scene.near(change) if s is not change and s.figure.low]
    levels = [s for s in near if s.end <= change.start][-1:]
    goals = [s for s in near if s.start >= change.end][:1]
    pairs = zip(goals, levels, strict=False)
    known = (p for p in pairs if _TARGET.search(scene.between(change, p[0])))
    return _held(scene, (Pair(*p) for p in known if is_comparable(scene, *p)), change)


def _come_to(scene: Scene, change: Statement, level: Statement) -> Iterator[Check]:
    """B. Up R, to A: the base is the number in front; of several only one that fits."""
    number = scene.sentence_of(change)
    back = [n for n in range(number - BACK, number) if _leads_to(scene, n, number)]
    near = (s for n in (number, *reversed(back)) for s in scene.of_sentence.get(n, []))
    first = min(change.start, level.start)
    known = [s for s in near if s.end <= first and is_comparable(scene, s, level)]
    right = _right(_held(scene, (Pair(s, level) for s in known), change))
    if right or not known:
        yield from right
        return
    base = _of_its_size(known, level)
    if _goes_on(scene, base, change, level):
        yield from _held(scene, [Pair(base, level)], change)


def _held(scene: Scene, pairs: Iterable[Pair], change: Statement) -> list[Check]:
    """Return what a change says of each pair of a base and a level, if it says anything."""
    return [c for pair in pairs if (c := check(scene, pair, change))]


def _right(found: Iterable[Check]) -> list[Check]:
    """Return the checks of numbers that fit."""
    return [c for c in found if c.verdict is Verdict.CONSISTENT]


def _leads_to(scene: Scene, sentence: int, number: int) -> bool:
    """Say whether a sentence stands in the same paragraph, or right before the one it starts."""
    if not 0 <= sentence < number or scene.are_in_one_paragraph(sentence, number):
        return sentence >= 0
    is_first = not scene.are_in_one_paragraph(number - 1, number)
    return is_first and scene.are_in_one_paragraph(sentence, number - 1)


def _of_its_size(known: list[Statement], level: Statement) -> Statement:
    """Return the number that differs least from a level."""
    number = amount(level)
    return min(known, key=lambda s: abs(amount(s) - number))


def _goes_on(scene: Scene, base: Statement, change: Statement, level: Statement) -> bool:
    """Say whether the words of a change name nothing else than what the base counts."""
    number = scene.sentence_of(change)
    first = min(change.start, level.start)
    said = scene.text[max(base.end, scene.sentences[number][0]) : first]
    if _TAKES_UP.search(said + scene.between(change, level)):
        return True
    own = frozenset(scene.words_of(_NO_NOUN.sub("", _CLAUSE.split(said)[-1])))
    start = scene.sentences[scene.sentence_of(base)][0]
    behind = _CLAUSE.split(scene.after(base))[0]
    known = scene.words_of(f"{scene.text[start : base.start]}|{behind}")
    return not own or not own.isdisjoint(known)


def _ends_elsewhere(scene: Scene, step: Statement) -> Iterator[Check]:
    """Yesterday B, today S more; and elsewhere A: the level is the one nearest to B and S."""
    base = _past_base(scene, step)
    if base is None:
        return
    made = amount(base) + _signed(scene, step)
    near = (s for s in scene.of_unit(base) if abs(amount(s) - made) <= abs(made) * NEAR)
    levels = (s for s in near if _is_later_level(scene, s, base))
    found = _held(scene, (Pair(base, s) for s in levels), step)
    yield from _right(found)[:1] or (found if len(found) == 1 else [])


def _past_base(scene: Scene, step: Statement) -> Statement | None:
    """Return the only number in front of a step, if it is a level of the past: 昨日120宗."""
    here = [s for s in scene.near(step) if s.end <= step.start and s.figure.low]
    if len(here) != 1 or not _are_alike(here[0], step):
        return None
    base = here[0]
    return base if is_comparable(scene, base, base) and is_past(scene, base) else None


def _is_later_level(scene: Scene, level: Statement, base: Statement) -> bool:
    """Say whether a number counts, at another time, what a base of the past does."""
    return (
        level is not base
        and is_comparable(scene, level, base)
        and not is_past(scene, level)
        and scene.have_same_noun(level, base, BACK)
    )


def _are_alike(base: Statement, step: Statement) -> bool:
    """Say whether a level and a step have one kind and one unit."""
    return base.figure.unit == step.figure.unit and base.figure.kind == step.figure.kind


def _signed(scene: Scene, step: Statement) -> Decimal:
    """Return a step as what it adds; one down is less than 0."""
    told = change_of(scene, step)
    return amount(step) * (told.sign if told else 1)
