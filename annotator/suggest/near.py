"""The figure under the cursor."""

from annotator.model.text import Range
from annotator.suggest.figures.quantity import figures_in

WINDOW = 120
"""How far around the cursor a figure may reach, in code points."""


def figure_at(text: str, position: int) -> Range | None:
    """Return the figure around or touching ``position``, in code points, or None.

    A figure that holds the character at the position wins over one that ends there.
    """
    base = max(0, position - 2 * WINDOW)
    part = text[base : position + 2 * WINDOW]
    start = _clear_of_numerals(part, max(0, position - WINDOW - base))
    touching: Range | None = None
    for figure in figures_in(part, start, position + WINDOW - base):
        if base + figure.start > position:
            break
        if base + figure.end >= position and not figure.is_bare:
            touching = base + figure.start, base + figure.end
            if touching[1] > position:
                break
    return touching


def _clear_of_numerals(text: str, start: int) -> int:
    """Return the first position from ``start`` on that is not inside a word or number."""
    limit = min(len(text), start + WINDOW // 2)
    while 0 < start < limit and text[start - 1].isalnum():
        start += 1
    return start
