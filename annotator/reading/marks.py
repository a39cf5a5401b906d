"""Bullets, numbers and stray marks in front of what may be labels, and whether labels have them."""

from collections.abc import Mapping, Sequence

from annotator.model.kinds import Role
from annotator.reading.names import Likeness, is_chinese
from annotator.reading.sighting import Sighting, coming_back, has_clock, names_of
from annotator.reading.verdict import Verdict


class Marks:
    """What stands in front of the sightings of a text."""

    def __init__(self, sightings: Sequence[Sighting], repeats: Mapping[str, int]) -> None:
        """Count them; ``repeats`` says how often each name may be a label."""
        self._repeats = repeats
        unlisted = [s for s in sightings if not s.candidate.listed]
        self._timed = names_of(filter(has_clock, unlisted))
        self._back = names_of(coming_back([s for s in unlisted if s.candidate.form == "colon"]))
        self._are_usual = _are_usual([s for s in sightings if s.candidate.listed])

    def part(self, s: Sighting) -> bool:
        """Tell whether a bullet, a number or a mark stands in front that no other label has.

        A name or a role has to come back behind bullets or numbers, or several to ask there or to
        have lines of their own, or a name beside a clock to stand somewhere with none. So has one
        that comes back with none.
        """
        is_strayed = s.candidate.stray and self._repeats[s.verdict.name] == 1
        is_listed = s.candidate.listed and s.candidate.form != "plain" and not self._are_usual
        return is_strayed or (is_listed and not self._stands_without(s))

    def _stands_without(self, s: Sighting) -> bool:
        """Tell whether a name is a label with no mark, too: again and again, or beside a clock."""
        name = s.verdict.name
        return name in self._back or (has_clock(s) and name in self._timed)


def _are_usual(listed: Sequence[Sighting]) -> bool:
    """Tell whether labels stand behind bullets or numbers here.

    Who speaks above has lines of their own, unless it is a word for them: ``• 嘉宾：林禾``.
    """
    told = [s for s in listed if _may_speak(s.verdict)]
    asking = sum(s.verdict.role is Role.REPORTER for s in told)
    alone = list(filter(_is_colon_alone, told))
    are_alone = len(alone) > 1 and all(
        s.verdict.likeness is Likeness.SURE for s in told if s not in alone
    )
    talk = asking > 1 or are_alone or len(names_of(told)) < len(told)
    return talk or len(names_of(coming_back(list(filter(_is_whole_name, listed))))) > 1


def _is_whole_name(s: Sighting) -> bool:
    is_name = s.verdict.likeness is Likeness.NAME and " " in s.verdict.name
    return is_name and s.candidate.form == "colon"


def _may_speak(verdict: Verdict) -> bool:
    """Tell whether words may be somebody's name with a role, or in Chinese."""
    is_told = verdict.role is not None or is_chinese(verdict.name)
    return verdict.likeness >= Likeness.SHORT and is_told


def _is_colon_alone(s: Sighting) -> bool:
    return s.candidate.form == "colon" and s.candidate.is_alone
