"""So many numbers in front that words put together: these three towns combined have 4,300.

The words count the parts, so that the last so many levels in front are meant, however much else
is told between them: changes, rates and bounds.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import chain

from annotator.checks.adding import added, is_bound
from annotator.checks.addition import added_up, is_rate, is_total, may_be_part
from annotator.checks.amounts import amount, sum_of
from annotator.checks.changes import change_of, is_base, is_source
from annotator.checks.rounding import loose
from annotator.checks.scene import Scene
from annotator.checks.statement import Check, Statement, Verdict
from annotator.checks.words import HAN, TOGETHER

_NUMBERS = {
    **{word: n for n, word in enumerate(("two", "three", "four", "five", "six", "seven"), 2)},
    **{word: n for n, word in enumerate("二三四五六七", 2)},
    "两": 2,
    "both": 2,
}
_COUNTED = re.compile(
    rf"(?<![第{HAN}])(?:[这那以上述前]{{0,2}})(?P<zh>[{''.join(n for n in _NUMBERS if n > 'z')}])"
    rf"(?:[个大]?[{HAN}]{{1,5}}?)(?:{TOGETHER}|合共|合计|总共|一共|共计|相加)[^，。；0-9]{{0,8}}\Z"
    r"|\b(?:these|those|the|all|our)\s+(?P<en>two|three|four|five|six|seven)\s+(?:[a-z]+\s+){0,2}"
    r"(?:together|combined|add(?:ed)? up|put together|in total|total)\b[^.;,0-9]{0,24}\Z"
    r"|\b(?:these|those)(?: just)? (?P<these>two|three|four|five|six|seven)\b[^.;,0-9]{0,60}\Z"
    r"|\bthe (?P<came>two|three|four|five|six|seven) [a-z]+ (?:come|came|add|added|amount|amounted)"
    r"(?: up)? to\b[^.;,0-9]{0,12}\Z"
    r"|\b(?P<both>both)(?: [a-z]+)? (?:together|combined)\b[^.;,0-9]{0,24}\Z",
    re.IGNORECASE,
)
WORDS, BACK, NEAR, LEAST = 60, 3, Decimal("0.3"), Decimal("0.005")
"""Parts may stand so many sentences back, miss a total by such a part of it, and be as little."""


def counted_together(scene: Scene) -> Iterator[Check]:
    """Yield totals that words call those of so many numbers, with the last so many in front."""
    for total in scene.statements:
        found = _COUNTED.search(scene.before(total, WORDS)) if is_total(total) else None
        if found is None:
            continue
        count = _NUMBERS[next(filter(None, found.groups())).lower()]
        if parts := _parts(scene, total, count):
            yield _of_all(added_up(scene, total, list(parts)), total, parts)


def _of_all(check: Check, total: Statement, parts: Sequence[Statement]) -> Check:
    """Return a check of parts that are all of a total, so that what is left open is a conflict."""
    whole = loose(total)
    may_fit = whole is not None and whole.overlaps(added(parts, is_loose=True))
    is_wrong = check.verdict is Verdict.UNDETERMINED and not may_fit
    return replace(check, verdict=Verdict.CONFLICT) if is_wrong else check


def _parts(scene: Scene, total: Statement, count: int) -> Sequence[Statement]:
    """Return the last so many numbers in front of a total, or those further back that make it.

    Changes and their bases are none of them, unless nothing else comes near it.
    """
    lists = [some for some in _lists(scene, total) if len(some) >= count]
    runs = [some[at : at + count] for some in lists for at in range(len(some) - count, -1, -1)]
    made = (run for run in runs if added(run).overlaps(added([total])))
    near = (some[-count:] for some in lists if _are_near(total, some[-count:]))
    return next(chain(made, near), [])


def _lists(scene: Scene, total: Statement) -> list[list[Statement]]:
    """Return what may be parts: levels of one unit, of any that fits, all of it, and any counts."""
    told = [s for s in scene.told_before(total, BACK) if _is_of_size(s, total)]
    known = [s for s in told if may_be_part(s, total)]
    same = [s for s in known if s.figure.unit == total.figure.unit]
    counts = [s for s in told if s.figure.kind == "cardinal" == total.figure.kind]
    levels = ([s for s in some if is_level(scene, s)] for some in (same, known))
    return [*levels, same, counts]


def _are_near(total: Statement, parts: Sequence[Statement]) -> bool:
    return abs(sum_of(parts) - amount(total)) <= amount(total) * NEAR


def may_be_one(statement: Statement, total: Statement) -> bool:
    """Say whether a number may be a part of a total: smaller, no bound and not tiny."""
    return _is_of_size(statement, total) and may_be_part(statement, total)


def _is_of_size(statement: Statement, total: Statement) -> bool:
    is_smaller = amount(total) * LEAST < amount(statement) < amount(total)
    return is_smaller and is_total(statement) and not is_bound(statement)


def is_level(scene: Scene, statement: Statement) -> bool:
    """Say whether a number is no change and no rate, nor the base of one."""
    is_step = change_of(scene, statement) is not None or is_base(scene, statement)
    return not (is_step or is_rate(scene, statement) or is_source(scene, statement))
