"""What is drawn around a paragraph's text: fills, bars, tags; computed once and kept."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from annotator.gui.view.lanes import FILL, lanes
from annotator.gui.view.marks import Mark
from annotator.gui.view.text_page import TextPage
from annotator.model.kinds import LabelKind

MAX_LANES = 3
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
    text: str
    colour: str
    kind: LabelKind | None


@dataclass(frozen=True, slots=True)
class Shapes:
    """All that is drawn for a paragraph, from its top."""

    boxes: tuple[Shape, ...]
    tags: tuple[Tag, ...]


def shapes_of(page: TextPage, k: int, marks: list[Mark], hidden: frozenset[LabelKind]) -> Shapes:
    """Return what to draw for the marks of a paragraph; fills come before bars."""
    boxes: list[Shape] = []
    tagged: Counter[tuple[float, str, str, LabelKind | None]] = Counter()
    start, end = page.paragraphs.starts[k], page.paragraphs.ends[k]
    for mark, lane in lanes(marks, hidden):
        is_shown = lane < MAX_LANES
        own = list(_boxes(page, k, mark, lane)) if is_shown else []
        boxes += own
        if start <= mark.start <= end and mark.part == 0 and not mark.suggested:
            y = own[0].box.top() if lane == FILL and own else _line_top(page, k, mark.start)
            name = (mark.name, mark.colour, mark.kind) if is_shown else ("+", "", None)
            tagged[(round(y), *name)] += 1
    boxes.sort(key=lambda shape: shape.lane != FILL)
    tags = (
        Tag(y, f"+{count}" if kind is None else _times(name, count), colour, kind)
        for (y, name, colour, kind), count in tagged.items()
    )
    return Shapes(tuple(boxes), tuple(tags))


def _times(name: str, count: int) -> str:
    return name if count == 1 else f"{name} ×{count}"


def _line_top(page: TextPage, k: int, position: int) -> float:
    return page.line_box(position).top() - page.heights.top(k)


def _boxes(page: TextPage, k: int, mark: Mark, lane: int) -> Iterator[Shape]:
    for box in page.boxes(k, mark.start, mark.end):
        if lane == FILL:
            yield Shape(box.adjusted(0, 0, 0, FILL_MARGIN), mark, lane)
        else:
            y = box.bottom() + lane * BAR_STEP
            yield Shape(QRectF(box.left(), y, max(3.0, box.width() - 1), BAR), mark, lane)
