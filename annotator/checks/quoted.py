"""Two numbers for one thing, held against each other by who asks: you said 389, they say 398."""

import re
from collections.abc import Iterator
from itertools import pairwise

from annotator.checks.changes import change_of
from annotator.checks.distinct import are_of_other_times
from annotator.checks.misread import is_misread
from annotator.checks.qualifiers import differ_in_qualifiers
from annotator.checks.repeats import different, may_differ
from annotator.checks.rounding import ZERO, value_of
from annotator.checks.scene import Scene
from annotator.checks.statement import Check, Statement, Verdict

_YOU = re.compile(
    r"\byou(?:[’'](?:ve|re))?\b[^.?!]{0,60}\Z|[您你][^。！？；]{0,16}\Z"
    r"|(?:[刚方]才|刚刚)[^。！？；]{0,16}(?:说|讲|提|介绍)[^。！？；]{0,12}\Z",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"(?:\b(?:but|yet|while|whereas|and|though|although)\b|[.?!]\s+)[^.?!;0-9]{0,80}"
    r"\b(?:said|says?|saying|told|shows?|showed|puts?|reported|reports?|lists?|listed|cites?|cited"
    r"|gave|gives|published|announced|quoted"
    r"|(?:site|website|report|release|document|chart|data|dashboard|memo|letter|statement|filing"
    r"|sheet|paper) ha[sd])\b(?P<own>[^.?!;,0-9]{0,30})\Z"
    r"|(?:但|可|而|不过|怎么|[，,。])[^。！？0-9]{0,24}(?:说|讲|写|称|公布|显示|给出|登|列|报|标)"
    r"(?P<named>[^，。！？0-9]{0,6})\Z",
    re.IGNORECASE,
)
_THESE = re.compile(r"[这那]\Z|\b(?:these|those)\s+\Z", re.IGNORECASE)
_COMMA = re.compile("[,，。.?!？！]")
_TIMES = re.compile(
    r"\b(?:this|last|the other|an?|earlier|today|yesterday|just|only) ?"
    r"(?:morning|afternoon|evening|night|week|month|day|moment|hour|minute)?s?\b(?: ago| earlier)?"
    r"|\b(?:ago|on|in) [A-Z][a-z]+day\b|以|哪个|数[字据]?|人数?",
    re.IGNORECASE,
)
NEAR = 16
FARTHEST = 120
"""So many code points may stand between the two numbers."""


def quoted(scene: Scene) -> Iterator[Check]:
    """Yield what somebody was told and what others say, where the second names nothing else."""
    told = [s for s in scene.statements if s.figure.low]
    for statement in told:
        yield from _said_before(scene, statement)
    for first, second in pairwise(told):
        between = scene.between(first, second)
        if len(between) > FARTHEST or "\n" in between or not _may_be_one(scene, first, second):
            continue
        is_misheard = _THESE.search(between) and is_misread(first, value_of(second) or ZERO)
        if is_misheard or _is_told_otherwise(scene, first, second):
            yield different(first, second, Verdict.CONFLICT, 0.7)


def _is_told_otherwise(scene: Scene, first: Statement, second: Statement) -> bool:
    """Say whether somebody was told one number, and others say another: you said 389, they 398."""
    before, between = scene.before(first, 80), scene.between(first, second)
    others = _OTHERS.search(between)
    if others is None or not _YOU.search(before):
        return False
    said = f"{before}|{_COMMA.split(between[: others.start()])[0]}"
    named = f"{others['own'] or others['named'] or ''}|{scene.after(second, 30)}"
    return not _names_another(scene, said, _COMMA.split(named)[0])


def _said_before(scene: Scene, again: Statement) -> Iterator[Check]:
    """Yield the number that a questioner takes up with one digit wrong: 刚才您介绍公办园是722所."""
    if not _YOU.search(scene.before(again, 80)):
        return
    before = (s for s in scene.of_unit(again) if s.end <= again.start)
    known = [s for s in before if _may_be_one(scene, s, again)]
    alike = [s for s in known if _is_meant(scene, s, again)]
    is_right = any(s.figure.low == again.figure.low and s.start < again.start for s in known)
    if len({s.figure.low for s in alike}) == 1 and not is_right:
        yield different(alike[0], again, Verdict.CONFLICT, 0.7)


def _is_meant(scene: Scene, told: Statement, again: Statement) -> bool:
    """Say whether a number is told again with another digit, behind a word that both have."""
    if not is_misread(told, value_of(again) or ZERO) or _swapped(told, again):
        return False
    words = [frozenset(scene.words_of(scene.before(s, NEAR))) for s in (told, again)]
    return not words[0].isdisjoint(words[1])


def _swapped(first: Statement, second: Statement) -> bool:
    """Say whether two numbers have the same digits, which slips look for everywhere."""
    return sorted(first.figure.low) == sorted(second.figure.low)


def _may_be_one(scene: Scene, first: Statement, second: Statement) -> bool:
    """Say whether two different numbers may be one, of one unit and time."""
    if not may_differ(first, second) or first.figure.kind != second.figure.kind:
        return False
    if second.figure.unit not in {first.figure.unit, ""}:
        return False
    is_step = any(change_of(scene, s) is not None for s in (first, second))
    return not is_step and not are_of_other_times(scene, first, second)


def _names_another(scene: Scene, said: str, named: str) -> bool:
    """Say whether the words beside the second number tell of something else than the first's."""
    own = frozenset(scene.words_of(_TIMES.sub(" ", named)))
    return differ_in_qualifiers(said, named) or (bool(own) and own.isdisjoint(scene.words_of(said)))
