"""Finds who speaks when: candidates for labels, then those that fit the document."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from annotator.model.kinds import Part, Role
from annotator.reading.label_forms import RUN_ON, Candidate, candidates_in
from annotator.reading.opening import chinese_affiliation, english_affiliation
from annotator.reading.speakers import likeness, role_of

_STAGE = re.compile(r"^\s*[(（\[【][^)）\]】\n]{1,40}[)）\]】]\s*$")
_PAGE_LINE = re.compile(
    r"^\s*(?:\f|(?:page|第)?\s*[-–—]?\s*\d{1,4}\s*[-–—]?\s*(?:页|of \d+)?)\s*$", re.IGNORECASE
)
_CLOSING = re.compile(
    r"^\s*(?:###|\*\*\*+|-{3,}|={3,}|\(?END\)?\.?$|# # #|\[?end of transcript|责任编辑|责编|编辑[:：]|来源[:：]|扫一扫|分享到|打印|相关(?:新闻|链接|稿件)|版权|Copyright|©|Share this|Related|Tags?:|发布时间[:：]|主办[:：]|网站)",  # noqa: E501
    re.IGNORECASE,
)
_HAN = re.compile("[\u3400-\u9fff]")
OPENING = 6000


@dataclass(frozen=True, slots=True)
class TurnFound:
    """One turn: ``start`` is the label's, ``body_start`` the speech's; code points, half-open.

    Times are milliseconds from the start of the recording.
    """

    speaker: str | None
    role: Role | None
    part: Part
    affiliation: str | None
    start: int
    body_start: int
    end: int
    time_start: int | None = None
    time_end: int | None = None


def find_turns(text: str) -> tuple[TurnFound, ...]:
    """Return the turns of a transcript, in order, without gaps but for the newlines between."""
    if not text:
        return ()
    labels = _accepted(text, _candidates(text))
    if not labels:
        return (TurnFound(None, Role.UNKNOWN, Part.SPEECH, None, 0, 0, len(text)),)
    turns = _turns_between(text, labels)
    return tuple(_with_boilerplate(text, _with_affiliations(text, turns)))


def _candidates(text: str) -> list[Candidate]:
    found: list[Candidate] = []
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if not _STAGE.match(text[start : min(end, start + 60)]):
            found += candidates_in(text, start, end)
            found += _run_on(text, start, end)
        start = end + 1
    return found


def _run_on(text: str, start: int, end: int) -> list[Candidate]:
    """Return the labels 问 and 答 that stand inside a paragraph."""
    return [
        Candidate(m.start("label"), m.end(), m["name"], "numbered", start, is_alone=False)
        for m in RUN_ON.finditer(text, start, end)
        if m.start("label") > start
    ]


def _accepted(text: str, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates that are labels: by their look, or by their repeating."""
    scores = [likeness(candidate.name, candidate.form) for candidate in candidates]
    repeats = Counter(candidate.name for candidate in candidates)
    forms = Counter(c.form for c, score in zip(candidates, scores, strict=True) if score >= 2)  # noqa: PLR2004
    kept = []
    for candidate, score in zip(candidates, scores, strict=True):
        if _is_label(candidate, score, repeats[candidate.name], forms):
            kept.append(_skip_newlines(text, candidate))
    return _without_lone_questions(kept)


def _is_label(candidate: Candidate, score: int, repeats: int, forms: Counter[str]) -> bool:  # noqa: PLR0911
    if score == 0:
        return False
    if candidate.form in {"heading", "bold"}:
        return score >= 3 or (score == 2 and repeats > 1)  # noqa: PLR2004
    if candidate.form == "bracketed":
        return score >= 2 or repeats > 1  # noqa: PLR2004
    if candidate.form == "stop":
        return forms["stop"] > 2 and (score >= 2 or repeats > 1)  # noqa: PLR2004
    if candidate.form == "english" and score == 1:
        return repeats > 1 and not candidate.is_alone
    return score >= 2 or (repeats > 1 and forms[candidate.form] > 1)  # noqa: PLR2004


def _without_lone_questions(labels: list[Candidate]) -> list[Candidate]:
    """Drop Q and A without a colon where they do not come as questions and answers."""
    counted = Counter(label.name for label in labels if label.form == "qa")
    if counted["Q"] >= 1 and (counted["Q"] + counted["A"]) >= 2:  # noqa: PLR2004
        return labels
    return [label for label in labels if label.form != "qa"]


def _skip_newlines(text: str, candidate: Candidate) -> Candidate:
    """Let the speech start on a later line where the label stands alone."""
    body = candidate.body_start
    while body < len(text) and text[body] in " \t\u3000\n":
        body += 1
    return replace(candidate, body_start=body)


def _turns_between(text: str, labels: Sequence[Candidate]) -> list[TurnFound]:
    turns = []
    first = labels[0].start
    if text[:first].strip():
        turns.append(TurnFound(None, None, Part.LEAD, None, 0, 0, _before(text, first)))
    for number, label in enumerate(labels):
        end = len(text)
        if number + 1 < len(labels):
            end = _before(text, labels[number + 1].start)
        role = role_of(label.name) or Role.SPEAKER
        body = min(label.body_start, end)
        turns.append(
            TurnFound(label.name, role, Part.SPEECH, None, label.start, body, max(end, body))
        )
    return turns


def _before(text: str, start: int) -> int:
    """Return where the turn before a label ends: before its indentation and one newline."""
    end = start
    while end > 0 and text[end - 1] in " \t\u3000\f":
        end -= 1
    return end - 1 if end > 0 and text[end - 1] == "\n" else start


def _with_affiliations(text: str, turns: Sequence[TurnFound]) -> list[TurnFound]:
    opening = text[: min(OPENING, turns[min(1, len(turns) - 1)].end)]
    lead = opening if turns[0].part is Part.LEAD else text[:OPENING]
    known: dict[str, str | None] = {}
    done = []
    for turn in turns:
        if turn.speaker is None or turn.role is not Role.SPEAKER:
            done.append(turn)
            continue
        if turn.speaker not in known:
            find = chinese_affiliation if _HAN.search(turn.speaker) else english_affiliation
            known[turn.speaker] = find(lead, turn.speaker)
        done.append(replace(turn, affiliation=known[turn.speaker]))
    return done


def _with_boilerplate(text: str, turns: list[TurnFound]) -> list[TurnFound]:
    """Cut what the web site put behind the last speech off the last turn."""
    last = turns[-1]
    at = last.body_start
    while at < last.end:
        line_end = text.find("\n", at, last.end)
        line_end = last.end if line_end < 0 else line_end
        if at > last.body_start and _CLOSING.match(text[at:line_end]):
            closing = TurnFound(None, None, Part.BOILERPLATE, None, at, at, last.end)
            return [*turns[:-1], replace(last, end=_before(text, at)), closing]
        at = line_end + 1
    return turns
