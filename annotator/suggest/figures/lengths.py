"""Lengths of time that colons tell in folded text: 1:09.9, with 2:31 left, at 32:31 of play."""

import re
from decimal import Decimal

from annotator.model.quantity import Quantity, decimal_text

Read = tuple[int, Quantity]
_LENGTH = re.compile(
    r"(?:(?P<hours>[0-9]{1,2}):(?=[0-5]))?(?P<minutes>[0-9]{1,3})"
    r":(?P<seconds>[0-5][0-9](?P<parts>\.[0-9]{1,3})?)(?![0-9:]|\s?[ap]\.?m\b)"
)
_PLAYED = re.compile(
    r"\s(?:left|remaining|to\s(?:play|go)(?=\s?(?:[.,;:?!)]|\Z)|\s(?:in|and|when|until|before|on|from|but)\b)|into\s(?:the|it|play|overtime|extra)"
    r"|mark\b(?!\sto)|(?:per|a)\smile\b|of\s(?:play|the\s(?:first|second|third|fourth|final|opening|match|game|[0-9]{1,2}(?:st|nd|rd|th)\s(?:round|inning|minute))))"
    r"(?![a-z])"
)
"""What stands behind a length of play: 2:31 left."""
_RACED = re.compile(
    r"\b(?:(?:lap|pace|split|best|record|winning|finishing|personal\sbest)\s(?:times?\s)?(?:of|in)"
    r"|clock(?:ed|ing)|ran|runs|in|(?:in|for|with|posted)\s(?:an?|his|her)\s(?:[a-z]+\s)?time\sof)\s(?:(?:an?|just|only)\s)?\Z"
    r"|\b(?:mark|halfway)\sat\s\Z"
    r"|\b(?:scor(?:ed|es|ing)|goals?|tied\s(?:it|the\sgame)|equali[sz](?:ed|er))\s(?:[a-z]+\s)?at\s\Z"
)
"""What stands before the time of a race or a goal: a winning time of 2:05, home in 28:21."""
_PAIRED = re.compile(r"(?<![0-9:])(?P<first>[0-9]{1,3}:[0-5][0-9])(?:,|,?\sand)\s\Z")
"""A length before another: splits of 15:53 and 15:46."""
_CLOCKED = re.compile(
    r"(?:\A|[^\s'’]|\n|[0-9],?\s|\b(?:at|by|until|till|from|since|after|before|to|and|[a-z]+day,?)\s)\Z"
)
"""What stands before the seconds of a clock, other than those of a race: at 2:05:30."""
_AT_MINUTE = re.compile(r"\b(?:at|after|by|until|from|the)\s\Z")
_HOURS_OF_DAY, _NEAR = 24, 32
_HOURS_OF_RACE = frozenset("123456789")


def length_at(text: str, at: int) -> Read | None:
    """Read a length of time in seconds; it has parts of seconds, or words tell that it is one."""
    found = _LENGTH.match(text, at)
    if found is None or not (found["parts"] or _is_length(text, found)):
        return None
    minutes = 60 * int(found["hours"] or 0) + int(found["minutes"])
    seconds = decimal_text(60 * minutes + Decimal(found["seconds"]))
    return found.end(), Quantity(seconds, seconds, "second", "", "duration")


def _is_length(text: str, found: re.Match[str]) -> bool:
    """Say whether words around a colon tell of play or of a race, or no hour has the number."""
    start, near = found.start(), max(0, found.start() - _NEAR)
    pair = _PAIRED.search(text, near, start)
    if _is_told(text, start, found.end()) or (pair and _is_told(text, *pair.span("first"))):
        return True
    if hours := found["hours"]:
        return hours in _HOURS_OF_RACE and not _CLOCKED.search(text, near, start)
    is_hour = int(found["minutes"]) <= _HOURS_OF_DAY
    return not is_hour and _AT_MINUTE.search(text, near, start) is not None


def _is_told(text: str, start: int, end: int) -> bool:
    """Say whether words right around a length tell of play or of a race."""
    is_played = _PLAYED.match(text, end) or _RACED.search(text, max(0, start - _NEAR), start)
    return is_played is not None
