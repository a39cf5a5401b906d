"""Numbers whose digits stand apart in folded text: 2 050 people, R5,35 billion, 275, 000 jobs."""

import re
from decimal import Decimal

from annotator.suggest.figures.english_numbers import ABBREVIATIONS, SCALES, any_of

Number = tuple[int, Decimal, Decimal]
_MAGNITUDES = any_of([*SCALES, *ABBREVIATIONS])
_SPACED_DIGITS = re.compile(
    r"(?:(?P<lakhs>[0-9]{1,2}(?:,[0-9]{2}){1,4},[0-9]{3}(?:\.[0-9]{1,2})?)(?!,[0-9])"
    r"|(?P<digits>[1-9][0-9]{0,2}"
    r"(?:,\s000|['’][0-9]{3}"
    r"|[ \u00a0\u2009\u202f][0-9]{3}(?!-[a-z0-9]|s\b|(?<=911)\s(?:call|operator|dispatch)"
    r"|(?<=\s1[0-9]{2})[\s-]?(?:mm|millimet(?:er|re)s?)\b)){1,4}"
    r"(?:\.[0-9]{1,2})?)"
    r"(?![,.][0-9]|[千万亿])"
    r"|(?P<told>[1-9][0-9]{0,2}(?:,[0-9]{3})*,\s[0-9]{3})(?![,.][0-9]|,?\s(?:and\s|or\s)?[0-9]))(?![0-9])"
)
"""Thousands apart, as some countries and captions write them: 2 050, 2'050, 275, 000 jobs.

Not the calibre of what is counted: 18 155 mm howitzers.
In India the first ones are in twos: 1,65,375.
"""
_GAP = re.compile(r"[,'’\s]")
_BEFORE_TOLD = re.compile(
    r"\b(?:is|are|was|were|have|had|from|than|over|about|nearly|almost|approximately|roughly|around"
    r"|reached|exceeded|tested|recorded|registered|confirmed|total(?:ling|ing|led|ed|\sof)?)\s\Z"
)
_BEFORE = len(" approximately ")
"""Around thousands that captions part wherever they hear them: there were 3, 990 tests."""
_DECIMAL_COMMA = re.compile(
    rf"(?P<digits>[0-9]{{1,3}}(?:,[0-9]{{1,2}}|\.\s[1-9]))(?=\s?%|\sper\s?cent)"
    rf"|(?P<digits2>[0-9]{{1,3}}(?:,[0-9]{{1,2}}|\.\s[1-9]))(?:-|\s)?(?P<words>{_MAGNITUDES})(?![a-z])"
)
"""A comma for the point, or a space behind it as captions have: R5,35 billion, 2. 4 million."""


def digits_apart(text: str, at: int) -> Number | None:
    """Return the end of such a number, the number and its magnitude as a factor, or None."""
    found = _SPACED_DIGITS.match(text, at)
    if found and (not found["told"] or _BEFORE_TOLD.search(text, max(0, at - _BEFORE), at)):
        digits = found[found.lastgroup or 0]
        return found.end(), Decimal(_GAP.sub("", digits)), Decimal(1)
    found = _DECIMAL_COMMA.match(text, at)
    if found is None:
        return None
    word = found["words"]
    factor = Decimal(SCALES.get(word) or ABBREVIATIONS[word]) if word else Decimal(1)
    digits = (found["digits"] or found["digits2"]).replace(",", ".").replace(". ", ".")
    return found.end(), Decimal(digits) * factor, factor
