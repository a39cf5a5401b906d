"""What looks like a label, with what its words say."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from annotator.model.kinds import Role
from annotator.reading.candidates import Candidate
from annotator.reading.english_roles import names_outlet
from annotator.reading.names import Likeness
from annotator.reading.speakers import beside, judge, judge_small
from annotator.reading.verdict import Verdict
from annotator.reading.words import words

_LONGEST_TIMED = 30
_SET_APART = frozenset({"bold", "heading"})
_DATE = re.compile(r"(?:[A-Z][a-z]{2,8}, )?[A-Z][a-z]{2,8}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}$")
_FIRST_WORDS = 80
_HAILS = (
    r"(?:(?:Good (?:morning|afternoon|evening)|Hi|Hello|Thank you|Thanks),? ?)?"
    r"(?:[Ss]ir|[Mm]a[’']?am)"
)
"""How somebody hails who then says the own name: ``Sir, Ann from the Herald``."""
_NETIZEN = re.compile(r"[网網][友民][^，。：:]{0,14}$")
"""Who writes in, by a nickname in brackets that may be any word: ``[网友山高水长]``."""
_INVERTED = re.compile(r"[A-Z][\w'’-]+, [A-Z][\w'’-]+(?: [A-Z]\.?)?(?: \([^()]+\))?$")
"""The family name that some recorders put first: ``Lee, Ann``."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """A candidate and what its words say."""

    candidate: Candidate
    verdict: Verdict

    @property
    def start(self) -> int:
        """Where the label starts."""
        return self.candidate.start


def of_form(sightings: Iterable[Sighting], form: str) -> list[Sighting]:
    """Return those whose label has a form."""
    return [s for s in sightings if s.candidate.form == form]


def by_name(sightings: Iterable[Sighting]) -> Counter[str]:
    """Return how often each name comes."""
    return Counter(s.verdict.name for s in sightings)


def names_of(sightings: Iterable[Sighting]) -> set[str]:
    """Return the names that come at all."""
    return {s.verdict.name for s in sightings}


def coming_back(sightings: Sequence[Sighting]) -> list[Sighting]:
    """Return those whose name comes more than once among them."""
    counts = by_name(sightings)
    return [s for s in sightings if counts[s.verdict.name] > 1]


def starts_of(sightings: Iterable[Sighting]) -> frozenset[int]:
    """Return where the labels start."""
    return frozenset(s.start for s in sightings)


def best_sighting(candidates: Iterable[Candidate]) -> Sighting | None:
    """Return the first form of a line's start that may be a label; no further one is looked at."""
    for candidate in candidates:
        verdict = _verdict(candidate)
        if verdict.likeness is not Likeness.NO:
            return Sighting(candidate, verdict)
    return None


def _verdict(candidate: Candidate) -> Verdict:
    if (telling := _told_by_form(candidate)) is not None:
        return telling
    if _is_title_only(candidate) or _is_beside_other(candidate):
        return Verdict(candidate.name, Likeness.NO)
    if candidate.form == "bracket" and _NETIZEN.match(candidate.name):
        return Verdict(candidate.name, Likeness.SURE, Role.REPORTER)
    return _by_words(candidate)


def _by_words(candidate: Candidate) -> Verdict:
    """Judge a candidate by its words and what stands beside them, else by its form alone."""
    verdict = (
        beside(candidate.name, candidate.aside or "") if candidate.aside else judge(candidate.name)
    )
    if candidate.form == "initials" and verdict.role is None:
        return Verdict(candidate.name, Likeness.SHORT)
    if verdict.likeness is Likeness.NO:
        return _by_form(candidate)
    return _surely_asking(verdict) if candidate.form in _SET_APART else verdict


def _surely_asking(verdict: Verdict) -> Verdict:
    """Return a verdict on what is set apart: an English name with an outlet is sure to ask."""
    asks_for = verdict.role is Role.REPORTER and verdict.affiliation and verdict.name.isascii()
    return replace(verdict, likeness=Likeness.SURE) if asks_for else verdict


def _told_by_form(candidate: Candidate) -> Verdict | None:
    """Judge what has a form that hardly anything but a label has."""
    name, aside = candidate.name, candidate.aside
    match candidate.form:
        case "chevron" | "keyed":
            return _changing(name) if candidate.form == "chevron" else Verdict(name, Likeness.MAYBE)
        case "soundbite":
            return _heard(name)
        case "pictured" | "asking":
            role = Role.REPORTER if candidate.form == "asking" else None
            return Verdict(name, Likeness.SURE, role, aside)
        case "named letter":
            return Verdict(name, Likeness.SURE, judge(aside or "").role)
    return None


def _changing(name: str) -> Verdict:
    """Judge who speaks behind a change of speaker: nobody, or a name in small letters."""
    verdict = judge_small(name) if name else Verdict(name, Likeness.MAYBE, Role.UNKNOWN)
    is_name = verdict.likeness >= (Likeness.NAME if " " in name else Likeness.MAYBE)
    return replace(verdict, name=name, likeness=Likeness.MAYBE if is_name else Likeness.NO)


def _heard(name: str) -> Verdict:
    """Judge who is heard in a list of shots: a name, perhaps with an office behind a comma."""
    verdict = judge(name)
    first, comma, office = (part.strip() for part in name.partition(","))
    if verdict.likeness is Likeness.NO or (comma and verdict.affiliation is None):
        verdict = Verdict(first, Likeness.SURE, None, office or None)
    return replace(verdict, likeness=Likeness.SURE)


def _is_title_only(candidate: Candidate) -> bool:
    """Tell whether a full stop closes but a title that a name follows: ``MR. LEE``, ``A Gov.``."""
    last = candidate.name.rpartition(" ")[2].lower()
    short = words("english", "titles") if len(last) <= len("Prof") else ()
    return candidate.form == "stop" and last in short


def _is_beside_other(candidate: Candidate) -> bool:
    """Tell whether a bar parts a name from what is no office and no body: ``Ann Lee | Photos``.

    So does a dash behind a word that may be anything, or before a year: ``Speech - On weeds``.
    """
    aside = candidate.aside or ""
    if candidate.form != "dashed" or not candidate.name.isascii():
        return candidate.form == "piped" and not _has_office(aside)
    if aside[:1].isdigit() or _DATE.match(aside):
        return True
    is_word = candidate.name.isalpha() and judge(candidate.name).likeness is Likeness.MAYBE
    return is_word and not (_has_office(aside) and _is_small_only_in_offices(aside))


def _has_office(aside: str) -> bool:
    """Tell whether words name an office, a body or an outlet: ``Chief Executive``."""
    return names_outlet(aside) or not _offices().isdisjoint(aside.lower().split())


def _is_small_only_in_offices(aside: str) -> bool:
    """Tell whether all words in small letters are of offices: ``head of staff``."""
    small = set(filter(str.islower, aside.split()))
    return small <= _offices() | words("english", "particles")


@cache
def _offices() -> frozenset[str]:
    """Return the words of offices and bodies."""
    return words("english", "offices") | words("english", "staff") | words("english", "bodies")


def _by_form(candidate: Candidate) -> Verdict:
    """Judge what its form alone makes a label: a recorder's names beside a clock, and ``I:``."""
    if candidate.form == "colon" and candidate.name == "I":
        return Verdict("I", Likeness.MAYBE, Role.REPORTER)
    if candidate.form == "timed" and _INVERTED.match(candidate.name):
        return Verdict(candidate.name, Likeness.NAME)
    is_level = candidate.name.lower() in words("english", "not_first")
    if candidate.timed and _is_short_name(candidate.name) and not is_level:
        return Verdict(candidate.name, Likeness.MAYBE, Role.UNKNOWN)
    return Verdict(candidate.name, Likeness.NO)


def _is_short_name(name: str) -> bool:
    return 0 < len(name) <= _LONGEST_TIMED and not re.search(r"[，,。.！!？?；;]", name)


def says_own_name(s: Sighting) -> bool:
    """Tell whether a speech starts by saying whose it is: ``Anna: Anna from the Herald``."""
    name = re.escape(s.verdict.name)
    own = rf"\b{name}(?:[ ][A-Z]\S+)?,?[ ](?:from|with|of|at|here)\b"
    own += rf"|(?:[’']m|\b[Aa]m|[Ii]s)[ ]{name}\b"
    start = s.candidate.rest[:_FIRST_WORDS]
    first = rf"(?:{_HAILS},?[ ]){name}\b|{name},(?:[ ][A-Z][\w’'-]*){{1,4}}\."
    return bool(re.search(own, start) or re.match(first, start))


def is_office_alone(s: Sighting) -> bool:
    """Tell whether a short name of an office is all that a line says."""
    is_office = s.verdict.role is Role.SPEAKER and s.verdict.likeness is Likeness.SHORT
    return is_office and s.candidate.is_alone


def has_clock(s: Sighting) -> bool:
    """Tell whether a clock stands beside a label."""
    return s.candidate.timed or s.candidate.form == "timed"


def is_bare_title(s: Sighting) -> bool:
    """Tell whether an English word that may stand before a name stands alone: ``Official``."""
    name = s.verdict.name
    return s.verdict.role is Role.SPEAKER and name.isascii() and name.isalpha()


def may_be_person(s: Sighting) -> bool:
    """Tell whether a label looks like a name, or surely is one."""
    return s.verdict.likeness >= Likeness.SHORT


def starts_sentence(s: Sighting) -> bool:
    """Tell whether a capital or another script follows a label."""
    first = s.candidate.rest.lstrip("([\"'.… ")[:1]
    return first.isupper() or not first.isascii()
