"""The unit that stands behind a number, with what else belongs to it: halves, coins, a row."""

import re
from dataclasses import replace

from annotator.suggest.figures.amounts import amount_at
from annotator.suggest.figures.compounds import (
    Measured,
    is_price,
    longer,
    meant,
    unit_after,
    with_change,
    with_half,
    with_inner,
)
from annotator.suggest.figures.english_numbers import ONES, TENS, any_of
from annotator.suggest.figures.medals import MEDAL, medals_at
from annotator.suggest.figures.units import Unit, Vocabulary

_IN_A_ROW = re.compile(
    r"\s(?:(?P<word>straight|consecutive|successive)|more|additional|extra|full|whole|solid)(?=\s)"
)
_POINTS = frozenset({"point", "points"})
_MADE = re.compile(
    r"\b(?:got|have|make|made|making|raised?|offer|add|those|these|say)\s(?:just\s|only\s)?\Z"
)
_MOST_POINTS = 5
_TO_MAKE = re.compile(r"\s(?:to\smake|i['’]d|i\swould|i\swant|that\si|about)\b")
"""Around points that are said: I've got two points, one point to make."""
_LONGER = frozenset({"分", "岁", "周岁", "feet", "foot", "ft", "-foot", "pounds", "lb", "lbs"})
"""Forms that a smaller unit may follow, besides those of time."""
_COINED = frozenset("元块毛角")
_MOST_DOLLARS = 1000
"""A sum from here on is said without cents."""
_LATIN_ENDS = frozenset("sro")
"""Ends of dollars, dollar, euro: currencies that cents may follow."""
_CENTS = re.compile(
    rf"\s(?:and\s)?(?P<cents>[1-9][0-9]?|{any_of(TENS)}(?:-{any_of(ONES)})?|{any_of(ONES)})\s(?:cents?|pence)\b"
)
_COMPOUND = re.compile(
    rf"-(?!(?:to|and|or|for|by|of|in|on|at|the|a|plus|odd|some(?:thing)?|ish|to-[a-z]+|{any_of(list(ONES)[1:13])}|percent"
    r"|percentage)\b)(?P<noun>[a-z]{3,16}(?:-[a-z]{3,16})?)(?![a-z])"
)
_OF = re.compile(r"\s{1,3}of\s{1,3}")
_OF_A = re.compile(r"(?<=[0-9.][0-9])\sof\s(?:an?|one|1)\s(?=percent)")
_SECOND = re.compile(
    r"\ssecond(?=\s(?:prior|later|before|after|ago|apart|left|earlier|delay|mark|pause|lead|gap|penalty"
    r"|clip|video|burst|rule|window|warning)\b)"
)
"""A length of time that is said without its s: 82 second prior to impact."""
_HALF_SECOND = re.compile(r"(?<=half\sa\s)second\b")
_LETTER = re.compile(r"\s?m(?![a-z0-9])")
_FAR = re.compile(
    r"[\s-](?:away|high|deep|wide|long|tall|thick|above|below|from|across|offshore|downstream|upstream"
    r"|of\s(?:water|snow|rock|ice))\b|\s\([0-9.,—-]++\s?(?:ft|feet)\b"
)
_LONG = re.compile(
    r"\b(?:heights?|depths?|radius|distances?|width|elevation|altitude|length|waves?|surge|deep|tall|running|swam|timed\sover)"
    r"\b(?:[^.;:?!$£€]|\.(?=[0-9])){0,24}(?:\sm\s[^.;:?!$£€]{0,24})?\Z"
)
"""Around metres that a letter stands for, which may be millions else: 500 m away."""
_DOUBTFUL = _POINTS | {"won", "degrees"}
_BELOW_ZERO = (" below zero", " degrees below zero")
_WARMTH = re.compile("(?<=[0-9])[cf](?![a-z0-9-])")
_WARM = re.compile(
    r"\b(?:temperatures?|heat|warm(?:er|ing|est)?|hot(?:ter|test)?|cold(?:er|est)?|cool(?:er|est)?"
    r"|highs?\s(?:of|near|around)|lows?\s(?:of|near|around))\b"
)
"""What is told of degrees that only a letter stands behind."""
_BEFORE_WARMTH = re.compile(
    r"(?:\b(?:by|to|of|at|from|than|and|or|the|an?|be|is|was|about|above|below|around|over|under|near"
    r"|reach(?:es|ed|ing)?|hits?|keep|between|into|exceed(?:s|ed|ing)?|past|only|nearly|some)\s|[-(])\Z"
)
"""What degrees stand behind, and no seat or rule: rule 5.1C."""
_LEAST_WON = 100
"""Fewer are no money but have won."""
_OTHERS = re.compile(r"\((?P<forms>[一-鿿]{1,2}(?:、[一-鿿]{1,2}){0,5})\)次?")
"""Further classifiers in brackets behind the first."""
_NEAR = 12


def with_unit(text: str, found: Measured, words: Vocabulary) -> Measured:
    """Take on the unit behind the number, and the half of 两个半小时 and 一年半."""
    if inside := with_inner(text, found, words):
        return inside
    is_chinese = not text[found.end : found.end + 1].isascii()
    if is_chinese and (metal := medals_at(text, found.start, found.end, words)):
        return _of_unit(found, MEDAL, metal)
    form = unit_after(text, found.end, words) or _unit_of(text, found, words)
    if form is None or (form.group() in _DOUBTFUL and _is_no_unit(text, found, form)):
        row = _in_a_row(text, found, words)
        warmth = _below_zero(text, found, words) or _lettered(text, found, words)
        return row or warmth or _compound(text, found, words)
    return _of_form(text, found, form, words)


def _of_form(text: str, found: Measured, form: re.Match[str], words: Vocabulary) -> Measured:
    """Return a number with its unit, and with what is smaller behind that."""
    said = form.group()
    unit = meant(text, said, form.end(), words)
    measured = _of_unit(found, unit, form)
    if _is_coined(said, unit):
        return _in_coins(text, said, measured, unit, words)
    if unit.kind == "duration" or said in _LONGER:
        measured = longer(text, measured, words)
    if text.startswith("(", measured.end):
        return _with_others(text, measured, words)
    return with_half(text, measured)


def _with_others(text: str, measured: Measured, words: Vocabulary) -> Measured:
    """Take on what else is counted by the same number: 278辆(艘), 22架(艘、列)次."""
    others = _OTHERS.match(text, measured.end)
    if others is None or not all(form in words.units for form in others["forms"].split("、")):
        return measured
    return measured._replace(end=others.end())


def _is_coined(said: str, unit: Unit) -> bool:
    """Say whether smaller coins may stand behind a unit: 元, dollars."""
    return said in _COINED or (unit.kind == "money" and said[-1:] in _LATIN_ENDS)


def _with_cents(text: str, found: Measured, cents: re.Match[str]) -> Measured:
    """Take on the cents of a sum that is spoken: two dollars and fifty cents."""
    more = amount_at(text, cents.start("cents"))
    is_whole = found.low % 1 == 0 and found.low < _MOST_DOLLARS
    if more is None or more.high is None or found.high is None or not is_whole:
        return found
    low, high = found.low + more.low / 100, found.high + more.high / 100
    return found._replace(end=cents.end(), low=low, high=high)


def _below_zero(text: str, found: Measured, words: Vocabulary) -> Measured | None:
    """Read 15 below zero and 20 degrees below zero."""
    if not text.startswith(_BELOW_ZERO, found.end):
        return None
    end = text.index("zero", found.end) + len("zero")
    low, high = -found.low, None if found.high is None else -found.high
    unit = replace(words.unit("degrees"), kind="temperature")
    return found._replace(
        end=end, low=low, high=high, unit=unit, unit_start=found.end, unit_end=end
    )


def _lettered(text: str, found: Measured, words: Vocabulary) -> Measured | None:
    """Read degrees of which only the scale's letter is written: 1.5C, a high of 95F."""
    letter = _WARMTH.match(text, found.end)
    if letter is None:
        return None
    near = max(0, found.start - 4 * _NEAR)
    is_exact = found.low % 1 != 0 and letter.group() == "c"
    is_warm = is_exact or _WARM.search(text, near, letter.end() + 2 * _NEAR)
    if not is_warm or not _BEFORE_WARMTH.search(text, near, found.start):
        return None
    return _of_unit(found, words.unit(f"°{letter.group()}"), letter)


def _is_no_unit(text: str, found: Measured, form: re.Match[str]) -> bool:
    """Say whether what looks like a unit is none, or more than one: those four won."""
    said = form.group()
    if said == "won":
        return found.low < _LEAST_WON
    if said == "degrees":
        return text.startswith(_BELOW_ZERO, found.end)
    return _is_said(text, found, form.end())


def _of_unit(found: Measured, unit: Unit, form: re.Match[str]) -> Measured:
    """Return a number with its unit, in the unit that the vocabulary counts in."""
    low, high, (start, end) = found.low, found.high, form.span()
    if unit.factor != 1:
        low, high = low * unit.factor, None if high is None else high * unit.factor
    return Measured(found.start, end, low, high, unit, start, end, found.blurred_by)


def _in_coins(text: str, said: str, measured: Measured, unit: Unit, words: Vocabulary) -> Measured:
    """Take on the smaller coins behind a sum; 块 is money where they or a price tell so."""
    cents = _CENTS.match(text, measured.end) if measured.low < _MOST_DOLLARS else None
    if cents:
        return _with_cents(text, measured, cents)
    coins = with_half(text, with_change(text, measured, unit))
    if said != "块":
        return coins
    end = measured.end
    is_money = coins.end > end or is_price(text, measured.start, end, measured.low)
    return coins._replace(unit=words.units.get("块钱", unit)) if is_money else coins


def _is_said(text: str, found: Measured, end: int) -> bool:
    """Say whether points are what somebody says: I've got two points."""
    is_said = _TO_MAKE.match(text, end) or _MADE.search(
        text, max(0, found.start - 4 * _NEAR), found.start
    )
    return found.low <= _MOST_POINTS and is_said is not None


def _in_a_row(text: str, found: Measured, words: Vocabulary) -> Measured | None:
    """Read a measure with an adjective before it: 19 straight months, two more inches."""
    row = _IN_A_ROW.match(text, found.end)
    form = unit_after(text, row.end(), words) if row else None
    unit = words.unit(form.group()) if form else None
    if row is None or form is None or unit is None or (row["word"] and unit.kind != "duration"):
        return None
    return found._replace(
        end=form.end(),
        unit=unit,
        unit_start=form.start(),
        unit_end=form.end(),
        blurred_by=row["word"] or found.blurred_by,
    )


def _unit_of(text: str, found: Measured, words: Vocabulary) -> re.Match[str] | None:
    """Return the unit behind "of" or "of a": dozens of miles, 0.25 of a percent."""
    is_digit = text[found.end - 1].isdigit()
    if short := (_SECOND if is_digit else _HALF_SECOND).match(text, found.end):
        return short
    if is_digit and text.startswith(("m", " m"), found.end) and (metres := _metres(text, found)):
        return metres
    join = (_OF if found.high is None else _OF_A).match(text, found.end)
    return words.unit_pattern.match(text, join.end()) if join else None


def _metres(text: str, found: Measured) -> re.Match[str] | None:
    """Return the letter behind a number that stands for metres, as words around it tell."""
    metres = _LETTER.match(text, found.end)
    near = max(0, found.start - 4 * _NEAR)
    is_told = metres and (_FAR.match(text, metres.end()) or _LONG.search(text, near, found.start))
    return metres if is_told else None


def _compound(text: str, found: Measured, words: Vocabulary) -> Measured:
    """Take on the noun of a compound whole: 27-nation, five-point, 15-months."""
    noun = _COMPOUND.match(text, found.end)
    if noun is None:
        return found
    unit = words.units.get(noun["noun"]) or Unit(noun["noun"], "cardinal")
    return found._replace(
        end=noun.end(), unit=unit, unit_start=noun.start("noun"), unit_end=noun.end()
    )
