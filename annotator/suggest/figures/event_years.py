"""Years that belong to a name: “2025年香港政策法”, 2024巴黎奥运, in folded text."""

import re

from annotator.suggest.figures.units import Vocabulary

_QUOTED = re.compile(
    "“[^\\W0-9a-z，,。;:!?我你他她它们了吗呢吧啊在将要把被是有已还]{0,12}"
    "(?P<year>(?:19|20)[0-9]{2}(?:年度?)?|1[01][0-9](?:年度?))"
    "(?P<name>[^\\W0-9a-z我你他她它们了吗呢吧啊在将要把被是有已还说]{3,33})”"
)
"""A year in a quoted name."""
_SHORTEST = 2
"""How long a quoted name is in front of what it ends in: an event, a law, an award."""
_GAMES = re.compile(
    "(?:19|20)[0-9]{2}(?!年)(?P<name>[^\\W0-9a-z，,的年月日和与至到起在将有是比较为共约近]{0,10})"
)
"""A year right before the name of what goes by it, as no number of it stands there."""
_HOSTED = re.compile(
    "(?:19|20)[0-9]{2}年(?!约)(?P<name>[^\\W0-9a-z，,的年月日和与至到起在将有是比较为共近举办开第全我参获上下本以之前后初底迎对]{2,4})"
)
"""A year, who is the host, and what is held: 2016年里约奥运会."""
_OF_YEAR = re.compile("(?:19|20)[0-9]{2}年度?")
_MEETING = re.compile("[^\\W0-9a-z，,的将要召举开行办了在有被已]{2,20}")
"""A year and the name of a regular meeting behind its scope: 2024年全国水利工作会议."""
_LONGEST = 16
"""How long that name is in front of what it ends in."""
_BEFORE = 14
_CENTURIES = ("19", "20")


def is_in_event(text: str, start: int, words: Vocabulary) -> bool:
    """Say whether a year is part of the name of an event, a law or an award."""
    if text.startswith(_CENTURIES, start) and (
        _is_games(text, start, words) or _is_meeting(text, start, words)
    ):
        return True
    opened = text.rfind("“", max(0, start - _BEFORE), start)
    quoted = _QUOTED.match(text, opened) if opened >= 0 else None
    if quoted is None or quoted.start("year") != start:
        return False
    ending = words.lists["quoted_events"].start(text, quoted.end("name"))
    return ending is not None and ending - quoted.start("name") >= _SHORTEST


def _is_games(text: str, start: int, words: Vocabulary) -> bool:
    """Say whether a year stands before what goes by it: 2024巴黎奥运, 2016年里约奥运会."""
    games = _GAMES.match(text, start)
    if games is not None:
        return words.lists["events"].within(text, *games.span("name"))
    host = _HOSTED.match(text, start)
    if host is None:
        return False
    begin, end = host.span("name")
    return any(words.lists["events"].match(text, at) for at in range(begin + _SHORTEST, end + 1))


def _is_meeting(text: str, start: int, words: Vocabulary) -> bool:
    """Say whether a year is of a regular meeting: 2024年全国水利工作会议."""
    year = _OF_YEAR.match(text, start)
    scope = words.lists["meeting_scopes"].match(text, year.end()) if year else None
    name = _MEETING.match(text, scope.end()) if scope else None
    if name is None:
        return False
    begin, end = name.start(), min(name.end(), name.start() + _LONGEST)
    return words.lists["meetings"].within(text, begin + _SHORTEST, end)
