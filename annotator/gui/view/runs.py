"""Where on its line a stretch of text stands: one piece for each run of one direction."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtGui import QTextLine

_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc"
    "\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
TOUCHING = 0.5
"""Pixels: pieces that are no further apart are one."""

Piece = tuple[float, float]


def is_mixed(text: str) -> bool:
    """Say whether some of a text may run from right to left."""
    return _RIGHT_TO_LEFT.search(text) is not None


def starts_right_to_left(text: str) -> bool:
    """Say whether the first letter of a text is one of a script that runs from right to left."""
    strong = (unicodedata.bidirectional(letter) for letter in text)
    return next((kind in {"R", "AL"} for kind in strong if kind in {"L", "R", "AL"}), False)


def cursor_x(line: QTextLine, unit: int) -> float:
    """Return the x of a cursor position; PySide gives it with the position, unlike its hints."""
    found: object = line.cursorToX(unit)
    return float(found[0] if isinstance(found, tuple) else found)  # type: ignore[arg-type]


def unit_at(line: QTextLine, x: float, spaces: int, rightwards: int, *, is_on: bool) -> int:
    """Return the UTF-16 position of a line that is nearest to ``x``, or of the character there.

    ``spaces`` units hang over the end of the line, which lies to the right (``rightwards`` 1) or
    to the left (-1): all of them are one place to Qt.
    """
    text, last = line.naturalTextRect(), line.textStart() + line.textLength()
    edge = text.right() if rightwards > 0 else text.left()
    if spaces > 1 and (x - edge) * rightwards > 0:
        hanging = range(last - spaces, last)
        inside = [unit for unit in hanging if (x - cursor_x(line, unit)) * rightwards >= 0]
        if is_on:
            return max(inside, default=hanging[0])
        return min(reversed(hanging), key=lambda unit: abs(x - cursor_x(line, unit)))
    mode = QTextLine.CursorPosition
    return line.xToCursor(x, mode.CursorOnCharacter if is_on else mode.CursorBetweenCharacters)


def plain_run(line: QTextLine, start: int, end: int) -> Iterator[Piece]:
    """Yield left and right of a stretch between two UTF-16 positions of one direction."""
    yield cursor_x(line, start), cursor_x(line, end)


def mixed_runs(line: QTextLine, start: int, end: int, tabs: Sequence[int]) -> list[Piece]:
    """Return left and right of each run of one direction, from the left.

    Qt tells of a run once for each font in it, and leaves out tabs, so pieces that touch are
    joined; ``tabs`` are the UTF-16 positions of tabs.
    """
    pieces = _glyphs(line, start, end)
    own = [tab for tab in tabs if start <= tab < end]
    if own:
        letters = _glyphs(line, line.textStart(), line.textStart() + line.textLength())
        pieces += [piece for tab in own for piece in _tab(line, tab, letters)]
    return list(_joined(pieces)) or [(x, x) for x in (cursor_x(line, start),)]


def _glyphs(line: QTextLine, start: int, end: int) -> list[Piece]:
    boxes = (run.boundingRect() for run in line.glyphRuns(start, end - start))
    return [(box.left(), box.right()) for box in boxes]


def _tab(line: QTextLine, unit: int, letters: Iterable[Piece]) -> Iterator[Piece]:
    """Yield where a tab is empty: Qt may tell its end from behind the run that follows it."""
    left, end = sorted((cursor_x(line, unit), cursor_x(line, unit + 1)))
    for start, behind in _joined(letters):
        if left < start < end:
            yield left, start
        if start < end:
            left = max(left, behind)
    if left < end:
        yield left, end


def _joined(pieces: Iterable[Piece]) -> Iterator[Piece]:
    last: Piece | None = None
    for left, right in sorted(pieces):
        if last and left <= last[1] + TOUCHING:
            last = last[0], max(last[1], right)
            continue
        if last:
            yield last
        last = left, right
    if last:
        yield last
