"""Where quotes stand in a text, however many are asked for.

The first few are looked for by going through the text. Then an index pays: pieces of the text, cut
one behind the other, by what they read. Whatever stands in the text and is nearly twice as long as
a piece holds one of them whole, at one of as many distances from its start as a piece is long.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property

from annotator.model.text import Range

_WORD = re.compile(r"\S+")
_SCANS = 16
"""How many quotes are looked for before the index is made."""
_PIECES = (8, 4, 2)
"""How many characters a piece has, of which the longest that fits a quote tells most."""


class QuotePlaces:
    """Finds quotes in one text, word for word or with other white space."""

    def __init__(self, text: str) -> None:
        self._exactly = Occurrences(text)

    def of(self, quote: str) -> list[Range]:
        """Return where a quote stands; if nowhere, where it does with other white space.

        Of places that overlap only the first counts.
        """
        found = self._exactly.of(quote) if quote else []
        if found:
            return [(start, start + len(quote)) for start in found]
        words = " ".join(quote.split())
        return self._evenly.of(words) if words else []

    @cached_property
    def _evenly(self) -> "_EvenlySpaced":
        return _EvenlySpaced(self._exactly.text)


class Occurrences:
    """Finds where strings stand in a text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._asked = 0
        self._pieces: dict[int, dict[str, list[int]]] = {}

    def of(self, string: str) -> list[int]:
        """Return where a string that is not empty begins, of places that overlap the first."""
        self._asked += 1
        size = next((size for size in _PIECES if len(string) >= 2 * size - 1), 0)
        if not size or self._asked <= _SCANS:
            return list(self._scanned(string))
        return list(_apart(sorted(self._indexed(string, size)), len(string)))

    def _scanned(self, string: str) -> Iterator[int]:
        start = self.text.find(string)
        while start >= 0:
            yield start
            start = self.text.find(string, start + len(string))

    def _indexed(self, string: str, size: int) -> Iterator[int]:
        """Yield where a string begins, by the rarest of its pieces at each distance."""
        pieces = self._pieces_of(size)
        for shift in range(size):
            held = (
                (at, pieces.get(string[at : at + size], []))
                for at in range(shift, len(string) - size + 1, size)
            )
            at, places = min(held, key=lambda entry: len(entry[1]))
            for place in places:
                if place >= at and self.text.startswith(string, place - at):
                    yield place - at

    def _pieces_of(self, size: int) -> dict[str, list[int]]:
        if size not in self._pieces:
            pieces = self._pieces[size] = {}
            for at in range(0, len(self.text), size):
                pieces.setdefault(self.text[at : at + size], []).append(at)
        return self._pieces[size]


def _apart(starts: list[int], length: int) -> Iterator[int]:
    """Yield those of places in order that do not overlap the last one yielded."""
    end = 0
    for start in starts:
        if start >= end:
            yield start
            end = start + length


class _EvenlySpaced:
    """A text with one space between two words, and where each word stood."""

    def __init__(self, text: str) -> None:
        self._starts: list[int] = []
        self._even_starts: list[int] = []
        words = []
        length = 0
        for found in _WORD.finditer(text):
            self._starts.append(found.start())
            self._even_starts.append(length)
            words.append(found.group())
            length += len(found.group()) + 1
        self._occurrences = Occurrences(" ".join(words))

    def of(self, words: str) -> list[Range]:
        """Return where words with one space between two of them stand in the original text."""
        found = self._occurrences.of(words)
        return [(self._at(start), self._at(start + len(words) - 1) + 1) for start in found]

    def _at(self, even: int) -> int:
        """Return where a character of a word stood."""
        word = bisect_right(self._even_starts, even) - 1
        return self._starts[word] + even - self._even_starts[word]
