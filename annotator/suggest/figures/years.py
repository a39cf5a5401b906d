"""Numbers without a unit that are years: 2020, around 2020, since 1884, between 2030 and 2032."""

import re

from annotator.model.quantity import Quantity
from annotator.suggest.figures.english_dates import MONTHS, part_of_year
from annotator.suggest.figures.english_numbers import any_of, spoken_year, words_value
from annotator.suggest.figures.found import FoundFigure
from annotator.suggest.figures.partial_dates import full_year

_SHORT = re.compile(
    r"\b(?:in|of|quarter|half|since|until|till|from|to|by|and|or|fiscal|early|late|mid|summer|spring|fall"
    r"|winter|year|vs\.?|versus|(?:19|20)[0-9]{2},|f\.?y\.?|[1-4]q|q[1-4]|h[12]|[12]h|the|an?|before|after|during)\s['’‘]\Z|\s’\Z|\b(?:q[1-4]|[1-4]q|[fc]y|h[12]|[12]h)['’‘]\Z"
)
"""What stands before the two digits of a year: fiscal '14, since '98."""
_FISCAL_YEAR = re.compile("[1-4][0-9]")
_FISCAL = re.compile(
    r"\b(?:(?:fiscal|financial|calendar)(?:\syear)?|[fc]\.?y\.?|(?:q[1-4]|[1-4]q|h[12]|[12]h)(?:\sof)?|year-end)\s\Z"
)
_FISCAL_ENDS = re.compile(
    r"\s?(?:[.,;:?!)](?![0-9])|\Z)|\s(?:and|or|to|in|was|is|we|as|over|than|guidance|results|revenues?|capex|earnings"
    r"|budget|vs\.?|versus|from|for|with|by|on|at|will|should|would|our|the)\b"
)
_UNTIL_SHORT = re.compile(r"[-—]['’‘]?(?P<last>[0-9]{2})(?![0-9])")
"""The next year behind one of two digits: '24-'25."""
_WORD = re.compile("[a-z]+")
YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_OLD = re.compile(r"1[5-8][0-9]{2}")
_THOUSAND = re.compile(r"two\sthousand,?\s(?:and\s)?(?![a-z]+\shundred)[a-z]")
_BEFORE_SPOKEN = re.compile(
    rf"\b(?:since|in|from|until|of|{any_of(MONTHS)}|[0-9]{{1,2}}(?:st|nd|rd|th)),?\s\Z"
)
"""What stands before a year that is counted in words: in two thousand twenty three."""
_BEFORE_YEAR = re.compile(r"\b(?:since|in|from|until|circa|year|of)\s\Z")
_RATED = re.compile(
    r"\s(?:an?\s(?:day|week|month|hour|minute|night|piece|head)"
    r"|(?:per|each|every)\s(?:day|week|month|year|hour|minute|night|person|head))\b"
    r"(?!\s(?:ago|later|before|earlier|after|of|when|that|in)\b)"
)
"""What so many are of, which then are no year: 2000 a day."""
_BESIDE_COUNT = re.compile(
    rf"(?<![0-9,.])(?!{YEAR.pattern}\b)[1-9][0-9,]*\s(?:[a-z]+\s)?[a-z]+[^suiw\W]s"
    r"(?:\sof\s[^.,;:?!0-9]{2,24})?(?:,|,?\s(?:and|plus))\s\Z"
)
_COUNTS = re.compile(r"\s(?:[a-z]+\s)?[a-z]{3,}[^suiw\W]s(?:\s(?:for|of|to|in|from|at)\b|[.,;])")
"""Around what is counted as other things are: 3600 doses of vaccine and 2000 cartridges."""
_HEDGED_YEAR = re.compile(
    rf"(?:(?P<about>(?<=(?:by|in)\s)(?:about|around))|(?:well\s)?(?:above|over|below|under)"
    rf"|(?:more|less|higher|lower)\sthan)\s(?P<year>{YEAR.pattern})(?![0-9])"
    r"(?(about)|(?=\s(?:levels?|figures?|baseline|peak|totals?|average|numbers|volumes|rates?)\b))"
)
_COMPARED = re.compile(r"(?:%|\b(?:percent|per\scent|points?|times))\s\Z")
_THAN_YEAR = re.compile(
    rf"(?:lower|higher|less|more|fewer|greater|larger|smaller)\sthan\s(?P<year>{YEAR.pattern})"
    r"(?=\s?(?:[,;:?!)]|\.(?![0-9])|\Z)|\s(?:and|but|when|in|because)\b)"
)
"""Around a year that a change is held against: 30 percent lower than 2005."""
_ABOUT_YEAR = re.compile(
    rf"(?:around|about|circa|roughly|approximately|(?P<since>(?<=\bsince\s)at\sleast))\s"
    rf"(?P<year>{YEAR.pattern})(?(since)|(?<!00))"
    r"(?=\s?(?:[,;:?!)]|\.(?![0-9]))|\s(?:or\sso|when|and|but|as|to)\b)"
)
"""A year that is guessed or bounded, and counts nothing: around 2025, since at least 1900."""
_BETWEEN_YEARS = re.compile(r"between\s[0-9]{4}\sand\s(?P<last>(?:19|20)[0-9]{2})(?![0-9])")


def year_of(text: str, figure: FoundFigure) -> FoundFigure | None:
    """Return a number such as 2020 as a year, with the words that belong to it."""
    start, end = figure.start, figure.end
    if hedged_year := _hedged_year(text, figure):
        return hedged_year
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


def _hedged_year(text: str, figure: FoundFigure) -> FoundFigure | None:
    """Return the year behind a word such as around or below, which may limit what is told of it."""
    start, end, quantity, _ = figure
    if found := _HEDGED_YEAR.match(text, start):
        begin = start if found["about"] else found.start("year")
        return FoundFigure(begin, end, Quantity(kind="date", value=found["year"]))
    than = _THAN_YEAR.match(text, start)
    if than and _COMPARED.search(text, max(0, start - 12), start):
        return FoundFigure(than.start("year"), end, Quantity(kind="date", value=than["year"]))
    found = _ABOUT_YEAR.match(text, start)
    if found is None:
        return None
    word, sign = quantity.approximator, quantity.comparator
    year = Quantity(kind="date", value=found["year"], approximator=word, comparator=sign)
    return figure._replace(quantity=year)


def _is_fiscal(text: str, start: int, end: int) -> bool:
    """Say whether two digits are the year of what stands before them: fiscal 25, in Q1 26."""
    if _FISCAL_YEAR.fullmatch(text, start, end) is None:
        return False
    is_told = _FISCAL.search(text, max(0, start - 16), start)
    return bool(is_told and _FISCAL_ENDS.match(text, end))


def _told_year(text: str, start: int, end: int) -> str:
    """Return the year that a number is by its size and the word before it, or an empty text."""
    if _is_fiscal(text, start, end):
        return f"{full_year(text[start:end])}"
    if (spoken := spoken_year(_WORD.findall(text[start:end]))) is not None:
        return str(spoken)
    if _THOUSAND.match(text, start) and _BEFORE_SPOKEN.search(text, max(0, start - 16), start):
        return str(words_value(text[start:end]) or "")
    return text[start:end] if _is_year(text, start, end) else ""


def _is_year(text: str, start: int, end: int) -> bool:
    """Say whether four digits are a year, and not so many a day: since 1650, but not 2000 a day."""
    is_told = _BEFORE_YEAR.search(text, max(0, start - 8), start) is not None
    if YEAR.fullmatch(text, start, end):
        return is_told or not (_RATED.match(text, end) or _is_beside_count(text, start, end))
    return is_told and _OLD.fullmatch(text, start, end) is not None


def _is_beside_count(text: str, start: int, end: int) -> bool:
    """Say whether other things are counted right before, as those behind a number then are."""
    counts = _COUNTS.match(text, end)
    return bool(counts) and _BESIDE_COUNT.search(text, max(0, start - 48), start) is not None


def _short_year(text: str, figure: FoundFigure) -> FoundFigure | None:
    """Return the year that two digits behind an apostrophe mean, with that."""
    digits = text[figure.start : figure.end]
    if len(digits) != len("14") or not digits.isdigit():
        return None
    value, end = f"{full_year(digits)}", figure.end
    if until := _UNTIL_SHORT.match(text, end):
        value, end = f"{value}/{full_year(until['last'])}", until.end()
    year = Quantity(kind="date", value=value)
    return figure._replace(start=figure.start - 1, end=end, quantity=year)
