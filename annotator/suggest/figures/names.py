"""Numerals that are no figures: names, ranks, slogans, list markers and numbers to dial."""

import re
from itertools import pairwise

from annotator.suggest.figures.chinese_names import is_numbered
from annotator.suggest.figures.english_dates import MONTH_NUMBERS
from annotator.suggest.figures.english_numbers import ONES, SCALES, TENS, any_of
from annotator.suggest.figures.event_years import is_in_event
from annotator.suggest.figures.numerals import HAN, LONGEST
from annotator.suggest.figures.recordings import told_stamp_at
from annotator.suggest.figures.sessions import is_foremost, is_session, is_told_often, is_way
from annotator.suggest.figures.slogans import is_in_title
from annotator.suggest.figures.units import Vocabulary

_IDENTIFIER = re.compile(
    r"[0-9]{1,4}/[0-9]{1,4}(?=次)|(?<=“)[0-9]{1,2}[.][0-9]{1,2}(?=”)"
    r"|(?:(?<=k[0-9]\+)|(?<=k[0-9]{2}\+)|(?<=k[0-9]{3}\+)|(?<=k[0-9]{4}\+))[0-9]{3}(?![0-9])"
    r"|(?:(?<=\(0[2-8]\))|(?<=\(0[2-8]\) )|(?<=\(0[0-9]{2}\))|(?<=\(0[0-9]{2}\) ))"
    r"[0-9]{3,4}[- ]?[0-9]{3,4}(?![0-9])"
    r"|[0-9]{1,2}:[0-9]{2}[-—][a-z]{2}[-—][0-9]+"
    r"|(?<=\()[2-9][0-9]{2}\)\s?[0-9]{3}-[0-9]{4}(?![0-9-])"
    r"|[24](?:[x×]|\s(?:x|by)\s|-by-)(?:[24]|[1-8]00)(?![0-9])米?"
    r"|[1-6]-[1-6](?=\s(?:defen[sc]e|formation|alignment|zone|front|scheme|package|look|shell|nickel)\b)"
    r"|(?:(?<=\ba\s\.)|(?<=\bhis\s\.))(?:22|223|25|32|357|38|380|40|44|45|50)(?=[,.;]?\s|\Z)"
    r"|30-(?:06|30)(?=[,.;]|\srifles?\b)|[0-9]{1,3} u\.s\. [0-9]{1,4}(?![0-9,])"
    r"|[1-9](?:,[1-9]){1,3}-[a-z]+"
    r"|[2-9][0-9]{2} (?!(?:19|20)[0-9]{2})[0-9]{4}(?![0-9年-]|[,.][0-9])"
    r"|(?<=[线话])[0-9]{3} [0-9]{4}(?![0-9])|[2-9]合[1一](?![0-9])"
    r"|[0-9]{3,12}(?=@|\.(?:com|org|net|hk|tw|cn)\b)|[0-9]{1,3}(?:\.[0-9])?k(?:处|路段|附近)"
    r"|0[0-9]{1,3}-[0-9]{3,4}-[0-9]{3,4}(?![0-9])"
    r"|(?:[0-9]{1,5}\s)?[0-9]{2}:[0-9]{2}:[0-9]{2}[,.][0-9]{3}(?![0-9])|0[0-9]{2,3}[- ]?[0-9]{6,8}"
    r"|010-[0-9]{5}(?![0-9])|86-[0-9]{2,3}-[0-9]{7,8}(?:[ 、/][0-9]{7,8})*(?![0-9])"
    r"|1[3-9][0-9]{9}(?![0-9]|\.[0-9]|\s?[个元人名件吨票美亿万%])"
    r"|[0-9]{1,4}(?:(?:-[0-9]{1,7}){3,}|(?:[.][0-9]{1,5}){3,})"
    r"|[0-9]{1,3}(?:\.[0-9]{1,5}){2,}(?![0-9])"
    r"|(?![1-9][05]0-[1-9][0-9][05]0\s[a-z])[0-9]{3}-(?:[0-9]{3}-)?[0-9]{4}(?![0-9-])"
    r"|[0-9]{1,2}[·•‧][0-9]{1,2}(?![0-9])|(?<=[(【[])(?:19|20)[0-9]{2}[])】][^,。;\s]{0,12}?[0-9]++号"
    r"|(?<=[0-9]\()(?:19|20)[0-9]{2}\)号"
    rf"|(?<!['’‘])0[0-9]++(?![.:/0-9年月日时点-]|(?<=0[1-9])(?:th)?\s(?:of\s)?{any_of(MONTH_NUMBERS)}\b|(?<=0[0-9])h[0-5][0-9]|\s?(?:gmt|utc|zulu|local\stime|hours\b)"
    rf"|(?<=\b[a-z]{{2}}\s0[0-9]{{3}})\s(?:this|on|today|tomorrow|yesterday|eastern|central"
    rf"|pacific|zulu)\b)|[0-9]{{{LONGEST},}}|[0-9]{{1,2}}\+(?:[a-z]"
    rf"|[0-9]{{1,2}}(?![0-9])(?:\+[0-9])*)"
    r"|(?<=\+)[0-9]{1,3}[ -]?(?:\(0\)\s?)?[0-9][0-9 -]{5,16}[0-9](?![0-9])"
    r"|(?<=[()。])1[0-3][0-9](?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])(?=\)|\s|\Z)"
    r"|(?:2[1-9]|[35689][0-9])[0-9]{2} [0-9]{4}(?![0-9年]|[,.][0-9])"
    r"|18[0-9]{2} [0-9]{3}(?![0-9]|[,.][0-9])|1-\s?8(?:00|88|77|66|55|44|33)(?![0-9,.])"
    r"|1-\s[2-9][0-9]{2}-[0-9]{3}-[0-9]{4}(?![0-9-])"
    r"|(?:(?<=stamps\s)|(?<=stamp\s)|(?<=\btime\scode\s))(?:[0-9]{1,2}:){1,2}[0-5][0-9](?![0-9:])"
    r"|(?<=\bphase\s)[1-4][ab]?/[1-4][ab]?(?![0-9])|(?<=\bphase\s[1-4][ab]/)[1-4][ab]?(?![0-9])"
    r"|9-11(?=\s(?:attack|terror|commission|memorial|hijack|victim|museum|report\b|anniversary))"
    r"|(?<=\bthe\s)[0-9]-[0-9](?=\s(?:is|was|has|had|in\s(?!the\b)))|[0-9]-[0-9](?=\s(?:precinct|pct|squad)\b)|(?<=\ba\s)10-[0-9]{1,2}(?=[.,;]|\s(?:on|at|in|call|and)\b)"
    r"|(?<=\bin\sthe\s)[0-9]-[0-9](?=[,.;])|[0-9]-[0-9](?=,?\s(?:and|or)\s(?:the\s)?[0-9]-[0-9]\sprecincts\b|\sprecincts\b)"
    r"|[0-9]{2,3}-[0-9]{2}(?=\s(?!on\b|at\b|in\b|over\b|from\b)(?:[a-z]+|[0-9]{1,3}(?:st|nd|rd|th))\s(?:street|avenue|ave\b|road|boulevard|blvd|drive|parkway|turnpike)\b)"
    r"|[2-9][0-9]{2}-(?:tips|help|stop|hope|kids|cops|heat|quit|care|info)\b"
    r"|[0-9]{3}-[0-9]{3}-[a-z]{4}\b|1800[0-9]{6,7}(?![0-9])|24\s?x\s?7(?![0-9])"
    r"|1-8[0-9]{2}-[0-9a-z]{3,7}(?:-[0-9a-z]{2,6})?(?![0-9a-z])|[2-9]-1-1(?![0-9-])"
    r"|7[1-8]7-[1-9](?:00)?(?:er)?(?![0-9])|(?<=\b7[1-8]7\smax\s)(?:10|[7-9])(?![0-9])"
    r"|(?<![^\n])[0-9]{1,2}:[0-5][0-9](?=\s\|\s[0-9])"
    r"|[0-9]{2,3}年度?[^，。、,0-9]{1,8}字第[0-9]++号"
    r"|[2-9]11(?:,?\s(?:or|and)\s[2-9]11)+(?![0-9]|[,.][0-9]|\s[a-z]+s\b)"
    r"|[0-9]{1,2}-[0-9]{1,2}-[0-9](?![0-9-])|[1-5](?:-[1-5]){2,3}(?![0-9-])|[1-9]-[1-9]-[1-9](?=双杀|\sdouble\splay)|[0-9]{1,4}\([0-9a-z]{1,2}\)s?"
)
_MEETING = re.compile(
    f"届(?:[{HAN}0-9]{{1,3}}(?:中(?:全会|[、和及至])|次)|[^，。、\\s]{{0,12}}(?:大会|论坛|峰会|委员会))"
)
_RANK = re.compile(
    "(?<!两)级[一-鿿]{1,3}[员官士长师授将监督司校尉]|[处科](?:副?[处科]长|[一二三四]级)"
    "|强(?![烈震度大劲])|弱|旅(?![客游行次程费社馆])|(?<=二)期(?![间限数])|(?<=[一二三四五]等[一二三四五])级|(?<=[一二三四])(?<![省市县区乡镇村央层等][一二三四])级(?![地大台余强阵风震以及至到的]|或以[上下]|网络|联动|联网|贯通|架构)[一-鿿]"
)
_GROUPED = re.compile(r",[0-9]{3}\Z")
_PLAN = re.compile("十[一二三四五六]五")
_GRADING = ("分", "分为", "分成", "分作")
"""What stands before how many grades there are, and no rank: 分三级收费."""
_NEXT_IN_ROW = re.compile("(?:、[0-9]{1,4}){1,6}(?![0-9]|[.,][0-9])")
"""More numbers in a row, which may have a name of them behind the last: 64、65年次."""
RANKS = frozenset("级处科期届旅强弱、")
"""What the patterns of ranks, meetings and rows of names begin with."""
_MARKER = re.compile(r"[、.)）](?![0-9])|[是则]|[,:：，](?=[^0-9])")
_BEFORE_MARKER = re.compile(r"(?:^|[\n。；;：:(（,，!！?？])\s*\Z")
_DASHED = re.compile(r"\s[-—]\s(?=[a-z])")
_CHINESE_NEXT = re.compile(r"\s?[^\x00-\x7f]")
_AT_LINE_START = re.compile(r"(?:^|\n)[\s(（#*]*\Z|\[\s?\Z")
_NUMERALS = re.compile(f"第\\s?(?:[{HAN}0-9,]++|[、及和与或至到—~第-]|甚至)*")
"""An ordinal up to its unit, with the further ones of a row: 第二、三批."""
_AND_ORDINAL = re.compile(f"[、及和与或至]第[0-9{HAN}]{{1,4}}")
"""What another ordinal follows with, which may tell what both are of: 第2次及第3次会议."""
_AGAIN = re.compile("次(?![的以之内前后左多或和与、至到即就才课])[一-鿿]")
_OFTEN = frozenset("每周年月日天季各分共曾先后已少计")
"""Around 二次 that means "again" or "another": 二次施工, but not 每年二次健检."""
_EVER = ("以来", "以来的", "以后的", "之后的", "史上", "史上的")
"""What stands before 第一次 where it tells that there was none before: 建国以来第一次全国会议."""
_COUNTED_OFF = re.compile(
    f"第[{HAN}]{{1,2}}[件点项个条类种块句桩][,:]|第[{HAN}]{{1,2}}(?:[、及和][{HAN}]{{1,2}})?[宗起]案件?[中里涉,]|第[{HAN}]{{1,2}}[件点项个条类种块句桩张步招]就?是"
    f"|第[{HAN}]{{1,2}}[个项种类条层](?!月|季|星期|礼拜|学期|赛季|小时|工作日|交易日)[^\\W0-9的了]{{1,6}}?,?(?:就?是|在于)"
)
"""What counts off at the start of a clause: 第一件,国内新增405例; 第二个手段是贸易."""
_ANSWERED = re.compile(
    "(?:(?:答复?|先[说讲谈])[一下了你您的这]{0,3}|[,。;]这是(?:我的)?(?=第[^,。]{1,3}个(?:[,。;:!?要想需我]|\\Z)))第"
)
"""Before the question that is answered, or the point that was made: 我先答第一个; 这是第一个."""
_IN_BRACKETS, _LONGEST_MARKER = 40, 3
_SHARE_BEFORE = re.compile(r"(?:%|\spercent|\sper\scent)\s?\(\Z")
_NAMED_BEFORE = re.compile(
    r"\b(?!(?:section|article|paragraph|clause|rule|note|table|figure"
    rf"|{any_of([*ONES, *TENS, *SCALES])})\b)[a-z]{{1,24}}\s\(\Z"
)
_LEAST_AGE = 20
"""What a larger number in brackets stands behind: the age or the runs of somebody, Hill (41)."""
_ROW_BEFORE = re.compile(r"\([0-9]{1,4}\)(?:[,;]|[,;]?\sand)\s(?:[a-z][a-z'’.-]*\s){1,4}\(\Z")
_ROW_BEHIND = re.compile(r"\)(?:[,;]|[,;]?\sand)\s(?:[a-z][a-z'’.-]*\s){1,4}\([0-9]{1,4}\)")
"""Around a number in brackets where names have one each: Spain (7), Peru (3) and Chad (2)."""
_WORD_MARKER = re.compile(
    r"(?:one|two|three|four|five|six)(?:,(?!\san?\s[0-9]{1,3}-(?:year|month|day)-old)|:(?=\s[a-z])|\s[-—]"
    r"|\sis(?=\s(?:the(?!\s(?:number|minimum|maximum|limit|figure|total)\b)|that|to|an?|how|what|about|our|we|just"
    r"|this|whether|making|getting)\s))\s"
)
_BEFORE_WORD_MARKER = re.compile(
    r"(?:[.;:!?]\s{1,3}|(?:^|\n)(?:[*•·-]\s)?)"
    r"(?:(?:and|but)(?:\sthen)?\s)?\Z"
)
_BEFORE_INLINE = frozenset({". ", ": ", "; ", ", "})
_ITEM = 600
"""How far apart two points of a list are at most, in code points."""
_CLAUSE = re.compile(
    r",\s(?:we|i|it|they|you|there|the|our|this|that|he|she|what|how|why|where|do|does|did|can"
    r"|will|would|should|could|if)\b"
)
_IN_ROW = re.compile(r"[,;]\s(?:and\s)?\Z")
"""Around a number that counts off a clause: one, we wait, and two, we ask."""
_BEFORE_WORD = 14
_COUNTS_OFF = {
    number: re.compile(rf"[.;:!?,\n—–-]\s{{1,3}}(?:and\s)?{before}[,:]\s")
    for before, number in pairwise(("one", "two", "three", "four", "five", "six"))
}
"""What stands before a number that counts off: the one before, which does so too."""
_COUNTS = frozenset("两几")
"""What stands before how many terms there were, never before the number of one: 两届政府."""
_ROW_SIGNS = frozenset("、及和与或至到-~")
BEFORE_NAMED = _ROW_SIGNS | frozenset("/ \n")
"""What stands before a number in a row, or one that a rate refers to."""
_ROW = re.compile(
    "第[0-9零一二三四五六七八九十百]{1,5}(?:[、及和与或至到~-][0-9零一二三四五六七八九十百]{1,5})*.\\Z"
)
_LISTING = frozenset(",:、")
_STOPS = frozenset(("", *",。;、!?”\n"))
_SUPERLATIVES = frozenset("多高低少大小强长快早暖冷热重轻近远深久老贵")
_PER = re.compile(r"\bper\s\Z")
_ARTICLE = re.compile(r"(?<![a-z])an?\s\Z")
_DETERMINER = re.compile(r"(?<![a-z])(?:the|our|its|their|this|these|new)\s\Z")
_YEAR = re.compile("(?:1[5-9]|20)[0-9]{2}")
_PROPER_NEAR, _SHORTEST_MODEL = 20, 3
_THE = re.compile(r"(?<![a-z])(?:the|this|that|our|a)\s\Z")
_SINGULAR = re.compile(r"\s(?:is|isn['’]t|was|wasn['’]t|has|hasn['’]t|does|doesn['’]t)\b")
_SEVERAL = re.compile(r"\s[a-z]{3,12}s\b")
_DEFINED = re.compile(r"(?<![a-z])(?:the|on|via|aboard|take|takes|ride)\s[0-9]+\Z")
"""What stands before a number that names a line or a train: the 7 train riders."""
_JET = re.compile(r"7[1-8]7(?![0-9,.]*[0-9]|\s[a-z]+s\b|-[a-z])")
"""The number of an airliner: hours in the 777."""


def identifier_end(text: str, at: int) -> int | None:
    """Return the end of the phone or version number that starts at ``at``, or None."""
    found = _IDENTIFIER.match(text, at) or told_stamp_at(text, at)
    return found.end() if found else None


def is_name(text: str, number_end: int, words: Vocabulary) -> bool:
    """Say whether what follows a numeral makes a name or rank of it."""
    following = text[number_end : number_end + 1]
    if _is_count(text, number_end, following):
        return False
    if text[number_end - 1] == "二" and _is_second(text, number_end, words):
        return True
    if words.names_after.match(text, number_end):
        return not _is_compound(text, number_end, words)
    if following == "、" and (row := _NEXT_IN_ROW.match(text, number_end)):
        return words.names_after.match(text, row.end()) is not None
    return following in RANKS and _is_rank(text, number_end)


def _is_count(text: str, number_end: int, following: str) -> bool:
    """Say whether a number counts terms or grades, or is a group of digits: 两届, 分三级."""
    if following == "届":
        return text[number_end - 1] in _COUNTS or is_told_often(text, number_end)
    if following in {"级", "期"}:
        return text.endswith(_GRADING, 0, number_end - 1)
    return following == " " and _GROUPED.search(text, number_end - 4, number_end) is not None


def _is_compound(text: str, number_end: int, words: Vocabulary) -> bool:
    """Say whether a number counts things whose name begins like one's: 30 train cars."""
    first = words.lists["compounds"].match(text, number_end)
    if first is None or _SEVERAL.match(text, first.end()) is None:
        return False
    return _DEFINED.search(text, max(0, number_end - _PROPER_NEAR), number_end) is None


def _is_rank(text: str, number_end: int) -> bool:
    """Say whether what follows a numeral makes a rank or a meeting of it: 二级, 三中全会."""
    return bool(_RANK.match(text, number_end) or _MEETING.match(text, number_end))


def _is_second(text: str, number_end: int, words: Vocabulary) -> bool:
    """Say whether 二 alone, which two of a thing are not called, makes it the second."""
    before = text[number_end - 2 : number_end - 1]
    if before and before in HAN + "点":
        return False
    if _AGAIN.match(text, number_end):
        return before not in _OFTEN
    return words.lists["second_of"].match(text, number_end) is not None


def is_base(text: str, start: int) -> bool:
    """Say whether a number is what a rate refers to: 15.1/10万, 112 per 100,000.

    A number of two parts, such as a regulation's 2024/1263, looks the same.
    """
    if text.startswith("/", start - 1):
        return text[start - 2 : start - 1].isdigit()
    return text.endswith(("r ", "r\n"), 0, start) and bool(
        _PER.search(text, max(0, start - 5), start)
    )


def is_model(text: str, start: int, end: int) -> bool:
    """Say whether a plain number names a product: "a 747", "the 737 has"."""
    written = text[start:end]
    if not written.isdigit() or _YEAR.fullmatch(written):
        return False
    before = text[max(0, start - 6) : start]
    if _THE.search(before) and (_SINGULAR.match(text, end) or _JET.match(text, start)):
        return True
    if _ARTICLE.search(before):
        return end - start >= _SHORTEST_MODEL
    return end - start > _SHORTEST_MODEL and bool(_DETERMINER.search(before))


def is_plan(numeral: str) -> bool:
    """Say whether a numeral is a five-year plan's: 十四五."""
    return bool(_PLAN.fullmatch(numeral))


def is_congress(text: str, start: int, number_end: int, end: int) -> bool:
    """Say whether 十八大 or 二十大 is meant: a congress, or 十大 alone: the best; 四大 counts."""
    number = text[start:number_end]
    if end != number_end + 1:
        return False
    is_alone = text[end : end + 1] in _STOPS and text[start - 1 : start] != "前"
    return is_alone or (len(number) > 1 and number[0] in "十二")


def is_list_marker(text: str, start: int, end: int) -> bool:
    """Say whether a number without a unit only counts off what follows: 一是, 1., (2)."""
    if _WORD_MARKER.match(text, start):
        return _is_word_marker(text, start, end)
    if text.startswith((" - ", " — "), end):
        return _is_dashed_marker(text, start, end)
    return _is_signed_marker(text, start, end)


def _is_signed_marker(text: str, start: int, end: int) -> bool:
    """Say whether a number counts off by the sign behind it: 一、, 1., (2)."""
    if end - start > _LONGEST_MARKER or not _MARKER.match(text, end):
        return False
    is_chinese = text[start] in HAN
    if text[end] in ",:：，是则" and not is_chinese:
        return False
    before = text[max(0, start - _LONGEST_MARKER) : start]
    if text[end] == "." and text[start] in "0123456789":
        return _is_dotted_marker(text, start, end, before)
    if _is_told_in_brackets(text, start, end):
        return False
    is_unopened = text[end] == ")" and _is_unopened(text, start)
    return is_unopened or bool(_BEFORE_MARKER.search(before))


def _is_told_in_brackets(text: str, start: int, end: int) -> bool:
    """Say whether a number in brackets tells of what stands before them: 64% (16), Hill (41)."""
    near = max(0, start - _IN_BRACKETS)
    if _SHARE_BEFORE.search(text, near, start):
        return True
    is_large = text[start:end].isdigit() and int(text[start:end]) >= _LEAST_AGE
    is_counted = is_large or _ROW_BEHIND.match(text, end) or _ROW_BEFORE.search(text, near, start)
    return bool(is_counted) and _NAMED_BEFORE.search(text, near, start) is not None


def _is_dashed_marker(text: str, start: int, end: int) -> bool:
    """Say whether the number before or behind counts off with a dash too: 1 - Lee, 2 - Kim."""
    is_item = _AT_LINE_START.search(text, max(0, start - _LONGEST_MARKER), start)
    if not text[start:end].isdigit() or not (is_item or text.endswith(", ", 0, start)):
        return False
    return _has_next(text, start, end, _DASHED.pattern)


def _has_next(text: str, start: int, end: int, sign: str) -> bool:
    """Say whether the number before or the one behind stands nearby in front of a sign too."""
    number = int(text[start:end])
    other = re.compile(rf"(?<![0-9.])(?:{number - 1}|{number + 1}){sign}")
    return other.search(text, max(0, start - _ITEM), end + _ITEM) is not None


def _is_dotted_marker(text: str, start: int, end: int, before: str) -> bool:
    """Say whether a number with a full stop counts off: 1.加强, and at a line's start."""
    is_first = _BEFORE_MARKER.search(before) or text[start - 1].isspace()
    if is_first and _CHINESE_NEXT.match(text, end + 1):
        return True
    return bool(_AT_LINE_START.search(before)) or _is_in_list(text, start, end)


def _is_unopened(text: str, start: int) -> bool:
    """Say whether no bracket is open before a number that one closes: and 2) on Monday."""
    near = max(0, start - _IN_BRACKETS)
    is_open = text.rfind("(", near, start) > text.rfind(")", near, start)
    return text[start - 1 : start] == " " and text[start].isdigit() and not is_open


def _is_in_list(text: str, start: int, end: int) -> bool:
    """Say whether the number before or behind counts off too: 1. We cut the rate. 2. We wait."""
    if text[start - 2 : start] not in _BEFORE_INLINE or not text[start:end].isdigit():
        return False
    return _has_next(text, start, end, r"\.\s")


def _is_word_marker(text: str, start: int, end: int) -> bool:
    """Say whether a number in words before a comma only counts off: One, we wait, two, we ask."""
    near = max(0, start - _BEFORE_WORD)
    before = _COUNTS_OFF.get(text[start:end])
    is_next = before and before.search(text, max(0, start - _ITEM // 2), start)
    if is_next and text.endswith((", ", "; ", ", and ", "; and ", " and "), near, start):
        return True
    if _CLAUSE.match(text, end) and _IN_ROW.search(text, near, start):
        return True
    return bool(_BEFORE_WORD_MARKER.search(text, near, start))


def is_named_date(text: str, start: int, end: int, words: Vocabulary) -> bool:
    """Say whether a date is part of a title, or a paper's number looks like one: 编号2019-43."""
    is_plain = "-" in text[start:end] and text[end - 1].isdigit()
    if is_in_title(text, start, end) or is_in_event(text, start, words):
        return True
    return is_plain and is_numbered(text, start, words)


def is_in_series(text: str, start: int, number_end: int, words: Vocabulary) -> bool:
    """Say whether 第 in front of a row names what the number is one of: 第10、11及12条."""
    if text[start - 1 : start] not in _ROW_SIGNS or not _ROW.search(
        text, max(0, start - _PROPER_NEAR), start
    ):
        return False
    return words.ordinals_before.match(text, number_end) is not None or (
        text[number_end : number_end + 1] in _ROW_SIGNS
    )


def ordinal_name_end(text: str, start: int, end: int, words: Vocabulary) -> int:
    """Return where the name ends that 第 and a numeral begin: 第十四个五年规划."""
    found = words.ordinals_before.match(text, _numeral_end(text, start, end))
    return max(end, found.end()) if found else end


def _numeral_end(text: str, start: int, end: int) -> int:
    """Return the end of the numeral behind 第, or of the last one of a row of them."""
    found = _NUMERALS.match(text, start, end)
    return found.end() if found else end


def _is_listed_ordinal(text: str, start: int, end: int, words: Vocabulary) -> bool:
    """Say whether an ordinal counts off, or what stands behind it or its list makes it a name."""
    following = _AND_ORDINAL.match(text, end)
    if following and words.ordinals_before.match(text, following.end()):
        return True
    if words.ordinals_before.match(text, _numeral_end(text, start, end)):
        return True
    if is_session(text, start, end) or is_foremost(text, start, end):
        return True
    is_marker = _COUNTED_OFF.match(text, start) is not None
    return is_marker and _BEFORE_MARKER.search(text, max(0, start - 3), start) is not None


def _is_counted_on(text: str, start: int, end: int, words: Vocabulary) -> bool:
    """Say whether an ordinal tells how often something was, whatever its name: 连续第三次."""
    is_ever = text[end - 1] == "次" and text.endswith(_EVER, 0, start)
    return is_ever or is_way(text, end, words) or text.endswith("连续", 0, start)


def is_ordinal_name(text: str, start: int, end: int, words: Vocabulary, *, has_unit: bool) -> bool:
    """Say whether 第 and a numeral name a part or a thing rather than a place in a row."""
    if _is_counted_on(text, start, end, words):
        return False
    if _is_listed_ordinal(text, start, end, words):
        return True
    if not has_unit and text[end : end + 1] in _SUPERLATIVES:
        return False
    if text[end - 1] == "个" and (
        text[end : end + 1] in _LISTING or _ANSWERED.search(text, max(0, start - 6), end + 1)
    ):
        return True
    clause = max(0, start - 6, *(text.rfind(end, 0, start) for end in "\n。;?!"))
    return not (has_unit or words.lists["ranked"].within(text, clause, start - 1))
