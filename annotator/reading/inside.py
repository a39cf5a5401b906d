"""Labels inside a paragraph, where a question, an answer or a whole turn runs on."""

import re
from bisect import bisect
from collections import Counter
from collections.abc import Sequence

from annotator.model.kinds import Role
from annotator.reading.evidence import Sighting, best_sighting
from annotator.reading.label_forms import (
    COLONS,
    HAN,
    LONGEST,
    SPACES,
    TIME,
    Candidate,
    candidates_in,
)
from annotator.reading.names import Likeness
from annotator.reading.speakers import judge
from annotator.reading.words import words

_ASIDE = r"(?:[ ]?[(\[][^()\[\]\n]{1,30}[)\]])?"
_RUN_ON = re.compile(
    rf"(?<=[。？?！!”）)\s*])(?P<bold>\*\*)?(?P<name>问|答|問)[ ]?\d{{0,2}}[{COLONS}]"
    rf"(?(bold)(?:\*\*)?)[{SPACES}]?"
    rf"|(?<=[.?!”\"] )(?P<letter>Q|A):[{SPACES}]|(?<=\s)(?P<change>>>>?)[ ](?=\S)"
    r"|(?<=[.?!”\"…\-–—\])] )(?P<timed>(?:[A-Z][\w.'’-]{0,20}[ ]){0,4}[A-Z][\w.'’-]{1,20})"
    rf":[ ][(（][ ]?{TIME}[)）][ ]?"
)
"""The labels of questions, answers and changes of speaker inside a paragraph."""
_LOST_LINE = re.compile(
    rf"(?<=[。？?！!”）)…])[ \u3000\u00a0]{{1,12}}"
    rf"(?=[^\s\d{COLONS}，。？！；、\[【(（][^\s{COLONS}，。？！；、]{{1,23}}[{COLONS}]\S)"
    rf"|(?<=[。？?！!”）)…\]])[ \u3000\u00a0]{{0,12}}(?=[【\[][^】\]\s\d][^】\]\s]{{1,30}}[】\]])"
    r"|(?<=[.?!\"”)\]-])[ ]{1,4}(?:[A-Z]{2,4}[ ]+(?=M(?:R|S|RS)\b))?"
    r"(?=(?:[A-Z][A-Z.'’-]{1,20}[ ]){0,4}[A-Z][A-Z'’-]{2,20}"
    rf"{_ASIDE}:[ ]"
    r"|(?:[A-Z][\w.'’-]{1,20}[ ]){1,4}[A-Z][\w'’-]{1,20}"
    rf"{_ASIDE}:[ ](?=[A-Z“\"]))"
)
"""The spaces inside a paragraph that stand where a label's line began."""
_GLUED = re.compile(
    rf"(?<=[。？！…”」])[^\s{COLONS}，。？！；、…“”「」\[【(（]{{2,20}}[{COLONS}](?=[^\s{COLONS}])"
)
"""Words and a colon right behind the end of a sentence."""
_TELLING = frozenset({Role.REPORTER, Role.MODERATOR})
_FORMS = frozenset({"bracket", "colon"})
_MANY = 3
_MOST_KNOWN = 60
"""More names than this are looked for in no paragraph; it keeps hostile texts cheap."""


def inside(text: str, start: int, end: int) -> list[Sighting]:
    """Return what may be a label between two places of a paragraph."""
    run_on = _run_on(text, start, end)
    return run_on + _on_lost_lines(text, start, end, {s.start for s in run_on})


def glued(text: str, sightings: Sequence[Sighting]) -> list[Sighting]:
    """Return what may be labels right behind Chinese sentences, with no white space between.

    So it is where a whole page was joined, which shows in who asks and who chairs; only they and
    names that come back count.
    """
    known = {s.start for s in sightings}
    found = []
    for m in _GLUED.finditer(text):
        candidates = candidates_in(text, m.start(), m.end() + 1)
        sighting = best_sighting([c for c in candidates if c.form == "colon"])
        if sighting and sighting.start not in known:
            found.append(sighting)
    if sum(s.verdict.role in _TELLING for s in found) <= 1:
        return []
    counts = Counter(s.verdict.name for s in (*sightings, *found))
    return [s for s in found if s.verdict.likeness is Likeness.SURE or counts[s.verdict.name] > 1]


def with_interrupting(text: str, labels: Sequence[Sighting]) -> list[Sighting]:
    """Add the labels of well-known speakers where they cut somebody short inside a paragraph.

    So it is where lines were joined: ``a lot of THE PRESIDENT: No.`` Only a name that is a label
    again and again or surely, and that no sentence may hold in front of a colon, is looked for.
    """
    verdicts = [s.verdict for s in labels if s.candidate.form == "colon"]
    counts = Counter(verdict.name for verdict in verdicts)
    sure = {verdict.name for verdict in verdicts if verdict.likeness is Likeness.SURE}
    names = [
        name
        for name, n in counts.most_common(_MOST_KNOWN)
        if _is_clear(name) and (n >= _MANY or (name.isupper() and name in sure))
    ]
    if not names:
        return list(labels)
    pattern = re.compile(
        rf"(?<=[^\s.?!。？！,，、“”\"{COLONS}])[{SPACES}]{{1,4}}"
        rf"(?=(?:{'|'.join(map(re.escape, names))})[{COLONS}][{SPACES}]*[^\W\d_a-z])"
    )
    starts = [s.start for s in labels]
    found = []
    for m in pattern.finditer(text):
        place = bisect(starts, m.end()) - 1
        if place >= 0 and m.end() < labels[place].candidate.body_start:
            continue
        end = text.find("\n", m.end(), m.end() + LONGEST)
        candidates = candidates_in(text, m.end(), m.end() + LONGEST if end < 0 else end)
        sighting = best_sighting([c for c in candidates if c.form == "colon"])
        found += [sighting] if sighting else []
    return sorted([*labels, *found], key=lambda s: s.start)


def _is_clear(name: str) -> bool:
    """Tell whether a name is no common word: of several, in capitals, or Chinese."""
    return " " in name or name.isupper() or bool(re.search(f"[{HAN}]", name))


def _on_lost_lines(text: str, after: int, end: int, known: set[int]) -> list[Sighting]:
    """Return the labels inside a paragraph that spaces set apart where lines were joined."""
    found = []
    for m in _LOST_LINE.finditer(text, after, end):
        candidates = [c for c in candidates_in(text, m.end(), end) if c.form in _FORMS]
        sighting = best_sighting(candidates)
        is_chinese = sighting and re.search(f"[{HAN}]", sighting.verdict.name)
        is_clear = sighting and (is_chinese or _is_title_or_capitals(sighting))
        if sighting and is_clear and m.end() not in known and not sighting.candidate.listed:
            found.append(sighting)
    return found


def _run_on(text: str, after: int, end: int) -> list[Sighting]:
    """Return the labels of questions and answers that stand inside a paragraph."""
    found = []
    for m in _RUN_ON.finditer(text, after, end):
        if m["change"]:
            sighting = best_sighting(list(candidates_in(text, m.start(), end)))
            found += [sighting] if sighting else []
            continue
        name = m["name"] or m["letter"] or m["timed"]
        rest = text[m.end() : m.end() + 9].strip()
        found.append(Sighting(Candidate(m.start(), m.end(), name, "colon", rest), judge(name)))
    return found


def _is_title_or_capitals(s: Sighting) -> bool:
    """Tell whether English words are surely a label: ``QUESTION``, ``Mr Lee``, not ``Question``."""
    name = s.verdict.name
    is_address = name.split()[-1].lower() in words("english", "offices") | words(
        "english", "titles"
    )
    is_titled = s.verdict.role is Role.SPEAKER and not is_address
    return s.verdict.likeness is Likeness.SURE and (name.isupper() or is_titled)
