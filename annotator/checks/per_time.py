"""For which length of time an amount is told: 500 a day, 日均500."""

import re

from annotator.checks.scene import Scene
from annotator.checks.statement import Statement

_NOUN = r"(?:\s+(?!(?:in|over|within|for|than|of|to|from|and)\b)[a-z\-]+){0,2}"
_IN_FRONT = {
    "hour": r"(?:时薪|每个?(?:小时|钟头))[^，。；、0-9]{0,8}\Z|\bhourly [^,.;0-9]{0,24}\Z",
    "day": r"(?:日均|每[天日]|天天|平均一[天日])[^，。；、0-9]{0,8}\Z|\bdaily [^,.;0-9]{0,24}\Z",
    "week": r"(?:每|平均一)周[^，。；、0-9]{0,8}\Z",
    "fortnight": r"\bfortnightly [^,.;0-9]{0,24}\Z",
    "month": r"(?:月均|(?:每|平均一)个?月)[^，。；、0-9]{0,8}\Z|\bmonthly [^,.;0-9]{0,24}\Z",
    "year": r"(?:年均|(?:每|平均一)年)[^，。；、0-9]{0,8}\Z",
}
_PER_TIME = [
    (
        unit,
        re.compile(in_front, re.IGNORECASE),
        re.compile(rf"{_NOUN}\s+(?:a|per|each|every) {unit}\b", re.IGNORECASE),
    )
    for unit, in_front in _IN_FRONT.items()
]


def time_of(scene: Scene, statement: Statement) -> str:
    """Return the unit of time for which an amount is told, nothing if for none."""
    before, after = scene.before(statement, 24), scene.after(statement, 24)
    for unit, in_front, behind in _PER_TIME:
        if in_front.search(before) or behind.match(after):
            return unit
    return ""
