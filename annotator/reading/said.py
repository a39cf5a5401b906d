"""What one turn tells of who speaks: the first and the last of its words."""

import re
from dataclasses import dataclass

from annotator.model.kinds import Role
from annotator.reading.turn_found import TurnFound
from annotator.reading.words import any_of

SELF = 160
"""So many characters of a speech tell whose it is."""
_OFFICE = re.compile(rf"\b(?:{any_of('english', 'offices')})\b", re.IGNORECASE)
_GREETS = re.compile(
    r"[你您][们們]?(?:好|好吗|好嗎|还好吗|還好嗎)[?？]"
    r"|\bhow are (?:you|we)(?: all)?(?: doing)?(?: today)?(?:, [\w’'. ]{2,24})?\?",
    re.IGNORECASE,
)
"""Questions that ask nothing."""
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


def said(who: str, role: Role | None, text: str, turn: TurnFound) -> Said:
    """Return what a turn's speech tells, of which only the first and the last words are read."""
    start, end = turn.body_start, turn.end
    tail = text[max(start, end - _QUESTION_END) : end]
    asks = end - start < _LONGEST_QUESTION and bool(re.search("[?？]", _GREETS.sub("", tail)))
    head = text[start : min(end, start + 2 * SELF)]
    holds_office = bool(turn.affiliation and _OFFICE.search(turn.affiliation))
    label = turn.speaker or ""
    return Said(who, role, f"{head}\n{tail}", end - start, asks, label, holds_office)
