"""Who asks in an interview, by its heading: ``Radio interview with Ann``, ``王芳：我爱写作``."""

import re
from collections.abc import Sequence

from annotator.reading.names import initials, is_chinese
from annotator.reading.opening import bare_english
from annotator.reading.words import words

_HEADING = re.compile(
    r"\b(?i:interview)\b[^\n.]{0,60}?\b(?i:with|by)\b(?P<whom>[^\n]{2,120})"
    r"|\b(?i:(?:appears?|appearance|live|guest)\b[^\n.]{0,40}?\bon)\b[^\n.]{0,40}?"
    r"(?:\b(?i:with)\b(?P<beside>[^\n]{2,120})"
    r"|\b[Tt]he (?P<show>(?:[A-Z][\w’'-]+ ){2,3})(?:Show|Hour)\b)"
)
"""How a heading tells who asks: ``Interview with Ann``, ``appears on the Ann Lee Show``."""
_BETWEEN = r"[^\n。！？，]{0,16}"
_WORD = re.compile(r"[^\W\d_][\w’'-]+")
_WHOLE = re.compile(r"(?=\b([A-Z][\w’'-]+ [A-Z][\w’'-]+))")


def hosts(opening: str, names: Sequence[str]) -> frozenset[str]:
    """Return the names that a heading gives to who asks.

    Whom an interview is with asks where an office is who answers.
    """
    found = _HEADING.search(opening)
    people = [name for name in names if not _is_post(name)]
    if found is None or (found["whom"] and len(people) == len(names)):
        return frozenset()
    whom = found["whom"] or found["beside"] or found["show"]
    named = {word.lower() for word in _WORD.findall(whom)}
    short = {initials(whole) for whole in _WHOLE.findall(whom)}
    return frozenset(
        name for name in people if name in short or not named.isdisjoint(name.lower().split())
    )


def _is_post(name: str) -> bool:
    """Tell whether a label is an office alone: ``PM``, ``PRIME MINISTER``."""
    is_courtesy = len(name.strip(".")) <= len("Mrs")
    return name in words("english", "short_posts") or not (is_courtesy or bare_english(name))


def asking_guest(opening: str, names: Sequence[str]) -> frozenset[str]:
    """Return who of two asks the other, whom alone a Chinese heading names as its guest."""
    guests = [name for name in names if is_chinese(name) and _heads(opening, name)]
    are_two = len(names) == len(["王芳", "林禾"])
    return frozenset(names).difference(guests) if are_two and len(guests) == 1 else frozenset()


def _heads(opening: str, name: str) -> bool:
    """Tell whether a heading says whom the talk is with: ``专访王芳``, ``王芳：我爱写作``."""
    bare = re.escape(name)
    said = rf"(?m)^[^\S\n]*{bare}[:：][^\n]*[^\n。！？!?]$"
    met = rf"(?:[专專][访訪]|[对對][话話]){_BETWEEN}{bare}"
    return re.search(f"{said}|{met}", opening) is not None
