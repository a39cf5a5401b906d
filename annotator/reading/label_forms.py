"""What a speaker's label looks like at the start of a line, in the many ways people write it."""

import re
from dataclasses import dataclass

COLONS = ":：︰∶﹕"
_C = f"[{COLONS}]"
_HAN = "\u3400-\u9fff\uf900-\ufaff"
CLOCK = r"(?:[\[(（【]?\d{1,2}[:：]\d{2}(?:[:：]\d{2})?(?:[.,]\d+)?[\])）】]?\s*)"
_OPEN_MARKDOWN = r"(?:#{1,6}\s+|>\s+|[-*•]\s+)?(?:\*\*|__|\*)?"
_CLOSE_MARKDOWN = r"(?:\*\*|__|\*)?"

_CHINESE_NAME = rf"[{_HAN}·•．A-Za-z0-9《》〈〉“”\"「」\-/()（）、，\s]{{1,40}}?"
CHINESE = re.compile(
    rf"(?P<indent>[ \t\u3000\f\ufeff]*)(?P<label>{CLOCK}?{_OPEN_MARKDOWN}"
    rf"(?P<name>[{_HAN}《〈“「A-Za-z]{_CHINESE_NAME}|[{_HAN}])\s*"
    rf"(?:{_C}\s*{_CLOSE_MARKDOWN}|{_CLOSE_MARKDOWN}\s*{_C}))[ \t\u3000]*"
)
BRACKETED = re.compile(
    rf"(?P<indent>[ \t\u3000\f\ufeff]*)(?P<label>{CLOCK}?{_OPEN_MARKDOWN}[【\[［〔]\s*"
    rf"(?P<name>[^】\]］〕\n]{{1,40}}?)\s*[】\]］〕]{_CLOSE_MARKDOWN}\s*{_C}?)[ \t\u3000]*"
)
_WORD = r"[A-Z\u00c0-\u00de][\w'’.\-]*"
ENGLISH = re.compile(
    rf"(?P<indent>[ \t\f\ufeff]*)(?P<label>{CLOCK}?{_OPEN_MARKDOWN}"
    rf"(?P<name>{_WORD}(?:[ \t]+(?:{_WORD}|of|the|de|la|van|von|der|bin|al|and|for|\([^)\n]{{1,40}}\)|#?\d{{1,2}}|,)){{0,8}}"  # noqa: E501
    rf"(?:[ \t]*\([^)\n]{{1,60}}\))?(?:,[^:：\n]{{1,60}})?)\s*"
    rf"(?:{_C}\s*{_CLOSE_MARKDOWN}|{_CLOSE_MARKDOWN}\s*{_C}))[ \t]*"
)
CAPITALS_STOP = re.compile(
    r"(?P<indent>[ \t\f]*)(?P<label>(?P<name>(?:[A-Z\u00c0-\u00de][A-Z\u00c0-\u00de'’\-]*\.?[ \t]+){0,4}"  # noqa: E501
    r"[A-Z\u00c0-\u00de][A-Z\u00c0-\u00de'’\-]{2,})\.)[ \t]+(?=\S)"
)
QUESTION_MARK = re.compile(
    rf"(?P<indent>[ \t\f]*)(?P<label>{_OPEN_MARKDOWN}(?P<name>Q|A)(?:\s*\d{{1,2}})?"
    rf"{_CLOSE_MARKDOWN}(?:[.:：)]{_CLOSE_MARKDOWN})?)[ \t]+(?=\S)"
)
HEADING = re.compile(
    r"(?P<indent>)(?P<label>#{1,6}[ \t]+(?P<name>[^\n:：#]{1,40}?))[ \t]*#*(?=\n|$)"
)
BOLD_LINE = re.compile(r"(?P<indent>)(?P<label>\*\*(?P<name>[^*\n]{1,40}?)\*\*)[ \t]*(?=\n|$)")
NUMBERED = re.compile(
    rf"(?P<indent>[ \t\u3000]*)(?P<label>(?:[一二三四五六七八九十]{{1,3}}、|\d{{1,2}}[.、)]\s*)?"
    rf"(?P<name>问|答|問|Question|Answer|提问|回答|Q|A)\s*(?:\d{{1,2}}|[一二三四五六七八九十]{{1,2}})?\s*{_C})\s*"
)
RUN_ON = re.compile(rf"(?<=[。？?！!”）)\s])\s*(?P<label>(?P<name>问|答|問)\s*{_C})\s*")


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something that may be a speaker's label; positions are code points."""

    start: int
    body_start: int
    name: str
    form: str
    line_start: int
    is_alone: bool
    """Nothing follows on the line."""


FORMS = (
    ("numbered", NUMBERED),
    ("bracketed", BRACKETED),
    ("chinese", CHINESE),
    ("english", ENGLISH),
    ("stop", CAPITALS_STOP),
    ("qa", QUESTION_MARK),
    ("heading", HEADING),
    ("bold", BOLD_LINE),
)
LONGEST = 160
"""No label is longer; this also keeps hostile lines cheap."""


def candidates_in(text: str, start: int, end: int) -> list[Candidate]:
    """Return what may be labels in the line from ``start`` to ``end``, at most one of its start."""
    head = text[start : min(end, start + LONGEST)]
    for form, pattern in FORMS:
        found = pattern.match(head)
        if found and found["name"].strip():
            label_start = start + found.start("label")
            body = start + found.end()
            return [Candidate(label_start, body, clean(found["name"]), form, start, body >= end)]
    return []


def clean(name: str) -> str:
    """Return a name without markup and white space around it."""
    stripped = re.sub(rf"^{CLOCK}", "", name.strip(" \t\u3000*_#"))
    return re.sub(r"\s+", " ", stripped).strip(" \t\u3000*_#,，、")
