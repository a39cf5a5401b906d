"""What joins two English dates into one range: July 30 to August 2, between May 1 and June 4."""

import re

_TO = re.compile(
    r"\s?(?:-|—{1,2})\s?|\s(?:to|through|until|till|up\sto)\s(?:the\s(?=[0-9]{1,2}[snrt]))?"
)
_AND, _THROUGH = re.compile(r"\s(?:and|[-—])\s"), re.compile(r"\sthrough\s")
_MOVED = re.compile(
    r"\b(?:mov|push|postpon|extend|delay|chang|shift|slipp|deferr|brought)[a-z]*\s(?:[a-z]+,?\s){0,3}from\s\Z"
)
"""What is done with a date that another takes the place of, which is no range."""
_BETWEEN = "between "
_LAST_DAY = re.compile(
    r"\s(?:and|[-—])\s(?:the\s)?(?P<last>3[01]|[12][0-9]|0?[1-9])(?:[snrt][tdh])?"
    r"(?![0-9%:]|[,.][0-9])(?=[,.;:?!)]|\s?\Z|\s(?:and|or|at|in|for|from|with|to|by|we|it|they|he|she|i"
    r"|there|the|on|when|as|because|after|before|was|were|is|are|this|last|that)\b)"
)
"""The second day of a month, which counts nothing behind it."""
_NEAR = 32


def last_day(text: str, start: int, end: int) -> re.Match[str] | None:
    """Return the day of the same month up to which a range goes: between July 8 and 12."""
    is_between = text.endswith(_BETWEEN, max(0, start - _NEAR), start)
    return _LAST_DAY.match(text, end) if is_between else None


def date_join(text: str, start: int) -> re.Pattern[str]:
    """Return the pattern of what joins the date at ``start`` in folded text to a later one."""
    near = max(0, start - _NEAR)
    if text.endswith(_BETWEEN, near, start):
        return _AND
    return _THROUGH if is_moved(text, start) else _TO


def is_moved(text: str, start: int) -> bool:
    """Say whether another date or time takes the place of the one at ``start``."""
    return _MOVED.search(text, max(0, start - _NEAR), start) is not None
