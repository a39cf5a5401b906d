"""A figure where it was found."""

from dataclasses import dataclass

from annotator.model.quantity import Quantity


@dataclass(frozen=True, slots=True)
class FoundFigure:
    """A figure's place in the text and what it states.

    ``is_bare`` says that it is a numeral alone, an article such as 一套 or part of a name: a
    number only where a person says so.
    """

    start: int
    end: int
    quantity: Quantity
    is_bare: bool = False
