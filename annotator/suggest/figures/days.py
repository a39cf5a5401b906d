"""Days that share a month, and months side by side: July 15 and 16, 6月21、22、23日, 七八月."""

import re
from decimal import Decimal

from annotator.model.quantity import Quantity
from annotator.suggest.figures.dates import MONTH_NAME, MONTH_NUMBERS

_SAME_MONTH = re.compile(
    rf"\b{MONTH_NAME}\s(?:[0-9]{{1,2}}(?:st|nd|rd|th)?,\s)*(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?"
    r"(?P<join>,?\s(?:and|or|&)\s|,\s)\Z"
)
_NO_COUNT = re.compile(
    r"[,.;:?!)]|\s?\Z|\s(?:and|or|at|in|for|from|with|to|by|we|it|they|on"
    r"|when|as|because|after|before)\b"
)
_AND_DAY = re.compile(r",?\s(?:and|or|&)\s[0-9]{1,2}(?![0-9])")
_CHINESE_ROW = re.compile(r"月(?:[0-9]{1,2}[日号]?[、和及与])+\Z")
_MORE_DAYS = re.compile(r"(?:[、和及与][0-9]{1,2})+[日号]")
_ROW, _DIGITS, _LAST_DAY, _LAST_MONTH = 32, 2, 31, 12


def two_months(low: Decimal, high: Decimal | None, form: str) -> Quantity | None:
    """Return the months that two neighbouring numbers name: 七八月, 3、4月份."""
    if form not in {"月", "月份"} or high is None or not 1 <= low < high <= _LAST_MONTH:
        return None
    return Quantity(kind="date", value=f"--{int(low):02}/--{int(high):02}")


def more_day(text: str, start: int, end: int) -> Quantity | None:
    """Return the day that a number without a month names behind another day."""
    day = text[start:end].rstrip("sthndr")
    if len(day) > _DIGITS or not day.isdigit() or int(day) > _LAST_DAY:
        return None
    near = max(0, start - _ROW)
    if _MORE_DAYS.match(text, end) and (
        len(day) == _DIGITS or _CHINESE_ROW.search(text, near, start)
    ):
        return Quantity(kind="date", value=f"---{int(day):02}")
    found = _SAME_MONTH.search(text, near, start)
    if found is None or int(found["day"]) >= int(day):
        return None
    rest = _NO_COUNT if len(found["join"]) > len(", ") else _AND_DAY
    if not rest.match(text, end):
        return None
    return Quantity(kind="date", value=f"--{MONTH_NUMBERS[found['name']]:02}-{int(day):02}")
