"""Words that say a number is a change: how far something rose or fell, and against what."""

import re
from dataclasses import dataclass

from annotator.checks.scene import Scene
from annotator.checks.statement import Statement

UP = (
    r"快(?=[了咗])|慢(?=[了咗])|增产|增收|加(?=[了咗])|加[租价薪税息]|加幅|增长|成长|增加|上升|提高|(?<!改造)提升|增幅|涨|扩大|上调|(?<!改造提)升|多|改善|improv\w*|increas\w*|rise|rises|risen|rising|rose|grew|grow\w*"
    r"|up|warmer|hotter|longer|taller|faster|quicker|slower|deeper|heavier|older|bigger|larger|greater|higher|gain\w*|climb\w*|rais(?:es?|ed|ing)|hik(?:es?|ed|ing)|boost\w*|jump\w*|surg\w*|more|ahead|超前|领先|提前|延长|推迟|延后"
)
DOWN = (
    r"快(?=[了咗])|慢(?=[了咗])|落后|提前|推迟|延后|掉|偿还|还(?=了)|减产|减收|减[租价薪税息]|慳|节省|省下|下降|减少|衰退|调降|降低|降幅|回落|缩短|压缩|砍|下修|跌|减|降|少|下调|改善|improv\w*|decreas\w*|declin\w*|drop\w*|fell|fall\w*"
    r"|behind|colder|cooler|shorter|faster|quicker|slower|smaller|cheaper|lighter|younger|down|lower\w*|reduc\w*|cut\w*|less|fewer|shrank|shrink\w*|slip\w*"
)
_UP, _DOWN = re.compile(f"(?:{UP})", re.IGNORECASE), re.compile(f"(?:{DOWN})", re.IGNORECASE)
_CHINESE_BEFORE = re.compile(
    rf"(?:{UP}|{DOWN})(?:[了咗]|幅度?|率)?(?:为|是|在|达到?|至)?(?:整整|足足|将近|[约近超过了])*\Z"
    r"|[多少][补给发收拿付花交缴领]了?[约近]?\Z"
)
_ENGLISH_BEFORE = re.compile(
    rf"(?<!made )(?<!make )(?<!makes )\b(?:{UP}|{DOWN})\s+"
    r"(?:(?:it|that|them|this|the|those)\s+(?:(?:number|figure|rate|total|cost|gap|list|backlog)\s+)?)?(?:by|of|to|just|about|nearly|over|a|an|some|roughly|\s)*\Z",
    re.IGNORECASE,
)
_ABOVE = re.compile(
    r"[比较][^，。；、]{1,12}?(?P<by>高出?|低|多[建增收种招]?|少[建增收种招]?)[约近了]*\Z"
)
_ENGLISH_AFTER = re.compile(
    r"\A[\s-]*(?:(?:point|points)\s+)?(?:year-on-year\s+|annual\s+)?"
    rf"(?:{UP}|{DOWN}|change|growth|improvement|difference|swing)\b",
    re.IGNORECASE,
)
_SAID_HOW_FAR = re.compile(r"(?:下降为|幅度?(?:为|达?到))\s*\Z")
_LEVEL = re.compile(r"(?:到|至|为|to)\s*\Z", re.IGNORECASE)
_BELOW = re.compile(r"(?:below|under|above|beneath)\b|低于|高于|跌破", re.IGNORECASE)
"""What something falls or rises past is a level, no change: cases fell below 3,000."""
_SOURCE = re.compile(r"[由从](?![^，。；,;]{0,12}起)[^，。；,;]{0,12}(?:[、和][^，。；,;]{0,8})?\Z")
_BASE = re.compile(
    r"(?:(?:(?<![对百占])比(?![例重率])|较)[^，。；,;的]{0,16}的?"
    r"|\bthan (?:the )?|\bcompared (?:with|to) )\Z",
    re.IGNORECASE,
)
_START = re.compile(r"(?:[由从自]|\bfrom\b)[^，。；,;]{0,12}\Z", re.IGNORECASE)
_ONWARD = re.compile(rf"[^，。；,;]{{0,10}}?(?:到|至|为|\bto\b|{UP}|{DOWN})", re.IGNORECASE)
_JOINS = ("、", "和", "及", "与")
_NEXT = re.compile("、|和|及|以及|与")
CLAUSE, NEXT = 24, 3
BASIS_POINTS = frozenset({"bp", "basis point"})
POINTS = BASIS_POINTS | {"pp", "percentage point", "point"}


@dataclass(frozen=True, slots=True)
class Change:
    """A change that a figure states; ``sign`` is 1 for up, -1 for down, 0 where that is open."""

    sign: int


def change_of(scene: Scene, statement: Statement) -> Change | None:
    """Return the change that a percentage, multiple or difference states, or None for a level."""
    place = statement.start, statement.end
    if place not in scene.directions:
        scene.directions[place] = _direction(scene, statement)
    sign = scene.directions[place]
    return None if sign is None else Change(sign)


def _direction(scene: Scene, statement: Statement) -> int | None:
    """Return 1 for a change up, -1 for one down, 0 where that is open; None for a level."""
    before, after = scene.before(statement, CLAUSE), scene.after(statement, CLAUSE)
    if before.endswith(_JOINS) and (in_front := _listed_before(scene, statement)):
        change = change_of(scene, in_front)
        return change.sign if change else None
    if _leads_to_level(before) or _BELOW.match(statement.text):
        return None
    words = _words_of_change(before, after)
    if not words or _SOURCE.search(before):
        return None
    return bool(_UP.search(words)) - bool(_DOWN.search(words))


def _leads_to_level(before: str) -> bool:
    """Say whether words in front of a number lead to what it has come to: 增长到, risen to."""
    return _LEVEL.search(before) is not None and not _SAID_HOW_FAR.search(before)


def _words_of_change(before: str, after: str) -> str:
    """Return the words on either side of a number that make it a change: 增长了, up by, less."""
    found = (
        _CHINESE_BEFORE.search(before)
        or _ABOVE.search(before)
        or _ENGLISH_BEFORE.search(before)
        or _ENGLISH_AFTER.search(after)
    )
    return found.group() if found else ""


def _listed_before(scene: Scene, statement: Statement) -> Statement | None:
    """Return what stands in front of a number in a list of changes: 分别下降15.6%、12.9%."""
    near = scene.within(statement.start - NEXT, statement.start)
    found = [s for s in near if s.end <= statement.start][-1:]
    kind = statement.figure.kind, statement.figure.unit
    return next(
        (
            s
            for s in found
            if _NEXT.fullmatch(scene.between(s, statement))
            and (s.figure.kind, s.figure.unit) == kind
        ),
        None,
    )


def is_base(scene: Scene, statement: Statement) -> bool:
    """Say whether a number is what another one is held against: 较去年的500."""
    return _BASE.search(scene.before(statement, CLAUSE)) is not None


def is_source(scene: Scene, statement: Statement) -> bool:
    """Say whether a number is what a change starts from: 由去年底的212."""
    is_start = _START.search(scene.before(statement, CLAUSE)) is not None
    return is_start and _ONWARD.match(scene.after(statement, CLAUSE)) is not None


def is_change(scene: Scene, statement: Statement) -> bool:
    """Say whether a percentage states how far something changed."""
    return statement.figure.kind in {"percent", "fraction"} and bool(change_of(scene, statement))
