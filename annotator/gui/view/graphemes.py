"""Characters as a reader counts them: an accent belongs to its letter, a family is one emoji."""

from PySide6.QtCore import QTextBoundaryFinder

from annotator.gui.qt_text import Utf16Map, shown

AROUND = 100
"""Code points on each side that are looked at; nothing that can be read is longer."""


def grapheme_start(text: str, position: int) -> int:
    """Return where the character that a position lies in starts: the position if between two."""
    return _boundary(text, position, -1)


def grapheme_end(text: str, position: int) -> int:
    """Return where the character that a position lies in ends: the position if between two."""
    return _boundary(text, position, 1)


def _boundary(text: str, position: int, by: int) -> int:
    first = max(0, position - AROUND)
    near = text[first : position + AROUND]
    units = Utf16Map(near)
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Grapheme, shown(near))
    finder.setPosition(units.to_utf16(position - first))
    if finder.isAtBoundary():
        return position
    unit = finder.toNextBoundary() if by > 0 else finder.toPreviousBoundary()
    found = units.to_code_point(max(0, unit))
    return first + found if 0 < found < len(near) or len(near) < 2 * AROUND else position
