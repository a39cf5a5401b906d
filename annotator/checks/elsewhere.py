"""Totals that stand somewhere else than beside their parts."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from annotator.checks.adding import added
from annotator.checks.addition import (
    GLUE,
    LINKED,
    OF_THEM,
    SUM_OF_IT,
    added_up,
    continues,
    is_closed,
    is_listed,
    is_mark,
    is_rate,
    is_total,
    may_be,
    may_be_part,
    nearly_make,
)
from annotator.checks.amounts import amount, sum_of
from annotator.checks.changes import change_of, is_base, is_source
from annotator.checks.portion import is_count
from annotator.checks.scene import Scene
from annotator.checks.statement import Check, Statement, Verdict
from annotator.checks.words import HAN

_BY_KIND = re.compile(
    r"\s*(?:by|broken down by) [a-z]+(?: [a-z]+)?[:,]"
    r"|\s*(?:out )?of (?:the|that|this|it|them|those|these)(?: [a-z]+){0,2},"
    r"|\s*[分按从][^，。；0-9]{1,8}[看分说讲][，,]",
    re.IGNORECASE,
)
_NAME = re.compile(f"(?<![{HAN}])[{HAN}]{{2,4}}\\Z")
NEAR_WHOLE, NEAR_BARE, NEAR_REST = Decimal("0.15"), Decimal("0.08"), Decimal("0.05")
_KIND = re.compile(r"\s+(?P<kind>[a-z\-]+(?: [a-z\-]+)?) (?P<head>[a-z]+s)(?=\s*(?:[,.;]|and\b))")
_EVERYTHING = re.compile(
    r"everything else|\bthe (?:rest|remaind)|其余|余下|剩余|剩下", re.IGNORECASE
)
MOST, BACK, FURTHER, PAIR = 40, 3, 8, 2
"""So many sentences back a total may stand, from its rest, its parts or their kinds; two parts."""


def in_another_sentence(scene: Scene, number: int) -> Iterator[Check]:
    """T; and in a sentence behind it A, B and C, which should make T."""
    here = scene.of_sentence[number]
    is_headed = _BY_KIND.match(scene.said(number)) is not None
    before = _told_before(scene, number, is_headed=is_headed)
    for run in _runs(scene, here, PAIR if is_headed else LINKED):
        if len(run) >= LINKED:
            yield from _of_one_head(scene, run)
        elif _are_two_times(scene, run):
            continue
        known = [*before, *(s for s in here if s.end <= run[0].start)]
        wholes = [s for s in reversed(known) if is_total(s)]
        yield from _of_any(scene, wholes, run, is_headed=is_headed and len(run) > PAIR)


def _told_before(scene: Scene, number: int, *, is_headed: bool) -> list[Statement]:
    """Return what the sentences of a paragraph before one tell, or what is asked in them.

    Where a sentence parts something by its kinds, those are further back in any paragraph.
    """
    if is_headed:
        near = list(range(number - FURTHER, number))
    else:
        back = range(number - BACK, number)
        near = [n for n in back if scene.are_in_one_paragraph(n, number) or _is_asked(scene, n)]
    return [s for n in near for s in scene.of_sentence.get(n, [])]


def _are_two_times(scene: Scene, run: Sequence[Statement]) -> bool:
    """Say whether one of some numbers is told of the last year, or of what was before."""
    return any("last" in scene.times_of(s) for s in run)


def _of_one_head(scene: Scene, parts: Sequence[Statement]) -> Iterator[Check]:
    """N things; and elsewhere A such things, B other things and C third things, all called so."""
    head, number = _shared_head(scene, parts), scene.sentence_of(parts[0])
    if not head:
        return
    bare = re.compile(rf"\s+{head}\b")
    named = (s for s in scene.naming(head, parts[0]) if bare.match(scene.after(s, GLUE)))
    wholes = (s for s in named if is_count(s) and scene.sentence_of(s) != number)
    near = next((s for s in wholes if _is_close(s, parts)), None)
    if near is not None:
        yield added_up(scene, near, list(parts))


def _shared_head(scene: Scene, parts: Sequence[Statement]) -> str:
    """Return the noun of numbers that count different kinds of one thing; "" if they do not.

    It is "buses" for 12 electric buses, 20 diesel buses and 8 hybrid buses.
    """
    found = [_KIND.match(scene.after(s, GLUE)) for s in parts]
    heads, kinds = ({kind[name] for kind in found if kind} for name in ("head", "kind"))
    return heads.pop() if len(heads) == 1 and len(kinds) == len(parts) else ""


def _is_asked(scene: Scene, number: int) -> bool:
    """Say whether a sentence is a question."""
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
    wholes, made = _wholes_of(scene, known, parts), added(parts)
    exactly = next((s for s in wholes if may_be(s, made)), None)
    whole = exactly or _nearly_made(scene, wholes, parts, is_headed=is_headed, is_rest=is_rest)
    if whole:
        yield added_up(scene, whole, parts)


def _wholes_of(
    scene: Scene, known: Sequence[Statement], parts: Sequence[Statement]
) -> list[Statement]:
    """Return the numbers that parts may be of: larger ones of their unit, and no mark passed."""
    largest = max(map(amount, parts))
    larger = (s for s in known if amount(s) > largest and not is_mark(scene, s))
    return [s for s in larger if all(may_be_part(part, s) for part in parts)]


def _nearly_made(
    scene: Scene,
    wholes: Sequence[Statement],
    parts: Sequence[Statement],
    *,
    is_headed: bool,
    is_rest: bool,
) -> Statement | None:
    """Return the whole that parts make but for a slip, or if words link them come nearest to.

    With a rest they must come close to it.
    """
    levels = [s for s in wholes if _is_level(scene, s) and not is_listed(scene, s)]
    slip = next((s for s in levels if nearly_make(s, parts)), None)
    if slip or not (is_headed or is_rest or _are_linked(scene, parts)):
        return slip
    near = [s for s in levels if is_near(s, parts, is_headed=is_headed)]
    close = [s for s in near if _is_close(s, parts)] if is_rest else near
    return min(close, key=lambda s: _distance(s, parts), default=None)


def _distance(total: Statement, parts: Sequence[Statement]) -> Decimal:
    """Return by how much parts miss a total."""
    return abs(amount(total) - sum_of(parts))


def _is_close(total: Statement, parts: Sequence[Statement]) -> bool:
    """Say whether parts miss a total by a twentieth of it at most."""
    return _distance(total, parts) <= amount(total) * NEAR_REST


def is_near(total: Statement, parts: Sequence[Statement], *, is_headed: bool = False) -> bool:
    """Say whether parts nearly make a total; a bare one only if they are told as its kinds."""
    nearly = NEAR_WHOLE if total.figure.unit else NEAR_BARE
    is_of_them = bool(total.figure.unit) or is_headed
    return is_of_them and _distance(total, parts) <= amount(total) * nearly


def _are_linked(scene: Scene, parts: Sequence[Statement]) -> bool:
    """Say whether parts are "of those", or have names that end alike: 红码、黄码、绿码."""
    if OF_THEM.match(scene.after(parts[0])):
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
    """Say whether a number is a level that may be one of a list, not what the list comes to."""
    is_told = is_count(statement) or statement.figure.kind == "duration"
    if not (is_told and is_total(statement) and _is_level(scene, statement)):
        return False
    return SUM_OF_IT.search(scene.before(statement)) is None


def closed_by_rest(scene: Scene) -> Iterator[Check]:
    """Yield what numbers make of totals with one that words call the rest: A; B; the rest is C."""
    for statement in scene.statements:
        if is_total(statement) and _may_close(scene, statement):
            yield from _with_rest(scene, statement)


def _may_close(scene: Scene, statement: Statement) -> bool:
    """Say whether words on a number's side call it the rest of something."""
    return is_closed(scene, [statement]) or _is_everything(scene, statement)


def _is_everything(scene: Scene, rest: Statement) -> bool:
    """Say whether words in front of a number make it everything else: 其余, the remainder."""
    return _EVERYTHING.search(scene.before(rest, GLUE)) is not None


def _with_rest(scene: Scene, rest: Statement) -> Iterator[Check]:
    """A; B; and the rest is C: the total may stand anywhere."""
    told = (s for s in scene.told_before(rest, BACK) if is_total(s) and may_be_part(s, rest))
    numbers = [*(s for s in told if _is_level(scene, s)), rest]
    if len(numbers) < LINKED:
        return
    found = _of_its_unit(scene, numbers)
    tried = found or _of_any(scene, _far_before(scene, rest), numbers)
    right = [c for c in tried if c.verdict is Verdict.CONSISTENT]
    yield from right or list(_left_of(scene, numbers)) or found


def _of_its_unit(scene: Scene, numbers: list[Statement]) -> list[Check]:
    """Return what numbers make of a total anywhere with the unit of the last one, the rest.

    Where that is everything else, it may be a total that they come close to.
    """
    *parts, rest = numbers
    known = [s for s in scene.of_unit(rest) if is_total(s)]
    found = list(_of_any(scene, known, numbers))
    is_all = len(parts) >= LINKED and _is_everything(scene, rest)
    if found or not is_all:
        return found
    return list(_of_any(scene, known, numbers, is_rest=True))


def _far_before(scene: Scene, rest: Statement) -> list[Statement]:
    """Return what may be the total of a rest in the many sentences in front of its own."""
    number = scene.sentence_of(rest)
    far = (s for n in range(number - MOST, number) for s in scene.of_sentence.get(n, []))
    return list(filter(is_total, far))


def _left_of(scene: Scene, numbers: list[Statement]) -> Iterator[Check]:
    """Yield what the last numbers make of one in front of them in the same passage."""
    for first in range(len(numbers) - LINKED, 0, -1):
        found = list(_of_any(scene, list(reversed(numbers[:first])), numbers[first:]))
        if found:
            yield from found
            return
