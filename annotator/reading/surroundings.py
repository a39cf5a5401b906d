"""What stands around a place of a text: the line above it, and the rest of its own."""

import re

from annotator.reading.label_forms import CLOCK_LINE

STOPS = '.。!！?？…"”»)）]'
"""What a sentence ends in."""
STOPS_INSIDE = re.compile(r"[.!?…]\"?(?:\s|$)|[。！？]")
"""The end of a sentence, no dot of an address."""
GREETS_IN_ENGLISH = re.compile(r"(?:Good (?:morning|afternoon|evening)|Hello|Hi|Welcome|Thanks?)\b")
"""How somebody starts who speaks, and no item of a list."""
_FAR = 200
_LONGEST_LINE = 1000


def starts_paragraph(text: str, start: int) -> bool:
    """Tell whether what starts a line goes on no sentence of the line above."""
    above = text[max(0, start - _FAR) : start].rstrip(" \t\u3000")
    is_new = not above.strip() or above.endswith("\n\n") or above.rstrip()[-1] in STOPS
    return is_new or is_below_clock(text, start)


def is_below_clock(text: str, start: int) -> bool:
    """Tell whether the line above, which may be parted by a blank one, is a clock."""
    above = text[max(0, start - _FAR) : start].rstrip().rpartition("\n")[2]
    return bool(CLOCK_LINE.match(above))


def rest_of_line(text: str, start: int) -> str:
    """Return the line from a place on, or as much of it as is worth reading."""
    return text[start : start + _LONGEST_LINE].partition("\n")[0].rstrip()
