"""One pattern that finds in folded text where a figure may start, and the words that hold none.

Every branch starts with a plain character: the search then passes over all other characters
without trying the branches.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from annotator.model.text import Range
from annotator.suggest.figures.amounts import BEFORE_POWER, QUARTER, VULGAR
from annotator.suggest.figures.article_amounts import SINGLE
from annotator.suggest.figures.clocks import DAY_PARTS, QUARTER_PAST
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
_NO_DIGITS = "(?:(?<![0-9])|(?![0-9]))"
_NOT_LARGER_ONE = (
    rf"(?:(?<!\bone)|(?![\s-](?:{any_of(SCALES)}|{SINGLE}|dollar|euro)\b|-[a-z]"
    r"|\s(?:to|or)\s(?:two|three|four|five)\b))"
)
_NOT_LARGER = f"(?:(?<![一二三四五六七八九])|(?![百千万亿])){_NO_DIGITS}"
"""What keeps a word that ends in a numeral from ending inside a larger figure.

每一, not 每一千; the one, not the one million, the one hour limit or the next one to two.
"""
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
    "数": _POWERS,
    "几": _POWERS,
    "好": f"几{_POWERS}",
    "上": _POWERS,
    "每": "半",
}
_ARTICLE = (
    rf"n?(?=[\s-]{{1,3}}(?:(?:few\s|couple\s(?:of\s)?)?{any_of([*SCALES, *DENOMINATORS])}\b"
    rf"|(?:(?:full|whole)\s(?=[pm]))?(?:{SINGLE}|fortnight)\b"
    r"|(?:(?:full|whole|good|solid)\s)?[a-z]{3,8}[\s-]and[\s-]a[\s-](?:half|quarter)\b))"
)


def scanner_for(text: str, part: Range, words: Vocabulary) -> re.Pattern[str]:
    """Return the pattern for a part of a folded text, a shorter one where no Chinese is in it."""
    has_chinese = _CHINESE_CHARACTER.search(text, *part) is not None
    return scanner(words.not_figures, words.unless, has_chinese=has_chinese)


@lru_cache(maxsize=8)
def scanner(
    words: tuple[str, ...], unless: tuple[str, ...], *, has_chinese: bool = True
) -> re.Pattern[str]:
    """Return the pattern; a match has a ``lastindex`` unless it is a word that is no figure.

    ``unless`` are words that hold a figure although they begin like one of ``words``. A character
    that may start a figure is held against every branch: without the Chinese ones there are few.
    """
    skipped, spared, found = words_by_first(words), words_by_first(unless), _candidates()
    branches = []
    for first in sorted({*skipped, *found}, key=lambda character: (character > "\x7f", character)):
        if not has_chinese and _CHINESE_CHARACTER.match(first):
            continue
        rests = []
        told = "|".join(found.get(first, ()))
        if first in skipped:
            guard = f"(?!{spared[first]})" if first in spared else ""
            is_latin = "a" <= first <= "z"
            is_whole = _NO_DIGITS + _NOT_LARGER_ONE if is_latin else _NOT_LARGER
            rests.append(f"{guard}{skipped[first]}{is_whole}")
        if first in found:
            rests.append(f"(?:{told})()")
        branches.append(f"{re.escape(first)}{_apart(first)}(?:{'|'.join(rests)})")
    return re.compile("|".join(branches))


def _apart(first: str) -> str:
    """Return what keeps a Latin word from starting inside another."""
    return f"(?<![a-z]{first})" if "a" <= first <= "z" else ""


def _candidates() -> dict[str, list[str]]:
    """Return the patterns of what may start a figure, by its first character, without that."""
    found: dict[str, list[str]] = {digit: ["[0-9]*+"] for digit in "0123456789"}
    found |= {character: [""] for character in HAN + VULGAR}
    found |= {first: [f"(?!{rest})"] for first, rest in PREFIXES.items()}
    for character, rest in _CHINESE.items():
        found.setdefault(character, []).append(rest)
    _add(found, [*DAY_PARTS, "民国", "中华民国", *_MONTHS, *_NUMBERS, *_FOLDS, *_FEW])
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
