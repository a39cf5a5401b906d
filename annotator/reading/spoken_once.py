"""Names behind sentences of a joined line that are labels, though they may come but once."""

import re
from bisect import bisect
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from annotator.model.kinds import Role
from annotator.reading.names import Likeness
from annotator.reading.sighting import Sighting, names_of, of_form

_TITLE_BEFORE = re.compile(r"\b[A-Z]{1,5}\.[ ]$")
_ASKS = frozenset("?？")
_SHORTEST_TURN = 80
_CALLED_BEFORE = 600


def once(text: str, found: Sequence[Sighting], sightings: Sequence[Sighting]) -> list[Sighting]:
    """Return those who need not come back: each speaks once, answers, is called on or asks."""
    on_lines = of_form(sightings, "colon")
    each = _each_once(found, on_lines) or _called_on(text, found, on_lines)
    return each or _with_outlets(text, found) or _answering(text, found, sightings)


def family(text: str, found: Sequence[Sighting], on_lines: Sequence[Sighting]) -> list[Sighting]:
    """Return the family names in capitals of people whose whole names are labels on lines."""
    tall = {s.verdict.name.split()[-1] for s in on_lines if " " in s.verdict.name}
    names = [s for s in found if s.verdict.name.isupper() and s.verdict.name in tall]
    return [s for s in names if not _TITLE_BEFORE.search(text, max(0, s.start - 9), s.start)]


def _each_once(found: Sequence[Sighting], on_lines: Sequence[Sighting]) -> list[Sighting]:
    """Return whole names far apart, where one of them starts a line: each speaks once."""
    first = [s.start for s in on_lines if is_whole_name(s)][:1]
    names = [s for s in found if is_whole_name(s) and first < [s.start]]
    starts = first + [s.start for s in names]
    are_apart = all(after - before > _SHORTEST_TURN for before, after in pairwise(starts))
    are_others = len(names_of(names)) == len(names) > 1
    return names if first and are_apart and are_others else []


def _called_on(
    text: str, found: Sequence[Sighting], on_lines: Sequence[Sighting]
) -> list[Sighting]:
    """Return whole names that a speech right before says, behind a label that is sure."""
    sure = [s.start for s in on_lines if s.verdict.likeness is Likeness.SURE][:1]
    return [
        s
        for s in found
        if is_whole_name(s)
        and [] < sure < [s.start]
        and s.verdict.name in text[max(0, s.start - _CALLED_BEFORE) : s.start]
    ]


def _with_outlets(text: str, found: Sequence[Sighting]) -> list[Sighting]:
    """Return a whole name that answers again and again, with the outlets that ask between."""
    names = [s for s in found if is_whole_name(s) and s.verdict.role is None]
    answers = Counter(s.verdict.name for s in names if stands_behind_question(text, s))
    back = {name for name, n in answers.items() if n > 1}
    outlets = [s for s in found if s.verdict.role is Role.REPORTER]
    return [s for s in found if s.verdict.name in back or s in outlets] if back and outlets else []


def _answering(
    text: str, found: Sequence[Sighting], sightings: Sequence[Sighting]
) -> list[Sighting]:
    """Return whole names behind questions, if several do, each behind one more who asks."""
    asking = [s.start for s in sightings if s.verdict.role is Role.REPORTER]
    names = [s for s in found if is_whole_name(s) and stands_behind_question(text, s)]
    asked = {bisect(asking, s.start) for s in names} - {0}
    return names if len(asked) == len(names) > 1 else []


def stands_behind_question(text: str, s: Sighting) -> bool:
    """Tell whether a question ends right before a label."""
    return text[max(0, s.start - 9) : s.start].rstrip()[-1:] in _ASKS


def is_whole_name(s: Sighting) -> bool:
    """Tell whether a label is a name of several words."""
    return s.verdict.likeness is Likeness.NAME and " " in s.verdict.name
