"""The figure under the cursor."""

from annotator.model.text import Range
from annotator.suggest.quantity import figures_in

WINDOW = 120
"""How far around the cursor a figure may reach, in code points."""


def figure_at(text: str, position: int) -> Range | None:
    """Return the figure around or touching ``position``, in code points, or None.

    A figure that holds the character at the position wins over one that ends there.
    """
    start = _clear_of_numerals(text, max(0, position - WINDOW))
    end = min(len(text), position + WINDOW)
    touching: Range | None = None
    for figure in figures_in(text, start, end):
        if figure.start > position:
            break
        if figure.end >= position and not figure.is_bare:
            touching = figure.start, figure.end
            if figure.end > position:
                break
    return touching


def _clear_of_numerals(text: str, start: int) -> int:
    """Return the first position from ``start`` on that is not inside a word or number."""
    limit = min(len(text), start + WINDOW // 2)
    while 0 < start < limit and text[start - 1].isalnum():
        start += 1
    return start
