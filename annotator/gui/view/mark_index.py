"""Marks by paragraph, by annotation, and by height in the overview."""

from collections import defaultdict
from collections.abc import Iterable

from annotator.gui.view.marks import Mark
from annotator.gui.view.paragraphs import Paragraphs
from annotator.model.kinds import LabelKind

BINS = 512
"""How finely the overview tells places apart."""


class MarkIndex:
    """Where which marks are; adding or removing one costs the paragraphs it touches."""

    def __init__(self, paragraphs: Paragraphs) -> None:
        self._paragraphs = paragraphs
        self._length = max(1, len(paragraphs.text))
        self._by_paragraph: defaultdict[int, list[Mark]] = defaultdict(list)
        self._by_id: defaultdict[str, list[Mark]] = defaultdict(list)
        self.overview = {kind: [0] * BINS for kind in LabelKind}
        """How many marks of a kind start at each place of the overview."""

    def add(self, marks: Iterable[Mark]) -> set[int]:
        """Add marks; returns the paragraphs they touch."""
        touched: set[int] = set()
        paragraphs, by_paragraph, by_id = self._paragraphs, self._by_paragraph, self._by_id
        for mark in marks:
            by_id[mark.id].append(mark)
            self._count(mark, 1)
            k = paragraphs.at(mark.start)
            if mark.end <= paragraphs.end(k):
                by_paragraph[k].append(mark)
                touched.add(k)
                continue
            for each in paragraphs.between(mark.start, mark.end):
                by_paragraph[each].append(mark)
                touched.add(each)
        return touched

    def remove(self, ids: Iterable[str]) -> set[int]:
        """Remove all marks of annotations; returns the paragraphs they touched."""
        touched: set[int] = set()
        for annotation_id in ids:
            for mark in self._by_id.pop(annotation_id, ()):
                self._count(mark, -1)
                for k in self._paragraphs.between(mark.start, mark.end):
                    self._by_paragraph[k].remove(mark)
                    touched.add(k)
        return touched

    def _count(self, mark: Mark, by: int) -> None:
        """Count a mark for the overview, which shows what people have marked."""
        if not mark.suggested:
            self.overview[mark.kind][self.place_of(mark)] += by

    def of(self, annotation_id: str | None) -> list[Mark]:
        """Return the marks of an annotation."""
        return self._by_id.get(annotation_id or "", [])

    def in_paragraph(self, k: int) -> list[Mark]:
        """Return the marks that touch a paragraph."""
        return self._by_paragraph.get(k, [])

    def at(self, position: int) -> list[Mark]:
        """Return the marks over a position, the innermost first."""
        found = [
            mark
            for mark in self.in_paragraph(self._paragraphs.at(position))
            if mark.start <= position < mark.end
        ]
        return sorted(found, key=lambda mark: (mark.end - mark.start, mark.id))

    def place_of(self, mark: Mark) -> int:
        """Return where in the overview a mark is shown, from 0 to ``BINS``."""
        return mark.start * BINS // self._length
