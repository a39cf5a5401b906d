"""Points of a set that look like a time, in folded text: 以21:17、18:21、21:19击败对手."""

import re

_SCORED = re.compile("(?:以|比分为?|局分|[0-9]{1,2}:[0-9]{1,2}(?:、|,\\s?|和|及|\\s))\\Z")
_FURTHER = re.compile("(?:、|,\\s?|和|及|\\s)[0-9]{1,2}:[0-9]{1,2}(?![0-9:])")
"""Around points of a set: what tells that they are so, or those of another."""
_GAME = re.compile(
    "胜|赢|负于|不敌|力克|战平|[击打]败|击退|淘汰|横扫|逆转|落败|决赛|夺冠|对手|抢七|晋级|首局|次局"
)
_BEFORE, _AROUND = 8, 40


def is_set_score(text: str, start: int, end: int) -> bool:
    """Say whether two numbers with a colon are points in a game, not a time of the day."""
    is_told = _SCORED.search(text, max(0, start - _BEFORE), start) or _FURTHER.match(text, end)
    return bool(is_told) and _GAME.search(text, max(0, start - _AROUND), end + _AROUND) is not None
