"""Dates in English text, as ISO 8601 text: May 5-7, 3rd of June, on the 23rd, mid-2022."""

import calendar
import re
from dataclasses import replace

from annotator.suggest.figures.clocks import numeral_of
from annotator.suggest.figures.date_joins import date_join, last_day
from annotator.suggest.figures.english_numbers import ORDINALS, any_of
from annotator.suggest.figures.partial_dates import (
    PartialDate,
    Read,
    completed,
    dated,
    full_year,
)

_DAY_NUMBER = "3[01]|[12][0-9]|0?[1-9]"
_EN_DAY_ALONE = re.compile(
    rf"(?P<day>{_DAY_NUMBER})(?:st|nd|rd|th)"
    r"(?=\s?(?:[,.;:!?)]|$)|\s(?:and(?!\s(?:final|last)\s)(?<!on\s[0-9][a-z]{2}\sand)(?<!on\s[0-9]{2}[a-z]{2}\sand)|to|through|of\s(?:this|last|next)"
    r"|in|at|we|i|they|he|she|it|when|for|with|by|is|was|will|from|if|because|as|morning|night|evening"
    r"|along|where|after|before|during|while|here|there)\b)"
)
_BEFORE_DAY = re.compile(
    r"\b(?:morning|noon|evening|night|end|week)(?:\s[a-z]+)?\sof\sthe\s\Z|\b(?:on|by|since|until|till|through|from|to|between|and|after|before"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\sthe\s\Z|\b(?:on|until|till)\s\Z"
    r"|\bthe\s[0-9]{1,2}(?:st|nd|rd|th)\sand\s\Z"
)
MONTHS = tuple(name.lower() for name in calendar.month_name[1:])
_SHORT = {"sept": 9} | {name[:3]: number for number, name in enumerate(MONTHS, start=1)}
_LONG_MONTH = "[a-z]{5}"
MONTH_NUMBERS = {name: number for number, name in enumerate(MONTHS, start=1)} | _SHORT
MONTH_NAME = (
    rf"(?P<name>{any_of(MONTH_NUMBERS)})\b(?:(?<!{_LONG_MONTH})(?<!may)(?<!june)(?<!july)\.)?"
)
_EN_DAY = r"(?P<day>3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?"
_EN_DAY += r"(?![0-9%]|[:.][0-9]|,(?!(?:19|20)[0-9]{2}(?![0-9]))[0-9]|\s"
_EN_DAY += r"(?:[mb]illion|trillion|thousand|hundred|per\s?cent|lakh|crore)\b)"
_UNTIL_DAY = (
    r"(?:(?:-|—|\s(?:to|through)\s)(?P<last>3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?"
    r"(?![0-9%:]|[,.][0-9]))?"
)
_FIRST_DAY = (
    r"(?P<first>3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?"
    r"(?:-|—|/|(?:\s(?:to|through)|(?:(?<=between\s[0-9])|(?<=between\s[0-9]{2})"
    r"|(?<=between\sthe\s[0-9][a-z]{2})|(?<=between\sthe\s[0-9]{2}[a-z]{2}))\sand)"
    r"\s(?:the\s(?=[0-9]{1,2}[snrt]))?)"
)
_BEFORE_YEAR = r"(?:,?\s{1,3}|,(?=[0-9]{4}))"
_EN_YEAR = r"(?P<year>[12][0-9]{3}|(?<=['’‘])[0-9]{2}(?!['’0-9]))(?![0-9])"
_SHORT_YEAR = r"[0-9]{2}(?=\s?[,.;:)](?![0-9])|\s(?:to|till|until|[—–-])\s|\Z)"
"""The year of 12 Jul 21, where nothing stands behind that it could count."""
_SPELLED = {
    **dict(list(ORDINALS.items())[:19]),
    "twentieth": 20,
    "thirtieth": 30,
    **{f"twenty{gap}{word}": 20 + day for word, day in list(ORDINALS.items())[:9] for gap in "- "},
    **{f"thirty{gap}first": 31 for gap in "- "},
}
_SPELLED_DAY = (
    rf"(?P<day>{any_of(_SPELLED)})(?=\s?(?:[.,;:!?)]|$)|\s(?:and|to|through|of|in|at|we|i|they|he|she|it|when"
    r"|for|with|by|is|was|will|from|if|because|as|morning|there|the|this|that|until|(?:19|20)[0-9]{2})\b)"
)
"""A day as it is spoken, where it counts no noun behind it: July first; not May third graders."""
_FIRST_MONTH = (
    rf"(?:(?P<since>{any_of(MONTH_NUMBERS)})\.?(?:-|—|\s(?P<join>to|through|until|and)\s))?"
)
"""The month that a range of them begins with: October to December 2020."""
_LONGEST_DAY = len("twenty-seventh of ")
_BY_MONTH, _BY_DAY, _BY_WORD = (
    tuple(map(re.compile, patterns))
    for patterns in (
        (
            rf"{MONTH_NAME}(?:\s{{1,3}}|(?<=\.)(?=[0-9]))(?:the\s(?=[0-9]{{1,2}}[snrt]))?{_EN_DAY}{_UNTIL_DAY}(?:{_BEFORE_YEAR}['’‘]?{_EN_YEAR})?",
            rf"{MONTH_NAME}\s(?:the\s)?{_SPELLED_DAY}(?:,?\s{{1,3}}{_EN_YEAR})?",
            rf"{_FIRST_MONTH}{MONTH_NAME},?\s{{1,3}}(?:of\s{{1,3}})?['’‘]?{_EN_YEAR}",
            rf"{MONTH_NAME},\s{_EN_DAY},\s{_EN_YEAR}",
        ),
        (
            rf"{_EN_DAY}\s{{1,3}}(?:of\s{{1,3}})?{MONTH_NAME}\s(?P<year>{_SHORT_YEAR})",
            rf"{_EN_DAY}\s{{1,3}}(?:of\s{{1,3}})?{MONTH_NAME}(?:(?:{_BEFORE_YEAR}|(?<=may)\.\s){_EN_YEAR})?",
            rf"(?P<day>{_DAY_NUMBER})-{MONTH_NAME}-(?P<year>(?:19|20)?[0-9]{{2}})(?![0-9-])",
            rf"{_FIRST_DAY}{_EN_DAY}\s(?:of\s)?{MONTH_NAME}(?:,?\s{{1,3}}{_EN_YEAR})?",
        ),
        (rf"(?P<day>{any_of(_SPELLED)})\sof\s{MONTH_NAME}(?:{_BEFORE_YEAR}{_EN_YEAR})?",),
    )
)
"""Patterns of dates that start with a month, a day in digits, or a day in words."""
_TWO_FOLD = r"(?:may|mar|march)\b"
_TOLD_DAY = re.compile(
    rf"(?!{_TWO_FOLD}){any_of(MONTH_NUMBERS)}\s[0-9]|{_TWO_FOLD}\s(?:[0-9]{{1,2}}(?:st|nd|rd|th)|[12][0-9]{{3}})\b"
    rf"|[a-z -]+\sof\s(?!{_TWO_FOLD}){any_of(MONTH_NUMBERS)}\b"
)
_BEFORE_MONTH = re.compile(
    r"\b(?:on|since|until|till|by|from|before|after|through|start(?:s|ed|ing)|began|begins|beginning|dated|(?:mon|tues|wednes|thurs|fri|satur|sun)day,?)\s\Z"
)
_PART_BEFORE = re.compile(r"(?<![a-z])(?:mid|early|late|end)-\Z")


def english_day(text: str, at: int) -> Read | None:
    """Read on the 23rd, where no other ordinal could stand."""
    found = _EN_DAY_ALONE.match(text, at)
    if found is None or not _BEFORE_DAY.search(text, max(0, at - 24), at):
        return None
    return dated(found.end(), PartialDate(day=int(found["day"])).iso())


def english_date(text: str, at: int) -> Read | None:
    """Read an English date or a range of them: July 3-7, July 30 to August 2, March 2020."""
    for pattern in _patterns_at(text, at):
        if found := pattern.match(text, at):
            groups = found.groupdict()
            date = _english_date(groups)
            first, last = numeral_of(groups.get("first")), numeral_of(groups.get("last"))
            if since := groups.get("since"):
                return _months(text, found, MONTH_NUMBERS[since], date)
            if first:
                return dated(found.end(), f"{replace(date, day=first).iso()}/{date.iso()}")
            if last:
                until = replace(date, day=last).iso()
                return dated(found.end(), f"{date.iso()}/{until}")
            return _english_until(text, found, date)
    return None


def _patterns_at(text: str, at: int) -> tuple[re.Pattern[str], ...]:
    """Return the patterns of the dates that may start there, told by a glance."""
    if text[at].isdigit():
        return _BY_DAY
    if text[at : at + 3] in _SHORT:
        return _BY_MONTH
    return _BY_WORD if text.find(" of ", at, at + _LONGEST_DAY) > 0 else ()


def _months(text: str, found: re.Match[str], since: int, last: PartialDate) -> Read | None:
    """Return a range of months, of which only the last has a year; two may be no range."""
    if found["join"] == "and" and not text.endswith("between ", 0, found.start()):
        return None
    is_in_year = since < (last.month or 0)
    first = replace(last, year=(last.year or 0) - (not is_in_year), month=since)
    return dated(found.end(), f"{first.iso()}/{last.iso()}")


def is_told_day(text: str, at: int) -> bool:
    """Say whether a month in small letters, as captions have them, is no other word: april 9.

    A march and what may be are months with a day in a row or behind a word of time.
    """
    if _TOLD_DAY.match(text, at):
        return True
    return _BEFORE_MONTH.search(text, max(0, at - 12), at) is not None


def _english_date(groups: dict[str, str | None]) -> PartialDate:
    month = MONTH_NUMBERS[groups["name"] or ""]
    day = groups.get("day")
    number = _SPELLED.get(day.replace("\n", " ")) if day else None
    return PartialDate(full_year(groups.get("year")), month, number or numeral_of(day))


def _english_until(text: str, first: re.Match[str], start: PartialDate) -> Read:
    """Take on the end of a range whose both ends have a month: July 30 to August 2."""
    to = date_join(text, first.start()).match(text, first.end())
    last = first.re.match(text, to.end()) if to else None
    if last is None or numeral_of(last.groupdict().get("last")):
        return _until_day(text, first, start)
    stop = _english_date(last.groupdict())
    begin = replace(start, year=start.year or stop.year)
    return dated(last.end(), f"{begin.iso()}/{completed(stop, start).iso()}")


def _until_day(text: str, first: re.Match[str], start: PartialDate) -> Read:
    """Take on the second day of one month where a word tells that it is a range's end."""
    found = last_day(text, first.start(), first.end()) if start.day and not start.year else None
    if found is None or int(found["last"]) <= (start.day or 0):
        return dated(first.end(), start.iso())
    return dated(found.end(), f"{start.iso()}/{replace(start, day=int(found['last'])).iso()}")


def part_of_year(text: str, start: int, limit: int) -> int:
    """Return where a date starts with the part of the year before it: mid-2022."""
    found = _PART_BEFORE.search(text, max(limit, start - 6), start)
    return found.start() if found else start
