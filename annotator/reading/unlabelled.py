"""Interviews that name nobody: a mark, dashes, quotes or order tell questions from answers."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from annotator.model.kinds import Role
from annotator.reading.candidates import Candidate
from annotator.reading.label_forms import HAN, LONGEST, SPACES
from annotator.reading.layout import lines_of
from annotator.reading.names import Likeness
from annotator.reading.sighting import Sighting
from annotator.reading.verdict import Verdict

_DASHES = "—–-"
_QUOTES = '“「『"'
_BULLETS = "●○■□◆◇▲△★☆•·※►▶❖✦"
_LEAD = re.compile(
    rf"[{SPACES}\f]*(?P<mark>\*\*|__|#{{1,6}}[ ]|>[ ]?|[{_BULLETS}]|[—–-]{{1,2}}|[【{_QUOTES}])?"
    rf"[{SPACES}]*"
)
_CLOSERS = '*_】」』”"’)） '
_ASKS = frozenset("?？")
_QUESTION = re.compile(rf"(?m)[?？][{re.escape(_CLOSERS)}]*$")
_IN_BRACKETS = re.compile(
    r"(?m)^[ \t]*(?P<at>\()(?P<asked>(?:[^()\n]|\([^()\n]{1,40}\))+)\)[ ]*(?:[–—-]+[ ]*)?"
    r"(?=(?P<answer>[“\"]))"
)
"""A question in brackets before its answer in quotes: ``(Why?) – “It is so.”``."""
_ADDRESSES = re.compile("[您你]|[请請][问問谈談]")
_OF_ONESELF = re.compile("[我咱]")
_TO_READERS = re.compile("您")
_FEWEST = 3
_LONGEST_QUESTION = 400


@dataclass(frozen=True, slots=True)
class _Line:
    """A line with words: where its mark and its words start, the mark, and the words."""

    start: int
    body: int
    mark: str
    words: str

    @property
    def asks(self) -> bool:
        """Whether a question mark ends the line."""
        is_short = len(self.words) <= _LONGEST_QUESTION
        return is_short and self.words.rstrip(_CLOSERS)[-1:] in _ASKS

    @property
    def is_quoted(self) -> bool:
        """Whether quotes hold the line."""
        return self.mark in _QUOTES and self.words[-1:] in '”」』"'


def unlabelled(text: str) -> list[Sighting]:
    """Return where questions and answers start that only a mark, dashes or quotes tell apart.

    Questions turn to somebody who speaks of oneself; so do not those that a page answers to all
    its readers. At least three have to be asked and answered.
    """
    if in_brackets := _by_brackets(text):
        return in_brackets
    if len(_QUESTION.findall(text)) < _FEWEST:
        return []
    lines = _lines(text)
    return _by_mark(lines) or _by_quotes(lines) or _by_dashes(lines) or _by_lines(lines)


def _by_brackets(text: str) -> list[Sighting]:
    """Return questions in brackets with the quotes behind each; two of three have to ask."""
    found = list(_IN_BRACKETS.finditer(text))
    asked = sum(not _ASKS.isdisjoint(m["asked"]) for m in found)
    if len(found) < _FEWEST or 3 * asked < 2 * len(found):
        return []
    return _turns(
        (
            _Line(m.start("at"), m.start("asked"), "(", m["asked"]),
            _Line(m.start("answer"), m.start("answer"), "“", m["answer"]),
        )
        for m in found
    )


def _lines(text: str) -> list[_Line]:
    found = []
    for start, end in lines_of(text):
        lead = _LEAD.match(text, start, end)
        words = text[lead.end() : end].rstrip() if lead else ""
        if lead and words:
            mark = lead["mark"] or ""
            at = lead.start("mark") if mark else lead.end()
            found.append(_Line(at, lead.end(), mark.strip(), words))
    return found


def _by_mark(lines: Sequence[_Line]) -> list[Sighting]:
    """Return questions that all bear one mark, with the answers below each."""
    asked = Counter(line.mark for line in lines if line.asks)
    marks = [mark for mark, n in asked.items() if n >= _FEWEST and mark and mark not in _DASHES]
    talks = (_talk_behind(mark, lines) for mark in marks)
    return _turns(next(filter(None, talks), []))


def _talk_behind(mark: str, lines: Sequence[_Line]) -> list[tuple[_Line, _Line]]:
    """Return the questions behind a mark with the first lines of their answers, if they talk.

    Most lines with the mark have to ask.
    """
    starts = [n for n, line in enumerate(lines) if line.mark == mark and line.asks]
    ends = [*starts[1:], len(lines)]
    marked = sum(line.mark == mark for line in lines[starts[0] : ends[-2] + 1])
    answers = [_said(lines[n + 1 : end]) for n, end in zip(starts, ends, strict=True)]
    are_usual = 5 * len(starts) >= 4 * marked and all(answers)
    if not are_usual or not _talk([lines[n] for n in starts], answers):
        return []
    return [(lines[n], lines[n + 1]) for n in starts]


def _by_quotes(lines: Sequence[_Line]) -> list[Sighting]:
    """Return questions with quotes below each that are all the answer."""
    pairs = [
        (line, below)
        for line, below in pairwise(lines)
        if line.asks and not line.is_quoted and below.is_quoted
    ]
    asked = sum(line.asks and not line.is_quoted for line in lines)
    is_usual = len(pairs) >= _FEWEST and 4 * len(pairs) >= 3 * asked
    are_said = sum(_ADDRESSES.search(line.words) is not None for line, _ in pairs) > 0
    return _turns(pairs) if is_usual and are_said else []


def _by_dashes(lines: Sequence[_Line]) -> list[Sighting]:
    """Return lines behind dashes of which every other asks."""
    dashed = [line for line in lines if line.mark and line.mark[0] in _DASHES]
    pairs = list(zip(dashed[::2], dashed[1::2], strict=False))
    asked = sum(question.asks and not answer.asks for question, answer in pairs)
    if len(pairs) < _FEWEST or 4 * asked < 3 * len(pairs):
        return []
    questions = [question for question, _ in pairs]
    return _turns(pairs) if _talk(questions, [answer.words for _, answer in pairs]) else []


def _by_lines(lines: Sequence[_Line]) -> list[Sighting]:
    """Return lines that ask, with the answers below each, where nothing marks either.

    Most answers have to be of one line, and no question may follow another.
    """
    starts = [n for n, line in enumerate(lines) if line.asks]
    if len(starts) <= _FEWEST or any(line.mark for line in lines[starts[0] :]):
        return []
    answers = [lines[n + 1 : end] for n, end in pairwise([*starts, len(lines)])]
    questions = [lines[n] for n in starts]
    is_talk = _are_short(answers) and _talk(questions, list(map(_said, answers)))
    return _turns(zip(questions, (below[0] for below in answers), strict=True)) if is_talk else []


def _are_short(answers: Sequence[Sequence[_Line]]) -> bool:
    """Tell whether there are lines in all answers, and one line in at least half of them."""
    return all(answers) and 2 * sum(len(answer) == 1 for answer in answers) >= len(answers)


def _said(lines: Sequence[_Line]) -> str:
    return "\n".join(line.words for line in lines)


def _talk(questions: Sequence[_Line], answers: Sequence[str]) -> bool:
    """Tell whether most questions turn to somebody, and answers speak of oneself, in Chinese."""
    turning = sum(_ADDRESSES.search(line.words) is not None for line in questions)
    of_oneself = sum(_OF_ONESELF.search(answer) is not None for answer in answers)
    to_readers = sum(_TO_READERS.search(answer) is not None for answer in answers)
    is_chinese = all(re.search(f"[{HAN}]", line.words) for line in questions)
    is_talk = 2 * turning >= len(questions) and 2 * of_oneself >= len(answers)
    return is_chinese and is_talk and 3 * to_readers <= len(answers)


def _turns(pairs: Iterable[tuple[_Line, _Line]]) -> list[Sighting]:
    return [
        Sighting(
            Candidate(line.start, _speech(line, role), "", "unlabelled", line.words[:LONGEST]),
            Verdict("", Likeness.SURE, role),
        )
        for pair in pairs
        for line, role in zip(pair, (Role.REPORTER, Role.UNKNOWN), strict=True)
    ]


def _speech(line: _Line, role: Role) -> int:
    """Return where the speech starts: at its quote, or behind another mark."""
    return line.start if line.mark in _QUOTES and role is not Role.REPORTER else line.body
