"""Words that the data files list under one name, found where a text has one of them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from annotator.suggest.figures.tries import WHITE, FirstWords, any_word_backwards

_NEAR = 24


@dataclass(frozen=True, slots=True)
class Before:
    """Words in front of a number: a pattern for reversed text and the characters they end in.

    White space is among these. Most numbers stand behind another character, which saves the
    pattern.
    """

    pattern: re.Pattern[str]
    ends: frozenset[str]

    def start(self, text: str, limit: int, at: int) -> int | None:
        """Return where the word that ends before ``at`` starts; ``limit`` is the furthest."""
        if at <= limit:
            return None
        last = text[at - 1]
        if last in WHITE and at - 1 > limit:
            last = text[at - 2]
        if last not in self.ends:
            return None
        found = self.pattern.match(text[max(limit, at - _NEAR) : at][::-1])
        return at - found.end() if found else None


def words_before(gap: str, words: Iterable[str], more: str = "") -> Before:
    """Return words in front of a number and of a gap, a pattern; ``more`` may end the words."""
    words = list(words)
    return Before(re.compile(gap + any_word_backwards(words)), last_of([*words, *more]))


def last_of(words: Iterable[str]) -> frozenset[str]:
    """Return what may stand before a number behind words: their last characters, white space."""
    return WHITE.union(word.lower()[-1] for word in words)


class WordList:
    """Folded words of one list, compiled when first looked for."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = frozenset(words)

    def __contains__(self, word: str) -> bool:
        """Say whether a folded word is one of the list."""
        return word in self._words

    def match(self, text: str, at: int) -> re.Match[str] | None:
        """Return the longest word of the list that stands at a place of folded text."""
        return self._patterns.match(text, at)

    def within(self, text: str, first: int, last: int) -> bool:
        """Say whether a word of the list starts at one of some places, the last one too."""
        return any(self.match(text, at) for at in range(first, last + 1))

    def start(self, text: str, at: int, limit: int = 0) -> int | None:
        """Return where the word starts that ends at a place or in front of white space there."""
        return self._before.start(text, limit, at)

    @cached_property
    def _patterns(self) -> FirstWords:
        return FirstWords(self._words)

    @cached_property
    def _before(self) -> Before:
        return words_before(r"\s{0,3}", self._words)
