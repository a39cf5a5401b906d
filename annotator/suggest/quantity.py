"""Figures in text: where each starts and ends, and the quantity it states.

A figure is a numeral with its magnitude, its classifier or measure unit and an adjacent word
that makes it approximate; the counted noun stays outside. Positions are code points, half-open.
The time is linear in the length of the text.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from annotator.model.quantity import Quantity, decimal_text
from annotator.suggest.dates import LEADS, MONTHS, date_at
from annotator.suggest.english_numbers import ONES, ORDINALS, PLURALS, TENS, any_of
from annotator.suggest.measures import Measured, measured_at
from annotator.suggest.numerals import HAN, LONGEST, MAGNITUDES, fold
from annotator.suggest.shares import share_at
from annotator.suggest.units import Vocabulary, form_key, vocabulary

_LETTERED = [*ONES, *TENS, *ORDINALS, *PLURALS, "half", "a", "an", "twice", "thrice"]
_SHORT_MONTHS = [month[:3] for month in MONTHS]
_START = re.compile(
    rf"[0-9]++|(?!零下)[{HAN}]|[第翻半]|[过减对]半|数[十百千万亿]|好?几[十百千万亿]|上[十百千万亿]|每半|{LEADS}"
    rf"|(?<![A-Za-z])(?:{any_of([*MONTHS, *_SHORT_MONTHS, 'Sept'])}|(?i:{any_of(_LETTERED)}))"
    rf"(?:fold)?(?![A-Za-z])"
    rf"|(?<![A-Za-z])(?i:{any_of([*ONES, *TENS])})fold(?![A-Za-z])"
)
_NAME = re.compile(r"(?:[A-Za-z]-?|[0-9][-.])\Z")
_IDENTIFIER = re.compile(
    r"0[0-9]{2,3}[- ]?[0-9]{7,8}|1[3-9][0-9]{9}(?![0-9])|[0-9]{1,4}(?:[-.][0-9]{1,5}){3,}"
    r"|[0-9]{1,3}(?:\.[0-9]{1,5}){2,}(?![0-9])"
    rf"|[0-9]{{{LONGEST},}}"
)
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_RUNS_ON = re.compile(r"[A-Za-z]|后(?![,。,\s])")
_NEAR = 24
_ARABIC = frozenset("0123456789")
_DECADE = 10


@dataclass(frozen=True, slots=True)
class FoundFigure:
    """A figure's place in the text and what it states.

    ``is_bare`` says that it is a Chinese digit or English word alone, or an article such as 一套:
    a number only where a person says so.
    """

    start: int
    end: int
    quantity: Quantity
    is_bare: bool = False


def read_quantity(quote: str) -> Quantity | None:
    """Return what the first figure of ``quote`` states, or None if there is none.

    The counted noun behind the number may tell the unit; a lone numeral such as 三 counts.
    """
    found = list(figures_in(quote))
    best = next((figure for figure in found if not figure.is_bare), next(iter(found), None))
    return best.quantity if best else None


def figures_in(text: str, start: int = 0, end: int | None = None) -> Iterator[FoundFigure]:
    """Yield the figures between two positions, in order and apart from each other."""
    folded = fold(text)
    stop = len(text) if end is None else end
    words = vocabulary()
    limit = at = start
    while numeral := _START.search(folded, at, stop):
        at = numeral.end() if numeral.group()[0] not in HAN else numeral.start() + 1
        if skipped := _not_figure(folded, numeral.start(), words):
            at = limit = max(at, skipped)
        elif found := _figure_at(folded, numeral.start(), limit, words):
            at = limit = found.end
            yield _as_written(text, folded, found)


def _not_figure(text: str, at: int, words: Vocabulary) -> int | None:
    """Return the end of the identifier or word around ``at`` that is no figure."""
    if text[at] in _ARABIC:
        identifier = _IDENTIFIER.match(text, at)
        return identifier.end() if identifier else None
    for begin in range(max(0, at - 3), at + 1):
        word = words.not_figures.match(text, begin)
        if word and word.end() > at:
            return word.end()
    return None


def _figure_at(text: str, at: int, limit: int, words: Vocabulary) -> FoundFigure | None:
    is_name = text[at] in _ARABIC and _NAME.search(text, max(0, at - 2), at)
    if not is_name and (date := date_at(text, at)):
        return FoundFigure(at, *date)
    share = None if is_name else share_at(text, at)
    if share:
        return _hedged(text, FoundFigure(at, *share), limit, words)
    measured = measured_at(text, at, limit, words)
    return _measured_figure(text, measured, limit, words) if measured else None


def _measured_figure(
    text: str, measured: Measured, limit: int, words: Vocabulary
) -> FoundFigure | None:
    if measured.unit is None and _RUNS_ON.match(text, measured.end):
        return None
    plain = FoundFigure(measured.start, measured.end, _quantity(text, measured))
    figure = _hedged(text, plain, limit, words)
    if figure == plain and _is_bare(text, measured, words):
        return replace(figure, is_bare=True)
    return figure if measured.unit else _counting(text, figure, words)


def _counting(text: str, figure: FoundFigure, words: Vocabulary) -> FoundFigure:
    """Take the unit from the counted noun, which stays outside; a number like 2020 is a year."""
    if noun := words.noun_pattern.match(text, figure.end):
        unit = words.unit(noun["noun"])
        counted = replace(figure.quantity, unit=unit.name, unit_text=noun["noun"])
        return replace(figure, quantity=counted)
    if _YEAR.fullmatch(text, figure.start, figure.end):
        year = text[figure.start : figure.end]
        return replace(figure, quantity=Quantity(kind="date", value=year))
    return figure


def _quantity(text: str, measured: Measured) -> Quantity:
    low = decimal_text(measured.low)
    high = "" if measured.high is None else decimal_text(measured.high)
    unit = measured.unit
    kind = unit.kind if unit else "cardinal"
    word, comparator = ("", "=")
    if measured.high is None:
        comparator = ">="
    elif measured.blurred_by:
        word, comparator = measured.blurred_by, ">~"
    return Quantity(
        low,
        high,
        unit.name if unit else "",
        text[measured.unit_start : measured.unit_end],
        "range" if high and low != high else kind,
        word,
        comparator,
    )


def _is_bare(text: str, measured: Measured, words: Vocabulary) -> bool:
    """Say whether only a person can tell that this is a number: 三, 千, one, 一套."""
    numeral = text[measured.start : measured.unit_start or measured.end].strip()
    if measured.unit is None:
        return (numeral in HAN) or numeral.lower() == "one"
    form = text[measured.unit_start : measured.unit_end]
    return (numeral == "一" and form in words.articles) or numeral in tuple(MAGNITUDES)


def _hedged(text: str, figure: FoundFigure, limit: int, words: Vocabulary) -> FoundFigure:
    """Take in the words before and behind a figure that make it approximate or one-sided."""
    before = words.hedge_before.search(text, max(limit, figure.start - _NEAR), figure.start)
    after = words.hedge_after.match(text, figure.end)
    if after and after["word"] == "内" and not figure.quantity.unit:
        after = None
    quantity = figure.quantity
    if after:
        quantity = _blurred(quantity, after["word"], words.comparators_after)
    if before and not _is_period(before.group(), quantity):
        quantity = _blurred(quantity, before.group(), words.comparators_before)
    start = before.start() if before else figure.start
    return FoundFigure(start, after.end() if after else figure.end, quantity)


def _is_period(word: str, quantity: Quantity) -> bool:
    """Say whether 近 means "the past": 近三年, 近两个月, but not 近千天."""
    if word.strip() != "近" or quantity.kind != "duration":
        return False
    return quantity.low == quantity.high and Decimal(quantity.low) <= _DECADE


def _blurred(quantity: Quantity, word: str, comparators: Mapping[str, str]) -> Quantity:
    """Add a word to a quantity; a side (< or >) is worth more than "about"."""
    comparator = comparators[form_key(word)]
    if quantity.approximator and comparator in {"~", "="}:
        comparator = quantity.comparator
    joined = f"{form_key(word)}…{quantity.approximator}".removesuffix("…")
    return replace(quantity, approximator=joined, comparator=comparator)


def _as_written(text: str, folded: str, figure: FoundFigure) -> FoundFigure:
    """Turn folded words back into the text's own, which are as long."""
    if text is folded or text[figure.start : figure.end] == folded[figure.start : figure.end]:
        return figure
    quantity = figure.quantity

    def own(word: str) -> str:
        at = folded.find(word, figure.start, figure.end + _NEAR)
        return text[at : at + len(word)] if at >= 0 else word

    approximator = "…".join(own(word) for word in quantity.approximator.split("…"))
    changed = replace(quantity, approximator=approximator, unit_text=own(quantity.unit_text))
    return replace(figure, quantity=changed)
