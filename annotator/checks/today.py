"""The day on which a text is spoken, where it tells that itself.

"Today is January 7, 2025" does; so does the head of a transcript: a line that is a date, or
“于2020年8月14日上午举行新闻发布会”.
"""

import re
from datetime import date, timedelta

from annotator.checks.scene import Scene
from annotator.checks.statement import Statement

_TODAY = re.compile(
    r"(?:今天|今日|现在)(?:就?是)?(?:公历|[（(])?\Z|(?:\A|\n)\s*(?:时间|日期|date|time|when)\s*[:：]\s*\Z"
    r"|\b(?:today is|today[’']s|it[’']s|it is|today,)\s+(?:[a-z]+day,?\s+)?(?:the\s+)?\Z",
    re.IGNORECASE,
)
_HELD = re.compile(
    r"[^。\n]{0,40}?(?:举行|召开|举办|召集|记者会|发布会|新闻稿|文字实录)"
    r"|[^.\n]{0,40}?\b(?:press (?:conference|briefing)|briefing|remarks|held)\b",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"[^\n。.!?！？]*?(?:\b(?:briefing|conference|remarks|statement|meeting|transcript)\b|记者会|发布会"
    r"|见面会|通气会)[^\n。.!?！？]{0,60}"
    r"|[^\n。.!?！？]*\b(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+",
    re.IGNORECASE,
)
"""What stands in the first line in front of the day that it names."""
_LINE = re.compile(r"[^0-9。.\n]{0,30}")
_HEADING = re.compile(
    r"(?:[^。.!?！？\n]|\.(?! )){0,120}[,，(（:：|–—-]\s*(?:\w+day,?\s+)?", re.IGNORECASE
)
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
EARLY, HEAD, WORDS, NEAR = 800, 300, 28, timedelta(days=200)


def today_of(scene: Scene) -> date | None:
    """Return the day that one of the first sentences calls today, or that of the text's head."""
    days = [s for s in scene.within(0, EARLY) if _DAY.fullmatch(s.figure.value)]
    called = [s for s in days if _TODAY.search(scene.text[max(0, s.start - WORDS) : s.start])]
    headed = [s for s in days if s.start < HEAD and _is_of_the_text(scene, s)]
    for statement in (called or headed)[:1]:
        try:
            return date.fromisoformat(statement.figure.value)
        except ValueError:
            return None
    return None


def _is_of_the_text(scene: Scene, statement: Statement) -> bool:
    """Say whether a day fills its line, or words tell that what the text records was held then."""
    start = scene.text.rfind("\n", 0, statement.start) + 1
    end = scene.text.find("\n", statement.end)
    rest = scene.text[statement.end : end if end >= 0 else len(scene.text)]
    is_alone = _LINE.fullmatch(scene.text[start : statement.start]) and _LINE.fullmatch(rest)
    is_last = not rest.strip(" )）") and _HEADING.fullmatch(scene.text[start : statement.start])
    is_title = not start and _TITLE.fullmatch(scene.text[: statement.start])
    return bool(is_alone or is_last or is_title or _HELD.match(rest))


def nearest(month: int, day: int, today: date) -> date | None:
    """Return the day of a month that is meant on a day: the one within some months of it."""
    for year in (today.year, today.year - 1, today.year + 1):
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if abs(found - today) <= NEAR:
            return found
    return None
