"""What a number with its unit states: bounds, unit, kind and what makes it approximate."""

import re

from annotator.model.quantity import Quantity, decimal_text
from annotator.model.quick import quick
from annotator.suggest.figures.compounds import Measured
from annotator.suggest.figures.days import two_months

_WARMTH = re.compile("[温热冷寒暖烧]")
_ANGLE = re.compile(
    "angle|turn|360|180|latitude|longitude|north|south|east|west|rotat|slope|college"
)
_NEAR = 24
_MAKE_QUANTITY = quick(Quantity)


def quantity_of(text: str, measured: Measured) -> Quantity:
    """Return what a number in folded text states; two months such as 3、4月 are a date."""
    low = high = decimal_text(measured.low)
    form = measured.unit_text or text[measured.unit_start : measured.unit_end]
    if measured.high is not measured.low:
        if months := two_months(measured.low, measured.high, form):
            return months
        high = "" if measured.high is None else decimal_text(measured.high)
    name, kind = _unit(text, measured)
    word, comparator = "", ">="
    if measured.high is not None:
        word = measured.blurred_by
        comparator = "=" if word.isascii() else ">~"
    return _MAKE_QUANTITY(
        low, high, name, form, "range" if high and low != high else kind, word, comparator
    )


def _unit(text: str, measured: Measured) -> tuple[str, str]:
    """Return the name of a number's unit and the kind of figure that it makes."""
    unit = measured.unit
    if unit is None:
        return "", "cardinal"
    is_warmth = unit.name == "degree" and _is_warmth(text, measured)
    return unit.name, "temperature" if is_warmth else unit.kind


def _is_warmth(text: str, measured: Measured) -> bool:
    """Say whether degrees are of warmth: those of 度 where that is said, others by default."""
    around = text[max(0, measured.start - _NEAR) : measured.end + _NEAR]
    told = _WARMTH if text[measured.end - 1] == "度" else _ANGLE
    return measured.low < 0 or bool(told.search(around)) == (told is _WARMTH)
