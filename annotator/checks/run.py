"""All checks of a text."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from annotator.checks.ages import ages
from annotator.checks.anchored import anchored
from annotator.checks.appended import appended
from annotator.checks.bases import bases
from annotator.checks.compared import compared
from annotator.checks.conclusions import conclusions
from annotator.checks.converted import converted
from annotator.checks.dates import dates
from annotator.checks.day_counts import day_counts
from annotator.checks.deadlines import deadlines
from annotator.checks.frequencies import frequencies
from annotator.checks.growth import growth
from annotator.checks.itemised import itemised
from annotator.checks.listed import listed
from annotator.checks.lists import lists
from annotator.checks.one_length import one_length
from annotator.checks.orders import orders
from annotator.checks.paces import paces
from annotator.checks.percentages import percentages
from annotator.checks.pointing import pointing
from annotator.checks.portions import portions
from annotator.checks.quoted import quoted
from annotator.checks.rates import rates
from annotator.checks.ratios import ratios
from annotator.checks.reached import reached
from annotator.checks.remainders import gaps, remainders
from annotator.checks.repeats import repeats
from annotator.checks.restated import restated
from annotator.checks.running import running
from annotator.checks.scene import Scene
from annotator.checks.since import since
from annotator.checks.slogans import slogans
from annotator.checks.spells import anniversaries, clocks
from annotator.checks.statement import Check, CheckType, Statement, Verdict
from annotator.checks.steps import differences
from annotator.checks.stretches import stretches
from annotator.checks.totals import additions
from annotator.checks.weekdays import weekdays
from annotator.model.records import Passage

_KINDS = (
    quoted,
    pointing,
    repeats,
    anchored,
    frequencies,
    portions,
    rates,
    paces,
    ratios,
    remainders,
    gaps,
    running,
    additions,
    percentages,
    growth,
    bases,
    reached,
    differences,
    conclusions,
    compared,
    itemised,
    listed,
    lists,
    slogans,
    dates,
    weekdays,
    deadlines,
    since,
    day_counts,
    converted,
    stretches,
    orders,
    ages,
    anniversaries,
    clocks,
    one_length,
)
_ARITHMETIC = frozenset({CheckType.SHARE, CheckType.GROWTH, CheckType.SUM})


def check_text(text: str, statements: Sequence[Statement]) -> Iterator[Check]:
    """Yield all that is found, by the kind of check; a passage that is found twice once."""
    scene = Scene(text, statements)
    found: dict[tuple[object, ...], Check] = {}
    for kind in _KINDS:
        for check in kind(scene):
            found.setdefault((check.type, *check.passages), check)
    worked_out = [c for c in found.values() if c.type in _ARITHMETIC]
    found_last = appended(scene, [p for c in worked_out for p in c.passages])
    checks = list(_unexplained([*found.values(), *found_last]))
    yield from _told_once([*checks, *restated(scene, _found_wrong(checks))])


def _found_wrong(checks: Iterable[Check]) -> list[Passage]:
    """Return the passages of which some check says that they do not hold."""
    return [p for c in checks if c.verdict is Verdict.CONFLICT for p in c.passages]


def _told_once(checks: Iterable[Check]) -> Iterator[Check]:
    """Yield checks; where one number is told against several tellings of another, one of all."""
    taken: dict[tuple[str, ...], list[Check]] = {}
    for check in checks:
        if check.type is CheckType.REPEAT and check.verdict is Verdict.CONFLICT:
            taken.setdefault(tuple(sorted(check.texts)), []).append(check)
        else:
            yield check
    for same in taken.values():
        while same:
            yield _joined(same)


def _joined(same: list[Check]) -> Check:
    """Take the first check, and all that share a passage with it, out of a list and join them."""
    first = same.pop(0)
    told = dict(zip(first.passages, first.texts, strict=True))
    for check in list(same):
        if not told.keys().isdisjoint(check.passages):
            told |= zip(check.passages, check.texts, strict=True)
            same.remove(check)
    order = sorted(told, key=lambda passage: passage.start)
    return replace(first, passages=tuple(order), texts=tuple(told[passage] for passage in order))


def _unexplained(checks: Sequence[Check]) -> Iterator[Check]:
    """Yield checks, without those that are wrong of numbers that another one shows to be right.

    So are the parts of a sum that holds, a change that two other numbers make, and a share of a
    part that is one of another whole.
    """
    right = [c for c in checks if c.verdict is Verdict.CONSISTENT]
    excused: dict[CheckType, Callable[[Check], bool]] = {
        CheckType.SUM: _part_of_sums(right),
        CheckType.GROWTH: _made_by(right),
        CheckType.SHARE: _of_other_wholes(right),
    }
    for check in checks:
        is_excused = excused.get(check.type)
        if check.verdict is not Verdict.CONFLICT or not (is_excused and is_excused(check)):
            yield check


def _part_of_sums(right: Sequence[Check]) -> Callable[[Check], bool]:
    """Return what says whether the parts of a sum are those of one that holds, or some of them."""
    sums = [frozenset(c.passages[1:]) for c in right if c.type is CheckType.SUM]
    return lambda check: any(map(frozenset(check.passages[1:]).issubset, sums))


def _made_by(right: Sequence[Check]) -> Callable[[Check], bool]:
    """Return what says whether two other numbers make a change."""
    made = {c.passages[-1] for c in right if c.type in {CheckType.SUM, CheckType.GROWTH}}
    return lambda check: check.passages[-1] in made


def _of_other_wholes(right: Sequence[Check]) -> Callable[[Check], bool]:
    """Return what says whether a part and its share fit another whole."""
    shares = {c.passages[:2] for c in right if c.type is CheckType.SHARE}
    return lambda check: check.passages[:2] in shares
