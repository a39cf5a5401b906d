"""The office that an English label tells itself: ``Foreign Press Secretary Roe``."""

import re
from itertools import dropwhile

from annotator.reading.label_forms import HAN
from annotator.reading.words import words

_FEWEST, _MOST_NAMES = 2, 4
_COURTESY = frozenset(["mr", "mrs", "ms", "miss", "mx", "dr", "prof", "hon", "sir", "the"])
_JOINING = frozenset(["of", "for", "and"])
_GOING_ON = frozenset(
    ["the", "new", "south", "north", "east", "west", "united", "great", "saudi", "san", "sri"]
)
"""Words that what an office is of goes on behind: ``Governor of New Lund``."""


def office_told(label: str) -> str | None:
    """Return the office of two words or more that stands before the name in a label."""
    tokens = label.split()
    if re.search(f"[{HAN}]", label) or any("," in token for token in tokens):
        return None
    offices = [place for place, token in enumerate(tokens) if _is_office(token)]
    end = _end_of_office(tokens, offices[-1] + 1) if offices else 0
    name = [token for token in tokens[end:] if not _is_courtesy(token)]
    is_named = 0 < len(name) <= _MOST_NAMES and all(token[0].isupper() for token in name)
    office = list(dropwhile(_is_courtesy, tokens[:end]))
    return " ".join(office) if is_named and len(office) >= _FEWEST else None


def _end_of_office(tokens: list[str], end: int) -> int:
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
    return token.lower() in words("english", "offices") and not _is_courtesy(token)


def _is_courtesy(token: str) -> bool:
    return token.lower().strip(".") in _COURTESY
