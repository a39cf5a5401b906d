"""What may be a speaker's label at the start of a line, in whatever form it is written."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from annotator.reading.label_forms import (
    COLONS,
    DAY,
    FORMS,
    LONGEST,
    SPACES,
    STAMP,
    TIME,
    WHOLE_LINE,
    Found,
    Head,
    clean,
    head_of,
)

_AFTER_CLOCK = re.compile(
    rf"[{SPACES}]*(?:[\[(（][ ]?(?:{DAY}[ ])?{TIME}[\])）](?:[ ]?[{COLONS}])?"
    rf"|{STAMP}(?=[{SPACES}]*$))"
    rf"[{SPACES}]*"
)
_CLOCK_ASIDE = re.compile(rf"[{SPACES}]*[(（\[]{TIME}[)）\]][{SPACES}]*$")
_LONGEST_OFFICES = 500
_PICTURED = re.compile(
    r"Photo of (?P<name>[A-Z][^\n,]{2,40}?)[ ]?(?P=name)"
    r"(?:[ ]+(?:(?P<aside>[A-Z][^\n]{2,300}?)"
    r"|\((?P<inner>[A-Z][^\n()]{2,80})\)(?:[ ]\|[^\n]{0,40})?))?"
    rf"(?:[ ]+\d{{1,2}}:\d\d [ap]m,[^\n]{{6,24}})?[{SPACES}]*$"
)
"""Who speaks, behind what stands for a picture, with an office and perhaps a time."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something that may be a speaker's label; positions are code points.

    ``form`` says how it is written, ``rest`` is what follows on the line, ``aside`` what stands
    beside the name behind a dash, ``listed`` tells a bullet or a number in front, ``stray`` a mark
    that a page left there, ``timed`` a clock and nothing else behind, or a chat's date in front.
    """

    start: int
    body_start: int
    name: str
    form: str
    rest: str
    aside: str | None = None
    listed: bool = False
    timed: bool = False
    stray: bool = False

    @property
    def is_alone(self) -> bool:
        """Nothing follows on the line."""
        return not self.rest


def candidates_in(text: str, start: int, end: int) -> Iterator[Candidate]:
    """Yield what may be the label at the start of a line, the most telling form first."""
    if picture := _PICTURED.match(text, start, min(end, start + _LONGEST_OFFICES)):
        office = picture["aside"] or picture["inner"]
        yield Candidate(start, picture.end(), picture["name"], "pictured", "", office)
    head = head_of(text[start : min(end, start + LONGEST)])
    is_whole = end - start <= LONGEST
    for form in FORMS:
        found = form(head)
        if found is not None and (is_whole or found[0] not in WHOLE_LINE):
            yield _candidate(start, head, found)


def _candidate(start: int, head: Head, found: Found) -> Candidate:
    """Return what a form finds on the line at ``start``, clocks beside the name left out."""
    kind, name, body, aside = found
    clock = _AFTER_CLOCK.match(head.text, body)
    body = clock.end() if clock else body
    inner = _CLOCK_ASIDE.search(name)
    name = name[: inner.start()] if inner else name
    timed = _is_sent(head, kind) or _is_beside_clock(head, kind, clock, inner, body)
    return Candidate(
        start + head.label,
        start + body,
        clean(name),
        kind,
        rest=head.text[body:].strip(),
        aside=aside,
        listed=head.is_numbered or head.mark.strip() in {"-", "*", "•", "–"},
        timed=timed,
        stray=head.is_strayed,
    )


def _is_sent(head: Head, kind: str) -> bool:
    """Tell whether the date of a message stands in front."""
    return kind == "chat" or (kind == "colon" and head.is_sent)


def _is_beside_clock(
    head: Head, kind: str, clock: re.Match[str] | None, inner: re.Match[str] | None, body: int
) -> bool:
    """Tell whether a time is all that stands behind a label, not an hour: ``Doors open: 9:00``."""
    is_hour = kind == "colon" and clock is not None and clock[0].strip()[:1].isdigit()
    return (bool(inner) or (bool(clock) and not is_hour)) and body == len(head.text)
