"""A figure where it was found."""

from typing import NamedTuple

from annotator.model.quantity import Quantity


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
