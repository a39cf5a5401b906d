"""Minutes typed in a chat: ``<ann> a note``, ``ann: what she said`` and ``... what she added``."""

import re
from collections import Counter

from annotator.model.kinds import Role
from annotator.reading.candidates import Candidate
from annotator.reading.label_forms import LONGEST
from annotator.reading.names import Likeness
from annotator.reading.sighting import Sighting
from annotator.reading.verdict import Verdict
from annotator.reading.words import words

_NICK = r"[A-Za-z][\w.|-]{0,19}"
_TYPED = re.compile(rf"(?m)^[^\S\n]*<{_NICK}>[^\S\n]+(?=\S)")
_LABEL = re.compile(
    rf"(?m)^[^\S\n]*(?P<label>(?:<(?P<typed>{_NICK})>|(?P<said>{_NICK}):)[^\S\n]+)(?=\S)"
)
_GOES_ON = re.compile(r"(?m)^[^\S\n]*(?:\.{3}|…)[^\S\n]?(?=\w)")
_ADDS = re.compile(r"[^\n]*\n[^\S\n]*(?:\.{3}|…)[^\S\n]?(?=\w)")
"""The rest of a line above one that goes on."""
_SCRIBED = re.compile(r"\b(?:IRC|scribes?|scribeNick)\b", re.IGNORECASE)
_INITIALS = re.compile(r"[A-Z]{2,3}")
_FEWEST_TYPED = 3
_FEWEST_ADDED = 2
_SEEN = 20_000


def typed_minutes(text: str) -> list[Sighting]:
    """Return who types and who is said to speak, if a text is such minutes.

    It needs several nicknames in angle brackets, or one and several lines that go on, and either
    a scribe or a line that goes on; no page's markup has these.
    """
    if not _are_minutes(text[:_SEEN]):
        return []
    found = list(_LABEL.finditer(text))
    counts = Counter(_nick(m).lower() for m in found)
    return [_sighting(text, m) for m in found if m["typed"] or _is_speaking(text, m, counts)]


def _are_minutes(start: str) -> bool:
    typed = len(_TYPED.findall(start))
    if typed == 0 or "</" in start:
        return False
    added = len(_GOES_ON.findall(start))
    is_scribed = _SCRIBED.search(start) is not None
    if typed >= _FEWEST_TYPED:
        return added > 0 or is_scribed
    return added >= _FEWEST_ADDED and is_scribed


def _nick(m: re.Match[str]) -> str:
    return m["typed"] or m["said"]


def _is_speaking(text: str, m: re.Match[str], counts: Counter[str]) -> bool:
    """Tell whether a word with a colon comes back, goes on, or is initials, and is no field."""
    nick = _nick(m)
    if nick.lower() in words("english", "minute_fields"):
        return False
    is_known = counts[nick.lower()] > 1 or _INITIALS.fullmatch(nick) is not None
    return is_known or _ADDS.match(text, m.end()) is not None


def _sighting(text: str, m: re.Match[str]) -> Sighting:
    rest = text[m.end() : m.end() + LONGEST].partition("\n")[0]
    candidate = Candidate(m.start("label"), m.end(), _nick(m), "typed", rest)
    return Sighting(candidate, Verdict(_nick(m), Likeness.SURE, Role.SPEAKER))
