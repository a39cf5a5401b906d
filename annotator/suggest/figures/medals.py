"""Medals that their metal alone tells of behind a number, in folded text: 2金4银, 三金两银一铜."""

import re

from annotator.suggest.figures.units import Unit, Vocabulary

MEDAL = Unit("medal", "cardinal")
_NUMBER = re.compile("[0-9]{1,3}|[一二两三四五六七八九十]{1,3}")
_JOINED = re.compile("(?:[、,和及]\\s?)?")
_ENDS = re.compile("[、,。;!)”]|[的和及与共]|\\s|\\Z")
_WENT_BEFORE = re.compile(f"(?:{_NUMBER.pattern})(?P<metal>[一-鿿])(?:[、,和及]\\s?)?\\Z")
_NEAR = 8


def medals_at(text: str, start: int, end: int, words: Vocabulary) -> re.Match[str] | None:
    """Return the metal behind a number that means medals; 五金 needs another metal beside it."""
    metal = words.lists["metals"].match(text, end)
    if metal is None or end - start > len("100") or text[end - 1] in "百千万亿":
        return None
    if not (_ENDS.match(text, metal.end()) or _is_next(text, metal.end(), words, "面")):
        return None
    if text[start] in "0123456789" or _goes_on(text, metal.end(), words):
        return metal
    before = _WENT_BEFORE.search(text, max(0, start - _NEAR), start)
    return metal if before and before["metal"] in words.lists["metals"] else None


def _goes_on(text: str, at: int, words: Vocabulary) -> bool:
    """Say whether more medals follow: 五金、二银."""
    joined = _JOINED.match(text, at)
    return joined is not None and _is_next(text, joined.end(), words)


def _is_next(text: str, at: int, words: Vocabulary, more: str = "") -> bool:
    """Say whether a number with a metal, or with one of ``more``, stands at a place."""
    number = _NUMBER.match(text, at)
    if number is None:
        return False
    is_more = text[number.end() : number.end() + 1] in set(more)
    return is_more or words.lists["metals"].match(text, number.end()) is not None
