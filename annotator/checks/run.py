"""All checks of a text."""

from collections.abc import Iterator, Sequence

from annotator.checks.anchored import anchored
from annotator.checks.bases import bases
from annotator.checks.conclusions import conclusions
from annotator.checks.dates import dates
from annotator.checks.frequencies import frequencies
from annotator.checks.growth import growth
from annotator.checks.lists import lists
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
from annotator.checks.running import running
from annotator.checks.scene import Scene
from annotator.checks.spells import ages, anniversaries, clocks
from annotator.checks.statement import Check, CheckType, Statement, Verdict
from annotator.checks.steps import differences
from annotator.checks.terms import terms
from annotator.checks.totals import additions

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
    lists,
    dates,
    terms,
    ages,
    anniversaries,
    clocks,
)


def check_text(text: str, statements: Sequence[Statement]) -> Iterator[Check]:
    """Yield all that is found, by the kind of check; a passage that is found twice once."""
    scene = Scene(text, statements)
    found: dict[tuple[object, ...], Check] = {}
    for kind in _KINDS:
        for check in kind(scene):
            found.setdefault((check.type, *check.passages), check)
    yield from _unexplained(list(found.values()))


def _unexplained(checks: Sequence[Check]) -> Iterator[Check]:
    """Yield checks, without sums that are wrong of numbers that are parts of one that is right."""
    sums = [c for c in checks if c.type is CheckType.SUM]
    right = [frozenset(c.passages[1:]) for c in sums if c.verdict is Verdict.CONSISTENT]
    for check in checks:
        is_wrong = check.type is CheckType.SUM and check.verdict is Verdict.CONFLICT
        if not is_wrong or not any(parts.issuperset(check.passages[1:]) for parts in right):
            yield check
