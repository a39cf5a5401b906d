"""Words that limit a number in one sense and not in another: 连, 快, 不只, close to."""

import re

from annotator.suggest.figures.found import FoundFigure

_SO_FAR = re.compile("(?:\\A|[,。;、\n已都也有达到将就要了是用经])\\Z")
_PACES = {"second", "minute", "times"}
"""Around 快 where it means "nearly", and what one may be faster by."""
_EVEN = re.compile("(?:[^。;,\\n的]{0,6}[都也])")
_NO_ROW = ("大", "相", "牵", "株", "黄", "祁", "流", "毗", "粘", "心")
"""What makes 连 another word: 连三天都等不了, 大连三天前."""
_RATINGS = {"volt", "kilovolt", "watt", "kilowatt", "megawatt", "gigawatt"}
_BUILT = re.compile(
    r"\s(?!of\b)(?:[a-z-]+\s){0,2}(?:line|cable|wire|pylon|tower|plant|station|substation|grid"
    r"|turbine|farm|transformer|network)s?\b"
)
"""What stands somewhere and has a rating in such a unit."""


def _is_in_a_row(text: str, before: int, figure: FoundFigure) -> bool:
    """Say whether 连 means one after the other: 连七季, but not 连三天都."""
    if figure.quantity.kind != "duration" or text.endswith(_NO_ROW, 0, before):
        return False
    return _EVEN.match(text, figure.end) is None


def _is_soon(text: str, before: int, figure: FoundFigure) -> bool:
    """Say whether 快 means "nearly": 已经快三年, but not 也快2秒 nor 加快3个百分点."""
    is_pace = figure.quantity.kind == "percent" or figure.quantity.unit in _PACES
    return not is_pace and _SO_FAR.search(text, max(0, before - 3), before) is not None


def _is_above(text: str, _before: int, figure: FoundFigure) -> bool:
    """Say whether 不只 means "more than", and no "not only" as in 不只3公里内."""
    return not text.startswith(("内", "以内"), figure.end)


def _is_nearly(text: str, _before: int, figure: FoundFigure) -> bool:
    """Say whether "close to" means "nearly", and not beside a thing: close to 20 kV cables."""
    return figure.quantity.unit not in _RATINGS or _BUILT.match(text, figure.end) is None


LIMITS_BY_SENSE = {
    **dict.fromkeys(["不只", "不止"], _is_above),
    "连": _is_in_a_row,
    "快": _is_soon,
    "close to ": _is_nearly,
}
"""What tells whether a word that has another sense limits a number."""
