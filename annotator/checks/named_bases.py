"""A step or a multiple told against a number that is called by its name: A, S above N; N is B."""

import re
from collections.abc import Iterator, Sequence

from annotator.checks.changes import change_of, is_change
from annotator.checks.growth import check
from annotator.checks.levels import is_comparable
from annotator.checks.pairs import Pair
from annotator.checks.periods import periods_in
from annotator.checks.scene import Scene
from annotator.checks.statement import Check, Statement
from annotator.checks.words import HAN

_STEP = re.compile(
    rf"(?P<noun>[{HAN}]{{3,8}}?)(?:又|共|再|将|会)?净?"
    r"(?:增加|提高|增长|减少|下降|降低|多|少)了?[约近]?\Z"
)
_TIMES_NAMED = re.compile(
    rf"(?:\A|[，,；;：:])(?P<noun>[{HAN}]{{2,8}})[是为](?P<base>[{HAN}]{{2,8}})的[约近]?\Z"
)
_TIMES_ANOTHER = re.compile(rf"(?:相当于|等于)(?P<base>[{HAN}]{{2,8}})的[约近]?\Z")
_THAN_NAMED = re.compile(
    rf"比(?P<noun>[{HAN}]{{2,6}}?)(?:的)?(?:又|还|再)?(?:增加|减少|多|少|高出?|低)了?[约近]?\Z"
)
_ABOVE = re.compile(rf"(?:超过?|高于|高出|低于)(?P<noun>[{HAN}]{{3,8}})\Z")
_SHARES = frozenset({"percent", "fraction"})
NEAR, CLOSE, CLAUSE = 60, 20, 24
BACK, FURTHER, SAME_NOUN, SHORTEST, PAIR = 2, 4, 3, 2, 2


def named_bases(scene: Scene, step: Statement) -> Iterator[Check]:
    """Yield what comes of a step, or a multiple, and the number that its words name."""
    if change_of(scene, step) is not None and not is_change(scene, step):
        yield from _step_of_noun(scene, step)
    yield from _above_noun(scene, step)
    if step.figure.kind == "multiple":
        yield from _times_named(scene, step)
        yield from _times_another(scene, step)
    yield from _than_named(scene, step)


def _step_of_noun(scene: Scene, step: Statement) -> Iterator[Check]:
    """N is A this year and B last year, so that N has grown by S."""
    named = _STEP.search(scene.before(step, CLOSE))
    if named is None:
        return
    noun = named["noun"][-SAME_NOUN:]
    like = [s for s in _told_from(scene, step, BACK) if s.figure.unit == step.figure.unit]
    known = [s for s in like if s.end <= step.start and scene.noun_before(s).endswith(noun)]
    years = [periods_in(scene.clause(s)).get("year") for s in known]
    if len(known) == PAIR and (years[0] is None or years[0] != years[1]):
        ways = (Pair(*known), Pair(*reversed(known)))
        yield from [*filter(None, (check(scene, pair, step) for pair in ways))][:1]


def _above_noun(scene: Scene, step: Statement) -> Iterator[Check]:
    """A, S above N; N is B."""
    named = _ABOVE.search(scene.before(step, CLOSE))
    if named is None:
        return
    number = scene.sentence_of(step)
    here = [*scene.of_sentence[number], *scene.in_next_sentence(number)]
    like = [s for s in here if s.figure.unit == step.figure.unit]
    levels = [s for s in like if s.end <= step.start][-1:]
    bases = [s for s in like if s.start >= step.end][:1]
    for level, base in zip(levels, bases, strict=False):
        if scene.noun_before(base).endswith(named["noun"][-SAME_NOUN:]):
            yield from filter(None, [check(scene, Pair(base, level), step)])


def _than_named(scene: Scene, step: Statement) -> Iterator[Check]:
    """N is B; M is A, S more than N: 第一期138亿元，第二期164亿元，比第一期多26亿元."""
    named = _THAN_NAMED.search(scene.before(step, CLAUSE))
    if named is None or periods_in(named["noun"]):
        return
    before = [s for s in _told_from(scene, step, FURTHER) if s.end <= step.start]
    known = [s for s in before if _may_lie_between(step, s)]
    bases = [s for s in known if named["noun"] in _words_before(scene, s)]
    levels = [s for s in known if s not in bases and change_of(scene, s) is None]
    if bases and levels and is_comparable(scene, bases[-1], levels[-1]):
        yield from filter(None, [check(scene, Pair(bases[-1], levels[-1]), step)])


def _may_lie_between(step: Statement, level: Statement) -> bool:
    """Say whether a step may be from a level: of its unit, or in percent of it."""
    if step.figure.kind in _SHARES:
        return level.figure.kind in {"money", "cardinal"}
    return level.figure.unit == step.figure.unit


def _times_named(scene: Scene, times: Statement) -> Iterator[Check]:
    """N is A, M is B; N是M的几倍. What both are may be told behind it too."""
    named = _TIMES_NAMED.search(scene.before(times, CLAUSE))
    if named is None:
        return
    here = _told_from(scene, times, BACK)
    before, behind = (
        [s for s in here if s.end <= times.start],
        [s for s in here if s.start >= times.end],
    )
    for known in (before, behind):
        level, base = (_last_called(scene, known, named[name]) for name in ("noun", "base"))
        if level and base and level is not base and is_comparable(scene, level, base):
            yield from filter(None, [check(scene, Pair(base, level), times)])


def _last_called(scene: Scene, known: Sequence[Statement], name: str) -> Statement | None:
    """Return the last of some numbers that is told of a name, if any is."""
    return next((s for s in reversed(known) if _is_called(scene, s, name)), None)


def _is_called(scene: Scene, statement: Statement, name: str) -> bool:
    """Say whether a number is told of a name, or of a part of it alone: 假日8万 for 假日运量."""
    words = _words_before(scene, statement).strip("，, ")
    return name in words or (len(words) >= SHORTEST and words in name)


def _times_another(scene: Scene, times: Statement) -> Iterator[Check]:
    """A, 相当于N的几倍; N is told somewhere in front."""
    named = _TIMES_ANOTHER.search(scene.before(times, CLAUSE))
    levels = [s for s in scene.near(times, NEAR) if s.end <= times.start and s.figure.low][-1:]
    if named is None or not levels:
        return
    known = [s for s in scene.naming(named["base"], times) if s.end <= levels[0].start]
    called = [s for s in known if named["base"] in _words_before(scene, s)]
    for base in [s for s in called if is_comparable(scene, levels[0], s)][-1:]:
        yield from filter(None, [check(scene, Pair(base, levels[0]), times)])


def _told_from(scene: Scene, step: Statement, back: int) -> list[Statement]:
    """Return the other numbers of a step's sentence, and of so many in front of it."""
    number = scene.sentence_of(step)
    numbers = range(number - back, number + 1)
    known = [s for n in numbers for s in scene.of_sentence.get(n, [])]
    return [s for s in known if s is not step and s.figure.low]


def _words_before(scene: Scene, statement: Statement) -> str:
    """Return the words of a number's clause in front of it."""
    return scene.subject(statement).partition("|")[0]
