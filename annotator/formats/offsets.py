"""Offsets as other tools count them: code points, UTF-16 units, UTF-8 bytes or graphemes."""

import re
from bisect import bisect_left, bisect_right
from enum import StrEnum
from itertools import accumulate

from annotator.model.errors import UserError
from annotator.model.text import Range

_NEWLINES = re.compile("\r\n|[\r\u2028\u2029]|\x00")
Quoted = tuple[int, int, str]


class OffsetUnit(StrEnum):
    """What an offset counts."""

    CODE_POINTS = "code_points"
    UTF16 = "utf16"
    UTF8 = "utf8"
    GRAPHEMES = "graphemes"


class Ruler:
    """Converts offsets of one text between a unit and code points.

    Only characters that count for another number than one are kept, so that a text without them
    costs next to nothing.
    """

    def __init__(self, text: str, unit: OffsetUnit) -> None:
        self._length = len(text)
        self._unit = unit
        self._points, self._shifts = _steps(text, unit)
        self._marks = [
            point + 1 + shift for point, shift in zip(self._points, self._shifts, strict=True)
        ]

    def to_unit(self, point: int) -> int:
        """Return where a code point lies in the unit; inside a grapheme, where that ends."""
        at = bisect_left(self._points, point)
        return point + (self._shifts[at - 1] if at else 0)

    def to_point(self, offset: int) -> int:
        """Return which code point lies at an offset in the unit.

        Raises:
            UserError: the offset lies outside the text or inside a character.
        """
        if not self._points and 0 <= offset <= self._length:
            return offset
        at = bisect_right(self._marks, offset)
        point = offset - (self._shifts[at - 1] if at else 0)
        if not 0 <= point <= self._length or self.to_unit(point) != offset:
            raise UserError(
                "Offset {offset} lies outside the text or inside a character (counting {unit}).",
                offset=offset,
                unit=self._unit.value,
            )
        return point

    def to_range(self, start: int, end: int) -> Range:
        """Return the code points of a passage.

        Raises:
            UserError: one end lies outside the text or inside a character.
        """
        return self.to_point(start), self.to_point(end)


def _steps(text: str, unit: OffsetUnit) -> tuple[list[int], list[int]]:
    """Return the odd characters' positions, and how far units are ahead behind each of them."""
    match unit:
        case OffsetUnit.CODE_POINTS:
            return [], []
        case OffsetUnit.UTF16:
            points = [found.start() for found in re.finditer("[\U00010000-\U0010ffff]", text)]
            return points, list(range(1, len(points) + 1))
        case OffsetUnit.UTF8:
            points = [found.start() for found in re.finditer("[^\x00-\x7f]", text)]
            return points, list(accumulate(_extra_bytes(text[point]) for point in points))
        case OffsetUnit.GRAPHEMES:
            points = _inner_points(text)
            return points, [-count for count in range(1, len(points) + 1)]


def _extra_bytes(character: str) -> int:
    code = ord(character)
    return (code > 0x7F) + (code > 0x7FF) + (code > 0xFFFF)  # noqa: PLR2004 - UTF-8's own steps


def _inner_points(text: str) -> list[int]:
    """Return the code points that continue a grapheme (Unicode Annex 29, as doccano cuts)."""
    import regex  # type: ignore[import-untyped]

    return [
        point
        for found in regex.finditer(r"\X", text)
        for point in range(found.start() + 1, found.end())
    ]


class Normalised:
    """A text as it is stored, and where each code point of the original went."""

    def __init__(self, original: str) -> None:
        parts: list[str] = []
        self._starts: list[int] = []
        self._shifts: list[int] = []
        last = shift = 0
        for found in _NEWLINES.finditer(original):
            parts.append(original[last : found.start()])
            replaced = "" if found.group() == "\x00" else "\n"
            parts.append(replaced)
            last = found.end()
            if len(replaced) != len(found.group()):
                shift += len(found.group()) - len(replaced)
                self._starts.append(last)
                self._shifts.append(shift)
        parts.append(original[last:])
        self.text = "".join(parts)

    def at(self, point: int) -> int:
        """Return where a code point of the original lies in the stored text."""
        if not self._starts:
            return point
        found = bisect_right(self._starts, point)
        return point - (self._shifts[found - 1] if found else 0)

    def range(self, start: int, end: int) -> Range:
        """Return a range of the original in the stored text."""
        return self.at(start), self.at(end)
