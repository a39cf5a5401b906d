"""Figures as checks can reckon with them: numbers that are none, or beyond all use, left out.

What people typed or other tools wrote may be anything; what stands here is in order, and its
words are in simplified characters.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from annotator.checks.statement import Statement
from annotator.model.quantity import is_decimal
from annotator.model.records import Figure
from annotator.model.script import simplified

_MOST_DIGITS, _LARGEST = 48, 30
"""Numbers with more digits, or with more in front of the point or behind it, are not reckoned."""


def sound(statements: Iterable[Statement], length: int) -> Iterator[Statement]:
    """Yield the statements inside a text of so many code points, with numbers in order."""
    for statement in statements:
        if 0 <= statement.start < statement.end <= length:
            yield replace(statement, figure=_in_order(statement.figure))


def _in_order(figure: Figure) -> Figure:
    low, high = _usable(figure.low), _usable(figure.high)
    if low and high and figure.kind != "ratio" and Decimal(low) > Decimal(high):
        low, high = high, low
    if not low:
        high = ""
    referent, denominator = simplified(figure.referent), simplified(figure.denominator)
    return replace(figure, low=low, high=high, referent=referent, denominator=denominator)


def _usable(number: str) -> str:
    """Return decimal text that arithmetic of 28 digits can hold; nothing for any other."""
    if not number or len(number) > _MOST_DIGITS or not is_decimal(number):
        return ""
    value = Decimal(number)
    if value and (value.adjusted() > _LARGEST or value.adjusted() < -_LARGEST):
        return ""
    return number
