"""Bullets, numbers and stray marks in front of what may be labels, and whether labels have them."""

from collections.abc import Mapping, Sequence

from annotator.model.kinds import Role
from annotator.reading.names import Likeness, is_chinese
from annotator.reading.sighting import Sighting, has_clock
from annotator.reading.verdict import Verdict


class Marks:
    """What stands in front of the sightings of a text."""

    def __init__(self, sightings: Sequence[Sighting], repeats: Mapping[str, int]) -> None:
        """Count them; ``repeats`` says how often each name may be a label."""
        self._repeats = repeats
        timed = (s for s in sightings if has_clock(s))
        self._unlisted = frozenset(s.verdict.name for s in timed if not s.candidate.listed)
        self._are_usual = _are_usual([s.verdict for s in sightings if s.candidate.listed])

    def part(self, s: Sighting) -> bool:
        """Tell whether a bullet, a number or a mark stands in front that no other label has.

        A name or a role has to come back behind bullets or numbers, or several to ask there, or a
        name beside a clock to stand somewhere with none.
        """
        is_strayed = s.candidate.stray and self._repeats[s.verdict.name] == 1
        is_listed = s.candidate.listed and s.candidate.form != "plain" and not self._are_usual
        is_listed = is_listed and not (has_clock(s) and s.verdict.name in self._unlisted)
        return is_listed or is_strayed


def _are_usual(listed: Sequence[Verdict]) -> bool:
    """Tell whether labels stand behind bullets or numbers here."""
    told = [v for v in listed if v.likeness >= Likeness.SHORT and (v.role or is_chinese(v.name))]
    asking = sum(v.role is Role.REPORTER for v in told)
    return asking > 1 or len({v.name for v in told}) < len(told)
