"""How much is stated, by one figure or by several together."""

from collections.abc import Iterable
from decimal import Decimal

from annotator.checks.rounding import ZERO, value_of
from annotator.checks.statement import Statement


def amount(statement: Statement) -> Decimal:
    """Return the number that is stated, the middle of a range; 0 for a date or no number."""
    return value_of(statement) or ZERO


def sum_of(statements: Iterable[Statement]) -> Decimal:
    """Return what the stated numbers make together."""
    return sum(map(amount, statements), ZERO)
