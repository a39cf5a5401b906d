"""Labels that white space, or a mark but a colon, sets off: ``记者 请问…``, ``Ann Lee | Hi``."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from annotator.model.kinds import Role
from annotator.reading.candidates import Candidate
from annotator.reading.label_forms import HAN, LONGEST, SPACES, TIME
from annotator.reading.names import Likeness
from annotator.reading.sighting import Sighting, by_name
from annotator.reading.speakers import judge
from annotator.reading.surroundings import rest_of_line
from annotator.reading.verdict import Verdict
from annotator.reading.words import words

_MARK = r"(?:->|=>|→|——?|–|--|//|[|¦=/\\»›>~；;』」〗]|(?<=[A-Z]{2}),)"
_BY_CAPITALS = r"(?<=[A-Z]{2})[ ]+(?=[A-Z“\"][^A-Z\n][^\n]*[.?!]$)"
"""The white space behind a name in capitals, before a sentence that has none."""
_LINE = re.compile(
    rf"^[{SPACES}]*(?:[|¦][{SPACES}]*)?(?P<lead>(?:->|=>|[@『「〖])[ ]?)?"
    rf"(?P<name>(?:[{HAN}][{SPACES}]{{1,2}}[{HAN}](?=[{SPACES}])|[{HAN}《》]{{1,20}}(?:、[{HAN}、]{{2,24}}(?=[{SPACES}]))?(?:[{SPACES}]+[{HAN}]{{2,4}}(?=[{SPACES}]|{_MARK}))?"
    r"|(?:[A-Z][\w.'’-]{0,20}[ ]){0,4}[A-Z][\w.'’-]{0,20}|(?<=@)\w{2,20}|[a-z]{2,15}(?=:[ ]))"
    r"(?:[ ]?\([^()\n]{1,40}\)(?=[ ]*[^\s\w:：]))?)"
    rf"(?P<gap>[{SPACES}]*(?:{_MARK}|(?<=[\w.])[:：])[{SPACES}]*|(?<=[{HAN}])[{SPACES}]+"
    rf"|{_BY_CAPITALS})"
    rf"(?:{TIME}[{SPACES}]+)?(?=[^\s{SPACES}])",
    re.MULTILINE,
)
_ENDS = frozenset('。！？!?…—”」."')
_ASKS = frozenset("?？")
_TELLING = frozenset({Role.MODERATOR, Role.REPORTER})
_FEWEST = 4


def set_off(text: str) -> list[Sighting]:
    """Return the labels that one mark, or white space, sets off from sentences of several people.

    Who asks or chairs has to be among them, or whole names have to take turns. Nearly all that
    follows them has to end as sentences do, and somebody has to ask.
    """
    by_mark: defaultdict[tuple[str, str], list[Sighting]] = defaultdict(list)
    for mark, sighting in _sightings(text):
        by_mark[mark].append(sighting)
    taken = [labels for found in by_mark.values() if (labels := _labels(text, found))]
    return max(taken, key=len, default=[])


def _sightings(text: str) -> Iterator[tuple[tuple[str, str], Sighting]]:
    for m in _LINE.finditer(text):
        lead, mark = (m["lead"] or "").strip(), m["gap"].strip()
        if mark in {":", "："} and not lead and not m["name"].islower():
            continue
        start = m.start("lead") if lead else m.start("name")
        names = [m["name"]] if mark else list(dict.fromkeys((m["name"], m["name"].split()[0])))
        for name in names:
            verdict = _verdict(name, lead)
            if verdict.likeness > Likeness.NO:
                body = m.end() if name == m["name"] else _behind(text, m.start("name") + len(name))
                rest = _speech(text, body)[:LONGEST]
                yield (lead, mark), Sighting(Candidate(start, body, name, "set off", rest), verdict)
                break


def _verdict(name: str, lead: str) -> Verdict:
    """Judge a name, of which any word may be one behind the sign of a nickname."""
    verdict = judge(" ".join(name.split()))
    is_nickname = (lead == "@" or name.islower()) and verdict.likeness is Likeness.NO
    return Verdict(name, Likeness.SHORT) if is_nickname else verdict


def _behind(text: str, at: int) -> int:
    """Return where the white space at a place ends."""
    while text[at] in SPACES:
        at += 1
    return at


def _speech(text: str, start: int) -> str:
    """Return the rest of a line, without the mark that closes the row of a table."""
    return rest_of_line(text, start).rstrip("|¦ ")


def _labels(text: str, found: Sequence[Sighting]) -> list[Sighting]:
    """Return those that are labels, if they take turns and the others are but a few."""
    counts = by_name(found)
    saying = {s.verdict.name for s in found if _speech(text, s.candidate.body_start)[-1:] in _ENDS}
    labels = [s for s in found if _is_known(s, counts) and s.verdict.name in saying]
    is_usual = len(labels) >= _FEWEST and 3 * len(labels) >= 2 * len(found)
    return labels if is_usual and _take_turns(text, labels) else []


def _is_known(s: Sighting, counts: Counter[str]) -> bool:
    """Tell whether a name surely is a label, or comes back."""
    is_back = counts[s.verdict.name] > 1 and s.verdict.name.lower() not in words(
        "english", "not_first"
    )
    return s.verdict.likeness is Likeness.SURE or is_back


def _take_turns(text: str, labels: Sequence[Sighting]) -> bool:
    names = by_name(labels)
    told = sum(s.verdict.role in _TELLING for s in labels)
    lines = [_speech(text, s.candidate.body_start) for s in labels]
    is_small = all(name.islower() for name in names)
    closed = sum(line[-1:] in _ENDS for line in lines if is_small or not line[0].islower())
    asked = sum(line[-1:] in _ASKS for line in lines)
    are_known = told > 1 or _are_whole(labels, names) or (is_small and asked > 1)
    return are_known and asked > 0 and len(names) > 1 and 4 * closed >= 3 * len(labels)


def _are_whole(labels: Sequence[Sighting], names: Counter[str]) -> bool:
    """Say whether each label surely names somebody, or names a person who comes back."""
    return all(
        s.verdict.likeness is Likeness.SURE
        or (s.verdict.likeness is Likeness.NAME and names[s.verdict.name] > 1)
        for s in labels
    )
