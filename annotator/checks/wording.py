"""Computed numbers in the words of a stated one: 46.9亿元, $79.1 million."""

import re
from decimal import ROUND_HALF_UP, Decimal

from annotator.checks.statement import Statement
from annotator.model.quantity import decimal_text

_NUMBER = re.compile(r"[0-9０-９][0-9０-９,，]*(?:[.．][0-9０-９]+)?")
_HUNDREDTH, _HUGE = Decimal("0.01"), Decimal(10) ** 20


def said_like(value: Decimal, model: Statement) -> str:
    """Return a value in the unit and magnitude of a statement, without its "about" and "over"."""
    low = Decimal(model.figure.low)
    found = _NUMBER.findall(model.text)
    if len(found) != 1 or not low:
        return grouped(value)
    digits = found[0].replace(",", "").replace("，", "").replace("．", ".")
    written = Decimal(digits)
    if not written or model.figure.low != model.figure.high:
        return grouped(value)
    number = grouped(value * written / low, is_grouped="万" not in model.text)
    hedge = model.figure.approximator
    words = model.text.replace(hedge, "", 1) if hedge else model.text
    return words.replace(found[0], number, 1).strip()


def grouped(value: Decimal, *, is_grouped: bool = True) -> str:
    """Return a number with two decimal places at most and commas between thousands."""
    rounded = value.quantize(_HUNDREDTH, ROUND_HALF_UP) if abs(value) < _HUGE else round(value)
    text = decimal_text(Decimal(rounded))
    return f"{Decimal(text):,f}" if is_grouped else text
