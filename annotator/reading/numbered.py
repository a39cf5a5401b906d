"""Questions that have but a number, above answers behind a letter: ``1. Why?`` and ``A. So.``."""

import re

from annotator.model.kinds import Role
from annotator.reading.label_forms import LONGEST, Candidate
from annotator.reading.names import Likeness
from annotator.reading.sighting import Sighting
from annotator.reading.verdict import Verdict

_PAIR = re.compile(
    r"(?m)^[^\S\n]*(?P<question>\d{1,3}[.)、][^\S\n]*)(?=\S)(?P<asked>[^\n]{4,600})\n"
    r"(?:[^\S\n]*\n)?[^\S\n]*(?P<answer>(?:A|Ans|Answer|答)[.:,)：、][^\S\n]*)(?=\S)"
)
_FEWEST = 3


def numbered(text: str) -> list[Sighting]:
    """Return the numbers of questions and the letters of their answers, if there are several."""
    pairs = list(_PAIR.finditer(text))
    if len(pairs) < _FEWEST:
        return []
    asked = Verdict("Q", Likeness.SURE, Role.REPORTER)
    answered = Verdict("A", Likeness.SURE, Role.SPEAKER)
    return [
        Sighting(_candidate(text, m, group), verdict)
        for m in pairs
        for group, verdict in (("question", asked), ("answer", answered))
    ]


def _candidate(text: str, m: re.Match[str], group: str) -> Candidate:
    start, body = m.span(group)
    rest = text[body : body + LONGEST].partition("\n")[0]
    return Candidate(start, body, text[start:body].strip(), "numbered", rest)
