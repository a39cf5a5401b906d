"""Finds who speaks when: labels, the turns that they start, and what the speakers are."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from annotator.model.kinds import Part, Role
from annotator.reading.answers import with_answers, with_questions, without_headings
from annotator.reading.blocks import blocks
from annotator.reading.candidates import Candidate, candidates_in
from annotator.reading.cast import with_blocks, with_hosts_named, without_lists
from annotator.reading.dashes import dashed
from annotator.reading.inside import inside, joined
from annotator.reading.interrupting import with_interrupting
from annotator.reading.label_forms import CLOCK_LINE, HAN, INVISIBLE, LONGEST, SPACES
from annotator.reading.labels import accepted
from annotator.reading.layout import (
    closing_start,
    is_stage_note,
    is_trail,
    lines_of,
    page_lines,
    with_bars_as_colons,
    with_colons_joined,
    without_line_numbers,
    without_tags,
)
from annotator.reading.numbered import asked_by_number, numbered
from annotator.reading.people import with_people
from annotator.reading.set_off import set_off
from annotator.reading.sighting import Sighting, best_sighting
from annotator.reading.turn_found import TurnFound
from annotator.reading.typed_minutes import typed_minutes
from annotator.reading.unlabelled import unlabelled
from annotator.reading.words import any_of
from annotator.reading.wrapped import with_labels_joined

_ROLE_LINE = re.compile(
    rf"[{SPACES}]*[^\n，,。.！!？?；;:：]{{0,40}}{any_of('chinese', 'offices')}[{SPACES}]*$"
)
_SIGNS = f"{SPACES}{INVISIBLE}\n\f*#|¦"
"""What may stand in front of the first label and is no text: white space, signs of layout."""
_RULE = re.compile(rf"[{SPACES}]*[-=_.*~—–·•…]{{4,}}[{SPACES}]*")
"""A line of dashes or dots, as is set between speeches."""
_WORD = re.compile(r"[^\W\d_]")
_SPEECH_END = '。！？!?.…”"）)：'
_LONGEST_MARK = 20
_FEWEST_MARKS = 3
_FEW_LABELS = 4
_Line = tuple[int, int]
"""Where a line starts and ends."""


@dataclass(frozen=True, slots=True)
class _Label:
    """A label that was borne out: where it and its speech start, and what it says."""

    start: int
    body_start: int
    name: str
    role: Role | None
    affiliation: str | None


def find_turns(text: str) -> tuple[TurnFound, ...]:
    """Return the turns of a transcript, in order, without gaps but for the newlines between."""
    if not text:
        return ()
    text = text.replace("\u2010", "-").replace("\u2011", "-")
    text = with_labels_joined(without_line_numbers(without_tags(text)))
    text = with_bars_as_colons(with_colons_joined(text))
    pages = page_lines(text)
    sightings = typed_minutes(text) or blocks(text) or asked_by_number(text)
    sightings = sightings or accepted(text, _with_cast(text, _sightings(text, pages)))
    if len(sightings) < _FEW_LABELS:
        sightings = _most_of(sightings, set_off(text), dashed(text), numbered(text))
        sightings = sightings or unlabelled(text)
    labels = _labels(text, with_interrupting(text, sightings), pages)
    if not labels:
        return (TurnFound(None, Role.UNKNOWN, Part.SPEECH, None, 0, 0, len(text)),)
    turns = _turns_between(text, labels)
    turns = with_answers(text, with_people(text, turns))
    turns = without_headings(text, with_questions(text, turns))
    return tuple(_with_boilerplate(text, turns))


def _most_of(labels: list[Sighting], *others: list[Sighting]) -> list[Sighting]:
    """Return the labels, or what is more of another kind, behind the labels that stand above it."""
    most = max(labels, *others, key=len)
    if most is labels:
        return labels
    return [s for s in labels if s.start < most[0].start] + most


def _sightings(text: str, pages: frozenset[int]) -> list[Sighting]:
    found: list[Sighting] = []
    for start, end in lines_of(text):
        line = text[start : min(end, start + LONGEST)]
        if not line.strip() or is_stage_note(line) or is_trail(line):
            continue
        sighting = best_sighting(candidates_in(text, start, end))
        if sighting and not _is_page_head(sighting, start, pages):
            found.append(sighting)
        after = sighting.candidate.body_start if sighting else start
        found += inside(text, after, end)
    return sorted(found + joined(text, found), key=lambda s: s.start)


def _with_cast(text: str, sightings: Sequence[Sighting]) -> list[Sighting]:
    return with_hosts_named(text, with_blocks(text, without_lists(text, sightings)))


def _is_page_head(sighting: Sighting, start: int, pages: frozenset[int]) -> bool:
    """Tell whether a line is a page's head: what comes back on pages and says more than a label."""
    return start in pages and not sighting.candidate.is_alone


def _labels(text: str, sightings: Sequence[Sighting], pages: frozenset[int]) -> list[_Label]:
    lines_before = [_line_before(text, s.candidate.start) for s in sightings]
    clock_lines = _clock_lines(text, lines_before)
    if not any(clock_lines):
        clock_lines = _same_lines(text, lines_before)
    labels: list[_Label] = []
    for s, line, clock_line in zip(sightings, lines_before, clock_lines, strict=True):
        above, office = _above_label(text, s, line, clock_line)
        start = s.candidate.start
        if above and (not labels or above[0] >= labels[-1].body_start):
            start = _after_spaces(text, above[0])
        body = _speech_start(text, s.candidate, pages)
        labels.append(_Label(start, body, s.verdict.name, s.verdict.role, office))
    return labels


def _above_label(
    text: str, s: Sighting, line: _Line | None, clock_line: _Line | None
) -> tuple[_Line | None, str | None]:
    """Return the line above that belongs to a label, and the office that one of both gives.

    It has a clock, the label once more, or the office.
    """
    office = s.verdict.affiliation
    if above := clock_line or (line if line and _is_doubled(text, line, s) else None):
        return above, office
    if above := _role_line(text, line, s):
        office = office or text[slice(*above)].strip(SPACES)
    return above, office


def _clock_lines(text: str, lines_before: Sequence[_Line | None]) -> list[_Line | None]:
    """Return the lines of clocks above labels, if there are several; a blank one may be between.

    Where all but the first label have one, right below a speech or apart from the label, each
    closes the speech above.
    """
    spaced = [_line_above_blank(text, line) or line for line in lines_before]
    clocks = _with_clock(text, spaced)
    if clocks.count(None) * 3 > len(clocks):
        clocks = _with_clock(text, lines_before)
    has_several = len(clocks) - clocks.count(None) > 1
    are_below = clocks[:1] == [None] and all(
        _follows_speech(text, clock) or (clock is not None and clock != line)
        for clock, line in zip(clocks[1:], lines_before[1:], strict=True)
    )
    return clocks if has_several and not are_below else [None] * len(clocks)


def _follows_speech(text: str, clock: _Line | None) -> bool:
    """Tell whether a clock stands on the line right below a speech."""
    return clock is not None and not text.endswith("\n\n", 0, clock[0])


def _same_lines(text: str, lines: Sequence[_Line | None]) -> list[_Line | None]:
    """Return the lines above labels that are nearly all the same: a page's word for a speaker."""
    above = [text[slice(*line)].strip() if line else "" for line in lines]
    counts = Counter(
        words for words in above if _WORD.search(words) and len(words) <= _LONGEST_MARK
    )
    ((words, n),) = counts.most_common(1) or [("", 0)]
    is_mark = n >= _FEWEST_MARKS and 3 * n >= 2 * len(lines)
    return [
        line if is_mark and same == words else None for line, same in zip(lines, above, strict=True)
    ]


def _with_clock(text: str, lines: Sequence[_Line | None]) -> list[_Line | None]:
    return [line if line and CLOCK_LINE.match(text[slice(*line)]) else None for line in lines]


def _line_before(text: str, start: int) -> _Line | None:
    """Return the line right above the one that a label starts, if there is one."""
    line = text.rfind("\n", max(0, start - LONGEST), start)
    if line < 1 or text[line + 1 : start].strip(f"{SPACES}{INVISIBLE}\f*#"):
        return None
    before = text.rfind("\n", max(0, line - LONGEST), line)
    return (before + 1, line) if before >= 0 or line <= LONGEST else None


def _line_above_blank(text: str, line: _Line | None) -> tuple[int, int] | None:
    """Return the line between a blank one and another blank one above it, if so it stands."""
    if line is None or text[slice(*line)].strip():
        return None
    found = _line_before(text, line[0])
    above = _line_before(text, found[0]) if found else None
    return found if above is None or not text[slice(*above)].strip() else None


def _is_doubled(text: str, line: _Line, s: Sighting) -> bool:
    """Tell whether a label that is a line of its own stands on the line above, too."""
    above = text[slice(*line)].strip()
    own = text[s.candidate.start : s.candidate.body_start].strip()
    return s.candidate.is_alone and bool(own) and above == own


def _role_line(text: str, line: _Line | None, s: Sighting) -> _Line | None:
    """Return the line above a name that gives its office; a blank one may be between if alone."""
    is_open = s.verdict.role is None and re.search(f"[{HAN}]", s.verdict.name)
    if line is None or not is_open:
        return None
    if s.candidate.form == "plain" and not text[slice(*line)].strip():
        line = _line_before(text, line[0])
    return line if line and _is_role_line(text, line) else None


def _is_role_line(text: str, line: _Line) -> bool:
    """Tell whether a line gives an office, rather than end a speech."""
    if not _ROLE_LINE.match(text[slice(*line)]):
        return False
    above = text[max(0, line[0] - LONGEST) : line[0]].rstrip(f"{SPACES}\n")
    return not above or text[: line[0]].endswith("\n\n") or above[-1] in _SPEECH_END


def _after_spaces(text: str, start: int) -> int:
    while text[start] in SPACES:
        start += 1
    return start


def _speech_start(text: str, candidate: Candidate, pages: frozenset[int]) -> int:
    """Return where the speech starts: on a later line where the label stands alone."""
    body = candidate.body_start
    while body < len(text) and text[body] in f"{SPACES}\n\f":
        body += 1
        if text[body - 1] != "\n":
            continue
        end = text.find("\n", body)
        end = len(text) if end < 0 else end
        is_short = end - body < LONGEST
        is_clock = is_short and CLOCK_LINE.match(text[body:end])
        if body in pages or is_clock or _RULE.fullmatch(text, body, end):
            body = end
    return body


def _turns_between(text: str, labels: Sequence[_Label]) -> list[TurnFound]:
    turns = []
    first = labels[0].start
    if text[:first].strip(_SIGNS):
        turns.append(TurnFound(None, None, Part.LEAD, None, 0, 0, _before(text, first)))
    starts = [label.start for label in labels[1:]]
    ends = [*(_before(text, start) for start in starts), len(text)]
    for label, end in zip(labels, ends, strict=True):
        stop = max(end, label.start + 1)
        body = min(label.body_start, stop)
        turns.append(
            TurnFound(
                label.name or None,
                label.role,
                Part.SPEECH,
                label.affiliation,
                label.start,
                body,
                stop,
            )
        )
    return turns


def _before(text: str, start: int) -> int:
    """Return where the turn before a label ends: before its indentation and one newline."""
    end = start
    while end > 0 and text[end - 1] in f"{SPACES}{INVISIBLE}\f":
        end -= 1
    return end - 1 if end > 0 and text[end - 1] == "\n" else start


def _with_boilerplate(text: str, turns: list[TurnFound]) -> list[TurnFound]:
    """Cut what the web site put behind the last speech off the last turn."""
    last = turns[-1]
    at = closing_start(text, last.body_start, last.end)
    if at is None:
        return turns
    start = _after_spaces(text, at)
    closing = TurnFound(None, None, Part.BOILERPLATE, None, start, start, last.end)
    return [*turns[:-1], replace(last, end=_before(text, start)), closing]
