"""Where another tool's offsets lie in the stored text, mended by the quotes that stand beside."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from annotator.formats.offsets import Normalised, OffsetUnit, Quoted, Ruler
from annotator.model.errors import UserError
from annotator.model.text import Range, normalise

_ODD = re.compile("[\x00\r\u2028\u2029]")
_CUT = ("…", "...")
_REACH = 2000
"""How far from its offsets a quote is looked for, in characters."""


@dataclass(frozen=True, slots=True)
class _Way:
    """One way to count: in the file's own text, or in the one with plain newlines."""

    ruler: Ruler
    normalised: Normalised | None

    def range(self, start: int, end: int) -> Range | None:
        """Return the range in the stored text, None if it does not lie in the text."""
        try:
            low, high = self.ruler.to_point(start), self.ruler.to_point(end)
        except UserError:
            return None
        if self.normalised is not None:
            low, high = self.normalised.range(low, high)
        return (low, high) if low < high else None


class Anchors:
    """Finds passages of one text by offsets in an unknown or broken unit, and by quotes.

    ``text`` is the text as it is stored. The way of counting in which the most quotes come out
    right is used for passages without a quote.

    Args:
        original: the text as the file holds it.
        quoted: the passages with their quotes; a quote may be empty or cut short with "…".
        unit: what the offsets count, if a person said so.
    """

    def __init__(
        self, original: str, quoted: Sequence[Quoted], unit: OffsetUnit | None = None
    ) -> None:
        normalised = Normalised(original)
        self.text = normalise(normalised.text)
        units = list(OffsetUnit) if unit is None else [unit]
        told = [entry for entry in quoted if entry[2]]
        counted: list[tuple[int, _Way]] = []
        for way in _ways(original, normalised, units):
            right = sum(self._fits(way, entry) for entry in told)
            counted.append((right, way))
            if right == len(told):
                break
        counted.sort(key=lambda entry: -entry[0])
        self._ways = [way for _right, way in counted]
        self._hints_are_quotes = counted[0][0] * 2 >= len(told)

    def find(self, start: int, end: int, quote: str = "") -> Range | None:
        """Return the passage whose quote this is, None if it is not near its offsets.

        Without a quote the offsets are trusted.
        """
        if not quote:
            return self._ways[0].range(start, end)
        for way in self._ways:
            if self._fits(way, (start, end, quote)):
                return way.range(start, end)
        return self._nearest(start, quote)

    def trust(self, start: int, end: int, hint: str) -> Range | None:
        """Return the passage by its offsets, unless the hint is a quote that says better.

        A hint that stands elsewhere counts only if most hints of the text are quotes: some
        programs put names there.
        """
        for way in self._ways if hint else ():
            if self._fits(way, (start, end, hint)):
                return way.range(start, end)
        moved = self._nearest(start, hint) if hint and self._hints_are_quotes else None
        return moved or self._ways[0].range(start, end)

    def _fits(self, way: _Way, entry: Quoted) -> bool:
        start, end, quote = entry
        found = way.range(start, end)
        if found is None:
            return False
        wanted, length = _plain(quote), found[1] - found[0]
        if len(wanted) == length and self.text.startswith(wanted, found[0]):
            return True
        cut = next((mark for mark in _CUT if wanted.endswith(mark)), "")
        begins = wanted.removesuffix(cut)
        return bool(cut) and len(begins) <= length and self.text.startswith(begins, found[0])

    def _nearest(self, start: int, quote: str) -> Range | None:
        wanted = _plain(quote)
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


def _ways(original: str, normalised: Normalised, units: Sequence[OffsetUnit]) -> Iterator[_Way]:
    """Yield the ways to count, the likelier ones first."""
    differs = normalised.text != original
    for unit in units:
        if differs:
            yield _Way(Ruler(original, unit), normalised)
        yield _Way(Ruler(normalised.text, unit), None)


def _plain(quote: str) -> str:
    return Normalised(quote).text if _ODD.search(quote) else quote
