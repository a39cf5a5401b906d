"""Words that hold no figure, found by a character where one may start, with what stands before it.

统一 is found by its 一: a search that stops at few characters passes over all others at once.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from annotator.suggest.figures.article_amounts import SINGLE
from annotator.suggest.figures.english_numbers import SCALES, any_of
from annotator.suggest.figures.tries import words_by_first

_NO_DIGITS = "(?:(?<![0-9])|(?![0-9]))"
_NOT_LARGER_ONE = (
    rf"(?:(?<!\bone)|(?![\s-](?:{any_of(SCALES)}|{SINGLE}|dollar|euro)\b|-[a-z]"
    r"|\s(?:to|or)\s(?:two|three|four|five)\b))"
)
_NOT_LARGER = f"(?:(?<![一二三四五六七八九])|(?![百千万亿])){_NO_DIGITS}"
"""What keeps a word that ends in a numeral from ending inside a larger figure.

每一, not 每一千; the one, not the one million, the one hour limit or the next one to two.
"""
_CHINESE = re.compile("[㐀-鿿]*")


class PassedOver(NamedTuple):
    """Patterns for words by the character that they are found by, without that.

    ``heads`` are what stands up to there in words that begin before it.
    """

    patterns: Mapping[str, str]
    heads: frozenset[str]


def passed_over(
    words: Collection[str], unless: Iterable[str], starts: Collection[str]
) -> PassedOver:
    """Return patterns for words that hold no figure.

    ``starts`` are the characters at which a search stops anyhow. ``unless`` are words that hold
    a figure although they begin like one of ``words``.
    """
    keys = _keys(words, starts)
    by_key: dict[str, dict[str, list[str]]] = {}
    for word in words:
        before = _before(word, keys)
        rest = word[len(before) :]
        by_key.setdefault(rest[0], {}).setdefault(before, []).append(rest)
    spared = words_by_first(unless)
    return PassedOver(
        {key: _pattern(key, by_before, spared) for key, by_before in by_key.items()},
        frozenset(before + key for key, found in by_key.items() for before in found if before),
    )


def _keys(words: Iterable[str], starts: Iterable[str]) -> set[str]:
    """Return the starts, and as few other characters as the words need that have none of them."""
    keys = set(starts)
    keys |= {word[0] for word in words if not _before(word, keys) and not keys.isdisjoint(word)}
    lacking = [word for word in words if keys.isdisjoint(word)]
    while lacking:
        counted = Counter(character for word in lacking for character in set(word))
        most = max(counted, key=lambda character: (counted[character], character))
        keys.add(most)
        lacking = [word for word in lacking if most not in word]
    return keys


def _before(word: str, keys: Collection[str]) -> str:
    """Return the Chinese that stands in a word before the first of the keys."""
    at = next((at for at, character in enumerate(word) if character in keys), 0)
    before = word[:at]
    return before if _CHINESE.fullmatch(before) else ""


def _pattern(key: str, by_before: Mapping[str, list[str]], spared: Mapping[str, str]) -> str:
    """Return a pattern for the words found by a key; those that start first are tried first."""
    plain, behind = [], []
    for before in sorted(by_before, key=len, reverse=True):
        rest = words_by_first(by_before[before])[key]
        first = (before + key)[0]
        guard = f"(?!{spared[first]})" if first in spared else ""
        if before:
            told = f"{re.escape(first)}{guard}{re.escape(before[1:] + key)}"
            behind.append(f"(?<={told}){rest}{_NOT_LARGER}")
        else:
            is_latin = "a" <= key <= "z"
            whole = _NO_DIGITS + _NOT_LARGER_ONE if is_latin else _NOT_LARGER
            plain.append(f"{guard}{rest}{whole}")
    if behind:
        ends = "".join(sorted({before[-1] for before in by_before if before}))
        plain.insert(0, f"(?<=[{ends}]{re.escape(key)})(?:{'|'.join(behind)})")
    return "|".join(plain)
