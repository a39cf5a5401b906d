"""What a figure counts, as the words on both sides of it tell."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product, takewhile

from annotator.checks.words import (
    ENGLISH_LEAST,
    HAN,
    STOP,
    same_end,
    shared_run,
    stem,
    stems_in,
    takes_up,
)

WORDS_BEFORE, NOUN_BEFORE = 3, 3
_NOUN_BEHIND = 2
_COMMA = re.compile(r"(?<![0-9]),|,(?![0-9])|[，;；。!！?？]")
_NOUN_AT_START = re.compile(f"[{HAN}]{{2,8}}(?![{HAN}])")
_CARRIES_UNIT = re.compile(
    r"[$£€¥%]|[0-9].*[A-Za-z]|[a-z] (?:percent|per cent|dollars|pounds)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Beside:
    """A figure's text and what stands beside it.

    ``nouns`` are the words in front that end with what is counted; ``left`` and ``right`` reach
    further than ``before`` and ``after``.
    """

    text: str
    nouns: tuple[str, ...]
    after: str
    left: str
    right: str

    def words_behind(self) -> frozenset[str]:
        """Return the English content words among the next few."""
        found = re.findall(r"[A-Za-z][A-Za-z'’\-]+|[.,;:]", self.right)[:5]
        words = takewhile(lambda word: word.isalpha(), found)
        return frozenset(stem(word) for word in words if word.lower() not in STOP)

    def words_before(self) -> frozenset[str]:
        """Return the last English content words in front of a number that carries its unit."""
        if not _CARRIES_UNIT.search(self.text):
            return frozenset()
        clause = _COMMA.split(self.left)[-1]
        return frozenset(list(stems_in(clause))[-WORDS_BEFORE:])


def are_one_noun(first: Beside, second: Beside, least: int) -> bool:
    """Say whether what is counted, right behind or in front of two figures, is the same.

    In front of them so many Chinese characters must be the same at least.
    """
    if shared_run(first.after, second.after, from_start=True) >= _NOUN_BEHIND:
        return True
    before = product(first.nouns, second.nouns)
    if any(same_end(a, b) >= least or takes_up(a, b) for a, b in before):
        return True
    if _ends_with(first.after, second.nouns) or _ends_with(second.after, first.nouns):
        return True
    if first.words_behind() & second.words_behind():
        return True
    in_front = first.words_before(), second.words_before()
    both = (in_front[1], second.words_behind()), (in_front[0], first.words_behind())
    return any(
        len(words & other) >= ENGLISH_LEAST
        for words, others in zip(in_front, both, strict=True)
        for other in others
    )


def _ends_with(after: str, nouns: Sequence[str]) -> bool:
    """Say whether the Chinese noun behind one figure stands right in front of another."""
    noun = _NOUN_AT_START.match(after)
    return noun is not None and nouns[0].endswith(noun.group())
