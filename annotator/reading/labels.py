"""The labels of a transcript: what its evidence bears out, without lists of people and bylines."""

import re
from bisect import bisect
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from annotator.model.kinds import Role
from annotator.reading.evidence import Evidence, Sighting
from annotator.reading.label_forms import LONGEST
from annotator.reading.names import Likeness
from annotator.reading.speakers import is_person, judge

_LIST = re.compile(r"[、,，;；]|\band\b|和|及")
_SENTENCE_END = '。！？!?….”"'
_LONGEST_ENTRY = 80
_NEAR = 3000
_NEED_SPEECH = frozenset({"dashed", "timed", "plain", "heading"})


def accepted(text: str, sightings: Sequence[Sighting]) -> list[Sighting]:
    """Return the sightings that are labels, in order."""
    evidence = Evidence(text, sightings)
    kept: list[Sighting] = []
    for sighting in sightings:
        if evidence.bears_out(sighting) and (kept or not _is_entry(sighting)):
            kept.append(sighting)
    kept = _without_byline(_with_speech(text, kept))
    return sorted(kept + _asking_between(text, kept, sightings), key=lambda s: s.start)


def _is_entry(s: Sighting) -> bool:
    """Tell whether a line outside all speech says who speaks or writes: ``主持人：某某``."""
    rest = s.candidate.rest
    if s.verdict.role is None or is_person(s.verdict) or not 0 < len(rest) <= _LONGEST_ENTRY:
        return False
    parts = [part.strip() for part in _LIST.split(rest) if part.strip()]
    verdicts = [judge(part) for part in parts]
    return rest[-1] not in _SENTENCE_END and any(
        is_person(verdict) and verdict.likeness >= Likeness.SHORT for verdict in verdicts
    )


def _without_byline(labels: list[Sighting]) -> list[Sighting]:
    """Drop a last label that tells who wrote the article: ``记者：某某``."""
    if len(labels) > 1 and labels[-1].verdict.role is Role.REPORTER and _is_entry(labels[-1]):
        return labels[:-1]
    return labels


def _with_speech(text: str, labels: Sequence[Sighting]) -> list[Sighting]:
    """Drop the lines of a list of people: names with no colon and no speech before the next."""
    ends = [*(label.start for label in labels), len(text)][1:]
    return [
        label
        for label, end in zip(labels, ends, strict=True)
        if label.candidate.form not in _NEED_SPEECH
        or text[label.candidate.body_start : end].strip()
    ]


def _asking_between(
    text: str, labels: Sequence[Sighting], sightings: Sequence[Sighting]
) -> list[Sighting]:
    """Return names with a colon that ask, right before one who speaks again and again.

    So agencies stand where each asks once: ``AFP:``.
    """
    counts = Counter(label.verdict.name for label in labels)
    starts = [label.start for label in labels]
    found: dict[int, Sighting] = {}
    for s in sightings:
        place = bisect(starts, s.start)
        is_label = place and starts[place - 1] == s.start
        if s.candidate.form != "colon" or s.candidate.listed or is_label or place == len(labels):
            continue
        answering = labels[place].verdict
        before = labels[place - 1].verdict.name if place else answering.name
        is_answered = answering.role is not Role.REPORTER and counts[answering.name] > 1
        is_name = before == answering.name or _is_named_here_only(text, s)
        if is_answered and is_name and _asks(text, s.start, starts[place]):
            role = s.verdict.role or Role.REPORTER
            found.setdefault(place, replace(s, verdict=replace(s.verdict, role=role)))
    return list(found.values())


def _asks(text: str, start: int, end: int) -> bool:
    """Tell whether a paragraph that starts anew ends near a question mark."""
    above = text[max(0, start - 9) : start].rstrip(" \t\u3000")
    is_new = above.endswith("\n\n") or above.strip()[-1:] in f"{_SENTENCE_END})）"
    return is_new and bool(re.search("[?？]", text[max(start, end - LONGEST) : end]))


def _is_named_here_only(text: str, s: Sighting) -> bool:
    """Tell whether an English name stands nowhere near but in its label, unlike a topic."""
    name, start = s.verdict.name, s.start
    return name.isascii() and text.count(name, max(0, start - _NEAR), start + _NEAR) == 1
