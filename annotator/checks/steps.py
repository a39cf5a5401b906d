"""A number with how much more or less it is than before, and the percentage of that."""

import re
from collections.abc import Iterator
from decimal import Decimal

from annotator.checks.changes import change_of, is_base, is_change
from annotator.checks.rounding import held_against, loose, stated, value_of
from annotator.checks.scene import Scene
from annotator.checks.statement import Check, CheckType, Statement, check_of, likeliest
from annotator.model.message import Message

_SHARES = frozenset({"percent", "fraction"})
_THIS_TIME = re.compile(
    r"[，,](?:而?我们)?(?:这[次回场届]|本[次届]|今年)|\\bthis (?:time|year|one)\\b", re.IGNORECASE
)
HUNDRED, SOON = Decimal(100), 12


def differences(scene: Scene) -> Iterator[Check]:
    """Yield a number with how much more or less it is than before, and the percentage of that.

    A number of 63 that is 9 more than before has grown by 9 / (63 - 9).
    """
    for here in scene.of_sentence.values():
        known = [s for s in here if not s.figure.value]
        for level, step, share in zip(known, known[1:], known[2:], strict=False):
            is_step = change_of(scene, step)
            if is_step is None or not is_step.sign or change_of(scene, level) is not None:
                continue
            same_unit = (
                level.figure.unit == step.figure.unit and level.figure.kind == step.figure.kind
            )
            if not same_unit or not is_change(scene, share) or share.start - step.end > SOON:
                continue
            told = level, step, share
            is_past = "last" in scene.times_of(level) or _THIS_TIME.search(
                scene.between(level, step)
            )
            ways = [True] if is_base(scene, level) else [True, False] if is_past else [False]
            yield from likeliest(_difference(told, is_step.sign, is_base=way) for way in ways)


def _difference(
    said: tuple[Statement, Statement, Statement], sign: int, *, is_base: bool
) -> Check | None:
    """Return what a step makes of a level, which is the one after it or, if a base, before it."""
    level, step, share = said
    now, by, told, wide = stated(level), stated(step), stated(share), loose(share)
    number, change = value_of(level), value_of(step)
    if (
        now is None
        or by is None
        or told is None
        or wide is None
        or share.figure.kind not in _SHARES
    ):
        return None
    if number is None or change is None or number - sign * change <= 0:
        return None
    base = number if is_base else number - sign * change
    before = now if is_base else now.minus(by) if sign > 0 else now.plus(by)
    computed = by.by(before).times(HUNDRED if share.figure.kind == "percent" else Decimal(1))
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
