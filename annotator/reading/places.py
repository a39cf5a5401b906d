"""What stands at a place of a text, inside a line."""

import re
from collections.abc import Collection, Iterable

from annotator.reading.candidates import candidates_in
from annotator.reading.label_forms import LONGEST
from annotator.reading.sighting import Sighting, best_sighting

MOST_KNOWN = 60
"""More names than this are looked for in no paragraph; it keeps hostile texts cheap."""


def is_inside(text: str, place: int) -> bool:
    """Tell whether words stand before a place on its line, more than a bullet or a clock."""
    before = text[max(0, place - LONGEST) : place].rpartition("\n")[2]
    return bool(re.search(r"[^\W\d_]{2}", before))


def found_at(places: Iterable[int], text: str, known: Collection[int]) -> list[Sighting]:
    """Return the names with a colon that start at places where no label is known."""
    found = []
    for place in places:
        end = text.find("\n", place, place + LONGEST)
        candidates = candidates_in(text, place, place + LONGEST if end < 0 else end)
        sighting = best_sighting([c for c in candidates if c.form == "colon"])
        if sighting and sighting.start not in known:
            found.append(sighting)
    return found
