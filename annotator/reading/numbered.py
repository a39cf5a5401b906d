"""Questions behind a number, above answers behind a letter or nothing: ``1. Why?``, ``A. So.``."""

import re
from dataclasses import replace

from annotator.model.kinds import Role
from annotator.reading.candidates import Candidate
from annotator.reading.label_forms import LONGEST
from annotator.reading.names import Likeness
from annotator.reading.sighting import Sighting
from annotator.reading.verdict import Verdict

_PAIR = re.compile(
    r"(?m)^[^\S\n]*(?P<question>\d{1,3}[.)、][^\S\n]*)(?=\S)(?P<asked>[^\n]{4,600})\n"
    r"(?:[^\S\n]*\n)?[^\S\n]*(?P<answer>(?:A|Ans|Answer|答)[.:,)：、][^\S\n]*)(?=\S)"
)
_ASKED = re.compile(
    r"(?m)^[^\S\n]*(?P<label>(?P<number>\d{1,2})[.)][^\S\n]+(?P<name>[^\W\d_][^\n:.?!]{1,60}):[^\S\n]*)"
    r"(?P<asked>[^\n]{10,1500})\n\s*(?P<below>[^\n]*)"
)
"""Who asks behind the number of a question, and the line below: ``2. Harbour Daily: Why?``."""
_LABEL = re.compile(r"[^\n:.]{1,60}:|\d{1,2}[.)]\s")
_MEETS_PRESS = re.compile(
    r"\b(?:press|news|media) (?:conference|briefing)|\bspokes(?:person|man|woman)\b", re.IGNORECASE
)
_HEAD = 2000
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


def asked_by_number(text: str) -> list[Sighting]:
    """Return who asks behind the numbers of questions at a briefing whose answers have no label.

    The numbers have to follow one another, and two of three lines to end as questions do.
    """
    found = list(_ASKED.finditer(text)) if _MEETS_PRESS.search(text, 0, _HEAD) else []
    numbers = [int(m["number"]) for m in found]
    if len(found) < _FEWEST or numbers != list(range(1, len(found) + 1)):
        return []
    asking = sum(m["asked"].rstrip()[-1] in "?？" for m in found)
    answered = sum(bool(m["below"]) and not _LABEL.match(m["below"]) for m in found)
    if 3 * min(asking, answered) < 2 * len(found):
        return []
    return [
        Sighting(
            replace(_candidate(text, m, "label"), name=m["name"].strip()),
            Verdict(m["name"].strip(), Likeness.SURE, Role.REPORTER),
        )
        for m in found
    ]


def _candidate(text: str, m: re.Match[str], group: str) -> Candidate:
    start, body = m.span(group)
    rest = text[body : body + LONGEST].partition("\n")[0]
    return Candidate(start, body, text[start:body].strip(), "numbered", rest)
