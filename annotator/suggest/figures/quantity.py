"""Figures in text: where each starts and ends, and the quantity it states.

A figure is a numeral with its magnitude, its classifier or measure unit and an adjacent word
that makes it approximate; the counted noun stays outside. Positions are code points, half-open.
The time is linear in the length of the text.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from annotator.model.quantity import Quantity
from annotator.model.text import Range
from annotator.suggest.figures.article_amounts import one_and_part
from annotator.suggest.figures.articles import is_bare
from annotator.suggest.figures.attempts import TELLING, may_be_date, may_be_identifier, may_be_share
from annotator.suggest.figures.capitals import without_capitals
from annotator.suggest.figures.chinese_names import (
    BODIES,
    is_case,
    is_chinese_name,
    is_named_for_day,
    is_numbered,
    is_place,
)
from annotator.suggest.figures.codes import code_end, is_code
from annotator.suggest.figures.compounds import Measured, is_network, unit_after
from annotator.suggest.figures.currency_signs import with_country
from annotator.suggest.figures.dates import date_at
from annotator.suggest.figures.days import day_of_month, more_day
from annotator.suggest.figures.dialled import is_dialled
from annotator.suggest.figures.english_dates import is_told_day, part_of_year
from annotator.suggest.figures.english_numbers import SCALES, any_of
from annotator.suggest.figures.found import FoundFigure, as_written
from annotator.suggest.figures.games import is_of_game
from annotator.suggest.figures.hedges import hedged
from annotator.suggest.figures.labels import PLACES, is_label, is_of_place_or_body
from annotator.suggest.figures.measured_quantity import quantity_of
from annotator.suggest.figures.measures import measured_at
from annotator.suggest.figures.names import (
    BEFORE_NAMED,
    RANKS,
    identifier_end,
    is_base,
    is_congress,
    is_in_series,
    is_list_marker,
    is_model,
    is_name,
    is_named_date,
    is_ordinal_name,
    is_plan,
    ordinal_name_end,
)
from annotator.suggest.figures.numerals import ARABIC, HAN, fold
from annotator.suggest.figures.ordinals import is_ordinal_figure
from annotator.suggest.figures.parts_of_units import of_unit
from annotator.suggest.figures.proper_names import is_address, is_of_capital, is_proper, is_team
from annotator.suggest.figures.region import Region
from annotator.suggest.figures.routes import is_route
from annotator.suggest.figures.scanner import scanner_for
from annotator.suggest.figures.scores import is_against
from annotator.suggest.figures.shares import share_at
from annotator.suggest.figures.slogans import is_in_phrase, is_in_title, is_slogan
from annotator.suggest.figures.spacing import unspaced
from annotator.suggest.figures.titles import follows_title
from annotator.suggest.figures.units import Unit, Vocabulary, vocabulary
from annotator.suggest.figures.years import YEAR, year_of

_MOST, _PASSED = frozenset({"最高", "最低"}), frozenset({"突破", "突破了", "超越", "破"})
"""What stands before an article too: 最高一宗, 突破一个难点."""
_VERSION = re.compile(r"[1-9][.]0|[一二三四五六七八九][.]零")
_AMOUNTS_TO = re.compile(
    r"(?:[为达至到是约超过于级震]|规模|\b(?:magnitude|was|is|to|of|at|from|an?|about|below|above|over|under|than|exceed(?:s|ed|ing)?|reach(?:es|ed|ing)?)\s(?:the\s)?)\s?\Z"
)
_RUNS_ON = re.compile(
    r"[a-z]|&(?=[a-z])|(?<![百千万亿])后(?![,。,\s])|(?<=[0-9][05])后|-(?!plus|odd|some|ish)[a-z]"
    r"|(?<![0-9.]{3})-(?![零一二两三四五六七八九十百千万亿半几至今现])[一-鿿]"
)
_MEASURES = frozenset({"percent", "money", "duration", "temperature"})
_ARABIC = frozenset("0123456789")
_RATE = re.compile(rf"(?<!\n)an?[\s-](?!{any_of(SCALES.keys() - {'dozen'})}\b)[a-z]++(?!\sof\b)")
"""What makes a rate right behind another figure: $500 a quarter, two an hour."""
_ENCLOSED = frozenset({"[]", "*#", "*."})
"""What stands around a note's number, a code to dial and a starred question."""
_LIST = re.compile(
    rf"(?:\s?(?:、|和|与|及|以及|跟){ARABIC}){{1,8}}\s?|(?:,\s{ARABIC}){{0,8}},?\sand\s{ARABIC}\s?"
)
_NOT_LISTED = frozenset({*"年月日版", "月份"})
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
    part = (start, len(text) if end is None else end)
    plain = unspaced(text)
    if plain is None:
        yield from figures_of(text, fold(text), part, words)
        return
    for figure in figures_of(plain.text, fold(plain.text), plain.without(part), words):
        first, last = plain.within(figure[:2])
        yield figure._replace(start=first, end=last)


def figures_of(
    text: str, folded: str, part: Range, words: Vocabulary | None = None
) -> Iterator[FoundFigure]:
    """Yield the figures in a part of a text that is folded already."""
    words = words or vocabulary()
    search = scanner_for(folded, part, words).search
    region = Region(text, folded, words)
    cased = without_capitals(text)
    limit = at = part[0]
    last = -len("$5 ")
    stop = part[1]
    while numeral := search(folded, at, stop):
        begin, at = numeral.span()
        if not numeral.lastindex:
            limit = at
        elif may_be_identifier(folded, begin, at) and (skipped := _identifier(folded, begin)):
            at = limit = skipped
        elif begin - last <= 1 and _RATE.match(folded, begin):
            continue
        elif found := _figure_at((text, cased), folded, (begin, at, limit), words):
            at = limit = last = found.end
            yield as_written(text, folded, region.told(found))


def _identifier(text: str, at: int) -> int | None:
    return code_end(text, at) or (identifier_end(text, at) if text[at] in _ARABIC else None)


def _figure_at(
    written: tuple[str, str], folded: str, place: tuple[int, int, int], words: Vocabulary
) -> FoundFigure | None:
    """Return the figure that starts at a place: start and end of its numeral, and the limit.

    The text as it is written stands before the same without lines in capitals.
    """
    text = written[1]
    at, numeral_end, limit = place
    following = folded[numeral_end : numeral_end + 1]
    if following in TELLING or folded[at] not in _ARABIC:
        date = date_at(folded, at, words.day_parts) if may_be_date(folded, at, following) else None
        if date and not _is_small_month(written[0], folded, found := FoundFigure(at, *date)):
            return _dated(folded, found, limit, words)
        if may_be_share(folded, at, following) and (share := share_at(folded, at, words)):
            return _shared(text, folded, FoundFigure(at, *share), limit, words)
    measured = measured_at(folded, at, limit, words)
    return _measured_figure(text, folded, measured, limit, words) if measured else None


def _is_small_month(text: str, folded: str, found: FoundFigure) -> bool:
    """Say whether a date starts with a month's name in small letters, which is another word."""
    word = text.find(" of ", found.start, found.end)
    is_month_last = word > 0 and text[found.start].isalpha()
    first = text[word + len(" of ") if is_month_last else found.start]
    if found.quantity.kind != "date" or not (first.islower() and first.isascii()):
        return False
    return not is_told_day(folded, found.start)


def _dated(folded: str, found: FoundFigure, limit: int, words: Vocabulary) -> FoundFigure:
    """Return a date, or a time with the words around it."""
    if is_named_date(folded, found.start, found.end, words):
        return found._replace(is_bare=True)
    if found.quantity.value.startswith("---") and (day := day_of_month(folded, found.start)):
        found = found._replace(quantity=day)
    figure = hedged(folded, found, limit, words)
    is_about = figure.quantity.comparator == "~" and folded[found.start : found.end].isascii()
    is_about |= folded.startswith(("左右", "前后"), found.end)
    if "/" in found.quantity.value and folded.endswith("between ", limit, found.start):
        return found._replace(start=found.start - len("between "))
    if found.quantity.kind == "time" or is_about:
        return figure
    return found._replace(start=part_of_year(folded, found.start, limit))


def _shared(
    text: str, folded: str, found: FoundFigure, limit: int, words: Vocabulary
) -> FoundFigure:
    """Return a share, ratio, multiple or ordinal with the words around it."""
    quantity = found.quantity
    if quantity.kind == "ordinal" and (alone := _ordinal_alone(text, folded, found, words)):
        return alone
    if quantity.kind == "date" and folded.startswith(("'", "’", "‘"), found.start - 1):
        found = found._replace(start=found.start - 1)
    if folded.startswith("-", found.start - 1):
        found = found._replace(start=part_of_year(folded, found.start, limit))
    whole = one_and_part(folded, found, words) or of_unit(folded, found, words)
    figure = hedged(folded, whole, limit, words)
    is_named = is_team(text, figure.start) or _is_named_share(text, folded, found, words)
    return figure._replace(is_bare=True) if is_named else figure


def _ordinal_alone(
    text: str, folded: str, found: FoundFigure, words: Vocabulary
) -> FoundFigure | None:
    """Return an ordinal that is a day, belongs to a name or has no unit; else None."""
    if day := more_day(folded, found.start, found.end):
        return found._replace(quantity=day)
    if not _is_ordinal(text, folded, found, words):
        end = ordinal_name_end(folded, found.start, found.end, words)
        return found._replace(end=end, is_bare=True)
    if found.quantity.unit:
        return None
    goes_on = not folded.startswith("”", found.end)
    return found._replace(is_bare=goes_on and is_slogan(folded, found.start, found.end, words))


def _is_named_share(text: str, folded: str, found: FoundFigure, words: Vocabulary) -> bool:
    """Say whether a share, a ratio or an ordinal belongs to a slogan, a title or an address."""
    start, end, kind = found.start, found.end, found.quantity.kind
    if kind != "percent" and is_slogan(folded, start, end, words):
        return True
    if kind == "score" and _is_no_result(text, folded, start, words):
        return True
    if kind == "fraction" and is_address(text, text.find(" ", start)):
        return True
    return is_in_title(folded, start, end)


def _is_no_result(text: str, folded: str, start: int, words: Vocabulary) -> bool:
    """Say whether two numbers name a thing: Plan 7-2."""
    is_named = is_of_capital(text, start, words, has_noun=False) and not is_against(text, start)
    return is_named or is_label(text, folded, start, words)


def _is_ordinal(text: str, folded: str, found: FoundFigure, words: Vocabulary) -> bool:
    if folded[found.start] == "第":
        has_unit = bool(found.quantity.unit)
        return not is_ordinal_name(folded, found.start, found.end, words, has_unit=has_unit)
    return is_ordinal_figure(text, folded, found.start, found.end, words)


def _is_cut(written: str, text: str, measured: Measured) -> bool:
    """Say whether letters behind a number make another word of it: 3rds, 5G."""
    if measured.unit is None:
        return _RUNS_ON.match(text, measured.end) is not None
    may_be = text[measured.unit_start : measured.unit_end] == "g"
    return may_be and is_network(written, measured)


def _measured_figure(
    written: str, text: str, measured: Measured, limit: int, words: Vocabulary
) -> FoundFigure | None:
    if _is_cut(written, text, measured):
        return None
    measured = _with_country(written, measured, limit)
    listed = measured if measured.unit else _listed(text, measured, words)
    plain = FoundFigure(listed.start, listed.end, quantity_of(text, listed))
    figure = hedged(text, plain, limit, words)
    is_plain = figure is plain or _is_weak(text, figure.quantity.approximator, listed.start)
    is_plain &= text[listed.start] not in _ARABIC
    if _is_named(written, text, listed, limit, words) or (
        is_plain and is_bare(text, listed, words)
    ):
        return figure._replace(is_bare=True)
    if listed.unit is None:
        figure = _counting(text, figure, words)
    is_proper_name = is_proper(written, measured, figure, words)
    return figure._replace(is_bare=True) if is_proper_name else figure


def _with_country(written: str, measured: Measured, limit: int) -> Measured:
    if written[measured.start] != "$":
        return measured
    return measured._replace(start=with_country(written, measured.start, limit))


def _is_weak(text: str, word: str, start: int) -> bool:
    """Say whether the word that limits a number stands before an article too: 突破一个难点."""
    is_passed = word in _PASSED and text[start] == "一"
    return is_passed or word in _MOST or text.startswith("one of ", start)


def _listed(text: str, measured: Measured, words: Vocabulary) -> Measured:
    """Take the unit that a list says once, behind its last number: 8.2、5.0个百分点."""
    following = text[measured.end : measured.end + 1]
    if following not in _LISTING or text[measured.start] not in _ARABIC:
        return measured
    rest = _LIST.match(text, measured.end)
    form = unit_after(text, rest.end(), words) if rest else None
    if (
        form is None
        or form.group() in _NOT_LISTED
        or is_list_marker(text, measured.start, measured.end)
    ):
        return measured
    if following in _ENGLISH_LISTING and "." not in text[measured.start : measured.end]:
        return measured
    unit, end = words.unit(form.group()), measured.end
    return measured._replace(unit=unit, unit_start=end, unit_end=end, unit_text=form.group())


def _is_named(written: str, text: str, measured: Measured, limit: int, words: Vocabulary) -> bool:
    """Say whether the number belongs to a name, a slogan or a list."""
    start, end, unit = measured.start, measured.end, measured.unit
    number_end = measured.unit_start if measured.unit_start > start else end
    before = text[start - 1 : start]
    if before in BEFORE_NAMED and (
        is_in_series(text, start, number_end, words) or is_base(text, start)
    ):
        return True
    may_follow = before in words.before_title.ends and not _is_measure(text, unit, number_end)
    if may_follow and follows_title(written, text, (start, end), limit, words):
        return True
    return _is_of_thing(written, text, measured, words) or _is_named_behind(
        text, start, number_end, end, words
    )


def _is_measure(text: str, unit: Unit | None, number_end: int) -> bool:
    """Say whether a unit measures, or an English one stands apart: a line 300 meters long."""
    if unit is None:
        return False
    at = number_end + text[number_end : number_end + 1].isspace()
    is_apart = text[at - 1].isspace() and "a" <= text[at : at + 1] <= "z"
    return is_apart or unit.kind in _MEASURES


def _is_of_thing(written: str, text: str, measured: Measured, words: Vocabulary) -> bool:
    """Say whether a number is a place's, or without a unit a thing's, or stands in a phrase."""
    start, end, unit = measured.start, measured.end, measured.unit
    if unit is None:
        is_of_thing = _is_number_of_a_thing(written, text, (start, end), words)
    else:
        is_of_thing = is_case(text, start, measured.unit_start)
        is_of_thing |= text[start] in HAN and is_place(text, start, end, words)
    return is_of_thing or is_in_phrase(text, (start, end), unit.kind if unit else "", words)


def _is_named_behind(text: str, start: int, number_end: int, end: int, words: Vocabulary) -> bool:
    """Say whether what stands behind a number makes a name of it; most show at once that not."""
    following = text[number_end : number_end + 1]
    may_be_name = following in words.name_firsts or following in RANKS
    return (
        (following in PLACES and is_of_place_or_body(text, start, number_end))
        or (following in BODIES and is_chinese_name(text, start, number_end))
        or ((may_be_name or text[number_end - 1] == "二") and is_name(text, number_end, words))
        or (following == "大" and is_congress(text, start, number_end, end))
    )


def _amounts_to(text: str, start: int, end: int) -> bool:
    """Say whether words around 3.0 tell that it is no version: to 3.0, 3.0 magnitude."""
    is_told = _AMOUNTS_TO.search(text, max(0, start - 14), start) is not None
    return is_told or text.startswith(" magnitude", end)


def _is_number_of_a_thing(written: str, text: str, place: Range, words: Vocabulary) -> bool:
    """Say whether a number without a unit is a list's, a version's or one to dial."""
    start, end = place
    number = text[start:end]
    return (
        is_dialled(text, start, end, words)
        or is_numbered(text, start, words)
        or is_named_for_day(text, start)
        or (_VERSION.fullmatch(number) and not _amounts_to(text, start, end))
        or (text[max(0, start - 1) : start] + text[end : end + 1]) in _ENCLOSED
        or is_label(written, text, start, words)
        or is_code(text, start, end, words)
        or is_list_marker(text, start, end)
        or is_plan(number)
        or is_route(written, text, start, end)
        or is_of_game(text, start, end)
        or (is_model(text, start, end) and not words.noun_pattern.match(text, end))
    )


def _counting(text: str, figure: FoundFigure, words: Vocabulary) -> FoundFigure:
    """Take the unit from the counted noun, which stays outside; a number like 2020 is a year."""
    is_named_year = text.endswith("the ", 0, figure.start) and YEAR.fullmatch(
        text, figure.start, figure.end
    )
    noun = None if is_named_year else words.noun_pattern.match(text, figure.end)
    if noun:
        unit = words.unit(noun["noun"])
        counted = replace(figure.quantity, unit=unit.name, unit_text=noun["noun"])
        return figure._replace(quantity=counted)
    if year := year_of(text, figure):
        return year
    day = more_day(text, figure.start, figure.end)
    return figure._replace(quantity=day) if day else figure
