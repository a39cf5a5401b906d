"""The office that an English label tells itself: ``Foreign Press Secretary Roe``."""

import re
from collections.abc import Sequence
from itertools import dropwhile, filterfalse

from annotator.reading.label_forms import HAN
from annotator.reading.words import words

_MOST_NAMES = 4
_ASIDE = re.compile(r"[ ]\([^()]*\)$")
_COURTESY = frozenset(
    ["mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "hon", "sir", "the"]
)
_JOINING = frozenset(["of", "for", "and"])
_GOING_ON = frozenset(
    ["the", "new", "south", "north", "east", "west", "united", "great", "saudi", "san", "sri"]
)
"""Words that what an office is of goes on behind: ``Governor of New Lund``."""


def office_told(label: str) -> str | None:
    """Return the office that stands before the name in a label."""
    tokens = [] if re.search(f"[{HAN},]", label) else _ASIDE.sub("", label).split()
    offices = [place for place, token in enumerate(tokens) if _is_office(token)]
    end = _end_of_office(tokens, offices[-1] + 1) if offices else 0
    office = list(dropwhile(_is_courtesy, tokens[:end]))
    is_held = not words("english", "military").issuperset(token.lower() for token in office)
    return " ".join(office) if is_held and _is_name(tokens[end:]) else None


def _is_name(tokens: Sequence[str]) -> bool:
    name = list(filterfalse(_is_courtesy, tokens))
    particles = words("english", "particles")
    is_tall = all(token[0].isupper() or token in particles for token in name)
    is_rank = any(token.lower() in words("english", "ranks") for token in name)
    return 0 < len(name) <= _MOST_NAMES and is_tall and not is_rank


def _end_of_office(tokens: Sequence[str], end: int) -> int:
    """Return where what an office is of ends: behind ``of State``, ``for Foreign Affairs``."""
    of_what = words("english", "portfolios") | words("english", "not_anywhere") | {"affairs"}
    small = [token.lower() for token in tokens]
    while end < len(small) and small[end] in _JOINING | of_what:
        goes_on = small[end] in _JOINING
        end += 1
        while goes_on and end + 1 < len(small) and small[end] in _GOING_ON:
            end += 1
        end += goes_on
    return end


def _is_office(token: str) -> bool:
    parts = token.lower().split("/")
    return not words("english", "offices").isdisjoint(parts) and not _is_courtesy(token)


def _is_courtesy(token: str) -> bool:
    return token.lower().strip(".") in _COURTESY
