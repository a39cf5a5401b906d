"""What a figure states: a number or a range of numbers, a unit, and how exactly it is meant."""

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from annotator.model.errors import UserError

_SIGNS = {"<": "< ", "<=": "≤ ", ">": "> ", ">=": "≥ ", "~": "≈ ", "<~": "≲ ", ">~": "≳ "}
MOST_DIGITS = 1000
_PLAIN = re.compile(r"[0-9]{1,500}(?:[.][0-9]{1,400})?")
"""What most numbers look like, which tells that they are decimal in a third of the time."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure's number as it is written, without the comparator folded in.

    ``low`` and ``high`` are decimal text and equal for a single number; ``high`` is empty where
    only a lower bound is named ("dozens"), both are empty for a date, whose ISO 8601 text is
    ``value``. A ratio 1:3 has low 1 and high 3. ``unit`` is the canonical name and ``unit_text``
    what the text says; ``comparator`` is one of = < <= > >= ~ <~ >~ and ``approximator`` the word
    that says so. ``kind`` is one of ``codebook.FIGURE_KINDS``.

    Raises:
        UserError: a bound is not a decimal number.
    """

    low: str = ""
    high: str = ""
    unit: str = ""
    unit_text: str = ""
    kind: str = "cardinal"
    approximator: str = ""
    comparator: str = "="
    value: str = ""

    def __post_init__(self) -> None:
        """Refuse bounds that are not decimal numbers."""
        for bound in (self.low,) if self.low == self.high else (self.low, self.high):
            if bound and not is_decimal(bound):
                raise UserError("“{text}” is not a decimal number such as 23000.5.", text=bound)


def is_decimal(text: str) -> bool:
    """Say whether ``text`` is a finite number in plain ASCII decimal notation.

    One with an exponent that nobody could write out is none: writing it would fill the memory.
    """
    if _PLAIN.fullmatch(text):
        return True
    if not text.isascii() or "_" in text or len(text) > MOST_DIGITS:
        return False
    try:
        number = Decimal(text)
    except InvalidOperation:
        return False
    return number.is_finite() and abs(number.adjusted()) <= MOST_DIGITS


def decimal_text(number: Decimal) -> str:
    """Return a number in plain notation, without an exponent or zeros at the end."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def describe(quantity: Quantity) -> str:
    """Return the quantity for a reader: ``23,000 person``, ``≤ 30 percent``, ``2020-12-29``.

    A date without a year (``--12-29`` in ISO 8601) loses its dashes.
    """
    if quantity.value:
        return quantity.value.removeprefix("--")
    if not quantity.low and not quantity.high:
        return quantity.unit
    number = _SIGNS.get(quantity.comparator, "") + _bounds(quantity)
    return f"{number} {quantity.unit}".rstrip()


def _bounds(quantity: Quantity) -> str:
    low, high = _grouped(quantity.low), _grouped(quantity.high)
    if quantity.kind == "ratio" and low and high:
        return f"{low} : {high}"
    if low == high or not (low and high):
        return low or high
    return f"{low}-{high}"


def _grouped(text: str) -> str:
    """Return decimal text with a comma between thousands."""
    if not text:
        return ""
    number = Decimal(text)
    whole, dot, fraction = decimal_text(abs(number)).partition(".")
    groups = [whole[max(0, end - 3) : end] for end in range(len(whole), 0, -3)]
    sign = "-" if number < 0 else ""
    return sign + ",".join(reversed(groups)) + dot + fraction
