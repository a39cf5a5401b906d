"""The paragraphs of a text whose lines were wrapped."""

import re
from itertools import pairwise

from annotator.reading.label_forms import HAN

_NARROWEST_WRAP = 36
_WIDEST_WRAP = 110
_RAGGED = 14
_STOPS = "。！？!?.:：；;"


def joined_lines(text: str) -> str:
    """Return a text with the lines of its paragraphs joined where they were wrapped.

    Lines are taken for wrapped where none is long and one ends, without a stop, near the margin.
    """
    lines = text.split("\n")
    margin = max(map(_width, lines), default=0)
    if not _NARROWEST_WRAP <= margin <= _WIDEST_WRAP:
        return text
    joined = lines[0]
    for before, line in pairwise(lines):
        is_wrapped = _width(before) >= margin - _RAGGED and before.rstrip()[-1:] not in _STOPS
        between = "" if re.search(f"[{HAN}、，]$", before) else " "
        joined += between + line.strip() if is_wrapped else "\n" + line
    return joined


def _width(line: str) -> int:
    """Return how many columns a line takes, of which Chinese characters take two."""
    return sum(2 if c >= "\u2e80" else 1 for c in line[: _WIDEST_WRAP + 1])
