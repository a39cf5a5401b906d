"""Times of a recording in its transcript, at the start of a line or in brackets; in folded text."""

import re

_CLOCK = re.compile(r"[0-9]{1,2}(?::[0-5][0-9]){2}(?=\s)")
_CUE_TIME = r"(?:[0-9]{1,2}:)?[0-5][0-9]:[0-5][0-9][.,][0-9]{3}"
_STAMP = "[0-9]{2}:[0-5][0-9]:[0-5][0-9]"
_CUE = re.compile(rf"{_CUE_TIME}\s--+>\s{_CUE_TIME}|{_STAMP}-{_STAMP}(?:\s\([0-9]{{1,4}}\ssec\))?")
"""When a caption stands on the screen: 00:02.359 --> 00:05.329."""
_SHORT_CLOCK = re.compile(r"(?P<minutes>[0-9]{2}):(?P<seconds>[0-5][0-9])(?=\s(?![ap]\.?m\b))")
_LINE = re.compile(r"[^\n]{0,160}\n[ \t]*")
_SOON, _ROUND = 9, 5
"""How many seconds lie between two captions at most; times of a programme are round."""
_LINE_START = re.compile(r"(?:\A|\n)[ \t]*\Z")
_MINUTE = re.compile(r"(?P<hour>1[0-2]|[1-9]):(?P<minute>[0-5][0-9]) [ap]m(?=[ \t]*(?:\n|\Z))")
"""The minute of a broadcast, alone on its line: 5:51 am."""
_MINUTES_APART = 3000
"""How far such lines are apart at most, in code points."""
_HALF_DAY = 720
_TOLD_STAMP = re.compile(
    r"(?:(?<=\n)|(?<![\s\S]))(?:[0-9]{1,2}(?::[0-5][0-9]){1,2}(?=(?![ap]\.?m\b)[a-z]|[$£€])|0?0:[0-5][0-9](?=\s[a-z])"
    r"|[0-9]{1,2}(?::[0-5][0-9]){2}(?=[㐀-鿿]))"
    r"|[0-9]{1,2}(?::[0-5][0-9]){1,2}(?=[)\]](?:\s|:|$)|\n|$|(?<=\[.....)\]|(?<=\[........)\]|(?<=[a-z]\s..:..:..)\])"
)
_BEFORE_STAMP = re.compile(
    r"(?:[^\s]\[|(?:^|\n)\s{0,2}[(\[]?|:\s{0,2}[(\[]|[.?!…—-]\s{1,2}[(\[]|[一-鿿。]\s{0,2}\[)\Z"
)
_FIRST_HOUR = re.compile(
    r"(?<![-/.][0-9]\s)(?<![-/.][0-9]{2}\s)(?<!日)(?<!日\s)"
    r"00:[0-5][0-9]:[0-5][0-9](?![.,:]?[0-9]|\s?(?:[ap]\.?m\b|hrs|hours|gmt|utc))"
)
"""A time within the first hour of a recording, which but for a date's none tells to the second."""
_BRACKETED = re.compile(
    r"(?:(?<=[\[{])(?<!\b(?:at|by)\s.)|(?<=[a-z]\s))(?:[0-9]{1,2}:)?[0-9]{1,2}:[0-5][0-9](?=[\]})])"
)
"""A time code alone in brackets, wherever it stands; at [10:30] tells of the day."""
_BEFORE_HEARD = re.compile(
    r"(?:\[[a-z ]{3,24}"
    r"|\((?:inaudible|crosstalk|unintelligible|indiscernible|foreign\slanguage))\s\Z"
)
"""What stands before the time at which something was heard: (inaudible 00:12:04)."""


def stamp_at(text: str, at: int) -> re.Match[str] | None:
    """Return the time of a recording that starts a line: 12:04:33 We begin."""
    if ":" not in text[at + 1 : at + 3]:
        return None
    if cue := _CUE.match(text, at):
        return cue
    found = _CLOCK.match(text, at) or _SHORT_CLOCK.match(text, at) or _MINUTE.match(text, at)
    if found is None or not _LINE_START.search(text, max(0, at - 8), at):
        return None
    if found.re is _MINUTE:
        return found if _has_next_minute(text, found) else None
    return found if found.re is _CLOCK or _is_caption(text, found) else None


def _has_next_minute(text: str, found: re.Match[str]) -> bool:
    """Say whether the minute before or behind stands alone on a line nearby."""
    half = _HALF_DAY * found.group().endswith("pm")
    minute = 60 * (int(found["hour"]) % 12) + int(found["minute"]) + half
    near, far = max(0, found.start() - _MINUTES_APART), found.end() + _MINUTES_APART
    lines = (f"\n{_time_of_day(other)}\n" for other in (minute - 1, minute + 1))
    return any(text.find(line, near, far) >= 0 for line in lines)


def _time_of_day(minute: int) -> str:
    """Return how a broadcast tells a minute of the day: 6:38 pm."""
    hours, left = divmod(minute % (2 * _HALF_DAY), 60)
    return f"{hours % 12 or 12}:{left:02} {'ap'[hours >= 12]}m"  # noqa: PLR2004 - half a day


def _is_caption(text: str, found: re.Match[str]) -> bool:
    """Say whether the line before or behind begins with a time a few seconds apart."""
    behind = _LINE.match(text, found.end())
    before = text.rfind("\n", 0, max(0, text.rfind("\n", 0, found.start()))) + 1
    others = (
        _SHORT_CLOCK.match(text, start) for start in (behind.end() if behind else before, before)
    )
    return any(
        other and other.start() != found.start() and _are_near(found, other) for other in others
    )


def _are_near(one: re.Match[str], other: re.Match[str]) -> bool:
    first, second = (60 * int(at["minutes"]) + int(at["seconds"]) for at in (one, other))
    return 0 < abs(first - second) <= _SOON and bool(first % _ROUND or second % _ROUND)


def told_stamp_at(text: str, at: int) -> re.Match[str] | None:
    """Return the time code of a recording that starts at ``at``: "Speaker: (04:12)"."""
    if ":" not in text[at + 1 : at + 3]:
        return None
    if first := _FIRST_HOUR.match(text, at):
        return first
    bracketed = _BRACKETED.match(text, at)
    if bracketed and (text[at - 1] != " " or _BEFORE_HEARD.search(text, max(0, at - 28), at)):
        return bracketed
    found = _TOLD_STAMP.match(text, at)
    if found is None:
        return None
    is_spoken = text.startswith("):", found.end()) and text[at - 1 : at] == "("
    return found if is_spoken or _BEFORE_STAMP.search(text, max(0, at - 4), at) else None
