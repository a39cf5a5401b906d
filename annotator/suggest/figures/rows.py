"""Two numbers that follow each other and count one thing: 两、三天."""

import re
from decimal import Decimal

from annotator.suggest.figures.amounts import Amount, amount_at
from annotator.suggest.figures.compounds import Measured
from annotator.suggest.figures.said_ranges import join_said

_NEXT = re.compile(
    "(?<=[1-9一二两三四五六七八])、(?=[1-9一二两三四五六七八九](?![0-9.、])|[2-9]00[万亿])"
)
"""What joins two digits into a range where the second is the next one: 1、2週."""
_NEXT_LONG = re.compile(
    "(?<=9)、(?=10月)|(?<=1[01])、(?=1[12]月)|、(?=十[一二]?月)"
    "|(?<=[0-9]{2})、(?=[0-9]{2}(?:度|℃|摄氏度|岁|天|[万亿元块人个]|公里|%))"
)
"""The same between numbers of two digits: 11、12月, 34、35度."""
_NEXT_TWO = re.compile(
    "、(?P<between>[1-9一二三四五六七八])、"
    "(?=[1-9一二三四五六七八九](?:岁(?![数月])|天|周岁|个?星期|个月|个?小时))"
)
"""What joins the ends of a range of which all numbers are told: 三、四、五岁."""
_EACH, _TEN = re.compile("(?:分别|各|依次|先后)[^,。;]{0,4}\\Z"), 10
"""What tells that two numbers are of two things."""
_ROUND = frozenset(Decimal(10) ** power for power in range(13))


def next_one(text: str, found: Measured, first: Amount) -> re.Match[str] | None:
    """Return the sign between two digits that count one thing: 两、三天; not 1、2、3."""
    if found.unit is not None:
        return None
    if text.startswith(", ", found.end):
        return join_said(text, found)
    before = text[found.start - 1 : found.start]
    if text[found.end : found.end + 1] != "、" or before in {"、", "第"}:
        return None
    return _three(text, found, first) or _two(text, found, first)


def _two(text: str, found: Measured, first: Amount) -> re.Match[str] | None:
    """Return the sign between two numbers of which the second is the next one."""
    pattern = _NEXT if found.end - found.start == 1 else _NEXT_LONG
    join = pattern.match(text, found.end) or _NEXT_LONG.match(text, found.end)
    last = amount_at(text, join.end()) if join else None
    if join is None or last is None:
        return None
    is_next = (last.low / (first.low + 1)) in _ROUND
    return join if is_next or _are_guessed(text, found, first, last) else None


def _are_guessed(text: str, found: Measured, first: Amount, last: Amount) -> bool:
    """Say whether two round numbers that share a magnitude are guessed between: 30、50万."""
    if last.power == 1 or first.low % _TEN or last.low % (_TEN * last.power):
        return False
    is_near = 0 < last.low / last.power - first.low <= 2 * _TEN
    return is_near and _EACH.search(text, max(0, found.start - 8), found.start) is None


def _three(text: str, found: Measured, first: Amount) -> re.Match[str] | None:
    """Return what stands between the first and the last of three numbers in a row: 三、四、五岁."""
    join = _NEXT_TWO.match(text, found.end)
    if join is None:
        return None
    numbers = [amount_at(text, join.start("between")), amount_at(text, join.end())]
    steps = [number.low - first.low for number in numbers if number]
    return join if steps == [1, 2] else None
