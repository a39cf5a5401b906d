"""Which mark is drawn on which line below the text, so that all that overlap are seen."""

from collections.abc import Iterable, Iterator

from annotator.gui.view.marks import Mark
from annotator.model.kinds import LabelKind

FILL = -1
"""The lane of claims, drawn as a fill behind the text, and of suggestions, outlined."""


def lanes(marks: Iterable[Mark], hidden: frozenset[LabelKind]) -> Iterator[tuple[Mark, int]]:
    """Yield each mark that is not hidden with its lane: the first that is free, from 0."""
    ends: list[int] = []
    shown = (mark for mark in marks if mark.kind not in hidden)
    for mark in sorted(shown, key=lambda mark: (mark.start, -mark.end, mark.id)):
        if mark.kind is LabelKind.CLAIM or mark.suggested:
            yield mark, FILL
            continue
        lane = next((i for i, end in enumerate(ends) if end <= mark.start), len(ends))
        ends[lane : lane + 1] = [mark.end]
        yield mark, lane
