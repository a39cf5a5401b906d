"""Which time a statement speaks of, as far as its words tell."""

import re
from collections.abc import Mapping
from functools import lru_cache

_YEAR = re.compile(
    r"(?:19|20)[0-9]{2}|(?<![0-9.,近过第满整])(?P<roc>1[01][0-9])年(?![多来前后内间期以之的历])"
)
"""A year; so is 114年 where years are counted from 1912, if nothing tells that it is a length."""
SAID_YEAR = r"(?:(?:20[0-9]{2}|(?<![0-9])1[01][0-9])年)"
"""A pattern of a year of late in Chinese, whichever way years are counted: 2024年, 113年."""
_BEFORE_ROC = 1911
_WORDS = {
    "this": re.compile(
        r"今年|本年|今冬|本季|今天|今日|本周|本月|today"
        r"|this (?:year|winter|season|quarter|month|week)",
        re.IGNORECASE,
    ),
    "last": re.compile(
        r"去年|上年|上一年|同期|昨天|昨日|上周|上月|yesterday"
        r"|(?:last|previous|prior) (?:year|winter|season|quarter|month|week)"
        r"|a (?:season|quarter|month|week) (?:ago|earlier|before)"
        r"|year (?:ago|earlier)",
        re.IGNORECASE,
    ),
    "base": re.compile(
        r"(?:去年|上年)(?:年?[底末]|同期)|年初|year (?:ago|earlier)|(?:end|close) of last year",
        re.IGNORECASE,
    ),
    "before": re.compile(
        r"前年|(?:in|of) the year before|(?:two|three|[0-9]+) years (?:ago|earlier)", re.IGNORECASE
    ),
    "next": re.compile(
        r"明年|计划|预计|预估|目标|希望|力争|争取|将达|要达到|如果|假如"
        r"|next (?:year|winter|season|quarter)|target|goal|expect|hope"
        r"|\bwill\b|[’']ll\b|\bwould\b|going to|project(?:ed|ion)|forecast|\bif\b",
        re.IGNORECASE,
    ),
}
_DAY = re.compile(
    r"\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:星期|周|礼拜)([一二三四五六日天])",
    re.IGNORECASE,
)
_HOLIDAY = re.compile(
    r"春节|国庆|五一|端午|中秋|元旦|清明|暑期|暑假|寒假|双十一|618"
    r"|Christmas|Thanksgiving|Easter|summer|winter|spring|autumn|storm of|flood of",
    re.IGNORECASE,
)
_MONTH = re.compile(
    r"(?<![0-9])(1?[0-9])月|\b(January|February|March|April|May|June|July|August|September"
    r"|October|November|December)\b"
)
_SPANS = tuple(
    (
        re.compile(rf"(?<![0-9])0?1月?份?[至到—–~-]0?{n}月份?|[前头首](?:{n}|{han})个?月"),
        name,
    )
    for n, han, name in (
        (3, "三", "一季度"),
        (6, "六", "上半年"),
        (9, "九", "前三季度"),
        (12, "十二", "全年"),
    )
)
"""What is called a quarter, a half or a year is often told by its months: 1至9月."""
_QUARTER = re.compile(
    r"前?[一二三四]季度|[上下]半年|(?:first|second|third|fourth) quarter", re.IGNORECASE
)


def _told(year: re.Match[str]) -> str:
    """Return a year that words name as one of the common era: 2025 for 114年."""
    return str(int(year["roc"]) + _BEFORE_ROC) if year["roc"] else year.group()


def _years(words: str) -> frozenset[str]:
    """Return all years that words name by number."""
    return frozenset(map(_told, _YEAR.finditer(words)))


@lru_cache(maxsize=4096)
def periods_in(words: str) -> Mapping[str, frozenset[str]]:
    """Return what words say of the time, by what they say it with."""
    for months, name in _SPANS:
        words = months.sub(name, words)
    found = {
        "year": _years(words),
        "relative": frozenset(name for name, pattern in _WORDS.items() if pattern.search(words)),
        "month": frozenset("".join(parts) for parts in _MONTH.findall(words)),
        "day": frozenset("".join(parts).lower() for parts in _DAY.findall(words)),
        "holiday": frozenset(part.lower() for part in _HOLIDAY.findall(words)),
        "quarter": frozenset(part.lower() for part in _QUARTER.findall(words)),
    }
    return {name: values for name, values in found.items() if values}


def differ_in_period(first: str, second: str) -> bool:
    """Say whether the words around two figures name different times.

    Like is compared with like: a year with a year, "last year" with "this year". Where both name
    a time, each in its own way, they count as different.
    """
    a, b = periods_in(first), periods_in(second)
    if any(name in b and not values & b[name] for name, values in a.items()):
        return True
    if bool(a) and bool(b) and not set(a) & set(b):
        return True
    one_sided = {"before", "next", "base"}
    told_a, told_b = (x.get("relative", frozenset()) & one_sided for x in (a, b))
    return told_a != told_b


def are_apart(first: str, second: str) -> bool:
    """Say whether the words around two figures both name a time, each another one.

    Unlike for ``differ_in_period``, a time that only one of them names keeps nothing apart.
    """
    a, b = periods_in(first), periods_in(second)
    return any(name in b and not values & b[name] for name, values in a.items())


def only_one_is_past(first: str, second: str) -> bool:
    """Say whether one of two clauses speaks of last year or the like, and the other of no time."""
    a, b = (periods_in(words) for words in (first, second))
    return any("last" in x.get("relative", ()) and not y for x, y in ((a, b), (b, a)))


_OTHER_YEARS = (
    (-2, re.compile(r"前年|two years (?:ago|earlier)|the year before last", re.IGNORECASE)),
    (-1, re.compile(r"去年|上年|上一年|last year|(?:previous|prior) year", re.IGNORECASE)),
    (1, re.compile(r"明年|next year", re.IGNORECASE)),
    (0, re.compile(r"今年|本年(?!度)|this year", re.IGNORECASE)),
)
_SAME_YEAR = re.compile(
    r"年内|年初|[上下]半年|季度|[前头]?[0-9一二三四五六七八九十]+个?月"
    r"|截至|目前|so far|to date|(?:first|second|third|fourth) quarter"
    rf"|{_MONTH.pattern}",
    re.IGNORECASE,
)
_YEARS_AWAY = (*_OTHER_YEARS, (0, _SAME_YEAR))


def dated(words: str, date: str) -> str:
    """Return words with the year itself for "last year" and the like, spoken on an ISO date."""
    if not date[:4].isdigit():
        return words
    for away, pattern in _OTHER_YEARS:
        words = pattern.sub(f"{int(date[:4]) + away}年", words)
    return words


def carried(words: str, date: str) -> str:
    """Return the last year that the words in front of a figure name: "last year" or the like.

    Where the ISO date is known on which they were spoken, it is told as a number.
    """
    ends = {
        away: max((m.end() for m in pattern.finditer(words)), default=-1)
        for away, pattern in _OTHER_YEARS
    }
    away, end = max(ends.items(), key=lambda pair: pair[1])
    if end < 0:
        return ""
    return str(int(date[:4]) + away) if date[:4].isdigit() else f"{away:+d}"


def first_year(words: str) -> str:
    """Return the first year that words name, nothing if they name none."""
    found = _YEAR.search(words)
    return _told(found) if found else ""


def same_time(first: tuple[str, str], second: tuple[str, str]) -> bool | None:
    """Say whether words, each spoken on a date, speak of one year; None if that is not known.

    A date is ISO 8601 text and may be a year only or empty. Words without any time speak of the
    day on which they are spoken.
    """
    years = years_of(*first), years_of(*second)
    if years[0] is None or years[1] is None:
        dates = first[1], second[1]
        is_one_day = dates[0] == dates[1] and len(dates[0]) == len("2020-01-01")
        return True if is_one_day and years == (None, None) else None
    if not years[0] or not years[1]:
        return None
    return bool(years[0] & years[1])


def years_of(words: str, date: str) -> frozenset[str] | None:
    """Return the years that words speak of; none of them known: an empty set; no time: None.

    ``date`` is ISO 8601 text, or empty if it is not known when the words were spoken.
    """
    named = _years(words)
    away = next((years for years, pattern in _YEARS_AWAY if pattern.search(words)), None)
    if named or away is None:
        return named or None
    return frozenset({str(int(date[:4]) + away)}) if date[:4].isdigit() else frozenset()
