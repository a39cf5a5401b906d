"""Words around a number that make it approximate or one-sided: 近, 以上, nearly, or more."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from annotator.model.quantity import Quantity
from annotator.suggest.figures.found import FoundFigure
from annotator.suggest.figures.units import Vocabulary, form_key, start_before

_DECADE = 10
_CALENDAR = {"year", "month", "week", "day", "decade"}
_DURING = {"over"}
_FOR_DURATIONS = {"内", "within"}


def hedged(text: str, figure: FoundFigure, limit: int, words: Vocabulary) -> FoundFigure:
    """Take in the words before and behind a figure that make it approximate or one-sided."""
    quantity, start, end = figure.quantity, figure.start, figure.end
    after = words.hedge_after.match(text, end)
    if after and not (after["word"] in _FOR_DURATIONS and not quantity.unit):
        quantity = _blurred(quantity, after["word"], words.comparators_after, is_after=True)
        end = after.end()
    before = start_before(words.before_hedge, text, limit, start)
    if before is not None:
        word = text[before:start]
        if word.strip() in _DURING and before - limit <= 1 and quantity.kind == "duration":
            return figure if end == figure.end else FoundFigure(start, end, quantity)
        if not _is_period(word, quantity):
            quantity = _blurred(quantity, word, words.comparators_before)
        start = before
    if quantity is figure.quantity and start == figure.start:
        return figure
    return FoundFigure(start, end, quantity)


def _is_period(word: str, quantity: Quantity) -> bool:
    """Say whether 近 means "the past": 近三年, 近两个月, but not 近千天."""
    if word.strip() != "近" or quantity.unit not in _CALENDAR:
        return False
    return quantity.low == quantity.high and Decimal(quantity.low) <= _DECADE


def _blurred(
    quantity: Quantity, word: str, comparators: Mapping[str, str], *, is_after: bool = False
) -> Quantity:
    """Add a word to a quantity; a side (< or >) is worth more than "about"."""
    comparator = comparators[form_key(word)]
    if quantity.approximator and comparator in {"~", "="}:
        comparator = quantity.comparator
    said = [form_key(word), quantity.approximator]
    joined = "…".join(filter(None, reversed(said) if is_after else said))
    return replace(quantity, approximator=joined, comparator=comparator)
