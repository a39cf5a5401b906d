"""Numbers that point back to one told before and are another one: 240 guards, those 190."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from annotator.checks.changes import change_of, is_base, is_source
from annotator.checks.distinct import is_said_of_a_part
from annotator.checks.periods import are_apart
from annotator.checks.qualifiers import (
    are_halves,
    differ_in_places,
    differ_in_qualifiers,
    is_hearsay,
    one_is_a_part,
)
from annotator.checks.repeats import different
from annotator.checks.rounding import ZERO, same_number, significant_digits, value_of
from annotator.checks.scene import REACH, Scene
from annotator.checks.slips import is_scaled
from annotator.checks.statement import Check, Statement, Verdict
from annotator.checks.words import HAN

_THOSE = re.compile(
    r"\b(?:those|these|all|that|this)\s+\Z|(?:[这那]些?|上述|(?:刚才|前面)[说讲提][^，。；]{0,4}的)\Z",
    re.IGNORECASE,
)
_THE = re.compile(
    r"(?<!than )(?<!of )(?<!above )(?<!below )(?<!double )(?<!triple )(?<!twice )(?<!versus )"
    r"(?<!from )(?<!against )(?<!with )(?<!over )(?<!under )(?<!beat )\bthe\s+\Z",
    re.IGNORECASE,
)
_NOUN = re.compile(f"[{HAN}]{{2}}")
_DONE = re.compile(f"我们[^，。；]{{0,4}}(?P<verb>[{HAN}]{{2}})的\\Z")
_CLAUSE = re.compile("[，,;；。]")
_MOREOVER = re.compile(r"\A(?:还有|另外|此外)\s")
_AS_SAID = re.compile(
    r"\bas (?:I|we)(?:[’']ve)? (?:just |already )?(?:said|mentioned|noted|told you)\b"
    r"|\b(?:I|we) (?:just )?(?:mentioned|said) (?:earlier|before)\b"
    r"|如前所述|(?:刚才|刚刚|前面|开头)(?:也|就|已经)?(?:说|讲|提|介绍|通报)(?:到|过|了)",
    re.IGNORECASE,
)
_AS_I_SAID = re.compile(
    r"\bas (?:I|we)(?:[’']ve)? (?:just |already )?(?:said|mentioned|noted|told you)\b"
    r"|(?:刚才|刚刚|前面|开头)(?:也|就|已经)?(?:说|讲|提|介绍|通报)过?了?[，。；]",
    re.IGNORECASE,
)
_SOME_OF_THE = re.compile(
    r"(?:[0-9]|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|[a-z]+ty"
    r"|[a-z]+ty-[a-z]+)) of (?:the|our|those|these)\s+\Z",
    re.IGNORECASE,
)
_OF_THEM = re.compile(r"\s+of (?:the|our|those|them|these)\b", re.IGNORECASE)
_IS_RATE = re.compile(
    r"(?:增速|[增成]长率|下降率)[约近为是达]*\Z|\bgrowth (?:rate )?(?:was|is|of)\s+\Z"
)
_GENERAL = frozenset(
    {"year", "month", "week", "season", "time", "day", "term", "quarter", "many", "last", "people"}
)
_BECOMES = re.compile("[增升降减涨跌加]到[约近]?\\Z")
_HOW_MANY = re.compile(
    r"\bhow (?:many|much|big|large)\b|多少|几[个名位辆所家件起例次]", re.IGNORECASE
)
_TOPIC = re.compile(f"[{HAN}]{{1,4}}[，,]")
_ALL = re.compile(r"全[省市县区国港台部]|所有|一共|总共|共有?\Z")
_SKIPPED = frozenset({"date", "time", "ordinal", "duration", "range", "ratio", "multiple"})
_PEOPLE = {"person", "item"}
FURTHEST_TWIN = Decimal(4)
DIGITS, FURTHEST, HEARD, RIVAL, NOUN = 2, Decimal("1.6"), 60, 0.85, 24
SHARED, SHARED_BY_THE = 2.0, 5.0
"""How much what the settings of two numbers share must weigh."""


@dataclass(frozen=True, slots=True)
class _Pointer:
    """How a number points back: what the words around must share, and whether by its noun."""

    least: float
    by_noun: bool = False


def pointing(scene: Scene) -> Iterator[Check]:
    """Yield numbers that take up one told before, with the number that they are not."""
    for told in scene.statements:
        pointers = _pointers(scene, told) if _may_point(scene, told) else ()
        found = (_meant(scene, told, pointer) for pointer in pointers)
        meant = next(filter(None, found), None)
        if meant is not None and not _is_corrected(scene, meant, told):
            yield different(meant, told, Verdict.CONFLICT, 0.7)


def _points_by_noun(scene: Scene, told: Statement) -> bool:
    """Say whether a number takes up what was done, a whole of something, or what is asked for."""
    before = scene.before(told)
    if _DONE.search(before) or _SOME_OF_THE.search(before):
        return True
    is_part = _OF_THEM.match(scene.after(told, NOUN)) is not None
    return not is_part and bool(_asked_for(scene, told))


def _is_corrected(scene: Scene, meant: Statement, told: Statement) -> bool:
    """Say whether the number that is meant stands in the same sentence as another one for it."""
    return any(s is not told and same_number(s, meant) for s in scene.near(told))


def _pointers(scene: Scene, told: Statement) -> Iterator[_Pointer]:
    """Yield how a number points to one told before, the clearest way first."""
    before = scene.before(told)
    if _THOSE.search(before):
        yield _Pointer(SHARED)
        return
    if _THE.search(before):
        yield _Pointer(SHARED_BY_THE)
        return
    if _points_by_noun(scene, told):
        yield _Pointer(SHARED, by_noun=True)
    if _is_as_said(scene, told):
        yield _Pointer(SHARED)
    if not before.strip() and _TOPIC.match(scene.after(told)):
        yield _Pointer(0.0)


def _is_as_said(scene: Scene, told: Statement) -> bool:
    """Say whether words in a number's own clause, or right behind it, say that it is told again."""
    behind = scene.after(told, HEARD)
    near = [s for s in scene.near(told, HEARD) if s.start >= told.end][:1]
    behind = behind[: near[0].start - told.end] if near else behind
    in_front = _CLAUSE.split(scene.before(told, HEARD))[-1]
    return _AS_SAID.search(in_front) is not None or _AS_I_SAID.search(behind) is not None


def _asked_for(scene: Scene, told: Statement) -> frozenset[str]:
    """Return the words of a question right in front of a number that say what it is the number of.

    They are those that the answer says too, or those of the thing itself where it says nothing.
    """
    asked = scene.asked(told)
    found = _HOW_MANY.search(asked)
    if not asked or "next" in scene.times_of(told) or _BECOMES.search(scene.before(told)):
        return frozenset()
    own, words = scene.topic(told), frozenset(scene.words_of(asked)) - _GENERAL
    if found is None:
        return words if own else frozenset()
    if own or told.figure.kind == "money":
        return words & own
    told_of = (word for word in scene.words_of(asked[found.end() :]) if word not in _GENERAL)
    return frozenset(list(told_of)[:1])


def _may_point(scene: Scene, told: Statement) -> bool:
    value = value_of(told)
    if not value or value < 0 or told.figure.kind in _SKIPPED:
        return False
    return significant_digits(value) >= DIGITS and _is_level(scene, told)


def _meant(scene: Scene, told: Statement, pointer: _Pointer) -> Statement | None:
    """Return the one number in front that a number takes up, if it is another one."""
    known = _known_before(scene, told, by_noun=pointer.by_noun)
    if any(same_number(s, told) for s in known):
        return None
    scaled = [s for s in known if _is_of_other_scale(s, told)]
    if scaled and not pointer.by_noun:
        return scaled[-1] if scene.sentence_of(scaled[-1]) != scene.sentence_of(told) else None
    return _worthiest(scene, told, _fitting(scene, told, known, pointer), pointer.least)


def _fitting(
    scene: Scene, told: Statement, known: Sequence[Statement], pointer: _Pointer
) -> Sequence[Statement]:
    """Return which numbers may be meant: those of the same digits, else those of the same noun."""
    is_bare = not pointer.least
    fitting = [s for s in known if _may_be_meant(scene, s, told, is_bare=is_bare)]
    named = [s for s in fitting if _named(scene, s, told)]
    if pointer.by_noun and not named:
        return ()
    twins = [s for s in fitting if _have_one_set_of_digits(s, told)]
    return twins or named or fitting


def _known_before(scene: Scene, told: Statement, *, by_noun: bool) -> list[Statement]:
    """Return the numbers in front of one that are of its kind and unit, or of its noun."""
    like = scene.of_unit(told)
    is_bare = by_noun and not told.figure.unit
    if not like or told.figure.unit == "item":
        words = scene.asked(told) if is_bare else scene.subject(told)
        like = [*like, *scene.naming(words, told)]
    return [s for s in like if s.end <= told.start and _is_like(s, told, is_bare=is_bare)]


def _worthiest(
    scene: Scene, told: Statement, fitting: Sequence[Statement], least: float
) -> Statement | None:
    """Return the number that has most in common with one, unless another one has as much."""
    worth = {id(s): scene.shared_setting(s, told) + _named(scene, s, told) for s in fitting}
    ranked = sorted(fitting, key=lambda s: worth[id(s)], reverse=True)
    if not ranked or worth[id(ranked[0])] < least:
        return None
    rivals = [s for s in ranked[1:] if worth[id(s)] >= RIVAL * worth[id(ranked[0])]]
    return None if any(s.figure.low != ranked[0].figure.low for s in rivals) else ranked[0]


def _named(scene: Scene, statement: Statement, told: Statement) -> float:
    """Return what it is worth that the word beside one number is said of the other too."""
    is_done = _DONE.search(scene.before(told)) is not None
    asked = frozenset() if is_done else _asked_for(scene, told)
    is_open = bool(asked) and _HOW_MANY.search(scene.asked(told)) is None
    word = _word_beside(scene, told)
    if word and word in scene.subject(statement) and not is_open:
        return SHARED
    if not is_done and _SOME_OF_THE.search(scene.before(told)):
        return scene.weight(scene.words_beside(told) & scene.words_beside(statement))
    if is_open:
        return _worth_of_answer(scene, statement, told, asked)
    return _worth_of_asked(scene, statement, told, asked)


def _word_beside(scene: Scene, told: Statement) -> str:
    """Return the word that a number is named by: what was done, 我们抽查的, or its Chinese noun."""
    if done := _DONE.search(scene.before(told)):
        return done["verb"]
    noun = _NOUN.match(scene.after(told))
    return noun.group() if noun else ""


def _worth_of_asked(
    scene: Scene, statement: Statement, told: Statement, asked: frozenset[str]
) -> float:
    """Return what it is worth that a number is told with half the words of "how many" or more."""
    is_bare = not scene.topic(told) and not told.figure.unit
    shared = asked & _words_of(scene, statement, is_behind=is_bare)
    return scene.weight(shared) if len(shared) * 2 >= len(asked) else 0.0


def _worth_of_answer(
    scene: Scene, statement: Statement, told: Statement, asked: frozenset[str]
) -> float:
    """Return what it is worth that a number is told in the words of a question and its answer."""
    topic = scene.topic(statement)
    shares = [scene.weight(words & topic) for words in (asked, scene.topic(told))]
    return sum(shares) if min(shares) >= SHARED else 0.0


def _words_of(scene: Scene, statement: Statement, *, is_behind: bool) -> frozenset[str]:
    """Return what the clause of a number says, or only what stands right behind it."""
    behind = scene.after(statement, NOUN)
    return frozenset(scene.words_of(behind)) if is_behind else scene.topic(statement)


def _is_of_other_scale(first: Statement, second: Statement) -> bool:
    """Say whether two numbers are one with another magnitude: million for billion."""
    if first.figure.low != first.figure.high or not Decimal(first.figure.low):
        return False
    digits = [Decimal(s.figure.low).normalize().as_tuple().digits for s in (first, second)]
    return digits[0] == digits[1] and is_scaled(first, second)


def _have_one_set_of_digits(first: Statement, second: Statement) -> bool:
    return sorted(first.figure.low) == sorted(second.figure.low)


def _is_like(statement: Statement, told: Statement, *, is_bare: bool) -> bool:
    one, other = statement.figure, told.figure
    is_unit = is_bare or one.unit == other.unit or {one.unit, other.unit} == _PEOPLE
    return one.kind == other.kind and is_unit and bool(one.low)


def _may_be_meant(scene: Scene, statement: Statement, told: Statement, *, is_bare: bool) -> bool:
    """Say whether a number in front may be the one that is taken up, of one group and time."""
    is_twin = _have_one_set_of_digits(statement, told)
    if not _are_of_one_size(statement, told, FURTHEST_TWIN if is_twin else FURTHEST):
        return False
    if not _is_level(scene, statement) or scene.sentence_of(statement) == scene.sentence_of(told):
        return False
    if _is_of_others(scene, statement, told, is_twin=is_twin):
        return False
    return not is_bare or _is_named_whole(scene, statement, told, is_twin=is_twin)


def _are_of_one_size(first: Statement, second: Statement, furthest: Decimal) -> bool:
    """Say whether two numbers differ, one being at most so many times the other."""
    low, high = sorted((value_of(first) or ZERO, value_of(second) or ZERO))
    return 0 < low < high <= low * furthest


def _is_named_whole(scene: Scene, statement: Statement, told: Statement, *, is_twin: bool) -> bool:
    """Say whether a number is called what one is that has nothing but its noun: 全市共240名."""
    if is_twin:
        return _named(scene, statement, told) > 0
    is_all = _ALL.search(scene.subject(statement)) is not None
    return is_all and scene.have_same_noun(statement, told)


def _is_of_others(scene: Scene, statement: Statement, told: Statement, *, is_twin: bool) -> bool:
    """Say whether two numbers are of different groups or times."""
    subjects = [_MOREOVER.sub("", scene.subject(s)) for s in (statement, told)]
    if differ_in_qualifiers(*subjects) or are_halves(*subjects):
        return True
    if one_is_a_part(*subjects) and not is_twin:
        return True
    places = (scene.before(s, REACH) for s in (statement, told))
    if is_said_of_a_part(scene, statement, told) or differ_in_places(*places):
        return True
    return _is_of_another_time(scene, statement, told)


def _is_of_another_time(scene: Scene, statement: Statement, told: Statement) -> bool:
    """Say whether a number is of last year alone, or an answer is, or both name different times."""
    is_past, is_told_past = ("last" in scene.times_of(s) for s in (statement, told))
    if is_past != is_told_past and (is_past or scene.asked(told)):
        return True
    return are_apart(scene.dated_clause(statement), scene.dated_clause(told))


def _is_level(scene: Scene, statement: Statement) -> bool:
    """Say whether a number stands for itself: no range, no change and nobody else's claim."""
    is_change = change_of(scene, statement) is not None
    is_rate = is_change and _IS_RATE.search(scene.before(statement)) is not None
    if statement.figure.low != statement.figure.high or (is_change and not is_rate):
        return False
    is_start = is_base(scene, statement) or is_source(scene, statement)
    return not is_start and not is_hearsay(scene.before(statement, HEARD))
