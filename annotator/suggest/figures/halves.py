"""Half of a Chinese unit, alone or where a range starts: 半年, 半公里, 半年到一年."""

import re

from annotator.model.quantity import Quantity, decimal_text
from annotator.suggest.figures.amounts import amount_at
from annotator.suggest.figures.compounds import unit_after
from annotator.suggest.figures.units import Unit, Vocabulary

Read = tuple[int, Quantity]
_HALF = re.compile("每?半(?:个(?P<more>[多来])?)?")
_WHOLE = frozenset("上下前后大多")
"""What makes a part of the calendar or a larger half of 半年: 上半年, 大半年."""
_AHEAD = ("提前", "选前", "選前", "赛前", "賽前", "婚前", "产前")
"""What half a year stands behind that is a length of time: 提前半年, not 前半年."""
_NO_UNITS = frozenset({"夜", "晚", "路", "里", "甲", "点", "年度"})
_TO = re.compile(r"\s?(?:至|到|-|—|~|或)\s?(?=[0-9一二两三四五六七八九十])")
_MEASURES = frozenset({"duration", "percent", "money"})


def half_at(text: str, at: int, words: Vocabulary) -> Read | None:
    """Return the end and value of the half that starts at ``at`` in folded text, or None."""
    found = _HALF.match(text, at)
    form = unit_after(text, found.end(), words) if found else None
    if found is None or form is None or _is_part(text, at):
        return None
    unit, form_text = words.unit(form.group()), form.group()
    if form_text in _NO_UNITS or text.startswith("报", form.end()):
        return None
    if form_text in words.articles and unit.kind not in _MEASURES:
        return None
    if ranged := _up_to(text, form.end(), unit, words):
        return ranged
    word, sign = (found["more"], ">~") if found["more"] else ("", "=")
    return form.end(), Quantity("0.5", "0.5", unit.name, form_text, unit.kind, word, sign)


def _is_part(text: str, at: int) -> bool:
    """Say whether the half that starts at ``at`` is one of the calendar's, or the larger one."""
    return text[at - 1 : at] in _WHOLE and not text.endswith(_AHEAD, 0, at)


def _up_to(text: str, end: int, unit: Unit, words: Vocabulary) -> Read | None:
    """Take on the number that a range from a half goes to, which has the same unit."""
    to = _TO.match(text, end)
    last = amount_at(text, to.end()) if to else None
    form = unit_after(text, last.end, words) if last else None
    if last is None or form is None or words.unit(form.group()) != unit or last.high is None:
        return None
    high = decimal_text(last.high)
    return form.end(), Quantity("0.5", high, unit.name, form.group(), "range")
