"""Names of currencies in front of a number, and what is none there: US $30, N95, page p 17."""

import re
from decimal import Decimal

_LEAST_SUM = {"r": 100, "n": 1000, "p": 1000, "k": 10_000}
"""What letters stand for a currency only in front of as much: R350, N1.4 billion, but not N95."""
_MAYBE_TIMES = frozenset("一两三四五六七八九十半")
_TIME_BEHIND = re.compile("[一两三四五六七八九十半]{1,3}(?:天|年|周|个?月|日|小时|季)")
"""A length of time behind the name of a currency, which is no sum of it: 人民币一年升值2%."""
_TYPE = re.compile(
    r"[0-9]{3}(?![0-9]|[.,][0-9]|\s(?:[0-9]{3}|[mb]illion|trillion|thousand)\b|k\b|m\b|bn\b)"
)
_RAND = re.compile(
    r"\brand\b|south\s?africa|\bzar\b"
    r"|\br[0-9]++(?:[.,][0-9]|\s?(?:[mb]illion|trillion|bn)\b|\s[0-9]{3}\b)"
)
"""What tells that R350 is a sum and no type: rands, or sums that no type has."""
_LARGE_SUM = re.compile(r"[0-9.,]++\s?(?:[mb]illion|trillion|bn)\b")
"""What is a sum behind a letter that stands apart too: R 2.6 million."""
_AROUND = 1000


def is_no_sign(text: str, sign: int, at: int) -> bool:
    """Say whether a currency's name stands before a length of time, or its letter apart.

    It stands between the two positions of the folded text; the number starts at the last.
    """
    if text[at] in _MAYBE_TIMES and _TIME_BEHIND.match(text, at):
        return True
    if text[sign:at] == "r" and _TYPE.match(text, at):
        return _RAND.search(text, max(0, at - _AROUND), at + _AROUND) is None
    is_apart = at - sign > 1 and text[sign:at].strip() in _LEAST_SUM
    return is_apart and _LARGE_SUM.match(text, at) is None


def is_too_small(sign: str, number: Decimal) -> bool:
    """Say whether so small a number behind a currency's letter makes a name of both."""
    return sign in _LEAST_SUM and number < _LEAST_SUM[sign]


def with_country(text: str, start: int, limit: int) -> int:
    """Return where a sum in dollars starts in the text as written: US $30, not "gave us $30"."""
    country = "US "
    is_told = text.startswith("$", start) and text.endswith(country, limit, start)
    return start - len(country) if is_told else start
