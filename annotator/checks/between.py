"""What several texts state again of one thing, as far as they speak of the same time and place.

Two press conferences seldom speak of the same year: "so far this year" is another number in each.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from annotator.checks.periods import first_year, same_time
from annotator.checks.qualifiers import differ_in_places
from annotator.checks.repeats import repeats
from annotator.checks.scene import Scene
from annotator.checks.statement import Check, Statement, Verdict
from annotator.model.records import Passage

_APART = "\n\n"


@dataclass(frozen=True, slots=True)
class Examined:
    """A text and the figures in it; the date (ISO 8601, may be partial) if it is known."""

    text: str
    statements: tuple[Statement, ...]
    title: str = ""
    date: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class _Told:
    """A passage in the text that it comes from, and the words around it."""

    document: Examined
    passage: Passage
    words: str


def check_between(documents: Sequence[Examined]) -> Iterator[Check]:
    """Yield what one text states again of another, the same or different.

    What differs is a conflict only where both texts speak of one time and place, as their words,
    titles and dates tell; where that is not known, it stays undetermined.
    """
    lengths = (len(document.text) + len(_APART) for document in documents)
    starts = list(accumulate(lengths, initial=0))

    def spoken(statement: Statement) -> str:
        return _date(documents[bisect_right(starts, statement.start) - 1])

    joined = _APART.join(document.text for document in documents)
    scene = Scene(joined, _shifted(documents, starts), spoken)
    for check in repeats(scene):
        numbers = [bisect_right(starts, passage.start) - 1 for passage in check.passages]
        if len(set(numbers)) == 1:
            continue
        told = [
            _told(scene, passage, documents[number], starts[number])
            for passage, number in zip(check.passages, numbers, strict=True)
        ]
        verdict = _held(check.verdict, *told)
        if verdict is not None:
            yield replace(check, verdict=verdict, passages=tuple(x.passage for x in told))


def _shifted(documents: Sequence[Examined], starts: Sequence[int]) -> list[Statement]:
    """Return the statements where they stand in the joined texts."""
    return [
        replace(statement, start=statement.start + start, end=statement.end + start)
        for document, start in zip(documents, starts, strict=False)
        for statement in document.statements
    ]


def _told(scene: Scene, passage: Passage, document: Examined, start: int) -> _Told:
    words = "".join(map(scene.dated_clause, scene.within(passage.start, passage.end)[:1]))
    own = replace(passage, start=passage.start - start, end=passage.end - start)
    return _Told(document, own, words)


def _held(verdict: Verdict, first: _Told, second: _Told) -> Verdict | None:
    """Return what is left of a verdict across two texts; None if they speak of different times."""
    a, b = first.document, second.document
    is_same = same_time((first.words, _date(a)), (second.words, _date(b)))
    if is_same is False:
        return None
    places = [x.place or x.title for x in (a, b)]
    is_known = bool(is_same) and not differ_in_places(*places)
    return verdict if is_known or verdict is not Verdict.CONFLICT else Verdict.UNDETERMINED


def _date(document: Examined) -> str:
    """Return when a text was spoken: its date, or the year that its title names."""
    return document.date or first_year(document.title)
