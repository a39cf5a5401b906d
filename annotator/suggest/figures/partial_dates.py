"""A date of which parts may be unsaid, as ISO 8601 text: --12-29, 2020-05."""

from dataclasses import dataclass, replace

from annotator.model.quantity import Quantity
from annotator.suggest.figures.clocks import numeral_of

Read = tuple[int, Quantity]
LAST_CENTURY, _THIS_CENTURY = 1900, 2000


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date; what is not said is None."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    def is_year(self) -> bool:
        """Say whether only a year is told."""
        return self.month is None and self.day is None

    def iso(self) -> str:
        """Return the ISO 8601 text; ``-`` stands for what is not said."""
        if self.year and self.day is None:
            return f"{self.year:04}" + (f"-{self.month:02}" if self.month else "")
        year = f"{self.year:04}" if self.year else "-"
        if self.month is None:
            return f"---{self.day:02}"
        return f"{year}-{self.month:02}" + (f"-{self.day:02}" if self.day else "")


def dated(end: int, value: str, kind: str = "date") -> Read:
    """Return what a reader of dates returns: the end and the value."""
    return end, Quantity(kind=kind, value=value)


def full_year(digits: str | None) -> int | None:
    """Return the year of 2021, of 21 or, in the last century, of 98."""
    if not digits or len(digits) != len("21"):
        return numeral_of(digits)
    return int(digits) + (LAST_CENTURY if digits[0] in "456789" else _THIS_CENTURY)


def completed(last: PartialDate, first: PartialDate) -> PartialDate:
    """Return the end of a range with the year and the month that only its start tells."""
    return replace(last, year=last.year or first.year, month=last.month or first.month)
