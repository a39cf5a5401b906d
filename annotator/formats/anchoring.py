"""Where another tool's passages lie in the stored text, mended by the quotes that stand beside.

Unlike in ``placing``, a passage whose offsets are off is looked for by its quote.
"""

import re
from collections.abc import Sequence

from annotator.formats.offsets import Normalised, OffsetUnit, Quoted
from annotator.formats.placing import Placing, placings
from annotator.model.errors import UserError
from annotator.model.text import Range, normalise

_ODD = re.compile("[\x00\r\u2028\u2029]")
_CUT = ("…", "...")
_REACH = 2000
"""How far from its offsets a quote is looked for, in characters."""


class Anchors:
    """Finds passages of one text by offsets in an unknown or broken unit, and by quotes.

    ``text`` is the text as it is stored. The way of counting in which the most quotes come out
    right is used for passages without a quote.

    Args:
        original: the text as the file holds it.
        quoted: the passages with their quotes; a quote may be empty or cut short with "…".
        unit: what the offsets count, if a person said so.
        own: another way to count that the tool has for some of its offsets.
    """

    def __init__(
        self,
        original: str,
        quoted: Sequence[Quoted],
        unit: OffsetUnit | None = None,
        own: Placing | None = None,
    ) -> None:
        told = [entry for entry in quoted if entry[2]]
        counted = placings(original, told, unit, _reads, [own] if own else ())
        self._ways = [way for _count, way in counted]
        self.text = normalise(self._ways[0].text)
        self._hints_are_quotes = counted[0][0] * 2 >= len(told)

    def find(self, start: int, end: int, quote: str = "") -> Range | None:
        """Return the passage whose quote this is, None if it is not near its offsets.

        Without a quote the offsets are trusted.
        """
        if not quote:
            return _range(self._ways[0], start, end)
        for way in self._ways:
            if way.fits((start, end, quote), _reads):
                return _range(way, start, end)
        return self._nearest(start, quote)

    def trust(self, start: int, end: int, hint: str) -> Range | None:
        """Return the passage by its offsets, unless the hint is a quote that says better.

        A hint that stands elsewhere counts only if most hints of the text are quotes: some
        programs put names there.
        """
        for way in self._ways if hint else ():
            if way.fits((start, end, hint), _reads):
                return _range(way, start, end)
        moved = self._nearest(start, hint) if hint and self._hints_are_quotes else None
        return moved or _range(self._ways[0], start, end)

    def _nearest(self, offset: int, quote: str) -> Range | None:
        wanted = _plain(quote)
        start, _end = _range(self._ways[0], offset, offset + 1) or (offset, offset)
        low = max(0, start - _REACH)
        window = self.text[low : start + _REACH + len(wanted)]
        starts = []
        at = window.find(wanted)
        while at >= 0:
            starts.append(low + at)
            at = window.find(wanted, at + 1)
        if not starts or not wanted:
            return None
        best = min(starts, key=lambda found: abs(found - start))
        return best, best + len(wanted)


def _range(way: Placing, start: int, end: int) -> Range | None:
    """Return a passage of the stored text, None if it is empty or lies outside."""
    try:
        return way.range(start, end)
    except UserError:
        return None


def _reads(there: str, quote: str) -> bool:
    """Say whether a passage reads as its quote, which may be cut short."""
    stored, wanted = _plain(there), _plain(quote)
    cut = next((mark for mark in _CUT if wanted.endswith(mark)), "")
    begins = wanted.removesuffix(cut)
    return stored == wanted or (bool(cut) and stored.startswith(begins))


def _plain(quote: str) -> str:
    return Normalised(quote).text if _ODD.search(quote) else quote
