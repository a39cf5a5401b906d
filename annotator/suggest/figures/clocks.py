"""Clock times in folded text, as ISO 8601 text: 15:30, 09:00/11:30."""

import re
from functools import lru_cache

from annotator.model.quantity import Quantity
from annotator.suggest.figures.date_joins import is_moved
from annotator.suggest.figures.day_parts import DayParts
from annotator.suggest.figures.english_numbers import ONES, any_of
from annotator.suggest.figures.lengths import length_at
from annotator.suggest.figures.numerals import numeral_value
from annotator.suggest.figures.set_scores import is_set_score

Read = tuple[int, Quantity]
Clock = tuple[int, str]
_HOURS = dict(zip(tuple(ONES)[1:], range(1, 13), strict=False))
_IN_DAY = r"\s(?:in\sthe\s(?:early\s)?(?:morning|afternoon|evening)|at\snight)\b"
_THIS_DAY = (
    r"\s(?:(?:this|tomorrow|yesterday|every|each|on\s(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
    r"\s(?:morning|afternoon|evening|night)|last\snight"
    r"|tonight)\b"
)
PART_OF_DAY = f"(?:{_IN_DAY}|{_THIS_DAY})"
_PAST_HOUR = {"fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50} | {
    f"forty{gap}five": 45 for gap in "- "
}
_WORD_CLOCK = re.compile(
    rf"(?P<hour>{any_of(_HOURS)})(?:\s(?:o'clock|o’clock|of\sthe\sclock)\b"
    rf"|[\s-](?P<minute>{any_of(_PAST_HOUR)})\b(?P<part>{PART_OF_DAY}|\s[ap]\.?m\b\.?|(?=[,.;?]|\Z)))"
)
"""An hour in words: six o'clock, eight thirty this morning, at eight thirty."""
_PART_CLOCK = re.compile(
    rf"(?P<hour>1[0-2]|[1-9]|{any_of(_HOURS)})(?:(?:[:.]|\s(?=[0-5][05]\s))(?P<minute>[0-5][0-9]))?(?P<sharp>\s(?:o'clock|o’clock))?"
    rf"(?P<part>{PART_OF_DAY}|(?<=[.]..)\s?(?:[ap]m\b|[ap][.]m[.]))"
)
_ANY_DAY = r"\s(?:today|tomorrow|yesterday|on\s(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
_SAID_CLOCK = re.compile(
    rf"(?P<hour>1[0-2]|[1-9])(?:[.](?P<dotted>[0-5][05])(?={_ANY_DAY})"
    rf"|\s(?P<minute>[0-5][05])(?={_ANY_DAY}|[,;?]|[.]?\Z|[.]\s))"
)
_AT = re.compile(
    r"(?P<rate>\b(?:rates?|yields?|prices?|priced|stood|stands|fixed|index|trad(?:ed|es|ing)|clos(?:ed|es|ing)"
    r"|dollar|sold|sell(?:s|ing))\s(?:[a-z]+\s)?)?\b(?:at|until)\s\Z"
)
_BEFORE_SAID = ("at ", "until ")
"""Around an hour with its minutes, as notes have it: at 1.30 today, at 11 00; but no rate."""
_MINUTES = {"five": 5, "ten": 10, "quarter": 15, "twenty": 20, "twenty-five": 25, "half": 30}
_PAST = re.compile(
    rf"(?:a\s)?(?P<minutes>[1-5]?[0-9](?=\s(?:past|minutes))|{any_of(_MINUTES)})(?P<word>\sminutes)?"
    rf"\s(?P<side>past|to)\s(?P<hour>1[0-2]|[1-9]|{any_of(_HOURS)})\b(?!\s(?:[a-z]+s|(?:hundred|[a-z]+illion|thousand|per\s?cent|of))\b)(?:{_IN_DAY})?"
)
"""Hours told by the minutes before or behind: half past six, 10 past 3, ten minutes to five."""
QUARTER_PAST = r"quarter(?=\s(?:past|to)\s(?:[0-9]|[a-z]+\b))"
"""A pattern for the start of quarter past three."""
_BEFORE_HOUR = re.compile(
    r"\b(?:at|by|until|till|before|after|of|around|about|since|from|past|to|nearly|almost|between|like"
    r"|it\s(?:was|is)|it['’]s)\s\Z"
)
_CHINESE_HOUR = (
    r"(?:(?<=[早晚上午后间夜])(?:将?近|约))?\s?"
    r"(?P<hour>[01]?[0-9]|2[0-4]|[零一二两三四五六七八九十]{1,3})"
    r"(?:\s?(?P<mark>[点时])(?:\s?(?P<minute>[0-9]{1,2}|[零一二三四五六七八九十廿]{1,3})\s?分"
    r"(?:(?P<second>[0-5]?[0-9]|[零一二三四五六七八九十]{1,3})秒|整)?"
    r"|(?P<words>[二三四五]十[一二三四五六七八九]?|十[一二三四五六七八九]?|(?<!零点)零[一二三四五六七八九]"
    r"|[0-5][0-9])"
    r"(?=[，。；、！？,.;!?）)\s]|\Z|左右|到|至|[开才就准出结散])"
    r"|(?P<half>半(?![年天个月数])钟?)|(?P<quarter>[一三])刻(?![意苦度板画薄])|(?P<sharp>整|钟))?"
    r"|(?(part)[:.]|:)(?P<digits>[0-5][0-9])(?!分?[0-9]|(?<=[.]..)\s?[%万亿元倍度个级厘成公米])(?:分)?)"
)
_ABOUT = r"(?P<word>将?近|约)(?=\s?[0-9零一二两三四五六七八九十])"
_ABOUT_SIGNS = {"近": "<~", "将近": "<~", "约": "~"}
"""Words between the part of the day and the hour: 上午近8时."""
_BEFORE_CLOCK = re.compile(r"\b(?:at|around|by|until|till|before|after|since)\s\Z")
_NEAR = 8
_AT_HOUR = re.compile(
    "刚|左右|许(?!多)|多(?![个次少])|开始|开会|开播|以?[前后]|之[前后]|起(?!点)|见面?(?:[，。！]|\\Z)"
    "|封[路桥闭]|停[班课]|[上下]班|[放上下][学课]|起床|睡觉|[开关]门|打烊|收[摊工]|截止|结束(?!语)|[抵到]达|登陆|发车|宵禁|[交换]班"
    "|出发|集合|准时|[开忙谈等]到|(?:至|到|-|—)(?:[0-9]{1,2}|[一二两三四五六七八九十]{1,3})[点时]"
)
"""What shows that a number with 点 is an hour, not a count of points."""
_NUMERALS = frozenset("零一二三四五六七八九")
"""What makes a decimal of 零点: 零点五."""
_TELLING = ("part", "minute", "words", "half", "quarter", "sharp")
"""The parts of a Chinese time that tell that the number is an hour."""
_HOUR_ALONE = re.compile(r"(?P<hour>[01]?[0-9]|2[0-4])(?=(?:-|—|~|至|到)[0-9]{1,2}时(?!代|期))")
_ZONE = r"\s(?:[ecmp][sd]?t|eastern|central|mountain|pacific|gmt|utc)\b"
_HOUR_TO = re.compile(
    r"(?P<hour>1[0-2]|[1-9])"
    rf"(?=(?:\s?-\s?|—|\s(?:to|until|through)\s|(?:(?<=between\s.)|(?<=between\s..))\sand\s)[0-9]{{1,2}}(?::[0-9]{{2}})?(?:\s?(?P<half_day>[ap])(?:\.\s?)?m\b|(?P<half>[ap]){_ZONE}))"
)
_ENGLISH_CLOCK = re.compile(
    r"(?P<hour>1[0-9]|2[0-3]|0?[0-9])(?:(?::|\s(?=[0-5][0-9]\s?[ap](?:\.\s?)?m\b)|-(?=(?:00|15|30|45)\s?[ap](?:\.\s?)?m\b))(?P<minute>[0-5][0-9])(?![0-9])(?P<second>:[0-5][0-9](?![0-9:]))?(?:分(?!钟))?)?"
    rf"(?P<half_day>\s?[ap](?:\.\s?)?m\b\.?|[ap](?={_ZONE})|(?<=:[0-9]{{2}})[ap](?![a-z]))?(?P<sharp>\s(?:o'clock|o’clock))?"
)
_FOUR_DIGITS = re.compile(
    r"(?P<hour>0[0-9]|1[0-9]|2[0-3])(?P<minute>[0-5][0-9])"
    r"(?=\s?(?:gmt|utc|zulu|local\stime)\b|(?<=0[0-9]{3})\shours\b"
    r"|(?<=\b(?:at|by)\s[0-9]{4})\shours\b|(?<=\b(?:till|from)\s[0-9]{4})\shours\b"
    r"|(?:(?<=\bat\sabout\s[0-9]{4})|(?<=\bat\saround\s[0-9]{4})"
    r"|(?<=\bat\sapproximately\s[0-9]{4}))\shours\b"
    r"|(?<=\b(?:about|until|since|after)\s[0-9]{4})\shours\s(?:on|today|yesterday|this|local)\b"
    r"|(?<=\b(?:of|at|by)\s0[0-9]{3})\s(?:this|on|today|tomorrow|yesterday)\b"
    r"|(?<=\b(?:of|at|by)\s[0-9]{4})\s(?:eastern|central|mountain|pacific)\b)"
)
_HOURS_BEHIND = re.compile(r"\shours\b")
_NOON = re.compile(r"(?:12(?:[:.]00)?|twelve)\s?(?:(?P<noon>noon|midday)|midnight)\b")
"""The hour that its own word tells: 12 noon."""
_FOUR_DIGITS_HAN = re.compile(
    r"(?P<hour>0[0-9]|1[0-9]|2[0-3])(?P<minute>[0-5][0-9])时(?![代期任候])"
)
"""A time of the day as armies write it: 1950时起."""
_FRENCH_CLOCK = re.compile(
    r"(?:(?<=\bat\s)|(?![12]h))(?P<hour>[01]?[0-9]|2[0-3])h(?P<minute>[0-5][0-9])(?![0-9a-z])"
)
"""An hour as some countries write it: 14h00."""
_HRS_CLOCK = re.compile(r"(?P<hour>[01][0-9]|2[0-3])[.](?P<minute>[0-5][0-9])\s?hrs\b")
_BEFORE_HRS = re.compile(r"(?:\A|\n|\b(?:at|by|till|until|from|since|after|before)\s)\Z")
"""Around a time of the day as minutes of a sitting have it: at 11.05 hrs, not 10.45 hrs long."""
_AFTER_MIDNIGHT = (1, 2, 3, 4)
"""Hours that are of the small ones of a night that is over."""
_PLAIN_CLOCK = re.compile(r"[0-9]{1,2}:[0-9]{2}|[a-z]+\so['’]clock")
_IN_EVENING = re.compile(
    r"\b(?:last\snight|tonight|(?:this|yesterday|tomorrow|that|friday|saturday|sunday|monday"
    r"|tuesday|wednesday|thursday)"
    r"\s(?:evening|night)),?\s(?:(?:at|around|about|by|until|just|shortly|before|after"
    r"|approximately|roughly)\s){1,3}\Z"
)
_HOUR_ONLY = re.compile(
    rf"(?P<hour>1[0-2]|[1-9]|{any_of(_HOURS)})(?=\s?(?:[,;?!)]|\.(?![0-9])|\Z)|\s(?:and|we|i|he|she|they|it|the|an?|to|in|on|when|is|was|for|with|there)\b)"
)
_PART_AT = re.compile(
    r"\b(?:this|that|yesterday|tomorrow|every|(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
    r"\s(?P<part>morning|afternoon|evening|night)\s(?:at|around|about|by|until)\s\Z|\btonight\sat\s\Z"
)
"""Around an hour that the part of the day before it tells: this morning at six, we left."""
PART_AT = tuple(
    f"{part} {at} "
    for part in ("morning", "afternoon", "evening", "night")
    for at in ("at", "around", "by", "until")
)
_AND_CLOCK = re.compile(r"\s(?P<next>and)\s(?=[0-9])")
_TO_CLOCK = re.compile(
    r"\s?(?:-|—{1,2}|~|至|到)\s?(?P<next>次日|翌日|第二天|隔日|隔天|明天|明日)?"
    r"|\s(?:to|until|through)\s"
)


@lru_cache(maxsize=8)
def _patterns(parts: DayParts) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what finds an hour behind a part of the day, and a word between the two."""
    part = any_of(parts.words)
    return re.compile(f"(?P<part>{part})?{_CHINESE_HOUR}"), re.compile(part + _ABOUT)


def clock_at(text: str, at: int, parts: DayParts) -> Read | None:
    """Read a clock time or a range of them: 9:00-11:30, 上午9时至11时, 9 a.m. to 5 p.m."""
    first = _one_clock(text, at, parts)
    if first is None or length_at(text, at):
        return None
    end, value = first
    if _PLAIN_CLOCK.fullmatch(text, at, end) and _IN_EVENING.search(text, max(0, at - 48), at):
        value = _evening(value)
    if (to := _range_to(text, at, end)) and (last := _last_clock(text, to.end(), parts)):
        until = last[1] if to["next"] else _after(value, last[1])
        if text[at:end].replace(":", "").isdigit():
            value = _before(value, until, is_late="p" in text[to.end() : last[0]])
        end, value = last[0], f"{value}/{until}"
    about = _patterns(parts)[1].match(text, at)
    word = about["word"] if about else ""
    return end, Quantity(
        kind="time", value=value, approximator=word, comparator=_ABOUT_SIGNS.get(word, "=")
    )


def _evening(value: str) -> str:
    """Return a time that the evening or night before it puts in the second half of the day."""
    hour = int(value[:2])
    is_small = hour in _AFTER_MIDNIGHT or hour >= 12  # noqa: PLR2004 - hours of half a day
    return value if is_small else f"{hour + 12:02}{value[2:]}"


def _range_to(text: str, at: int, end: int) -> re.Match[str] | None:
    """Return what leads from one time to the next; "and" does between them."""
    if text.endswith("from ", 0, at) and is_moved(text, at):
        return None
    is_between = text.endswith("between ", 0, at)
    return _TO_CLOCK.match(text, end) or (_AND_CLOCK.match(text, end) if is_between else None)


def _before(first: str, last: str, *, is_late: bool) -> str:
    """Return the start of a range of times, told by its end, not after that: 9 to 5 p.m.

    ``is_late`` says that p.m. stands behind the end, and may be meant of both: 7:00-8:30 p.m.
    """
    earlier, later = (f"{int(first[:2]) + half:02}{first[2:]}" for half in (-12, 12))
    if first > last > "12:00":
        return earlier
    return later if is_late and later < last else first


def _after(first: str, last: str) -> str:
    """Return the end of a range of times in the half of the day that its start tells."""
    later = f"{int(last[:2]) + 12:02}{last[2:]}"
    return later if last < first < later <= "24:00" else last


def _last_clock(text: str, at: int, parts: DayParts) -> Clock | None:
    found = _noon(text, at) or _chinese_clock(text, at, parts, is_last=True)
    return found or _english_clock(text, at) or _part_clock(text, at) or _four_digits(text, at)


def _first_hour(text: str, at: int) -> Clock | None:
    """Read the start of 0-24时 and 6 to 10 p.m., which only the end marks as a time."""
    if found := _HOUR_ALONE.match(text, at):
        return _clock(found.end(), int(found["hour"]), 0, 0)
    found = _HOUR_TO.match(text, at)
    if found is None:
        return None
    later = 12 if "p" in {found["half_day"], found["half"]} else 0
    return _clock(found.end(), int(found["hour"]) % 12, 0, later)


def _word_clock(text: str, at: int) -> Clock | None:
    """Read six o'clock, eight thirty this morning and, behind a word such as at, eight thirty."""
    found = _WORD_CLOCK.match(text, at)
    if found is None or (found["part"] == "" and not text.endswith(_BEFORE_SAID, 0, at)):
        return None
    hour, part = _HOURS[found["hour"]], found["part"] or ""
    end = found.start("part") if re.fullmatch(_THIS_DAY, part) else found.end()
    later = 12 if part and not _is_before_noon(part, hour) else 0
    return _clock(end, hour, _PAST_HOUR.get(found["minute"], 0), later)


def _one_clock(text: str, at: int, parts: DayParts) -> Clock | None:
    found = _noon(text, at) or _part_clock(text, at) or _chinese_clock(text, at, parts)
    found = found or _english_clock(text, at) or _first_hour(text, at) or _past(text, at)
    return (
        found
        or _four_digits(text, at)
        or _word_clock(text, at)
        or _said_clock(text, at)
        or _hour_after(text, at)
    )


def _noon(text: str, at: int) -> Clock | None:
    """Read 12 noon and 12 midnight, at which a day starts."""
    found = _NOON.match(text, at)
    return (found.end(), "12:00" if found["noon"] else "00:00") if found else None


def _said_clock(text: str, at: int) -> Clock | None:
    """Read at 1.30 today and at 11 00, but no rate: it traded at 1.30 today."""
    found = _SAID_CLOCK.match(text, at) if text.endswith(_BEFORE_SAID, 0, at) else None
    before = _AT.search(text, max(0, at - 3 * _NEAR), at) if found else None
    if found is None or before is None or (before["rate"] and found["dotted"]):
        return None
    return _clock(found.end(), int(found["hour"]), int(found["minute"] or found["dotted"]), 0)


def _part_clock(text: str, at: int) -> Clock | None:
    """Read 4:45 in the afternoon and, behind a word such as at, 8 tonight."""
    found = _PART_CLOCK.match(text, at)
    if found is None:
        return None
    is_told = bool(found["minute"] or found["sharp"])
    part, end = found["part"], found.end()
    if not is_told and ("last" in part or not _BEFORE_HOUR.search(text, max(0, at - _NEAR), at)):
        return None
    if part.startswith(" on ") or (is_told and re.fullmatch(_THIS_DAY, part)):
        end = found.start("part")
    hour = int(_HOURS.get(found["hour"], found["hour"]))
    later = 12 * (not _is_before_noon(part, hour))
    return _clock(end, hour, int(found["minute"] or 0), later)


def _hour_after(text: str, at: int) -> Clock | None:
    """Read the hour of this morning at six."""
    found = _HOUR_ONLY.match(text, at) if text.endswith(PART_AT, 0, at) else None
    part = _PART_AT.search(text, max(0, at - 4 * _NEAR), at) if found else None
    if found is None or part is None:
        return None
    hour = int(_HOURS.get(found["hour"], found["hour"]))
    later = 12 * (not _is_before_noon(f"in the {part['part']}", hour))
    return _clock(found.end(), hour, 0, later)


def _is_before_noon(part: str, hour: int) -> bool:
    """Say whether an hour with words such as this morning, a.m. or last night is before noon."""
    if "last" in part and hour in _AFTER_MIDNIGHT:
        return True
    return "morning" in part or (part.strip().startswith("a") and "night" not in part)


def _past(text: str, at: int) -> Clock | None:
    """Read half past three and quarter to five; but ten to twelve may be a range."""
    found = _PAST.match(text, at)
    if found is None or (found["side"] == "to" and not _counts_down(found)):
        return None
    hour = _HOURS.get(found["hour"]) or int(found["hour"])
    minutes = _MINUTES.get(found["minutes"]) or int(found["minutes"])
    if found["side"] == "to":
        hour, minutes = hour - 1, 60 - minutes
    later = 12 if found.group().endswith(("afternoon", "evening", "night")) else 0
    return _clock(found.end(), hour, minutes, later)


def _counts_down(found: re.Match[str]) -> bool:
    """Say whether "to" stands between minutes and the hour that they are left of."""
    return found["minutes"] == "quarter" or bool(found["word"])


def _four_digits(text: str, at: int) -> Clock | None:
    """Read the clock time of 1400 GMT and 14h00."""
    found = _FOUR_DIGITS.match(text, at) or _FRENCH_CLOCK.match(text, at)
    found = found or _FOUR_DIGITS_HAN.match(text, at)
    if found is None and _BEFORE_HRS.search(text, max(0, at - _NEAR), at):
        found = _HRS_CLOCK.match(text, at)
    if found is None:
        return None
    end = (_HOURS_BEHIND.match(text, found.end()) or found).end()
    return _clock(end, int(found["hour"]), int(found["minute"]), 0)


def _chinese_clock(text: str, at: int, parts: DayParts, *, is_last: bool = False) -> Clock | None:
    found = _patterns(parts)[0].match(text, at)
    if found is None or not _is_hour(text, found, is_last=is_last):
        return None
    minute = (
        30
        if found["half"]
        else numeral_of(found["minute"] or found["words"] or found["digits"]) or 0
    )
    minute += 15 * (numeral_of(found["quarter"]) or 0)
    hour, later = parts.hour(numeral_of(found["hour"]), minute, found["part"] or "")
    clock, second = _clock(found.end(), hour, minute, later), numeral_of(found["second"])
    return clock if clock is None or second is None else (clock[0], f"{clock[1]}:{second:02}")


def _is_hour(text: str, found: re.Match[str], *, is_last: bool) -> bool:
    """Say whether a number is an hour, as minutes, the part of the day or words behind it tell."""
    if text[found.end() : found.end() + 1] in {"差", "意", "方", "建"}:
        return False
    if any(found[told] for told in _TELLING) or found["mark"] == "时":
        return True
    if found["hour"] == "零" and text[found.end() : found.end() + 1] not in _NUMERALS:
        return True
    is_told = is_last or text.endswith("时间", 0, found.start())
    return bool(found["mark"] and (is_told or _AT_HOUR.match(text, found.end())))


def _of_half_day(hour: int, half_day: str) -> tuple[int, int]:
    """Return an hour and how many hours later it is, with a.m., p.m. or neither."""
    if half_day.startswith("a"):
        return (0 if hour == 12 else hour), 0  # noqa: PLR2004 - twelve o'clock at night
    return hour, 12 if half_day.startswith("p") else 0


def _english_clock(text: str, at: int) -> Clock | None:
    """Read 15:30, 9:05 a.m. or 3 p.m.; a one before the colon is a ratio's."""
    found = _ENGLISH_CLOCK.match(text, at)
    if found is None:
        return None
    if not (found["half_day"] or found["sharp"] or _has_minutes(text, at, found)):
        return None
    hour, later = _of_half_day(int(found["hour"]), (found["half_day"] or "").strip().lower())
    clock = _clock(_without_full_stop(text, found), hour, int(found["minute"] or 0), later)
    return (clock[0], clock[1] + (found["second"] or "")) if clock else None


def _has_minutes(text: str, at: int, found: re.Match[str]) -> bool:
    """Say whether what stands behind a colon is minutes, and no ratio to one nor a score."""
    is_hour = found["hour"] != "1" or found["minute"] == "00"
    is_hour = is_hour or _BEFORE_CLOCK.search(text, max(0, at - _NEAR), at)
    return bool(found["minute"] and is_hour) and not is_set_score(text, at, found.end())


def _without_full_stop(text: str, found: re.Match[str]) -> int:
    """Leave the dot of "3 pm." to the sentence; that of "3 p.m." belongs to the time."""
    is_abbreviated = "." in (found["half_day"] or "").rstrip(".")
    return found.end() - (text[found.end() - 1] == "." and not is_abbreviated)


def _clock(end: int, hour: int | None, minute: int, later: int) -> Clock | None:
    if hour is None:
        return None
    hour += later if hour < 12 else 0  # noqa: PLR2004 - hours of half a day
    return (end, f"{hour:02}:{minute:02}") if hour <= 24 and minute < 60 else None  # noqa: PLR2004


def numeral_of(text: str | None) -> int | None:
    """Return the whole number that a numeral states, or None."""
    if not text:
        return None
    value = numeral_value(text)
    return None if value is None else int(value)
