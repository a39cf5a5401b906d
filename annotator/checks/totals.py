"""Totals that stand behind their parts, and all that is added up in a text."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from annotator.checks.adding import added
from annotator.checks.addition import (
    COMES_TO,
    GLUE,
    LINKED,
    added_up,
    continues,
    is_total,
    may_be_part,
    nearly_make,
)
from annotator.checks.amounts import amount
from annotator.checks.classifiers import count_other_things
from annotator.checks.closing import summed_up
from annotator.checks.elsewhere import closed_by_rest, in_another_sentence, is_near
from annotator.checks.opening import opened
from annotator.checks.parted import parted
from annotator.checks.rounding import counted
from annotator.checks.scene import Scene
from annotator.checks.statement import Check, Statement, Verdict
from annotator.checks.sums import sums
from annotator.checks.together import counted_together
from annotator.checks.words import HAN, TOGETHER
from annotator.model.records import Passage

_TOTALS = re.compile(
    r"(?:共|合计|总计|总共|共计|一共|累计|总额|总数"
    r"|合计|总计|总共|共计|累计|总额|总数|in total|in all|altogether|(?:a|the) total of"
    r"|\ball told|totall?ing|adds? up to|sum of|combined)"
    r"\s*(?:为|达|有|是|约|of|was|is|to|came to|:|：)?\s*\Z"
    rf"|(?:合计|总计|总共|共计|一共)[{HAN}]{{1,4}}\Z",
    re.IGNORECASE,
)
_ALL = re.compile(
    rf"\s*(?:全部|总共|合计|一共|总计|[两三四五六]?[者项个类]?[^，。0-9]{{0,3}}{TOGETHER}"
    r"|that(?:[’']s| is)\b|in (?:all|total)\b|all told\b|altogether\b|together\b|combined\b"
    r"|(?:put|tak(?:en|ing)|add(?:ed)?) (?:(?:that|those|them|it|all) ){0,2}together\b"
    r"|(?:that|this) makes\b)",
    re.IGNORECASE,
)
_IN_ALL = re.compile(
    r"\s+(?:[a-z’'\-]+\s+){0,3}(?:in all|in total|altogether|combined|together|all told)\b",
    re.IGNORECASE,
)
_WHICH_MAKES = re.compile(
    r"(?:\b(?:that|which)(?:[’']s| is| makes| comes to)"
    r"|\b(?:together|combined|between them),?(?: [a-z’']+){0,4}"
    rf"|{TOGETHER}[^，。；0-9]{{0,12}})\s*\Z",
    re.IGNORECASE,
)
_THAT_IS = re.compile(r"\bthat(?:[’']s| is)\s+(?:about |some )?\Z", re.IGNORECASE)
_OF_ANYTHING = frozenset({"item", "person", "case", "household"})
"""Units of numbers that may be added to those of others: three men and two cases."""
MOST, PAIR = 40, 2
"""So many figures in front of a total may be its parts."""


def additions(scene: Scene) -> Iterator[Check]:
    """Yield what parts make of totals; not what is wrong of parts that make another total.

    Of lists of one total that are all wrong, the one that is found first is told.
    """
    found = _decided(_whole_lists(_all_sums(scene)))
    right = [frozenset(c.passages) for c in found if c.verdict is Verdict.CONSISTENT]
    wrong: set[Passage] = set()
    for check in found:
        if check.verdict is Verdict.CONFLICT:
            total = check.passages[0]
            is_told = total in wrong or any(_excuses(some, check) for some in found)
            if is_told or any(some.issuperset(check.passages) for some in right):
                continue
            wrong.add(total)
        yield check


def _decided(found: Sequence[Check]) -> list[Check]:
    """Leave out what is open about a total that other parts show to be wrong."""
    wrong = {c.passages[0] for c in found if c.verdict is Verdict.CONFLICT}
    is_open = (c.verdict is Verdict.UNDETERMINED and c.passages[0] in wrong for c in found)
    return [check for check, is_left in zip(found, is_open, strict=True) if not is_left]


def _all_sums(scene: Scene) -> list[Check]:
    """Return what all ways to find parts and totals yield; only one where words count the parts."""
    counted = list(counted_together(scene))
    closed = {check.passages[0] for check in counted}
    ways = chain(sums(scene), totals(scene), parted(scene), summed_up(scene), opened(scene))
    others = (c for c in ways if c.passages[0] not in closed)
    return [*counted, *others]


def _excuses(right: Check, wrong: Check) -> bool:
    """Say whether a total fits parts told before others, or some of them: those are of no part."""
    if right.verdict is not Verdict.CONSISTENT or right.passages[0] != wrong.passages[0]:
        return False
    is_before = right.passages[1].start <= wrong.passages[1].start
    return is_before or not set(right.passages[1:]).isdisjoint(wrong.passages[1:])


def _whole_lists(found: Sequence[Check]) -> list[Check]:
    """Leave out what some numbers of a list make of another one in the same list."""
    lists = [frozenset(c.passages[1:]) for c in found if len(c.passages) > LINKED]
    return [c for c in found if not any(some.issuperset(c.passages) for some in lists)]


def totals(scene: Scene) -> Iterator[Check]:
    """Yield lists of parts with the total behind them, or in another sentence."""
    for number in scene.of_sentence:
        yield from _behind(scene, number)
        yield from in_another_sentence(scene, number)
    yield from closed_by_rest(scene)


def _behind(scene: Scene, number: int) -> Iterator[Check]:
    """A, B and C, in all T."""
    own = scene.of_sentence[number]
    before = _joined_before(scene, number)
    here = [*before, *own]
    for at, total in enumerate(own, len(before)):
        if not is_total(total):
            continue
        parts = [s for s in here[max(0, at - MOST) : at] if s.figure.low and _counts(s, total)]
        if _closes(scene, total) or _takes_together(scene, total, parts, before):
            taken = _parts_in_front(scene, parts, total)
            if len(taken) > 1:
                yield added_up(scene, total, taken)


def _takes_together(
    scene: Scene, total: Statement, parts: Sequence[Statement], before: Sequence[Statement]
) -> bool:
    """Say whether a sentence takes the parts in those before together: All in all that's 40."""
    if not _is_all(scene, scene.sentence_of(total)) or len(parts) <= 1:
        return False
    return all(part in before for part in parts) and _may_be_all(scene, parts, total)


def _may_be_all(scene: Scene, parts: Sequence[Statement], total: Statement) -> bool:
    """Say whether a total is called so, or nearly is what the numbers before it make: that's 40."""
    if not _THAT_IS.search(scene.before(total)):
        return True
    run = _run_in_front(scene, parts, total)
    return nearly_make(total, run) or (len(run) >= LINKED and is_near(total, run))


def _joined_before(scene: Scene, number: int) -> list[Statement]:
    """Return what stands in front in the sentences that a sentence joins on to."""
    first = number
    while first and scene.are_joined(first - 1, number) and scene.are_neighbours(first - 1, first):
        first -= 1
    if _is_all(scene, number) and scene.are_neighbours(first - 1, first):
        first -= 1
    return [s for n in range(first, number) for s in scene.of_sentence.get(n, [])]


def _is_all(scene: Scene, number: int) -> bool:
    """Say whether a sentence starts with words that take what was said before together."""
    return _ALL.match(scene.sentence(number)) is not None


def _closes(scene: Scene, total: Statement) -> bool:
    """Say whether words on either side call a figure the total of what stands before it."""
    return bool(
        _TOTALS.search(scene.before(total))
        or _IN_ALL.match(scene.after(total, GLUE))
        or COMES_TO.search(scene.before(total, GLUE))
        or _WHICH_MAKES.search(scene.before(total, GLUE))
    )


def _parts_in_front(scene: Scene, parts: Sequence[Statement], total: Statement) -> list[Statement]:
    """Return the figures in front of a total that make it, or are listed to make it."""
    run = _of_its_unit(_run_in_front(scene, parts, total), total)
    if _are_unlike(run, total):
        return []
    last = [list(parts[-count:]) for count in range(2, len(parts) + 1)]
    made = _making(total, [run, *last])
    if made or len(run) > 1:
        return next((some for some in made if len(some) > 1), run)
    return next((some for some in last if _are_of_one_unit(some) and nearly_make(total, some)), [])


def _making(total: Statement, lists: Sequence[list[Statement]]) -> list[list[Statement]]:
    """Return the lists of parts that make a total."""
    whole = counted(total)
    return [some for some in lists if whole is not None and whole.overlaps(added(some))]


def _are_unlike(parts: Sequence[Statement], total: Statement) -> bool:
    """Say whether parts are of many units, or some of a total's and others of one added to none."""
    units, own = {part.figure.unit for part in parts} - {""}, total.figure.unit
    return len(units) > PAIR or (own in units and not units <= _OF_ANYTHING | {own})


def _are_of_one_unit(parts: Sequence[Statement]) -> bool:
    """Say whether no two parts name two units: 24 trains and 16,800 seats make nothing."""
    return len({part.figure.unit for part in parts} - {""}) <= 1


def _of_its_unit(parts: list[Statement], total: Statement) -> list[Statement]:
    """Return the parts of no other unit than a total's, if some are: people, not vehicles."""
    if not total.figure.unit and len({part.figure.unit for part in parts} - {""}) == 1:
        return parts
    same = [part for part in parts if part.figure.unit in {"", total.figure.unit}]
    return same if len(same) > 1 else parts


def _run_in_front(scene: Scene, parts: Sequence[Statement], total: Statement) -> list[Statement]:
    """Return the last parts that are smaller than the total and follow each other in one list."""
    taken: list[Statement] = []
    for part in reversed(parts):
        if taken and not continues(scene.between(part, taken[0])):
            break
        if amount(part) >= amount(total):
            break
        taken.insert(0, part)
    return taken


def _counts(statement: Statement, total: Statement) -> bool:
    """Say whether a figure may be a part of a total behind it, whatever both are called."""
    are_counts = statement.figure.kind == "cardinal" == total.figure.kind
    is_any = are_counts and not count_other_things(statement, total)
    return is_any or may_be_part(statement, total)
