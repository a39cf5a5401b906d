"""Two numbers that are said one after the other for something between: two, three weeks."""

import re

from annotator.suggest.figures.compounds import Measured
from annotator.suggest.figures.english_numbers import ONES, TENS, any_of
from annotator.suggest.figures.units import Vocabulary

_NUMBER = rf"(?:[1-9][0-9]{{0,2}}|1000|{any_of([*list(ONES)[1:], *TENS])})"
_JOIN = re.compile(r",\s(?:(?:maybe|perhaps|possibly|even)\s)?")
_PAIR = re.compile(
    rf"(?P<low>{_NUMBER}),\s(?:(?:maybe|perhaps|possibly|even)\s)?(?P<high>{_NUMBER})\b(?P<half>\.5\b|\sand\sa\shalf\b)?(?![.,][0-9])"
)
_LISTED = re.compile(
    rf"\b(?:{_NUMBER},?|(?:page|week|day|game|round|lap|hole|mile|level|step|phase)s?|at|by|on)\s\Z"
)
"""What stands before the first number where it is one of more, or a name's."""
_GOES_ON = re.compile(rf",?\s(?:and|or)\s{_NUMBER}\b|,\s{_NUMBER}\b")
_THINGS = re.compile(r"\s(?:[a-z]+\s)?(?:[a-z]{2,}[^suiw\W]s|people|men|women|children)\b")
_GUESS = re.compile(r"\b(?:about|around|roughly|maybe|probably|perhaps|like)\s\Z")
_STOPS = re.compile(r"[.;:?!](?![0-9])|\s?\Z|,\s(?:or|but|whatever|you|i|we)\b")
_NEAR, _FIVE, _STEP = 12, 5, 2


def join_said(text: str, found: Measured) -> re.Match[str] | None:
    """Return the comma behind a number without a unit that another may follow."""
    if found.unit is not None or _PAIR.match(text, found.start) is None:
        return None
    return _JOIN.match(text, found.end)


def _are_near(low: int, high: int, step: int) -> bool:
    """Say whether two numbers may be ends that are guessed: the next ones, or round: 20, 25."""
    is_round = low % _FIVE == high % _FIVE == 0 and low < high <= low * 2
    return is_round or 0 < high - low <= step


def is_said(text: str, found: Measured, words: Vocabulary) -> bool:
    """Say whether two numbers with a comma are one range: the next ones, of things behind them."""
    pair = _pair(text, found)
    if pair is None:
        return False
    low, high = _small(pair["low"]), _small(pair["high"])
    if pair["half"] and low == high:
        return True
    is_near = _are_near(low, high, 1 if pair["low"].isdigit() else _STEP)
    if not is_near or _LISTED.search(text, max(0, found.start - _NEAR), found.start):
        return False
    if found.unit is not None or _is_guessed(text, found, low):
        return True
    things = words.noun_pattern.match(text, found.end) or _THINGS.match(text, found.end)
    return things is not None


def _is_guessed(text: str, found: Measured, low: int) -> bool:
    """Say whether words make a guess of two round numbers that end a clause: about 900, 1000."""
    is_hedged = _GUESS.search(text, max(0, found.start - _NEAR), found.start)
    return bool(is_hedged and low % _FIVE == 0 and _STOPS.match(text, found.end))


def _pair(text: str, found: Measured) -> re.Match[str] | None:
    """Return two numbers of one sort with a comma that no third one follows."""
    pair = _PAIR.match(text, found.start)
    if pair is None or pair["low"].isdigit() != pair["high"].isdigit():
        return None
    return None if found.unit is None and _GOES_ON.match(text, found.end) else pair


def _small(number: str) -> int:
    return int(number) if number.isdigit() else ONES.get(number) or TENS[number]
