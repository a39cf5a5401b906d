"""One number read for another: with one other digit, or with two that changed places."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from annotator.checks.rounding import last_digit, value_of
from annotator.checks.statement import Statement

LEAST = 2
"""A number of fewer digits than this is like too many others."""
LARGEST = Decimal(10) ** 20
FARTHEST = Decimal("0.5")
"""One number is seldom read for another that is further from it, as a part of that."""


def is_misread(told: Statement, meant: Decimal, *, is_rounded: bool = True) -> bool:
    """Say whether a stated number is another one, maybe rounded, but for a slip in its digits."""
    value = value_of(told)
    if not value or meant <= 0 or told.figure.low != told.figure.high:
        return False
    if abs(value - meant) > FARTHEST * meant:
        return False
    step = last_digit(told.text, value)
    if not step or max(value, meant) / step > LARGEST:
        return False
    if not is_rounded and meant % step:
        return False
    a, b = (_whole(number / step) for number in (value, meant))
    return len(a) == len(b) >= LEAST and _differ_by_a_slip(a, b)


def _whole(number: Decimal) -> str:
    return str(int(number.quantize(Decimal(1), ROUND_HALF_UP)))


def _differ_by_a_slip(first: str, second: str) -> bool:
    wrong = [at for at, (a, b) in enumerate(zip(first, second, strict=True)) if a != b]
    if len(wrong) == 1:
        return True
    is_swapped = len(wrong) == LEAST and wrong[1] == wrong[0] + 1
    return (
        is_swapped and first[wrong[0]] == second[wrong[1]] and first[wrong[1]] == second[wrong[0]]
    )


def are_misread(total: Statement, parts: Sequence[Statement]) -> bool:
    """Say whether a total is what its parts make but for a slip in one of the numbers."""
    whole, numbers = value_of(total), [value_of(part) for part in parts]
    known = [number for number in numbers if number is not None]
    if whole is None or len(known) < len(numbers):
        return False
    off = whole - sum(known, Decimal(0))
    if not off:
        return False
    return is_misread(total, whole - off) or any(
        is_misread(part, number + off, is_rounded=False)
        for part, number in zip(parts, known, strict=True)
    )
