"""What stated numbers may make together."""

from collections.abc import Sequence
from decimal import Decimal

from annotator.checks.amounts import amount
from annotator.checks.rounding import (
    Interval,
    counted,
    exact,
    is_plain,
    last_digit,
    loose,
    value_of,
)
from annotator.checks.statement import Statement

SPREAD = Decimal("1.2")
"""Rounded numbers are off by so many times the square root of how many they are, at most."""


def roughly(statement: Statement) -> Interval | None:
    """Return what a number may be if it is rounded; one without zeros at its end is not."""
    value = value_of(statement)
    is_rounded = value is not None and value % 10 == 0
    return loose(statement) if is_rounded else counted(statement)


def added(parts: Sequence[Statement], *, is_loose: bool = False) -> Interval:
    """Return what the parts may make together.

    That many numbers are all rounded as far as can be, and to one side, is rare. What is under
    or over a number may be any such number.
    """
    total, numbers = exact(Decimal(0)), Decimal(0)
    finest = _finest(parts)
    for part in parts:
        number = (roughly(part) if is_loose else counted(part)) or exact(Decimal(0))
        number = _as_fine(part, number, finest)
        total, numbers = total.plus(number), numbers + (number.low < number.high)
    width = total.high - total.low
    if numbers <= 1 or not width.is_finite() or any(map(is_bound, parts)):
        return total
    spare = width / 2 * (1 - min(Decimal(1), SPREAD / numbers.sqrt()))
    return Interval(total.low + spare, total.high - spare)


def _finest(parts: Sequence[Statement]) -> Decimal:
    """Return half a unit of the last digit of the number of a list that is told most finely."""
    steps = [last_digit(s.text, amount(s)) for s in parts if is_plain(s)]
    return min(steps, default=Decimal(0)) / 2 if len(steps) == len(parts) else Decimal(0)


def _as_fine(part: Statement, number: Interval, finest: Decimal) -> Interval:
    """Return a whole number beside one with a digit more, as fine as that: 6 and 7.5 are 6.0."""
    step = last_digit(part.text, amount(part))
    if not 0 < finest * 2 < step <= finest * 20:
        return number
    return Interval(max(number.low, amount(part) - finest), min(number.high, amount(part) + finest))


def is_bound(statement: Statement) -> bool:
    """Say whether a number is told as what another one is under or over: 不到400."""
    return statement.figure.comparator in {"<", "<=", ">", ">="}
