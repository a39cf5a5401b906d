"""Captions and headlines, whose capitals tell no names: they are read as if in small letters."""

import re
import string
from collections.abc import Iterator

from annotator.model.text import Range

_WITH_CAPITALS = re.compile("[A-Z]{3}[^\n]*")
_SMALL_LETTER = re.compile("[a-z]")
_SMALL = str.maketrans(string.ascii_uppercase, string.ascii_lowercase)
_JOINING = "a|an|and|as|at|by|for|from|in|of|on|or|over|per|since|than|that|the|through|to|up|with"
_WORDS = (
    rf"[A-Z][^\s.?!:]*+(?>(?:[ ](?:(?:{_JOINING})(?=[ ])|[^a-z\s][^\s?!]*+)){{5,24}})"
    r"(?<![.])(?=\n|\Z)"
)
_FIRST_LINE, _LINE = re.compile(f"(?P<line>{_WORDS})"), re.compile(f"\n(?P<line>{_WORDS})")
_TOLD = re.compile(rf"(?s)(?=[^0-9]*[0-9])(?:.*?\s(?:{_JOINING})\s|(?:\S+\s){{9}})")
"""What a headline has: a number, and a small word that joins or many words with capitals."""


def without_capitals(text: str) -> str:
    """Return the text with such lines in small letters; positions stay what they are."""
    parts, at = [], 0
    for start, end in sorted({*_captions(text), *_headlines(text)}):
        parts += [text[at:start], text[start:end].translate(_SMALL)]
        at = end
    return "".join([*parts, text[at:]]) if parts else text


def _captions(text: str) -> Iterator[Range]:
    """Yield where lines are that have capitals and no small letter."""
    at = 0
    for found in _WITH_CAPITALS.finditer(text):
        start = text.rfind("\n", at, found.start()) + 1
        start, end = max(start, at), found.end()
        if not _SMALL_LETTER.search(text, start, end):
            yield start, end
            at = end


def _headlines(text: str) -> Iterator[Range]:
    """Yield where lines are whose words have capitals: City Opens 60 Homes for Veterans."""
    first = _FIRST_LINE.match(text)
    for found in (*([first] if first else ()), *_LINE.finditer(text)):
        start, end = found.span("line")
        if _TOLD.match(text, start, end):
            yield start, end
