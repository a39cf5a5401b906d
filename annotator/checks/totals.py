"""Totals that stand behind their parts, or somewhere else than beside them."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from annotator.checks.addition import (
    GLUE,
    LINKED,
    SUM_OF_IT,
    added,
    added_up,
    continues,
    is_closed,
    is_listed,
    is_mark,
    is_rate,
    is_total,
    may_be_part,
    nearly_make,
)
from annotator.checks.changes import change_of, is_base, is_source
from annotator.checks.portion import is_count
from annotator.checks.rounding import counted, value_of
from annotator.checks.scene import Scene
from annotator.checks.statement import Check, Statement, Verdict
from annotator.checks.sums import sums
from annotator.checks.words import HAN
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
    r"\s*(?:全部|总共|合计|一共|总计|[两三四五六]?[者项个类]?[^，。0-9]{0,3}(?:加起来|合起来|相加|加在一起)"
    r"|that(?:[’']s| is)\b|in (?:all|total)\b|all told\b|altogether\b|together\b|combined\b"
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
    r"|(?:加起来|合起来|相加|加在一起)[^，。；0-9]{0,6})\s*\Z",
    re.IGNORECASE,
)
_OF_THEM = re.compile(r"\s+of (?:them|those|these|which|whom)\b", re.IGNORECASE)
_BY_KIND = re.compile(
    r"\s*(?:by|broken down by) [a-z]+(?: [a-z]+)?[:,]"
    r"|\s*(?:out )?of (?:the|that|this|it|them|those|these)(?: [a-z]+){0,2},"
    r"|\s*[分按从][^，。；0-9]{1,8}[看分说讲][，,]",
    re.IGNORECASE,
)
_THAT_IS = re.compile(r"\bthat(?:[’']s| is)\s+(?:about |some )?\Z", re.IGNORECASE)
_NAME = re.compile(f"(?<![{HAN}])[{HAN}]{{2,4}}\\Z")
NEAR_WHOLE, NEAR_BARE, NEAR_REST = Decimal("0.15"), Decimal("0.08"), Decimal("0.05")
_KIND = re.compile(r"\s+(?P<kind>[a-z\-]+(?: [a-z\-]+)?) (?P<head>[a-z]+s)(?=\s*(?:[,.;]|and\b))")
_EVERYTHING = re.compile(
    r"everything else|\bthe (?:rest|remaind)|其余|余下|剩余|剩下", re.IGNORECASE
)
MOST, BACK, FURTHER, PAIR = 40, 3, 8, 2
"""So many figures in front of a total may be its parts; so many sentences back it may stand."""


def additions(scene: Scene) -> Iterator[Check]:
    """Yield what parts make of totals; not what is wrong of parts that make another total.

    Of lists of one total that are all wrong, the one that is found first is told.
    """
    found = _whole_lists([*sums(scene), *totals(scene)])
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
        yield from _apart(scene, number)
    for statement in scene.statements:
        if is_total(statement) and _may_close(scene, statement):
            yield from _closed(scene, statement)


def _may_close(scene: Scene, statement: Statement) -> bool:
    """Say whether words on a number's side call it the rest of something."""
    is_rest = is_closed(scene, [statement])
    return is_rest or _EVERYTHING.search(scene.before(statement, GLUE)) is not None


def _behind(scene: Scene, number: int) -> Iterator[Check]:
    """A, B and C, in all T."""
    own = scene.of_sentence[number]
    before = _joined_before(scene, number)
    here = [*before, *own]
    for at, total in enumerate(own, len(before)):
        if not is_total(total):
            continue
        parts = [s for s in here[max(0, at - MOST) : at] if s.figure.low and _counts(s, total)]
        are_before = len(parts) > 1 and all(part in before for part in parts)
        is_all = are_before and _is_all(scene, number) and _may_be_all(scene, parts, total)
        if is_all or _closes(scene, total):
            taken = _parts_in_front(scene, parts, total)
            if len(taken) > 1:
                yield added_up(scene, total, taken)


def _may_be_all(scene: Scene, parts: Sequence[Statement], total: Statement) -> bool:
    """Say whether a total is called so, or nearly is what the numbers before it make: that's 40."""
    if not _THAT_IS.search(scene.before(total)):
        return True
    run = _run_in_front(scene, parts, total)
    return nearly_make(total, run) or (len(run) >= LINKED and _is_near(total, run))


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
        or _WHICH_MAKES.search(scene.before(total, GLUE))
    )


def _parts_in_front(scene: Scene, parts: Sequence[Statement], total: Statement) -> list[Statement]:
    """Return the figures in front of a total that make it, or are listed to make it."""
    run = _of_its_unit(_run_in_front(scene, parts, total), total)
    last = [list(parts[-count:]) for count in range(2, len(parts) + 1)]
    whole = counted(total)
    made = [some for some in [run, *last] if whole is not None and whole.overlaps(added(some))]
    if made or len(run) > 1:
        return next((some for some in made if len(some) > 1), run)
    return next((some for some in last if nearly_make(total, some)), [])


def _of_its_unit(parts: list[Statement], total: Statement) -> list[Statement]:
    """Return the parts of no other unit than a total's, if some are: people, not vehicles."""
    same = [part for part in parts if part.figure.unit in {"", total.figure.unit}]
    return same if len(same) > 1 else parts


def _run_in_front(scene: Scene, parts: Sequence[Statement], total: Statement) -> list[Statement]:
    """Return the last parts that are smaller than the total and follow each other in one list."""
    taken: list[Statement] = []
    for part in reversed(parts):
        if taken and not continues(scene.between(part, taken[0])):
            break
        if (value_of(part) or 0) >= (value_of(total) or 0):
            break
        taken.insert(0, part)
    return taken


def _counts(statement: Statement, total: Statement) -> bool:
    """Say whether a figure may be a part of a total behind it, whatever both are called."""
    return statement.figure.kind == "cardinal" == total.figure.kind or may_be_part(statement, total)


def _apart(scene: Scene, number: int) -> Iterator[Check]:
    """T; and in a sentence behind it A, B and C, which should make T."""
    here = scene.of_sentence[number]
    back = range(number - BACK, number)
    near = [n for n in back if scene.are_in_one_paragraph(n, number) or _is_asked(scene, n)]
    before = [s for n in near for s in scene.of_sentence.get(n, [])]
    is_headed = _BY_KIND.match(scene.said(number)) is not None
    if is_headed:
        back = range(number - FURTHER, number)
        before = [s for n in back for s in scene.of_sentence.get(n, [])]
    for run in _runs(scene, here, PAIR if is_headed else LINKED):
        yield from _of_one_head(scene, run) if len(run) >= LINKED else ()
        known = [*before, *(s for s in here if s.end <= run[0].start)]
        are_two_times = len(run) == PAIR and any("last" in scene.times_of(s) for s in run)
        wholes = [s for s in reversed(known) if is_total(s) and not are_two_times]
        yield from _of_any(scene, wholes, run, is_headed=is_headed and len(run) > PAIR)


def _of_one_head(scene: Scene, parts: Sequence[Statement]) -> Iterator[Check]:
    """N things; and elsewhere A such things, B other things and C third things, all called so."""
    found = [_KIND.match(scene.after(s, GLUE)) for s in parts]
    heads, kinds = ({kind[name] for kind in found if kind} for name in ("head", "kind"))
    if len(heads) != 1 or len(kinds) != len(parts):
        return
    head, number = heads.pop(), scene.sentence_of(parts[0])
    bare = re.compile(rf"\s+{head}\b")
    wholes = [s for s in scene.naming(head, parts[0]) if bare.match(scene.after(s, GLUE))]
    wholes = [s for s in wholes if is_count(s) and scene.sentence_of(s) != number]
    near = [s for s in wholes if _distance(s, parts) <= (value_of(s) or 0) * NEAR_REST]
    yield from (added_up(scene, s, list(parts)) for s in near[:1])


def _is_asked(scene: Scene, number: int) -> bool:
    return scene.sentence(number).rstrip().endswith(("?", "？"))


def _of_any(
    scene: Scene,
    known: Sequence[Statement],
    parts: list[Statement],
    *,
    is_headed: bool = False,
    is_rest: bool = False,
) -> Iterator[Check]:
    """Yield what parts make of the total that they are of, or nearly are of, if there is one."""
    largest, made = max(value_of(part) or Decimal(0) for part in parts), added(parts)
    wholes = [
        s
        for s in known
        if (value_of(s) or Decimal(0)) > largest and all(may_be_part(part, s) for part in parts)
        if not is_mark(scene, s)
    ]
    right = [s for s in wholes if (number := counted(s)) and number.overlaps(made)]
    is_linked = is_headed or is_rest or _are_linked(scene, parts)
    levels = [s for s in wholes if _is_level(scene, s) and not is_listed(scene, s)]
    slips = [s for s in levels if nearly_make(s, parts)]
    near = [s for s in levels if is_linked and _is_near(s, parts, is_headed=is_headed)]
    if is_rest:
        near = [s for s in near if _distance(s, parts) <= (value_of(s) or 0) * NEAR_REST]
    off = {id(s): _distance(s, parts) for s in near}
    near = sorted(near, key=lambda s: off[id(s)])
    for whole in [*right, *slips, *near][:1]:
        yield added_up(scene, whole, parts)


def _distance(total: Statement, parts: Sequence[Statement]) -> Decimal:
    made = sum((value_of(part) or Decimal(0) for part in parts), Decimal(0))
    return abs((value_of(total) or Decimal(0)) - made)


def _is_near(total: Statement, parts: Sequence[Statement], *, is_headed: bool = False) -> bool:
    whole = value_of(total) or Decimal(0)
    nearly = NEAR_WHOLE if total.figure.unit else NEAR_BARE
    return bool(total.figure.unit or is_headed) and _distance(total, parts) <= whole * nearly


def _are_linked(scene: Scene, parts: Sequence[Statement]) -> bool:
    """Say whether parts are "of those", or have names that end alike: 红码、黄码、绿码."""
    if _OF_THEM.match(scene.after(parts[0])):
        return True
    names = [_NAME.search(scene.noun_before(part).removesuffix("的")) for part in parts]
    told = {name.group() for name in names if name}
    return all(names) and len(told) == len(parts) and len({name[-1] for name in told}) == 1


def _is_level(scene: Scene, statement: Statement) -> bool:
    """Say whether a figure is no change and no rate, and nothing that others are held against."""
    if is_rate(scene, statement) or is_base(scene, statement) or is_source(scene, statement):
        return False
    return change_of(scene, statement) is None


def _runs(scene: Scene, here: Sequence[Statement], least: int) -> Iterator[list[Statement]]:
    """Yield the lists of so many figures of one unit and more in a sentence."""
    for unit in dict.fromkeys(s.figure.unit for s in here):
        run: list[Statement] = []
        for statement in here:
            if statement.figure.unit != unit or not _may_be_listed(scene, statement):
                continue
            if run and not continues(scene.between(run[-1], statement)):
                yield from [run] if len(run) >= least else []
                run = []
            run.append(statement)
        yield from [run] if len(run) >= least else []


def _may_be_listed(scene: Scene, statement: Statement) -> bool:
    is_told = is_count(statement) or statement.figure.kind == "duration"
    if not (is_told and is_total(statement) and _is_level(scene, statement)):
        return False
    return SUM_OF_IT.search(scene.before(statement)) is None


def _closed(scene: Scene, rest: Statement) -> Iterator[Check]:
    """A; B; and the rest is C: the total may stand anywhere."""
    parts = [
        s
        for s in scene.told_before(rest, BACK)
        if is_total(s) and may_be_part(s, rest) and _is_level(scene, s)
    ]
    if len(parts) + 1 >= LINKED:
        number = scene.sentence_of(rest)
        further = [s for n in range(number - MOST, number) for s in scene.of_sentence.get(n, [])]
        known = [s for s in scene.of_unit(rest) if is_total(s)]
        found = list(_of_any(scene, known, [*parts, rest]))
        is_all = len(parts) >= LINKED and _EVERYTHING.search(scene.before(rest, GLUE)) is not None
        found = found or list(_of_any(scene, known, [*parts, rest], is_rest=is_all))
        tried = found or _of_any(scene, list(filter(is_total, further)), [*parts, rest])
        right = [c for c in tried if c.verdict is Verdict.CONSISTENT]
        yield from right or list(_left_of(scene, [*parts, rest])) or found


def _left_of(scene: Scene, numbers: list[Statement]) -> Iterator[Check]:
    """Yield what the last numbers make of one in front of them in the same passage."""
    for first in range(len(numbers) - LINKED, 0, -1):
        found = list(_of_any(scene, list(reversed(numbers[:first])), numbers[first:]))
        if found:
            yield from found
            return
