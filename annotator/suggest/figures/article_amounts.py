"""Amounts that an English article makes: an hour and a half, a million and a half, over a month."""

import re
from decimal import Decimal

from annotator.model.quantity import Quantity, decimal_text
from annotator.suggest.figures.compounds import Measured, longer
from annotator.suggest.figures.english_numbers import SCALES, TENS, any_of
from annotator.suggest.figures.found import FoundFigure
from annotator.suggest.figures.units import Vocabulary

SINGLE = (
    "hour|minute|day|week|month|year|decade|century|mile|kilometer|ton|acre|inch|foot|meter|pound"
    "|gallon|liter|percentage point|percent|point"
)
"""Units that a number stands for where a word makes one of the article: nearly an hour."""
_AND_HALF = re.compile(
    r"an?\s(?:(?:full|whole|good|solid)\s)?(?P<word>[a-z]{3,8})[\s-]and[\s-]a[\s-](?P<part>half|quarter)\b"
)
_HALF = Decimal("0.5")
_FULL = re.compile(r"an?\s(?:full|whole)\s(?:percent|percentage\spoint|point|mile)\b")
_SINGLE = re.compile(rf"an?\s(?:(?:full|whole)\s(?=p|m))?(?P<word>{SINGLE})\b(?!-|\sor\stwo\b)")
_AND_SMALLER = re.compile(r",?\s(?:and\s)?[0-9a-z-]+\s(?:second|minute|hour|day|week|month)s?\b")
"""What may stand behind a time that has more: a year and three months."""
_CENTS = {"ten": 10, "fifteen": 15, "twenty-five": 25, "seventy-five": 75, **TENS}
DOLLAR_AND_CENTS = (
    rf"(?P<coin>dollar|euro|pound|buck)\s(?P<cents>{any_of(_CENTS)}|[1-9][0-9](?![.,:]?[0-9%]))\b"
    r"(?![\s-](?:[a-z]+s|people|percent)\b|-)"
)
_COINED = re.compile(rf"an?\s{DOLLAR_AND_CENTS}")
"""What a price is said in short: a dollar twenty, a buck 35."""
_NEARLY = re.compile(
    r"\b(?:over|more\sthan|less\sthan|nearly|almost|about|around|roughly|under|at\sleast|within"
    r"|close\sto|just\sshy\sof|up\sto)\s\Z"
)
_OR_SO = re.compile(r"\sor\s(?:so|more|less|longer|thereabouts)\b")
_NEAR = 12


_MORE_THAN_ONE = re.compile(
    r"\b(?:the|last|past|next|first|previous|another|every|each|that|this|final|coming)\s"
    rf"(?P<word>{SINGLE})[\s-]and[\s-](?P<article>a-)?\Z"
)
"""What stands before a part that comes to one: the last week and a half."""


def one_and_part(text: str, part: FoundFigure, words: Vocabulary) -> FoundFigure | None:
    """Read the last week and a half, where the part has been found."""
    if not text.endswith((" and ", "-and-", "-and-a-"), 0, part.start):
        return None
    found = _MORE_THAN_ONE.search(text, max(0, part.start - 2 * _NEAR), part.start)
    unit = words.units.get(found["word"]) if found else None
    if found is None or unit is None or (text[part.start] != "a" and not found["article"]):
        return None
    number = decimal_text(1 + Decimal(part.quantity.low))
    quantity = Quantity(number, number, unit.name, found["word"], unit.kind)
    return FoundFigure(found.start("word"), part.end, quantity)


def with_article(text: str, at: int, words: Vocabulary) -> Measured | None:
    """Read an hour and a half, a million and a half."""
    found = _AND_HALF.match(text, at)
    if found is None:
        return _with_cents(text, at, words) or _with_single(text, at, words)
    more = _HALF if found["part"] == "half" else Decimal("0.25")
    if scale := SCALES.get(found["word"]):
        number = (1 + more) * scale
        return Measured(at, found.end(), number, number)
    unit = words.units.get(found["word"])
    if unit is None:
        return None
    number = (1 + more) * unit.factor
    return Measured(at, found.end(), number, number, unit, *found.span("word"))


def _with_cents(text: str, at: int, words: Vocabulary) -> Measured | None:
    """Read a dollar twenty."""
    found = _COINED.match(text, at)
    if found is None:
        return None
    cents, unit = found["cents"], words.units[found["coin"]]
    number = 1 + Decimal(_CENTS.get(cents, cents)) / 100
    return Measured(at, found.end(), number, number, unit, *found.span("coin"))


def single_at(text: str, at: int, words: Vocabulary) -> Measured | None:
    """Read an hour where another number stands before it: 30 minutes to an hour."""
    found = _SINGLE.match(text, at)
    unit = words.units.get(found["word"]) if found else None
    if found is None or unit is None:
        return None
    return Measured(at, found.end(), Decimal(1), Decimal(1), unit, *found.span("word"))


def _with_single(text: str, at: int, words: Vocabulary) -> Measured | None:
    """Read a month that what stands around makes a number: over a month, an hour and 5 minutes."""
    one = single_at(text, at, words)
    if one is None:
        return None
    if _AND_SMALLER.match(text, one.end) and (whole := longer(text, one, words)) != one:
        return whole
    is_nearly = _FULL.match(text, at) or _NEARLY.search(text, max(0, at - 2 * _NEAR), at)
    return one if is_nearly or _OR_SO.match(text, one.end) else None
