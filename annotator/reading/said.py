"""What one turn tells of who speaks: the first and the last of its words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import compress, pairwise
from operator import not_

from annotator.model.kinds import Role
from annotator.reading.label_forms import HAN
from annotator.reading.turn_found import TurnFound
from annotator.reading.words import any_of, words

SELF = 160
"""So many characters of a speech tell whose it is."""
_OFFICE = re.compile(rf"\b(?:{any_of('english', 'offices')})\b", re.IGNORECASE)
_HAN = re.compile(f"[{HAN}]")
HAILS_NEXT = (
    r"(?:(?<=[.!?…][ ])|(?<=\n)|\A)(?:Ma['’]?am|Sir"
    r"|(?:Dr|Mrs?|Ms|Prof|Minister|Secretary|Governor|Mayor|Chief|Director|Commissioner|General)\b"
    r"\.?(?:[ ](?-i:[A-Z])[\w’'-]{1,20}){0,2})\?[ ]*\Z"
)
"""How somebody ends who gives the word to another: ``Dr. Roe?``, ``Ma'am?``."""
_GREETS = re.compile(
    r"[你您][们們]?(?:好|好吗|好嗎|还好吗|還好嗎)[?？]"
    r"|\bhow(?: are|['’]re) (?:you|we)(?: all)?(?: doing)?(?: today)?(?:, [\w’'. ]{2,24})?\?"
    r"|\bhow['’]s it going(?: today)?(?:, [\w’'. ]{2,24})?\?"
    rf"|{HAILS_NEXT}",
    re.IGNORECASE,
)
"""Questions that ask nothing."""
_ASKS = re.compile(
    r"[?？]|(?:^|[.!…][ ]+|\n)(?i:(?:and |but |so )?(?:did|do|are|will|can|could|would|have) you\b)"
    r"[^!?\n]{0,160}(?:[-–—]|\.\.\.|…)\s*\Z"
)
"""A question mark, or a question that is cut off: ``Did you see that the pier –``."""
_QUESTION_END = 200
_LONGEST_QUESTION = 1500


@dataclass(frozen=True, slots=True)
class Said:
    """One turn as conduct sees it: by whom (a key), as what so far, and the first of its words."""

    who: str
    role: Role | None
    speech: str
    length: int
    asks: bool
    label: str = ""
    holds_office: bool = False


def in_each_language(turns: Sequence[Said]) -> list[list[Said]]:
    """Return the turns with Chinese labels and those with others, where these repeat the former.

    Else return all turns together, as where but one speaks in each.
    """
    chinese = [bool(_HAN.search(turn.label)) for turn in turns]
    repeated = sum(first and not then for first, then in pairwise(chinese))
    parts = [list(compress(turns, chinese)), list(compress(turns, map(not_, chinese)))]
    are_same = all(3 * repeated >= 2 * len(part) for part in parts)
    are_several = all(len({turn.who for turn in part}) > 1 for part in parts)
    return parts if are_same and are_several else [list(turns)]


def said(who: str, role: Role | None, text: str, turn: TurnFound) -> Said:
    """Return what a turn's speech tells, of which only the first and the last words are read."""
    start, end = turn.body_start, turn.end
    tail = text[max(start, end - _QUESTION_END) : end]
    asks = end - start < _LONGEST_QUESTION and bool(_ASKS.search(_GREETS.sub("", tail)))
    head = text[start : min(end, start + 2 * SELF)]
    label = turn.speaker or ""
    is_told = bool(turn.affiliation and _OFFICE.search(turn.affiliation))
    holds_office = is_told or has_rank(label)
    return Said(who, role, f"{head}\n{tail}", end - start, asks, label, holds_office)


@lru_cache(maxsize=4096)
def has_rank(name: str) -> bool:
    """Tell whether a name has a military rank, which says nothing of who briefs: ``Rear Adm. Roe``.

    A vice president has none.
    """
    first, *rest = (token.lower().strip(".") for token in name.split() or [""])
    ranks = words("english", "military")
    return bool(rest) and first in ranks and (first != "vice" or rest[0] in ranks)
