"""What may be typed into a field: each check returns the text as it is kept, or refuses it."""

import re
import unicodedata
from calendar import monthrange
from collections.abc import Callable
from decimal import Decimal

from annotator.model.errors import UserError
from annotator.model.quantity import Quantity, decimal_text, is_decimal

Check = Callable[[str], str]
ReadQuantity = Callable[[str], Quantity | None]

LEAP_YEAR = 2024
_CHINESE_DATE = re.compile(r"(?:(\d{4})年)?(?:(\d{1,2})月)?(?:(\d{1,2})[日号])?")
_WESTERN_DATE = re.compile(r"(\d{4})[-./](\d{1,2})(?:[-./](\d{1,2}))?")
_DATE = re.compile(
    r"(?P<year>\d{4}|-)(?:-(?P<month>\d\d|-)(?:-(?P<day>\d\d))?)?(?P<time>T\d\d(?::\d\d){0,2})?"
)
_TIME = re.compile(r"T(?:[01]\d|2[0-4])(?::[0-5]\d){0,2}")
_SHA256 = re.compile(r"[0-9a-f]{64}")


def any_text(text: str) -> str:
    """Accept everything; blanks at the ends go."""
    return text.strip()


def date_text(text: str) -> str:
    """Accept an ISO 8601 date, whole or partial, a clock time, or two with a slash between.

    ``2020``, ``2020-12``, ``--12-29``, ``T15:30``; 2020年12月29日 and 2020.12.29 become ISO.

    Raises:
        UserError: it is none of these.
    """
    folded = unicodedata.normalize("NFKC", text).strip()
    made = _from_chinese(folded) or _from_western(folded)
    if made:
        folded = made
    if folded and not all(_is_date(part) for part in folded.split("/", 1)):
        raise UserError("Write a date such as 2020-12-29, 2020-12, 2020 or --12-29.")
    return folded


def number_text(read: ReadQuantity | None = None) -> Check:
    """Return a check that accepts decimal text; ``read`` makes 2.3万 into 23000."""

    def check(text: str) -> str:
        folded = unicodedata.normalize("NFKC", text).strip().replace(",", "")
        if not folded:
            return ""
        if is_decimal(folded):
            return decimal_text(Decimal(folded))
        quantity = read(text) if read else None
        if quantity is None or not quantity.low:
            raise UserError("Write a number such as 23000 or 12.5.")
        return quantity.low

    return check


def whole_number(text: str) -> str:
    """Accept a whole number of up to six digits, or nothing.

    Raises:
        UserError: it is none.
    """
    folded = unicodedata.normalize("NFKC", text).strip()
    if folded and not (folded.isascii() and folded.isdigit() and len(folded) <= 6):  # noqa: PLR2004 - said above
        raise UserError("Write a whole number such as 1.")
    return str(int(folded)) if folded else ""


def sha256_text(text: str) -> str:
    """Accept the SHA-256 of a file in hexadecimal digits, or nothing.

    Raises:
        UserError: it is none.
    """
    folded = text.strip().lower()
    if folded and not _SHA256.fullmatch(folded):
        raise UserError("A SHA-256 has 64 digits, 0-9 and a-f.")
    return folded


def not_empty(text: str) -> str:
    """Accept any text but blanks.

    Raises:
        UserError: there is nothing else.
    """
    if not text.strip():
        raise UserError("This cannot be empty.")
    return text.strip()


def _from_chinese(text: str) -> str:
    found = _CHINESE_DATE.fullmatch(text) if text else None
    if found is None:
        return ""
    year, month, day = found.groups()
    parts = [year or "-"] + [f"{int(part):02}" for part in (month, day) if part]
    return "-".join(parts) if month or not day else ""


def _from_western(text: str) -> str:
    found = _WESTERN_DATE.fullmatch(text)
    if found is None:
        return ""
    return "-".join([found[1]] + [f"{int(part):02}" for part in found.groups()[1:] if part])


def _is_date(text: str) -> bool:
    if _TIME.fullmatch(text):
        return True
    found = _DATE.fullmatch(text)
    if found is None or text == "-" or (found["time"] and not _TIME.fullmatch(found["time"])):
        return False
    if found["year"] == "-" and not found["month"]:
        return False
    return _is_in_calendar(found["year"], found["month"], found["day"])


def _is_in_calendar(year: str, month: str | None, day: str | None) -> bool:
    """Say whether there is such a month and day; ``-`` stands for what is not said."""
    if month is None:
        return year != "0000"
    if month == "-":
        return year == "-" and day is not None and 1 <= int(day) <= 31  # noqa: PLR2004 - days of a month
    if not 1 <= int(month) <= 12 or year == "0000":  # noqa: PLR2004 - months of a year
        return False
    last = monthrange(LEAP_YEAR if year == "-" else int(year), int(month))[1]
    return day is None or 1 <= int(day) <= last
