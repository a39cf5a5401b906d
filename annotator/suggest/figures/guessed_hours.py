"""Two hours in a row that somebody guesses between, in folded text: 早上七八点, 下午三、四点钟."""

import re
from functools import lru_cache

from annotator.suggest.figures.day_parts import DayParts
from annotator.suggest.figures.english_numbers import any_of
from annotator.suggest.figures.numerals import numeral_value
from annotator.suggest.figures.partial_dates import Read, dated

_HOURS = (
    "(?:(?P<ten>十?)(?P<first>[一两二三四五六七八九])、?(?P<next>[二两三四五六七八九]|十[一二]?)"
    "|(?P<low>1?[0-9])、(?P<high>1?[0-9]))(?:点(?P<sharp>钟)?|时(?![代期间候段]))"
)
_FIRSTS = frozenset("十一两二三四五六七八九123456789")


@lru_cache(maxsize=8)
def _guessed(parts: DayParts) -> tuple[frozenset[str], re.Pattern[str]]:
    """Return the characters that two hours begin with, and their pattern."""
    pattern = re.compile(f"(?P<part>{any_of(parts.words)})?{_HOURS}")
    return _FIRSTS.union(part[0] for part in parts.words), pattern


def guessed_hours(text: str, at: int, parts: DayParts) -> Read | None:
    """Return the end and value, 07:00/08:00, of two hours with a part of the day or 点钟."""
    firsts, pattern = _guessed(parts)
    found = pattern.match(text, at) if text[at] in firsts else None
    if found is None or not (found["part"] or found["sharp"]):
        return None
    low, high = _hours(found)
    if high != low + 1 or high > 24:  # noqa: PLR2004 - hours of a day
        return None
    part = found["part"] or ""
    return dated(found.end(), f"{_told(low, part, parts)}/{_told(high, part, parts)}", "time")


def _hours(found: re.Match[str]) -> tuple[int, int]:
    """Return both hours; the ten of 十一二点 is said once."""
    if found["low"]:
        return int(found["low"]), int(found["high"])
    ten = 10 * len(found["ten"])
    low, high = numeral_value(found["first"]), numeral_value(found["next"])
    is_short = bool(ten) and found["next"][0] != "十"
    return int(low or 0) + ten, int(high or 0) + ten * is_short


def _told(hour: int, part: str, parts: DayParts) -> str:
    """Return an hour as ISO 8601 text, in the half of the day that the part tells."""
    told, later = parts.hour(hour, 0, part)
    hour = told or 0
    return f"{hour + (later if hour < 12 else 0):02}:00"  # noqa: PLR2004 - hours of half a day
