"""Another tool's offsets on a text as passages of the text as it is stored.

Here a passage lies where its offsets say or is refused; ``anchoring`` also looks elsewhere for it.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from itertools import chain
from typing import Protocol

from annotator.formats.offsets import Normalised, OffsetUnit, Quoted, Ruler
from annotator.formats.quote_places import QuotePlaces
from annotator.model.errors import UserError
from annotator.model.text import Range

_SHOWN = 60
Reads = Callable[[str, str], bool]
"""Says whether a passage reads as its quote."""


def reads_loosely(there: str, quote: str) -> bool:
    """Say whether a passage reads as its quote, of which tools alter white space."""
    return there == quote or there.split() == quote.replace("\\n", "\n").split()


class ToRange(Protocol):
    """What knows which passage two offsets mean."""

    def to_range(self, start: int, end: int, /) -> Range:
        """Return its code points; raise UserError where there are none."""


class Placing:
    """Places offsets that count ``unit``, or in a ``ruler``'s way, on an original text.

    ``is_guess`` says that nothing told the unit, and that the text has characters which programs
    count differently.
    """

    def __init__(
        self,
        original: str,
        unit: OffsetUnit | None = None,
        *,
        is_guess: bool = False,
        ruler: ToRange | None = None,
    ) -> None:
        self.original = original
        self.is_guess = is_guess
        self._ruler: ToRange = ruler or Ruler(original, unit or OffsetUnit.CODE_POINTS)
        self._stored = Normalised(original)

    @property
    def text(self) -> str:
        """The text as it is stored."""
        return self._stored.text

    @cached_property
    def quotes(self) -> QuotePlaces:
        """Where quotes stand in the text as it is stored."""
        return QuotePlaces(self.text)

    def fits(self, entry: Quoted, reads: Reads = reads_loosely) -> bool:
        """Say whether a quote stands where it should."""
        start, end, quote = entry
        try:
            there = self.original[slice(*self._ruler.to_range(start, end))]
        except UserError:
            return False
        return reads(there, quote)

    def fitting(self, quoted: Iterable[Quoted], reads: Reads = reads_loosely) -> int:
        """Return how many quotes stand where they should."""
        return sum(self.fits(entry, reads) for entry in quoted)

    def at(self, point: int) -> int:
        """Return where a code point of the original lies in the stored text."""
        return self._stored.at(point)

    def range(self, start: int, end: int, quote: str | None = None) -> Range:
        """Return a passage of the stored text.

        Raises:
            UserError: it lies outside the text, is empty, or does not read as its quote.
        """
        first, last = self._ruler.to_range(start, end)
        if first >= last:
            raise UserError("Passage {start}-{end} holds no text.", start=start, end=end)
        there = self.original[first:last]
        if quote is not None and not reads_loosely(there, quote):
            raise UserError(
                "Passage {start}-{end} reads “{text}”, not “{quote}” as the file says.",
                start=start,
                end=end,
                text=there[:_SHOWN],
                quote=quote[:_SHOWN],
            )
        placed = self._stored.range(first, last)
        if placed[0] == placed[1]:
            raise UserError("Passage {start}-{end} holds no text.", start=start, end=end)
        return placed


def placings(
    original: str,
    quoted: Iterable[Quoted],
    unit: OffsetUnit | None = None,
    reads: Reads = reads_loosely,
    own: Iterable[Placing] = (),
) -> list[tuple[int, Placing]]:
    """Return the ways to count offsets with how many quotes fit in each, the most first.

    They count each unit, on the text as it is and with each newline as one character; none is
    tried after one in which all quotes fit.

    Args:
        original: the text as the file holds it.
        quoted: passages with their quotes.
        unit: what the offsets count, if a person or the file said so.
        reads: how closely a passage must read as its quote.
        own: other ways to count, of which the same holds.
    """
    told = list(quoted)
    counted: list[tuple[int, Placing]] = []
    for placing in chain(_ways(original, unit), own):
        counted.append((placing.fitting(told, reads), placing))
        if counted[-1][0] == len(told):
            break
    return sorted(counted, key=lambda entry: -entry[0])


def _ways(original: str, unit: OffsetUnit | None) -> Iterator[Placing]:
    """Yield the ways to count, the likelier ones first."""
    stored = Normalised(original).text
    for counts in (unit,) if unit else OffsetUnit:
        yield Placing(original, counts)
        if stored != original:
            yield Placing(stored, counts)


def placing_of(
    original: str, quoted: Iterable[Quoted] = (), unit: OffsetUnit | None = None
) -> Placing:
    """Return the way to count in which most of the quotes fit, code points first."""
    told = list(quoted)
    if unit is None and not told and any(character > "\uffff" for character in original):
        return Placing(original, is_guess=True)
    return placings(original, told, unit)[0][1]


def in_order(ranges: Iterable[Range]) -> tuple[Range, ...]:
    """Return passages by position, those that overlap made one."""
    found: list[Range] = []
    for start, end in sorted(ranges):
        if found and start < found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return tuple(found)
