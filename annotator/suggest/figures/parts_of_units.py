"""Fractions of a unit that is said behind them: a quarter of a percentage point."""

import re
from dataclasses import replace
from decimal import Decimal

from annotator.model.quantity import Quantity, decimal_text
from annotator.suggest.figures.english_numbers import SCALES, any_of
from annotator.suggest.figures.found import FoundFigure
from annotator.suggest.figures.units import Vocabulary

_OF_A = re.compile(
    r"\s(?:(?:of\s)?an?\s|of\sone\s|(?=(?:[mb]illion|trillion|per\s?cent|(?:percentage\s)?point|mile|inch|acre|century|pound|hour|foot|gallon|ounce|ton)\b))"
    r"|(?=-(?:(?:percentage[\s-])?point|percent|mile|hour|inch|cent)\b)"
)
_SECOND = re.compile(r"(?:(?<=\sof\sa\s)|(?<=\sof\sone\s))second\b")
"""What a part of a time is of, as a unit else only of several: a tenth of a second."""
_AGO = re.compile(r"\s(?:ago|earlier|before|later)\b")
_SCALE = re.compile(rf"{any_of(SCALES)}\b")


def of_unit(text: str, found: FoundFigure, words: Vocabulary) -> FoundFigure:
    """Take on the unit that a fraction is of: a quarter of a percentage point."""
    join = _OF_A.match(text, found.end) if found.quantity.kind == "fraction" else None
    end = join.end() if join else 0
    if join and (scale := _SCALE.match(text, end)):
        number = Decimal(found.quantity.low) * SCALES[scale.group()]
        stated, end = decimal_text(number.quantize(Decimal(1))), scale.end() + 1
        found = FoundFigure(found.start, scale.end(), Quantity(stated, stated))
    form = (words.unit_pattern.match(text, end) or _SECOND.match(text, end)) if join else None
    if form is None or _AGO.match(text, form.end()):
        return found
    unit = words.unit("seconds" if form.re is _SECOND else form.group())
    quantity = replace(found.quantity, unit=unit.name, unit_text=form.group(), kind=unit.kind)
    return found._replace(end=form.end(), quantity=quantity)
