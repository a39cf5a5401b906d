"""How long something is said to have gone on until today, held against the day it began."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from annotator.checks.moments import Moment, is_exact, is_length, moment_of, passed
from annotator.checks.named_months import told_before
from annotator.checks.rounding import Interval, loose, value_of
from annotator.checks.scene import Scene
from annotator.checks.statement import Check, CheckType, Statement, Verdict, check_of
from annotator.checks.today import today_of
from annotator.model.message import Message

_SO_FAR = re.compile(
    r"(?:至今|到现在|到今天|距今|截至今天|截至目前)[^，。；0-9]{0,8}\Z"
    r"|(?:已经|已)(?:过去?|持续|连续)?了?\Z"
    r"|\b(?:now|already)\s+(?:been\s+)?(?:(?:last|go|run)\w*\s+(?:on\s+)?)?(?:for\s+)?"
    r"(?:about |some |almost |nearly )?\Z",
    re.IGNORECASE,
)
_FROM_THEN = re.compile(r"\s+(?:into|in\b(?! (?:a|the|row))|since|old)|,? since\b|了")
_NOW = re.compile(r"\s+(?:now|today)\b|了(?=[，。])", re.IGNORECASE)
_UNTIL_TODAY = re.compile(r"(?:至今|到现在|到今天|距今)[^，。；0-9]{0,8}\Z")
_AS_LONG = re.compile(
    r"\bsince\b[^.;]{0,40}, (?:so|that is|that[’']s|which is)\b[^.;0-9]*\Z"
    r"|\b(?:until|till|up to|to) (?:today|now|this day)\b[^.;0-9]*\Z"
    r"|\bso\b[^.;0-9]{0,12}(?:have|has|[’'](?:ve|s))(?: now)? been\b[^.;0-9]*\bfor\b[^.;,0-9]*\Z",
    re.IGNORECASE,
)
_SINCE_THEN = re.compile(r"\s+since then\b", re.IGNORECASE)
_AGO = re.compile(r"\s+ago\b|之?前(?=[，。])", re.IGNORECASE)
_THAT_IS = re.compile(
    r"\b(?:that|which|it)(?:[’']s| is| was)\s+(?:now |exactly |already )?\Z|(?:也就是|那是|就是)\Z"
    r"|\bso,?\s+(?:that was )?(?:exactly |just |already )?\Z",
    re.IGNORECASE,
)
_SINCE = re.compile(r",?\s+since\b[^.,;0-9]{0,24}")
BACK, WORDS, SPARE, FAR = 1, 60, Decimal("0.3"), 4
"""How much of its unit a length up to now may be off, and how many times the time that passed."""


def since(scene: Scene) -> Iterator[Check]:
    """Yield lengths up to now, with the last day, month or year told in front of them."""
    today = today_of(scene)
    for length in scene.statements if today else ():
        if today and is_length(length) and _lasts_until_now(scene, length):
            for start in _starts(scene, length):
                yield from _held(scene, start, length, today)


def _starts(scene: Scene, length: Statement) -> list[Statement]:
    """Return the day that a length counts from: one behind "since", or the last in front."""
    behind = _SINCE.match(scene.text, length.end)
    named = scene.within(behind.end(), behind.end() + 1) if behind else ()
    days = [s for s in told_before(scene, length, BACK) if s.figure.value]
    return [s for s in named if s.figure.value] or days[-1:]


def _lasts_until_now(scene: Scene, length: Statement) -> bool:
    """Say whether a figure is a length up to now: 已经十周了, we're now ten weeks into this."""
    before, behind = scene.before(length, WORDS), scene.after(length)
    is_so_far = _SO_FAR.search(before) and _FROM_THEN.match(behind)
    is_ago = _THAT_IS.search(before) and _AGO.match(behind)
    is_told = _UNTIL_TODAY.search(before) or _NOW.match(behind) or _AS_LONG.search(before)
    return bool(is_so_far or is_ago or is_told or _SINCE_THEN.match(behind))


def _held(scene: Scene, start: Statement, length: Statement, today: date) -> Iterator[Check]:
    """Yield a length held against the days from its beginning to today."""
    told, began, value = loose(length), moment_of(scene, start, today), value_of(length)
    if told is None or began is None or value is None or began.last > today:
        return
    exactly = passed(began, Moment(today, today), length.figure.unit)
    if exactly.low > value * FAR or exactly.high * FAR < value:
        return
    spare = Decimal(0) if is_exact(scene, length) else SPARE
    gone = Interval(exactly.low - spare, exactly.high + spare)
    verdict = Verdict.CONSISTENT if gone.overlaps(told) else Verdict.CONFLICT
    days = str((today - began.first).days)
    values = {"first": start.text, "days": days, "length": length.text}
    working = Message(
        "From {first} to today {days|is|are} {days} {days|day|days}; stated is {length}.", values
    )
    yield check_of(CheckType.DATE, verdict, (start, length), working, 0.7)
