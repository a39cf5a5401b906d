"""The offices that an opening gives to people with Chinese names."""

import re
from collections.abc import Iterable, Iterator

from annotator.reading.label_forms import HAN, SPACES
from annotator.reading.names import Likeness, chinese_likeness
from annotator.reading.words import any_of

_CUT = re.compile(
    r"[,，;；。！？!?\n>|»｜]|[(（](?![^()（）]*[)）])|[讯訊电電][ \u3000]|\d{4}-\d{1,2}-\d{1,2}[ ]"
    r"|[:：](?=\S)|[:：]\**$|--+|——"
)
_PRESENT = "(?:出席|[参參][与與加]|在[线線座]|到[场場会會])"
_INTRODUCING = re.compile(
    rf"^.*(?:(?<!申){any_of('chinese', 'introducing')}"
    rf"|{_PRESENT}[^，,]{{0,12}}的[^，,、]{{0,4}}[有是为為]"
    r"|[记記]者[^，,]{0,30}[对對])"
    r"(?:了|的是)?"
)
_LEADING = re.compile(
    r"^(?:今天|今日|昨日|昨天|[他她]|[这這]位|[左右](?:[一二三四五六七八](?:[为為]|是)?|[为為])|是|(?:.{0,8}[会會])?由|[还還]有|一[位名]|[图圖][为為]|[访訪](?![问問])|来自|來自|我是|我们|我們)+"
)
_DATED = re.compile(r"^(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:上午|下午|晚|晚间)?|^\d{4}年度?")
CUT_BY_OFFICE = re.compile(
    rf"([{HAN}]{{1,2}})(?P<office>{any_of('chinese', 'offices')})([{HAN}]{{1,2}})"
)
"""A name that an office cuts in two: ``王部長小芳``."""
_SAID = re.compile(any_of("chinese", "audience"))
"""Words of a sentence, and of no office."""
_BODY_LAST = r"[部會会院局署處处廳厅委府署所司室]"
_JOINING = re.compile(r"^(?:和|及|以及|与|與|还有|還有|並|并|、|是|的|为|為)+")
HONORIFIC = r"(?:先生|女士|小姐|同志|博士|教授|院士)?"
"""What may stand behind a name."""
_ANOTHER = re.compile(
    rf".*{any_of('chinese', 'offices')}(?P<name>[{HAN}]{{2,3}}){HONORIFIC}"
    r"(?:[ ]?[（(][^（）()]{1,30}[)）])?[、和及与與](?=.)"
)
"""An office and its holder in a list, where another office follows: ``局长王小芳、处长``."""
_WHOLE = re.compile(
    rf"[^，。；：]*(?:{any_of('chinese', 'offices')}[兼、暨]|{any_of('chinese', 'organisations')})"
)
"""What may stand before an office that was told in short: another one, or the body."""
_LONGEST_OFFICE = 50
_LISTED = re.compile(
    rf"\n[{SPACES}]*([^，。；;:：\n]{{0,40}}{any_of('chinese', 'offices')})[:：][{SPACES}]*$"
)
"""An office before a name in a list of people: ``董事长：某某``."""


def office_beside(opening: str, name: str, anybody: re.Pattern[str]) -> str | None:
    """Return the office beside a name: behind it on a line, or before it and what introduces it."""
    line = re.search(
        rf"(?m)^[{SPACES}•·-]*{re.escape(name)}(?:[{SPACES}]+|[{SPACES}]*[:：][{SPACES}]*)"
        rf"(\S.*?)[{SPACES}]*$",
        opening,
    )
    if line and is_chinese_office(line[1]):
        return line[1]
    if office := _fullest(_before_chinese(opening, name, anybody)):
        return office
    if around := re.search(_around(name), opening):
        return around["body"] + around["office"]
    told = re.search(
        rf"{re.escape(name)}{HONORIFIC}(?:[，,]?[现現])?[是任]([^，。,；;\n]{{2,40}})", opening
    )
    if told and is_chinese_office(told[1]):
        return told[1]
    return _in_brackets(opening, name) or _title_behind(opening, name)


def _title_behind(opening: str, name: str) -> str | None:
    """Return the office by which somebody is called: ``总理`` of ``有请林小禾总理``."""
    called = rf"{re.escape(name)}[{SPACES}]?(?P<office>副?{any_of('chinese', 'offices')})"
    found = re.search(called, opening) if len(name) > 1 else None
    return found["office"] if found else None


def _in_brackets(opening: str, name: str) -> str | None:
    """Return the office or calling in brackets behind a name."""
    given = f"[{HAN}]{{1,2}}" if len(name) == 1 else ""
    whole = rf"{re.escape(name)}{given}{HONORIFIC}"
    behind = re.search(rf"{whole}[ ]?[（(]([^）)\n]{{2,40}})[)）]", opening)
    office = behind[1] if behind else ""
    office = office if is_chinese_office(office) else re.split("[，,；;]", office)[0]
    return office if is_chinese_office(office) or _is_calling(office) else None


def _before_chinese(opening: str, name: str, anybody: re.Pattern[str]) -> Iterator[str]:
    """Yield the offices that stand before a Chinese name."""
    for found in re.finditer(re.escape(name) + HONORIFIC, opening):
        before = opening[max(0, found.start() - _LONGEST_OFFICE - 10) : found.start()]
        office = _CUT.split(before.rstrip(f"{SPACES}*"))[-1]
        if listed := _LISTED.search(before):
            yield listed[1]
            continue
        office = _behind_another(anybody.split(office)[-1])
        office = _JOINING.sub("", office.strip(f"{SPACES}*"))
        office = _LEADING.sub("", _DATED.sub("", _INTRODUCING.sub("", office)))
        if is_chinese_office(office := office.strip(f"{SPACES}*、-—－▲▼◆●■★")):
            yield office


def _behind_another(listed: str) -> str:
    """Return what follows the last other person of a list who is named behind an office."""
    other = _ANOTHER.match(listed)
    name = other["name"] if other else ""
    is_named = chinese_likeness(name) >= Likeness.SHORT and not is_chinese_office(name)
    return listed[other.end() :] if other and is_named else listed


def _fullest(offices: Iterable[str]) -> str | None:
    """Return the first office, or a longer one that says the same: a title has it short."""
    best = ""
    for office in offices:
        is_more = len(office) > len(best) and best[-2:] in office
        is_more = is_more and ("的" not in office or not best)
        before = office.removesuffix(best)
        is_more = is_more and (not best or before == office or bool(_WHOLE.fullmatch(before)))
        best = office if is_more else best
    return best or None


def office_cutting(opening: str, label: str) -> str | None:
    """Return the office that cuts a name in two, with the body before it: ``經濟部王部長小芳``."""
    cut = CUT_BY_OFFICE.fullmatch(label)
    if not cut:
        return None
    name = rf"(?:{re.escape(label)}|{re.escape(label.removesuffix(cut[3]))})"
    body = (
        rf"(?:[，。、；：:\s请請由]|^)(?P<body>(?:(?![请請由])[{HAN}]){{1,15}}?{_BODY_LAST}){name}"
    )
    found = re.search(body, opening)
    rank = "副" if len(cut[1]) > 1 and cut[1].endswith("副") else ""
    return f"{found['body']}{rank}{cut['office']}" if found else None


def _around(name: str) -> str:
    """Return a pattern for a name between a body and an office: ``環保局王小芳局長``."""
    return (
        rf"(?:[，。、；：\n的是]|^)"
        rf"(?P<body>(?:(?![的是])[{HAN}]){{1,16}}?{any_of('chinese', 'organisations')})"
        rf"{re.escape(name)}(?P<office>副?{any_of('chinese', 'offices')})"
    )


def is_chinese_office(office: str) -> bool:
    """Tell whether words are an office, by their end."""
    is_office = re.search(
        rf"{any_of('chinese', 'offices')}[）)]?$|[员員长長师師监監任]$|(?<!主持)人$|.[学學]者$"
        "|博士$",
        office,
    )
    is_said = _SAID.search(office)
    return 2 <= len(office) <= _LONGEST_OFFICE and bool(is_office) and not is_said  # noqa: PLR2004


def _is_calling(phrase: str) -> bool:
    """Tell whether words in brackets behind a name say what somebody does for a living."""
    return (
        re.search("..(?:[手匠]|学者|學者|作家|导演|導演|画家|畫家|艺人|藝人)$", phrase) is not None
    )
