"""A number, how far it goes up or down, and what it comes to: 120, up 5 %, reaching 126."""

import re
from collections.abc import Iterator
from decimal import Decimal

from annotator.checks.changes import DOWN, UP, change_of
from annotator.checks.growth import Pair, check, is_raised_to
from annotator.checks.levels import is_comparable
from annotator.checks.rounding import ZERO, value_of
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
    known = (p for p in known if is_comparable(scene, *p))
    return [c for goal, level in known if (c := check(scene, Pair(goal, level), change))]


def _come_to(scene: Scene, change: Statement, level: Statement) -> Iterator[Check]:
    """B. Up R, to A: the base is the number in front; of several only one that fits."""
    number = scene.sentence_of(change)
    back = [n for n in range(number - BACK, number) if _leads_to(scene, n, number)]
    near = (s for n in (number, *reversed(back)) for s in scene.of_sentence.get(n, []))
    first = min(change.start, level.start)
    known = [s for s in near if s.end <= first and is_comparable(scene, s, level)]
    found = [c for s in known if (c := check(scene, Pair(s, level), change))]
    right = [c for c in found if c.verdict is Verdict.CONSISTENT]
    if right or not known:
        yield from right
        return
    base = known[0] if len(known) == 1 else _of_its_size(known, level)
    told = check(scene, Pair(base, level), change)
    if told and _goes_on(scene, base, change, level):
        yield told


def _leads_to(scene: Scene, sentence: int, number: int) -> bool:
    """Say whether a sentence stands in the same paragraph, or right before the one it starts."""
    if not 0 <= sentence < number or scene.are_in_one_paragraph(sentence, number):
        return sentence >= 0
    is_first = not scene.are_in_one_paragraph(number - 1, number)
    return is_first and scene.are_in_one_paragraph(sentence, number - 1)


def _of_its_size(known: list[Statement], level: Statement) -> Statement:
    """Return the number that differs least from a level."""
    number = value_of(level) or ZERO
    return min(known, key=lambda s: abs((value_of(s) or ZERO) - number))


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
    here = [s for s in scene.near(step) if s.end <= step.start and s.figure.low]
    bases = [s for s in here if is_comparable(scene, s, s)]
    if len(here) != 1 or not bases or not is_past(scene, bases[0]):
        return
    if not _are_alike(bases[0], step):
        return
    made = (value_of(bases[0]) or ZERO) + _signed(scene, step)
    levels = [
        s
        for s in scene.of_unit(bases[0])
        if s is not bases[0]
        and abs((value_of(s) or ZERO) - made) <= abs(made) * NEAR
        and is_comparable(scene, s, bases[0])
        and not is_past(scene, s)
        and scene.have_same_noun(s, bases[0], BACK)
    ]
    found = [c for s in levels if (c := check(scene, Pair(bases[0], s), step))]
    right = [c for c in found if c.verdict is Verdict.CONSISTENT]
    yield from right[:1] or (found if len(found) == 1 else [])


def _are_alike(base: Statement, step: Statement) -> bool:
    return base.figure.unit == step.figure.unit and base.figure.kind == step.figure.kind


def _signed(scene: Scene, step: Statement) -> Decimal:
    told = change_of(scene, step)
    return (value_of(step) or ZERO) * (told.sign if told else 1)
