"""Two numbers that follow each other and count one thing: 两、三天."""

import re
from decimal import Decimal

from annotator.suggest.figures.amounts import Amount, amount_at
from annotator.suggest.figures.compounds import Measured
from annotator.suggest.figures.english_numbers import ONES, any_of

_NEXT = re.compile("(?<=[1-9一二两三四五六七八])、(?=[1-9一二两三四五六七八九](?![0-9.、]))")
"""What joins two digits into a range where the second is the next one: 1、2週."""
_NEXT_LONG = re.compile(
    "(?<=9)、(?=10月)|(?<=1[01])、(?=1[12]月)|、(?=十[一二]?月)"
    "|(?<=[0-9]{2})、(?=[0-9]{2}(?:度|℃|摄氏度|岁|天|[万亿元块人个]|公里|%))"
)
"""The same between numbers of two digits: 11、12月, 34、35度."""
_SAID = re.compile(rf",\s(?=[0-9]|{any_of(ONES)}\b)")
_GUESSED = re.compile(
    r"\b(?:about|around|maybe|perhaps|probably|roughly|like|some|over|than|last|past|next|for|within|in|every"
    r"|another|after|these|takes?|took|is|was|say|nearly|almost|like)\s(?:the\s)?\Z"
)
"""What stands before a number that is guessed aloud."""
_COUNTING = re.compile(
    r"\s(?!(?:is|was|has|does|says)\b)(?:percent|people|men|women|children|[a-z]{2,}s)\b"
)
_TENFOLD = 10
_NEAR = 16
_ROUND = frozenset(Decimal(10) ** power for power in range(13))


def next_one(text: str, found: Measured, first: Amount) -> re.Match[str] | None:
    """Return the sign between two digits that count one thing: 两、三天; not 1、2、3."""
    if found.unit is not None:
        return None
    if text.startswith(", ", found.end):
        return _said_next(text, found, first)
    pattern = _NEXT if found.end - found.start == 1 else _NEXT_LONG
    join = pattern.match(text, found.end) or _NEXT_LONG.match(text, found.end)
    if join is None or text[found.start - 1 : found.start] in {"、", "第"}:
        return None
    last = amount_at(text, join.end())
    is_next = last is not None and (last.low / (first.low + 1)) in _ROUND
    return join if is_next else None


def _said_next(text: str, found: Measured, first: Amount) -> re.Match[str] | None:
    """Return the comma of a guess in speech: about 40, 50 years; in two, three weeks."""
    join = _SAID.match(text, found.end)
    if join is None or not _GUESSED.search(text, max(0, found.start - _NEAR), found.start):
        return None
    last = amount_at(text, join.end())
    if last is None or not _COUNTING.match(text, last.end):
        return None
    step = last.low / last.power - first.low
    is_round = step in _ROUND and first.low % step == 0 and first.low < _TENFOLD * step
    return join if first.power == 1 and is_round else None
