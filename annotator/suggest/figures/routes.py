"""Numbers of roads and lines that are told without a name: take 95 north, the 4, 5 and 6 trains."""

import re

_ON_ROUTE = re.compile(
    r"\b(?:use|take|took|avoid|clos(?:e|ed|ing)|reopen(?:ed)?|hit|shut)\sthe\s\Z"
    r"|\b(?:onto|along|cross(?:es|ed|ing)?)\s(?:the\s)?\Z|\b(?:off|up|down|on)\sthe\s\Z"
    r"|\b(?:get|head(?:ed|ing|s)?|driv(?:e|es|ing)|drove|turn(?:ed|s)?)\s(?:[a-z]+\s)?(?:off|up|down)\s\Z"
    r"|\b(?:go|drive|driving"
    r"|travel(?:ing|s)?|around|(?:north|south|east|west)(?:bound)?|exit|traffic|crash|lanes?"
    r"|detour|backed\sup)\s(?:[a-z]+\s){0,3}on(?:to)?\s\Z"
)
_ROUTE_ENDS = re.compile(
    r"[,;]|\.(?:\s|\Z)|\s(?:and\s(?:that|you|it)|north|south|east|west|at\s|near\s|between\s)"
)
_ROAD_BEHIND = re.compile(r"\s(?:near|north|south|east|west|between|freeway)(?:bound)?\b")
"""What follows the two digits of a road: a crash on the 80 near the bridge."""
_LINE = "(?:[0-9]{1,3}|[a-z])"
_ROUTES = re.compile(
    rf"\bthe\s{_LINE}(?:(?:,|,?\s(?:and|or|to|through))\s(?:the\s)?{_LINE}){{1,6}}"
    r"\s(?:trains?|lines?|bus(?:es)?|freeways?|highways?|interchange)\b"
    r"|\bthe\s[0-9]{1,3}\s(?:and|or|to)\sthe\s[0-9]{1,3}(?![0-9%]|[.,][0-9]|\s?[a-z]{4})"
)
_ROUTES_NEAR, _LONGEST_ROUTE = 40, 3
_HEADED = re.compile(
    r"[0-9]{1,3}\s(?:north|south|east|west)(?:bound)?"
    r"(?=[,.;:?!]|\s(?:at|near|to|toward|towards|between|and|from|is|was|around|just|through|past)\b)"
)
"""A road with the way that it goes: 95 north."""


def is_route(written: str, text: str, start: int, end: int) -> bool:
    """Say whether a number is of a road, or one of several lines: the 4, 5 and 6 trains.

    The text as it is written stands before the same in lower case.
    """
    if _HEADED.match(written, start):
        return True
    ends = _ROUTE_ENDS if end - start == _LONGEST_ROUTE else _ROAD_BEHIND
    is_ended = 1 < end - start <= _LONGEST_ROUTE and ends.match(text, end)
    if is_ended and _ON_ROUTE.search(text, max(0, start - _ROUTES_NEAR), start):
        return True
    return end - start <= _LONGEST_ROUTE and _is_in_row(text, start, end)


def _is_in_row(text: str, start: int, end: int) -> bool:
    """Say whether "the" begins a row of lines that a number stands in."""
    begin = text.find("the ", max(0, start - _ROUTES_NEAR), start)
    while begin >= 0:
        row = _ROUTES.match(text, begin, end + _ROUTES_NEAR)
        if row and end <= row.end():
            return True
        begin = text.find("the ", begin + 1, start)
    return False
