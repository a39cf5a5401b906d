"""What questions bear out of the labels beside them: outlets that ask, and short names."""

import re
from collections.abc import Sequence
from itertools import pairwise

from annotator.model.kinds import Role
from annotator.reading.names import Likeness
from annotator.reading.sighting import Sighting, of_form, starts_of
from annotator.reading.words import words

_ASKS = frozenset("?？")
_REQUESTS = re.compile("[请請][您你]|[能可]否|[谈談][谈談]|怎[么麼][看样樣]|如何看")
_LONGEST_QUESTION = 1000
_FEWEST_TURNS = 4


def asking_outlets(text: str, sightings: Sequence[Sighting]) -> frozenset[int]:
    """Return the starts of outlets that ask once: ``CCTV: Why?``.

    Others have to ask surely, or the question to stand right above a whole name that answers.
    """
    colons = of_form(sightings, "colon")
    if not any(map(_surely_reports, sightings)):
        return frozenset(s.start for s, below in pairwise(colons) if _is_answered(text, s, below))
    ends = dict(pairwise([*(s.start for s in colons), len(text)]))
    names = [s.start for s in colons if s.verdict.role is Role.REPORTER]
    return frozenset(at for at in names if _asks_for(_paragraph(text, at, ends[at])))


def _surely_reports(s: Sighting) -> bool:
    is_sure = s.verdict.likeness is Likeness.SURE and s.verdict.role is Role.REPORTER
    return is_sure and s.candidate.form in {"colon", "bracket"}


def _asks_for(said: str) -> bool:
    """Tell whether a paragraph asks something, or for something."""
    return not _ASKS.isdisjoint(said) or _REQUESTS.search(said) is not None


def _paragraph(text: str, start: int, end: int) -> str:
    """Return what is said between two places up to a blank line, or as much as is worth reading."""
    return text[start : min(end, start + _LONGEST_QUESTION)].partition("\n\n")[0]


def _is_answered(text: str, s: Sighting, below: Sighting) -> bool:
    """Tell whether an English outlet asks right above a whole name that is none."""
    question = text[s.candidate.body_start : below.start].rstrip()
    is_outlet = s.verdict.role is Role.REPORTER and s.verdict.name.isascii()
    is_name = " " in below.verdict.name and below.verdict.likeness >= Likeness.NAME
    return is_outlet and is_name and below.verdict.role is None and question[-1:] in _ASKS


def beside_questions(text: str, sightings: Sequence[Sighting]) -> frozenset[int]:
    """Return the starts of short Chinese names that answer who asks, or ask who surely answers.

    The question has to end right above the answer: ``记者：……？`` above ``高洁：……``.
    """
    names = [s for s in sightings if s.candidate.form == "colon" and not s.candidate.listed]
    found = set()
    for asking, answering in pairwise(names):
        question = text[asking.candidate.body_start : answering.start].rstrip()
        if question[-1:] not in _ASKS:
            continue
        if asking.verdict.role is Role.REPORTER and not _is_word_for_question(asking):
            found.add(answering.start)
        if answering.verdict.likeness is Likeness.NAME:
            found.add(asking.start)
    return frozenset(s.start for s in names if s.start in found and _is_short(text, s))


def surnames_in_turn(sightings: Sequence[Sighting]) -> frozenset[int]:
    """Return the starts of surnames before colons that take turns: ``李：`` and ``马：``."""
    names = of_form(sightings, "colon")
    alone = [s for s in names if _is_surname(s)]
    first = alone[0].start if alone else 0
    row = [s for s in names if s.start >= first]
    changes = sum(s.verdict.name != after.verdict.name for s, after in pairwise(alone))
    are_turns = len(alone) >= _FEWEST_TURNS and changes == len(alone) - 1
    return starts_of(alone) if are_turns and 3 * len(alone) >= 2 * len(row) else frozenset()


def _is_surname(s: Sighting) -> bool:
    return s.verdict.name in words("chinese", "surnames") and len(s.verdict.name) == 1


def answering_in_capitals(text: str, sightings: Sequence[Sighting]) -> frozenset[int]:
    """Return the starts of words in capitals that answer right below who surely asks: ``ROE:``."""
    colons = of_form(sightings, "colon")
    return frozenset(
        answering.start
        for asking, answering in pairwise(colons)
        if _surely_reports(asking)
        and answering.verdict.role is None
        and _is_tall_word(answering.verdict.name)
        and text[asking.candidate.body_start : answering.start].rstrip()[-1:] in _ASKS
    )


def _is_tall_word(name: str) -> bool:
    is_tall = name.isalpha() and name.isupper() and len(name) > len("UN")
    return is_tall and name not in words("english", "abbreviations")


def _is_short(text: str, s: Sighting) -> bool:
    """Tell whether a label is a surname, two characters of a name, or a word said nowhere else."""
    name, likeness = s.verdict.name, s.verdict.likeness
    if likeness is not Likeness.MAYBE or name.isascii():
        return likeness is Likeness.SHORT and not name.isascii()
    return name in words("chinese", "surnames") or text.count(name) == 1


def _is_word_for_question(s: Sighting) -> bool:
    return s.verdict.name in words("chinese", "questions") and len(s.verdict.name) > 1
