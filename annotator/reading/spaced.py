"""Chinese labels that nothing but white space sets off: ``记者 请问票价多少？``."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from annotator.model.kinds import Role
from annotator.reading.label_forms import HAN, LONGEST, SPACES, Candidate
from annotator.reading.names import Likeness
from annotator.reading.sighting import Sighting
from annotator.reading.speakers import judge
from annotator.reading.surroundings import rest_of_line

_LINE = re.compile(
    rf"^[{SPACES}]*(?P<name>[{HAN}《》]{{1,20}}(?:[{SPACES}]+[{HAN}]{{2,4}}(?=[{SPACES}]))?)"
    rf"(?P<gap>[{SPACES}]+)(?=[^\s{SPACES}])",
    re.MULTILINE,
)
_ENDS = frozenset("。！？!?…—”」")
_ASKS = frozenset("?？")
_TELLING = frozenset({Role.MODERATOR, Role.REPORTER})
_FEWEST = 4


def spaced(text: str) -> list[Sighting]:
    """Return the labels before white space, if who asks or chairs and others so take turns.

    Nearly all of what follows them has to end as sentences do, and somebody has to ask.
    """
    found = list(_sightings(text))
    counts = Counter(s.verdict.name for s in found)
    labels = [s for s in found if _is_known(s, counts)]
    return labels if len(labels) >= _FEWEST and _take_turns(text, labels) else []


def _sightings(text: str) -> Iterator[Sighting]:
    for m in _LINE.finditer(text):
        first = m["name"].split()[0]
        names = (m["name"], first) if first != m["name"] else (first,)
        for name in names:
            verdict = judge(" ".join(name.split()))
            if verdict.likeness >= Likeness.SHORT:
                body = m.end() if name == m["name"] else _behind(text, m.start("name") + len(name))
                rest = rest_of_line(text, body)[:LONGEST]
                yield Sighting(Candidate(m.start("name"), body, name, "spaced", rest), verdict)
                break


def _behind(text: str, at: int) -> int:
    """Return where the white space at a place ends."""
    while text[at] in SPACES:
        at += 1
    return at


def _is_known(s: Sighting, counts: Counter[str]) -> bool:
    """Tell whether a name surely is a label, or comes back."""
    return s.verdict.likeness is Likeness.SURE or counts[s.verdict.name] > 1


def _take_turns(text: str, labels: Sequence[Sighting]) -> bool:
    told = [s for s in labels if s.verdict.role in _TELLING]
    lines = [rest_of_line(text, s.candidate.body_start) for s in labels]
    closed = sum(line[-1:] in _ENDS for line in lines)
    asks = any(line[-1:] in _ASKS for line in lines)
    are_several = len({s.verdict.name for s in labels}) > 1
    return len(told) > 1 and asks and are_several and 4 * closed >= 3 * len(labels)
