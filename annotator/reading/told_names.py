"""What a whole transcript tells of the names in it, each thing found when it is first asked for."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

from annotator.reading.manner import (
    alone,
    greeting,
    in_chamber,
    in_manner,
    initials_of_names,
)
from annotator.reading.names import Likeness, family_name
from annotator.reading.namings import called_on, introduced, present, spoken_to, topics
from annotator.reading.opening import names_holder
from annotator.reading.sighting import Sighting
from annotator.reading.speaker_key import initials_in_brackets


class ToldNames:
    """What the words of a transcript and what looks like its labels tell of names."""

    def __init__(self, text: str, sightings: Sequence[Sighting]) -> None:
        self._text = text
        self._sightings = sightings

    @cached_property
    def introduced(self) -> frozenset[str]:
        """The names that somebody calls on, or that an office or courtesy stands by."""
        return introduced(self._text, self._sightings)

    @cached_property
    def pairs(self) -> Counter[str]:
        """How often any two characters stand side by side."""
        return Counter(map("".join, pairwise(self._text)))

    @cached_property
    def called_on(self) -> frozenset[str]:
        """The names that somebody calls on."""
        return called_on(self._text, self._sightings)

    @cached_property
    def topics(self) -> frozenset[str]:
        """The words that are told of and so name nobody."""
        return topics(self._text)

    @cached_property
    def spoken_to(self) -> frozenset[str]:
        """The names that others address, or that are said to be there."""
        return spoken_to(self._text, self._sightings) | present(self._text)

    @cached_property
    def alone(self) -> frozenset[int]:
        """The starts of names that stand alone above what they say."""
        seen = self._text, self._sightings
        return alone(*seen) | greeting(*seen) | in_chamber(*seen)

    @cached_property
    def by_manner(self) -> frozenset[int]:
        """The starts of names that speak in the manner of the others."""
        return in_manner(self._text, self._sightings)

    @cached_property
    def explained(self) -> frozenset[str]:
        """The initials of whole names: ``AL`` for ``Ann LEE`` or behind ``Ann Lee (AL)``."""
        starts = [s.start for s in self._sightings]
        return initials_in_brackets(self._text, starts) | initials_of_names(self._sightings)

    @cached_property
    def holding(self) -> frozenset[str]:
        """The names behind an office in another label: ``Ann Lee``, ``Mayor of Lund Ann Lee``."""
        sure = (s.verdict.name for s in self._sightings if s.verdict.likeness is Likeness.SURE)
        return frozenset(names_holder(name)[1] for name in frozenset(sure))

    @cached_property
    def last_names(self) -> frozenset[str]:
        """The last words, small, of the names that are surely or probably persons'."""
        names = (s.verdict.name for s in self._sightings if s.verdict.likeness >= Likeness.NAME)
        return frozenset(family_name(name).lower() for name in names if " " in name)

    @cached_property
    def small_words(self) -> frozenset[str]:
        """The words that the text writes small, which are no names."""
        return frozenset(re.findall(r"\b[a-z]{3,}\b", self._text))
