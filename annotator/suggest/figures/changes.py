"""A number that became another, which is no range: went from 4 to 5 percent."""

import re
from decimal import Decimal

from annotator.suggest.figures.compounds import Measured

CHANGED = re.compile(
    r"\b(?:went|gone|go|goes|going|rose|risen|rises?|rising|fell|fallen|falls?|falling|grew|grown|grows?|growing"
    r"|up|down|cut|shrank|shrunk|slid|(?:drop|increas|decreas|climb|mov|jump|rais|lower|expand|reduc|declin"
    r"|slipp|surg|chang|adjust|improv|widen|narrow|doubl)(?:s|ed|es|e|ing|ped|ping)?)\s(?:[a-z]+\s){0,3}from\s\Z"
)
"""What tells that a number moved from the first to the second: fell from nine to four."""
_NEAR = 48


def moved(text: str, found: Measured, upper: Measured, low: Decimal) -> Measured:
    """Return the number that another was before, with the unit of what it became."""
    if (
        found.unit
        or not upper.unit
        or not CHANGED.search(text, max(0, found.start - _NEAR), found.start)
    ):
        return found
    unit_text = text[upper.unit_start : upper.unit_end]
    return found._replace(
        low=low,
        high=low,
        unit=upper.unit,
        unit_start=found.end,
        unit_end=found.end,
        unit_text=unit_text,
    )
