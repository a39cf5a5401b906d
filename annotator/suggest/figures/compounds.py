"""What a number with its unit has besides: 两个半小时, 三块五, 一年半, 1元5角, 一米八."""

import re
from decimal import Decimal
from typing import NamedTuple
from unicodedata import category

from annotator.suggest.figures.amounts import amount_at
from annotator.suggest.figures.english_numbers import ONES, any_of
from annotator.suggest.figures.numerals import numeral_value, plain
from annotator.suggest.figures.units import Unit, Vocabulary

_HALF, _SMALLEST_PART = Decimal("0.5"), Decimal("0.000001")
_SPACE = re.compile(r"\s{0,3}")
_INSIDE = re.compile(
    "个(?P<word>[半多余])(?P<unit>小时|月|星期|世纪|钟头|礼拜)|(?P<minutes>分)(?P<more>[半多])(?:钟|(?<=半)(?=[到抵就完才内赶]))"
)
_TENTHS = re.compile(
    "(?:厘(?P<mills>[1-9][0-9]{0,2})(?![0-9])|秒(?P<hundredths>[0-9]{2})(?![0-9])|块(?P<tenths>[1-9一二三四五六七八九])(?:毛?钱|毛|角)?|米(?P<parts>0[1-9]|[1-9一二三四五六七八九]{1,2}))"
    "(?=[,。;、!?)一降涨升到至以左的高宽长深夺获拿打刷要就也是都还可比买卖给加减跌\\s]|$)"
)
_TENTHS_OF = {"tenths": "块钱", "parts": "米", "hundredths": "秒", "mills": "厘"}
_SHORT_FORMS = frozenset("个人亩门")
"""What counts by itself where more of it would be another word: 30个点位, 2000人次之, 260亩地块."""
_FEET = frozenset("'’′")
_INNER = _FEET | frozenset("块个米秒分厘")
_COIN = "[1-9一二三四五六七八九]"
_SUM_ENDS = "(?=[,。;、!?)的一降涨升到至以左要就也是都还可比买卖给加减跌\\s]|$)"
_CHANGE = re.compile(
    f"零?(?:(?P<tenths>{_COIN})[毛角](?:钱|(?P<hundredths>{_COIN})(?:分钱?|{_SUM_ENDS}))?"
    f"|(?P<pence>{_COIN})(?:分钱?|(?<=[毛角].){_SUM_ENDS}))"
)
_HALF_AFTER = re.compile("半(?![个数年月日天夜决]|期(?!间))")
_HALVED = frozenset("岁斤里米尺寸丈亩吨倍块碗厘毫毛")
_HALF_OF_THOSE = re.compile("半(?=[,。;、!?)的左以多高长宽深远重便还更\\s]|$)")
"""What stands behind a measure and adds a half: 3岁半, 两斤半."""
_SMALLER = re.compile(r"[零又]?(?=[0-9一二两三四五六七八九十])|,?\s(?:and\s)?(?=[0-9a-z])")
_OF_EACH = re.compile("一(?:周|星期|礼拜|天|日)[0-9一二两三四五六七八九十]")
"""A stretch of time of which so much is told: 一周五天, 一天八小时."""
_OFTEN = re.compile(r"\s(?:an?|per|each|every)\b")
_MINUTES = re.compile(r"\s(?P<minutes>[1-5]?[0-9])(?=[.,;:?!)](?![0-9])|\Z)")
"""Minutes that are said behind hours: 3 hours 16."""
_INCHES = re.compile(
    rf"[-\s](?P<inches>1[01]|[1-9]|{any_of(list(ONES)[1:12])})(?:(?<=[0-9])ins?\b"
    r"|\b(?!-(?!inch)|[.,]?[0-9])(?:[-\s]inch(?:es)?\b|(?<=-[0-9])|(?<=-1[0-9])|(?!\s[a-z]+s\b)))"
)
"""Inches behind feet, in a compound or spoken: a 6-foot-4 guard, he is five foot ten, 6ft 9in."""
_HEIGHT = re.compile(
    r"(?<=[3-8])['’′]\s?(?P<inches>1[01]|[0-9])(?:[\"”″]|['’′]{2})?(?![0-9a-z]|[.,][0-9])"
)
"""Inches behind the sign of feet: 6'2\"."""
_CHANGES = frozenset({"percent", "money", "temperature"})
"""Kinds of measures that a sign stands in front of."""
_DIALS_ON = re.compile(r"[ -]?\(?[0-9]|(?<=[0-9]{5})")
"""What stands behind the first digits of a number to dial: +44 20."""
_LEAST_NEGATIVE = 1000
_INCH = Unit("inch", "cardinal")
_PARTS_OF = {
    ("year", "month"): 12,
    ("age year", "month"): 12,
    ("age year", "month of age"): 12,
    ("month", "day"): 30,
    ("week", "day"): 7,
    ("day", "hour"): 24,
    ("hour", "minute"): 60,
    ("point", "second"): 60,
    ("minute", "second"): 60,
    ("foot", "inch"): 12,
    ("pound", "ounce"): 16,
}
_PRICED, _LEAST_PRICE = re.compile("(?:左右|上下|出头|多)(?![部类项个])"), 100
_ALONE = re.compile(r"[，。；、,.!?)]|\Z")
_PAID = re.compile(
    "(?:[价钱卖买花付收费贵薪补涨跌赚赔罚奖降缴交领亏挣发给差]|便宜|中间|成本|工资|一[斤瓶包杯碗顿餐晚月天趟次]|每[斤公吨亩人月天年晚次张瓶杯度升])"
    "[^，。；、,;块]{0,6}\\Z"
)
_PAYS = re.compile("[跑去到就都还才也一]")
_NEAR_PRICE = 14
"""What 块 is money before, and before which if so many or a price are told: 花了85块。"""

_PERSONS = re.compile(
    "人(?![民才口大物均类文格体权寿造防像质员士工事机身]|行横?道|力资)|人(?=[工事](?:作|先|后|们))"
)
"""What makes people of 个 behind a number: 600个人, but not 3个人才中心."""


class Measured(NamedTuple):
    """A number with its unit; ``unit_start`` and ``unit_end`` are where the text says the unit.

    ``start`` lies before a currency sign, a minus or "between"; ``unit_text`` is the unit that
    stands behind the last number of a list.
    """

    start: int
    end: int
    low: Decimal
    high: Decimal | None
    unit: Unit | None = None
    unit_start: int = 0
    unit_end: int = 0
    blurred_by: str = ""
    unit_text: str = ""


def meant(text: str, form: str, end: int, words: Vocabulary) -> Unit:
    """Return the unit of a form that ends there, which what follows may tell: 30度电, 600个人."""
    told = form
    if form == "个" and _PERSONS.match(text, end):
        told = "人"
    elif form == "度" and text.startswith("电", end):
        told = "千瓦时"
    elif form[-1] == "m" and form.lstrip() == "m":
        told = "metres"
    return words.units.get(told) or words.unit(form)


def _unit_apart(text: str, at: int, words: Vocabulary) -> re.Match[str] | None:
    """Return the unit behind white space; a Chinese one does not stand on the next line."""
    gap = _SPACE.match(text, at)
    form = words.unit_pattern.match(text, gap.end()) if gap else None
    if form and "\n" in text[at : form.start()] and not form.group().isascii():
        return None
    if form and (form.group()[0] == "-" or _begins_other(text, *form.span())):
        return None
    return form


def unit_after(text: str, at: int, words: Vocabulary) -> re.Match[str] | None:
    """Return the unit behind a number, which does not begin a longer word."""
    form = words.unit_pattern.match(text, at)
    if form is None and text[at : at + 1].isspace():
        form = _unit_apart(text, at, words)
    longer = words.not_units.match(text, form.start()) if form else None
    if longer is None or form is None or longer.end() <= form.end():
        return form
    return _left_of(text, form, words)


def _left_of(text: str, form: re.Match[str], words: Vocabulary) -> re.Match[str] | None:
    """Return what a longer word leaves of a unit, or None where that is no unit."""
    kept = words.still_units.match(text, form.start())
    if kept is None and (len(form.group()) == 1 or text[form.start()] not in _SHORT_FORMS):
        return None
    limit = max(form.start() + 1, form.end() - 1)
    return words.unit_pattern.match(text, form.start(), limit)


def _begins_other(text: str, start: int, end: int) -> bool:
    """Say whether what stands behind a space goes on: seven G20 meetings, in 2018 €4 million."""
    is_sign = end - start == 1 and ("a" <= text[start] <= "z" or category(text[start]) == "Sc")
    return is_sign and text[start - 1].isspace() and "0" <= text[end : end + 1] <= "9"


def longer(text: str, found: Measured, words: Vocabulary) -> Measured:
    """Take on what a stretch of time has more: 一年半, 四年零一个月."""
    inches = _INCHES.match(text, found.end) if text.endswith(("foot", "ft"), 0, found.end) else None
    if inches and found.high is not None:
        more = inches["inches"]
        more_inches = int(more) if more.isdigit() else ONES[more]
        low, high = (feet * 12 + more_inches for feet in (found.low, found.high))
        return found._replace(end=inches.end(), low=low, high=high, unit=_INCH)
    if found.unit and found.unit.kind == "duration" and _HALF_AFTER.match(text, found.end):
        return _with_more(found, _HALF, found.end + 1)
    return _with_smaller(text, found, words)


def in_unit_of(lower: Measured, upper: Measured) -> Measured:
    """Return the lower end of a range in the unit of the upper: 9个月至3岁, 1 week to 10 days."""
    if lower.unit is None or upper.unit is None or lower.high is None:
        return lower
    share = _PARTS_OF.get((upper.unit.name, lower.unit.name))
    parts = _PARTS_OF.get((lower.unit.name, upper.unit.name))
    if share is None and parts is None:
        return lower
    number = lower.low * (parts or 1) / (share or 1)
    number = number.quantize(_SMALLEST_PART).normalize()
    return lower._replace(low=number, high=number, unit=upper.unit)


def in_parts_of(lower: Measured, upper: Measured) -> Measured:
    """Return the upper end of a range of time in the lower one's unit: 18 months to two years."""
    if lower.unit is None or upper.unit is None or upper.high is None:
        return upper
    share = _PARTS_OF.get((upper.unit.name, lower.unit.name))
    if share is None or {lower.unit.kind, upper.unit.kind} != {"duration"}:
        return upper
    return upper._replace(
        low=upper.low * share,
        high=upper.high * share,
        unit=lower.unit,
        unit_start=lower.unit_start,
        unit_end=lower.unit_end,
    )


def with_half(text: str, found: Measured) -> Measured:
    """Take on the half behind a measure: 3岁半, 两斤半."""
    if text[found.end - 1] in _HALVED and _HALF_OF_THOSE.match(text, found.end):
        factor = found.unit.factor if found.unit else 1
        return _with_more(found, _HALF * factor, found.end + 1)
    return found


def _with_smaller(text: str, found: Measured, words: Vocabulary) -> Measured:
    """Take on the smaller unit of a time: 四年零一个月 is 49 months."""
    if found.unit is None or found.high is None or _OF_EACH.match(text, found.start):
        return found
    minutes = _MINUTES.match(text, found.end) if found.unit.name == "hour" else None
    if minutes:
        low, high = (hours * 60 + int(minutes["minutes"]) for hours in (found.low, found.high))
        unit = words.units.get("minutes")
        return found._replace(end=minutes.end(), low=low, high=high, unit=unit)
    rest = _rest_behind(text, found.end, found.unit, words)
    share = _PARTS_OF.get((found.unit.name, rest.unit.name)) if rest and rest.unit else None
    if rest is None or rest.high is None or share is None or rest.low >= share:
        return found
    whole = rest._replace(
        start=found.start, low=found.low * share + rest.low, high=found.high * share + rest.high
    )
    return _with_smaller(text, whole, words)


def _rest_behind(text: str, at: int, larger: Unit, words: Vocabulary) -> Measured | None:
    """Return the number of a smaller unit behind a larger one: 零一个月, and three days."""
    join = _SMALLER.match(text, at)
    more = amount_at(text, join.end()) if join else None
    if join is None or more is None or more.high is None:
        return None
    rest = _smaller_at(text, Measured(more.end, more.end, more.low, more.high), larger, words)
    is_other = rest is not None and "," in join.group() and _OFTEN.match(text, rest.end)
    return None if is_other else rest


def _smaller_at(text: str, more: Measured, larger: Unit, words: Vocabulary) -> Measured | None:
    """Read the unit behind the second number of a time, as in 2年9个月 and 2年9个多月."""
    if inside := with_inner(text, more, words):
        return inside
    gap = _SPACE.match(text, more.end)
    form = words.unit_pattern.match(text, gap.end() if gap else more.end)
    if form is None:
        return None
    is_minute = form.group() == "分" and larger.name == "hour"
    unit = words.units.get("分钟") if is_minute else words.unit(form.group())
    return more._replace(end=form.end(), unit=unit, unit_start=form.start(), unit_end=form.end())


def is_network(text: str, found: Measured) -> bool:
    """Say whether a letter makes a network of a number and no weight: 5G, a 400G link, but 170g.

    ``text`` is the text as it is written.
    """
    return text[found.unit_start] == "G" or found.unit_start - found.start == 1


def may_have_sign(found: Measured) -> bool:
    """Say whether "negative" before a number is a minus, and no result of a test."""
    if found.unit is None:
        return found.low >= _LEAST_NEGATIVE
    return found.unit.kind in _CHANGES or found.unit.name == "degree"


def with_plus(text: str, found: Measured) -> Measured:
    """Take on a plus in front that is the sign of a change: +6.8%, +75, but not N+1 nor 5%+3%."""
    before = text[found.start - 2 : found.start - 1]
    is_joined = before.isascii() and (before.isalnum() or before in {"%", ")", "]"})
    if found.unit is None:
        is_change = not before.strip(" \n(") and _DIALS_ON.match(text, found.end) is None
    else:
        is_change = found.unit.kind in _CHANGES
    return found._replace(start=found.start - 1) if is_change and not is_joined else found


def needs_unit(text: str, lower: Measured, upper: Measured) -> bool:
    """Say whether an upper end without a unit is none: 5% to 6, 3-under through nine holes."""
    if lower.unit is None or lower.unit.kind == "percent":
        return lower.unit is not None
    is_compound = text[lower.unit_start - 1] == "-" and lower.unit_end == lower.end
    return is_compound and text[upper.start - 1].isspace()


def is_price(text: str, start: int, end: int, number: Decimal) -> bool:
    """Say whether a number of 块 that ends there is one of money, no count of pieces."""
    if _PRICED.match(text, end) or (number >= _LEAST_PRICE and _ALONE.match(text, end)):
        return True
    is_paid = _PAID.search(text, max(0, start - _NEAR_PRICE), start) is not None
    return is_paid and (_ALONE.match(text, end) or _PAYS.match(text, end)) is not None


def with_change(text: str, found: Measured, unit: Unit) -> Measured:
    """Take on what a sum has in the smaller units of its currency: 1元5角, 5毛3分."""
    change = _CHANGE.match(text, found.end)
    if change is None or (change["tenths"] and unit.factor < 1):
        return found
    tenths = numeral_value(change["tenths"] or "零")
    hundredths = numeral_value(change["hundredths"] or change["pence"] or "零")
    more = plain(tenths or Decimal(0), -1) + plain(hundredths or Decimal(0), -2)
    return _with_more(found, more, change.end())


def with_inner(text: str, found: Measured, words: Vocabulary) -> Measured | None:
    """Read a unit that part of the number stands behind: 两个半小时, 三块五."""
    following = text[found.end : found.end + 1]
    if following not in _INNER:
        return None
    if following in _FEET:
        return _with_inches(text, found)
    if tenths := _TENTHS.match(text, found.end):
        return _with_tenths(found, tenths, words)
    inside = _INSIDE.match(text, found.end)
    form = "分钟" if inside and inside["minutes"] else f"个{inside['unit']}" if inside else ""
    unit = words.units.get(form)
    return _with_inside(inside, found, unit) if inside and unit else None


def _with_inches(text: str, found: Measured) -> Measured | None:
    """Take on the inches of a height; only whole feet have any."""
    height = _HEIGHT.match(text, found.end)
    if height is None or found.high is None or found.end - found.start > 1:
        return None
    inches = found.low * 12 + int(height["inches"])
    return Measured(found.start, height.end(), inches, inches, _INCH, found.end, height.end())


def _with_inside(inside: re.Match[str], found: Measured, unit: Unit) -> Measured:
    """Take on a unit that 半 or 多 stands in: 两个半小时, 三个多月."""
    measured = found._replace(
        end=inside.end(),
        unit=unit,
        unit_start=inside.start("unit") if inside["unit"] else inside.start(),
        unit_end=inside.end(),
    )
    word = inside["word"] or inside["more"]
    if word == "半":
        return _with_more(measured, _HALF, inside.end())
    return measured._replace(blurred_by=word)


def _with_tenths(found: Measured, tenths: re.Match[str], words: Vocabulary) -> Measured:
    """Take on the decimals that 块, 米 or 秒 stands in front of: 三块五, 一米八, 9秒83."""
    name, start = tenths.lastgroup or "", tenths.start()
    digits = tenths[name]
    more = numeral_value(digits)
    if found.high is None or more is None:
        return found
    unit = words.units.get(_TENTHS_OF[name])
    whole = found._replace(unit=unit, unit_start=start, unit_end=start + 1)
    return _with_more(whole, plain(more, -len(digits)), tenths.end())


def _with_more(found: Measured, more: Decimal, end: int) -> Measured:
    """Add what stands behind a number's unit, unless the number is open upwards."""
    if found.high is None:
        return found
    return found._replace(end=end, low=found.low + more, high=found.high + more)
