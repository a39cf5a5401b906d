"""Turns that nothing but a dash starts: ``- Why so?`` and, on the next line, ``- It had to.``."""

import re
from collections.abc import Sequence
from itertools import pairwise

from annotator.model.kinds import Role
from annotator.reading.candidates import Candidate
from annotator.reading.label_forms import LONGEST
from annotator.reading.names import Likeness
from annotator.reading.sighting import Sighting
from annotator.reading.surroundings import STOPS
from annotator.reading.verdict import Verdict

_DASHED = re.compile(r"(?m)^[^\S\n]*(?P<mark>--|[-–—])[^\S\n]+(?=[\w“\"'‘(\[¿¡…])")
_PERSONAL = re.compile(
    r"\b(?:I|[Ww]e|[Yy]ou|[Yy]our|[Mm]y|[Oo]ur|[Mm]e|[Uu]s|[Tt]hanks?|I['’](?:m|d|ve|ll))\b"
)
_ANSWERS = re.compile(r"(?:Yes|No|Yeah|Well|Right|Exactly|Absolutely|Of course|Thank)\b")
_SEEN = 4000
"""So much of one speech is read."""
_FEWEST = 5
_FEWEST_ANSWERED = 2
_ASKS = frozenset("?？")
_NOBODY = Verdict("", Likeness.MAYBE, Role.UNKNOWN)


def dashed(text: str) -> list[Sighting]:
    """Return the turns that a dash starts, if most of the lines behind dashes are a dialogue.

    Several questions have to be answered right below, half of the speeches to say I or you, and
    nearly all to end as sentences do: points of a list do not.
    """
    found = list(_DASHED.finditer(text))
    if len(found) < _FEWEST or len({m["mark"] for m in found}) > 1:
        return []
    ends = [*(m.start() for m in found[1:]), len(text)]
    spans = zip((m.end() for m in found), ends, strict=True)
    said = [text[start : min(end, start + _SEEN)].rstrip() for start, end in spans]
    return [_sighting(text, m) for m in found] if _is_dialogue(said) else []


def _is_dialogue(said: Sequence[str]) -> bool:
    """Tell whether speeches, in order, are a dialogue."""
    asked = [speech[-1:] in _ASKS for speech in said]
    answered = sum(asks and not below for asks, below in pairwise(asked))
    personal = sum(bool(_PERSONAL.search(s) or _ANSWERS.match(s)) for s in said)
    closed = sum(speech[-1:] in STOPS for speech in said[:-1])
    is_said = 2 * personal >= len(said) and 5 * closed >= 4 * (len(said) - 1)
    return answered >= _FEWEST_ANSWERED and 3 * sum(asked) <= 2 * len(said) + 1 and is_said


def _sighting(text: str, m: re.Match[str]) -> Sighting:
    rest = text[m.end() : m.end() + LONGEST].partition("\n")[0]
    candidate = Candidate(m.start("mark"), m.end(), "", "dashed turn", rest)
    return Sighting(candidate, _NOBODY)
