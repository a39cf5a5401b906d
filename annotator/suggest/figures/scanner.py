"""One pattern that finds in folded text where a figure may start, and the words that hold none.

Every branch starts with a plain character: the search then passes over all other characters
without trying the branches.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial

from annotator.model.text import Range
from annotator.suggest.figures.amounts import BEFORE_POWER, QUARTER, VULGAR
from annotator.suggest.figures.article_amounts import DOLLAR_AND_CENTS, SINGLE
from annotator.suggest.figures.clocks import QUARTER_PAST
from annotator.suggest.figures.decades import PLURAL_TENS
from annotator.suggest.figures.english_dates import MONTHS
from annotator.suggest.figures.english_numbers import (
    DENOMINATORS,
    ONES,
    ORDINALS,
    PLURALS,
    SCALES,
    TENS,
    any_of,
)
from annotator.suggest.figures.multiples import MULTIPLIED
from annotator.suggest.figures.numerals import HAN, PREFIXES
from annotator.suggest.figures.passed_over import passed_over
from annotator.suggest.figures.shares import MORE_THAN_HALF
from annotator.suggest.figures.tries import words_by_first
from annotator.suggest.figures.units import Vocabulary

_MONTHS = [*MONTHS, *(month[:3] for month in MONTHS), "sept"]
_NUMBERS = [
    *ONES,
    *TENS,
    *ORDINALS,
    *PLURALS,
    *PLURAL_TENS,
    "half",
    "once",
    "twice",
    "thrice",
    *MULTIPLIED,
]
_FEW = ["several", "few", "couple"]
_FOLDS = [f"{number}fold" for number in (*ONES, *TENS)]
_CHINESE_CHARACTER = re.compile("[㐀-鿿]")
_POWERS = "(?!十[一二三四五六七八九])[十百千万亿](?!分之)"
_CHINESE = {
    "第": "",
    "翻": "",
    "半": "",
    "过": MORE_THAN_HALF,
    "减": "半",
    "砍": "半",
    "对": "[半折]",
    "双": "倍",
    "数": _POWERS,
    "几": _POWERS,
    "好": f"几{_POWERS}",
    "上": _POWERS,
    "每": "半",
}
_ARTICLE = (
    rf"n?(?=[\s-]{{1,3}}(?:(?:few\s|couple\s(?:of\s)?)?{any_of([*SCALES, *DENOMINATORS])}\b"
    rf"|(?:(?:full|whole)\s(?=[pm]))?(?:{SINGLE}|fortnight)\b|{DOLLAR_AND_CENTS}"
    r"|(?:(?:full|whole|good|solid)\s)?[a-z]{3,8}[\s-]and[\s-]a[\s-](?:half|quarter)\b))"
)


@dataclass(frozen=True, slots=True)
class Scanner:
    """Finds in folded text where a figure may start and the words that hold none.

    Words are found by a character inside them, ``heads`` by what they have up to there. A figure
    may have taken their start, as 3周 does of 周五 in 每3周五次: then ``exact`` tells what follows.
    """

    pattern: re.Pattern[str]
    heads: frozenset[str]
    longest: int
    exact: Callable[[], re.Pattern[str]]

    def search(self, text: str, at: int, stop: int) -> re.Match[str] | None:
        """Return what is next from a place on; a word that is no figure has no ``lastindex``."""
        found = self.pattern.search(text, at, stop)
        if found and not found.lastindex and self._is_torn(text, at, found.start()):
            return self.exact().search(text, at, stop)
        return found

    def _is_torn(self, text: str, at: int, key: int) -> bool:
        """Say whether a word found by the character at ``key`` may begin before ``at``."""
        begins = range(max(0, key + 1 - self.longest), at)
        return any(text[begin : key + 1] in self.heads for begin in begins)


def scanner_for(text: str, part: Range, words: Vocabulary) -> Scanner:
    """Return what finds figures in a part of a folded text, faster where no Chinese is in it."""
    has_chinese = _CHINESE_CHARACTER.search(text, *part) is not None
    parts = words.day_parts.words
    return scanner(words.not_figures, words.unless, parts, has_chinese=has_chinese)


@lru_cache(maxsize=8)
def scanner(
    words: tuple[str, ...],
    unless: tuple[str, ...],
    parts: tuple[str, ...] = (),
    *,
    has_chinese: bool = True,
) -> Scanner:
    """Return what passes over ``words`` unless they are the start of those that hold a figure.

    ``parts`` are parts of the day, with which a time begins.
    """
    found = _candidates(parts)
    if not has_chinese:
        words = tuple(word for word in words if not _CHINESE_CHARACTER.match(word))
        found = {
            first: told for first, told in found.items() if not _CHINESE_CHARACTER.match(first)
        }
    passed = passed_over(words, unless, found)
    longest = max(map(len, passed.heads), default=0)
    exact = partial(_exact, words, unless, parts)
    return Scanner(_pattern(passed.patterns, found), passed.heads, longest, exact)


@lru_cache(maxsize=2)
def _exact(
    words: tuple[str, ...], unless: tuple[str, ...], parts: tuple[str, ...]
) -> re.Pattern[str]:
    """Return a pattern that finds all words by their first characters, which is slower."""
    found = _candidates(parts)
    firsts = {word[0] for word in words}
    return _pattern(passed_over(words, unless, firsts | found.keys()).patterns, found)


def _pattern(passed: Mapping[str, str], found: Mapping[str, list[str]]) -> re.Pattern[str]:
    """Return one pattern; a match has a ``lastindex`` unless it is a word that is no figure.

    A character that a match may start with is held against every branch: the fewer, the faster.
    """
    branches = []
    for first in sorted({*passed, *found}, key=lambda character: (character > "\x7f", character)):
        rests = [passed[first]] if first in passed else []
        if first in found:
            rests.append(f"(?:{'|'.join(found[first])})()")
        branches.append(f"{re.escape(first)}{_apart(first)}(?:{'|'.join(rests)})")
    return re.compile("|".join(branches))


def _apart(first: str) -> str:
    """Return what keeps a Latin word from starting inside another."""
    return f"(?<![a-z]{first})" if "a" <= first <= "z" else ""


def _candidates(parts: tuple[str, ...]) -> dict[str, list[str]]:
    """Return the patterns of what may start a figure, by its first character, without that."""
    found: dict[str, list[str]] = {digit: ["[0-9]*+"] for digit in "0123456789"}
    found |= {character: [""] for character in HAN + VULGAR}
    found |= {first: [f"(?!{rest})"] for first, rest in PREFIXES.items()}
    for character, rest in _CHINESE.items():
        found.setdefault(character, []).append(rest)
    _add(found, [*parts, "民国", "中华民国", *_MONTHS, *_NUMBERS, *_FOLDS, *_FEW])
    found["a"].append(_ARTICLE)
    found["零"] = ["(?!下)"]
    found["一"] = [f"(?!连[0-9{HAN}])"]
    for word in ("dozen", "hundred", "thousand", "million", "billion"):
        before = "|".join(rf"(?<={word_before}{word[0]})" for word_before in BEFORE_POWER)
        found.setdefault(word[0], []).append(f"(?:{before}){word[1:]}\\b")
    found.setdefault("q", []).append(QUARTER.removeprefix("q"))
    found["q"].append(QUARTER_PAST.removeprefix("q"))
    return found


def _add(found: dict[str, list[str]], words: Iterable[str]) -> None:
    for first, rest in words_by_first(words).items():
        found.setdefault(first, []).append(rest)
