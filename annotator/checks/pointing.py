"""Numbers that point back to one told before and are another one: 240 guards, those 190."""

import re
from collections.abc import Iterator
from decimal import Decimal

from annotator.checks.changes import change_of, is_base, is_source
from annotator.checks.periods import are_apart
from annotator.checks.qualifiers import differ_in_qualifiers, is_hearsay, one_is_a_part
from annotator.checks.repeats import different, same_number
from annotator.checks.rounding import ZERO, significant_digits, value_of
from annotator.checks.scene import Scene
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
_MOREOVER = re.compile(r"\A(?:还有|另外|此外)\s")
_TOPIC = re.compile(f"[{HAN}]{{1,4}}[，,]")
_ALL = re.compile(r"全[省市县区国港台部]|所有|一共|总共|共有?\Z")
_SKIPPED = frozenset({"date", "time", "ordinal", "duration", "range", "ratio", "multiple"})
_PEOPLE = {"person", "item"}
FURTHEST_TWIN = Decimal(2)
DIGITS, FURTHEST, HEARD, RIVAL = 2, Decimal("1.6"), 60, 0.85
SHARED, SHARED_BY_THE = 2.0, 5.0
"""How much what the settings of two numbers share must weigh."""


def pointing(scene: Scene) -> Iterator[Check]:
    """Yield numbers that take up one told before, with the number that they are not."""
    for told in scene.statements:
        least = _least(scene, told) if _may_point(scene, told) else None
        if least is not None and (meant := _meant(scene, told, least)):
            yield different(meant, told, Verdict.CONFLICT, 0.7)


def _least(scene: Scene, told: Statement) -> float | None:
    """Return how much the words around a number must share with those around what it points to.

    None for a number that points to nothing.
    """
    before = scene.before(told)
    if _THOSE.search(before):
        return SHARED
    if _DONE.search(before):
        return SHARED
    if _THE.search(before):
        return SHARED_BY_THE
    return 0.0 if not before.strip() and _TOPIC.match(scene.after(told)) else None


def _may_point(scene: Scene, told: Statement) -> bool:
    value = value_of(told)
    if not value or value < 0 or told.figure.kind in _SKIPPED:
        return False
    return significant_digits(value) >= DIGITS and _is_level(scene, told)


def _meant(scene: Scene, told: Statement, least: float) -> Statement | None:
    """Return the one number in front that a number takes up, if it is another one."""
    like = scene.of_unit(told)
    if not like or told.figure.unit == "item":
        like = [*like, *scene.naming(scene.subject(told), told)]
    known = [s for s in like if s.end <= told.start and _is_like(s, told)]
    if not known or any(same_number(s, told) for s in known):
        return None
    scaled = [s for s in known if _is_of_other_scale(s, told)]
    if scaled:
        return scaled[-1] if scene.sentence_of(scaled[-1]) != scene.sentence_of(told) else None
    fitting = [s for s in known if _may_be_meant(scene, s, told, is_bare=not least)]
    twins = [s for s in fitting if _have_one_set_of_digits(s, told)]
    named = [s for s in fitting if _named(scene, s, told)]
    if not named and not _THOSE.search(scene.before(told)) and _DONE.search(scene.before(told)):
        return None
    fitting = twins or named or fitting
    worth = {id(s): scene.shared_setting(s, told) + _named(scene, s, told) for s in fitting}
    ranked = sorted(fitting, key=lambda s: worth[id(s)], reverse=True)
    if not ranked or worth[id(ranked[0])] < least:
        return None
    rivals = [s for s in ranked[1:] if worth[id(s)] >= RIVAL * worth[id(ranked[0])]]
    return None if any(s.figure.low != ranked[0].figure.low for s in rivals) else ranked[0]


def _named(scene: Scene, statement: Statement, told: Statement) -> float:
    """Return what it is worth that the Chinese word beside one number is said of the other too."""
    done, noun = _DONE.search(scene.before(told)), _NOUN.match(scene.after(told))
    word = done["verb"] if done else noun.group() if noun else ""
    return SHARED if word and word in scene.subject(statement) else 0.0


def _is_of_other_scale(first: Statement, second: Statement) -> bool:
    """Say whether two numbers are one with another magnitude: million for billion."""
    if first.figure.low != first.figure.high or not Decimal(first.figure.low):
        return False
    digits = [Decimal(s.figure.low).normalize().as_tuple().digits for s in (first, second)]
    return digits[0] == digits[1] and is_scaled(first, second)


def _have_one_set_of_digits(first: Statement, second: Statement) -> bool:
    return sorted(first.figure.low) == sorted(second.figure.low)


def _is_like(statement: Statement, told: Statement) -> bool:
    one, other = statement.figure, told.figure
    is_unit = one.unit == other.unit or {one.unit, other.unit} == _PEOPLE
    return one.kind == other.kind and is_unit and bool(one.low)


def _may_be_meant(scene: Scene, statement: Statement, told: Statement, *, is_bare: bool) -> bool:
    """Say whether a number in front may be the one that is taken up, of one group and time."""
    low, high = sorted((value_of(statement) or ZERO, value_of(told) or ZERO))
    is_twin = _have_one_set_of_digits(statement, told)
    if not 0 < low < high <= low * (FURTHEST_TWIN if is_twin else FURTHEST):
        return False
    if not _is_level(scene, statement) or scene.sentence_of(statement) == scene.sentence_of(told):
        return False
    if _is_of_others(scene, statement, told, is_twin=is_twin):
        return False
    if not is_bare:
        return True
    is_all = _ALL.search(scene.subject(statement)) is not None
    return (
        _named(scene, statement, told) > 0
        if is_twin
        else (is_all and scene.have_same_noun(statement, told))
    )


def _is_of_others(scene: Scene, statement: Statement, told: Statement, *, is_twin: bool) -> bool:
    """Say whether two numbers are of different groups or times."""
    subjects = [_MOREOVER.sub("", scene.subject(s)) for s in (statement, told)]
    if differ_in_qualifiers(*subjects) or (one_is_a_part(*subjects) and not is_twin):
        return True
    is_past = "last" in scene.times_of(statement) and "last" not in scene.times_of(told)
    return is_past or are_apart(scene.dated_clause(statement), scene.dated_clause(told))


def _is_level(scene: Scene, statement: Statement) -> bool:
    """Say whether a number stands for itself: no range, no change and nobody else's claim."""
    if statement.figure.low != statement.figure.high or change_of(scene, statement) is not None:
        return False
    is_start = is_base(scene, statement) or is_source(scene, statement)
    return not is_start and not is_hearsay(scene.before(statement, HEARD))
