"""Labels that cut somebody short: where a page joined its lines, they stand inside a sentence."""

import re
from bisect import bisect
from collections import Counter
from collections.abc import Sequence

from annotator.reading.flat_chinese import before_first
from annotator.reading.label_forms import COLONS, HAN, SPACES
from annotator.reading.names import Likeness
from annotator.reading.outside import is_entry
from annotator.reading.places import MOST_KNOWN, found_at, is_inside
from annotator.reading.sighting import Sighting
from annotator.reading.speakers import judge
from annotator.reading.words import words

_TITLED = re.compile(
    r"(?<=[a-z] )(?P<name>(?:[A-Z][A-Z.’'-]{1,20}[ ]){1,4}[A-Z][A-Z’'-]{2,20})(?=:[ ][A-Z“\"])"
)
"""Words in capitals with a colon that stand inside a sentence."""
_MANY = 3


def with_interrupting(text: str, labels: Sequence[Sighting]) -> list[Sighting]:
    """Add the labels of well-known speakers where they cut somebody short inside a paragraph.

    So it is where lines were joined: ``a lot of THE PRESIDENT: No.`` Only a name that is a label
    again and again or surely, and that no sentence may hold in front of a colon, is looked for.
    """
    names = _well_known(text, labels)
    names += _titled_in_capitals(text, labels)
    labels = _with_first(text, _with_glued(text, labels))
    if not names:
        return labels
    pattern = re.compile(
        rf"(?<=[^\s.?!。？！,，、“”\"{COLONS}])[{SPACES}]{{1,4}}"
        rf"(?=(?:{'|'.join(map(re.escape, names))})[{COLONS}][{SPACES}]*[“\"]?[^\W\d_a-z])"
    )
    starts = [s.start for s in labels]
    free = [
        m.end()
        for m in pattern.finditer(text)
        if m.end() >= labels[max(0, bisect(starts, m.end()) - 1)].candidate.body_start
        or m.end() < starts[0]
    ]
    found = [s for s in found_at(free, text, ()) if s.start > starts[0] or not is_entry(s, text)]
    return sorted([*labels, *found], key=lambda s: s.start)


def _with_first(text: str, labels: Sequence[Sighting]) -> list[Sighting]:
    """Add the label before the first one of a line, if it surely is one: a page joined them."""
    if not labels or not is_inside(text, labels[0].start):
        return list(labels)
    place = before_first(text, labels[0].start)
    found = [] if place is None else found_at([place], text, ())
    return [*(s for s in found if s.verdict.likeness is Likeness.SURE and s.verdict.role), *labels]


def _with_glued(text: str, labels: Sequence[Sighting]) -> list[Sighting]:
    """Add the Chinese labels that a page glued to the end of its title: ``……访谈王小芳：``."""
    verdicts = [s.verdict for s in labels if s.candidate.form == "colon"]
    counts = Counter(v.name for v in verdicts if re.fullmatch(f"[{HAN}]{{2,4}}", v.name))
    names = [name for name, n in counts.most_common(MOST_KNOWN) if n > 1]
    if not names or labels[0].start == 0:
        return list(labels)
    pattern = re.compile(
        rf"(?<=[{HAN}])(?:{'|'.join(map(re.escape, names))})(?=[{COLONS}][^\S\n]*$)", re.MULTILINE
    )
    found = [m.start() for m in pattern.finditer(text, 0, labels[0].start)]
    return [*found_at(found[-1:], text, ()), *labels]


def _titled_in_capitals(text: str, labels: Sequence[Sighting]) -> list[str]:
    """Return titles with names in capitals before colons, where lines were joined elsewhere."""
    if not any(text[s.start - 1 : s.start] == " " and is_inside(text, s.start) for s in labels):
        return []
    names = {m["name"] for m in _TITLED.finditer(text)}
    return [name for name in sorted(names)[:MOST_KNOWN] if judge(name).likeness is Likeness.SURE]


def _well_known(text: str, labels: Sequence[Sighting]) -> list[str]:
    """Return the names that are labels again and again, or surely and in capitals."""
    verdicts = [s.verdict for s in labels if s.candidate.form == "colon"]
    run_on = {s.verdict.name for s in labels if text[s.start - 1 : s.start] == " "}
    counts = Counter(verdict.name for verdict in verdicts)
    sure = {verdict.name for verdict in verdicts if verdict.likeness is Likeness.SURE}
    return [
        name
        for name, n in counts.most_common(MOST_KNOWN)
        if (n >= _MANY and (_is_clear(name) or name in run_on)) or (name.isupper() and name in sure)
    ]


def _is_clear(name: str) -> bool:
    """Tell whether a name is no common word: of several, in capitals, Chinese, or who asks."""
    is_staff = name.lower() in words("english", "staff") | words("english", "moderators")
    return " " in name or name.isupper() or is_staff or bool(re.search(f"[{HAN}]", name))
