"""The value of English number words: twenty-three, two and a half million, dozens."""

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import takewhile
from math import prod

ONES = {
    word: value
    for value, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
TENS = {
    word: 10 * value
    for value, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2
    )
}
SCALES = {
    "hundred": 100,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "dozen": 12,
    "lakh": 10**5,
    "crore": 10**7,
}
ABBREVIATIONS = {
    "mn": 10**6,
    "mln": 10**6,
    "bn": 10**9,
    "bln": 10**9,
    "tn": 10**12,
    "trn": 10**12,
} | {
    "lakhs": 10**5,
    "crores": 10**7,
    "cr": 10**7,
}
LETTERS = {"k": 10**3, "m": 10**6, "b": 10**9, "t": 10**12}
"""Magnitudes only behind a currency sign: $5m is money, 5m a length."""
ORDINALS = (
    {
        word: value
        for value, word in enumerate(
            [
                "first",
                "second",
                "third",
                "fourth",
                "fifth",
                "sixth",
                "seventh",
                "eighth",
                "ninth",
                "tenth",
                "eleventh",
                "twelfth",
                "thirteenth",
                "fourteenth",
                "fifteenth",
                "sixteenth",
                "seventeenth",
                "eighteenth",
                "nineteenth",
            ],
            start=1,
        )
    }
    | {"twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60}
    | {
        "seventieth": 70,
        "eightieth": 80,
        "ninetieth": 90,
        "hundredth": 100,
    }
)
DENOMINATORS = {
    "half": 2,
    "halves": 2,
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "twelfth": 12,
    "fifteenth": 15,
    "sixteenth": 16,
    "twentieth": 20,
    "thirtieth": 30,
    "fortieth": 40,
    "fiftieth": 50,
    "hundredth": 100,
    "thousandth": 1000,
    "millionth": 10**6,
}
PLURALS = {"dozens": 24, "hundreds": 100, "thousands": 10**3, "millions": 10**6} | {
    "billions": 10**9,
    "trillions": 10**12,
    "tens": 10,
    "scores": 20,
    "lakhs": 10**5,
    "crores": 10**7,
}


def any_of(words: Iterable[str]) -> str:
    """Return a pattern for one of the words, the longest first; a space takes white space."""
    ordered = sorted(words, key=len, reverse=True)
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s{1,3}") for word in ordered) + ")"


_GAP = r"(?:-|\s{1,3})"
_TEEN = any_of(ONES)
_SUB100 = rf"(?:{any_of(TENS)}(?:{_GAP}{_TEEN})?|{_TEEN})"
_AND = r"(?:,?\s{1,3}and\s{1,3}|,?\s{1,3})"
_BIG = any_of([*SCALES, *ABBREVIATIONS])
_TERM = rf"(?:(?:an?|{_SUB100}){_GAP}hundred(?:(?:{_AND}|-(?:and-)?){_SUB100})?|{_SUB100})"
_SCALED = rf"(?:{_TERM}|an?(?={_GAP}{_BIG}\b))(?:{_GAP}{_BIG}\b){{0,3}}"
_AND_HALF = (
    r"(?:[\s-]{1,3}and[\s-]{1,3}(?:a[\s-]{1,3}(?:half|quarter)"
    r"|half(?=[\s-](?:years?|months?|weeks?|days?|hours?|minutes?|decades?|times|percent|per\s?cent|points?|miles?|feet|inches)\b)"
    r"|(?:(?:one|three)[\s-]{1,3}quarters?|one[\s-]{1,3}half)\b(?!\sof\b)))"
)
WORDS = rf"(?:{_TERM}{_AND_HALF}(?:{_GAP}{_BIG}\b){{0,2}}|{_SCALED}(?:{_AND}{_SCALED}){{0,3}})\b"
"""A pattern for a number in words."""
_SCORES = (
    r"(?<!\btest\s)(?<!\bexam\s)(?<!\bmath\s)(?<!\bhigh\s)(?<!\blow\s)(?<!\bbox\s)(?<!\baverage\s)"
    r"scores(?=\sof\s(?:people|men|women|children|[a-z]{3,}[^suiw\W]s)\b)"
)
"""What only stands for twenties before who or what is many: scores of homes."""
_LARGE = rf"(?:{any_of(PLURALS)}|{any_of(SCALES)}\b(?!-))"
PLURAL = (
    rf"(?:{_SCORES}|{any_of(PLURALS.keys() - {'scores'})})(?:\s{{1,3}}of\s{{1,3}}{_LARGE}){{0,2}}\b"
)
"""A pattern for dozens, hundreds of thousands, also for tens of million, as it is said."""
_TOKEN = re.compile(r"[a-z]+")
_AND_PART = re.compile(r"(?<=and[\s-])half")
"""A half that is said without its article: two and half years."""
_FACTORS = {word: factor for word, factor in SCALES.items() if word != "hundred"} | ABBREVIATIONS


@lru_cache(maxsize=1024)
def words_value(text: str) -> Decimal | None:
    """Return the value of a number in words, or None if it is not well formed."""
    whole = _AND_PART.sub("a half", text.lower())
    words = [word for word in _TOKEN.findall(whole) if word != "and"]
    if (year := spoken_year(words)) is not None:
        return Decimal(year)
    total, last = Decimal(0), Decimal(0)
    while words:
        small = list(takewhile(lambda word: word not in _FACTORS, words))
        scales = list(takewhile(lambda word: word in _FACTORS, words[len(small) :]))
        value = _below_thousand(small)
        if value is None:
            return None
        factor = Decimal(prod(_FACTORS[scale] for scale in scales))
        if last and factor >= last:
            return None
        total, last = total + value * factor, factor
        words = words[len(small) + len(scales) :]
    return total


def spoken_year(words: Sequence[str]) -> int | None:
    """Return the year that its two halves name: nineteen ninety-eight, twenty twenty-four."""
    century = {"eighteen": 18, "nineteen": 19, "twenty": 20}.get(words[0]) if words else None
    rest = _below_hundred(words[1:]) if century else None
    if century is None or rest is None or rest < ONES["ten"]:
        return None
    return 100 * century + int(rest)


def _below_thousand(words: Sequence[str]) -> Decimal | None:
    if "hundred" in words:
        at = words.index("hundred")
        hundreds, rest = _below_hundred(words[:at]), _below_hundred(words[at + 1 :] or ["zero"])
        return None if hundreds is None or rest is None else hundreds * 100 + rest
    return _below_hundred(words)


def _below_hundred(words: Sequence[str]) -> Decimal | None:
    match list(words):
        case [
            *number,
            ("a" | "one" | "three") as count,
            ("half" | "quarter" | "quarters") as part,
        ] if number:
            whole = _below_hundred(number)
            parts = Decimal(ONES.get(count, 1)) / DENOMINATORS[part.removesuffix("s")]
            return None if whole is None else whole + parts
        case [("a" | "an")]:
            return Decimal(1)
        case [word] if word in ONES or word in TENS:
            return Decimal(ONES.get(word, TENS.get(word, 0)))
        case [tens, ones] if tens in TENS and 0 < ONES.get(ones, 0) < ONES["ten"]:
            return Decimal(TENS[tens] + ONES[ones])
        case _:
            return None


def plural_value(text: str) -> Decimal:
    """Return the power that a plural names: dozens 12, hundreds of thousands 100,000."""
    value = Decimal(1)
    for word in _TOKEN.findall(text.lower()):
        value *= PLURALS.get(word) or SCALES.get(word, 1)
    return value
