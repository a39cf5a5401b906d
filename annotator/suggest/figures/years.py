"""Numbers without a unit that are years: 2020, around 2020, since 1884, between 2030 and 2032."""

import re

from annotator.model.quantity import Quantity
from annotator.suggest.figures.english_dates import part_of_year
from annotator.suggest.figures.english_numbers import spoken_year
from annotator.suggest.figures.found import FoundFigure
from annotator.suggest.figures.partial_dates import full_year

_SHORT = re.compile(
    r"\b(?:in|of|since|until|till|from|to|by|and|or|fiscal|early|late|mid|summer|spring|fall"
    r"|winter|year|vs\.?|versus|(?:19|20)[0-9]{2},|f\.?y\.?|[1-4]q|q[1-4]|h[12]|[12]h|the|an?|before|after|during)\s['’‘]\Z|\s’\Z"
)
"""What stands before the two digits of a year: fiscal '14, since '98."""
_WORD = re.compile("[a-z]+")
YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_OLD = re.compile(r"1[5-8][0-9]{2}")
_BEFORE_YEAR = re.compile(r"\b(?:since|in|from|until|circa|year|of)\s\Z")
_HEDGED_YEAR = re.compile(
    rf"(?:(?P<about>(?<=(?:by|in)\s)(?:about|around))|(?:well\s)?(?:above|over|below|under)"
    rf"|(?:more|less|higher|lower)\sthan)\s(?P<year>{YEAR.pattern})(?![0-9])"
    r"(?(about)|(?=\s(?:levels?|figures?|baseline|peak|totals?|average|numbers|volumes|rates?)\b))"
)
_BETWEEN_YEARS = re.compile(r"between\s[0-9]{4}\sand\s(?P<last>(?:19|20)[0-9]{2})(?![0-9])")


def year_of(text: str, figure: FoundFigure) -> FoundFigure | None:
    """Return a number such as 2020 as a year, with the words that belong to it."""
    start, end = figure.start, figure.end
    if hedged_year := _HEDGED_YEAR.match(text, start):
        begin = start if hedged_year["about"] else hedged_year.start("year")
        return FoundFigure(begin, end, Quantity(kind="date", value=hedged_year["year"]))
    if _SHORT.search(text, max(0, start - 9), start) and text[end : end + 1] not in {"'", "’"}:
        return _short_year(text, figure)
    year = _told_year(text, start, end)
    if not year:
        return None
    if until := _BETWEEN_YEARS.match(text, max(0, start - len("between "))):
        value = f"{text[start:end]}/{until['last']}"
        return FoundFigure(until.start(), until.end(), Quantity(kind="date", value=value))
    date = Quantity(kind="date", value=year)
    return figure._replace(start=part_of_year(text, start, 0), quantity=date)


def _told_year(text: str, start: int, end: int) -> str:
    """Return the year that a number is by its size and the word before it, or an empty text."""
    if (spoken := spoken_year(_WORD.findall(text[start:end]))) is not None:
        return str(spoken)
    is_old = _OLD.fullmatch(text, start, end) and _BEFORE_YEAR.search(
        text, max(0, start - 8), start
    )
    return text[start:end] if is_old or YEAR.fullmatch(text, start, end) else ""


def _short_year(text: str, figure: FoundFigure) -> FoundFigure | None:
    """Return the year that two digits behind an apostrophe mean, with that."""
    digits = text[figure.start : figure.end]
    if len(digits) != len("14") or not digits.isdigit():
        return None
    year = Quantity(kind="date", value=f"{full_year(digits)}")
    return figure._replace(start=figure.start - 1, quantity=year)
