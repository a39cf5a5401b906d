"""A number or range of numbers with its unit, in folded text: 50-300万元, 5- to 9-year-olds."""

import re
from decimal import Decimal

from annotator.suggest.figures.amounts import Amount, amount_at, part_at
from annotator.suggest.figures.article_amounts import single_at, with_article
from annotator.suggest.figures.changes import CHANGED, ENDS, is_large_step, is_step, moved
from annotator.suggest.figures.compounds import (
    Measured,
    in_parts_of,
    in_unit_of,
    may_have_sign,
    needs_unit,
    with_plus,
)
from annotator.suggest.figures.currency_signs import is_no_sign, is_too_small
from annotator.suggest.figures.english_dates import MONTHS
from annotator.suggest.figures.english_numbers import ONES, any_of
from annotator.suggest.figures.losses import loss_at
from annotator.suggest.figures.magnitude_letters import amount_with_letter
from annotator.suggest.figures.rows import next_one
from annotator.suggest.figures.said_ranges import is_said
from annotator.suggest.figures.tries import WHITE
from annotator.suggest.figures.unit_behind import with_unit
from annotator.suggest.figures.units import Vocabulary

_RANGE = re.compile(
    r"(?:-,?)?\s{1,3}(?:to|or|through)\s{1,3}(?:\+|(?:maybe|perhaps|possibly|even)\s)?|-(?:to|or)-|-,\s{1,3}|\s?(?:-|—{1,2}|~|[至到]未满|至|到|或)\s?"
    r"|(?P<and>\s{1,3}and\s{1,3})\+?"
)
_JOINS = WHITE | frozenset("-—~,至到或、")
_BETWEEN = re.compile(r"between\s{1,3}(?P<ages>(?:the\s)?ages?\s(?:of\s)?)?\Z")
_FROM = re.compile(
    r"(?:(?<!anywhere\s)(?<!(?:rang|vary)ing\s)(?<!(?:ranged|ranges|varied|varies)\s)"
    r"(?<!range\s)(?<!(?:aged|ages|runs|vary)\s)(?<!\brun\s)from\s{1,3}|[从由])\Z"
)
_OF_MONTH = re.compile(rf"\s(?:of\s)?{any_of(MONTHS)}\b")
"""What makes a day of a number behind a length of time: the six months to 31 March."""
_OR = re.compile(r"\bor\b|或")
"""What stands between two numbers with a unit each, which are no range: 10% or 20%."""
_RATE = re.compile(
    r"-(?:(?:an?|per)-(?:hour|day|night|week|month|year|minute|second|gallon|lit(?:er|re)|barrel|bushel|pound|kilo|kilogram|tonn?e?|head|person|share|unit|acre|hectare)|wide|long|high|deep|tall|thick)\b"
)
"""What a compound goes on with: a 50-mile-an-hour curve, a 20-foot-wide hole."""
_POINT = re.compile(r"(?:^|[\s(])\.\Z")
_SPOKEN_POINT = re.compile(
    r"(?:\A|[,;—-]|\b(?:up|down|by|to|at|of|from|was|is|are|were|only|just|about|around|nearly"
    r"|almost|than|and|or|a|another|rose|fell|grew|gained|lost|added|rises|falls|grows))"
    r"\s(?P<point>point\s)\Z|\b(?P<nought>n[ao]ught\spoint\s)\Z"
)
_DIGITS = re.compile(rf"{any_of(list(ONES)[:10])}(?:[\s-]{any_of(list(ONES)[:10])}){{1,3}}\b")
_APART = re.compile(r"[\s-]")
"""Decimals one by one, and what parts them: point two five percent."""
_PERCENT = re.compile(r"\s(?:percent|per\scent|percentage\spoints?|of\s(?:a|one)\spercent)\b")
"""Around a part of a percent as it is spoken: up point five percent."""
_TIME_PREFIX = re.compile(
    r"(?<![a-z])(?:(?<!t-)minus|then|magnitude|mid|end|pre|post|early|late|non|sub|over|under)-\Z"
)
_SIGN = re.compile(
    r"(?:零下|(?:(?<![一-鿿])|(?<=[至到达为是约在降低温近探见]))负|(?<!\bor\s)(?<!\bt-)(?<!\b[tl]\s)minus(?:\s{1,3}|-)|negative\s{1,3}|(?<![0-9a-z)\]㐀-鿿-])-|(?<=[为至到达是约降率长增跌幅速比化差额值])-)\Z"
)
_LONGEST_SIGN = len("negative   ")
_NEGATIVE = re.compile(r"(?:minus|negative)\s{1,3}\Z")
_NEGATIVE_ENDS = WHITE | frozenset("se")
_TO_MINUS = re.compile(
    r"(?:\sdegrees)?\s(?:to|and|or)\s(?:minus\s|-)(?=[0-9a-z])|[至到](?:零下|负)"
)
_TO_PLUS = re.compile(r"\s(?:to|and)\s(?:(?:plus|positive)\s|\+)(?=[0-9a-z])|[至到](?:零上)?")
_SIGNS = frozenset("-下负")
_NAME = re.compile(
    r"(?:[a-z_][a-z_]*-?|(?<=[㐀-鿿])[a-z]{1,4}—|[0-9]-|[a-z0-9]\.|(?![为至到达是约降率长增跌幅速比化差额值])[㐀-鿿]-)\Z"
)
_NAME_ENDS = frozenset("-—._#")
_DIGIT_BEFORE = re.compile(r"[0-9]-\Z")
_SHARE = re.compile(r"[0-9.,]{1,8}+(?:[~-][0-9.]{1,6}+)?\s?(?:%|个百分点|万|亿|元|mmhg|mmol|mg|毫)")
_YEAR = re.compile("(?:19|20)[0-9]{2}")
_SO_MANY = re.compile(
    "[至到~-](?:(?:19|20)[0-9]{2}[人名位户元块个件起宗例项吨米公亩]"
    "|(?!(?:19|20)[0-9]{2}(?![0-9]))[0-9,.]+[万亿]?[㐀-鿿])"
)
"""What keeps a number from being a year: a larger one with a Chinese unit behind it."""
_ELIDED = frozenset("'’‘")
"""What stands before a year without its century: from '19 to 2023."""
_NEAR = 12
_THOUSAND, _SPREAD = Decimal(1000), 3


def measured_at(text: str, at: int, limit: int, words: Vocabulary) -> Measured | None:
    """Return the number with its unit that starts at ``at`` in folded text, or None.

    What lies before ``limit`` belongs to another figure already.
    """
    first = text[at]
    sign = words.before_currency.start(text, limit, at)
    if sign is not None and not is_no_sign(text, sign, at):
        found = _priced(text, (limit, sign, at), words)
    elif first.isascii() and _is_name(text, limit, at):
        return None
    else:
        found = _unpriced(text, at, limit, words)
    return _with_rate(text, found) if found and text[found.end : found.end + 1] == "-" else found


def _with_rate(text: str, found: Measured) -> Measured:
    """Take on what a compound goes on with: a 50-mile-an-hour curve."""
    rate = _RATE.match(text, found.end)
    return found._replace(end=rate.end()) if rate else found


def _unpriced(text: str, at: int, limit: int, words: Vocabulary) -> Measured | None:
    """Read a number without a currency sign in front."""
    if text[at] == "a" and (with_noun := with_article(text, at, words)):
        return with_noun
    before = text[at - 1 : at]
    if before in {"(", "-"} and (loss := loss_at(text, at, limit, words)):
        return loss
    first = amount_with_letter(text, at, words) or _digits_said(text, at)
    if first is None:
        return None
    start = at
    if before == "." or (before == " " and text.endswith(" point ", 0, at)):
        first, start = _with_point(text, at, first)
    found = Measured(start, first.end, first.low, first.high, None, 0, 0, first.blurred_by)
    return _signed_range(text, with_unit(text, found, words), first, limit, words)


def _priced(text: str, place: tuple[int, int, int], words: Vocabulary) -> Measured | None:
    """Read the number behind a currency sign; the place is the limit, the sign and the number."""
    limit, sign, at = place
    first = amount_at(text, at, takes_letter=True)
    if first is None:
        return None
    found = Measured(sign, first.end, first.low, first.high, blurred_by=first.blurred_by)
    found = _with_sign(text, with_unit(text, found, words), at, words)
    found = _signed_range(text, found, first, limit, words)
    return None if is_too_small(text[sign:at], found.low) else found


def _signed_range(
    text: str, found: Measured, first: Amount, limit: int, words: Vocabulary
) -> Measured:
    """Take on the upper end of a range and a minus; most show at once that they have neither."""
    if text[found.end : found.end + 1] in _JOINS:
        found = _ranged(text, found, first, words)
    last = text[found.start - 1 : found.start]
    if last == "+":
        return with_plus(text, found)
    if last in _SIGNS or (last.isspace() and _is_negative(text, found.start)):
        found = _signed(text, found, limit, words)
    return found


def _is_negative(text: str, at: int) -> bool:
    """Say whether "minus" or "negative" stands before the white space before a number."""
    if text[at - 2 : at - 1] not in _NEGATIVE_ENDS:
        return False
    return _NEGATIVE.search(text, max(0, at - _LONGEST_SIGN), at) is not None


def _with_point(text: str, at: int, amount: Amount) -> tuple[Amount, int]:
    """Read .5 as a half: the point stands alone in front."""
    if text[at - 1] == " ":
        return _with_spoken_point(text, at, amount)
    if amount.high is None or not _POINT.search(text, max(0, at - 2), at):
        return amount, at
    digits = text[at : amount.end]
    if not digits.isdigit():
        return amount, at
    return amount._replace(low=Decimal(f"0.{digits}"), high=Decimal(f"0.{digits}")), at - 1


def _with_spoken_point(text: str, at: int, amount: Amount) -> tuple[Amount, int]:
    """Read point five percent, where no whole number and no point of time stand in front."""
    spoken = _SPOKEN_POINT.search(text, max(0, at - 2 * _NEAR), at)
    if spoken is None or not _PERCENT.match(text, amount.end) or amount.low >= 100:  # noqa: PLR2004
        return amount, at
    part = amount.low if amount.low < 1 else amount.low.scaleb(-len(str(amount.low)))
    return amount._replace(low=part, high=part), spoken.start(spoken.lastgroup or 0)


def _digits_said(text: str, at: int) -> Amount | None:
    """Read the digits of point two five percent, which are told one by one."""
    found = _DIGITS.match(text, at) if text.endswith(" point ", 0, at) else None
    if found is None or not _PERCENT.match(text, found.end()):
        return None
    part = Decimal("0." + "".join(str(ONES[digit]) for digit in _APART.split(found.group())))
    return Amount(found.end(), part, part)


def _is_name(text: str, limit: int, at: int) -> bool:
    """Say whether letters or digits before a number make a name of it: F-16, mRNA-1273."""
    last = text[at - 1 : at]
    if not (last in _NAME_ENDS or "a" <= last <= "z"):
        return False
    near = max(limit, at - _NEAR)
    if last == "#" or _DIGIT_BEFORE.search(text, max(0, at - 2), at):
        return True
    name = _NAME.search(text, near, at)
    if name is None or _TIME_PREFIX.search(text, near, at):
        return False
    return not (name.group().isalpha() and _SHARE.match(text, at))


def _with_sign(text: str, found: Measured, at: int, words: Vocabulary) -> Measured:
    """Take the unit from the sign in front, unless the word behind says it too."""
    unit = words.sign(text[found.start : at].strip())
    if found.unit is not None and found.unit.kind == unit.kind:
        return found
    end = found.end
    if found.unit is not None and unit.kind == "money":
        end = len(text[: found.unit_start].rstrip())
    return found._replace(end=end, unit=unit, unit_start=found.start, unit_end=at)


def _ranged(text: str, found: Measured, first: Amount, words: Vocabulary) -> Measured:
    """Take on the upper end of a range."""
    join = _RANGE.match(text, found.end) or next_one(text, found, first)
    if join is None or first.high is None or first.low != first.high:
        return found
    between = _BETWEEN.search(text, max(0, found.start - 2 * _NEAR), found.start)
    if join.lastgroup == "and" and not between:
        return found
    ranged = _up_to(text, found, first, join, words)
    if join.group()[0] == "," and not is_said(text, ranged, words):
        return found
    if between and not between["ages"] and ranged is not found and ranged.end > join.end():
        return ranged._replace(start=between.start())
    return ranged


def _up_to(
    text: str, found: Measured, first: Amount, join: re.Match[str], words: Vocabulary
) -> Measured:
    """Take on the number behind a hyphen or "to"; its magnitude and unit belong to both ends."""
    end = _upper_end(text, found, join.end(), words)
    if end is None:
        return found
    last, upper = end
    unit = upper if upper.unit_end else found
    lower, low = _lower_end(found, unit, first.low * _shared_power(first, last, join.group()))
    if _is_bare_row(join.group(), upper, last) or not _fit(text, lower, upper, low):
        return moved(text, found, upper, (first, last))
    return found._replace(
        end=upper.end,
        low=low,
        high=upper.high,
        unit=unit.unit,
        unit_start=unit.unit_start,
        unit_end=unit.unit_end,
        blurred_by=last.blurred_by,
    )


def _upper_end(
    text: str, found: Measured, at: int, words: Vocabulary
) -> tuple[Amount, Measured] | None:
    """Read the upper number of a range, without its unit and with it: to 5 percent, to an hour."""
    if text[at : at + 1] == "a" and found.unit:
        one = with_article(text, at, words) or single_at(text, at, words)
        return (Amount(one.end, one.low, one.high), in_parts_of(found, one)) if one else None
    sign = words.currency.match(text, at)
    at = sign.end() if sign else at
    last = _last_amount(text, found, at, words, is_signed=bool(sign))
    if last is None or last.high is None:
        return None
    upper = with_unit(text, Measured(at, last.end, last.low, last.high), words)
    if sign and upper.unit is None:
        upper = upper._replace(unit=words.sign(sign.group()))
    return last, in_parts_of(found, upper)


def _lower_end(found: Measured, unit: Measured, low: Decimal) -> tuple[Measured, Decimal]:
    """Return the lower end and its number, in the unit that both ends share."""
    if unit.unit is None:
        return found, low
    same = in_unit_of(found, unit)
    return same, low * unit.unit.factor if same is found else same.low


def _is_bare_row(join: str, upper: Measured, last: Amount) -> bool:
    """Say whether two digits in a row count nothing that is named: 三、四."""
    return join == "、" and upper.unit is None and last.power == 1


def _last_amount(
    text: str, found: Measured, at: int, words: Vocabulary, *, is_signed: bool
) -> Amount | None:
    """Return the upper number of a range; behind money a letter may be its magnitude."""
    is_money = is_signed or (found.unit is not None and found.unit.kind == "money")
    if at >= len(text):
        return None
    if is_money:
        return part_at(text, at) or amount_at(text, at, takes_letter=True)
    return part_at(text, at) or amount_with_letter(text, at, words)


def _before(text: str, found: Measured) -> tuple[str, int, int]:
    """Return where to look for what is said in front of a number."""
    return text, max(0, found.start - 4 * _NEAR), found.start


def _shared_power(first: Amount, last: Amount, join: str) -> Decimal:
    """Return what the upper end's magnitude multiplies the lower end by.

    A hyphen left hanging shares written zeros too, $12-, $13,000, and so do 两、三百 and
    numbers that are near with them: 200 to 300,000.
    """
    if join == "、":
        return last.low / (first.low + 1) if first.low % 10 else last.power
    is_hanging = join[0] == "-" and join[1:2] in {",", " "}
    is_hanging |= first.low < _THOUSAND and _is_round(first.low, last.low)
    power = _THOUSAND if is_hanging and last.power == 1 else last.power
    is_shared = first.power == 1 and first.low * power < last.low
    return power if is_shared else Decimal(1)


def _is_round(low: Decimal, high: Decimal) -> bool:
    """Say whether so many thousands are no more than another, and at least a third of it."""
    return high % _THOUSAND == 0 and low * _THOUSAND < high <= _SPREAD * low * _THOUSAND


def _fit(text: str, lower: Measured, upper: Measured, low: Decimal) -> bool:
    """Say whether two numbers are the ends of one range."""
    is_identifier = text[upper.end : upper.end + 2].strip("0123456789") == "-"
    is_rising = upper.high is not None and low < upper.high
    lacks_unit = upper.unit is None and needs_unit(text, lower, upper)
    if not is_rising or is_identifier or lacks_unit or _is_year(text, lower):
        return False
    if lower.unit is None:
        return not _is_move(text, lower, upper, low)
    if _is_change(text, lower, upper, low):
        return False
    if upper.unit is None:
        return not _OF_MONTH.match(text, upper.end)
    return _is_same_unit(text, lower, upper) and not _OR.search(text, lower.end, upper.start)


def _is_move(text: str, lower: Measured, upper: Measured, low: Decimal) -> bool:
    """Say whether numbers of which the lower has no unit tell how one moved to the other."""
    is_alone = upper.unit is None and ENDS.match(text, upper.end)
    is_step_to = is_alone and is_large_step(text, lower, low, upper.low)
    return bool(is_step_to or CHANGED.search(*_before(text, lower)))


def _is_same_unit(text: str, lower: Measured, upper: Measured) -> bool:
    """Say whether two numbers count the same: 3天到5天, also where 个 is not all of the first unit.

    The lower of 5个至7个工作日 counts days too.
    """
    if lower.unit == upper.unit:
        return True
    is_short = text[lower.unit_start : lower.unit_end] == "个"
    return is_short and text[upper.unit_start : upper.unit_end][:1] == "个"


def _is_year(text: str, lower: Measured) -> bool:
    """Say whether the lower number is a year: 1999-2003, '98 to 99, but not 2000至5000人."""
    if lower.unit is not None:
        return False
    is_elided = text[lower.start - 1 : lower.start] in _ELIDED
    is_year = _YEAR.fullmatch(text, lower.start, lower.end) is not None
    return is_elided or (is_year and not _SO_MANY.match(text, lower.end))


def _is_change(text: str, lower: Measured, upper: Measured, low: Decimal) -> bool:
    """Say whether two numbers tell a change: from 3 to 5 per cent, a step from 2 to 20."""
    near = max(0, lower.start - 2 * _NEAR)
    is_apart = text[lower.end] != "-" or text[lower.end + 1].isspace()
    if is_apart and (_FROM.search(text, near, lower.start) or is_step(text, lower)):
        return True
    return is_large_step(text, lower, low, upper.low)


def _from_below(text: str, found: Measured, sign: int, words: Vocabulary) -> Measured | None:
    """Read the range from one number below zero to another: minus 5 to minus 10 or plus 3."""
    join, plus = _TO_MINUS.match(text, found.end), _TO_PLUS.match(text, found.end)
    last = amount_at(text, to.end()) if (to := join or plus) else None
    if last is None or last.high is None or (join and last.low == found.low):
        return None
    if join and last.low < found.low and _FROM.search(text, max(0, sign - _NEAR), sign):
        return None
    upper = with_unit(text, Measured(found.start, last.end, last.low, last.high), words)
    low, high = sorted((-found.low, -last.low if join else last.low))
    return upper._replace(low=low, high=high, unit=upper.unit or found.unit)


def _signed(text: str, found: Measured, limit: int, words: Vocabulary) -> Measured:
    """Take on a minus in front of a single number."""
    sign = _SIGN.search(text, max(limit, found.start - _LONGEST_SIGN), found.start)
    if sign is None or found.low != found.high:
        return found
    if text[sign.start()] == "n" and not may_have_sign(found):
        return found
    if below := _from_below(text, found, sign.start(), words):
        return below._replace(start=sign.start())
    return found._replace(start=sign.start(), low=-found.low, high=-found.low)
