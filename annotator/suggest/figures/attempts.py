"""What is worth trying to read at a number, told by a glance: most numbers are no dates or shares.

``following`` is the character behind the first digits of the number in folded text.
"""

import re

from annotator.suggest.figures.clocks import PART_AT
from annotator.suggest.figures.english_dates import MONTHS
from annotator.suggest.figures.english_numbers import DENOMINATORS, any_of
from annotator.suggest.figures.numerals import HAN

_DIGITS = frozenset("0123456789")
_AT_ENDS = frozenset(f"{part[-2]} " for part in PART_AT)
"""What the words end in that an hour stands behind: this morning at six."""
_ALWAYS = re.compile("")
_SPACED_DATE = re.compile(
    r"[0-9]++\s{1,3}(?:[年月日号点时世~至到)—/-]"
    rf"|(?:of\s{{1,3}}|and\s[0-9]{{1,2}}\s)?(?:{'|'.join(month[:3] for month in MONTHS)})"
    r"|(?:[0-5][0-9]\s?)?[ap](?:\.\s?)?m\b"
    r"|[0-5][05](?=[\s,.;?])|o['’]clock|(?:20)?[0-9]{2}\s[a-z]"
    r"|(?:minutes\s)?past\s|minutes\sto\s|(?:to|through|until)\s|and\s[0-9]{1,2}(?::[0-9]{2})?\s?[ap]\.?m\b|gmt|utc|zulu|local|hours|eastern|central|mountain|pacific"
    r"|noon\b|mid(?:day|night)\b|this\s|on\s[a-z]{3,6}day\s|(?:tomorrow|yesterday|every|each)\s|last\snight|tonight|in\sthe\s|at\snight)"
)
_SPACED_SHARE = re.compile(
    rf"1\s|[0-9]++\s{{1,3}}(?:(?:to|in|out|for|of\severy|-)\s|{any_of(DENOMINATORS)}|[百千万]分之|折)"
)
_DOTTED_DATE = re.compile(
    r"[0-9]{4}[.]|[0-9]{1,2}[.][0-5][0-9]\s?(?:[ap](?:\.\s?)?m\b|hrs\b|in\sthe\s|at\snight|tonight|(?:this|every|each|on)\s|to(?:day|morrow)\b|yesterday\b)"
)
_DATED = dict.fromkeys("年月日号点时世:-/—~至到)apsnrtguzl", _ALWAYS)
_DATED |= dict.fromkeys(" \n\t", _SPACED_DATE) | {".": _DOTTED_DATE}
_DATED["h"] = re.compile("[0-9]{1,2}h[0-5][0-9]")
_SHARED = dict.fromkeys("分成比半折:/-snrt", _ALWAYS)
_SHARED |= dict.fromkeys(" \n\t", _SPACED_SHARE) | {
    ".": re.compile(r"[0-9.]++(?:[:成比折]|\s(?:to\s[0-9]|out\s))")
}
_SHARED["对"] = re.compile(f"[0-9]++对[0-9{HAN}]")
_SHARED |= dict.fromkeys(
    "中投罚射出", re.compile("[0-9]++(?:[投罚射]|出手)?中?[0-9]|[0-9]++[投罚射]进")
)
_SHARED["½"] = re.compile(r"[0-9]++½(?:-|\s-\s|\sto\s)[0-9]")
_SHARED[","] = re.compile(r"[0-9]++(?>(?:,[0-9]{3})+)(?:st|nd|rd|th)")
_SHARED |= dict.fromkeys("至到~、", re.compile("[0-9].[0-9]成"))
"""What a date or share shows behind its first digits, by the character that follows them."""
_HAN_DATE = re.compile(
    r"[零0一二三四五六七八九十两廿卅]{1,5}\s?(?:[年月日号点时世]|\)[日天]"
    r"|(?:至|到|-|—|~|/)[零一二三四五六七八九十]{1,4}(?:[月日至到]|\S{0,2}年度|学年|(?<=[零一二三四五六七八九]{4}/[零一二三四五六七八九]{2})(?![零一二三四五六七八九])|(?<=[零一二三四五六七八九]{4})年))"
    "|一百[零一二三四五六七八九十]{1,3}年(?:[度底初]|[一二三四五六七八九十]{1,2}月)"
)
_HAN_SHARE = re.compile(
    f"[{HAN}]{{0,12}}(?:[分份]之|(?:点[{HAN}])?折|[成比半])|[{HAN}]{{1,3}}对[{HAN}]|[三四五六八]分[一二三四五六七]|[{HAN}][至到、,][{HAN}]成"
)
TELLING = frozenset(_DATED) | frozenset(_SHARED)
"""What may stand behind the first digits of a date or a share."""
_CODED = dict.fromkeys(" :/-x×·•‧…+()]】合@", _ALWAYS)
_CODED |= {
    ".": re.compile("[.](?:[0-9]++[.]|[.]|[a-z])"),
    ",": re.compile(r",\s[0-9a-z]|(?:,[0-9])+-[a-z]"),
}
_CODED["k"] = re.compile("k(?:处|路段|附近)")
_CODED["年"] = re.compile("年(?:度|[^，。、,0-9]{1,8}字第)")
_CODED |= dict.fromkeys("snrt", re.compile(r"[a-z]{2}[\s-](?:and|&)"))
_JOINED = frozenset("/=?&_#%@.-+:)“")
_LONG = 5
"""What a code or an identifier shows: what stands behind its first digits, before them, or many."""


def may_be_identifier(text: str, at: int, end: int) -> bool:
    """Say whether it is worth while to try to read a code, a link or a number to dial.

    ``end`` is the end of the first digits, or of another numeral.
    """
    first = text[at]
    if first not in _DIGITS:
        return first.isascii()
    before, told = text[at - 1 : at], _CODED.get(text[end : end + 1])
    return (
        bool(told and told.match(text, end))
        or before in _JOINED
        or "a" <= before <= "z"
        or first == "0"
        or end - at > _LONG
    )


def may_be_date(text: str, at: int, following: str) -> bool:
    """Say whether it is worth while to try to read a date; most numbers are none."""
    first = text[at]
    if first in _DIGITS:
        told = _DATED.get(following)
        is_told = told is not None and told.match(text, at) is not None
        is_told = is_told or (text[at - 2 : at] in _AT_ENDS and text.endswith(PART_AT, 0, at))
        return is_told and not _is_lettered(text, at)
    return first not in HAN or bool(_HAN_DATE.match(text, at))


def may_be_share(text: str, at: int, following: str) -> bool:
    """Say whether it is worth while to try to read a share, a ratio or an ordinal."""
    first = text[at]
    if first in _DIGITS:
        told = _SHARED.get(following)
        return bool(told and told.match(text, at)) and not _is_lettered(text, at)
    return first not in HAN or bool(_HAN_SHARE.match(text, at))


def _is_lettered(text: str, at: int) -> bool:
    return at > 0 and text[at - 1].isascii() and text[at - 1].isalpha()
