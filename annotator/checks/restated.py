"""A number that another speaker, or the same one when asked, tells again and tells otherwise.

Who answers a question comes back to what was said, in words of his own. No form of words tells
that he means the same thing, but many small signs together do: each is worth something for it or
against it, and of all numbers that one may be told again in, only the likeliest is taken.
"""

import math
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from decimal import Decimal
from itertools import combinations

from annotator.checks.changes import is_base, is_source
from annotator.checks.distinct import are_of_other_groups
from annotator.checks.periods import are_apart
from annotator.checks.portion import percent_of
from annotator.checks.qualifiers import is_hearsay, one_is_of_a_group
from annotator.checks.repeats import different, is_its_share, may_be_a_slip
from annotator.checks.rounding import loose, same_number, significant_digits, value_of
from annotator.checks.scene import Scene
from annotator.checks.slips import is_held_against
from annotator.checks.statement import Check, Statement, Verdict
from annotator.model.records import Passage

COMMON = 14
"""A word around more numbers than this is no reason to hold them against each other."""
FURTHEST = Decimal("2.6")
HEARD, MOST, DIGITS, NEAR = 60, 12.0, 4, 2
"""More than this of one sign is no more telling."""
LIKELY = -0.6
"""Two numbers are told as one from such odds on: of ten that are no surer, about four are."""
WORTH = {
    "slip": 4.7,
    "ratio": -4.6,
    "common": 2.4,
    "setting": 0.17,
    "named": 1.2,
    "rivals": -1.6,
    "digits": -1.1,
    "share": -1.9,
    "unit": 0.9,
    "alike": 1.2,
}
"""What each sign is worth, by the logarithm of the odds that two numbers are meant for one."""
_SKIPPED = frozenset({"date", "time", "ordinal", "range", "ratio"})
_SHARES = frozenset({"percent", "fraction"})
_OPEN = frozenset({"", "item"})
"""Units that leave open what is counted: 20 of them, 25 people."""
Pair = tuple[Statement, Statement]


def restated(scene: Scene, held: Collection[Passage] = ()) -> Iterator[Check]:
    """Yield numbers of two turns that seem to be told of one thing, and differ.

    ``held`` are the passages that other checks have found wrong; they are left out.
    """
    likely = list(_likely(scene, held))
    passages = Counter(_passages(scene, pair) for _sureness, pair in likely)
    for sureness, pair in likely:
        if passages[_passages(scene, pair)] == 1:
            yield different(*pair, Verdict.CONFLICT, round(1 / (1 + math.exp(-sureness)), 2))


def _likely(scene: Scene, held: Collection[Passage]) -> Iterator[tuple[float, Pair]]:
    """Yield the likely pairs with how likely they are, each number in its likeliest pair only."""
    taken = {(passage.start, passage.end) for passage in held}
    for sureness, pair in sorted(_weighed(scene), key=lambda found: -found[0]):
        places = {(s.start, s.end) for s in pair}
        if sureness < LIKELY:
            return
        if taken.isdisjoint(places):
            yield sureness, pair
        taken |= places


def _passages(scene: Scene, pair: Pair) -> tuple[int, int]:
    """Return where the first number's paragraph and the second one's sentence start.

    A sentence with several numbers that a paragraph tells otherwise is of another time.
    """
    return scene.text.rfind("\n", 0, pair[0].start), scene.sentence_of(pair[1])


def _weighed(scene: Scene) -> Iterator[tuple[float, Pair]]:
    """Yield the pairs of numbers that may be one, each with what speaks for it."""
    for pair, signs in signs_of_all(scene):
        yield sum(WORTH[name] * value for name, value in signs.items()), pair


def signs_of_all(scene: Scene) -> Iterator[tuple[Pair, Mapping[str, float]]]:
    """Yield pairs of numbers that may be one with what tells for or against that, by name."""
    pairs = list(_candidates(scene))
    rivals = Counter(id(s) for pair in pairs for s in pair)
    for pair in pairs:
        yield (
            pair,
            {
                **_of_words(scene, *pair),
                **_of_numbers(*pair),
                "rivals": math.log(sum(rivals[id(s)] for s in pair)),
            },
        )


def _candidates(scene: Scene) -> Iterator[Pair]:
    """Yield numbers of two turns and of one size that have a rare word around them in common."""
    turns = _turns(scene)
    places: dict[str, list[Statement]] = {}
    for statement in scene.statements:
        if _is_usable(scene, statement):
            for word in scene.setting(statement):
                places.setdefault(word, []).append(statement)
    shared = (where for where in places.values() if len(where) <= COMMON)
    pairs = {(a.start, b.start): (a, b) for where in shared for a, b in combinations(where, 2)}
    for first, second in pairs.values():
        is_later = turns[scene.sentence_of(first)] < turns[scene.sentence_of(second)]
        if is_later and _may_be_one(first, second) and not _are_others(scene, first, second):
            yield first, second


def _turns(scene: Scene) -> list[int]:
    """Return how many speeches have started up to each sentence."""
    count, turns = 0, []
    for number, (start, _end) in enumerate(scene.sentences):
        count += scene.start(number) > start
        turns.append(count)
    return turns


def _is_usable(scene: Scene, statement: Statement) -> bool:
    """Say whether a figure is one number, and not what others are said to claim."""
    figure = statement.figure
    is_number = figure.kind not in _SKIPPED and figure.low == figure.high
    return (
        is_number and bool(value_of(statement)) and not is_hearsay(scene.before(statement, HEARD))
    )


def _may_be_one(first: Statement, second: Statement) -> bool:
    """Say whether two numbers are of one unit and size, and differ."""
    low, high = sorted(map(_size, (first, second)))
    if not low < high <= low * FURTHEST or not _are_of_one_unit(first, second):
        return False
    numbers = [percent_of(loose(s), s) for s in (first, second)]
    if numbers[0] is None or numbers[1] is None or numbers[0].overlaps(numbers[1]):
        return False
    return not same_number(first, second)


def _are_of_one_unit(first: Statement, second: Statement) -> bool:
    kinds = {first.figure.kind, second.figure.kind}
    units = {first.figure.unit, second.figure.unit}
    if kinds <= _SHARES:
        return True
    if len(kinds) > 1 and not (kinds == {"cardinal", "money"} and "" in units):
        return False
    return len(units) == 1 or not units.isdisjoint(_OPEN)


def _are_others(scene: Scene, first: Statement, second: Statement) -> bool:
    """Say whether words tell that two numbers are of other things, or share nothing."""
    pair = first, second
    if not scene.topic(first) & scene.topic(second) or any(_is_base(scene, s) for s in pair):
        return True
    if _are_of_other_groups(scene, pair) or _are_of_other_times(scene, pair):
        return True
    return _is_told_near(scene, first, second) or _is_told_near(scene, second, first)


def _are_of_other_groups(scene: Scene, pair: Pair) -> bool:
    """Say whether one number is of a group or place of which the other one is not."""
    if are_of_other_groups(scene, *pair) or is_its_share(scene, *pair):
        return True
    return one_is_of_a_group(*map(scene.subject, pair))


def _are_of_other_times(scene: Scene, pair: Pair) -> bool:
    """Say whether two numbers are of two times, or only one of them is of last year."""
    is_last = {"last" in scene.times_of(s) for s in pair}
    return len(is_last) > 1 or are_apart(*map(scene.dated_clause, pair))


def _is_base(scene: Scene, statement: Statement) -> bool:
    """Say whether a number is what another one is from, or is held against."""
    is_start = is_base(scene, statement) or is_source(scene, statement)
    return is_start or is_held_against(scene, statement)


def _is_told_near(scene: Scene, number: Statement, other: Statement) -> bool:
    """Say whether a number itself stands in the paragraph of another one, near that."""
    at = scene.sentence_of(other)
    return any(
        s is not other and s.figure.unit == number.figure.unit and same_number(s, number)
        for n in range(at - NEAR, at + NEAR + 1)
        if scene.are_in_one_paragraph(*sorted((n, at)))
        for s in scene.of_sentence.get(n, [])
    )


def _size(statement: Statement) -> Decimal:
    """Return a number, a fraction in percent."""
    value = abs(value_of(statement) or Decimal(0))
    return value * 100 if statement.figure.kind == "fraction" else value


def _of_words(scene: Scene, first: Statement, second: Statement) -> Mapping[str, float]:
    """Return what the words around two numbers tell."""
    topics = scene.topic(first), scene.topic(second)
    topic, least = topics[0] & topics[1], min(map(scene.weight, topics))
    setting = scene.setting(first) & scene.setting(second)
    return {
        "common": scene.weight(topic) / max(least, 1.0),
        "setting": min(scene.weight(setting), MOST),
        "named": len(scene.words_behind(first) & scene.words_behind(second)),
    }


def _of_numbers(first: Statement, second: Statement) -> Mapping[str, float]:
    """Return what two numbers tell by themselves."""
    sizes = _size(first), _size(second)
    return {
        "slip": may_be_a_slip(*sizes),
        "ratio": math.log(max(sizes) / min(sizes)),
        "digits": min(max(map(significant_digits, sizes)), DIGITS),
        "share": first.figure.kind in _SHARES,
        "alike": first.figure.comparator == second.figure.comparator,
        "unit": first.figure.unit == second.figure.unit != "",
    }
