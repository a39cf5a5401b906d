"""Losses as accountants write them, behind the currency: $(46.4) million, $(0.09), $-0.1."""

import re

from annotator.suggest.figures.amounts import amount_at
from annotator.suggest.figures.compounds import Measured
from annotator.suggest.figures.english_numbers import SCALES, any_of
from annotator.suggest.figures.units import Vocabulary

_CLOSED = re.compile(rf"\)(?:\s(?P<scale>{any_of(SCALES)})\b)?")


def loss_at(text: str, at: int, limit: int, words: Vocabulary) -> Measured | None:
    """Return the loss whose number starts behind a bracket or minus, with its magnitude."""
    sign = words.before_currency.start(text, limit, at - 1)
    amount = None if sign is None else amount_at(text, at, takes_letter=True)
    if sign is None or amount is None:
        return None
    unit = words.unit(text[sign : at - 1].strip())
    if text[at - 1] == "-":
        return Measured(sign, amount.end, -amount.low, -amount.low, unit, sign, at - 1)
    closed = _CLOSED.match(text, amount.end)
    loss = -amount.low * SCALES.get(closed["scale"], 1) if closed else None
    return Measured(sign, closed.end(), loss, loss, unit, sign, at - 1) if closed and loss else None
