"""What is drawn around a paragraph's text: fills, bars, tags; computed once and kept."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from annotator.gui.view.lanes import FILL, lanes
from annotator.gui.view.marks import Mark
from annotator.gui.view.text_page import TextPage
from annotator.model.kinds import LabelKind

BAR, BAR_STEP = 2.0, 3.5
FILL_MARGIN = 2


@dataclass(frozen=True, slots=True)
class Shape:
    """One box of a mark; ``lane`` is -1 for a fill behind the text, else the bar below it."""

    box: QRectF
    mark: Mark
    lane: int


@dataclass(frozen=True, slots=True)
class Tag:
    """A label's name in the margin, at the line where its marks start."""

    y: float
    name: str
    colour: str
    kind: LabelKind | None
    """None counts marks that are not drawn, as there are too many over each other."""
    count: int

    @property
    def text(self) -> str:
        """What the tag says."""
        if self.kind is None:
            return f"+{self.count}"
        return self.name + self.times

    @property
    def times(self) -> str:
        """How often the label's marks start on the line, unless that is once."""
        return "" if self.count == 1 else f" ×{self.count}"


@dataclass(frozen=True, slots=True)
class Shapes:
    """All that is drawn for a paragraph, from its top."""

    boxes: tuple[Shape, ...]
    tags: tuple[Tag, ...]


NO_SHAPES = Shapes((), ())


def shapes_of(
    page: TextPage,
    k: int,
    marks: list[Mark],
    hidden: frozenset[LabelKind],
    before: Shapes = NO_SHAPES,
) -> Shapes:
    """Return what to draw for the marks of a paragraph; fills come before bars.

    What was drawn ``before`` stays where a mark has kept its lane: only others are measured.
    """
    boxes: list[Shape] = []
    kept = _by_mark(before)
    tagged: Counter[tuple[int, str, str, LabelKind | None]] = Counter()
    start, end = page.paragraphs.start(k), page.paragraphs.end(k)
    lines = page.line_starts(k)
    for mark, lane in lanes(marks, hidden):
        if lane is not None:
            boxes += kept.get((mark, lane)) or _boxes(page, k, mark, lane)
        if start <= mark.start <= end and mark.part == 0 and not mark.suggested:
            name = ("", "", None) if lane is None else (mark.name, mark.colour, mark.kind)
            tagged[(bisect_right(lines, mark.start) - 1, *name)] += 1
    boxes.sort(key=lambda shape: shape.lane != FILL)
    tags = [
        Tag(page.line_top(k, line), name, colour, kind, count)
        for (line, name, colour, kind), count in tagged.items()
    ]
    return Shapes(tuple(boxes), tuple(sorted(tags, key=lambda tag: (tag.y, tag.kind is None))))


def _by_mark(shapes: Shapes) -> Mapping[tuple[Mark, int], Collection[Shape]]:
    """Return the boxes of each mark, once also where there are two that are alike."""
    found: dict[tuple[Mark, int], dict[tuple[float, float], Shape]] = {}
    for shape in shapes.boxes:
        place = shape.box.x(), shape.box.y()
        found.setdefault((shape.mark, shape.lane), {})[place] = shape
    return {mark: boxes.values() for mark, boxes in found.items()}


def _boxes(page: TextPage, k: int, mark: Mark, lane: int) -> Iterator[Shape]:
    for box in page.boxes(k, mark.start, mark.end):
        if lane == FILL:
            yield Shape(box.adjusted(0, 0, 0, FILL_MARGIN), mark, lane)
        else:
            y = box.bottom() + lane * BAR_STEP
            yield Shape(QRectF(box.left(), y, max(3.0, box.width() - 1), BAR), mark, lane)
