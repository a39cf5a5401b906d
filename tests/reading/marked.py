"""Transcripts with their turns marked by hand, and how well found turns meet them.

A fixture is a few ``key: value`` lines, a line ``---`` and the text. In the text
``⟪name|role|affiliation⟫`` stands where a turn starts and ``⟪⟫`` where its speech does; a turn of
nobody has an empty name.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from annotator.reading.turn_found import TurnFound

GOLDEN = Path(__file__).parents[1] / "golden" / "turns"
_MARK = re.compile("⟪([^⟫]*)⟫")


@dataclass(frozen=True, slots=True)
class Marked:
    """One turn as a person marked it; positions are code points of the text without marks."""

    speaker: str | None
    role: str
    affiliation: str | None
    start: int
    body_start: int


@dataclass(frozen=True, slots=True)
class Fixture:
    """One transcript, what its head says, and its turns."""

    name: str
    facts: dict[str, str]
    text: str
    turns: tuple[Marked, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """How many marked turn starts there are, how many were found, and how many of these agree."""

    marked: int
    found: int
    agreed: int

    @property
    def precision(self) -> float:
        """Return which share of the found starts is right."""
        return self.agreed / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Return which share of the marked starts was found."""
        return self.agreed / self.marked if self.marked else 0.0

    @property
    def f1(self) -> float:
        """Return the harmonic mean of precision and recall."""
        return 2 * self.agreed / (self.marked + self.found) if self.marked + self.found else 0.0


def read_fixture(path: Path) -> Fixture:
    """Read a marked transcript."""
    head, _, body = path.read_text(encoding="utf-8").partition("---\n")
    facts = dict(line.split(": ", 1) for line in head.splitlines())
    return Fixture(path.name, facts, *unmarked(body))


def unmarked(body: str) -> tuple[str, tuple[Marked, ...]]:
    """Return the text without its marks, and the turns that they mark."""
    text = ""
    last = 0
    turns: list[Marked] = []
    for mark in _MARK.finditer(body):
        text += body[last : mark.start()]
        last = mark.end()
        if mark[1]:
            speaker, role, affiliation = (*mark[1].split("|"), "", "")[:3]
            turn = Marked(speaker or None, role, affiliation or None, len(text), len(text))
            turns.append(turn)
        else:
            whole = turns[-1]
            turns[-1] = Marked(whole.speaker, whole.role, whole.affiliation, whole.start, len(text))
    return text + body[last:], tuple(turns)


def fixtures() -> list[Fixture]:
    """Return all marked transcripts, by name."""
    return [read_fixture(path) for path in sorted(GOLDEN.iterdir())]


def as_marked(found: Iterable[TurnFound]) -> tuple[Marked, ...]:
    """Return found turns in the form of marked ones."""
    return tuple(
        Marked(t.speaker, (t.role or t.part).value, t.affiliation, t.start, t.body_start)
        for t in found
    )


def score_starts(marked: Sequence[Marked], found: Sequence[Marked]) -> Score:
    """Return how well the found turn starts meet the marked ones, to the code point."""
    starts = {turn.start for turn in marked}
    return Score(len(starts), len(found), len(starts & {turn.start for turn in found}))


def total(scores: Iterable[Score]) -> Score:
    """Return the score over all transcripts together."""
    listed = list(scores)
    return Score(
        sum(score.marked for score in listed),
        sum(score.found for score in listed),
        sum(score.agreed for score in listed),
    )
