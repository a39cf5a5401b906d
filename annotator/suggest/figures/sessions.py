"""Which meeting, talk, issue, house or road an ordinal tells of: 第2次电价审议会, 梨木树邨第5座."""

import re

from annotator.suggest.figures.units import Vocabulary

_SESSION = re.compile(
    "次(?![来去到赴在为向让给与同])(?:(?!参加|出席|召开|召集|举行|开会|列席|主持|会见)[一-鿿—《》]){0,24}"
    "(?<![的了])(?:会议|峰会|审议会|审查会|理监事|院会|临时会|常会|全会|全体会)|次的(?:会议|院会|例会)"
    "|次[“《][^“”》\n]{2,16}[”》][一-鿿]{0,10}?(?:会|论坛|对话)(?!场|上[^，。,;]{0,6}提出)"
)
"""Which meeting an ordinal names: 第2次电价审议会, but not 第三次参加会议."""
_TALK = re.compile("次(?:会晤|会谈|对话|磋商)")
_TALKERS = re.compile("(?:外长|元首|首脑|防长|部长|总理|领导人)\\Z")
"""What tells which one of regular talks is meant: 外长第四次会晤."""
_PAPERS = frozenset("卷刊报志")
"""What stands before the number of an issue: 公报第111卷第71期."""
_ESTATE = re.compile("(?:[邨村苑园園城厦廈阁閣居湾灣庭轩軒山峰])\\Z")
"""What the name of an estate ends in, whose houses have numbers: 梨木树邨第5座."""
_BUILT = re.compile("(?:计[划画]|捷运|轻轨|地铁|工程|方案|专案|基金)\\Z")
_LINE = re.compile("[红蓝绿黄橘棕紫深浅]{1,2}线")
"""Around the phase of what is built: 轻轨第二期, 第一期蓝线."""
_HELD = re.compile(
    "(?:连续|参[加与]|出席|获得?|[经历]历|执教|[举承]办|夺得)[过了]?[一-鿿]?[三四五六七八九十0-9]{1,2}\\Z"
)
"""What stands before how often something regular was: 参加过四届奥运会."""
_PUT = re.compile("(?:[放摆]在|置于|是)\\Z")


def is_session(text: str, start: int, end: int) -> bool:
    """Say whether an ordinal tells which meeting, talk, issue of a paper or house it was."""
    if text[end - 1] == "期":
        is_built = _BUILT.search(text, max(0, start - 2), start) or _LINE.match(text, end)
        return bool(is_built) or text[start - 1 : start] in _PAPERS
    if text[end - 1] == "座":
        return _ESTATE.search(text, max(0, start - 1), start) is not None
    if _TALK.match(text, end - 1):
        return _TALKERS.search(text, max(0, start - 3), start) is not None
    return _SESSION.match(text, end - 1) is not None


def is_told_often(text: str, end: int) -> bool:
    """Say whether a number that ends before ``end`` counts regular games: 连续三届奥运会."""
    return _HELD.search(text, max(0, end - 8), end) is not None


def is_foremost(text: str, start: int, end: int) -> bool:
    """Say whether 第一位 tells of what matters most: 安全是第一位的, 放在第一位."""
    if text[start:end] != "第一位":
        return False
    return _PUT.search(text, max(0, start - 3), start) is not None


def is_way(text: str, end: int, words: Vocabulary) -> bool:
    """Say whether an ordinal that ends before ``end`` counts roads, not articles of a law."""
    return text[end - 1] == "条" and words.lists["ways"].match(text, end) is not None
