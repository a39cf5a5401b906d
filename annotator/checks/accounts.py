"""What a document states, kept without its text: figures, each with the sentence it stands in."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b
from itertools import pairwise

from annotator.checks.periods import years_of
from annotator.checks.rounding import significant_digits, value_of
from annotator.checks.scene import REACH, SETTING, Scene
from annotator.checks.sound import sound
from annotator.checks.statement import Statement
from annotator.checks.words import HAN
from annotator.model.ids import DocumentId
from annotator.model.text import sentences

LONGEST = 1200
"""A sentence of more code points than this is kept in pieces."""
END, BEHIND, WORDS = 3, 2, 3
"""How many characters in front of a figure and behind it name what it counts; English words."""
TELLING = 3
_SKIPPED = frozenset({"date", "time", "ordinal", ""})
_HAN_AT_START = re.compile(f"[{HAN}]{{{BEHIND}}}")
_HAN_AT_END = re.compile(f"[{HAN}]{{{END}}}\\Z")


@dataclass(frozen=True, slots=True)
class Examined:
    """A text and the figures in it; the date (ISO 8601, may be partial) if it is known."""

    text: str
    statements: tuple[Statement, ...]
    title: str = ""
    date: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Saying:
    """A piece of a document, where it starts in it, and the figures that it is kept for."""

    start: int
    text: str
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Account:
    """The sayings of a document; ``keys`` say for each figure in turn what it may be like.

    Only figures with a key in common are worth comparing.
    """

    document: DocumentId
    sayings: tuple[Saying, ...]
    keys: tuple[tuple[int, ...], ...]
    title: str = ""
    date: str = ""
    place: str = ""

    def saying_of(self, number: int) -> tuple[Saying, Statement]:
        """Return the figure of this number, counted through all sayings, and where it stands."""
        for saying in self.sayings:
            if number < len(saying.statements):
                return saying, saying.statements[number]
            number -= len(saying.statements)
        raise IndexError(number)


def account_of(document: DocumentId, examined: Examined) -> Account:
    """Return what is kept of a document."""
    sayings = tuple(_sayings(examined))
    keys = tuple(key for saying in sayings for key in _keys_of(saying, examined.date))
    return Account(document, sayings, keys, examined.title, examined.date, examined.place)


def _sayings(examined: Examined) -> Iterator[Saying]:
    figures = sound(examined.statements, len(examined.text))
    told = sorted((s for s in figures if s.figure.low), key=lambda s: s.start)
    at = 0
    for start, end in sentences(examined.text):
        first = at
        while at < len(told) and told[at].start < end:
            at += 1
        for run in _runs(told[first:at]):
            left = max(start - SETTING, run[0].start - LONGEST, 0)
            right = min(end, run[-1].end + REACH)
            yield Saying(left, examined.text[left:right], tuple(run))


def _runs(told: Sequence[Statement]) -> Iterator[Sequence[Statement]]:
    """Yield the figures of a sentence in runs that are no longer than a piece may be."""
    first = 0
    for at in range(1, len(told) + 1):
        if at == len(told) or told[at].end - told[first].start > LONGEST:
            yield told[first:at]
            first = at


def scene_of(sayings: Sequence[tuple[Saying, str]]) -> tuple[Scene, list[int]]:
    """Return pieces of documents, each with the date of its document, as one text.

    The second value says where each piece starts in it.
    """
    text, starts, statements, dates = "", [], list[Statement](), dict[int, str]()
    for saying, date in sayings:
        starts.append(len(text))
        moved = len(text) - saying.start
        for s in saying.statements:
            statements.append(replace(s, start=s.start + moved, end=s.end + moved))
            dates[s.start + moved] = date
        text += saying.text + "\n\n"
    return Scene(text, statements, lambda s: dates.get(s.start, "")), starts


def _keys_of(saying: Saying, date: str) -> Iterator[tuple[int, ...]]:
    scene, _starts = scene_of([(saying, date)])
    known = {s.start + saying.start: s for s in scene.statements}
    for statement in saying.statements:
        found = known.get(statement.start)
        is_usable = found is not None and found.figure.kind not in _SKIPPED
        yield tuple(_hashed(key) for key in _told_of(scene, found)) if is_usable and found else ()


def _hashed(key: tuple[str, ...]) -> int:
    return int.from_bytes(blake2b("\0".join(key).encode(), digest_size=8).digest(), "big")


def _told_of(scene: Scene, statement: Statement) -> Iterator[tuple[str, ...]]:
    """Yield what a figure has in common with others that may be the same quantity."""
    figure, value = statement.figure, value_of(statement)
    if value is not None and significant_digits(value) >= TELLING:
        yield figure.kind, figure.low
    years = years_of(scene.dated_clause(statement), "")
    for noun in dict.fromkeys(_nouns(scene, statement)):
        yield figure.unit, noun
        if years:
            yield figure.unit, noun, *sorted(years)


def _nouns(scene: Scene, statement: Statement) -> Iterator[str]:
    """Yield what names the counted thing, as ``Scene.have_same_noun`` compares it."""
    behind = _HAN_AT_START.match(scene.after(statement))
    in_front = _HAN_AT_END.search(scene.noun_before(statement))
    yield from (found.group() for found in (behind, in_front) if found)
    words = sorted(scene.words_beside(statement))
    yield from ("+".join(pair) for pair in pairwise(words))
    yield from words[:WORDS]
