"""One number said twice with a slip: digits that changed places, million for billion.

That two numbers are made of the same digits is seldom chance, nor is it that all of many digits
but one are the same, so that fewer words around them have to be the same than where numbers differ
in any other way.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from annotator.checks.changes import change_of, is_source
from annotator.checks.misread import is_misread
from annotator.checks.periods import are_apart
from annotator.checks.qualifiers import differ_in_qualifiers, is_hearsay, one_is_a_part
from annotator.checks.rounding import value_of
from annotator.checks.scene import SETTING, Scene
from annotator.checks.statement import Statement
from annotator.checks.words import last_nouns

FEW, TELLING = 2, 3
"""The digits that a number must have, and those of one that says much by itself."""
COMMON = 6
"""Numbers that more statements than this share are no slips of each other."""
HEARD = 60
WORDS = 24
_WORD_BEHIND = re.compile(
    r"\s+(?:of (?:the |our |its )?)?(?!more|less|fewer|higher|lower|from|than|over|last|this|that"
    r"|these|those|year|month|percent|with|were|have|their|people|case|compared|increase|decrease"
    r"|drop|rise|growth|decline|reduction|point|total)(?P<word>[a-z]{4,})\b"
)
_FROM = re.compile(r"\b(?:from|than|against|versus)\s+\Z|[从由比较]\Z", re.IGNORECASE)
SHARED = {2: 4.0, 3: 3.8, 4: 3.0}
SHARED_BY_MANY, SHARED_IF_SWAPPED = 2.0, 1.0
"""How much what two settings share must weigh, by the digits that a number has."""
SHARED_IF_SCALED = {2: 3.5, 3: 2.5}
MANY, MOST, SHARED_IF_ONE_IS_OTHER = 4, 12, 2.0
"""The digits of numbers of which one may be another one, and what their settings must share."""
LARGE, MAGNITUDES = 4, frozenset({1, 3, 4})
"""Ten times is a point read wrong, a thousand million for billion, ten thousand 万 for 亿."""
RARE, SHARED_IF_RARE = 12, 1.4
"""A unit of no more figures is rare, so that less must be shared."""
SAME_THING, NEARLY_SAME, LONG_PHRASE = 0.5, 0.8, 4
"""How much of the shorter clause both must say where a number has few digits."""
SHORT_NOUN = 2
"""A noun of so many characters in front of both is enough where a number has many digits."""
_TOTAL = re.compile(
    r"\b(?:the )?total(?:[’']s| is| was|s)?\s+\Z|(?:总数|总共|一共)[^，。；0-9]{0,2}\Z",
    re.IGNORECASE,
)
_SKIPPED = frozenset({"date", "time", "ordinal", "range", "ratio"})


def slips(scene: Scene) -> Iterator[tuple[Statement, Statement]]:
    """Yield pairs of numbers that seem to be one, wrongly said once.

    Nothing else in the sentence of either may fit the other one better: the caller's to ask.
    """
    usable = [s for s in scene.statements if _may_slip(s)]
    stated: dict[tuple[str, str], int] = {}
    for statement in usable:
        key = (statement.figure.unit, statement.figure.low)
        stated[key] = stated.get(key, 0) + 1
    for first, second, weight in _pairs(usable):
        if max(stated[s.figure.unit, s.figure.low] for s in (first, second)) > COMMON:
            continue
        if _are_one(scene, first, second, weight):
            yield first, second


def is_slip(scene: Scene, first: Statement, second: Statement) -> bool:
    """Say whether one of two numbers seems to be the other one, wrongly said."""
    return any(_are_one(scene, *found) for found in _pairs([*filter(_may_slip, (first, second))]))


def is_one_phrase(scene: Scene, first: Statement, second: Statement) -> bool:
    """Say whether two counts with one other digit are told in the same words: 27 and 29 places."""
    value = value_of(second) or Decimal(0)
    if first.figure.kind in {"percent", "fraction"} or not is_misread(first, value):
        return False
    if scene.sameness(first, second) < NEARLY_SAME:
        return False
    is_long = scene.shared_phrase(first, second) >= LONG_PHRASE
    return is_long and scene.shared_setting(first, second) >= SHARED[FEW]


def _may_slip(statement: Statement) -> bool:
    figure = statement.figure
    is_point = bool(figure.low) and figure.low == figure.high and figure.kind not in _SKIPPED
    return is_point and figure.comparator[:1] in ("", "=", "~") and len(_digits(statement)) >= FEW


def _digits(statement: Statement) -> str:
    return "".join(map(str, Decimal(statement.figure.low).normalize().as_tuple().digits))


def _length(first: Statement, second: Statement) -> int:
    """Return how many digits tell two numbers apart: 1,600 and 1,060 have three."""
    return max(len(_digits(first)), len(_digits(second)))


def _size(statement: Statement) -> int:
    return Decimal(statement.figure.low).adjusted()


def _pairs(statements: Sequence[Statement]) -> Iterator[tuple[Statement, Statement, float]]:
    """Yield statements that may be one number with a slip, and how much they must share."""
    swapped: dict[tuple[int, str], list[Statement]] = {}
    scaled: dict[tuple[str, str], list[Statement]] = {}
    for statement in statements:
        digits = _digits(statement)
        order = "".join(sorted(digits.replace("0", "")))
        swapped.setdefault((_size(statement), order), []).append(statement)
        scaled.setdefault((digits, statement.figure.unit), []).append(statement)
    for first, second in _differing(swapped.values()):
        if are_of_one_kind(first, second) and _are_swapped(first, second):
            yield first, second, SHARED.get(_length(first, second), SHARED_BY_MANY)
    for first, second in _differing(scaled.values()):
        if is_scaled(first, second):
            yield first, second, SHARED_IF_SCALED.get(_length(first, second), SHARED_BY_MANY)
    for first, second in _differing(_but_for_a_digit(statements)):
        if are_of_one_kind(first, second):
            yield first, second, SHARED_IF_ONE_IS_OTHER


def _but_for_a_digit(statements: Sequence[Statement]) -> Iterable[Sequence[Statement]]:
    """Return the numbers of many digits of which all but one are the same: 2,418 and 2,318."""
    found: dict[tuple[int, str], list[Statement]] = {}
    for statement in statements:
        digits = _digits(statement)
        if MANY <= len(digits) <= MOST and not may_be_code(statement):
            for at in range(len(digits)):
                others = f"{digits[:at]}-{digits[at + 1 :]}"
                found.setdefault((_size(statement), others), []).append(statement)
    return found.values()


def may_be_code(statement: Statement) -> bool:
    """Say whether a bare number is written as postal codes and the like are: 20015."""
    return not statement.figure.unit and statement.text.isdigit() and len(statement.text) > MANY


def _differing(
    groups: Iterable[Sequence[Statement]],
) -> Iterator[tuple[Statement, Statement]]:
    for group in groups:
        for first, second in combinations(group[: 2 * COMMON], 2):
            if first.figure.low != second.figure.low:
                yield first, second


def is_scaled(first: Statement, second: Statement) -> bool:
    """Say whether two amounts or large counts have the same digits, one with another magnitude."""
    apart = abs(_size(first) - _size(second))
    is_large = min(_size(first), _size(second)) >= LARGE
    return first.figure.kind == second.figure.kind and is_large and apart in MAGNITUDES


def are_of_one_kind(first: Statement, second: Statement) -> bool:
    """Say whether two figures are of one kind; money is often told without its currency."""
    kinds = {first.figure.kind, second.figure.kind}
    is_bare = any(s.figure.kind == "cardinal" and not s.figure.unit for s in (first, second))
    return len(kinds) == 1 or (kinds == {"cardinal", "money"} and is_bare)


def _are_one(scene: Scene, first: Statement, second: Statement, least: float) -> bool:
    """Say whether two numbers seem to be meant for one thing, said at one time of one group."""
    units = {first.figure.unit, second.figure.unit}
    if len(units - {""}) > 1 or scene.sentence_of(first) == scene.sentence_of(second):
        return False
    if any(_is_other(scene, statement) for statement in (first, second)):
        return False
    return not _differ(scene, first, second) and _share(scene, first, second, least)


def _differ(scene: Scene, first: Statement, second: Statement) -> bool:
    """Say whether two numbers are of different times or groups."""
    subjects = [scene.subject(s).replace("其中", "") for s in (first, second)]
    if differ_in_qualifiers(*subjects):
        return True
    if (
        _length(first, second) < TELLING
        and one_is_a_part(*subjects)
        and not _answers(scene, first, second)
    ):
        return True
    return _are_apart(scene, first, second)


def _share(scene: Scene, first: Statement, second: Statement, least: float) -> bool:
    """Say whether enough of the words around two numbers is the same."""
    if _has_another_digit(first, second):
        is_near = _are_near(scene, first, second)
        return not is_near and scene.shared_setting(first, second) >= least
    if _have_one_noun(scene, first, second) or _answers(scene, first, second):
        return True
    return _share_setting(scene, first, second, least)


def _share_setting(scene: Scene, first: Statement, second: Statement, least: float) -> bool:
    """Say whether the settings of two numbers of the same digits have enough in common."""
    is_slip, length = _is_clear_slip(first, second), _length(first, second)
    if is_slip and _answers(scene, first, second, SHARED_IF_SWAPPED):
        return True
    if _are_near(scene, first, second):
        return False
    if is_slip and (length > TELLING or _TOTAL.search(scene.before(second))):
        return True
    enough = SHARED_BY_MANY if is_slip else least
    return _have_one_setting(scene, first, second, enough)


def _has_another_digit(first: Statement, second: Statement) -> bool:
    """Say whether two numbers of one size have all digits but one in common."""
    length, is_one_size = _length(first, second), _size(first) == _size(second)
    digits = zip(*(_digits(s).ljust(length, "0") for s in (first, second)), strict=True)
    return is_one_size and len([a for a, b in digits if a != b]) == 1


def _is_clear_slip(first: Statement, second: Statement) -> bool:
    """Say whether a number of some digits is the other one with two neighbours swapped."""
    return _length(first, second) >= TELLING and _are_neighbours_swapped(first, second)


def _are_near(scene: Scene, first: Statement, second: Statement) -> bool:
    """Say whether two numbers have one setting as they stand so near, and none is an answer."""
    return abs(first.start - second.start) < SETTING and not scene.asked(second)


def _have_one_setting(scene: Scene, first: Statement, second: Statement, enough: float) -> bool:
    """Say whether the words around two numbers share enough, and few digits one topic too."""
    is_telling = _length(first, second) >= TELLING or _have_one_topic(scene, first, second)
    if not is_telling and _are_neighbours_swapped(first, second):
        enough, is_telling = SHARED_BY_MANY, _are_told_in_one_word(scene, first, second)
    return is_telling and scene.shared_setting(first, second) >= enough


def _are_told_in_one_word(scene: Scene, first: Statement, second: Statement) -> bool:
    """Say whether the clauses of two numbers share a word, or a telling unit beside a word.

    Of numbers below a hundred too many are others with their digits swapped: 14家, 41家.
    """
    if scene.topic(first) & scene.topic(second):
        return True
    is_telling = _size(first) >= FEW and _is_telling_unit(first)
    return is_telling and scene.shared_phrase(first, second) >= SHORT_NOUN


def _have_one_topic(scene: Scene, first: Statement, second: Statement) -> bool:
    """Say whether the clauses of two numbers say the same, in all where both are money."""
    topics = scene.topic(first), scene.topic(second)
    is_one = first.figure.kind == "money" and bool(topics[0]) and topics[0] == topics[1]
    return is_one or scene.sameness(first, second) >= SAME_THING


def _are_told_alike(scene: Scene, first: Statement, second: Statement) -> bool:
    """Say whether the words beside two numbers, or a rare unit, are one, and neither is a base."""
    if _is_short_for(scene, first, second):
        return True
    return _is_of_rare_unit(scene, first) or _have_one_word_behind(scene, first, second)


def _is_of_rare_unit(scene: Scene, statement: Statement) -> bool:
    """Say whether a number of some digits is of a unit of which a text tells little."""
    is_rare = scene.units[statement.figure.unit] <= RARE and _is_telling_unit(statement)
    return is_rare and len(_digits(statement)) >= TELLING and _size(statement) >= LARGE - 1


def _have_one_word_behind(scene: Scene, first: Statement, second: Statement) -> bool:
    """Say whether one English word follows both numbers at once: 35 and 53 percent contained."""
    words = [_WORD_BEHIND.match(scene.after(s, WORDS)) for s in (first, second)]
    told = {word["word"].lower() for word in words if word}
    return all(words) and len(told) == 1


def _have_one_noun(scene: Scene, first: Statement, second: Statement) -> bool:
    """Say whether a noun beside both numbers, or a rare unit, tells that they count one thing."""
    if _are_neighbours_swapped(first, second) and _are_told_alike(scene, first, second):
        return True
    if _length(first, second) < TELLING:
        return False
    is_rare = scene.units[first.figure.unit] <= RARE and _is_telling_unit(first)
    return scene.have_same_noun(first, second, SHORT_NOUN) or (
        is_rare and scene.shared_setting(first, second) >= SHARED_IF_RARE
    )


def _is_short_for(scene: Scene, first: Statement, second: Statement) -> bool:
    """Say whether one noun in front is the start of the other one: 医护860名, 医护人员680名."""
    short, long = last_nouns(scene.noun_before(first), scene.noun_before(second))
    return len(short) >= SHORT_NOUN and long.startswith(short) and first.text[-1] == second.text[-1]


def _answers(
    scene: Scene, first: Statement, second: Statement, least: float = SHARED_BY_MANY
) -> bool:
    """Say whether the second number answers a question about what the first one counts."""
    words = frozenset(scene.words_of(scene.asked(second)))
    return scene.weight(words & scene.topic(first)) >= least


def _are_swapped(first: Statement, second: Statement) -> bool:
    """Say whether no more than two digits are others: 5,100 and 1,050 have three."""
    length = _length(first, second)
    digits = zip(*(_digits(s).ljust(length, "0") for s in (first, second)), strict=True)
    return len([a for a, b in digits if a != b]) == FEW


def _are_neighbours_swapped(first: Statement, second: Statement) -> bool:
    """Say whether two digits beside each other changed places, before the same written unit."""
    if first.text[-1:] != second.text[-1:] and first.text[-1:].isalpha():
        return False
    length = _length(first, second)
    digits = zip(*(_digits(s).ljust(length, "0") for s in (first, second)), strict=True)
    wrong = [at for at, (a, b) in enumerate(digits) if a != b]
    return len(wrong) == FEW and wrong[1] == wrong[0] + 1


def _is_telling_unit(statement: Statement) -> bool:
    """Say whether a unit tells what is counted: tonnes and dwellings, not people or money."""
    figure = statement.figure
    return figure.kind == "cardinal" and figure.unit not in {"", "item", "person"}


def _are_apart(scene: Scene, first: Statement, second: Statement) -> bool:
    """Say whether two numbers are of different times; a start is of no time that is told."""
    if is_source(scene, first) or is_source(scene, second):
        return False
    return are_apart(scene.dated_clause(first), scene.dated_clause(second))


def _is_other(scene: Scene, statement: Statement) -> bool:
    """Say whether a number is a change, or what others are said to claim."""
    is_share = statement.figure.kind in {"percent", "fraction", "multiple"}
    is_step = is_share and change_of(scene, statement) is not None
    is_base = not is_step and is_held_against(scene, statement)
    return is_step or is_base or is_hearsay(scene.before(statement, HEARD))


def is_held_against(scene: Scene, statement: Statement) -> bool:
    """Say whether the word in front of a number makes it one that another is from or beside."""
    return _FROM.search(scene.before(statement)) is not None
