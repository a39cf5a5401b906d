"""Dates in folded text, as ISO 8601 text: --12-29, 2020/2021; clock times are among them."""

import calendar
import math
import re
from collections.abc import Callable
from dataclasses import replace

from annotator.suggest.figures.clocks import clock_at, numeral_of
from annotator.suggest.figures.day_parts import DayParts
from annotator.suggest.figures.days import by_weekday, row_day
from annotator.suggest.figures.decades import chinese_decade
from annotator.suggest.figures.english_dates import english_date, english_day
from annotator.suggest.figures.guessed_hours import guessed_hours
from annotator.suggest.figures.numerals import DIGITS
from annotator.suggest.figures.partial_dates import (
    PartialDate,
    Read,
    completed,
    dated,
    full_year,
)

_REPUBLIC_OF_CHINA = 1911
_HAN_MONTH = "十[一二]?|[一二三四五六七八九]"
_HAN_DAY = "(?:[二三]?十|[廿卅])[一二三四五六七八九]?|[一二三四五六七八九]"
_TWO_DIGITS = (
    "(?!一二|二三|四五|五六|六七|七八|八九)"
    "[零一二四五六七八九][零一二三四五六七八九](?=年(?!级|制))"
)
"""Two Chinese digits that are no number unless they are the last ones of a year: 九七年, 一七年."""
_YEAR = (
    r"(?:(?P<year>[12][0-9]{3}|[一二][零0一二三四五六七八九]{3})"
    rf"|(?P<digits>{_TWO_DIGITS})"
    r"|(?P<two>[4-9][0-9](?=\s?年\s?(?:1[0-2]|0?[1-9])\s?月(?!份额|龄))|[0-3][0-9](?=年[底初末])"
    r"|0[0-9](?=年(?![级制以之后前内多半间])))"
    r"|(?:中华)?民国\s?(?P<republic>[1-9][0-9]{0,2}|[一二三四五六七八九十百][一二三四五六七八九十百零]{0,5})"
    r"|(?P<short>1[0-3][0-9]|一[零一二三][零一二三四五六七八九]|一百(?:零[一二三四五六七八九]|一?十[一二三四五六七八九]?))(?=\s?年(?:[度底初]"
    r"|\s?[0-9一二三四五六七八九十]{1,2}\s?(?:(?:至|到|-|—|~)\s?[0-9一二三四五六七八九十]{1,2}\s?)?月)))\s?年"
)
_MONTH = rf"(?P<month>1[0-2]|0?[1-9]|{_HAN_MONTH})\s?月(?!份额|龄)"
_NO_COUNT = (
    r"(?!(?<=前)(?:(?<![此之目年日以当先]前)|(?<=[今去本]年前))(?:[0-9]{1,2}|十一?|[二三四五六七八九])月"
    "(?![0-9份底初]))"
)
"""What keeps 前5月 from being May: it counts the first five months."""
_DAY_NUMBER = "3[01]|[12][0-9]|0?[1-9]"
_DAY = (
    rf"(?P<day>{_DAY_NUMBER}|{_HAN_DAY})"
    rf"(?:\s?(?:日|号(?!线|楼|院|文件|令))|(?=(?:[、和及与](?:{_DAY_NUMBER}|{_HAN_DAY}))+(?:日|号(?!线|楼)))|(?<=月[0-9]{{2}})(?=[,。;](?![0-9]))|(?=之?前|起[,，]))"
)
_DAY_ALONE = (
    rf"(?P<day>(?:(?:二|三)?十|廿)[一二三四五六七八九](?:日|号(?=[,，。、；;)）\s至到起前后晚早上下凌]|$))|(?<=[本上下当同该个]月)(?:二?十?[一二三四五六七八九]|[二三]?十)[日号]|(?<![0-9一二三四五六七八九十百千零廿第几数有这那前后每首连分时约近共满达过用期息假])(?:[二三]?十|[一二三四五六七八九])日(?=[上下]午|凌晨|清晨|晚间|表示|指出|出席|宣布|会见|证实|强调|透露|接受|[于在](?![内前])|举[行办]|召开|率|前往|主持|视察|公布|说明|针对|发布|受访|拜会|邀)|(?<=[,。;于在从自”])[一二三四五六七八九十]日(?![内以后来的之前游间制多左连活展店赛])|(?:{_DAY_NUMBER})\s?(?:日(?!元(?!满)|本|均|常(?![委务])|报(?![告到名道警请送考关批])|益|圆|币)"
    r"|号(?=[,，。、；;)）\s至到起前后晚早上下凌]|$)"
    r"|(?:(?<=[在于从自至到月][0-9]{2})|(?<=[在于从自至到月][0-9]))号(?![线楼院演文件令馆门厅井机坝桥店仓台码病航站停展通地厂矿坑点位选候环公国高工别船舱房室桌车路煤球标段库])))"
)
_REPUBLIC_YEAR = re.compile(r"(?P<year>[4-9][0-9]|1[0-3][0-9])\s?年(?![代级制来多半])")
_LUNAR_DAY = (
    "(?<=[一二三四五六七八九十腊]月)(?:初[一二三四五六七八九十]|十[一二三四五六七八九]|廿[一二三四五六七八九]?)"
    "(?=[,。;、!?)的是至到那当]|$)"
)
_MIDDLE = "(?<=月)中(?=[,。;、)于在起的至到启开召举推将完宣公提]|$)"
_PART = f"(?:{_LUNAR_DAY}|{_MIDDLE}|(?P<part>[底末初])|份|度(?![假过])|[上中下]{{1,2}}旬)?"
_CHINESE = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_YEAR}(?:\s?{_MONTH}(?:\s?{_DAY})?)?{_PART}",
        rf"{_NO_COUNT}{_MONTH}(?:\s?{_DAY})?{_PART}",
        _DAY_ALONE,
    )
)
_BEFORE_LENGTH = re.compile(
    "(?:半旗|每(?:周|星期|礼拜)|提[前早]|超过|多于|少于|至少|最少|最多|不超|长达|为期|历时|需时|连续|过去|未来|隔离|检疫|拘留|羁押|监禁|停[课工职业牌飞]|一连|禁[足赛飞]|封控|延长|延后|推迟|宽限|逾期|储存|保存|保留|停留|居留|住院|留院|观察|试用|至今|满|足|逾|近|约|每|超)\\s?\\Z"
)
_NAMED = re.compile("(?![在于从到至自止前是为即和与及或由等今昨明月])[a-z一-鿿]")
_BEFORE_EVENT = re.compile("前之")
"""Behind a stretch of days before what is named in front of it: 登机3日前之检验."""
_AFTER_LENGTH = re.compile(
    "(?:以|之)?内|以上|左右|后(?![续来])|游(?!行)|(?:的[^,。;0-9]{0,4}|(?:[有带无]薪|法定|陪?产|侍产|[病事婚丧]|特休|劳工|育[儿婴])+)假(?!日)|期限|有效|死亡"
)
_JOIN = r"\s?(?:-|—{1,2}|~|至|到)\s?"
_CALENDAR = re.compile("[0-9]{1,4}[年月日号世]")
_BARE_START = re.compile(
    rf"(?P<number>[0-9]{{4}}|[12一二][零一二三四五六七八九]{{3}}|[0-9]{{1,2}}|{_HAN_MONTH})"
    rf"{_JOIN}(?=[0-9一二三四五六七八九十])"
)
_TO = re.compile(rf"{_JOIN}|起[至到]")
_ISO = re.compile(
    r"(?P<year>[12][0-9]{3})(?P<sign>[-/.])(?P<month>0?[1-9]|1[0-2])"
    r"(?P=sign)(?P<day>3[01]|[12][0-9]|0?[1-9])(?![0-9])"
)
_REPUBLIC_ISO = re.compile(
    r"(?P<year>1[0-3][0-9])(?P<sign>[/.])(?P<month>0?[1-9]|1[0-2])"
    r"(?P=sign)(?P<day>3[01]|[12][0-9]|0?[1-9])(?![0-9])"
)
"""A day of the Republic of China's calendar: 112/05/03."""
_SLASHED = re.compile(
    r"(?P<month>1[0-2]|0?[1-9])(?P<sign>[-/])(?P<day>3[01]|[12][0-9]|0?[1-9])"
    r"(?:(?P=sign)(?P<year>[12][0-9]{3}|[0-9]{2})|(?<!-)-(?:(?P<later>1[0-2]|0?[1-9])/)?(?P<until>3[01]|[12][0-9]|0?[1-9]))?(?![0-9/百千万亿-])(?:日(?![本均常元圆]))?"
)
_CODE_BEFORE = re.compile(r"(?<![a-z])(?!mid-|pre-|post-|late-|early-)[a-z]{1,10}-\Z")
"""What stands before the digits of a file's number, which are no date: ICC-01/04."""
_BEFORE_CLOCK = re.compile(r"(?<=[0-9]{2}-[0-9]{2})\s[0-2]?[0-9]:[0-5][0-9]")
"""What stands behind a day in the log of a talk: 07-09 10:00."""
_DAY_FIRST = re.compile(
    r"(?P<day>3[01]|2[0-9]|1[3-9]|(?:1[0-2]|0?[1-9])(?=\s/))(?P<sign>[-/.]|\s/\s)(?P<month>1[0-2]|0?[1-9])(?P=sign)"
    r"(?P<year>(?:19|20)[0-9]{2}|(?<=/)[0-9]{2})(?![0-9/-]|[.,][0-9])"
)
_SINCE, _WEEKDAY = frozenset("自于"), re.compile(r"\([一二三四五六日]\)|起(?![来伏火])")
"""Around the day of a date that else were a fraction: 自6/7, 6/7(六), 6/7起."""
_OF_ALL = re.compile("(?:全[国省市县球]|世界|占|不足|不到|超过)\\Z")
"""What tells that 1/16 is a share."""
_FISCAL = re.compile(
    r"(?P<first>20[0-9]{2}|19[0-9]{2}|二零[零一二三四五六七八九]{2})\s?(?:-|—|/|至|到)\s?"
    r"(?P<last>(?:20)?[0-9]{2}|(?:二零)?[零一二三四五六七八九]{2})\s?(?:(?:财政|课税|财)?年度|学年度?|(?<=/[0-9]{2})年)"
)
_HAN_FISCAL = re.compile(
    "(?P<first>二零[零一二三四五六七八九]{2})/(?P<last>[零一二三四五六七八九]{2})(?![零一二三四五六七八九年月])"
)
"""Two years that follow each other, which nothing needs to tell as such: 二零一四/一五的预算."""
_SHORT_FISCAL = re.compile(
    "(?P<first>[0-9]{2})/(?P<last>[0-9]{2})(?:(?:财政|课税|财)?年度|学年度?|财年)"
)
"""A year that only its last digits tell, and the next: 17/18学年."""
_FISCAL_UNTIL = re.compile(
    r"(?P<first>20[0-9]{2}|19[0-9]{2}|二零[零一二三四五六七八九]{2})\s?/\s?"
    r"(?:[0-9]{2}|[零一二三四五六七八九]{2})\s?(?:至|到)\s?(?=[0-9零一二三四五六七八九]{4}\s?/)"
)
_DIGIT_OF = str.maketrans(DIGITS, "0123456789")
_TOLD_DAY = re.compile(
    rf"(?P<day>{_DAY_NUMBER}|{_HAN_DAY})(?=\s?\)(?:[日天晚]|[上下]午))|(?P<republic>1[0-3][0-9]|[6-9][0-9])(?=\s?\)年)"
    r"|(?P<month>1[0-2]|[1-9])(?=\s?\)月)"
)
_FROM = re.compile(r"(?:from\s|[从由])\Z")
"""What tells a change from one year to another, which are two figures."""
_LARGEST_PART, _ATTACK = 10, (9, 11)
_TOLD = frozenset(f"{day}(" for day in "今昨明去本天早晚一二三四五六日")
_YEARS = re.compile(
    r"(?P<first>(?:1[5-9]|20)[0-9]{2})(?:\s?[-—/]\s?(?P<last>(?:1[5-9]|20)?[0-9]{2})(?![0-9%])"
    r"|/(?P<next>[0-9])(?![0-9/%.]))"
)
_TO_YEAR = re.compile(
    r"(?P<first>(?:19|20)[0-9]{2})(?:\s(?:to|through|until)\s)(?P<last>(?:19|20)[0-9]{2})(?![0-9%-]|[,.][0-9])"
)
_NEXT_YEAR = re.compile(
    r"(?P<first>20[0-9]{2})\s(?P<last>(?:20)?[0-9]{2})"
    r"(?=\s(?:(?:school|academic|fiscal|financial|tax|budget)\s(?:year|budget|calendar|rate)"
    r"|(?:(?:proposed|adopted|annual)\s)?budget|season(?!\stickets?))\b)"
)
"""A year and the next one as captions have them: the 2023 2024 budget, the 2024 25 school year."""
_DECADE = re.compile(r"(?P<year>(?:1[5-9]|20)[0-9]0)s\b")


def date_at(text: str, at: int, parts: DayParts) -> Read | None:
    """Return the end and value of the date or time that starts at ``at`` in folded text."""
    is_latin = "a" <= text[at] <= "z"
    is_calendar = not is_latin and _CALENDAR.match(text, at) is not None
    readers = _CALENDAR_READERS if is_calendar else _LATIN_READERS if is_latin else _READERS
    for read in readers:
        if found := read(text, at):
            return found
    return None if is_calendar else guessed_hours(text, at, parts) or clock_at(text, at, parts)


def _iso(text: str, at: int) -> Read | None:
    first = 0
    found = _ISO.match(text, at)
    if found is None and (found := _REPUBLIC_ISO.match(text, at)):
        first = _REPUBLIC_OF_CHINA
    if found:
        year, month, day = (int(found[part]) for part in ("year", "month", "day"))
        year += first
        if day <= calendar.monthrange(year, month)[1]:
            return dated(found.end(), f"{year:04}-{month:02}-{day:02}")
    return None


def _slashed(text: str, at: int) -> Read | None:
    """Read 6/20 and 1/17/21, month first; 2/3 and 1/5 are fractions."""
    found = _SLASHED.match(text, at)
    if (
        found is None
        or text.startswith("/", at - 1)
        or _CODE_BEFORE.search(text, max(0, at - 12), at)
    ):
        return None
    year, month, day = full_year(found["year"]), int(found["month"]), int(found["day"])
    if (month, day) == _ATTACK or day > calendar.monthrange(year or 2000, month)[1]:
        return None
    if year is None and not _is_day(text, found, month, day):
        return None
    date = by_weekday(text, at, PartialDate(year, month, day)).iso()
    if last := found["until"]:
        date += f"/{PartialDate(year, int(found['later'] or month), int(last)).iso()}"
    return dated(found.end(), date)


def _day_first(text: str, at: int) -> Read | None:
    """Read 24/06/2010, 24/06/10 and 24-06-2010, whose day is no month."""
    found = _DAY_FIRST.match(text, at)
    if found is None:
        return None
    date = PartialDate(full_year(found["year"]), int(found["month"]), int(found["day"]))
    return dated(found.end(), date.iso())


def _is_day(text: str, found: re.Match[str], month: int, day: int) -> bool:
    """Say whether a month and a day without a year are that, and no fraction or range."""
    at = found.start()
    if month == 1 and _OF_ALL.search(text, max(0, at - 2), at):
        return False
    is_told = found["later"] or text[at - 1 : at] in _SINCE or _WEEKDAY.match(text, found.end())
    if found["sign"] == "-":
        return _BEFORE_CLOCK.match(text, found.end()) is not None
    return bool(is_told or not _is_fraction(month, day))


def _is_fraction(above: int, below: int) -> bool:
    """Say whether small numbers are in lowest terms: 2/3, not 6/20."""
    return above < below <= _LARGEST_PART and math.gcd(above, below) == 1


def _year_range(text: str, at: int) -> Read | None:
    if found := _DECADE.match(text, at):
        first = int(found["year"])
        return dated(found.end(), f"{first}/{first + 9}")
    found = _YEARS.match(text, at) or _TO_YEAR.match(text, at)
    if found is None or text[found.end() : found.end() + 1] in {"-", "年"}:
        return None
    begin, last = found["first"], found["last"]
    if found.re is _YEARS and found["next"]:
        last = str(int(begin) + 1)
        return dated(found.end(), f"{begin}/{last}") if last[-1] == found["next"] else None
    last = last if len(last) == len(begin) else begin[:2] + last
    return dated(found.end(), f"{begin}/{last}") if begin < last else None


def _fiscal_year(text: str, at: int) -> Read | None:
    """Read 2024-25年度, 二零二四至二五年度 and 2024/25至2033/34年度."""
    until = _FISCAL_UNTIL.match(text, at)
    start = until.end() if until else at
    found = _FISCAL.match(text, start) or _consecutive(text, start)
    if found is None:
        return None
    last = found["last"].translate(_DIGIT_OF)
    begin = (until or found)["first"].translate(_DIGIT_OF)
    begin = str(full_year(begin)) if len(begin) == len("17") else begin
    last = begin[: -len(last)] + last
    return dated(found.end(), f"{begin}/{last}") if begin < last else None


def _consecutive(text: str, at: int) -> re.Match[str] | None:
    """Find two years that follow each other: 二零一四/一五, 17/18学年."""
    found = _HAN_FISCAL.match(text, at) or _SHORT_FISCAL.match(text, at)
    if found is None:
        return None
    first, last = (int(found[year].translate(_DIGIT_OF)) for year in ("first", "last"))
    return found if (first + 1 - last) % 100 == 0 else None


def _next_year(text: str, at: int) -> Read | None:
    """Read 2024 25 in front of what lasts from one year to the next."""
    found = _NEXT_YEAR.match(text, at)
    if found is None:
        return None
    begin, last = int(found["first"]), int(found["last"][-2:])
    return dated(found.end(), f"{begin}/{begin + 1}") if (begin + 1) % 100 == last else None


def _told_day(text: str, at: int) -> Read | None:
    """Read the day in 今(3)日, the month in 本(7)月 and the year in 明(110)年."""
    before = text[max(0, at - 3) : at].rstrip()[-2:]
    found = _TOLD_DAY.match(text, at) if before in _TOLD else None
    if found is None:
        return None
    date = PartialDate(
        _year_of(found.groupdict()), *(numeral_of(found[part]) for part in ("month", "day"))
    )
    return dated(found.end(), date.iso())


def _from_bare(text: str, at: int) -> Read | None:
    """Read a range whose first end is a bare number: 3至5月."""
    bare = _BARE_START.match(text, at)
    last = _chinese_date(text, bare.end()) if bare else None
    return _bare_range(numeral_of(bare["number"]) or 0, *last) if bare and last else None


def _chinese(text: str, at: int) -> Read | None:
    """Read a Chinese date or a range of them; the end of a range tells what its start lacks."""
    if ranged := _from_bare(text, at):
        return ranged
    first = _chinese_date(text, at)
    if first is None:
        return None
    end, start = first
    if start.day is None and (days := _range_within(text, end, start)):
        return days
    to = _TO.match(text, end)
    last = (_chinese_date(text, to.end()) or _republic(text, at, to.end())) if to else None
    if last is None or (_FROM.search(text, max(0, at - 5), at) and last[1].is_year()):
        return dated(end, start.iso())
    return dated(last[0], f"{start.iso()}/{completed(last[1], start).iso()}")


def _republic(text: str, first: int, at: int) -> tuple[int, PartialDate] | None:
    """Read the year that ends a range of the Republic of China's: 民国94年到97年."""
    found = _REPUBLIC_YEAR.match(text, at)
    if found is None or not text.startswith(("民国", "中华民国"), first):
        return None
    return found.end(), PartialDate(int(found["year"]) + _REPUBLIC_OF_CHINA)


def _range_within(text: str, at: int, around: PartialDate) -> Read | None:
    """Read the months of 2025年1至7月 and the days of 5月1至5日."""
    bare = _BARE_START.match(text, at + text.startswith(" ", at))
    last = _chinese_date(text, bare.end()) if bare else None
    if bare is None or last is None or last[1].year or (last[1].month and around.month):
        return None
    stop = replace(last[1], year=around.year, month=last[1].month or around.month)
    return _bare_range(numeral_of(bare["number"]) or 0, last[0], stop)


def _bare_range(number: int, end: int, stop: PartialDate) -> Read | None:
    for part in ("day", "month", "year"):
        last = getattr(stop, part)
        if last is not None:
            start = replace(stop, **{part: number})
            return dated(end, f"{start.iso()}/{stop.iso()}") if 0 < number < last else None
    return None


def _chinese_date(text: str, at: int) -> tuple[int, PartialDate] | None:
    for pattern in _CHINESE:
        if found := pattern.match(text, at):
            groups = found.groupdict()
            if len(groups) == 1 and _is_length(text, found):
                return None
            day = (groups.get("day") or "").rstrip("日号").rstrip()
            date = PartialDate(_year_of(groups), numeral_of(groups.get("month")), numeral_of(day))
            return found.end(), _at_part(date, groups.get("part"))
    return None


def _is_length(text: str, day: re.Match[str]) -> bool:
    """Say whether a lone 14日 is a stretch of days, as in 超过14日, or named so: 泊位2号."""
    before = _BEFORE_LENGTH.search(text, max(0, day.start() - 4), day.start())
    may_be_named = text[day.end() - 1] == "号" or _BEFORE_EVENT.match(text, day.end())
    is_named = may_be_named and _NAMED.match(text, day.start() - 1)
    return bool(before or is_named or _AFTER_LENGTH.match(text, day.end()))


def _year_of(groups: dict[str, str | None]) -> int | None:
    if republic := numeral_of(groups.get("republic") or groups.get("short")):
        return republic + _REPUBLIC_OF_CHINA
    if groups.get("two"):
        return full_year(groups["two"])
    if digits := groups.get("digits"):
        return full_year(digits.translate(_DIGIT_OF))
    return numeral_of(groups.get("year"))


def _at_part(date: PartialDate, part: str | None) -> PartialDate:
    """Return the first or last day of a year or month: 2017年底 is 2017-12-31."""
    if part is None or date.day is not None:
        return date
    if part == "初":
        return replace(date, month=date.month or 1, day=1)
    month = date.month or 12
    return replace(date, month=month, day=calendar.monthrange(date.year or 2001, month)[1])


_READERS: tuple[Callable[[str, int], Read | None], ...] = (
    _iso,
    _slashed,
    _day_first,
    _fiscal_year,
    _next_year,
    _year_range,
    chinese_decade,
    _told_day,
    row_day,
    _chinese,
    english_date,
    english_day,
)
_LATIN_READERS, _CALENDAR_READERS = (english_date,), (chinese_decade, row_day, _chinese)
"""What may read a word, and what may read a number with 年, 月, 日, 号 or 世 directly behind it."""
