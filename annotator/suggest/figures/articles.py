"""Numerals that count only where another number could stand: 一, one, zero, those two."""

import re

from annotator.model.text import Range
from annotator.suggest.figures.compounds import Measured
from annotator.suggest.figures.numerals import DIGITS, HAN, MAGNITUDES
from annotator.suggest.figures.ones import (
    NOUN,
    is_any_time,
    is_one_count,
    is_some_time,
    is_zero_count,
)
from annotator.suggest.figures.units import Vocabulary

_ONES = frozenset(DIGITS + "两")
_POWERS = frozenset(MAGNITUDES)
_ROUND = re.compile("[一二两三四五六七八九]+[十百千万亿兆]+")
"""A number that another could stand for, though the numerals stand in their order: 九十, 两万."""
_SEX = "[男女](?:[、和及与])?"
_MEN_AND_WOMEN = (
    re.compile(f"{_SEX}[{HAN}]{{1,3}}[男女](?![孩童生子性])"),
    re.compile(f"[{HAN}]{_SEX}\\Z"),
)
"""Around how many men or women there were beside the others: 三男两女."""
_AND_MORE = re.compile(
    r"一(?P<form>[^级类等期])[^,。;、\n]{0,8}[、和及与][两三四五六七八九十0-9]{1,3}(?P=form)"
)
"""A list whose next count has the same classifier: 一个报告、两个方案."""
_BECAME = re.compile(
    "一(?P<form>[^级类等期])[^。;\n]{1,20}(?:变成|变为|成了|增至|增加到|涨到)[两三四五六七八九十几0-9]{1,3}(?P=form)"
)
"""What grows later is counted: 来时带一个箱子,走时变成两三个."""
_EACH = re.compile("每(?!日(?:经济|新闻|电讯|商报|邮报)|[到当逢走去])[^，。；、,;\n]{0,12}\\Z")
_LIMITED = re.compile("一[次任份人名家张剂票轮回台辆间套户支针]")
_NO_MORE = re.compile("[只仅](?![是要能好管不为会想说讲问提谈])[一-鿿]{1,2}\\Z")
"""What allows only the one: 任期只做一次, 只允许一人."""
_NEXT = re.compile(
    "(?:\\A|[^一-鿿]|[比在到的从与较同至和及或于了给是让等为入把对而即就要有看望待行开年后])[上下前新]\\Z|最[后新]\\Z"
)
"""What makes 一 of the one before or behind, or the last: 在下一任, 比前一公里, 最新一周."""
_ONE_OF = ("一个", "一项", "一种")
_OF_SO_MANY = re.compile("[0-9两二三四五六七八九十百](?P<form>[个项种])[^。;\\n]{0,14},其中\\Z")
"""What only points behind 其中, unless it is of so many: 其中一个原因; 五个项目,其中一个完工."""
_OF_NAME = re.compile("一位[一-鿿]{1,2}(?:先生|女士|小姐|太太)")
"""Whom only their name tells of: 另外一位王先生."""
_OF_SEVERAL = re.compile("(?:(?<![这那])里[面头]|当中|之中|其中)[^。；;\n]{0,2}有\\Z")
_AGAIN = ("", "又", "接", "接着")
"""What stands between 一 with a unit and the same again: 一批接着一批."""
_STOPS = frozenset(("", *',.。;!?\n"'))
_RATE = re.compile(
    "[^，。；、,;0-9\\n]{0,4}[0-9两二三四五六七八九十]{1,2}(?:次|回|趟|顿|餐|班)"
    "|(?:工作|上班|上课|营业|开放|运行|只?[开休睡干做练忙学])?"
    "(?:[0-9]{1,3}|[两二三四五六七八九十]{1,3})(?:天|个?小时|个?钟头|节课)"
    "|[0-9一二两三四五六七八九十][0-9,.一二两三四五六七八九十百千零]*[百千万亿][一二三四五六七八九]?(?=[，。；、,;…]|\\Z)"
)
"""What is done or paid in a time makes a rate of it: 一年开两次, 一学期一万七."""
_EVENT = re.compile("一起(?:[警案火事纠车投诈典重涉命聚疫食安]|交[通警]|报警)")
_WHO = re.compile("一[人名例](?:不幸)?")
"""Whom something happened to: 一人死亡."""
_REPORTABLE = re.compile("一(?P<form>[起例宗名人])(?!了?[,，。、;；]|[^，。;；、]{0,4}一(?P=form))")
"""What is counted when it is reported: 发生一起, 发现一名, but not 发现一起查处一起."""
_IN_A_TIME = re.compile(
    "(?<![月至到、0-9.])(?:[0-9]{1,3}(?:[.][0-9])?|[一两二三四五六七八九十]{1,3})(?:天|年|周|个?月|小时|分钟|日|个?(?:星期|礼拜)|季度?)(?!以?来)[^，。；、,;\n的]{0,8}\\Z"
)
_TIMES = re.compile("一(?:[次回轮趟遍顿](?!性)|班(?=车|船|机|[,。;、]))")
"""What is done in a length of time: 两天可外出一次."""
_BESIDE = re.compile(
    "(?:[0-9两二三四五六七八九十]|(?<=[十百千零])一)(?P<form>[人名例宗位])[^。；;\n]{0,12}[,、](?:其中|另有?|还有|有|死亡|[轻重受]伤|失踪|失联|[危垂]危|危殆|留医|出院|住院|获救|被捕|在逃)?\\Z"
)
_MORE_OF_THEM = re.compile(
    "[0-9两二三四五六七八九十](?P<form>[艘架辆台位家所件条座架支个名起])[^。；;\\n]{0,14}[,、](?:还有|另有|另外有?)\\Z"
)
"""What is counted beside others of its kind: 已有8艘,还有一艘."""
_IN_ROW = re.compile(
    "[0-9两二三四五六七八九十](?P<form>[一-鿿])[^,，。；;\n]{0,16}、[一-鿿]{0,4}\\Z"
)
"""What is counted in a list with others of its kind: 民政四案、地政一案."""
_LISTED = re.compile(
    "[0-9两二三四五六七八九十](?:[把支根部张只件粒包袋瓶箱台辆艘条块枚套本双顶]|公?斤|克)[^,。;、\n]{1,10}、(?:一[^,。;、\n]{2,10}、)*\\Z"
)
"""What stands before one thing of a list whose things are counted: 5把刀、一支棍."""
_SAID_OF = re.compile("一(?P<form>[人名例宗位])(?![一次]|份额)")
"""What is counted beside others: 两人已接种,一人未接种."""
_THING = re.compile("一[支把辆台部枚箱包架艘](?![一次])")
_SEIZED = re.compile("一[支把辆台部枚箱包架艘](?:[、,和及][一-鿿]{1,5})[0-9两二三四五六七八九十]")
"""One of the things of a list with numbers: 手枪一支、子弹39发."""
_AND_ONE = re.compile(
    "[0-9两二三四五六七八九十百千万][人名位例宗艘辆架支把台部枚箱包][^,。;\n]{0,12}[和与及]\\Z"
)
"""What one more person or thing is counted beside: 两位司机和一名乘客."""
_FOR_ONE = re.compile(
    "[0-9两二三四五六七八九十](?P<form>[个名位人])[^,。;\n]{0,10}"
    "(?:支持|供养|抚养|赡养|负担|服务|照顾|照护|对|换|抵|顶|抢|争)\\Z"
)
"""What several do for one: 两个劳动者供养一个老人."""
_OR_TWO = re.compile(
    r"\b(?:an?|another|every|last|next|past|coming|first)\s(?:[a-z-]+\s)?[a-z]+(?<!s)\sor\s\Z"
)
"""What makes two a word for a few: a day or two, the next week or two."""
_YOU = re.compile(r"\b(?:are|were|did|do|can|could|will|would|should)\syou\s\Z")
_SEVERAL = re.compile(r"\s[a-z]+[^suiw\W]s\b")
"""Around a number of those who are asked: are you two reading the same sheet?"""
_THOSE = re.compile(r"\b(?<!\bof\s)(?:those|these)\s\Z")
_OF_US = re.compile(r"\sof\s(?:us|you|our|my|your|the)\b")
_ENDS = re.compile(r"\s?(?:[.,;:?!)]|\Z)")
"""What stands behind the two that were named before: between the two."""
_HITS = frozenset({"three", "four", "five", "six"})
"""What a player makes or hits: he made a three, another six."""
_SOME_DAY = re.compile(
    "(?:(?<![只仅还没尚已共剩])有|(?:[月年春夏秋冬]|[以不]前|不久前|往常|平常)的)\\Z"
)
_THEN = re.compile(
    "[上下中]午|早[上晨]|晚[上间]|深夜|凌晨|清晨|傍晚|,(?![0-9一二两三四五六七八九十])"
)
_ONCE = re.compile("(?:\\A|[。;!?\n“])\\Z")
"""What stands before 一天 where it is no length: 有一天他来了, 八月的一天; and 一天,他来了."""
_SUMS = frozenset("元块毛钱")
_SUM = re.compile("[元块毛角][1-9一二三四五六七八九]\\Z|[百千万]多?\\Z")
"""What a price for one ends in: 五块一斤, 一块二一斤, 一万多一坪."""
_PRICED = re.compile(
    "一(?:[斤亩吨坪升担]|公斤|台斤|公顷|平米|平方米)[^，。；、,;0-9\\n一二两三四五六七八九十百千万]{0,4}"
    "(?:(?:[0-9][0-9,.]*|[一二两三四五六七八九十百千])[百千来多十几二三四五六七八九]*[万元块毛角]"
    "|(?<=[卖价地购发跌涨要到])[0-9一二两三四五六七八九十百千])"
)
"""What a price or a yield is told of: 一斤三块五, 一坪36万."""
_SEXES = frozenset("男女")
_SOME_DAYS = frozenset("天日晚夜")
_SOME_TIME = frozenset({"day", "night", "minute", "second"})
"""Lengths of time that with "one" may be a time: one day we will, one minute it rained."""
_PLANNED = re.compile("[^\\W0-9a-z我你他的了将要把被是已还给捐投]{2,14}")
"""What may be the rest of a plan's name: 百万青年就业支持计划."""
_MANY_TIMES = re.compile(
    r"an?\s(?:hundred|thousand|million|billion)\stimes\b(?!\s(?:more|less|fewer|better|worse|as"
    r"|the|over|what|that|[a-z]+er)\b)"
)
"""How often something was said that was said often."""
_NEAR = 12


def is_bare(text: str, measured: Measured, words: Vocabulary) -> bool:
    """Say whether only a person can tell that this is a number: 三, 千, one, 一套."""
    start = measured.start
    numeral = text[start : measured.unit_start or measured.end].strip()
    if measured.unit is None:
        is_alone = _is_alone(text, numeral, measured, words)
        return is_alone or _is_pronoun(text, numeral, measured, words)
    form = text[measured.unit_start : measured.unit_end]
    if numeral == "一":
        return _is_article(text, form, measured, words)
    if numeral == "one" and _may_be_some_time(text, form, measured):
        return is_some_time(text, form, start, measured.end)
    if numeral in _POWERS or (form == "级" and _POWERS.issuperset(numeral)):
        return True
    return _MANY_TIMES.match(text, start) is not None


def _may_be_some_time(text: str, form: str, measured: Measured) -> bool:
    return form in _SOME_TIME or is_any_time(text, measured.start, measured.end)


def _is_alone(text: str, numeral: str, measured: Measured, words: Vocabulary) -> bool:
    """Say whether a Chinese numeral without a unit may be part of a word: 三, 千万家庭."""
    is_row = numeral in HAN and not _ROUND.fullmatch(numeral)
    is_row |= numeral[:-1] in _POWERS and numeral.endswith("来")
    if is_row and _is_of_men_and_women(text, measured):
        return False
    return is_row or _ONES.issuperset(numeral) or _is_many(text, measured, words)


def _is_of_men_and_women(text: str, measured: Measured) -> bool:
    """Say whether a numeral counts men beside women, or these beside those: 三男两女."""
    start, end = measured.start, measured.end
    if text[end : end + 1] not in _SEXES:
        return False
    then, before = _MEN_AND_WOMEN
    return bool(then.match(text, end) or before.search(text, max(0, start - 3), start))


def _is_article(text: str, form: str, measured: Measured, words: Vocabulary) -> bool:
    """Say whether 一 with a unit counts nothing: 一个问题, 一斤三块五, 有一天."""
    start, end = measured.start, measured.end
    if measured.low == 1:
        if _is_of_rate(text, start) or _NEXT.search(text, max(0, start - 2), start):
            return True
        if form in words.articles or _is_one_by_one(text, form, start, end):
            return not _is_counted(text, start, words)
    return bool(measured.unit and measured.unit.kind == "duration") and _is_some_day(
        text, form, (start, end), words
    )


def _is_some_day(text: str, form: str, place: Range, words: Vocabulary) -> bool:
    """Say whether one stretch of time is no length: 有一天, 难忘的一天."""
    start, end = place
    if form in _SOME_DAYS:
        near = max(0, start - 4)
        is_once = _THEN.match(text, end) and _ONCE.search(text, near, start)
        if is_once or _SOME_DAY.search(text, near, start):
            return True
    is_of_a_sort = text[end : end + 1] in _STOPS and text.endswith("的", 0, start)
    if is_of_a_sort and words.lists["which_time"].start(text, start - 1) is None:
        return True
    return _RATE.match(text, end) is not None


def _is_of_rate(text: str, start: int) -> bool:
    """Say whether 一 begins what a price is for: 一斤三块五, 一块二一斤."""
    if text[start - 1] in _SUMS:
        return True
    return bool(_PRICED.match(text, start) or _SUM.search(text, max(0, start - 2), start))


def _is_one_by_one(text: str, form: str, start: int, end: int) -> bool:
    """Say whether what stands behind 一 is said twice: 一幕幕, 一年又一年, 一天一天."""
    joins = [f"{join}一{form}" for join in _AGAIN]
    if text.startswith((form, *joins), end):
        return True
    return text.endswith(tuple(f"一{form}{join}" for join in _AGAIN), 0, start)


def _is_many(text: str, measured: Measured, words: Vocabulary) -> bool:
    """Say whether magnitudes alone tell only of many or begin a plan's name: 千万家庭."""
    end = measured.end
    if not _POWERS.issuperset(text[measured.start : end]):
        return False
    if words.lists["crowds"].match(text, end):
        return True
    planned = _PLANNED.match(text, end)
    return planned is not None and words.lists["plans"].within(text, end + 2, planned.end() - 2)


def _is_pronoun(text: str, numeral: str, measured: Measured, words: Vocabulary) -> bool:
    """Say whether a number in words counts nothing: not in "only one", "zero of them"."""
    if numeral == "one":
        return not is_one_count(text, measured.start, measured.end, words)
    if numeral[0].isdigit() or words.noun_pattern.match(text, measured.end):
        return False
    if numeral == "zero":
        return not is_zero_count(text, measured.start, measured.end)
    return _is_pointed_at(text, numeral, measured)


def _is_pointed_at(text: str, numeral: str, measured: Measured) -> bool:
    """Say whether a larger number stands for what was named, or for a few: those two."""
    near, start = max(0, measured.start - 2 * _NEAR), measured.start
    if measured.low != measured.high:
        return False
    if numeral == "two" and _OR_TWO.search(text, near, start):
        return True
    if numeral == "two" and text.endswith(("the ", "the\n", "the other "), near, start):
        return _ENDS.match(text, measured.end) is not None
    if _YOU.search(text, near, start):
        return _SEVERAL.match(text, measured.end) is None
    is_hit = numeral in _HITS and text.endswith((" a ", " another "), near, start)
    is_pointed_at = is_hit or _THOSE.search(text, near, start) is not None
    return is_pointed_at and not _counts(text, measured.end)


def _counts(text: str, end: int) -> bool:
    """Say whether what is behind a number tells who or what is counted: these seven of us."""
    return bool(NOUN.match(text, end) or _OF_US.match(text, end))


def _is_counted(text: str, start: int, words: Vocabulary) -> bool:
    """Say whether another number could stand in place of 一: 每人限购一份."""
    if _OF_NAME.match(text, start):
        return False
    if words.lists["counted_before"].start(text, start) is not None:
        return not text.endswith("其中", 0, start) or _is_one_of_many(text, start)
    before = max(0, start - _NEAR)
    if any(said.match(text, start) for said in (_AND_MORE, _BECAME, _EVENT, _SEIZED)):
        return True
    if any(
        said.match(text, start) and told.search(text, before, start)
        for said, told in ((_TIMES, _IN_A_TIME), (_LIMITED, _NO_MORE))
    ):
        return True
    return bool(
        _EACH.search(text, before, start)
        or _is_told_of(text, start, words)
        or _OF_SEVERAL.search(text, before, start)
        or _is_beside_others(text, start)
        or _is_for_one(text, start)
    )


def _is_told_of(text: str, start: int, words: Vocabulary) -> bool:
    """Say whether something happened to one, or one was reported: 一人死亡, 发生了一起."""
    who = _WHO.match(text, start)
    if who and words.lists["fates"].match(text, who.end()):
        return True
    if _REPORTABLE.match(text, start) is None:
        return False
    behind = start - text.startswith("了", start - 1)
    return words.lists["reported"].start(text, behind) is not None


def _is_one_of_many(text: str, start: int) -> bool:
    """Say whether 一 behind 其中 counts, as it does persons and one of those counted in front."""
    if not text.startswith(_ONE_OF, start):
        return not text.endswith("是其中", 0, start)
    many = _OF_SO_MANY.search(text, max(0, start - 2 * _NEAR), start)
    return many is not None and text.startswith(many["form"], start + 1)


def _is_for_one(text: str, start: int) -> bool:
    """Say whether others with the same classifier do something for the one."""
    form = text[start + 1 : start + 2]
    found = _FOR_ONE.search(text, max(0, start - 2 * _NEAR), start)
    return found is not None and found["form"] == form


def _is_beside_others(text: str, start: int) -> bool:
    """Say whether others are counted with the same classifier in front: 两人轻伤,一人重伤."""
    near = max(0, start - 3 * _NEAR)
    if _LISTED.search(text, near, start):
        return True
    for told in (_MORE_OF_THEM, _IN_ROW):
        more = told.search(text, near, start)
        if more and text.startswith(more["form"], start + 1):
            return True
    said = _SAID_OF.match(text, start)
    is_more = said or _THING.match(text, start)
    if is_more and _AND_ONE.search(text, max(0, start - _NEAR), start):
        return True
    others = _BESIDE.search(text, near, start) if said else None
    return bool(said and others and said["form"] == others["form"])
