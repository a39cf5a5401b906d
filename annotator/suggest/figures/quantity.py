"""Figures in text: where each starts and ends, and the quantity it states.

A figure is a numeral with its magnitude, its classifier or measure unit and an adjacent word
that makes it approximate; the counted noun stays outside. Positions are code points, half-open.
The time is linear in the length of the text.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from annotator.model.quantity import Quantity, decimal_text
from annotator.model.text import Range
from annotator.suggest.figures.currency import Currencies
from annotator.suggest.figures.dates import MONTHS, date_at
from annotator.suggest.figures.english_numbers import DENOMINATORS, SCALES, any_of
from annotator.suggest.figures.found import FoundFigure
from annotator.suggest.figures.hedges import hedged
from annotator.suggest.figures.measures import Measured, measured_at
from annotator.suggest.figures.names import (
    follows_name,
    follows_title,
    identifier_end,
    is_address,
    is_base,
    is_congress,
    is_in_title,
    is_list_marker,
    is_model,
    is_name,
    is_named_word,
    is_ordinal_name,
    is_plan,
    is_proper_compound,
    is_slogan,
)
from annotator.suggest.figures.numerals import ARABIC, DIGITS, HAN, MAGNITUDES, fold
from annotator.suggest.figures.ordinals import is_ordinal_figure
from annotator.suggest.figures.scanner import scanner
from annotator.suggest.figures.shares import share_at
from annotator.suggest.figures.units import Vocabulary, vocabulary

_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_HEDGED_YEAR = re.compile(
    rf"(?:(?P<about>(?<=(?:by|in)\s)(?:about|around))|(?:well\s)?(?:above|over|below|under)"
    rf"|(?:more|less|higher|lower)\sthan)\s(?P<year>{_YEAR.pattern})(?![0-9])"
    r"(?(about)|(?=\s(?:levels?|figures?|baseline|peak|totals?|average|numbers|volumes|rates?)\b))"
)
_AMOUNTS_TO_THAT = re.compile(r"[a-z,]\s\Z|[为达至到是约于了过]\Z")
"""What stands before a number that is none to dial where Chinese is written."""
_VERSION = re.compile(r"[1-9][.]0")
_AMOUNTS_TO = re.compile(
    r"(?:[为达至到是约超过于级震]|规模|(?:magnitude|was|is|to|of|at|from|an?|about)\s)\s?\Z"
)
_ONLY = re.compile(r"\b(?:only|exactly)\s\Z")
_RUNS_ON = re.compile(r"[a-z]|后(?![,。,\s])|-(?!plus|odd|some)[a-z]")
_WARMTH = re.compile("[温热冷寒暖烧]")
_ANGLE = re.compile(
    "angle|turn|360|180|latitude|longitude|north|south|east|west|rotat|slope|college"
)
_OF_A = re.compile(r"\s(?:(?:of\s)?an?\s|of\sone\s|(?=(?:percentage\s)?point\b))")
_SCALE = re.compile(rf"{any_of(SCALES)}\b")
_MEASURES = frozenset({"percent", "money", "duration", "temperature"})
_ARABIC = frozenset("0123456789")
_ALWAYS = re.compile("")
_SPACED_DATE = re.compile(
    r"[0-9]++\s{1,3}(?:[年月日号点时世~至到)—/-]|(?:of\s{1,3})?(?:"
    rf"{'|'.join(month[:3] for month in MONTHS)})|[ap]\.?m\b|o['’]clock"
    r"|(?:to|through|until)\s|gmt|utc|zulu|local|hours)"
)
_SPACED_SHARE = re.compile(
    rf"1\s|[0-9]++\s{{1,3}}(?:(?:to|in|out)\s|{any_of(DENOMINATORS)}|[百千万]分之)"
)
_DATED = dict.fromkeys("年月日号点时世:-/—~至到)apsnrtguzl", _ALWAYS)
_DATED |= dict.fromkeys(" \n\t", _SPACED_DATE) | {".": re.compile("[0-9]{4}[.]")}
_SHARED = dict.fromkeys("分成比半折:/-snrt", _ALWAYS)
_SHARED |= dict.fromkeys(" \n\t", _SPACED_SHARE) | {".": re.compile("[0-9.]++[:成比折]")}
"""What a date or share shows behind its first digits, by the character that follows them."""
_HAN_DATE = re.compile(
    r"[零0一二三四五六七八九十两廿卅]{1,5}\s?(?:[年月日号点时世]"
    r"|(?:至|到|-|—|/)[零一二三四五六七八九十]{1,4}(?:[月日至到]|\S{0,2}年度))"
)
_HAN_SHARE = re.compile(f"[{HAN}]{{0,12}}(?:分之|[成折比半])")
_ONES = frozenset(DIGITS + "两")
_EACH = re.compile("每[^，。；、,;\n]{0,12}\\Z")
_NEAR = 24
_LIST = re.compile(
    rf"(?:\s?(?:、|和|与|及|以及|跟){ARABIC}){{1,8}}\s?|(?:,\s{ARABIC}){{0,8}},?\sand\s{ARABIC}\s?"
)
_CALENDAR = frozenset("年月日")
_ENGLISH_LISTING = frozenset(", ")
_LISTING = frozenset("、和与及以跟, ")


def read_quantity(quote: str) -> Quantity | None:
    """Return what the first figure of ``quote`` states, or None if there is none.

    The counted noun behind the number may tell the unit; a lone numeral such as 三 counts.
    """
    found = list(figures_in(quote))
    best = next((figure for figure in found if not figure.is_bare), next(iter(found), None))
    return best.quantity if best else None


def figures_in(
    text: str, start: int = 0, end: int | None = None, words: Vocabulary | None = None
) -> Iterator[FoundFigure]:
    """Yield the figures between two positions, in order and apart from each other."""
    return figures_of(text, fold(text), (start, len(text) if end is None else end), words)


def figures_of(
    text: str, folded: str, part: Range, words: Vocabulary | None = None
) -> Iterator[FoundFigure]:
    """Yield the figures in a part of a text that is folded already."""
    words = words or vocabulary()
    search = scanner(words.not_figures, words.unless).search
    currencies = Currencies(text, folded)
    limit = at = part[0]
    stop = part[1]
    while numeral := search(folded, at, stop):
        begin, at = numeral.span()
        if numeral.lastindex:
            limit = at
        elif skipped := _identifier(folded, begin):
            at = limit = skipped
        elif found := _figure_at(text, folded, (begin, at, limit), words):
            at = limit = found.end
            yield _as_written(text, folded, currencies.told(found))


def _identifier(text: str, at: int) -> int | None:
    return identifier_end(text, at) if text[at] in _ARABIC else None


def _figure_at(
    text: str, folded: str, place: tuple[int, int, int], words: Vocabulary
) -> FoundFigure | None:
    """Return the figure that starts at a place: start and end of its numeral, and the limit."""
    at, numeral_end, limit = place
    following = folded[numeral_end : numeral_end + 1]
    if _may_be_date(folded, at, following) and (date := date_at(folded, at)):
        is_month = date[1].kind == "date" and folded[at].isalpha() and folded[at].isascii()
        if not (is_month and text[at].islower()):
            found = FoundFigure(at, *date)
            if is_in_title(folded, at, found.end):
                return found._replace(is_bare=True)
            return hedged(folded, found, limit, words) if date[1].kind == "time" else found
    if _may_be_share(folded, at, following) and (share := share_at(folded, at, words)):
        return _shared(text, folded, FoundFigure(at, *share), limit, words)
    measured = measured_at(folded, at, limit, words)
    figure = _measured_figure(folded, measured, limit, words) if measured else None
    if measured and figure and _is_proper(text, measured, figure):
        return figure._replace(is_bare=True)
    return figure


def _is_proper(text: str, measured: Measured, figure: FoundFigure) -> bool:
    """Say whether capitals make a name of a number: Euro 2024, Six-Party Talks."""
    if measured.unit:
        return is_proper_compound(text[figure.start : figure.end])
    if figure.quantity.approximator or figure.quantity.unit:
        return False
    return (
        follows_name(text, figure.start)
        or is_named_word(text, figure.start, figure.end)
        or is_address(text, figure.end)
    )


def _may_be_date(text: str, at: int, following: str) -> bool:
    """Say whether it is worth while to try to read a date; most numbers are none."""
    first = text[at]
    if first in _ARABIC:
        told = _DATED.get(following)
        return bool(told and told.match(text, at)) and not _is_lettered(text, at)
    return first not in HAN or bool(_HAN_DATE.match(text, at))


def _may_be_share(text: str, at: int, following: str) -> bool:
    first = text[at]
    if first in _ARABIC:
        told = _SHARED.get(following)
        return bool(told and told.match(text, at)) and not _is_lettered(text, at)
    return first not in HAN or bool(_HAN_SHARE.match(text, at))


def _is_lettered(text: str, at: int) -> bool:
    return at > 0 and text[at - 1].isascii() and text[at - 1].isalpha()


def _shared(
    text: str, folded: str, found: FoundFigure, limit: int, words: Vocabulary
) -> FoundFigure:
    """Return a share, ratio, multiple or ordinal with the words around it."""
    quantity = found.quantity
    if quantity.kind == "ordinal" and not _is_ordinal(text, folded, found, words):
        return found._replace(is_bare=True)
    if quantity.kind == "ordinal" and not quantity.unit:
        return found
    figure = hedged(folded, _of_unit(folded, found, words), limit, words)
    if is_slogan(folded, found.start, found.end) or is_in_title(folded, found.start, found.end):
        return figure._replace(is_bare=True)
    return figure


def _of_unit(text: str, found: FoundFigure, words: Vocabulary) -> FoundFigure:
    """Take on the unit that a fraction is of: a quarter of a percentage point."""
    join = _OF_A.match(text, found.end) if found.quantity.kind == "fraction" else None
    if join and (scale := _SCALE.match(text, join.end())):
        number = Decimal(found.quantity.low) * SCALES[scale.group()]
        stated = decimal_text(number.quantize(Decimal(1)))
        return FoundFigure(found.start, scale.end(), Quantity(stated, stated))
    form = words.unit_pattern.match(text, join.end()) if join else None
    if form is None:
        return found
    unit = words.unit(form.group())
    quantity = replace(found.quantity, unit=unit.name, unit_text=form.group(), kind=unit.kind)
    return found._replace(end=form.end(), quantity=quantity)


def _is_ordinal(text: str, folded: str, found: FoundFigure, words: Vocabulary) -> bool:
    if folded[found.start] == "第":
        has_unit = bool(found.quantity.unit)
        return not is_ordinal_name(folded, found.start, found.end, words, has_unit=has_unit)
    return is_ordinal_figure(text, found.start, found.end)


def _measured_figure(
    text: str, measured: Measured, limit: int, words: Vocabulary
) -> FoundFigure | None:
    if measured.unit is None and _RUNS_ON.match(text, measured.end):
        return None
    measured = _listed(text, measured, words)
    plain = FoundFigure(measured.start, measured.end, _quantity(text, measured))
    figure = hedged(text, plain, limit, words)
    if _is_named(text, measured, limit, words) or (
        figure is plain and _is_bare(text, measured, words)
    ):
        return figure._replace(is_bare=True)
    return figure if measured.unit else _counting(text, figure, words)


def _listed(text: str, measured: Measured, words: Vocabulary) -> Measured:
    """Take the unit that a list says once, behind its last number: 8.2、5.0个百分点."""
    following = text[measured.end : measured.end + 1]
    if measured.unit or following not in _LISTING or text[measured.start] not in _ARABIC:
        return measured
    rest = _LIST.match(text, measured.end)
    form = words.unit_pattern.match(text, rest.end()) if rest else None
    if (
        form is None
        or form.group() in _CALENDAR
        or is_list_marker(text, measured.start, measured.end)
    ):
        return measured
    if following in _ENGLISH_LISTING and "." not in text[measured.start : measured.end]:
        return measured
    unit, end = words.unit(form.group()), measured.end
    return measured._replace(unit=unit, unit_start=end, unit_end=end, unit_text=form.group())


def _is_named(text: str, measured: Measured, limit: int, words: Vocabulary) -> bool:
    """Say whether the number belongs to a name, a slogan or a list."""
    start, end, unit = measured.start, measured.end, measured.unit
    number_end = measured.unit_start if measured.unit_start > start else end
    kind = unit.kind if unit else ""
    if is_base(text, start) or (unit is None and _is_number_of_a_thing(text, start, end, words)):
        return True
    is_counting = kind in _MEASURES or words.noun_pattern.match(text, end)
    if not is_counting and follows_title(text, start, limit, words):
        return True
    if is_name(text, number_end, words) or is_congress(
        text[start:number_end], text[number_end:end]
    ):
        return True
    return kind not in {"percent", "money"} and (
        is_slogan(text, start, end) or is_in_title(text, start, end)
    )


def _is_number_of_a_thing(text: str, start: int, end: int, words: Vocabulary) -> bool:
    """Say whether a number without a unit is a list's, a version's or one to dial."""
    number = text[start:end]
    return (
        number in words.dialled
        or (
            number in words.hotlines and not _AMOUNTS_TO_THAT.search(text, max(0, start - 2), start)
        )
        or words.before_numbered.start(text, 0, start) is not None
        or (_VERSION.fullmatch(number) and not _AMOUNTS_TO.search(text, max(0, start - 10), start))
        or (text[max(0, start - 1) : start] == "[" and text[end : end + 1] == "]")
        or is_list_marker(text, start, end)
        or is_plan(number)
        or (is_model(text, start, end) and not words.noun_pattern.match(text, end))
    )


def _counting(text: str, figure: FoundFigure, words: Vocabulary) -> FoundFigure:
    """Take the unit from the counted noun, which stays outside; a number like 2020 is a year."""
    is_named_year = text.endswith("the ", 0, figure.start) and _YEAR.fullmatch(
        text, figure.start, figure.end
    )
    noun = None if is_named_year else words.noun_pattern.match(text, figure.end)
    if noun:
        unit = words.unit(noun["noun"])
        counted = replace(figure.quantity, unit=unit.name, unit_text=noun["noun"])
        return figure._replace(quantity=counted)
    if hedged_year := _HEDGED_YEAR.match(text, figure.start):
        start = figure.start if hedged_year["about"] else hedged_year.start("year")
        return FoundFigure(start, figure.end, Quantity(kind="date", value=hedged_year["year"]))
    if _YEAR.fullmatch(text, figure.start, figure.end):
        year = text[figure.start : figure.end]
        return figure._replace(quantity=Quantity(kind="date", value=year))
    return figure


def _quantity(text: str, measured: Measured) -> Quantity:
    low = decimal_text(measured.low)
    high = "" if measured.high is None else decimal_text(measured.high)
    unit = measured.unit
    kind = _kind(text, measured) if unit else "cardinal"
    word, comparator = ("", "=")
    if measured.high is None:
        comparator = ">="
    elif measured.blurred_by:
        word, comparator = measured.blurred_by, ">~"
    return Quantity(
        low,
        high,
        unit.name if unit else "",
        measured.unit_text or text[measured.unit_start : measured.unit_end],
        "range" if high and low != high else kind,
        word,
        comparator,
    )


def _kind(text: str, measured: Measured) -> str:
    """Return the kind of figure that the unit makes; a degree is of warmth where that is said."""
    unit = measured.unit
    if unit is None or unit.name != "degree":
        return unit.kind if unit else "cardinal"
    around = text[max(0, measured.start - _NEAR) : measured.end + _NEAR]
    told = _WARMTH if text[measured.end - 1] == "度" else _ANGLE
    is_warmth = measured.low < 0 or bool(told.search(around)) == (told is _WARMTH)
    return "temperature" if is_warmth else unit.kind


def _is_bare(text: str, measured: Measured, words: Vocabulary) -> bool:
    """Say whether only a person can tell that this is a number: 三, 千, one, 一套."""
    start = measured.start
    numeral = text[start : measured.unit_start or measured.end].strip()
    if measured.unit is None:
        is_alone = numeral in HAN or all(character in _ONES for character in numeral)
        is_word = numeral in {"one", "zero"} and not words.noun_pattern.match(text, measured.end)
        is_word = is_word and not (numeral == "zero" and text.startswith(" of ", measured.end))
        return is_alone or (is_word and not _ONLY.search(text, max(0, start - 8), start))
    form = text[measured.unit_start : measured.unit_end]
    if numeral == "一" and form in words.articles:
        return not _is_counted(text, start, words)
    return numeral in tuple(MAGNITUDES)


def _is_counted(text: str, start: int, words: Vocabulary) -> bool:
    """Say whether another number could stand in place of 一: 每人限购一份."""
    if words.before_one.start(text, 0, start) is not None:
        return True
    return bool(_EACH.search(text, max(0, start - _NEAR // 2), start))


def _as_written(text: str, folded: str, figure: FoundFigure) -> FoundFigure:
    """Turn folded words back into the text's own, which are as long."""
    if text[figure.start : figure.end] == folded[figure.start : figure.end]:
        return figure
    quantity = figure.quantity

    def own(word: str) -> str:
        at = folded.find(word, figure.start, figure.end + _NEAR)
        return text[at : at + len(word)] if word and at >= 0 else word

    approximator = "…".join(own(word) for word in quantity.approximator.split("…"))
    changed = replace(quantity, approximator=approximator, unit_text=own(quantity.unit_text))
    return figure._replace(quantity=changed)
