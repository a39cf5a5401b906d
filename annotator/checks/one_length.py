"""The one length of time in a sentence, or two, that tells of two times of a day.

Which words join them does not matter where nothing else is told that may be meant: "they left at
three and came at five, so it was four hours".
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from annotator.checks.rounding import value_of
from annotator.checks.scene import Scene
from annotator.checks.spells import hours_between, hours_of
from annotator.checks.statement import Check, Statement, Verdict

_OF_ITS_OWN = re.compile(
    r"(?:\b(?:every|each|per|next|past|last|previous|within|under|at least|first|another)"
    r"|[每近未过前后第再内逾超]|过去|未来|提前|还有|至少|最近|连续|[0-9.]+年)\s*\Z",
    re.IGNORECASE,
)
_NOT_LONG = re.compile(
    r"[ -]?(?:ago|old|notice|earlier|into|a (?:day|week|year)|per|each|of age"
    r"|[a-z]+ (?:ago|earlier))\b"
    r"|[之以]?[前内外]|一[次班轮]|的?(?:通知|期限|假)",
    re.IGNORECASE,
)
_SO = re.compile(
    r"\b(?:so|that|it|just|only|exactly)\b[^.;0-9]*\Z|[只仅]|隔|整整|一共|历时", re.IGNORECASE
)
_IN_HOURS = {"hour": Decimal(1), "minute": Decimal(1) / 60}
PAIR, FAR = 2, Decimal(4)
"""A length so many times longer or shorter than the time between is of something else."""


def one_length(scene: Scene) -> Iterator[Check]:
    """Yield a length of time with the two times of a day that are all that is told beside it."""
    for number, here in scene.of_sentence.items():
        following = scene.in_next_sentence(number)
        is_onward = any(s.figure.kind == "duration" and _is_so(scene, s) for s in following)
        found = _of_passage(scene, here)
        if found is None and is_onward:
            found = _of_passage(scene, [*here, *following])
        yield from [found] if found else []


def _is_so(scene: Scene, length: Statement) -> bool:
    """Say whether a length is told of what was said before: so that is nine days; 只隔了九天."""
    return _SO.search(scene.before(length, 24)) is not None


def _of_passage(scene: Scene, told: Sequence[Statement]) -> Check | None:
    """Return what two times of a passage say of its only length; None if there are more."""
    lengths = [s for s in told if s.figure.kind == "duration"]
    if len(lengths) != 1 or _is_of_its_own(scene, lengths[0]):
        return None
    return _of_clocks(told, lengths[0])


def _is_of_its_own(scene: Scene, length: Statement) -> bool:
    """Say whether words beside a length tell that it is of another time: every two weeks."""
    before, after = scene.before(length, 24), scene.after(length, 24)
    return bool(_OF_ITS_OWN.search(before) or _NOT_LONG.match(after))


def _is_near(check: Check, length: Statement) -> bool:
    """Say whether the time between two times of a day is of the size of a length."""
    meant = (value_of(length) or Decimal(0)) * _IN_HOURS[length.figure.unit]
    made = Decimal(check.working.values["hours"])
    return 0 < made < meant * FAR and meant < made * FAR


def _of_clocks(told: Sequence[Statement], length: Statement) -> Check | None:
    """Return what two times of a day say of a length in hours or minutes."""
    times = [s for s in told if s.figure.kind == "time"]
    days = {s.figure.value for s in told if s.figure.kind == "date"}
    if len(days) > 1:
        return None
    found = hours_of(times[0], length) if len(times) == 1 else None
    if len(times) == PAIR:
        found = hours_between(times[0], times[1], length)
    is_told = found is not None and (found.verdict is Verdict.CONSISTENT or _is_near(found, length))
    return found if is_told else None
