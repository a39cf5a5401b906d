"""Numbers as intervals: what a stated number may stand for, and arithmetic with that.

A stated number stands for half a unit of its last written digit either way, scaled by its
magnitude: 7.1万 is [70,500, 71,500). Words such as 多, 近, about widen that.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from annotator.checks.statement import Statement, Verdict

_DIGITS = re.compile(r"[0-9０-９][0-9０-９,，]*(?:[.．][0-9０-９]+)?")
_MAGNITUDES = {
    **dict.fromkeys("万萬", Decimal(10) ** 4),
    **dict.fromkeys("亿億", Decimal(10) ** 8),
    "兆": Decimal(10) ** 12,
    "thousand": Decimal(10) ** 3,
    "million": Decimal(10) ** 6,
    "billion": Decimal(10) ** 9,
    "trillion": Decimal(10) ** 12,
}
_MAGNITUDE = re.compile("|".join(_MAGNITUDES), re.IGNORECASE)
_ABOUT = Decimal("0.05")
_ABOUT_DIGITS, _ABOUT_MANY = {1: _ABOUT, 2: Decimal("0.03")}, Decimal("0.015")
_NEARLY = Decimal("0.1")
_MORE = {1: Decimal("0.15"), 2: Decimal("0.15"), 3: Decimal("0.05")}
_MORE_DIGITS = 3
"""How much more a number may be that is called more, by its digits: over 6,000 is not 8,000."""
_ROUNDED = Decimal("0.005")
_TENTH = re.compile("[一二两兩三四五六七八九]成")
_TENTH_AND_MORE = re.compile("[一二两兩三四五六七八九]成[一二三四五六七八九半]")
_OF_TENTHS = Decimal("0.04")
"""三成 is not said of 25%, which is 二成五."""
_OF_HUNDREDTHS = Decimal("0.01")
_IN_PARTS = Decimal("0.05")
"""How exact "a third" is meant, as a part of it."""
_IN_WORDS = Decimal("0.1")
"""How exact "twice" or "tripled" is meant."""
TELLING_TO_ROUND, FARTHEST_ROUNDED = 2, Decimal("0.05")
"""Digits that a number must have to be another one, rounded, and how far it may be from that."""
_APART = Decimal("0.075")
"""What is left of two numbers as they are written, or their ratio, is seldom told so far off."""
INFINITE = Decimal("Infinity")
ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Interval:
    """What a number may be, ends included; ``high`` may be infinite."""

    low: Decimal
    high: Decimal

    def overlaps(self, other: "Interval") -> bool:
        """Say whether a number can lie in both."""
        return self.low <= other.high and other.low <= self.high

    def plus(self, other: "Interval") -> "Interval":
        """Return what the sum may be."""
        return Interval(self.low + other.low, self.high + other.high)

    def minus(self, other: "Interval") -> "Interval":
        """Return what the difference may be."""
        return Interval(self.low - other.high, self.high - other.low)

    def times(self, factor: Decimal) -> "Interval":
        """Return what a positive multiple may be."""
        return Interval(self.low * factor, self.high * factor)

    def by(self, other: "Interval") -> "Interval":
        """Return what the quotient of two positive numbers may be; of others, 0 or more."""
        low = ZERO if other.high <= 0 or other.high == INFINITE else self.low / other.high
        high = INFINITE if other.low <= 0 or self.high == INFINITE else self.high / other.low
        return Interval(low, high)

    def narrowed(self, part: Decimal) -> "Interval":
        """Return an interval less wide by a part at both ends: the farthest cases are rare."""
        width = self.high - self.low
        edge = ZERO if width.is_infinite() else width * part
        return Interval(self.low + edge, self.high - edge)

    def magnitude(self) -> "Interval":
        """Return how large what lies in it is, whatever its direction."""
        if self.low >= 0:
            return self
        if self.high <= 0:
            return Interval(-self.high, -self.low)
        return Interval(ZERO, max(self.high, -self.low))

    def widened(self, part: Decimal) -> "Interval":
        """Return an interval that is wider by a part of its bounds."""
        return Interval(self.low - abs(self.low) * part, self.high + abs(self.high) * part)


def exact(number: Decimal) -> Interval:
    """Return the interval of one number."""
    return Interval(number, number)


def value_of(statement: Statement) -> Decimal | None:
    """Return the number that is stated, the middle of a range; None for a date or no number."""
    figure = statement.figure
    if not figure.low:
        return None
    low = Decimal(figure.low)
    return (low + Decimal(figure.high)) / 2 if figure.high else low


def stated(statement: Statement) -> Interval | None:
    """Return what the statement's number may be, as it is written; None if there is none."""
    figure = statement.figure
    if not figure.low:
        return None
    low, high = Decimal(figure.low), Decimal(figure.high or figure.low)
    half = _half_unit(statement, low)
    widest = {
        ">~": Interval(low, high + _trailing(high)),
        "<~": Interval(low - max(half, abs(low) * _NEARLY), high),
        "~": Interval(low, high).widened(_about(low)),
        ">": Interval(low, low + max(_trailing(low), abs(low) * _more(low))),
        ">=": Interval(low, INFINITE),
        "<": Interval(min(ZERO, -INFINITE if low < 0 else ZERO), high),
        "<=": Interval(min(ZERO, -INFINITE if low < 0 else ZERO), high),
    }
    plain = Interval(low - half, high + half) if figure.high else Interval(low, INFINITE)
    return widest.get(figure.comparator, plain)


def _about(value: Decimal) -> Decimal:
    """Return how inexact “about” makes a number, as a part of it: less if it has more digits."""
    return _ABOUT_DIGITS.get(significant_digits(value), _ABOUT_MANY)


def _more(value: Decimal) -> Decimal:
    """Return how much more "over" makes a number at most, as a part of it."""
    return _MORE[min(significant_digits(value), _MORE_DIGITS)]


def held_against(
    told: Interval, computed: Interval, told_loosely: Interval, computed_loosely: Interval
) -> Verdict:
    """Return whether a stated number fits a computed one: closely, loosely or not at all."""
    if told.overlaps(computed):
        return Verdict.CONSISTENT
    is_open = told_loosely.overlaps(computed_loosely)
    return Verdict.UNDETERMINED if is_open else Verdict.CONFLICT


def read_plainly(
    verdict: Verdict, told: Interval, computed: Decimal, of: Sequence[Statement]
) -> Verdict:
    """Return a verdict; a conflict where only roundings, all to one side, could excuse it.

    12万 less 9万 may be 4万 if all are rounded, but who tells them so would work out 3万.
    ``computed`` is made of the numbers as they are written; it must miss the told one by a unit
    of the last digit of each number ``of`` its kind.
    """
    middle = (told.low + told.high) / 2
    if verdict is not Verdict.CONSISTENT or not all(map(is_plain, of)):
        return verdict
    off = abs(abs(computed) - middle)
    least = max((last_digit(s.text, value_of(s) or ZERO) for s in of), default=ZERO)
    is_far = off >= max(least, _APART * middle) and not told.overlaps(exact(abs(computed)))
    return Verdict.CONFLICT if is_far else verdict


def is_plain(statement: Statement) -> bool:
    """Say whether a number is told with no bound: 300, or about 300."""
    figure = statement.figure
    return figure.comparator in ("", "=", "~") and figure.low == figure.high


def counted(statement: Statement) -> Interval | None:
    """Return what a count may be: one that is written to the last unit is exact."""
    value = value_of(statement)
    is_plain = statement.figure.comparator in ("", "=") and statement.figure.kind == "cardinal"
    if value is None or not is_plain or last_digit(statement.text, value) != 1:
        return stated(statement)
    return exact(value)


def _half_unit(statement: Statement, value: Decimal) -> Decimal:
    """Return how far a number may lie from what is written."""
    if statement.figure.kind == "multiple" and not _DIGITS.search(statement.text):
        return value * _IN_WORDS
    if statement.figure.kind == "fraction" and not _DIGITS.search(statement.text):
        if _TENTH_AND_MORE.fullmatch(statement.text):
            return _OF_HUNDREDTHS
        return _OF_TENTHS if _TENTH.fullmatch(statement.text) else abs(value) * _IN_PARTS
    step = last_digit(statement.text, value)
    return step / 2 if step <= 1 else min(step / 2, abs(value) * _ABOUT)


def as_rounded(statement: Statement) -> Interval | None:
    """Return what an inexact number may be if it was rounded to the digits it has, no further."""
    interval, value = stated(statement), value_of(statement)
    if interval is None or value is None:
        return None
    step = _trailing(value)
    match statement.figure.comparator:
        case "~":
            return Interval(value - step / 2, value + step / 2)
        case "<~":
            return Interval(value - min(step, value / 4), value)
        case _:
            return interval


def loose(statement: Statement) -> Interval | None:
    """Return what the number may be if zeros at its end are taken for rounding: 5,000, 40%."""
    interval = stated(statement)
    value = value_of(statement)
    if interval is None or value is None or statement.figure.kind == "multiple":
        return interval
    if statement.figure.comparator == "~" and statement.figure.kind == "percent":
        return Interval(min(interval.low, value - 1), max(interval.high, value + 1))
    if statement.figure.comparator not in ("", "="):
        return interval
    is_whole = value == value.to_integral_value() and last_digit(statement.text, value) >= 1
    half = _trailing(value) / 2 if is_whole else ZERO
    half = min(half, Decimal(1) if statement.figure.kind == "percent" else abs(value) * _ROUNDED)
    return Interval(min(interval.low, value - half), max(interval.high, value + half))


def last_digit(text: str, value: Decimal) -> Decimal:
    """Return what one unit of the last written digit of a number counts."""
    found = _DIGITS.findall(text)
    if not found:
        return _spelled(text, value)
    if len(found) > 1:
        return _trailing(value)
    digits = found[0].replace(",", "").replace("，", "").replace("．", ".")
    number = Decimal(digits)
    if number == 0:
        return Decimal(1)
    places = len(digits.partition(".")[2])
    return abs(value / number) * Decimal(10) ** -places


def _spelled(text: str, value: Decimal) -> Decimal:
    """Return to what a number in words is told: to one digit more than it has, no further.

    三百亿 is told to ten of 亿, and two billion to a billion, as it is in digits.
    """
    step, named = _trailing(value), _MAGNITUDE.search(text)
    if step <= 1 or value.copy_abs() == step:
        return step
    least = _MAGNITUDES[named.group().lower()] if named else Decimal(1)
    return max(step / 10, min(step, least))


def _trailing(value: Decimal) -> Decimal:
    """Return the largest power of ten that divides a number; 1 for zero."""
    if value == 0:
        return Decimal(1)
    exponent = value.normalize().as_tuple().exponent
    return Decimal(10) ** exponent if isinstance(exponent, int) else Decimal(1)


def is_rounded_from(rough: Statement, precise: Statement) -> bool:
    """Say whether a number is another one with fewer digits: 8.5万 and 84,973."""
    low, value = value_of(rough), value_of(precise)
    if low is None or value is None or abs(low - value) > abs(value) * FARTHEST_ROUNDED:
        return False
    whole = stated(rough)
    has_fewer = TELLING_TO_ROUND <= significant_digits(low) < significant_digits(value)
    return has_fewer and whole is not None and whole.low <= value <= whole.high


def side_of(statement: Statement) -> int:
    """Return -1 for a number that is an upper bound, 1 for a lower one, else 0."""
    comparator = statement.figure.comparator
    return 0 if comparator.endswith("~") else {"<": -1, ">": 1}.get(comparator[:1], 0)


def plainly(statement: Statement) -> Statement:
    """Return a statement of a number alone, without what makes it a bound or inexact."""
    return replace(statement, figure=replace(statement.figure, comparator=""))


def same_number(first: Statement, second: Statement) -> bool:
    """Say whether two statements give one number, or one lies in what the other leaves open."""
    if (first.figure.low, first.figure.high) == (second.figure.low, second.figure.high):
        return True
    comparators = {first.figure.comparator, second.figure.comparator}
    if comparators <= {"", "="}:
        return is_rounded_from(first, second) or is_rounded_from(second, first)
    if side_of(first) or side_of(second) or not comparators & {">~", "<~", "~"}:
        return False
    a, b = as_rounded(first), as_rounded(second)
    return a is not None and b is not None and a.overlaps(b)


def significant_digits(value: Decimal) -> int:
    """Return how many digits of a number are not zeros at its end."""
    return len(value.normalize().as_tuple().digits)
