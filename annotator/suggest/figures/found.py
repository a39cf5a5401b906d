"""A figure where it was found."""

from typing import NamedTuple

from annotator.model.quantity import Quantity

_NEAR = 24


class FoundFigure(NamedTuple):
    """A figure's place in the text and what it states.

    ``is_bare`` says that it is a numeral alone, an article such as 一套 or part of a name: a
    number only where a person says so. It is a tuple, as are the steps that lead to it: they are
    made by the hundred thousand, and a tuple is made in a third of the time.
    """

    start: int
    end: int
    quantity: Quantity
    is_bare: bool = False


def as_written(text: str, folded: str, figure: FoundFigure) -> FoundFigure:
    """Turn folded words back into the text's own, which are as long."""
    start, end, stated, is_bare = figure
    word, unit = stated.approximator, stated.unit_text
    if not (word or unit) or text[start:end] == folded[start:end]:
        return figure

    def own(part: str) -> str:
        at = folded.find(part, start, end + _NEAR)
        return text[at : at + len(part)] if at >= 0 else part

    unit = own(unit) if unit else ""
    word = "…".join(map(own, word.split("…"))) if word else ""
    quantity = Quantity(
        stated.low,
        stated.high,
        stated.unit,
        unit,
        stated.kind,
        word,
        stated.comparator,
        stated.value,
    )
    return FoundFigure(start, end, quantity, is_bare)
