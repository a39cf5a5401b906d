"""A text cut into sentences and tokens for formats of columns; Chinese one character per token."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate

from annotator.model.text import Range, sentences

_TOKEN = re.compile(
    "[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
    r"|\d+(?:[.,:]\d+)*"
    r"|(?:(?!\d)[^\W_\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff])+"
    r"(?:['’-][^\W\d_\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+)*"
    r"|\S"
)


@dataclass(frozen=True)
class Tokens:
    """A text's sentences, each the ranges of its tokens; white space belongs to none."""

    text: str

    @cached_property
    def sentences(self) -> tuple[tuple[Range, ...], ...]:
        """The tokens of each sentence."""
        cut = (self._of(*sentence) for sentence in sentences(self.text))
        return tuple(sentence for sentence in cut if sentence)

    def _of(self, start: int, end: int) -> tuple[Range, ...]:
        return tuple(found.span() for found in _TOKEN.finditer(self.text, start, end))

    @cached_property
    def all(self) -> tuple[Range, ...]:
        """The tokens of the whole text."""
        return tuple(token for sentence in self.sentences for token in sentence)

    @cached_property
    def first_of_sentences(self) -> list[int]:
        """The index of each sentence's first token, and the count of all."""
        return list(accumulate(map(len, self.sentences), initial=0))

    @cached_property
    def _starts(self) -> list[int]:
        return [start for start, _ in self.all]

    @cached_property
    def _ends(self) -> list[int]:
        return [end for _, end in self.all]

    def touched(self, start: int, end: int) -> range:
        """Return the indices of the tokens that a passage touches."""
        return range(bisect_right(self._ends, start), bisect_left(self._starts, end))


@lru_cache(maxsize=1)
def tokens_of(text: str) -> Tokens:
    """Return a text's tokens, found once for what a format loses and for what it writes."""
    return Tokens(text)
