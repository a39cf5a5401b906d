"""Another tool's offsets on a text as passages of the text as it is stored."""

from collections.abc import Iterable

from annotator.formats.offsets import Normalised, OffsetUnit, Quoted, Ruler
from annotator.model.errors import UserError
from annotator.model.text import Range

_SHOWN = 60


class Placing:
    """Places offsets that count ``unit`` on an original text; without a unit the quotes decide.

    ``is_guess`` says that neither did and that the text has characters which programs count
    differently.
    """

    def __init__(
        self, original: str, quoted: Iterable[Quoted] = (), unit: OffsetUnit | None = None
    ) -> None:
        told = list(quoted)
        self.original = original
        self.unit = unit or best_unit(original, told)
        self.is_guess = unit is None and not told and any(c > "\uffff" for c in original)
        self._ruler = Ruler(original, self.unit)
        self._stored = Normalised(original)

    @property
    def text(self) -> str:
        """The text as it is stored."""
        return self._stored.text

    def fitting(self, quoted: Iterable[Quoted]) -> int:
        """Return how many quotes stand where they should."""
        return sum(_fits(self.original, self._ruler, entry) for entry in quoted)

    def at(self, point: int) -> int:
        """Return where a code point of the original lies in the stored text."""
        return self._stored.at(point)

    def range(self, start: int, end: int, quote: str | None = None) -> Range:
        """Return a passage of the stored text.

        Raises:
            UserError: it lies outside the text, is empty, or does not read as its quote.
        """
        first, last = self._ruler.to_point(start), self._ruler.to_point(end)
        if first >= last:
            raise UserError("Passage {start}-{end} holds no text.", start=start, end=end)
        there = self.original[first:last]
        if quote is not None and not _reads(there, quote):
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


def placing_of(original: str, quoted: Iterable[Quoted], unit: OffsetUnit | None = None) -> Placing:
    """Return where offsets lie: on the text with its newlines, or with each CRLF counted as one.

    The way in which more of the quotes fit is taken.
    """
    told = list(quoted)
    whole = Placing(original, told, unit)
    if "\r\n" not in original:
        return whole
    single = Placing(original.replace("\r\n", "\n"), told, unit)
    return single if single.fitting(told) > whole.fitting(told) else whole


def best_unit(text: str, quoted: Iterable[Quoted]) -> OffsetUnit:
    """Return the unit in which most of the quotes stand where they should, code points first."""
    told = list(quoted)
    best, most = OffsetUnit.CODE_POINTS, -1
    for unit in OffsetUnit:
        ruler = Ruler(text, unit)
        fitting = sum(_fits(text, ruler, entry) for entry in told)
        if fitting > most:
            best, most = unit, fitting
        if most == len(told):
            break
    return best


def _fits(text: str, ruler: Ruler, entry: Quoted) -> bool:
    start, end, quote = entry
    try:
        there = text[ruler.to_point(start) : ruler.to_point(end)]
    except UserError:
        return False
    return _reads(there, quote)


def _reads(there: str, quote: str) -> bool:
    """Say whether a passage reads as its quote, of which tools alter white space."""
    return there == quote or there.split() == quote.replace("\\n", "\n").split()


def in_order(ranges: Iterable[Range]) -> tuple[Range, ...]:
    """Return passages by position, those that overlap made one."""
    found: list[Range] = []
    for start, end in sorted(ranges):
        if found and start < found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return tuple(found)
