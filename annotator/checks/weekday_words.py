"""The weekday that is told beside a day."""

import re
from typing import NamedTuple

from annotator.checks.scene import Scene
from annotator.checks.statement import Statement

NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_ENGLISH = re.compile(rf"(?P<day>{'|'.join(NAMES)}),?\s*(?:the\s+)?\Z", re.IGNORECASE)
_CHINESE = re.compile(
    r"\A(?:[^。；0-9]{0,16}(?:[适恰正]逢|正值|[正刚]好是|也?就是|当天是))?"
    r"\s*[（(,，]?\s*(?P<name>星期|周|礼拜)(?P<day>[一二三四五六日天])"
)
_HAN_DAYS = {day: n for n, day in enumerate("一二三四五六日")} | {"天": 6}


class Weekday(NamedTuple):
    """A weekday, 0 for Monday, and where its name stands, in code points."""

    number: int
    start: int
    end: int


def weekday_in(scene: Scene, day: Statement) -> Weekday | None:
    """Return the weekday in front of a day in English, behind it in Chinese; None without one."""
    if found := _ENGLISH.search(before := scene.before(day, 16)):
        start = day.start - len(before) + found.start()
        return Weekday(NAMES.index(found["day"].lower()), start, start + len(found["day"]))
    if found := _CHINESE.match(scene.after(day, 24)):
        start, end = found.start("name"), found.end("day")
        return Weekday(_HAN_DAYS[found["day"]], day.end + start, day.end + end)
    return None
