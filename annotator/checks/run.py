"""All checks of a text, or of several texts against each other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from annotator.checks.dates import dates
from annotator.checks.frequencies import frequencies
from annotator.checks.growth import differences, growth
from annotator.checks.lists import lists
from annotator.checks.ranges import apart
from annotator.checks.repeats import repeats
from annotator.checks.scene import Scene
from annotator.checks.shares import shares
from annotator.checks.spells import ages, clocks
from annotator.checks.statement import Check, Statement
from annotator.checks.sums import sums

_KINDS = (repeats, frequencies, shares, sums, growth, differences, lists, dates, ages, clocks)
_APART = "\n\n"


@dataclass(frozen=True, slots=True)
class Examined:
    """A text and the figures in it."""

    text: str
    statements: tuple[Statement, ...]


def check_text(text: str, statements: Sequence[Statement]) -> Iterator[Check]:
    """Yield all that is found, by the kind of check; a passage that is found twice once."""
    scene = Scene(text, statements)
    seen: set[tuple[object, ...]] = set()
    for kind in _KINDS:
        for check in kind(scene):
            key = (check.type, *check.passages)
            if key not in seen:
                seen.add(key)
                yield check


def check_between(documents: Sequence[Examined]) -> Iterator[Check]:
    """Yield what one text states again of another, the same or different."""
    whole = _APART.join(document.text for document in documents)
    shifted: list[Statement] = []
    origin: dict[tuple[int, int], Statement] = {}
    offset = 0
    for document in documents:
        for statement in apart(document.text, document.statements):
            start, end = statement.start + offset, statement.end + offset
            shifted.append(replace(statement, start=start, end=end))
            origin[start, end] = statement
        offset += len(document.text) + len(_APART)
    for check in repeats(Scene(whole, shifted)):
        own = [origin[passage.start, passage.end] for passage in check.passages]
        if len({statement.document for statement in own}) > 1:
            yield replace(check, passages=tuple(statement.passage for statement in own))
