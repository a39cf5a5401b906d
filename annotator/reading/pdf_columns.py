"""Pages printed in columns: where the columns begin, and their lines in the order of reading.

Most programs put one column after the other into a file, which needs nothing. Some go row by row
across the columns; there the pieces of text tell by where they begin how the page is parted.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise

from annotator.reading.pdf_lines import PrintedLine, width_of

Place = tuple[float, float]
"""Where a piece of text begins: points to the right and upwards, in the order of the file."""
_FEWEST = 5
_PART = 0.3
"""So many rows, and so large a part of them, go across the gap between two columns."""
_NARROWEST = 0.2
"""No column is a smaller part of the page's width."""
_SAME = 2
_TRIED = 20
_GAP = (14.0, 30.0)
_PITCHES = 1.5
_CROSSING = 0.12
_WIDER = 1.15
_BESIDE = 3.0
_FULL = 0.6


@dataclass(frozen=True, slots=True)
class _Rows:
    """Where pieces begin in each row of a page, from left to right."""

    starts: Sequence[Sequence[float]]
    gap: float
    """Before a column nothing begins so near to it."""

    def across(self, edge: float) -> int:
        """Return how many rows have something before an edge and something that begins there."""
        return sum(
            row[0] < edge - _SAME and any(abs(x - edge) <= _SAME for x in row)
            for row in self.starts
        )

    def crossing(self, edge: float) -> int:
        """Return in how many rows something begins in the gap before an edge."""
        return sum(any(edge - self.gap < x < edge - _SAME for x in row) for row in self.starts)


def column_edges(places: Sequence[Place], width: float) -> tuple[float, ...]:
    """Return where the columns after the first begin, if a page goes row by row across them.

    Args:
        places: where the pieces of text begin.
        width: the page's width in points.
    """
    rows = _rows_of(places)
    needed = max(_FEWEST, _PART * len(rows.starts))
    common = Counter(round(x) for row in rows.starts for x in set(map(round, row)))
    found: list[float] = []
    for edge, count in common.most_common(_TRIED):
        is_apart = all(abs(edge - x) >= _NARROWEST * width for x in (0.0, *found, width))
        if count < _FEWEST or not is_apart or rows.across(edge) < needed:
            continue
        if rows.crossing(edge) <= _CROSSING * rows.across(edge):
            found.append(float(edge) - _SAME)
    edges = tuple(sorted(found))
    return edges if edges and _goes_by_rows(places, edges, needed) else ()


def _rows_of(places: Sequence[Place]) -> _Rows:
    """Return the rows; lines of two columns may differ in height by a little."""
    rows: list[list[float]] = []
    top = float("inf")
    for x, y in sorted(places, key=lambda place: -place[1]):
        if top - y > _BESIDE:
            rows.append([])
            top = y
        rows[-1].append(x)
    for row in rows:
        row.sort()
    pitches = sorted(b - a for row in rows for a, b in pairwise(row) if b - a > 1)
    pitch = pitches[len(pitches) // 4] if pitches else 0.0
    return _Rows(rows, min(max(_GAP[0], _PITCHES * pitch), _GAP[1]))


def _goes_by_rows(places: Sequence[Place], edges: Sequence[float], needed: float) -> bool:
    columns = [column_of(x, edges) for x, _y in places]
    changes = sum(a != b for a, b in pairwise(columns))
    return changes >= needed


def column_of(x: float, edges: Sequence[float]) -> int:
    """Return the number of the column that something lies in, from 0."""
    return sum(x >= edge for edge in edges)


def in_reading_order(
    columns: Sequence[Sequence[PrintedLine]], edges: Sequence[float]
) -> list[PrintedLine] | None:
    """Return the lines of columns one after the other; None if they are no columns of prose.

    A line that goes across all columns comes before what stands below it. Lines of later columns
    are moved to where the first one begins, so that indents compare.
    """
    first, *others = columns
    heights = [line.y for line in chain(*others)]
    paired = [a for a in first if any(abs(a.y - y) <= _BESIDE for y in heights)]
    if len(paired) < _FEWEST or not all(map(_is_prose, (paired, *others))):
        return None
    widest = max(width_of(line.text) for line in paired)
    across = [
        line for line in first if line not in paired and width_of(line.text) > _WIDER * widest
    ]
    rest = [[line for line in first if line not in across], *_moved(first, others, edges)]
    return list(_by_bands(rest, sorted(across, key=lambda line: -line.y)))


def _moved(
    first: Sequence[PrintedLine], others: Sequence[Sequence[PrintedLine]], edges: Sequence[float]
) -> list[list[PrintedLine]]:
    """Return later columns as if they began where the first one does."""
    left = min(line.x for line in first)
    return [
        [replace(line, x=line.x - (edge + _SAME) + left) for line in column]
        for column, edge in zip(others, edges, strict=True)
    ]


def _is_prose(lines: Sequence[PrintedLine]) -> bool:
    """Say whether most lines of a column are filled, as those of names or numbers are not."""
    widths = sorted(width_of(line.text) for line in lines)
    if len(widths) < _FEWEST:
        return False
    return widths[len(widths) // 2] >= max(8, _FULL * widths[len(widths) * 9 // 10])


def _by_bands(
    columns: Sequence[Sequence[PrintedLine]], across: Sequence[PrintedLine]
) -> list[PrintedLine]:
    ordered: list[PrintedLine] = []
    top = float("inf")
    for line in (*across, None):
        bottom = line.y if line else float("-inf")
        ordered += [x for column in columns for x in column if bottom < x.y <= top]
        if line:
            ordered.append(line)
        top = bottom
    return ordered
