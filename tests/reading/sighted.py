"""What looks like labels in a text, and what a judge of them finds."""

from collections.abc import Callable, Sequence

from annotator.reading.candidates import candidates_in
from annotator.reading.layout import lines_of
from annotator.reading.sighting import Sighting, best_sighting

Judge = Callable[[str, Sequence[Sighting]], frozenset[int]]


def sighted(text: str) -> list[Sighting]:
    """Return the sightings of all lines."""
    found = [best_sighting(list(candidates_in(text, *span))) for span in lines_of(text)]
    return [sighting for sighting in found if sighting]


def found_by(judge: Judge, text: str) -> list[str]:
    """Return the names whose starts a judge finds."""
    sightings = sighted(text)
    starts = judge(text, sightings)
    return [s.verdict.name for s in sightings if s.start in starts]
