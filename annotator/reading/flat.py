"""Labels of initials in dialogues whose lines a page joined: ``AR: Yes. BL: Why? AR: Because``."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from annotator.reading.words import words

_INITIALS = re.compile(r"(?<=\s)(?P<name>[A-Z]{2,4}):[ ](?=\S)")
_GIVEN = r"[\w’'.-]*[ \n](?:[A-Z][\w’'.-]*[ \n]){0,2}"
"""The rest of a given name, and what may stand between it and the family name."""
_FAMILY = r"[\w’'-]+"
_FEWEST = 2
_FEWEST_TURNS = 4
_MOST_NAMES = 20
"""More initials than this are looked up in no text; it keeps hostile ones cheap."""


def in_initials(text: str) -> list[int]:
    """Return where initials that take turns stand, and the whole names that they stand for.

    Several have to come back, mostly in turn, and the text has to name the people in full.
    """
    found = [(m.start(), m["name"]) for m in _INITIALS.finditer(text)]
    counts = Counter(name for _, name in found)
    back = [name for name, n in counts.most_common(_MOST_NAMES) if n >= _FEWEST]
    if len(back) < _FEWEST:
        return []
    told = spelled_out(text, back)
    turns = [(at, name) for at, name in found if name in told]
    if len(told) < _FEWEST or len(turns) < _FEWEST_TURNS or not _alternate(turns):
        return []
    return sorted({at for at, _ in turns}.union(_whole_names(text, sorted(told))))


def spelled_out(text: str, names: Collection[str]) -> frozenset[str]:
    """Return the initials, of a few, that stand for whole names in a text."""
    short = [name for name in names if name.isalpha() and 1 < len(name) <= len("ABCD")]
    short = [name for name in short if name not in words("english", "abbreviations")]
    return frozenset(
        name for name in sorted(short)[:_MOST_NAMES] if re.search(rf"\b{whole_name(name)}\b", text)
    )


def _alternate(turns: Sequence[tuple[int, str]]) -> bool:
    """Tell whether hardly anybody speaks twice in a row."""
    changes = sum(before != after for (_, before), (_, after) in pairwise(turns))
    return 3 * changes >= 2 * (len(turns) - 1)


def whole_name(initials: str) -> str:
    """Return a pattern for the names whose first letters initials are."""
    return f"{initials[0]}{_GIVEN}{initials[-1]}{_FAMILY}"


def _whole_names(text: str, told: Sequence[str]) -> Iterator[int]:
    """Yield where the names that initials stand for are labels themselves."""
    any_name = "|".join(map(whole_name, told))
    for m in re.finditer(rf"(?<=\s)(?:{any_name})(?=:[ ]\S)", text):
        yield m.start()
