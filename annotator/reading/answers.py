"""The answers of an interview that marks nothing but its questions, and the other way round."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from annotator.model.kinds import Part, Role
from annotator.reading.label_forms import HAN
from annotator.reading.layout import lines_of
from annotator.reading.turn_found import TurnFound
from annotator.reading.words import any_of, words

_ASKED = re.compile(r"[?？][\"”」』’)）*_]*\s*$")
_NUMBERED = re.compile(
    r"^[^\S\n]*(?P<number>(?:[（(]?\d{1,3}[)）、.．]|[一二三四五六七八九十]{1,3}、"
    r"|\*\*|#{1,6}[ ]|[●○■□◆◇▲△★☆•·※►▶❖✦])[^\S\n]*)\S[^\n]*"
    r"[?？][\"”」』’)）*_]*[^\S\n]*(?:[（(](?P<who>[^()（）\n]{2,80})[)）])?[^\S\n]*$",
    re.MULTILINE,
)
"""A question of one line with its number or a mark, and no label; who asked may stand behind."""
_ASKING = re.compile(rf"(?P<outlet>(?=..).{{0,12}}{any_of('chinese', 'outlets')})[{HAN}]{{0,5}}$")
"""An outlet and who asks for it: 港灣時報呂小姐."""
_REQUESTS = re.compile(r"\b[Pp]lease\b|[请請]")
"""What asks with no question mark: ``Please tell us about the visit.``."""
_ANNOUNCING = re.compile(r"(?:[答][詢询]|提[問问]|[問问]答)[^\S\n]*[:：]?\s*$")
"""The end of a label that may be a heading: ``方芳答询：``, ``参、记者提问：``."""
_BELOW_BLANK = re.compile(r"\S[^\S\n]*\n(?:[^\S\n]*\n)+[^\S\n]*(?=\S)")
_FEWEST = 2
_LONGEST_QUESTION = 600


def with_answers(text: str, turns: Sequence[TurnFound]) -> list[TurnFound]:
    """Cut what answers off questions where no label but of those who ask is in the text.

    Behind what no question mark ends, an answer is the next paragraph. An answer is a turn of
    nobody known: better so than that of who asks.
    """
    spoken = [turn for turn in turns if turn.part is Part.SPEECH]
    if len(spoken) < _FEWEST or any(turn.role is not Role.REPORTER for turn in spoken):
        return list(turns)
    cut = {turn.start: _answered_at(text, turn) for turn in spoken}
    if 3 * [*cut.values()].count(None) > len(spoken):
        return list(turns)
    return [part for turn in turns for part in _parted(text, turn, cut.get(turn.start))]


def _answered_at(text: str, turn: TurnFound) -> int | None:
    """Return where an answer starts: behind a question mark, or in the second paragraph."""
    return _answer_start(text, turn) or _second_paragraph(text, turn)


def with_questions(text: str, turns: Sequence[TurnFound]) -> list[TurnFound]:
    """Cut numbered questions off what stands before the answers, where only these are marked.

    There have to be several, or one behind which stands who asked.
    """
    if any(turn.role is Role.REPORTER for turn in turns):
        return list(turns)
    asked = _asked_before(text, turns)
    if not _are_usual(asked, turns):
        return list(turns)
    return [part for turn in turns for part in _with_question(turn, asked.get(turn.start))]


def without_headings(text: str, turns: Sequence[TurnFound]) -> list[TurnFound]:
    """Return the turns without headings of the questions and answers that stand below them.

    A heading belongs to what stands above it, and tells who answers: ``港务局局长答询：`` over
    ``一、何时复航？``.
    """
    kept: list[TurnFound] = []
    heading = None
    for turn, after in zip(turns, [*turns[1:], None], strict=True):
        if kept and after and _is_heading(text, turn):
            kept[-1] = replace(kept[-1], end=turn.end)
            heading = turn if turn.role is Role.SPEAKER else None
        else:
            kept.append(_answered_by(heading, turn))
    return kept


def _answered_by(heading: TurnFound | None, turn: TurnFound) -> TurnFound:
    """Return the turn of a nameless answer with the name of who answers by the heading above."""
    if heading is None or turn.speaker not in words("chinese", "answers"):
        return turn
    return replace(turn, speaker=heading.speaker, affiliation=heading.affiliation)


def _is_heading(text: str, turn: TurnFound) -> bool:
    """Tell whether nothing is said behind a label that but announces questions or answers."""
    is_empty = turn.part is Part.SPEECH and not text[turn.body_start : turn.end].strip()
    return is_empty and _ANNOUNCING.search(text, turn.start, turn.body_start) is not None


def _are_usual(asked: Mapping[int, re.Match[str]], turns: Sequence[TurnFound]) -> bool:
    """Tell whether most of those who answer a numbered question do so each time."""
    answerers = {after.speaker for turn, after in pairwise(turns) if turn.start in asked}
    answers = sum(turn.part is Part.SPEECH and turn.speaker in answerers for turn in turns)
    is_signed = any(_outlets(question["who"]) for question in asked.values())
    return len(asked) >= (1 if is_signed else _FEWEST) and 3 * len(asked) >= 2 * answers


def _asked_before(text: str, turns: Sequence[TurnFound]) -> dict[int, re.Match[str]]:
    """Return the numbered questions right above speeches, by the starts of what they end."""
    before = [turn for turn, after in pairwise(turns) if after.part is Part.SPEECH]
    asked = {turn.start: _question_end(text, turn) for turn in before}
    return {start: question for start, question in asked.items() if question}


def _question_end(text: str, turn: TurnFound) -> re.Match[str] | None:
    """Return the numbered question that ends a turn or a lead."""
    body = max(turn.body_start, turn.end - _LONGEST_QUESTION)
    least = max(0, body - _LONGEST_QUESTION)
    start = max(least, text.rfind("\n", least, body) + 1)
    found = list(_NUMBERED.finditer(text, start, turn.end))[-1:]
    return found[0] if found and not text[found[0].end() : turn.end].strip() else None


def _with_question(turn: TurnFound, question: re.Match[str] | None) -> Iterator[TurnFound]:
    if question is None:
        yield turn
        return
    start, body = question.span("number")
    if turn.start < start:
        end = len(question.string[:start].rstrip("\n"))
        yield replace(turn, body_start=min(turn.body_start, end), end=end)
    outlets = _outlets(question["who"])
    yield TurnFound(None, Role.REPORTER, Part.SPEECH, outlets, start, body, turn.end)


def _outlets(who: str | None) -> str | None:
    """Return the outlets of those who asked: ``甲报、乙报`` of ``甲报王先生、乙报吕小姐``."""
    asking = map(_ASKING.match, re.split("[、，,]", who or ""))
    return "、".join(found["outlet"] for found in asking if found) or None


def _answer_start(text: str, turn: TurnFound) -> int | None:
    """Return where the line behind the ones that end in question marks starts.

    The first line may also ask for something without one.
    """
    asked = _REQUESTS.search(text, turn.body_start, _line_end(text, turn)) is not None
    for start, end in lines_of(text, turn.body_start, turn.end):
        line = text[start:end]
        if asked and start > turn.body_start and line.strip() and not _ASKED.search(line):
            return end - len(line.lstrip())
        asked = asked or bool(_ASKED.search(line))
    return None


def _second_paragraph(text: str, turn: TurnFound) -> int | None:
    """Return where the paragraph below the first of a speech starts, behind a blank line."""
    found = _BELOW_BLANK.search(text, turn.body_start, turn.end)
    return found.end() if found else None


def _line_end(text: str, turn: TurnFound) -> int:
    """Return where the first line of a speech ends."""
    end = text.find("\n", turn.body_start, turn.end)
    return turn.end if end < 0 else end


def _parted(text: str, turn: TurnFound, answer: int | None) -> Iterator[TurnFound]:
    if answer is None:
        yield turn
        return
    yield replace(turn, end=text.rindex("\n", turn.body_start, answer))
    yield TurnFound(None, Role.UNKNOWN, Part.SPEECH, None, answer, answer, turn.end)
