"""The one length of time in a sentence, or two, that tells of two days or of two times of a day.

Which words join them does not matter where nothing else is told that may be meant: "it was called
on 28 May for 30 days, so it ends on 20 June".
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from annotator.checks.dates import DAY, time_between
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
_AFTER = re.compile(r"\s+(?:after|before|since)\b|[之以]?[前后]", re.IGNORECASE)
_DAY_ONLY = re.compile("---(?P<day>[0-9]{2})")
_DAYS = frozenset({"day", "week"})
_IN_HOURS = {
    "day": Decimal(24),
    "week": Decimal(168),
    "hour": Decimal(1),
    "minute": Decimal(1) / 60,
}
PAIR, DAY_LONG, FAR = 2, 24, Decimal(4)
"""A length so many times longer or shorter than the time between is of something else."""


def one_length(scene: Scene) -> Iterator[Check]:
    """Yield a length of time with the two days or times that are all that is told beside it."""
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
    """Return what two days or times of a passage say of its only length; None if there are more."""
    lengths = [s for s in told if s.figure.kind == "duration"]
    if len(lengths) != 1 or _is_of_its_own(scene, lengths[0]):
        return None
    if lengths[0].figure.unit in _DAYS:
        days = _days_of(told)
        return _nearest(scene, days, lengths[0]) if len(days) == PAIR else None
    return _of_clocks(told, lengths[0])


def _is_of_its_own(scene: Scene, length: Statement) -> bool:
    """Say whether words beside a length tell that it is of another time: every two weeks."""
    before, after = scene.before(length, 24), scene.after(length, 24)
    return bool(_OF_ITS_OWN.search(before) or _NOT_LONG.match(after))


def _days_of(told: Sequence[Statement]) -> list[Statement]:
    """Return the days of a passage; one told by its number alone is of the month of another."""
    dates = [s for s in told if s.figure.kind == "date"]
    full = [s for s in dates if DAY.fullmatch(s.figure.value)]
    bare = [s for s in dates if _DAY_ONLY.fullmatch(s.figure.value)]
    if len(full) + len(bare) != len(dates) or not full:
        return []
    month = full[0].figure.value[:-PAIR]
    meant = [
        replace(s, figure=replace(s.figure, value=month + s.figure.value[-PAIR:])) for s in bare
    ]
    return sorted([*full, *meant], key=lambda s: s.start)


def _nearest(scene: Scene, days: Sequence[Statement], length: Statement) -> Check | None:
    """Return what two days say of a length; the later one may be told first: 9 days after 5 May."""
    first, last = days
    is_back = _AFTER.match(scene.after(length)) is not None
    ways = ((first, last), (last, first))[: 1 + is_back]
    found = [check for way in ways for check in time_between(scene, *way, length)]
    right = [check for check in found if check.verdict is Verdict.CONSISTENT]
    near = [check for check in found if _is_near(check, length)]
    return next(iter((*right, *near)), None)


def _is_near(check: Check, length: Statement) -> bool:
    """Say whether the time between two days, or two times of one, is of the size of a length."""
    values, told = check.working.values, value_of(length) or Decimal(0)
    is_of_days = "days" in values
    meant = told * _IN_HOURS[length.figure.unit] / (DAY_LONG if is_of_days else 1)
    made = Decimal(values["days"] if is_of_days else values["hours"])
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
