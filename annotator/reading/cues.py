"""Stretches of a recording with times become a text with turns that keep them."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from annotator.model.kinds import Part, Role
from annotator.reading.speakers import judge
from annotator.reading.turn_found import TurnFound
from annotator.reading.turns import find_turns

PAUSE = 2_000
"""A silence of so many milliseconds starts a paragraph."""
LONG = 300
"""A paragraph of so many characters ends with its sentence."""
LONGEST = 900
"""A paragraph of so many characters ends, as where a recogniser sets no full stops."""
_WIDE = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f"
_ENDS_WIDE = re.compile(f"[{_WIDE}]$")
_STARTS_WIDE = re.compile(f"^[{_WIDE}]")
_SENTENCE_END = re.compile("[.!?。！？…][”’\"'」』）)]*$")
_HAN = re.compile("[\u3400-\u9fff]")
_LABEL = re.compile(r"^[^:：\n]{1,60}[:：](?=\s|[^\d/\s])")
_MACHINE_NAME = re.compile(r"^(?:speaker|spk|说话人|发言人)[_ ]?\d+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Cue:
    """What is said between two times, in milliseconds; ``changes`` where another one speaks."""

    start: int | None
    end: int | None
    text: str
    speaker: str = ""
    changes: bool = False


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """Cues in a row that are read as one paragraph; ``is_turn`` where the speaker is another."""

    cues: tuple[Cue, ...]
    text: str
    is_turn: bool


def spoken(cues: Iterable[Cue]) -> tuple[str, tuple[TurnFound, ...]]:
    """Return the text of a recording and its turns with their times.

    Cues of one speaker in a row become one turn. Where no cue names its speaker, labels in the
    text do, and where there are none either, each paragraph is a turn of its own.
    """
    told = [cue for cue in cues if cue.text]
    if any(cue.speaker for cue in told):
        return _by_speaker(told)
    return _by_labels(list(_paragraphs(told)))


def join_lines(first: str, second: str) -> str:
    """Join two pieces of running text: with a space, or without where Chinese meets anything."""
    is_close = not first or not second or _is_wide(first, second)
    return f"{first}{second}" if is_close else f"{first} {second}"


def _is_wide(first: str, second: str) -> bool:
    return bool(_ENDS_WIDE.search(first[-1:]) or _STARTS_WIDE.search(second[:1]))


def _paragraphs(cues: Sequence[Cue]) -> Iterator[_Paragraph]:
    """Yield paragraphs: a new one for a speaker, a label, a silence, or after a long one."""
    held: list[Cue] = []
    pieces: list[str] = []
    length, is_turn = 0, True
    for cue in cues:
        starts_turn = not held or cue.changes or cue.speaker != held[-1].speaker
        if held and (starts_turn or _breaks(held[-1], cue, length)):
            yield _Paragraph(tuple(held), _running(pieces), is_turn)
            held, pieces, length, is_turn = [], [], 0, starts_turn
        held.append(cue)
        pieces.append(cue.text)
        length += len(cue.text)
    if held:
        yield _Paragraph(tuple(held), _running(pieces), is_turn)


def _breaks(before: Cue, cue: Cue, length: int) -> bool:
    if before.end is not None and cue.start is not None and cue.start - before.end >= PAUSE:
        return True
    if not cue.speaker and _LABEL.match(cue.text):
        return True
    if length >= LONGEST:
        return True
    return length >= LONG and _SENTENCE_END.search(before.text[-8:]) is not None


def _running(pieces: Sequence[str]) -> str:
    """Return pieces as running text, in time that grows with their length only."""
    done = [pieces[0]]
    for piece in pieces[1:]:
        done.append(piece if _is_wide(done[-1], piece) else f" {piece}")
    return "".join(done)


def _by_speaker(cues: Sequence[Cue]) -> tuple[str, tuple[TurnFound, ...]]:
    colon = "：" if any(_HAN.search(cue.text) for cue in cues) else ": "
    pieces: list[str] = []
    turns: list[TurnFound] = []
    at = 0
    for paragraph in _paragraphs(cues):
        speaker = paragraph.cues[0].speaker
        is_new = paragraph.is_turn and not _goes_on(turns, paragraph)
        label = f"{speaker}{colon}" if speaker and is_new else ""
        body, end = at + len(label), at + len(label) + len(paragraph.text)
        pieces.append(label + paragraph.text)
        if is_new:
            role = _role(speaker)
            turns.append(TurnFound(speaker or None, role, Part.SPEECH, None, at, body, end))
        turns[-1] = _timed(replace(turns[-1], end=end), paragraph.cues)
        at = end + 1
    return "\n".join(pieces), tuple(turns)


def _goes_on(turns: Sequence[TurnFound], paragraph: _Paragraph) -> bool:
    """Say whether the same named speaker goes on."""
    speaker = paragraph.cues[0].speaker
    return bool(turns and speaker and turns[-1].speaker == speaker)


def _role(speaker: str) -> Role:
    if not speaker or _MACHINE_NAME.match(speaker):
        return Role.UNKNOWN
    return judge(speaker).role or Role.SPEAKER


def _timed(turn: TurnFound, cues: Sequence[Cue]) -> TurnFound:
    """Return the turn with the times of its cues, from the first that has one to the last."""
    starts = [cue.start for cue in cues if cue.start is not None]
    ends = [cue.end for cue in cues if cue.end is not None]
    start = turn.time_start if turn.time_start is not None else min(starts, default=None)
    end = max(ends, default=turn.time_end)
    if turn.time_end is not None and end is not None:
        end = max(end, turn.time_end)
    return replace(turn, time_start=start, time_end=end)


def _by_labels(paragraphs: Sequence[_Paragraph]) -> tuple[str, tuple[TurnFound, ...]]:
    text = "\n".join(paragraph.text for paragraph in paragraphs)
    starts = [0]
    for paragraph in paragraphs:
        starts.append(starts[-1] + len(paragraph.text) + 1)
    found = find_turns(text)
    if all(turn.speaker is None for turn in found):
        found = tuple(_nobody(starts[n], starts[n + 1] - 1) for n in range(len(paragraphs)))
    else:
        changes = [starts[n] for n, paragraph in enumerate(paragraphs) if _changes(paragraph)]
        found = tuple(_cut(found, changes))
    timed = []
    for turn in found:
        first = bisect_right(starts, turn.start) - 1
        last = bisect_right(starts, max(turn.start, turn.end - 1)) - 1
        inside = [cue for p in paragraphs[first : last + 1] for cue in p.cues]
        timed.append(_timed(turn, inside))
    return text, tuple(timed)


def _changes(paragraph: _Paragraph) -> bool:
    return paragraph.cues[0].changes


def _nobody(start: int, end: int) -> TurnFound:
    return TurnFound(None, Role.UNKNOWN, Part.SPEECH, None, start, start, end)


def _cut(turns: Iterable[TurnFound], changes: Sequence[int]) -> Iterator[TurnFound]:
    """Yield the turns, cut where somebody else speaks whom the file does not name."""
    for turn in turns:
        first = bisect_right(changes, turn.body_start)
        inside = changes[first : bisect_left(changes, turn.end)]
        ends = [*(at - 1 for at in inside), turn.end]
        yield replace(turn, end=ends[0])
        for at, end in zip(inside, ends[1:], strict=True):
            yield _nobody(at, end)
