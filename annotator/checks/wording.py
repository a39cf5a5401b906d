"""Computed numbers in the words of stated ones: 46.9亿元, $79.1 million, a fall of 43%."""

import re
from decimal import ROUND_HALF_UP, Decimal

from annotator.checks.rounding import value_of
from annotator.checks.statement import Statement
from annotator.model.message import Message
from annotator.model.quantity import decimal_text

_NUMBER = re.compile(r"[0-9０-９][0-9０-９,，]*(?:[.．][0-9０-９]+)?")
_TENTH = Decimal("0.1")
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


def grouped(value: Decimal, *, is_grouped: bool = True, places: Decimal = _HUNDREDTH) -> str:
    """Return a number with two decimal places at most and commas between thousands."""
    rounded = value.quantize(places, ROUND_HALF_UP) if abs(value) < _HUGE else round(value)
    text = decimal_text(Decimal(rounded))
    return f"{Decimal(text):,f}" if is_grouped else text


def told_change(before: Statement, after: Statement, change: Statement) -> Message:
    """Return what the change from one number to another is, against the stated one."""
    first, second = (value_of(s) or Decimal(0) for s in (before, after))
    values = {
        "before": before.text,
        "after": after.text,
        "computed": _size_of_change(first, second, change),
        "change": change.text,
    }
    if change.figure.kind == "multiple":
        return Message("{after} is {computed} times {before}; stated is {change}.", values)
    if first == second:
        return Message("{after} is no change from {before}; stated is {change}.", values)
    rise = Message("From {before} to {after} is a rise of {computed}; stated is {change}.", values)
    fall = Message("From {before} to {after} is a fall of {computed}; stated is {change}.", values)
    return rise if second > first else fall


def _size_of_change(before: Decimal, after: Decimal, change: Statement) -> str:
    kind, unit = change.figure.kind, change.figure.unit
    step = abs(after - before)
    if kind == "multiple":
        return grouped(after / before)
    if kind in {"percent", "fraction"} and unit not in {"pp", "bp"}:
        return f"{grouped(step / before * 100, places=_TENTH)}%"
    return said_like(step * 100 if unit in {"bp", "basis point"} else step, change)
