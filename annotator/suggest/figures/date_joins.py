"""What joins two English dates into one range: July 30 to August 2, between May 1 and June 4."""

import re

_TO = re.compile(
    r"\s?(?:-|—{1,2})\s?|\s(?:to|through|until|till|up\sto)\s(?:the\s(?=[0-9]{1,2}[snrt]))?"
)
_AND, _THROUGH = re.compile(r"\s(?:and|[-—])\s"), re.compile(r"\sthrough\s")
_MOVED = re.compile(
    r"\b(?:mov|push|postpon|extend|delay|chang|shift|slipp|deferr|brought)[a-z]*\s(?:[a-z]+\s){0,3}from\s\Z"
)
"""What is done with a date that another takes the place of, which is no range."""
_NEAR = 32


def date_join(text: str, start: int) -> re.Pattern[str]:
    """Return the pattern of what joins the date at ``start`` in folded text to a later one."""
    near = max(0, start - _NEAR)
    if text.endswith("between ", near, start):
        return _AND
    return _THROUGH if _MOVED.search(text, near, start) else _TO
