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
_MEETING = re.compile(
    "(?:19|20)[0-9]{2}年度?(?:全[国省市]|世界|国际|中国)[^\\W0-9a-z，,的将要召举开行办了在有被已]{2,16}(?:会议|大会|论坛|峰会|年会)"
)
"""The year of a regular meeting: 2024年全国水利工作会议."""
_BEFORE = 14


def is_in_event(text: str, start: int, words: Vocabulary) -> bool:
    """Say whether a year is part of the name of an event, a law or an award."""
    if games := _GAMES.match(text, start):
        events, (begin, end) = words.lists["events"], games.span("name")
        if any(events.match(text, at) for at in range(begin, end + 1)):
            return True
    if _MEETING.match(text, start):
        return True
    opened = text.rfind("“", max(0, start - _BEFORE), start)
    quoted = _QUOTED.match(text, opened) if opened >= 0 else None
    if quoted is None or quoted.start("year") != start:
        return False
    ending = words.lists["quoted_events"].start(text, quoted.end("name"))
    return ending is not None and ending - quoted.start("name") >= _SHORTEST
