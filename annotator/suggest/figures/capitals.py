"""Captions in capitals, which tell no names: they are read as if in small letters."""

import re
import string

_ALL_CAPITALS = re.compile(r"^[^a-z\n]*[A-Z]{3}[^a-z\n]*$", re.MULTILINE)
_SMALL = str.maketrans(string.ascii_uppercase, string.ascii_lowercase)


def without_capitals(text: str) -> str:
    """Return the text with its lines in capitals in small letters; positions stay what they are."""
    return _ALL_CAPITALS.sub(lambda line: line.group().translate(_SMALL), text)
