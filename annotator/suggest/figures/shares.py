"""Shares, ratios, multiples and ordinals in folded text: 百分之三十, two-thirds, 1:3, 第一次."""

import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from annotator.model.quantity import Quantity, decimal_text
from annotator.suggest.figures.amounts import PARTIAL, amount_at
from annotator.suggest.figures.compounds import unit_after
from annotator.suggest.figures.decades import tens_at
from annotator.suggest.figures.english_numbers import (
    DENOMINATORS,
    ONES,
    ORDINALS,
    SCALES,
    TENS,
    any_of,
    words_value,
)
from annotator.suggest.figures.halves import half_at
from annotator.suggest.figures.hedges import some_more
from annotator.suggest.figures.multiples import doubled_at, english_times, once_at
from annotator.suggest.figures.numerals import ARABIC, DIGITS, HAN, HAN_RUN, numeral_value
from annotator.suggest.figures.ones import is_that_one
from annotator.suggest.figures.ordinals import NO_NOUN
from annotator.suggest.figures.scores import is_no_score, ratio, score, score_in_words, split
from annotator.suggest.figures.units import Vocabulary

Read = tuple[int, Quantity]
_PER = re.compile("(?P<base>百|千|万)[分份]之")
_AGAIN = re.compile(rf"\s?(?:-|—{{1,2}}|~|至|到)\s?(?:[百千万][分份]之)?(?=[0-9{HAN}])")
_PARTS = re.compile(rf"(?P<below>{ARABIC}|{HAN_RUN})分之(?P<above>{ARABIC}|{HAN_RUN})")
_SHORT_PARTS = re.compile(
    "(?P<below>[三四五六八])分(?P<above>[一二三四五六七])"
    "(?=厘(?!米)|[的之以至、,。;!?”)]|多数|受访|市民|议员|人口|成员|时间|左右|$)"
)
"""Parts without the 之, as Hong Kong says them: 三分二议员, 四分一厘."""
_SLASH = re.compile("(?P<above>[1-9][0-9]?)/(?P<below>[1-9][0-9]?)(?![0-9/百千万亿])")
_TENTHS = re.compile(
    f"(?:(?P<first>[{DIGITS}1-9])[至到~、,-]|(?P<near>[一二两三四五六七八])(?=[二三四五六七八九]成))?"
    f"(?P<tenths>[{DIGITS}两]|[0-9](?:\\.[0-9])?)成(?:(?P<more>(?:半|[{DIGITS}1-9]{{1,2}})(?![{HAN}0-9.分]))"
    "|(?![立功员果本绩效熟长交品分]|(?<=一成)就|都(?=市|大运|世[园大]|国际|双流|天府|平原|高新|铁路|海关|理工|体育|中医|银行|重庆)))"
)
_TO_TENTHS = re.compile("[至到~-]")
_DISCOUNT = re.compile(
    f"(?P<digits>[{DIGITS}]点[{DIGITS}]|[{DIGITS}两]{{1,2}}|[1-9][0-9]?(?:\\.[0-9])?)\\s?折(?![叠腾磨扣旧返回射中合线算页子])"
)
MORE_THAN_HALF = "半(?![个年月天小公])"
"""What follows 过 where more than a half is meant, not half a century."""
_HALF = re.compile(
    f"一半|过{MORE_THAN_HALF}数?|半数|(?<=[逾超近])半(?![年月天日个小径导岛夜途成])|[减砍]半|对半|对折(?!叠)|半价"
)
_DOUBLED = re.compile(
    f"翻了?(?P<hedge>将?近|约|超过?)?(?:(?P<times>[{HAN}0-9]{{1,9}}+)?[番倍]|一翻(?=[,。、;\\s]|$))"
)
_HEDGES = {"近": "<~", "将近": "<~", "约": "~", "超": ">", "超过": ">"}
_ORDINAL = re.compile(rf"第\s?(?P<number>{ARABIC}|{HAN_RUN})")
_NEXT_ORDINALS = re.compile(
    rf"(?:(?:、(?:甚至)?|[和与及或])第(?:[0-9]{{1,3}}|(?!两){HAN_RUN}))+|(?P<to>[至到—~-])第?(?:[0-9]{{1,3}}|{HAN_RUN})"
    rf"|(?<![。;:!?\n]第.)(?<![。;:!?\n]第..)(?:、(?:[0-9]{{1,3}}|(?!两){HAN_RUN})(?!个))+"
)
"""What goes on with a row of ordinals; 第二、三项 at the start may be three of the second point."""
_NEXT_NUMBER = re.compile(rf"[0-9]+|{HAN_RUN}")
_EN_ORDINAL = re.compile(
    rf"(?P<number>[0-9]{{1,3}}(?>(?:,[0-9]{{3}})+)|[0-9]++)(?:st|nd|rd|th)\b"
    rf"|(?:(?P<hundreds>{any_of(list(ONES)[1:10])})\s(?:hundred\s(?:and\s)?|(?=hundredth)))?"
    rf"(?:(?P<tens>{any_of(TENS)})-)?(?P<word>{any_of(ORDINALS)})(?:\b(?!-ever)|-ever\b)",
)
_EN_PARTS = re.compile(
    rf"(?!an?\s{{1,3}}half[\s-](?:{any_of(SCALES)}|{PARTIAL})\b)(?P<above>an?|{any_of(ONES)}"
    rf"|[0-9]++)(?:(?P<gap>-)|\s{{1,3}})"
    rf"(?P<below>{any_of(DENOMINATORS)}|10{{1,3}}th(?=s\b|\sof\san?\b))s?\b"
    r"(?!-(?(gap)(?!(?:(?:percentage[\s-])?point|percent|mile|hour|inch|cent)\b))|\s(?:and|or)\s(?:final|last)\b)",
)
_ONE_MORE = re.compile(
    r"[a-z]+(?:,\s(?:[a-z]+th,?\s)?|,?\s)(?:and\s|or\s)?[a-z]+th\b|(?!hal|quarter)[a-z]+\s(?:was|is|has|died|remains|remained|suffered|escaped|surrendered|came"
    r"|(?!(?:less|more|fewer|higher|lower|faster|larger|smaller|cheaper|bigger|longer|shorter"
    r"|off|down|up|through|each|above|below|under|over|ahead|behind|short"
    rf"|way|left|full|empty|{NO_NOUN})\b)[a-z]{{3,}})\b"
)
_HEDGED = re.compile(
    r"\b(?:about|around|nearly|almost|roughly|approximately|over|under|than|at\sleast|up\sto)\s\Z"
)
"""Around a part, which no place in a row has: about a third is gone."""
_NO_PARTS = re.compile(
    r"(?!1\s)[0-9]+\s(?!out\b|in\b|of\b)[a-z]+(?<!s)\b"
    rf"|(?!one\s)[a-z]+\s(?!half|quarter|out\b|in\b|of\b)[a-z]+(?<!s)[\s-](?!(?:of|majority|full|empty|way|{PARTIAL})\b)[a-z]"
)
"""A number and an ordinal that are no parts, which would be many: 2031 third, two third parties."""
_LARGE = r"(?:(?<=\b1\sin\s)|(?<=\bone\sin\s))[0-9]{1,3}(?>(?:,000){1,2})"
"""What only one is so seldom of: 1 in 100,000."""
_EN_IN = re.compile(
    rf"(?P<above>{any_of(ONES)}|[0-9]++(?:\.[0-9](?=\sout\s))?)(?:\s{{1,3}}(?:(?:in|out\s{{1,3}}of)(?:\s{{1,3}}every)?|of\severy)\s{{1,3}}|-in-)"
    rf"(?P<below>{any_of([*ONES, *TENS, 'a hundred', 'a thousand'])}|{_LARGE}|[0-9]{{1,3}})\b"
    r"(?![.,]?[0-9]|\s(?:quarter|third|half|halves))",
)
_EN_ONE_IN = re.compile(
    rf"(?P<above>one|1)\s(?!(?:{any_of(SCALES)}|percent|point|percentage)\b)[a-z]{{3,16}}"
    r"\s(?:in|out\sof)(?:\severy)?\s"
    rf"(?P<below>{any_of([*ONES, *TENS, 'a hundred'])}|(?!(?:19|20)[0-9][0-9])[0-9]{{1,4}})"
    r"(?=[,.;:?!)]?(?:\s(?:is|are|was|were|has|have|had|will|now|still|fails|needs|gets|goes"
    r"|dies|lives|ends|takes|shows|[a-z]{2,9}ed)\b|[^.0-9a-z\s]|\s?$|[.,;:?!)]\s))"
)
_NTH = re.compile(r"(?:hundred|thousand|million)th(?!s|\s(?:of|an?)\b)")
"""A place in a row, not a part: the two hundredth anniversary."""
_NTH_OF = re.compile(
    r"(?:(?P<above>[1-9][0-9]{0,2})/)?(?P<below>10{1,5}|1,000)ths?"
    r"(?=\sof\san?\s(?:second|minute|inch|mile|percent|per\scent|cent|degree|millimet|met(?:er|re)|point|gram))"
)
"""A part that is written in digits: the 1000th of a second, 3/100ths of an inch."""
_QUARTERS = re.compile(
    r"(?:[2-9]|1[0-9]|[a-z]+)(?:-quarter|\squarters)\b(?!\sof\s(?!(?:this|the|last|next|fiscal)\s(?:[a-z]+\s)?year\b|[12][0-9]{3}\b))"
)
_IN_TIME = re.compile(
    r"\b(?:first|last|past|next|previous|prior|final|coming|recent|these|those|consecutive|straight)\s\Z"
)
"""Around a number of quarters of a year or of a game: the first three quarters."""
_AGO = re.compile(r"\s(?:ago|later|earlier|running|straight|in\sa\srow)\b")
_QUARTERS_OF_ONE = frozenset({Decimal(1), Decimal(3)})
"""How many quarters are a fraction."""
_ONE_OF_THEM = re.compile(
    r"\b(?:the|this|final|last|next|new|other|which|each|every|another|second|third|(?:the|my|his|her|our|their)\sonly|big|good)\s\Z"
)
"""What stands before "one" where it stands for a thing: the final one in 12 months."""
_A_WHILE = re.compile(
    r"\s(?:seconds|minutes|hours|days|nights|weeks|months|years|decades|seasons|games|matches|tests|innings"
    r"|starts|races|laps|overs|appearances|attempts|outings|rounds|sets|plays|carries|shots)\b"
)
"""What several or "that one" are done in, so that no share is meant: I saw that one in ten days."""
_IN_SO_MANY = re.compile(r"(?!(?:one|1)\s)[0-9a-z]+\sin\s")
_EN_HALF = re.compile(
    r"(?:one-)?half\b(?!-|\s{1,3}an?\s|\s{1,3}(?:years?|times?|hours?|days?|miles?|century|percent|percentage|points?"
    rf"|inch|acre|{any_of(SCALES)})\b)"
)
_THE_HALF = re.compile(r"\b(?:at|enter(?:ed|ing)|into|before|after|during|since)\sthe\s\Z")
"""What stands before a half of a game: we were down at the half."""
_NOT_HALF = re.compile(
    r"(?:first|second|latter|other|own|upper|lower|top|bottom|northern|southern|eastern|western|last|better|back|front)[\s-]{1,3}\Z"
)
_PLACES = Decimal("1e-12")
_BEFORE = 16


def share_at(text: str, at: int, words: Vocabulary) -> Read | None:
    """Return the end and value of the share or ordinal that starts at ``at`` in folded text."""
    first = text[at]
    if first == "第":
        return _ordinal(text, at, words)
    readers: tuple[Callable[[str, int], Read | None], ...]
    if first == "翻":
        readers = (_doubled,)
    elif first.isascii():
        readers = _FOR_ARABIC if first.isdigit() else _FOR_ENGLISH
    else:
        readers = _FOR_CHINESE
    found = next((found for read in readers if (found := read(text, at))), None)
    if found and found[1].kind == "score" and is_no_score(text, at, found[0], words):
        found = None
    return found or (half_at(text, at, words) if first in "半每" else None)


def _fraction(end: int, above: Decimal | None, below: Decimal | None) -> Read | None:
    if above is None or not below:
        return None
    number = decimal_text((above / below).quantize(_PLACES))
    return end, Quantity(number, number, kind="fraction")


def _per(text: str, at: int) -> Read | None:
    """Read 百分之三十, also as a range; 千分之 and 万分之 are fractions."""
    found = _PER.match(text, at)
    first = amount_at(text, found.end()) if found else None
    if found is None or first is None:
        return None
    again = _AGAIN.match(text, first.end)
    last = (amount_at(text, again.end()) if again else None) or first
    high = last.high if last.high is not None else last.low
    kind = "percent" if first.low == high else "range"
    if found["base"] != "百":
        return _fraction(first.end, first.low, numeral_value(found["base"]))
    end, word = some_more(text, last.end, last.blurred_by)
    low, top, sign = decimal_text(first.low), decimal_text(high), ">~" if word else "="
    return end, Quantity(low, top, "percent", found.group(), kind, word, sign)


def _chinese_parts(text: str, at: int) -> Read | None:
    if found := _PARTS.match(text, at):
        return _fraction(found.end(), numeral_value(found["above"]), numeral_value(found["below"]))
    if found := _SHORT_PARTS.match(text, at):
        return _short_parts(text, found)
    found = _SLASH.match(text, at)
    if found is None or int(found["above"]) >= int(found["below"]):
        return None
    return _fraction(found.end(), Decimal(found["above"]), Decimal(found["below"]))


def _short_parts(text: str, found: re.Match[str]) -> Read | None:
    """Read 三分二 as a fraction, and the 四分一厘 of interest as a quarter of a percent."""
    above, below = numeral_value(found["above"]), numeral_value(found["below"])
    parts = _fraction(found.end(), above, below) if above and below and above < below else None
    if parts is None or not text.startswith("厘", found.end()):
        return parts
    return found.end() + 1, replace(parts[1], unit="percent", unit_text="厘", kind="percent")


def _discount(text: str, at: int) -> Read | None:
    """Read 八折 and 85折, what is left to pay."""
    found = _DISCOUNT.match(text, at)
    digits = numeral_value(found["digits"]) if found else None
    if found is None or digits is None:
        return None
    return _fraction(found.end(), digits, Decimal(10 if digits < 10 else 100))  # noqa: PLR2004


def _tenths(text: str, at: int) -> Read | None:
    """Read 三成五 and, as one range, 两成到三成."""
    first = _some_tenths(text, at)
    is_change = text[at - 1 : at] in {"从", "由"}
    to = _TO_TENTHS.match(text, first[0]) if first and not is_change else None
    last = _some_tenths(text, to.end()) or once_at(text, to.end()) if to else None
    if first is None or last is None or Decimal(first[1].low) >= Decimal(last[1].high):
        return first
    return last[0], Quantity(first[1].low, last[1].high, kind="range")


def _some_tenths(text: str, at: int) -> Read | None:
    found = _TENTHS.match(text, at)
    tenths = numeral_value(found["tenths"]) if found else None
    if found is None or tenths is None:
        return None
    if first := numeral_value(found["first"] or found["near"] or ""):
        if first >= tenths:
            return None
        low, high = decimal_text(first / 10), decimal_text(tenths / 10)
        return found.end(), Quantity(low, high, kind="range")
    return _fraction(found.end(), tenths * 10 + _hundredths(found["more"] or "零"), Decimal(100))


def _hundredths(digits: str) -> Decimal:
    """Return the hundredths behind tenths: 三成五, 三成半, 三成二五."""
    more = Decimal(5) if digits == "半" else numeral_value(digits) or Decimal(0)
    return more / 10 if len(digits) > 1 else more


def _half(text: str, at: int) -> Read | None:
    if found := _HALF.match(text, at):
        word, comparator = ("过", ">") if found.group()[0] == "过" else ("", "=")
        return found.end(), Quantity("0.5", "0.5", "", "", "fraction", word, comparator)
    return None


def _doubled(text: str, at: int) -> Read | None:
    """Read 翻番 and 翻倍 (twice), 翻两番 (four times), 翻三倍 (three times)."""
    found = _DOUBLED.match(text, at)
    times = numeral_value(found["times"] or "一") if found else None
    if found is None or times is None or times > 30 or found.group()[-1] not in "番倍翻":  # noqa: PLR2004
        return None
    is_power = found.group()[-1] == "番"
    factor = decimal_text(Decimal(2) ** int(times) if is_power else max(times, Decimal(2)))
    hedge = found["hedge"] or ""
    return found.end(), Quantity(
        factor, factor, "times", found.group()[-1], "multiple", hedge, _HEDGES.get(hedge, "=")
    )


def _ordinal(text: str, at: int, words: Vocabulary) -> Read | None:
    found = _ORDINAL.match(text, at)
    number = numeral_value(found["number"]) if found else None
    if found is None or number is None:
        return None
    place = decimal_text(number)
    if row := _ordinals(text, found.end(), number, words):
        return row
    unit = unit_after(text, found.end(), words)
    if unit is None:
        return found.end(), Quantity(place, place, kind="ordinal")
    name = words.unit(unit.group()).name
    return unit.end(), Quantity(place, place, name, unit.group(), "ordinal")


def _ordinals(text: str, at: int, first: Decimal, words: Vocabulary) -> Read | None:
    """Read the next ordinals behind one, with the unit of all: 第二、三批, 第一、第二阶段."""
    row = _NEXT_ORDINALS.match(text, at)
    unit = unit_after(text, row.end(), words) if row else None
    if row is None or unit is None:
        return None
    numbers = [numeral_value(number) for number in _NEXT_NUMBER.findall(row.group())]
    last, is_row = numbers[-1], numbers == [first + step for step in range(1, len(numbers) + 1)]
    if last is None or last <= first or not (is_row or row["to"]):
        return None
    low, high = decimal_text(first), decimal_text(last)
    return unit.end(), Quantity(low, high, words.unit(unit.group()).name, unit.group(), "ordinal")


def _english_ordinal(text: str, at: int) -> Read | None:
    found = _EN_ORDINAL.match(text, at)
    if found is None:
        return None
    digits = found["number"]
    number = int(digits.replace(",", "")) if digits else _spoken_ordinal(found)
    return found.end(), Quantity(str(number), str(number), kind="ordinal")


def _spoken_ordinal(found: re.Match[str]) -> int:
    """Return the place of "one hundred and twenty-first" and "two hundredth"."""
    hundreds = ONES[found["hundreds"]] if found["hundreds"] else 0
    if found["word"] == "hundredth":
        return 100 * (hundreds or 1)
    return 100 * hundreds + TENS.get(found["tens"] or "", 0) + ORDINALS[found["word"]]


def _parts_of(text: str, found: re.Match[str]) -> Read | None:
    """Read two thirds and three in five; not three quarters of a year that are told one by one."""
    above, below = _count(found["above"]), found["below"].lower()
    at = found.start()
    if _NTH.match(text, found.start("below")):
        return None
    if _QUARTERS.match(text, at) and _is_of_time(text, at, above):
        return None
    if below in DENOMINATORS:
        return _fraction(found.end(), above, Decimal(DENOMINATORS[below]))
    divisor = _count(below.removesuffix("th"))
    return None if (above or 0) > (divisor or 0) else _fraction(found.end(), above, divisor)


def _english_parts(text: str, at: int) -> Read | None:
    if (found := _EN_PARTS.match(text, at) or _in_every(text, at)) and not _is_one_more(found):
        return _parts_of(text, found)
    if nth := _NTH_OF.match(text, at):
        below = Decimal(nth["below"].replace(",", ""))
        return _fraction(nth.end(), Decimal(nth["above"] or 1), below)
    found = _EN_HALF.match(text, at)
    near = max(0, at - _BEFORE)
    if found is None or _NOT_HALF.search(text, near, at):
        return None
    if _THE_HALF.search(text, near, at) and not text.startswith(" of ", found.end()):
        return None
    return _fraction(found.end(), Decimal(1), Decimal(2))


def _is_of_time(text: str, at: int, number: Decimal | None) -> bool:
    """Say whether quarters of a year or a game are counted: two quarters, the last three."""
    is_ago = _AGO.match(text, text.find("quarter", at) + len("quarters"))
    return number not in _QUARTERS_OF_ONE or bool(
        is_ago or _IN_TIME.search(text, max(0, at - _BEFORE), at)
    )


def _is_one_more(found: re.Match[str]) -> bool:
    """Say whether one in a row is meant: a sixth died, the 2031 third round.

    A half, third or quarter behind an article is none.
    """
    if found["above"] in {"a", "an"}:
        if _HEDGED.search(found.string, max(0, found.start() - _BEFORE), found.start()):
            return False
        return _ONE_MORE.match(found.string, found.start("below")) is not None
    return _NO_PARTS.match(found.string, found.start()) is not None


def _in_every(text: str, at: int) -> re.Match[str] | None:
    """Return one in three or one child in five."""
    near = max(0, at - _BEFORE)
    if text.startswith("one ", at) and _ONE_OF_THEM.search(text, near, at):
        return None
    found = _EN_IN.match(text, at)
    if found is None and not text.endswith("only ", near, at):
        found = _EN_ONE_IN.match(text, at)
    is_no_share = found and (is_that_one(text, at) or _IN_SO_MANY.match(found.group()))
    if found and is_no_share and _A_WHILE.match(text, found.end()):
        return None
    return found


def _count(text: str) -> Decimal | None:
    return Decimal(text.replace(",", "")) if text[0].isdigit() else words_value(text)


_FOR_ARABIC = (
    ratio,
    score,
    split,
    _chinese_parts,
    _tenths,
    _discount,
    _english_parts,
    _english_ordinal,
    tens_at,
)
_FOR_ENGLISH = (
    _english_parts,
    _english_ordinal,
    english_times,
    score_in_words,
    tens_at,
)
_FOR_CHINESE = (_per, _chinese_parts, _tenths, _discount, _half, ratio, doubled_at)
