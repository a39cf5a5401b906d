"""The day on which a text is spoken, where it tells that itself: today is January 7, 2025."""

import re
from datetime import date, timedelta

from annotator.checks.scene import Scene

_TODAY = re.compile(
    r"(?:今天|今日|现在)(?:就?是)?(?:公历)?\Z"
    r"|\b(?:today is|today[’']s|it[’']s|it is|today,)\s+(?:[a-z]+day,?\s+)?(?:the\s+)?\Z",
    re.IGNORECASE,
)
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
EARLY, WORDS, NEAR = 800, 28, timedelta(days=200)


def today_of(scene: Scene) -> date | None:
    """Return the day that one of the first sentences calls today, None if none does."""
    for statement in scene.within(0, EARLY):
        if _DAY.fullmatch(statement.figure.value) and _TODAY.search(scene.before(statement, WORDS)):
            try:
                return date.fromisoformat(statement.figure.value)
            except ValueError:
                return None
    return None


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
