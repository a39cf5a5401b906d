"""The key to the speakers' initials that some transcripts have in front of the speeches."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from annotator.reading.speakers import are_initials

_SEEN = 200_000
_HEADING = re.compile(r"(?im)^[^\S\n]*speaker key[^\S\n]*[:：]?[^\S\n]*(?:\n\s*|$)")
_LINE = re.compile(r"\s*(?P<name>[A-Z]{2,4})[^\S\n]+(?P<whole>[A-Z][^\n.?!]{1,60})(?=\n|$)")
_ITEM = re.compile(r"(?<!\S)(?P<name>[A-Z]{2,4})[^\S\n]+(?=[A-Z](?![A-Z]))")
_IN_BRACKETS = re.compile(r"(?P<name>[A-Z][^\n(:]{2,40}) \((?P<short>[A-Z]{2,4})\)\s?:")
_FEWEST_ITEMS = 3
"""So many initials have to stand on one line to be a whole key."""


@dataclass(frozen=True, slots=True)
class SpeakerKey:
    """The initials that a key explains, if there is one, and where it ends."""

    names: frozenset[str]
    end: int


def speaker_key(text: str) -> SpeakerKey:
    """Return the key of a transcript: a line for each speaker, or all of them on one line."""
    heading = _HEADING.search(text, 0, _SEEN)
    if not heading:
        return SpeakerKey(frozenset(), 0)
    return _on_one_line(text, heading.end()) or _on_lines(text, heading.end())


def initials_in_brackets(text: str, starts: Iterable[int]) -> frozenset[str]:
    """Return the initials behind the names of labels that start at places: ``Ann Lee (AL):``."""
    found = [match for start in starts if (match := _IN_BRACKETS.match(text, start))]
    return frozenset(m["short"] for m in found if are_initials(m["short"], m["name"]))


def _on_one_line(text: str, start: int) -> SpeakerKey | None:
    stop = text.find("\n", start)
    end = len(text) if stop < 0 else stop
    names = [item["name"] for item in _ITEM.finditer(text, start, min(end, start + _SEEN))]
    return SpeakerKey(frozenset(names), end) if len(names) >= _FEWEST_ITEMS else None


def _on_lines(text: str, start: int) -> SpeakerKey:
    names: set[str] = set()
    at = start
    while line := _LINE.match(text, at):
        names.add(line["name"])
        at = line.end()
    return SpeakerKey(frozenset(names), at if names else 0)
