"""Days that share a month, and months side by side: July 15 and 16, 6月21、22、23日, 七八月."""

import calendar
import re
from dataclasses import replace
from decimal import Decimal

from annotator.model.quantity import Quantity
from annotator.suggest.figures.clocks import numeral_of
from annotator.suggest.figures.english_dates import MONTH_NAME, MONTH_NUMBERS, MONTHS
from annotator.suggest.figures.partial_dates import PartialDate

_SAME_MONTH = re.compile(
    rf"\b{MONTH_NAME}\s(?:[0-9]{{1,2}}(?:st|nd|rd|th)?,\s)*(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?"
    r"(?P<join>,?\s(?:and|or|&)\s|,\s)\Z"
)
_OF_MONTH = re.compile(
    r"(?:st|nd|rd|th)?(?:,\s[0-9]{1,2}(?:st|nd|rd|th)?)*,?\s(?:and|or|&)\s[0-9]{1,2}(?:st|nd|rd|th)?"
    rf"\s(?:of\s)?{MONTH_NAME}(?:,?\s(?P<year>(?:19|20)[0-9]{{2}})(?![0-9]))?"
)
"""What names the month of a day behind others: 15 and 16 February."""
_DAY_DIGITS = re.compile("[0-9]{1,2}")
_NO_COUNT = re.compile(
    r"[,.;:?!)]|\s?\Z|\s(?:and|or|at|in|for|from|with|to|by|we|it|they|on"
    r"|when|as|because|after|before)\b"
)
_AND_DAY = re.compile(r",?\s(?:and|or|&)\s[0-9]{1,2}(?![0-9])")
_DAY = "(?:[0-9]{1,2}|[一二三四五六七八九十廿]{1,3})"
_CHINESE_ROW = re.compile(rf"月(?:{_DAY}[日号]?[、和及与])*\Z")
_ROW_DAY = re.compile(rf"(?P<day>{_DAY})[日号](?![线楼院文令前后内间])")
_ROW_SIGNS = frozenset("、和及与")
_MORE_DAYS = re.compile(rf"(?:[、和及与]{_DAY})+[日号](?![前后内间的])")
_MORE_MONTHS = re.compile(
    "(?:[、和及与](?:1[0-2]|[1-9])(?![0-9]))*(?:(?<=[0-9])月(?![内间]|份额|龄)|[两三四]个月)"
)
"""What stands behind the number of a month in a row: 7、8月, 6、7、8三个月."""
_WEEKDAY = re.compile(r"\b(?P<day>mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?,?\s\Z")
_WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DAY_FIRST = re.compile(
    r"(?<![0-9/-])(?:1[3-9]|2[0-9]|3[01])(?P<mark>[/-])(?:0?[1-9]|1[0-2])(?P=mark)(?:(?:19|20)[0-9]{2}|[0-9]{2})(?![0-9/-])"
)
_MONTH_FIRST = re.compile(
    r"(?<![0-9/-])(?:0?[1-9]|1[0-2])(?P<mark>[/-])(?:1[3-9]|2[0-9]|3[01])(?P=mark)(?:(?:19|20)[0-9]{2}|[0-9]{2})(?![0-9/-])"
)
"""Dates in digits that can be read in one way only."""
_AROUND = 2000
"""How far around a date others tell how it is meant, in code points."""
_HAN_DIGITS = frozenset("一二三四五六七八九十廿")
_ROW, _DIGITS, _LAST_DAY, _LAST_MONTH = 32, 2, 31, 12


def by_weekday(text: str, at: int, date: PartialDate) -> PartialDate:
    """Return a date in digits with the day first where the weekday or dates around tell so.

    So Thu, 10/06/2021 is in June; ``at`` is where the date starts.
    """
    if date.year is None or date.day is None or date.day > _LAST_MONTH:
        return date
    day_first = replace(date, month=date.day, day=date.month)
    told = _WEEKDAY.search(text, max(0, at - _ROW), at)
    if told is None:
        return day_first if _is_told_around(text, at, day_first) else date
    is_told = _weekday(day_first) == told["day"] != _weekday(date)
    return day_first if is_told else date


def _is_told_around(text: str, at: int, day_first: PartialDate) -> bool:
    """Say whether dates nearby have the day first: 22/07/2021, or the same day in words."""
    near, far = max(0, at - _AROUND), at + _AROUND
    if _DAY_FIRST.search(text, near, far):
        return _MONTH_FIRST.search(text, near, far) is None
    month = MONTHS[(day_first.month or 1) - 1]
    same = rf"\b0?{day_first.day}(?:st|nd|rd|th)?\s(?:of\s)?{month}\b"
    return re.compile(same).search(text, near, far) is not None


def _weekday(date: PartialDate) -> str:
    return _WEEK[calendar.weekday(date.year or 0, date.month or 1, date.day or 1)]


def two_months(low: Decimal, high: Decimal | None, form: str) -> Quantity | None:
    """Return the months that two neighbouring numbers name: 七八月, 3、4月份."""
    if form not in {"月", "月份"} or high is None or not 1 <= low < high <= _LAST_MONTH:
        return None
    return Quantity(kind="date", value=f"--{int(low):02}/--{int(high):02}")


def _han_day(text: str, place: tuple[int, int], near: int) -> Quantity | None:
    """Read the first of 上月廿三、廿四日."""
    start, end = place
    is_day = _MORE_DAYS.match(text, end) and _CHINESE_ROW.search(text, near, start)
    number = numeral_of(text[start:end]) if is_day else None
    return Quantity(kind="date", value=f"---{number:02}") if number else None


def day_of_month(text: str, start: int) -> Quantity | None:
    """Return the day that starts there with the month that is said behind others: 4 and 5 May."""
    digits = _DAY_DIGITS.match(text, start)
    month = _OF_MONTH.match(text, digits.end()) if digits else None
    if digits is None or month is None:
        return None
    year = month["year"] or "-"
    value = f"{year}-{MONTH_NUMBERS[month['name']]:02}-{int(digits.group()):02}"
    return Quantity(kind="date", value=value)


def row_day(text: str, at: int) -> tuple[int, Quantity] | None:
    """Read the last day of a Chinese row whose month is said once: 8月7、8号."""
    found = _ROW_DAY.match(text, at) if text[at - 1 : at] in _ROW_SIGNS else None
    if found is None or not _CHINESE_ROW.search(text, max(0, at - _ROW), at):
        return None
    number = numeral_of(found["day"]) or 0
    is_day = 1 <= number <= _LAST_DAY
    return (found.end(), Quantity(kind="date", value=f"---{number:02}")) if is_day else None


def _listed(text: str, place: tuple[int, int], number: int, near: int) -> str:
    """Return the month or the day that a number of a Chinese row names, or an empty text."""
    start, end = place
    if 1 <= number <= _LAST_MONTH and _MORE_MONTHS.match(text, end):
        return f"--{number:02}"
    is_told = end - start == _DIGITS or _CHINESE_ROW.search(text, near, start)
    return f"---{number:02}" if is_told and _MORE_DAYS.match(text, end) else ""


def more_day(text: str, start: int, end: int) -> Quantity | None:
    """Return the day that a number without a month names behind another day."""
    near = max(0, start - _ROW)
    if text[start] in _HAN_DIGITS:
        return _han_day(text, (start, end), near)
    day = text[start:end].rstrip("sthndr")
    if len(day) > _DIGITS or not day.isdigit() or int(day) > _LAST_DAY:
        return None
    if listed := _listed(text, (start, end), int(day), near):
        return Quantity(kind="date", value=listed)
    return day_of_month(text, start) or _day_behind(text, (start, end), int(day))


def _day_behind(text: str, place: tuple[int, int], day: int) -> Quantity | None:
    """Read the second of May 4 and 5, or May 4th and 5th."""
    start, end = place
    found = _SAME_MONTH.search(text, max(0, start - _ROW), start)
    rest = _NO_COUNT if found and len(found["join"]) > len(", ") else _AND_DAY
    if found is None or int(found["day"]) >= day:
        return None
    if not (text[end - 1].isalpha() or rest.match(text, end)):
        return None
    return Quantity(kind="date", value=f"--{MONTH_NUMBERS[found['name']]:02}-{day:02}")
