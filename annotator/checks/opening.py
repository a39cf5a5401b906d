"""A total that words open a list with, and the first numbers behind it that miss it by a slip."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from annotator.checks.adding import added
from annotator.checks.addition import LINKED, added_up, is_total, may_be
from annotator.checks.closing import are_one_list, without_one
from annotator.checks.misread import are_misread
from annotator.checks.scene import Scene
from annotator.checks.statement import Check, Statement, Verdict
from annotator.checks.together import is_level, may_be_one

_OPENS = re.compile(
    r"[^。；0-9一二两三四五六七八九十]{0,30}分别|[^。；0-9]{0,30}(?:其余|由[^，。；0-9]{1,6}组成|[分按]为?[两三四五六])"
    r"|[^.;]{0,40}\bin (?:two|three|four|five) [a-z]+\b|[^.;0-9]{0,40}:"
    r"|[^.0-9]{0,6};|[^.;0-9]{0,40}\b(?:the first|broken down|split|divided|made up)\b",
    re.IGNORECASE,
)
_OF_ALL = re.compile(r"(?:\A|[.;:,]\s+)(?:out )?of (?:the|our|these|those|all)\s+\Z", re.IGNORECASE)
_IN_TURN = re.compile(
    r"分别|其余|\b(?:first|second|other|rest|remaining)\b|\bin two\b|\b(?:two|both) [a-z]+ com",
    re.IGNORECASE,
)
MOST, PAIR, WORDS = 9, 2, 40


def opened(scene: Scene) -> Iterator[Check]:
    """Yield totals that words open a list with, and the first numbers that should make them."""
    for total in scene.statements:
        may_open = is_total(total) and is_level(scene, total) and _opens(scene, total)
        if parts := _parts(scene, total, _behind(scene, total)) if may_open else []:
            check = added_up(scene, total, list(parts))
            is_right = may_be(total, added(parts))
            yield check if is_right else replace(check, verdict=Verdict.CONFLICT)


def _opens(scene: Scene, total: Statement) -> bool:
    """Say whether words beside a total lead on to a list of all that it counts."""
    behind = scene.text[total.end : total.end + 2 * WORDS].partition("\n")[0]
    is_of_all = _OF_ALL.search(scene.before(total, WORDS)) is not None
    return is_of_all or _OPENS.match(behind) is not None


def _behind(scene: Scene, total: Statement) -> list[Statement]:
    """Return the first numbers behind a total that may be parts of it, of its unit if some are."""
    number = scene.sentence_of(total)
    here = [s for s in scene.of_sentence[number] if s.start >= total.end]
    onward = scene.after_semicolons(number) or (
        [] if len(here) > 1 else scene.in_next_sentence(number)
    )
    known = [s for s in (*here, *onward) if may_be_one(s, total) and is_level(scene, s)][:MOST]
    same = [s for s in known if s.figure.unit == total.figure.unit]
    return same if len(same) >= PAIR else known


def _parts(scene: Scene, total: Statement, known: Sequence[Statement]) -> Sequence[Statement]:
    """Return the first numbers that make a total, or all of them that miss it by a slip."""
    firsts = [known[:end] for end in range(PAIR, len(known) + 1)]
    ends = combinations(range(len(known) + 1), PAIR)
    all_runs = (known[first:last] for first, last in ends if last - first >= PAIR)
    made = (run for run in all_runs if may_be(total, added(run)))
    slips = (run for run in (*reversed(firsts), *without_one(firsts)) if are_misread(total, run))
    near = (run for run in slips if are_one_list(scene, run) and _are_enough(scene, total, run))
    return next(made, None) or next(near, [])


def _are_enough(scene: Scene, total: Statement, run: Sequence[Statement]) -> bool:
    """Say whether some numbers are all: three, or two that words tell in turn."""
    words = scene.text[max(0, total.start - WORDS) : run[-1].end]
    return len(run) >= LINKED or _IN_TURN.search(words) is not None
