"""So many, so much each, so much in all: 42,000 people, 33.6 million in all, 800 each."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise, permutations

from annotator.checks.changes import change_of, is_source
from annotator.checks.per_time import time_of
from annotator.checks.rounding import ZERO, Interval, counted, exact, loose, stated, value_of
from annotator.checks.scene import Scene
from annotator.checks.slips import are_of_one_kind
from annotator.checks.statement import (
    Check,
    CheckType,
    Statement,
    Verdict,
    check_of,
    likeliest,
    unexcused,
)
from annotator.checks.unit_prices import (
    is_mean,
    is_named,
    told_for_each,
    told_in_all,
    told_of_them,
    told_on_average,
    told_per_head,
)
from annotator.checks.wording import said_like
from annotator.model.message import Message

_EACH = re.compile(
    r"(?:(?:平均|人均|户均)[\u4e00-\u9fff]{0,4}?|每[\u4e00-\u9fff]{1,7}?)(?:为|是|约|达)?\Z"
    r"|(?:\A|[，,、；;])一[\u4e00-\u9fff]{1,8}\Z"
    r"|(?<![第之万千百十])一(?![共直般定些年月天周期批部起旦度])[\u4e00-\u9fff]\Z"
    r"|\b(?:each|average|per [a-z]+)[^,.;]{0,16}\Z",
    re.IGNORECASE,
)
_EACH_BEHIND = re.compile(
    r"\s+(?:(?:[a-z]+ )?(?:each|apiece|on average|per [a-z]+|(?:for|in|at) (?:each|every)"
    r"(?! (?:year|month|week|day|hour)))|a [a-z]+)\b(?! (?:year|month|week|day|hour))",
    re.IGNORECASE,
)
_AT_MOST = re.compile(
    r"(?:最[多高低少]|至[多少]|上限|不超过?)[^，。；0-9]{0,8}\Z"
    r"|\b(?:up to|at (?:most|least)|maximum|minimum)[^,.;0-9]{0,16}\Z",
    re.IGNORECASE,
)
_OF_ONE = re.compile(
    r"(?:年[龄纪]|身高|体重|成绩|得分|气温|温度|湿度|浓度|时速)[^，。；0-9]{0,8}\Z"
    r"|\b(?:age|height|weight|score|grade|temperature|speed)\b[^,.;0-9]{0,16}\Z",
    re.IGNORECASE,
)
"""What each has by itself, of which all make no sum: people whose average age was 71."""
_TIMES = re.compile(r"每[年月日天周季时]|人均每年|日均|月均|年均")
_THAT_IS = re.compile(
    r"\s*(?:(?:so )?(?:that|which|it)(?:[’']s| is| works out| comes| makes)\b"
    r"|平均|也就是|相当于|算下来)",
    re.IGNORECASE,
)
_COUNTED = frozenset({"cardinal", "duration"})
_TOLD = frozenset({"cardinal", "money"})
_AT_PRICE = re.compile("\\bat\\s+(?:about )?\\Z|按照?每[^，。；0-9]{1,4}\\Z", re.IGNORECASE)
_MEAN = re.compile("均|\\baverage", re.IGNORECASE)
_ALL = re.compile(r"(?:一共|总共|合计|共)[^，。；0-9]{0,6}\Z|\b(?:in all|total)[^.;,0-9]{0,16}\Z")
_MEANS = re.compile(r"[,，]\s*(?:so|that|which|所以|那么?|一共|总共)\b", re.IGNORECASE)
GLUE, WORDS, BACK, FEW_TIMES = 40, 90, 1, 10
FEW, MISPLACED = 100, Decimal("0.02")
_MAGNITUDES = (Decimal(10), Decimal("0.1"), Decimal(1000), Decimal("0.001"))
Three = tuple[Statement, Statement, Statement]
"""Numbers that follow each other in the text."""
_PEOPLE = {"person", "person-time"}
FARTHEST_APART, FARTHEST_NAMED = Decimal(2), Decimal(3)
"""An amount for each that is so many times another one is of something else.

Where the words for each name what is counted it may be further off, by a magnitude misread.
"""


def rates(scene: Scene) -> Iterator[Check]:
    """Yield counts and amounts for each; not what is wrong of one that fits other numbers."""
    priced = (c for n in scene.of_sentence for c in _priced(scene, n))
    found = [*_side_by_side(scene), *priced, *_named(scene)]
    yield from unexcused(found, lambda passages: passages[-1])


def _side_by_side(scene: Scene) -> Iterator[Check]:
    """Yield a count, an amount and the amount for each that stand next to each other."""
    for number in scene.of_sentence:
        here = _told_together(scene, number)
        known = _to_be_counted(scene, here)
        for some in zip(known, known[1:], known[2:], strict=False):
            found = _of_three(scene, some) if _are_near(scene, some) else None
            if found and not _makes_another(here, found):
                yield next(_instead(known, found), found)
        yield from _of_named(scene, known)


def _told_together(scene: Scene, number: int) -> list[Statement]:
    """Return the numbers of a sentence, and those of what goes on with it: so that is 800 each."""
    here = [*scene.of_sentence[number], *scene.after_semicolons(number)]
    if _THAT_IS.match(scene.sentence(number + 1)):
        here += [s for s in scene.in_next_sentence(number)[:1] if s not in here]
    return here


def _to_be_counted(scene: Scene, here: Sequence[Statement]) -> list[Statement]:
    """Return counts and amounts; lengths of time too, if something is told for each day or so."""
    kinds = _TOLD | ({"duration"} if any(time_of(scene, s) for s in here) else frozenset())
    return [s for s in here if s.figure.kind in kinds and s.figure.low and not _is_one(scene, s)]


def _of_named(scene: Scene, known: Sequence[Statement]) -> Iterator[Check]:
    """Yield a count that is named by its unit and stands further in front: 32公里, ..., 每公里."""
    for at, each in enumerate(known):
        if not at or not _is_each(scene, each):
            continue
        front, time = known[:at], time_of(scene, each)
        counts = [s for s in front if _is_counted(scene, s, each, time)]
        if len(counts) == 1:
            likely = _likely_amounts(front, counts[0], each)
            yield from [c for s in likely if (c := each_of(counts[0], s, each))][:1]


def _is_counted(scene: Scene, count: Statement, each: Statement, time: str) -> bool:
    """Say whether an amount is told for each of what a number counts, or for a part of a time."""
    if time:
        return _counts_time(count) and _is_many(count, time)
    return is_named(scene, count, each)


def _likely_amounts(
    front: Sequence[Statement], count: Statement, each: Statement
) -> Iterator[Statement]:
    """Yield the last number behind a count, and the only one of the unit for each, if any."""
    if count.end <= front[-1].start:
        yield front[-1]
    same = [s for s in front if s.figure.unit == each.figure.unit != ""]
    if len(same) == 1:
        yield same[0]


def _priced(scene: Scene, number: int) -> Iterator[Check]:
    """So many; at P for each that is A: the count is the last one in front of the price."""
    here = [s for s in scene.of_sentence[number] if s.figure.low]
    for price, amount in pairwise(here):
        if not _AT_PRICE.search(scene.before(price)) or amount.figure.kind != price.figure.kind:
            continue
        counts = [s for s in scene.told_before(price, BACK) if s.figure.kind in _COUNTED]
        found = [c for s in counts[-1:] if (c := each_of(s, amount, price))]
        yield from found


def _named(scene: Scene) -> Iterator[Check]:
    """Yield amounts for each of what is counted sentences before, and what all make."""
    for each in scene.statements:
        if not each.figure.low or _AT_MOST.search(scene.before(each)):
            continue
        found = list(filter(None, _of_pairs_named(scene, each)))
        yield from sorted(found, key=lambda c: c.verdict is not Verdict.CONSISTENT)[:1]


def _of_pairs_named(scene: Scene, each: Statement) -> Iterator[Check | None]:
    """Yield what counts and all of them make, where words name an amount for each."""
    is_money = each.figure.kind == "money"
    if not is_money and not (each.figure.kind == "cardinal" and is_mean(scene, each)):
        ways = (told_of_them, told_in_all, told_on_average)
        told = next(filter(None, (list(way(scene, each)) for way in ways)), [])
        yield from (each_of(*pair, each, is_told=True) for pair in told)
        priced = [] if told else list(told_for_each(scene, each))
        yield from (each_of(*pair, each) for pair in priced if not _counts_time(pair[0]))
        return
    ways = (told_for_each, told_per_head, told_on_average)
    pairs = next(filter(None, (list(way(scene, each)) for way in ways)), [])
    yield from (each_of(*pair, each) for pair in pairs)


def _makes_another(here: Sequence[Statement], found: Check) -> bool:
    """Say whether what does not fit makes another number here, whatever that counts."""
    if found.verdict is not Verdict.CONFLICT:
        return False
    numbers = {s.passage: value_of(s) or Decimal(0) for s in here if s.figure.low}
    made = numbers[found.passages[0]] * numbers[found.passages[-1]]
    others = (value for passage, value in numbers.items() if passage not in found.passages)
    return made in others


def _instead(known: Sequence[Statement], found: Check) -> Iterator[Check]:
    """Yield what fits where a count that stands elsewhere in the sentence takes the place."""
    if found.verdict is Verdict.CONSISTENT:
        return
    inside = [s for s in known if s.passage in found.passages]
    amount, each = inside[-2:] if inside[0].passage == found.passages[0] else (None, None)
    for count in known:
        if amount is not None and each is not None and count not in inside:
            check = each_of(count, amount, each) or each_of(count, each, amount)
            if check is not None and check.verdict is Verdict.CONSISTENT:
                yield check


def _are_near(scene: Scene, some: Three) -> bool:
    gaps = (scene.between(some[0], some[1]), scene.between(some[1], some[2]))
    return all(len(gap) <= (WORDS if gap.isascii() else GLUE) for gap in gaps)


def _of_three(scene: Scene, some: Three) -> Check | None:
    """Return what the numbers are to each other, if one of them is told for each of a count."""
    return next(filter(None, (_each_in(scene, some, each) for each in some)), None)


def _each_in(scene: Scene, some: Three, each: Statement) -> Check | None:
    """Return what two numbers make of the third one, if that is told for each of a count."""
    if not _is_level_for_each(scene, each):
        return None
    others = [s for s in some if s is not each]
    time = _time_counted(scene, each, others)
    pairs = _counts_first(others, time)
    named = [p for p in pairs if _is_named_count(scene, p[0], each)]
    if not named and _names_another(scene, some, each):
        return None
    is_named_so = not time and (bool(named) or _leads_to_all(scene, some, each))
    is_exact = _are_whole(scene, some, each)
    found = likeliest(
        each_of(*pair, each, is_named=is_named_so, is_exact=is_exact) for pair in named or pairs
    )
    return next(iter(found), None)


def _is_level_for_each(scene: Scene, each: Statement) -> bool:
    """Say whether an amount is told for each of some things, and is no step or start of one."""
    if is_source(scene, each) or change_of(scene, each) is not None:
        return False
    return _is_each(scene, each)


def _is_named_count(scene: Scene, count: Statement, each: Statement) -> bool:
    """Say whether an amount is told for each of what a count or a length of time is of."""
    return count.figure.kind in _COUNTED and is_named(scene, count, each)


def _names_another(scene: Scene, some: Three, each: Statement) -> bool:
    """Say whether an amount is told for each of what another number of its sentence counts."""
    return any(is_named(scene, s, each) for s in scene.near(each) if s not in some)


def _time_counted(scene: Scene, each: Statement, others: Sequence[Statement]) -> str:
    """Return the unit of time for which an amount is told; none if another one is for it too.

    So it is of each of 40 buses a day, where all of them make so much a day.
    """
    time = time_of(scene, each)
    is_of_both = time and _is_for_each(scene, each) and time in [time_of(scene, s) for s in others]
    return "" if is_of_both else time


def _counts_first(others: Sequence[Statement], time: str) -> list[tuple[Statement, Statement]]:
    """Return two numbers as count and amount; the count of a rate by time is a length of it."""
    pairs = [(a, b) for a, b in permutations(others) if _counts_time(a) == bool(time)]
    return [(a, b) for a, b in pairs if not time or _is_many(a, time)]


def _leads_to_all(scene: Scene, some: Three, each: Statement) -> bool:
    """Say whether an amount for each is told first, and then what it comes to: 一共."""
    return each is some[0] and _MEANS.search(scene.between(some[0], some[2])) is not None


def _are_whole(scene: Scene, some: Three, each: Statement) -> bool:
    """Say whether few are told for each, and no mean of them: 12周，每周2次，一共24次.

    They are times that something is done, or what is said to come to a total.
    """
    is_told = each.figure.unit == "time" or any(_ALL.search(scene.before(s)) for s in some)
    is_few = is_told and 0 < (value_of(each) or 0) < FEW_TIMES
    is_plain = all(s.figure.comparator in ("", "=") for s in some)
    return is_few and is_plain and _MEAN.search(scene.before(each, GLUE)) is None


def _is_one(scene: Scene, statement: Statement) -> bool:
    """Say whether a figure is the one for which an amount is told: 平均一天3.5万, 每办一起."""
    is_bare = not statement.figure.unit and statement.figure.kind == "cardinal"
    is_time = statement.figure.kind == "duration"
    is_for_one = is_bare or is_time or "每" in scene.before(statement, FEW_TIMES)
    return is_for_one and value_of(statement) == 1


def _is_many(statement: Statement, unit: str) -> bool:
    return statement.figure.unit == unit and (value_of(statement) or 0) > 1


def _counts_time(statement: Statement) -> bool:
    return statement.figure.kind == "duration"


def _is_each(scene: Scene, statement: Statement) -> bool:
    before = scene.before(statement, 24)
    is_of_one = statement.figure.unit == "age year" or _OF_ONE.search(before)
    if is_of_one or _AT_MOST.search(before):
        return False
    return bool(time_of(scene, statement)) or _is_for_each(scene, statement)


def _is_for_each(scene: Scene, statement: Statement) -> bool:
    """Say whether an amount is told for each of some things, not for each year or day."""
    before, after = scene.before(statement, 24), scene.after(statement, 24)
    if _TIMES.search(before[-6:]):
        return False
    return bool(_EACH.search(before) or _EACH_BEHIND.match(after))


def each_of(
    count: Statement,
    amount: Statement,
    each: Statement,
    *,
    is_told: bool = False,
    is_named: bool = False,
    is_exact: bool = False,
) -> Check | None:
    """Return a check of a count of which each makes so much, and all make an amount.

    Where words tell that they belong together, count and amount may have one unit. What is done
    so many times each week is done exactly so often.
    """
    if count.figure.kind not in _COUNTED or not _are_of_one_kind(amount, each):
        return None
    if not (is_told or _are_apart(count, each)):
        return None
    if not _is_about_each(count, amount, each, is_named=is_named):
        return None
    verdict = _verdict(count, amount, each, is_exact=is_exact)
    if verdict is None:
        return None
    working = _working(count, amount, each)
    return check_of(CheckType.SHARE, verdict, (count, amount, each), working, 0.7)


def _are_apart(count: Statement, each: Statement) -> bool:
    """Say whether a count is called another thing than what is told for each: 40辆, 3项."""
    is_one_word = count.figure.unit != "item" or count.text[-1:] == each.text[-1:]
    return count.figure.unit != each.figure.unit or not is_one_word


def _is_about_each(count: Statement, amount: Statement, each: Statement, *, is_named: bool) -> bool:
    """Say whether an amount for each is about what all of it makes for one of a count."""
    number, total, rate = (value_of(s) or ZERO for s in (count, amount, each))
    if min(number, total, rate) <= 0:
        return False
    ratio = total / number / rate
    farthest = FARTHEST_NAMED if is_named else FARTHEST_APART
    return 1 / farthest <= ratio <= farthest or (is_named and _is_misplaced(ratio))


def _verdict(
    count: Statement, amount: Statement, each: Statement, *, is_exact: bool
) -> Verdict | None:
    """Return whether an amount may be what a count makes of so much each."""
    wide, whole, many = loose(each), stated(amount), _many(count)
    if is_exact:
        wide, whole = exact(value_of(each) or ZERO), exact(value_of(amount) or ZERO)
    if wide is None or whole is None or many is None:
        return None
    return Verdict.CONSISTENT if wide.overlaps(whole.by(many)) else Verdict.CONFLICT


def _working(count: Statement, amount: Statement, each: Statement) -> Message:
    """Return what an amount is for one of a count, or for one day, month and the like."""
    average = (value_of(amount) or ZERO) / (value_of(count) or ZERO)
    values = {
        "amount": amount.text,
        "count": count.text,
        "computed": said_like(average, each),
        "each": each.text,
    }
    if _counts_time(count):
        return Message("{amount} in {count} is {computed} on average; stated is {each}.", values)
    return Message("{amount} for {count} is {computed} each; stated is {each}.", values)


def _is_misplaced(ratio: Decimal) -> bool:
    """Say whether a number is another one with its point set wrong, or thousands for millions."""
    return any(abs(ratio / times - 1) <= MISPLACED for times in _MAGNITUDES)


def _many(count: Statement) -> Interval | None:
    """Return how many there are; a few years are so many and no part of one more."""
    value = value_of(count) or Decimal(0)
    is_plain = count.figure.kind == "duration" and count.figure.comparator in ("", "=", "<=")
    is_few = is_plain and 0 < value < FEW and value == value.to_integral_value()
    return exact(value) if is_few else counted(count)


def _are_of_one_kind(amount: Statement, each: Statement) -> bool:
    units = {amount.figure.unit, each.figure.unit}
    same = amount.figure.kind == each.figure.kind and (len(units) == 1 or units == _PEOPLE)
    same = same or ("" in units and are_of_one_kind(amount, each))
    return same and (value_of(amount) or 0) > (value_of(each) or 0)
