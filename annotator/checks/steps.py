"""A number with how much more or less it is than before, and the percentage of that."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from annotator.checks.changes import POINTS, Change, change_of, is_base, is_change
from annotator.checks.rounding import ZERO, Interval, held_against, loose, stated, value_of
from annotator.checks.scene import Scene
from annotator.checks.statement import Check, CheckType, Statement, check_of, likeliest
from annotator.model.message import Message

_SHARES = frozenset({"percent", "fraction"})
_THIS_TIME = re.compile(
    r"[，,](?:而?我们)?(?:这[次回场届]|本[次届]|今年)|\bthis (?:time|year|one)\b", re.IGNORECASE
)
_AT_ONCE = re.compile(
    r"[^，。；0-9]{0,4}[，,](?:也就是|即|相当于|等于|平均)?[^，。；0-9]{1,10}"
    r"|[^.;0-9]{0,12},? (?:so|or|that(?:[’']s| is)|which (?:is|means)|meaning)\b[^.;0-9]{0,30}",
    re.IGNORECASE,
)
HUNDRED, ONE, SOON = Decimal(100), Decimal(1), 12


def differences(scene: Scene) -> Iterator[Check]:
    """Yield a number with how much more or less it is than before, and the percentage of that.

    A number of 63 that is 9 more than before has grown by 9 / (63 - 9).
    """
    for here in scene.of_sentence.values():
        known = [s for s in here if not s.figure.value]
        for told in zip(known, known[1:], known[2:], strict=False):
            if sign := _sign_of_step(scene, *told):
                ways = _ways(scene, *told[:2])
                yield from likeliest(_difference(told, sign, is_base=way) for way in ways)
        for told in _after_shares(scene, known):
            sign = (change_of(scene, told[1]) or Change(0)).sign
            yield from likeliest(_difference(told, sign, is_base=way) for way in (True, False))


def _after_shares(
    scene: Scene, known: Sequence[Statement]
) -> Iterator[tuple[Statement, Statement, Statement]]:
    """Yield a level, a step and its share that is told before it: 2650元。加租10%，多付265元."""
    for share, step in pairwise(known):
        changes = change_of(scene, share), change_of(scene, step)
        are_changes = all(c is not None and c.sign for c in changes) and changes[0] == changes[1]
        if share.figure.kind not in _SHARES or step.figure.kind in _SHARES or not are_changes:
            continue
        if _AT_ONCE.fullmatch(scene.between(share, step)) is None:
            continue
        levels = [s for s in scene.told_before(share, 1) if _is_level(scene, s, step)]
        yield from ((level, step, share) for level in levels[-1:])


def _is_level(scene: Scene, statement: Statement, step: Statement) -> bool:
    """Say whether a number is no change, and of a step's unit and kind."""
    like = statement.figure.unit == step.figure.unit and statement.figure.kind == step.figure.kind
    return like and bool(statement.figure.low) and change_of(scene, statement) is None


def _sign_of_step(scene: Scene, level: Statement, step: Statement, share: Statement) -> int:
    """Return which way a step goes that is told of a level and in percent at once; or 0."""
    if change_of(scene, level) is not None or not is_change(scene, share):
        return 0
    if level.figure.kind in _SHARES and step.figure.unit not in POINTS:
        return 0
    are_like = level.figure.unit == step.figure.unit and level.figure.kind == step.figure.kind
    change = change_of(scene, step) if are_like and share.start - step.end <= SOON else None
    return change.sign if change else 0


def _ways(scene: Scene, level: Statement, step: Statement) -> list[bool]:
    """Return whether a level may be the base of a step, the likelier way first."""
    if is_base(scene, level):
        return [True]
    is_past = "last" in scene.times_of(level) or _THIS_TIME.search(scene.between(level, step))
    return [True, False] if is_past else [False]


def _difference(
    said: tuple[Statement, Statement, Statement], sign: int, *, is_base: bool
) -> Check | None:
    """Return what a step makes of a level, which is the one after it or, if a base, before it."""
    level, step, share = said
    told, wide = stated(share), loose(share)
    if told is None or wide is None or share.figure.kind not in _SHARES:
        return None
    by, before = stated(step), stated(level) if is_base else _before(level, step, sign)
    number, change = value_of(level) or ZERO, value_of(step) or ZERO
    if by is None or before is None or number - sign * change <= 0:
        return None
    base = number if is_base else number - sign * change
    computed = by.by(before).times(HUNDRED if share.figure.kind == "percent" else ONE)
    verdict = held_against(told, computed, wide, computed)
    values = {
        "level": level.text,
        "step": step.text,
        "computed": f"{change / base * HUNDRED:.1f}",
        "share": share.text,
    }
    return check_of(
        CheckType.GROWTH, verdict, (level, step, share), _told(sign, values, is_base=is_base), 0.75
    )


def _before(level: Statement, step: Statement, sign: int) -> Interval | None:
    """Return what a level was before a step that is told with it."""
    now, by = stated(level), stated(step)
    if now is None or by is None:
        return None
    return now.minus(by) if sign > 0 else now.plus(by)


def _told(sign: int, values: dict[str, str], *, is_base: bool) -> Message:
    """Return what a step is in percent, from a level or up to it."""
    if is_base:
        return Message("{step} of {level} is {computed}%; stated is {share}.", values)
    if sign > 0:
        return Message(
            "{level} is {step} more than before, a rise of {computed}%; stated is {share}.", values
        )
    return Message(
        "{level} is {step} less than before, a fall of {computed}%; stated is {share}.", values
    )
