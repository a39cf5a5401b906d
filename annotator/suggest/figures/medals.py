"""Medals that their metal alone tells of behind a number, in folded text: 2金4银, 三金两银一铜."""

import re

from annotator.suggest.figures.units import Unit

MEDAL = Unit("medal", "cardinal")
METALS = frozenset("金银铜銅")
_NUMBER = "(?:[0-9]{1,3}|[一二两三四五六七八九十]{1,3})"
_JOIN = "(?:[、,和及]\\s?)?"
_ENDS = re.compile(f"[金银铜銅](?=[、,。;!)”]|[的和及与共]|{_NUMBER}[金银铜銅面]|\\s|\\Z)")
_GOES_ON = re.compile(f"[金银铜銅]{_JOIN}{_NUMBER}[金银铜銅]")
_WENT_BEFORE = re.compile(f"{_NUMBER}[金银铜銅]{_JOIN}\\Z")
_NEAR = 8


def medals_at(text: str, start: int, end: int) -> re.Match[str] | None:
    """Return the metal behind a number that means medals; 五金 needs another metal beside it."""
    metal = _ENDS.match(text, end)
    if metal is None or end - start > len("100") or text[end - 1] in "百千万亿":
        return None
    if text[start] in "0123456789" or _GOES_ON.match(text, end):
        return metal
    return metal if _WENT_BEFORE.search(text, max(0, start - _NEAR), start) else None
