"""Losses as accountants write them, in brackets behind the currency: $(46.4) million, $(0.09)."""

import re

from annotator.suggest.figures.amounts import amount_at
from annotator.suggest.figures.compounds import Measured
from annotator.suggest.figures.english_numbers import SCALES, any_of
from annotator.suggest.figures.units import Vocabulary

_CLOSED = re.compile(rf"\)(?:\s(?P<scale>{any_of(SCALES)})\b)?")


def loss_at(text: str, at: int, limit: int, words: Vocabulary) -> Measured | None:
    """Return the loss whose number starts behind a bracket, with the magnitude behind it."""
    sign = words.before_currency.start(text, limit, at - 1)
    amount = None if sign is None else amount_at(text, at, takes_letter=True)
    closed = _CLOSED.match(text, amount.end) if amount else None
    if sign is None or amount is None or closed is None:
        return None
    loss = -amount.low * SCALES.get(closed["scale"], 1)
    unit = words.unit(text[sign : at - 1].strip())
    return Measured(sign, closed.end(), loss, loss, unit, sign, at - 1)
