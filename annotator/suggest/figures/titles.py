"""Numbers that a word in front makes a name of: Article 5, Flight 370, Articles 3 and 4."""

import re

from annotator.model.text import Range
from annotator.suggest.figures.units import Vocabulary

_ACTING = re.compile(
    r"\b(?:we|they|i|you|can|could|will|would|should|must)\s"
    r"(?:code|pump|tank|station|stage|gate|bed|box|rank|question|plate|zone|pad|dock|berth|bill|table|subject"
    r"|suspect|measure|schedule|level|rule|act|form|patient|model|unit|part|series|mission|core)\s\Z"
)
"""What words that elsewhere stand before a number's name do with it: we pump 310 gallons."""
_SERIES = re.compile(r"(?:(?<![0-9a-z])[0-9]{1,5}[a-z]?(?:,\s|,?\s(?:and|or|to|through)\s))+\Z")
_JOINS = tuple(f"{join}{gap}" for join in (",", "and", "or", "to", "through") for gap in " \n")
_NEAR = 20


def follows_title(text: str, place: Range, limit: int, words: Vocabulary) -> bool:
    """Say whether a word such as Article stands in front of a number: Articles 3 and 4."""
    start, end = place
    if words.before_title.start(text, limit, start) is not None:
        return _ACTING.search(text, max(0, start - _NEAR), start) is None
    if not text.endswith(_JOINS, 0, start):
        return False
    series = _SERIES.search(text, max(0, start - _NEAR), start)
    if series is None or words.noun_pattern.match(text, end):
        return False
    if text.startswith(" of them", end):
        return False
    return words.before_title.start(text, 0, series.start()) is not None
