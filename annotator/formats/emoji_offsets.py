"""Offsets in which the characters of each emoji before them are counted twice.

QualCoder (since 3.0) adds the length of every emoji in front to the places that it codes by itself,
as Qt would for an emoji of one character; for one of several characters that is neither code points
nor UTF-16 units. Which characters are one emoji follows Unicode's UTS #51, nearly.
"""

import re
from bisect import bisect_left
from itertools import accumulate

from annotator.model.errors import UserError
from annotator.model.text import Range

_ONE = (
    "(?:[\U0001f1e6-\U0001f1ff]{2}"
    "|[0-9#*]\ufe0f?\u20e3"
    "|(?:[\U0001f000-\U0001f1e5\U0001f200-\U0001faff]|[\u00a9\u00ae\u203c-\u3299]\ufe0f"
    "|[\u231a\u231b\u23e9-\u23f3\u25fd\u25fe\u2614\u2615\u2648-\u2653\u267f\u2693\u26a1\u26aa\u26ab"
    "\u26bd\u26be\u26c4\u26c5\u26ce\u26d4\u26ea\u26f2\u26f3\u26f5\u26fa\u26fd\u2705\u270a\u270b"
    "\u2728\u274c\u274e\u2753-\u2755\u2757\u2764\u2795-\u2797\u27b0\u27bf\u2b1b\u2b1c\u2b50\u2b55])"
    "\ufe0f?[\U0001f3fb-\U0001f3ff]?[\U000e0020-\U000e007f]*)"
)
_EMOJI = re.compile(f"{_ONE}(?:\u200d(?:{_ONE}|[\u2640\u2642\u2695\u2696\u2708]\ufe0f?))*")


class EmojiRuler:
    """Converts passages of one text, told in such offsets, to code points."""

    def __init__(self, text: str) -> None:
        found = [match.span() for match in _EMOJI.finditer(text)]
        self._length = len(text)
        self._ends = [end for _start, end in found]
        self._added = [0, *accumulate(end - start for start, end in found)]

    def to_range(self, start: int, end: int) -> Range:
        """Return which passage is meant; its end was moved as far as its start.

        Raises:
            UserError: it lies outside the text.
        """
        added = self._added[bisect_left(self._ends, start)]
        if not added <= start <= end <= self._length + added:
            raise UserError("Offset {offset} lies outside the text.", offset=end)
        return start - added, end - added
