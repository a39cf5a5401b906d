"""Captions in capitals, which tell no names: they are read as if in small letters."""

import re
import string

_WITH_CAPITALS = re.compile("[A-Z]{3}[^\n]*")
_SMALL_LETTER = re.compile("[a-z]")
_SMALL = str.maketrans(string.ascii_uppercase, string.ascii_lowercase)


def without_capitals(text: str) -> str:
    """Return the text with its lines in capitals in small letters; positions stay what they are."""
    parts, at = [], 0
    for found in _WITH_CAPITALS.finditer(text):
        start = text.rfind("\n", at, found.start()) + 1
        start, end = max(start, at), found.end()
        if not _SMALL_LETTER.search(text, start, end):
            parts += [text[at:start], text[start:end].translate(_SMALL)]
            at = end
    return "".join([*parts, text[at:]]) if parts else text
