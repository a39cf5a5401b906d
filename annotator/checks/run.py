"""All checks of a text."""

from collections.abc import Iterator, Sequence

from annotator.checks.anchored import anchored
from annotator.checks.bases import bases
from annotator.checks.conclusions import conclusions
from annotator.checks.dates import dates
from annotator.checks.frequencies import frequencies
from annotator.checks.growth import growth
from annotator.checks.lists import lists
from annotator.checks.percentages import percentages
from annotator.checks.pointing import pointing
from annotator.checks.portions import portions
from annotator.checks.rates import rates
from annotator.checks.remainders import gaps, remainders
from annotator.checks.repeats import repeats
from annotator.checks.running import running
from annotator.checks.scene import Scene
from annotator.checks.spells import ages, anniversaries, clocks
from annotator.checks.statement import Check, Statement
from annotator.checks.steps import differences
from annotator.checks.totals import additions

_KINDS = (
    pointing,
    repeats,
    anchored,
    frequencies,
    portions,
    rates,
    remainders,
    gaps,
    running,
    additions,
    percentages,
    growth,
    bases,
    differences,
    conclusions,
    lists,
    dates,
    ages,
    anniversaries,
    clocks,
)


def check_text(text: str, statements: Sequence[Statement]) -> Iterator[Check]:
    """Yield all that is found, by the kind of check; a passage that is found twice once."""
    scene = Scene(text, statements)
    seen: set[tuple[object, ...]] = set()
    for kind in _KINDS:
        for check in kind(scene):
            key = (check.type, *check.passages)
            if key not in seen:
                seen.add(key)
                yield check
