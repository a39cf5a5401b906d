"""Bullets, numbers and stray marks in front of what may be labels, and whether labels have them."""

from collections import Counter
from collections.abc import Mapping, Sequence

from annotator.reading.names import Likeness
from annotator.reading.sighting import Sighting, has_clock


class Marks:
    """What stands in front of the sightings of a text."""

    def __init__(self, sightings: Sequence[Sighting], repeats: Mapping[str, int]) -> None:
        """Count them; ``repeats`` says how often each name may be a label."""
        self._repeats = repeats
        timed = (s for s in sightings if has_clock(s))
        self._unlisted = frozenset(s.verdict.name for s in timed if not s.candidate.listed)
        listed = (s.verdict for s in sightings if s.candidate.listed)
        sure = Counter(v.name for v in listed if v.likeness is Likeness.SURE and v.role)
        self._are_usual = any(n > 1 for n in sure.values())

    def part(self, s: Sighting) -> bool:
        """Tell whether a bullet, a number or a mark stands in front that no other label has.

        A label that surely is one has to come back behind bullets or numbers, or a name beside
        a clock to stand somewhere with none.
        """
        is_strayed = s.candidate.stray and self._repeats[s.verdict.name] == 1
        is_listed = s.candidate.listed and s.candidate.form != "plain" and not self._are_usual
        is_listed = is_listed and not (has_clock(s) and s.verdict.name in self._unlisted)
        return is_listed or is_strayed
