"""Who speaks in a court: its judges, the parties before it, and its witnesses."""

import re
from collections.abc import Sequence

from annotator.model.kinds import Role
from annotator.reading.names import Likeness
from annotator.reading.sighting import Sighting, of_form
from annotator.reading.words import any_of, words

_PARTY = re.compile(rf"{any_of('chinese', 'court')}[\d一二三四五六七八九十甲乙]?")
_FEWEST = 2


def in_court(sightings: Sequence[Sighting]) -> frozenset[int]:
    """Return the starts of who speaks before a Chinese court, where its judge speaks often.

    So do labels with a colon, and those in brackets.
    """
    return _in_court(sightings, "colon") | _in_court(sightings, "bracket")


def _in_court(sightings: Sequence[Sighting], form: str) -> frozenset[int]:
    names = of_form(sightings, form)
    judging = [s for s in names if s.verdict.name in words("chinese", "judges")]
    if len(judging) < _FEWEST:
        return frozenset()
    parties = [s for s in names if _PARTY.fullmatch(s.verdict.name)]
    return frozenset(s.start for s in judging + parties)


def of_court(upper: Sequence[Sighting], sightings: Sequence[Sighting]) -> list[Sighting]:
    """Return who speaks for a court, where several others are sure to speak or letters ask."""
    sure = sum(s.verdict.likeness is Likeness.SURE for s in upper)
    asked = sum(s.candidate.form == "letter" for s in sightings)
    return [s for s in upper if _is_of_court(s)] if max(sure, asked) >= _FEWEST else []


def _is_of_court(s: Sighting) -> bool:
    """Tell whether a label is who speaks in a court: ``THE WITNESS``, ``COURT``."""
    word = s.verdict.name.removeprefix("THE ").lower()
    is_tall = s.verdict.name.isupper() and s.verdict.role is Role.SPEAKER
    return is_tall and (s.verdict.name.startswith("THE ") or word in words("english", "court"))
