"""A number that became another, which is no range: went from 4 to 5 percent."""

import re
from decimal import Decimal

from annotator.suggest.figures.amounts import Amount
from annotator.suggest.figures.compounds import Measured

CHANGED = re.compile(
    r"\b(?:went|gone|go|goes|going|rose|risen|rises?|rising|fell|fallen|falls?|falling|grew|grown|grows?|growing"
    r"|up|down|cut|shrank|shrunk|slid|(?:drop|increas|decreas|climb|mov|jump|rais|lower|expand|reduc|declin"
    r"|slipp|surg|chang|adjust|improv|widen|narrow|doubl)(?:s|ed|es|e|ing|ped|ping)?)\s"
    r"(?:by\s[^.;:]{1,28}?,?\s)?(?:[a-z]+\s){0,3}from\s\Z"
)
"""What tells that a number moved from the first to the second: fell from nine to four."""
_STEP = re.compile(
    "(?:[加减升降]息|[上下调][升降调高低]|[涨跌升降]|上扬|走[高低]|增加|减少|下滑|回落|提高|降低|调[高低升降])了?[约近]?\\Z"
    r"|\b(?:up|down|rose|risen|fell|fallen|grew|grown|(?:increas|decreas|declin|dropp|climb|improv|widen|narrow"
    r"|reduc|expand)(?:ed|ing))\s(?:by\s(?:about\s|some\s)?)?\Z"
)
_LARGEST_STEP = 3
"""How often a change is in what it leads to, at most, for both to be a range: 加0.25厘至5.75厘."""
ENDS = re.compile(r"\s?(?:[.,;:!?)]|\Z)|\s(?:in|on|as|at|this|after|since|from|over|and|but)\b")
"""What stands behind a number that nothing is counted by: the total fell by one to 40 in May."""
_BY = re.compile(
    r"\b(?:(?:increas|decreas|rais|lower|boost|reduc|expand|lift)ed|cut|grew|rose|fell|(?:up|down)wards?)\s"
    r"(?:[a-z'’]+\s){0,4}by\s\Z"
)
_SUM = re.compile(r"\D?[0-9.,]+\s(?:[mb]illion|trillion)")
"""A sum that is told whole: both are in "by $30 million to $55 million", no range is."""
_NEAR = 48
_FARTHEST = 3
"""How many times what it became a number was at most, for both to be of one magnitude."""


def is_step(text: str, found: Measured) -> bool:
    """Say whether a sum is by how much another was reached: raised by $3 million to $5 million."""
    if not _SUM.fullmatch(text, found.start, found.end):
        return False
    return _BY.search(text, max(0, found.start - _NEAR), found.start) is not None


def is_large_step(text: str, found: Measured, low: Decimal, high: Decimal) -> bool:
    """Say whether something rose or fell by so little to what it is now: down by one to 40."""
    if low * _LARGEST_STEP >= high:
        return False
    start = found.start
    is_step_to = _STEP.search(text, max(0, start - _NEAR // 2), start)
    return bool(is_step_to or _BY.search(text, max(0, start - _NEAR), start))


def moved(text: str, found: Measured, upper: Measured, ends: tuple[Amount, Amount]) -> Measured:
    """Return the number that another was before, with the magnitude and unit of what it became.

    ``ends`` are the numbers as they are read without a unit: from 5 to 4 million, from 4 to 5%.
    """
    first, last = ends
    is_scaled = first.power == 1 != last.power and first.low * last.power <= _FARTHEST * last.low
    is_same = found.unit is None or (is_scaled and found.unit == upper.unit)
    if not is_same or not (is_scaled or upper.unit):
        return found
    if not CHANGED.search(text, max(0, found.start - _NEAR), found.start):
        return found
    low = first.low * last.power if is_scaled else first.low
    return _with_unit_of(text, found._replace(low=low, high=low), upper)


def _with_unit_of(text: str, found: Measured, upper: Measured) -> Measured:
    """Return a number with the unit that is said behind the other one, if it has none itself."""
    if upper.unit is None:
        return found
    low = found.low * upper.unit.factor
    if found.unit:
        return found._replace(low=low, high=low)
    return found._replace(
        low=low,
        high=low,
        unit=upper.unit,
        unit_start=found.end,
        unit_end=found.end,
        unit_text=text[upper.unit_start : upper.unit_end],
    )
