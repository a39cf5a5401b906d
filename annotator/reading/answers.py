"""The answers of an interview that marks nothing but its questions."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from annotator.model.kinds import Part, Role
from annotator.reading.layout import lines_of
from annotator.reading.turn_found import TurnFound

_ASKED = re.compile(r"[?？][\"”」』’)）*_]*\s*$")
_FEWEST = 2


def with_answers(text: str, turns: Sequence[TurnFound]) -> list[TurnFound]:
    """Cut what answers off questions where no label but of those who ask is in the text.

    An answer is a turn of nobody known: better so than that of who asks.
    """
    spoken = [turn for turn in turns if turn.part is Part.SPEECH]
    if len(spoken) < _FEWEST or any(turn.role is not Role.REPORTER for turn in spoken):
        return list(turns)
    starts = [_answer_start(text, turn) for turn in spoken]
    if 3 * starts.count(None) > len(spoken):
        return list(turns)
    cut = {turn.start: start for turn, start in zip(spoken, starts, strict=True)}
    return [part for turn in turns for part in _parted(text, turn, cut.get(turn.start))]


def _answer_start(text: str, turn: TurnFound) -> int | None:
    """Return where the line behind the ones that end in question marks starts."""
    asked = False
    for start, end in lines_of(text, turn.body_start, turn.end):
        line = text[start:end]
        if asked and line.strip() and not _ASKED.search(line):
            return end - len(line.lstrip())
        asked = bool(_ASKED.search(line)) if line.strip() else asked
    return None


def _parted(text: str, turn: TurnFound, answer: int | None) -> Iterator[TurnFound]:
    if answer is None:
        yield turn
        return
    yield replace(turn, end=text.rindex("\n", turn.body_start, answer))
    yield TurnFound(None, Role.UNKNOWN, Part.SPEECH, None, answer, answer, turn.end)
