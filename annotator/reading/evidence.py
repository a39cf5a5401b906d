"""Which of the lines that look like labels are labels, by what the whole transcript says."""

import re
from bisect import bisect
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from annotator.model.kinds import Role
from annotator.reading.label_forms import HAN, LONGEST, Candidate
from annotator.reading.layout import is_stage_word
from annotator.reading.names import Likeness
from annotator.reading.speakers import Verdict, is_person, judge

_LIST = re.compile(r"[、,，;；]|\band\b|和|及")
_SENTENCE_END = '。！？!?….”"'
_AGAIN = 2
"""How often somebody speaks whose questions need no other sign."""
_MOST_NAMES = 300
"""A transcript with more names than this is none; it keeps look-ups cheap."""
_LONGEST_ENTRY = 80
_LONGEST_TIMED = 30


@dataclass(frozen=True, slots=True)
class Sighting:
    """A candidate and what its words say."""

    candidate: Candidate
    verdict: Verdict


class Evidence:
    """What a transcript tells about its labels."""

    def __init__(self, text: str, sightings: Sequence[Sighting]) -> None:
        self._text = text
        self._sightings = sightings
        self._repeats = Counter(s.verdict.name for s in sightings if s.candidate.form != "plain")
        self._forms = Counter(
            s.candidate.form for s in sightings if s.verdict.likeness >= Likeness.SHORT
        )
        self._names = len(self._repeats)
        self._timed = sum(s.candidate.timed for s in sightings)
        self._of_form = Counter((s.candidate.form, s.verdict.name) for s in sightings)

    def labels(self) -> list[Sighting]:
        """Return the sightings that are labels, in order."""
        kept: list[Sighting] = []
        for sighting in self._sightings:
            if self._is_label(sighting) and not (not kept and _is_roster_entry(sighting)):
                kept.append(sighting)
        kept = _without_byline(self._without_rosters(kept))
        return sorted(kept + self._asking_between(kept), key=lambda s: s.candidate.start)

    def _asking_between(self, labels: Sequence[Sighting]) -> list[Sighting]:
        """Return names with a colon that ask, right before one who speaks again and again.

        So press agencies stand where each is named once: ``AFP:``.
        """
        counts = Counter(label.verdict.name for label in labels)
        starts = [label.candidate.start for label in labels]
        taken = set(starts)
        found: list[Sighting] = []
        for sighting in self._sightings:
            start = sighting.candidate.start
            if sighting.candidate.form != "colon" or start in taken or sighting.candidate.listed:
                continue
            place = bisect(starts, start)
            answering = labels[place].verdict if place < len(labels) else None
            if not answering or counts[answering.name] < _AGAIN or answering.role is Role.REPORTER:
                continue
            before = labels[place - 1].verdict.name if place else answering.name
            speech = self._text[max(start, starts[place] - LONGEST) : starts[place]]
            if before == answering.name and re.search("[?？]", speech) and self._heads(start):
                found.append(_as_reporter(sighting))
        return _first_of_each(found, starts)

    def _heads(self, start: int) -> bool:
        """Tell whether a line stands behind a blank one or the end of a sentence."""
        above = self._text[max(0, start - 9) : start].rstrip(" \t\u3000")
        return above.endswith("\n\n") or above.strip()[-1:] in _SENTENCE_END + ")）"

    def _is_label(self, s: Sighting) -> bool:
        likeness = s.verdict.likeness
        if likeness is Likeness.NO or (s.candidate.listed and likeness is not Likeness.SURE):
            return False
        if s.candidate.timed and self._timed > 1:
            return True
        match s.candidate.form:
            case "colon":
                return self._is_named(s)
            case "bracket":
                return not is_stage_word(s.candidate.name) and self._is_set_apart(s)
            case "heading" | "bold":
                return self._is_set_apart(s)
            case "stop":
                return self._is_stopped(s)
            case form:
                return self._is_of_series(s, form)

    def _is_named(self, s: Sighting) -> bool:
        """Judge a name with a colon: surely a label, or one that the transcript knows."""
        name, likeness = s.verdict.name, s.verdict.likeness
        if likeness is Likeness.SURE:
            return True
        if not re.search(f"[{HAN}]", name):
            return self._is_english_name(name, likeness)
        if likeness is Likeness.NAME or self._repeats[name] > 1:
            return True
        return self._is_introduced(name) or (likeness is Likeness.SHORT and s.candidate.is_alone)

    def _is_english_name(self, name: str, likeness: Likeness) -> bool:
        last = re.findall(r"[^\s]+", name)[-1].lower()
        if last in self._small_words and not (name.isupper() and last in self._last_names):
            return False
        return likeness is Likeness.NAME or self._repeats[name] > 1 or last in self._last_names

    def _is_set_apart(self, s: Sighting) -> bool:
        """Judge a name that is a heading, bold or in brackets, with no colon."""
        likeness, repeats = s.verdict.likeness, self._repeats[s.verdict.name]
        if likeness is Likeness.SURE:
            return True
        if likeness is Likeness.NAME or likeness is Likeness.SHORT:
            return repeats > 1 or self._is_introduced(s.verdict.name)
        return repeats > 2 and s.candidate.form == "bracket"  # noqa: PLR2004

    def _is_stopped(self, s: Sighting) -> bool:
        """Judge capitals with a full stop, which may be an abbreviation that starts a sentence."""
        if self._forms["stop"] < 2:  # noqa: PLR2004
            return False
        name = s.verdict.name
        return s.verdict.likeness >= Likeness.NAME or self._of_form["stop", name] > 2  # noqa: PLR2004

    def _is_of_series(self, s: Sighting, form: str) -> bool:
        """Judge what is a label only where the transcript has several written so."""
        count = sum(n for (kind, _), n in self._of_form.items() if kind == form)
        letters = self._of_form
        match form:
            case "letter" | "bare letter":
                return self._is_letter(s, form)
            case "initials":
                return letters[form, s.verdict.name] > 1 or (
                    count > 2 and self._repeated(form) > 1  # noqa: PLR2004
                )
            case "timed":
                return count > 1 and s.verdict.likeness >= Likeness.MAYBE
            case "chevron":
                return count > 1
            case "dashed":
                return count > 1 and s.verdict.likeness >= Likeness.SHORT
            case _:
                return self._is_plain(s)

    def _repeated(self, form: str) -> int:
        return sum(1 for (kind, _), n in self._of_form.items() if kind == form and n > 1)

    def _is_letter(self, s: Sighting, form: str) -> bool:
        """Judge Q and A with no colon, where A may be an article."""
        asked = sum(self._of_form[kind, q] for kind in _LETTERS for q in ("Q", "问", "問"))
        asked += self._of_form["colon", "Q"]
        if s.verdict.role is Role.REPORTER:
            return asked > 1 or self._of_form["colon", "A"] > 0 or self._answers > 0
        if form == "letter":
            return asked > 0
        return asked > 0 and self._of_form[form, "A"] >= asked / 2 and _starts_sentence(s)

    @cached_property
    def _answers(self) -> int:
        return sum(self._of_form[form, a] for form in _LETTERS for a in ("A", "答"))

    def _is_plain(self, s: Sighting) -> bool:
        """Judge a name alone on its line, where labels have no mark at all."""
        if s.verdict.likeness < Likeness.SHORT:
            return False
        if s.verdict.role is Role.MODERATOR and self._forms["dashed"] > 1:
            return True
        marked = sum(n for form, n in self._forms.items() if form != "plain")
        if marked > 1 or self._of_form["plain", s.verdict.name] < 2:  # noqa: PLR2004
            return False
        return self._forms["plain"] > 3  # noqa: PLR2004

    def _without_rosters(self, labels: Sequence[Sighting]) -> list[Sighting]:
        """Drop lines of a list of people: a name without a colon and no speech before the next."""
        starts = [*(label.candidate.start for label in labels), len(self._text)][1:]
        kept = []
        for label, following in zip(labels, starts, strict=True):
            speech = self._text[label.candidate.body_start : following].strip()
            if speech or label.candidate.form not in {"dashed", "timed", "plain", "heading"}:
                kept.append(label)
        return kept

    def _is_introduced(self, name: str) -> bool:
        """Tell whether somebody calls on a name, or an office or a courtesy stands by it."""
        if self._names > _MOST_NAMES:
            return False
        pattern = rf"(?:请|請|到|由|长|長|任|员|員|人|、|席|理){re.escape(name)}|{re.escape(name)}[ ]?(?:先生|女士|同志|教授|博士|[总總])"
        return bool(re.search(pattern, self._text))

    @cached_property
    def _last_names(self) -> frozenset[str]:
        """The last words, small, of the names that are surely or probably persons'."""
        names = (s.verdict.name for s in self._sightings if s.verdict.likeness >= Likeness.NAME)
        return frozenset(name.split()[-1].lower() for name in names if " " in name)

    @cached_property
    def _small_words(self) -> frozenset[str]:
        """The words that the text writes small, which are no names."""
        return frozenset(re.findall(r"\b[a-z]{3,}\b", self._text))


_LETTERS = ("letter", "bare letter")


def best_sighting(candidates: Sequence[Candidate]) -> Sighting | None:
    """Return the first form of a line's start that may be a label."""
    for candidate in candidates:
        if candidate.form == "chevron":
            return Sighting(candidate, Verdict("", Likeness.MAYBE, Role.UNKNOWN))
        aside = f" ({candidate.aside})" if candidate.aside else ""
        verdict = judge(candidate.name + aside)
        if candidate.timed and verdict.likeness is Likeness.NO and _is_short_name(candidate.name):
            verdict = Verdict(candidate.name, Likeness.MAYBE, Role.UNKNOWN)
        if candidate.form == "initials" and verdict.role is None:
            verdict = Verdict(candidate.name, Likeness.SHORT)
        if verdict.likeness is not Likeness.NO:
            return Sighting(candidate, verdict)
    return None


def _is_short_name(name: str) -> bool:
    return 0 < len(name) <= _LONGEST_TIMED and not re.search(r"[，,。.！!？?；;]", name)


def _as_reporter(s: Sighting) -> Sighting:
    return s if s.verdict.role else replace(s, verdict=replace(s.verdict, role=Role.REPORTER))


def _first_of_each(found: Sequence[Sighting], starts: Sequence[int]) -> list[Sighting]:
    """Keep the first sighting between two labels: a question has one who asks it."""
    first: dict[int, Sighting] = {}
    for sighting in found:
        first.setdefault(bisect(starts, sighting.candidate.start), sighting)
    return list(first.values())


def _starts_sentence(s: Sighting) -> bool:
    return s.candidate.rest[:1].isupper() or not s.candidate.rest[:1].isascii()


def _is_roster_entry(s: Sighting) -> bool:
    """Tell whether a line before all speech says who will speak: ``主持人：某某``."""
    rest = s.candidate.rest
    is_role = s.verdict.role is not None and not is_person(s.verdict)
    if not is_role or not rest or len(rest) > _LONGEST_ENTRY or rest[-1] in _SENTENCE_END:
        return False
    return _names_people(rest)


def _names_people(text: str) -> bool:
    parts = [part.strip() for part in _LIST.split(text) if part.strip()]
    verdicts = [judge(part) for part in parts]
    return any(is_person(v) and v.likeness >= Likeness.SHORT for v in verdicts)


def _without_byline(labels: list[Sighting]) -> list[Sighting]:
    """Drop a last label that tells who wrote the article: ``记者：某某``."""
    if len(labels) > 1:
        last = labels[-1]
        if last.verdict.role is Role.REPORTER and _is_roster_entry(last):
            return labels[:-1]
    return labels
