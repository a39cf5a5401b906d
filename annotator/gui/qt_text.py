"""The one boundary between the text as stored, in code points, and as Qt has it, in UTF-16.

Text is never read back from Qt, which alters some characters; what it would alter is shown as a
picture of the same length.
"""

import re
from bisect import bisect_left

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
_UNSHOWABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f\x85\u2028\u2029\ufdd0\ufdd1\ufeff\ufffe\uffff\ud800-\udfff]"
)
_LAST_CONTROL = 0x20
_CONTROL_PICTURES = 0x2400


def shown(text: str) -> str:
    """Return ``text`` with each code point that Qt would alter replaced by one that it keeps."""
    return _UNSHOWABLE.sub(_picture, text)


def _picture(found: re.Match[str]) -> str:
    code = ord(found[0])
    return chr(_CONTROL_PICTURES + code) if code < _LAST_CONTROL else "\ufffd"


class Utf16Map:
    """Code points to UTF-16 units and back, within one paragraph."""

    __slots__ = ("_points", "_units")

    def __init__(self, text: str) -> None:
        self._points = [found.start() for found in _ASTRAL.finditer(text)]
        self._units = [point + number for number, point in enumerate(self._points)]

    def to_utf16(self, code_point: int) -> int:
        """Return the UTF-16 position of a code point."""
        return code_point + bisect_left(self._points, code_point)

    def to_code_point(self, unit: int) -> int:
        """Return the code point at a UTF-16 position; inside a pair, that of its character."""
        return unit - bisect_left(self._units, unit)
