"""The key to the speakers' initials that some transcripts have in front of the speeches."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from annotator.reading.label_forms import CLOCK_LINE, TIME
from annotator.reading.speakers import are_initials

_SEEN = 200_000
_HEADING = re.compile(r"(?im)^[^\S\n]*speaker key[^\S\n]*[:：]?[^\S\n]*(?:\n\s*|$)")
_FLAT = re.compile(r"Speaker [Kk]ey:?[ ](?=[A-Z]{2,4}[ ])")
"""The heading of a key on a page whose lines were all joined."""
_CLOCK = re.compile(rf"(?<!\S){TIME}(?!\S)")
_LINE = re.compile(r"\s*(?P<name>[A-Z]{2,4})[^\S\n]+(?P<whole>[A-Z][^\n.?!]{1,60})(?=\n|$)")
_ITEM = re.compile(r"(?<!\S)(?P<name>[A-Z]{2,4})[^\S\n]+(?=[A-Z](?![A-Z]))")
_IN_BRACKETS = re.compile(r"(?P<name>[A-Z][^\n(:]{2,40}) \((?P<short>[A-Z]{2,4})\)\s?:")
_LONGEST = 3000
_FEWEST_ITEMS = 3
"""So many initials have to stand on one line to be a whole key."""


@dataclass(frozen=True, slots=True)
class SpeakerKey:
    """The initials that a key explains, if there is one, and where it ends."""

    names: frozenset[str]
    end: int


def speaker_key(text: str) -> SpeakerKey:
    """Return the key of a transcript: a line for each speaker, or all of them on one line."""
    heading = _HEADING.search(text, 0, _SEEN) or _FLAT.search(text, 0, _SEEN)
    if not heading:
        return SpeakerKey(frozenset(), 0)
    return _joined(text) or _on_one_line(text, heading.end()) or _on_lines(text, heading.end())


def _joined(text: str) -> SpeakerKey | None:
    """Return a key on a line that goes on with the speeches, up to the clock of the first."""
    heading = _FLAT.search(text, 0, _SEEN)
    clock = _CLOCK.search(text, heading.end(), heading.end() + _LONGEST) if heading else None
    if heading is None or clock is None or "\n" in text[heading.end() : clock.start()]:
        return None
    names = [item["name"] for item in _ITEM.finditer(text, heading.end(), clock.start())]
    return SpeakerKey(frozenset(names), clock.end()) if len(names) >= _FEWEST_ITEMS else None


def on_joined_lines(text: str) -> list[tuple[int, int]]:
    """Return where the initials of a key and the speeches behind them start inside lines.

    So it is where the speeches go on behind the key on its line, or it has a line of its own.
    """
    flat = _FLAT.search(text, 0, _SEEN)
    key = (_joined(text) or _on_one_line(text, flat.end())) if flat else None
    if key is None:
        return []
    any_name = "|".join(sorted(key.names, key=len, reverse=True))
    speech = re.compile(rf"(?<=[.?!…\"”)\]\d][ ])(?:{any_name})[ ](?=[A-Z\[(“\"])")
    return [m.span() for m in speech.finditer(text, key.end) if not _starts_line(text, m.start())]


def _starts_line(text: str, start: int) -> bool:
    """Tell whether nothing but a clock stands before a place on its line."""
    return CLOCK_LINE.match(text[text.rfind("\n", 0, start) + 1 : start]) is not None


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
