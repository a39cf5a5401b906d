"""Labels of printed records whose lines were joined: ``It is so. Senator LEE. Why? Mr. ROE. No.``.

Captions in small letters, whose changes of speaker stand inside lines, have theirs here, too.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import replace
from functools import lru_cache

from annotator.model.kinds import Role
from annotator.reading.candidates import Candidate
from annotator.reading.label_forms import LONGEST
from annotator.reading.names import Likeness
from annotator.reading.sighting import Sighting
from annotator.reading.speakers import judge, judge_small
from annotator.reading.verdict import Verdict

_PRINTED = re.compile(
    r"[ ](?<=[^\n][ ])(?P<name>(?:The|[A-Z][a-z]{1,14}\.?)[ ]"
    r"(?:[A-Z][A-Za-z'’-]*[A-Z]{2}[ ]){0,2}[A-Z][A-Za-z'’-]*[A-Z]{2})\.(?=(?P<gap>[ ]+)[A-Z\[(\"“])"
)
"""A title and a family name in capitals, as printers set who speaks: ``Senator LEE.``."""
_SMALL_START = re.compile(r"[.?!](?:[ ]|\n{1,2})(?:(?P<small>[a-z])|[A-Z])")
_CAPTION = re.compile(
    r"(?:(?<=[.?!][ \n])|(?<=[.?!\w]\n)|(?<=\n\n)|\A)"
    r"(?P<name>(?:(?:mr|mrs|ms|dr|sen|rep|gov|gen)\.[ ])?[a-z][a-z'’-]{1,20}"
    r"(?:[ ][a-z][a-z'’-]{1,20}){0,3}):[ ](?=\S)"
)
"""Who speaks, in captions that are all small: ``yes. ann: why``."""
_FEWEST_SENTENCES = 8
_FEWEST = 2
_COURTESY = frozenset(["the", "mr.", "mrs.", "ms.", "dr.", "sen.", "rep.", "gov.", "gen."])


def inside_records(text: str, known: Collection[int]) -> list[Sighting]:
    """Return the labels of printed records, and of small captions, that stand inside lines."""
    found = [*_printed(text), *_captions(text)]
    return [s for s in found if s.start not in known]


def _printed(text: str) -> Iterator[Sighting]:
    for m in _PRINTED.finditer(text):
        verdict = judge(m["name"])
        if verdict.likeness is Likeness.SURE:
            start, body = m.start("name"), m.end("gap")
            yield Sighting(Candidate(start, body, m["name"], "stop", _rest(text, body)), verdict)


def _captions(text: str) -> list[Sighting]:
    """Return the names that come back in captions, and titled ones, if several do."""
    starts = [m["small"] is not None for m in _SMALL_START.finditer(text)]
    if len(starts) < _FEWEST_SENTENCES or 10 * sum(starts) < 9 * len(starts):
        return []
    found = [m for m in _CAPTION.finditer(text) if judge_small(m["name"]).likeness > Likeness.NO]
    counts = Counter(m["name"] for m in found)
    if sum(n > 1 for n in counts.values()) < _FEWEST:
        return []
    return [_caption(text, m) for m in found if counts[m["name"]] > 1 or _is_sure(m["name"])]


def _is_sure(name: str) -> bool:
    """Tell whether a name has a courtesy, or says who moderates: ``announcer``."""
    is_titled = name.partition(" ")[0] in _COURTESY
    return is_titled or judge_small(name).role is Role.MODERATOR


def _caption(text: str, m: re.Match[str]) -> Sighting:
    candidate = Candidate(m.start("name"), m.end(), m["name"], "colon", _rest(text, m.end()))
    return Sighting(candidate, _surely(m["name"]))


@lru_cache(maxsize=4096)
def _surely(name: str) -> Verdict:
    return replace(judge_small(name), name=name, likeness=Likeness.SURE)


def _rest(text: str, start: int) -> str:
    return text[start : start + LONGEST].partition("\n")[0].strip()
