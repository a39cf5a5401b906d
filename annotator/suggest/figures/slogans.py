"""Numerals that belong to a pair, a slogan or a title: 一人一档, “四抓两整治”, 《十年》."""

import re

from annotator.model.text import Range
from annotator.suggest.figures.emphasis import is_emphatic
from annotator.suggest.figures.event_years import is_in_event
from annotator.suggest.figures.numerals import HAN
from annotator.suggest.figures.units import Vocabulary

_DOING = frozenset("查抓减保放促优提治控建清联通改转创争讲比学帮压、")
_PAIR = re.compile(f"[一二两三四五六七八九十][{''.join(sorted(_DOING - {'、'}))}]、?\\Z")
"""The first half of a slogan: 三查七对."""
_PAIR_BEFORE = re.compile(
    "(?<![第周期0-9零一二两三四五六七八九十百千万亿])[一二两三四五六七八九十]"
    "[^\\W0-9a-z零一二两三四五六七八九十百千万亿半点年月日号时分秒比加减乘除至到和与及或的是有了个次]\\Z"
)
"""Before the second half of two numbers with a noun each, which make a name: 六专四室标准."""
_EACH_ONE = re.compile("一(?!次)[一-鿿]")
_ONE_OF_MANY = re.compile("一[程证照岗专号卡码企站门题案物票机业屏馆策院校区园镇县]多[一-鿿]")
"""What each body has one of: 一乡镇一特色, and what one has many of: 一程多站."""
_LARGE_ENDS = frozenset("十百千万亿")
_QUOTED = 14
_STATING = re.compile("(?:有|[总一]?共|超过|高达|达到|多达|大约)\\Z|\\A[仅约近是]\\Z")
"""What a quoted sentence says before the number that it states, as no slogan does."""
_SPOKEN = re.compile("[我你他们了吗呢吧啊]")
_LIMITED = re.compile(
    "[0-9](?:[天日月年周次元人岁里米时名分个]|小时|公里|分钟|平米)(?:以?内|以[上下]|左右)"
)
"""What a quoted condition holds, as no slogan does: “7天内完成5次”."""
_MEASURED = re.compile("[0-9](?:[天日月年周岁]|个月|小时|公里|分钟)\\Z")
"""How a quoted length or age ends, which says nothing else: “10年”."""
_OFTEN = re.compile("\\A每[一-鿿]{1,2}[一两三四五六七八九十0-9]{1,3}(?:次|回|趟|场)\\Z")
"""How often something happens, quoted: “每月两次”."""
_PLANNED = re.compile("[^我你他她它们了吗呢吧啊在会将要把被就是有已还,。;!?“”]{4,26}(?=”)")
"""What may be a plan's name, quoted: “百万家庭支持计划”."""
_LARGE = re.compile(r"[0-9一二三四五六七八九余多][十百千]?[余多]?[万亿兆]|[0-9]\.(?!0\Z)[0-9]")
_YEARS = frozenset("12")
"""What years begin with."""
_ENDS = re.compile("[，。；！？,;!?\n]|[.](?![0-9])")
_TITLED = 40


def is_pairwise(text: str, start: int, end: int, words: Vocabulary) -> bool:
    """Say whether a Chinese numeral is half of a set phrase: 一人一档, 一科一辅, 五减两增."""
    first, near = text[start], max(0, start - 3)
    if text[start - 1 : start] in _DOING and _PAIR.search(text, near, start):
        return True
    if end - start == len("四室") and words.lists["methods"].match(text, end):
        return _PAIR_BEFORE.search(text, near, start) is not None
    if first == "一" and _is_of_each(text, start, words):
        return True
    if first != "一" or end - start != len("一科") or text[end - 1] in _LARGE_ENDS:
        return False
    return text.startswith("一", end) or text.endswith("一", 0, start - 1)


def is_slogan(text: str, start: int, end: int, words: Vocabulary) -> bool:
    """Say whether the numeral stands in a short Chinese phrase in quotation marks.

    Slogans have small or round numbers: “四抓两整治”, “百县千村”, but not “只要三千亿”.
    """
    opened = text.rfind("“", max(0, start - _QUOTED), start)
    if opened < 0:
        return False
    before = text[opened + 1 : start]
    if "”" in before or _STATING.search(before):
        return False
    if _is_planned(text, opened + 1, words):
        return True
    closed = text.find("”", end, opened + _QUOTED + 2)
    quoted = text[opened + 1 : closed]
    if closed < 0 or _states(quoted, text[start:end]):
        return False
    return not any("a" <= c <= "z" for c in quoted)


def _states(quoted: str, number: str) -> bool:
    """Say whether quoted words state a number of theirs, as no slogan does."""
    if quoted == number and _MEASURED.search(quoted):
        return True
    return any(told.search(quoted) for told in (_ENDS, _SPOKEN, _LIMITED, _OFTEN, _LARGE))


def _is_of_each(text: str, start: int, words: Vocabulary) -> bool:
    """Say whether each body has one of something, or one has many: 一乡镇一特色, 一程多站."""
    body = words.lists["bodies"].match(text, start + 1)
    is_each = body is not None and _EACH_ONE.match(text, body.end()) is not None
    return is_each or _ONE_OF_MANY.match(text, start) is not None


def _is_planned(text: str, start: int, words: Vocabulary) -> bool:
    """Say whether the quoted words that begin at a place are the name of a plan."""
    named = _PLANNED.match(text, start)
    ending = words.lists["plans"].start(text, named.end(), start) if named else None
    return ending is not None and ending - start > 1


def is_in_title(text: str, start: int, end: int) -> bool:
    """Say whether the numeral stands between the marks of a title: 《 and 》."""
    opened = text.rfind("《", max(0, start - _TITLED), start)
    if opened < 0 or "》" in text[opened:start]:
        return False
    return text.find("》", end, end + _TITLED) >= 0


def is_in_phrase(text: str, place: Range, kind: str, words: Vocabulary) -> bool:
    """Say whether a number is half of a pair, or belongs to a slogan, a title or an event."""
    start, end = place
    if kind in {"percent", "money"}:
        return kind == "percent" and is_emphatic(text, start, end, words)
    if _may_be_paired(text, start, end, kind) and is_pairwise(text, start, end, words):
        return True
    before = text[max(0, start - _TITLED) : start]
    if text[start] in _YEARS and is_in_event(text, start, words):
        return True
    return ("“" in before and is_slogan(text, start, end, words)) or (
        "《" in before and is_in_title(text, start, end)
    )


def _may_be_paired(text: str, start: int, end: int, kind: str) -> bool:
    return text[start] in HAN and kind != "duration" and text[end - 1] != "次"
