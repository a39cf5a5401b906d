"""The same quantity stated twice, whether the two statements agree or not."""

import re
from collections.abc import Iterator
from decimal import Decimal

from annotator.checks.candidates import pairs_of
from annotator.checks.changes import is_change
from annotator.checks.distinct import (
    are_of_other_groups,
    are_of_other_times,
    may_be_of_one_year,
    one_is_past,
)
from annotator.checks.nouns import NOUN_BEFORE
from annotator.checks.parallel import are_parallel, stand_beside_one
from annotator.checks.periods import differ_in_period, only_one_is_past
from annotator.checks.portion import percent_of
from annotator.checks.qualifiers import (
    is_hearsay,
    one_is_a_part,
)
from annotator.checks.rounding import (
    loose,
    same_number,
    side_of,
    significant_digits,
    stated,
    value_of,
)
from annotator.checks.scene import Scene
from annotator.checks.slips import is_one_phrase, is_slip, slips
from annotator.checks.statement import Check, CheckType, Statement, Verdict, check_of
from annotator.checks.words import last_nouns
from annotator.model.message import Message

APART = 24
"""Figures of a paragraph nearer than this, in code points, are parts of one statement."""
ENOUGH = {1: 0.34, 2: 0.24, 3: 0.1}
"""How alike the words around two figures must be, by the digits that their number has."""
FEW_ENOUGH = 0.05
"""How alike they must be where a number has more digits."""
SAME_THING, SURELY_SAME = 0.5, 0.65
"""How much of the shorter clause both must say to disagree, and to be in conflict."""
TELLING_DIGITS, TEN = 3, Decimal(10)
FEW, MANY = 3, 10
DIGITS_TO_DIFFER, SMALL, TWO = 2, 20, 2
LONG_NOUN, SLIPPED = 5, 0.8
"""How likely numbers of the same digits are meant for one thing."""
ENOUGH_IN_COMMON, MUCH_IN_COMMON, MOST_IN_COMMON = 3.0, 4.0, 8.0
"""What settings must share for a number of three digits to be told again."""
HEARD = 60
"""So far in front of a figure it may be said that others claim it."""
FURTHEST = Decimal("1.5")
"""Numbers further apart than this do not speak of the same thing."""
_BASE = re.compile(
    r"(?:\b(?:up|down|rose|fell|risen|fallen|grew|increased?|decreased?|went|go|gone|moved|climbed"
    r"|dropped)\b[^,.;]{0,24}\b(?:from|to)|\bfrom|compared (?:with|to)|\bversus|\bthan|\bafter"
    r"|(?:[从由自]|(?<![对百占])比(?![例重率]))[^，。；]{0,16}[的是]?)"
    r"\s*(?:a |the |about |around )?"
    r"(?:peak of |high of |low of )?\Z"
    r"|(?:增长|增加|上升|提高|提升|下降|减少|降低|增|减|升|降)[到至为]\Z",
    re.IGNORECASE,
)
_FILLER = re.compile("平均|全[国省市县区港台]|我们?|[这该本]|今年|去年|其中|目前|已经?|有|是|的\\Z")
_IS_RATE = re.compile(r"(?:[增降涨跌]幅|增速|增长率|下降率)[约近为是达]*\Z")
_OF_THEM = re.compile(r"\s+of (?:them|those|these)\b", re.IGNORECASE)
_OF_WHICH = re.compile(r"\s*(?:其中|of (?:these|those|them|which)\b)", re.IGNORECASE)


def repeats(scene: Scene) -> Iterator[Check]:
    """Yield pairs of statements that seem to speak of the same quantity."""
    wrong: set[int] = set()
    for first, second in slips(scene):
        if not (_tells(scene, first, second) or _tells(scene, second, first)):
            wrong |= {id(first), id(second)}
            yield different(first, second, Verdict.CONFLICT, SLIPPED)
    for first, second in pairs_of(scene):
        is_explained = wrong.intersection(map(id, (first, second)))
        if _are_of_one_statement(scene, first, second):
            continue
        if is_explained and not same_number(first, second):
            continue
        if check := compare(scene, first, second):
            yield check


def _are_of_one_statement(scene: Scene, first: Statement, second: Statement) -> bool:
    """Say whether two figures of a paragraph stand so near that they are parts of one statement."""
    is_near = second.start - first.end < APART
    return is_near and "\n" not in scene.between(first, second)


def held(scene: Scene, first: Statement, second: Statement) -> Check | None:
    """Return what two statements of different texts are to each other; None if nothing."""
    if not same_number(first, second) and is_slip(scene, first, second):
        alike = scene.likeness(first, second)
        fits = _fit_each_other(scene, first, second, alike)
        return different(first, second, Verdict.CONFLICT, SLIPPED) if fits else None
    return compare(scene, first, second)


def may_be_one(first: Statement, second: Statement) -> bool:
    """Say whether two numbers may be meant for one, whatever is said of them."""
    a, b = value_of(first), value_of(second)
    if a is None or b is None:
        return False
    return same_number(first, second) or _are_of_one_size(*sorted((a, b)))


def may_differ(first: Statement, second: Statement) -> bool:
    """Say whether two numbers are not the same but may be meant for one."""
    return may_be_one(first, second) and not same_number(first, second)


def compare(scene: Scene, first: Statement, second: Statement) -> Check | None:
    """Return a check if two statements seem to speak of the same quantity."""
    numbers = value_of(first), value_of(second)
    if numbers[0] is None or numbers[1] is None or side_of(first) * side_of(second) < 0:
        return None
    if same_number(first, second):
        return _agreeing(scene, first, second, numbers[0])
    return _disagreeing(scene, first, second, (numbers[0], numbers[1]))


def _agreeing(scene: Scene, first: Statement, second: Statement, value: Decimal) -> Check | None:
    alike = scene.likeness(first, second)
    is_rounded = (
        first.figure.low != second.figure.low and not side_of(first) and not side_of(second)
    )
    if is_rounded and not _fit_each_other(scene, first, second, alike):
        return None
    if alike < _enough(scene, first, second, value):
        return None
    if is_change(scene, first) or is_change(scene, second):
        return None
    told = {"first": first.text, "second": second.text}
    message = Message("Stated twice, and the same: “{first}” and “{second}”.", told)
    score = min(1.0, 0.5 + alike / 2)
    return check_of(CheckType.REPEAT, Verdict.CONSISTENT, (first, second), message, score)


def _enough(scene: Scene, first: Statement, second: Statement, value: Decimal) -> float:
    """Return how alike the words around two figures of one number must be."""
    if first.figure.low == second.figure.low and _tells_again(scene, first, second, value):
        return 0.0
    enough = ENOUGH.get(significant_digits(value), FEW_ENOUGH)
    if value <= FEW or (first.figure.kind == "duration" and value < MANY):
        enough = 0.45
    elif scene.have_same_noun(first, second):
        enough = min(enough, 0.25)
    return max(enough, 0.4) if side_of(first) != side_of(second) else enough


def _tells_again(scene: Scene, first: Statement, second: Statement, value: Decimal) -> bool:
    """Say whether a number has so many digits that it is hardly another one by chance.

    With fewer digits more of the words around both must be the same.
    """
    digits = significant_digits(value)
    if digits > TELLING_DIGITS:
        return True
    same_unit = first.figure.unit == second.figure.unit != ""
    if digits == TELLING_DIGITS:
        return same_unit or scene.shared_setting(first, second) >= ENOUGH_IN_COMMON
    if not same_unit or value <= FEW or first.figure.kind == "duration":
        return False
    shared = scene.shared_setting(first, second)
    is_named = scene.have_same_noun(first, second)
    return shared >= (MUCH_IN_COMMON if is_named else MOST_IN_COMMON) + digits % DIGITS_TO_DIFFER


def _disagreeing(
    scene: Scene, first: Statement, second: Statement, numbers: tuple[Decimal, Decimal]
) -> Check | None:
    """Return a check if two different numbers are given for what seems to be one thing."""
    if not _may_disagree(scene, first, second, numbers):
        return None
    same = scene.sameness(first, second)
    least = NOUN_BEFORE - (same >= SURELY_SAME)
    if same < SAME_THING or not scene.have_same_noun(first, second, least):
        return None
    if _are_of_others(scene, first, second, numbers):
        return None
    if not _fit_each_other(scene, first, second, scene.likeness(first, second)):
        return None
    is_sure = same >= SURELY_SAME and (
        is_one_phrase(scene, first, second) or _are_surely_one(scene, first, second, numbers)
    )
    verdict = Verdict.CONFLICT if is_sure else Verdict.UNDETERMINED
    return different(first, second, verdict, round(same, 2))


def _are_of_others(
    scene: Scene, first: Statement, second: Statement, numbers: tuple[Decimal, Decimal]
) -> bool:
    """Say whether two numbers are of different times or groups, or one is a part of the other."""
    is_slip = may_be_a_slip(*numbers) and may_be_of_one_year(scene, first, second)
    if not is_slip and are_of_other_times(scene, first, second):
        return True
    return is_its_share(scene, first, second) or are_of_other_groups(scene, first, second)


def _are_surely_one(
    scene: Scene, first: Statement, second: Statement, numbers: tuple[Decimal, Decimal]
) -> bool:
    """Say whether nothing in the words of two like clauses tells that their numbers may differ."""
    if _is_of_which(scene, first) != _is_of_which(scene, second):
        return False
    is_part = one_is_a_part(scene.subject(first), scene.subject(second))
    if is_part and not stand_beside_one(scene, first, second):
        return False
    if _is_narrower(scene, first, second) or are_parallel(scene, first, second):
        return False
    if one_is_past(scene, first, second) and not may_be_a_slip(*numbers):
        return False
    return _are_telling(numbers) or (min(numbers) > FEW and _are_few_of_one(scene, first, second))


def is_its_share(scene: Scene, first: Statement, second: Statement) -> bool:
    """Say whether one number is the part of another that is told beside it: 1420批, 邮寄占九成."""
    low, high = sorted(value_of(s) or Decimal(0) for s in (first, second))
    shares = [s for s in scene.near(first) if s.figure.kind in {"percent", "fraction"}]
    told = [percent_of(loose(s), s) for s in shares if not is_change(scene, s)]
    ratio = low / high * 100 if high else Decimal(0)
    return any(x is not None and x.low <= ratio <= x.high for x in told)


def _are_telling(numbers: tuple[Decimal, Decimal]) -> bool:
    return significant_digits(max(numbers)) >= DIGITS_TO_DIFFER


def _are_few_of_one(scene: Scene, first: Statement, second: Statement) -> bool:
    """Say whether two small counts are called alike at length: 八轮强降雨过程, 六轮强降雨过程."""
    is_long = scene.shared_phrase(first, second) >= LONG_NOUN
    is_same = is_long and scene.sameness(first, second) >= SLIPPED
    return is_same and scene.have_same_noun(first, second, LONG_NOUN)


def _is_narrower(scene: Scene, first: Statement, second: Statement) -> bool:
    """Say whether one noun in front is the other one with a word before it: 脱贫县农村居民收入."""
    short, long = last_nouns(scene.noun_before(first), scene.noun_before(second))
    more = long.removesuffix(short)
    return len(short) > FEW < len(more) + TWO < len(long) and _FILLER.search(more) is None


def _is_of_which(scene: Scene, statement: Statement) -> bool:
    """Say whether a sentence starts with words that make all in it parts of what was said."""
    return _OF_WHICH.match(scene.sentence(scene.sentence_of(statement))) is not None


def different(first: Statement, second: Statement, verdict: Verdict, score: float) -> Check:
    """Return a check of two statements that give different numbers for one thing."""
    told = {"first": first.text, "second": second.text}
    message = Message("Stated twice, and different: “{first}” and “{second}”.", told)
    return check_of(CheckType.REPEAT, verdict, (first, second), message, score)


def may_be_a_slip(first: Decimal, second: Decimal) -> bool:
    """Say whether two numbers have the same digits in another order, or but one other digit."""
    a, b = ("".join(map(str, number.normalize().as_tuple().digits)) for number in (first, second))
    if len(a) != len(b) or len(a) < TELLING_DIGITS:
        return False
    return sorted(a) == sorted(b) or sum(x != y for x, y in zip(a, b, strict=True)) == 1


def _may_disagree(
    scene: Scene, first: Statement, second: Statement, numbers: tuple[Decimal, Decimal]
) -> bool:
    """Say whether two numbers are of a size and kind that may be meant for one thing."""
    if not _are_of_one_size(*sorted(numbers)) or _is_left_open(first, second):
        return False
    if scene.sentence_of(first) == scene.sentence_of(second):
        return False
    is_past = all("last" in scene.times_of(s) for s in (first, second))
    return all(_stands_alone(scene, s, may_be_base=is_past) for s in (first, second))


def _is_left_open(first: Statement, second: Statement) -> bool:
    """Say whether one number is a bound, and the other one may lie beyond it, or is one too."""
    sides = side_of(first), side_of(second)
    if all(sides):
        return True
    told = stated(first), stated(second)
    return any(sides) and told[0] is not None and told[1] is not None and told[0].overlaps(told[1])


def _are_of_one_size(low: Decimal, high: Decimal) -> bool:
    """Say whether two numbers may be one, wrongly said: near each other, or of the same digits."""
    if low <= 0 or high >= low * TEN:
        return False
    if high / low > FURTHEST and sorted(str(int(low))) != sorted(str(int(high))):
        return False
    digits = max(significant_digits(low), significant_digits(high))
    return digits >= DIGITS_TO_DIFFER or high <= SMALL


def _stands_alone(scene: Scene, statement: Statement, *, may_be_base: bool) -> bool:
    """Say whether a figure is no range, no change, nothing a change starts from, and no part."""
    is_base = not may_be_base and _BASE.search(scene.before(statement)) is not None
    if statement.figure.low != statement.figure.high or is_base:
        return False
    if is_hearsay(scene.before(statement, HEARD)):
        return False
    is_level = not is_change(scene, statement) or _IS_RATE.search(scene.before(statement))
    return bool(is_level) and not _OF_THEM.match(scene.after(statement))


def _fit_each_other(scene: Scene, first: Statement, second: Statement, alike: float) -> bool:
    return _fit_best(scene, first, second, alike) and _fit_best(scene, second, first, alike)


def _tells(scene: Scene, first: Statement, second: Statement) -> bool:
    """Say whether the first number itself stands in the second's sentence too."""
    near = (s for s in scene.near(second) if s is not second)
    return any(
        s.figure.unit == first.figure.unit and s.figure.low == first.figure.low for s in near
    )


def _fit_best(scene: Scene, first: Statement, second: Statement, alike: float) -> bool:
    """Say whether nothing else in the second's sentence fits the first better."""
    near = (s for s in scene.near(second) if s is not second and s.figure.low)
    others = (s for s in near if s.figure.unit == first.figure.unit)
    return not any(_fits_better(scene, first, other, alike) for other in others)


def _fits_better(scene: Scene, first: Statement, other: Statement, alike: float) -> bool:
    """Say whether a number is the first one again, or what is told of it is more alike."""
    if first.figure.low == other.figure.low:
        return True
    if _is_of_another_time(scene, first, other) or is_hearsay(scene.before(other, HEARD)):
        return False
    return scene.likeness(first, other) > alike and scene.sameness(first, other) >= SAME_THING


def _is_of_another_time(scene: Scene, first: Statement, other: Statement) -> bool:
    """Say whether a number is told of another period than the first one, or of last year."""
    subjects = scene.subject(first), scene.subject(other)
    if differ_in_period(*subjects) or only_one_is_past(*subjects):
        return True
    return "last" in scene.times_of(other) and "last" not in scene.times_of(first)
