"""Labels that a narrow page broke over two lines are put together again."""

import re
from collections import Counter

from annotator.model.kinds import Role
from annotator.reading.chinese import judge_chinese
from annotator.reading.label_forms import COLONS, HAN, SPACES, TIME
from annotator.reading.names import OUTLET, Likeness
from annotator.reading.surroundings import starts_paragraph
from annotator.reading.words import words

JOINER = "\u2060"
"""What stands for a newline between Chinese characters: a mark with no width."""
_CLOCK = re.compile(rf"\n(?<=[:：][ ][(（]\n)(?={TIME}[)）])")
"""The newline that web pages leave behind the bracket of a time: ``Ann Lee: (`` and ``01:16)``."""
_TITLE = re.compile(
    r"\n(?:(?<=\b(?:DR|MR|MS|LT)\.\n)"
    r"|(?<=\b(?:MRS|GEN|COL|SEN|REP|GOV|ADM|SGT|MAJ|HON|AMB|SEC)\.\n))"
    r"(?=[A-Z][A-Z’'-]+(?:[ ][A-Z][A-Z’'-]+){0,2}:)"
)
"""The newline behind a title where each sentence has a line of its own: ``GEN.`` and ``LEE:``."""
_NAME = re.compile(r"^(?P<first>[A-Z][a-z]+)\n(?P<last>[A-Z][a-z]+)(?=:)", re.MULTILINE)
"""A name in letters whose family name starts the next line."""
_LABELLED = re.compile(r"(?<=[\n ])[A-Z][a-z]+(?=:)")
"""A last word before a colon, at the start of a line or not."""
_CHINESE = re.compile(
    rf"^[{SPACES}]*(?P<above>[{HAN}《》“”、（）()]{{4,60}})\n[{SPACES}]*"
    rf"(?P<below>[{HAN}]{{1,12}})(?=[{COLONS}])",
    re.MULTILINE,
)
"""Characters that fill a line, and those before the colon of the next."""


def with_labels_joined(text: str) -> str:
    """Return a text of the same length without the newlines inside labels."""
    text = _TITLE.sub(" ", _CLOCK.sub(" ", text))
    return _CHINESE.sub(lambda m: _joined(m, text), _with_names_joined(text))


def _with_names_joined(text: str) -> str:
    """Join names in letters that come back broken, and of which the last word labels nobody."""
    pairs = Counter(m[0] for m in _NAME.finditer(text))
    labelled = Counter(_LABELLED.findall(text)) if pairs else {}
    broken = {pair for pair, n in pairs.items() if 1 < n == labelled[pair.rpartition("\n")[2]]}
    return _NAME.sub(lambda m: m[0].replace("\n", " ") if m[0] in broken else m[0], text)


def _joined(m: re.Match[str], text: str) -> str:
    is_broken = _is_broken(m["above"], m["below"]) and starts_paragraph(text, m.start())
    return m[0].replace("\n", JOINER) if is_broken else m[0]


def _is_broken(above: str, below: str) -> bool:
    """Tell whether two lines are one label: an office with a name, or an outlet that asks.

    The name is cut in two, or the office is, so that the second line is no label alone.
    """
    whole = judge_chinese(above + below)
    if whole.likeness is not Likeness.SURE:
        return False
    if whole.role is Role.REPORTER:
        return below in words("chinese", "reporters") and bool(OUTLET.match(above))
    is_person = whole.affiliation is not None and whole.name != above + below
    is_cut = whole.name.endswith(below) and whole.name != below
    return is_person and (is_cut or judge_chinese(below).likeness < Likeness.SHORT)
