"""Where the keys take the caret."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeyEvent, QKeySequence

from annotator.gui.view.caret import Spot
from annotator.gui.view.movement import (
    next_paragraph,
    next_word,
    previous_paragraph,
    previous_word,
)

if TYPE_CHECKING:
    from annotator.gui.view.transcript_view import TranscriptView

Keys = QKeySequence.StandardKey


@dataclass(frozen=True, slots=True)
class Moved:
    """Where the caret goes; ``goal_x`` is the x that further steps up or down keep to."""

    spot: Spot
    goal_x: float | None = None


Target = Callable[["TranscriptView"], int | Spot]


def _by_character(view: TranscriptView, right: int) -> int:
    """Go to the right (1) or left (-1); in Arabic and Hebrew that is the other way in the text."""
    return view.page.step(view.caret, right * view.page.rightwards(view.caret))


def _by_word(view: TranscriptView, right: int) -> int:
    ahead = right * view.page.rightwards(view.caret) > 0
    return next_word(view.text, view.caret) if ahead else previous_word(view.text, view.caret)


_MOVES: tuple[tuple[tuple[Keys, Keys], Target], ...] = (
    ((Keys.MoveToNextChar, Keys.SelectNextChar), lambda v: _by_character(v, 1)),
    ((Keys.MoveToPreviousChar, Keys.SelectPreviousChar), lambda v: _by_character(v, -1)),
    ((Keys.MoveToNextWord, Keys.SelectNextWord), lambda v: _by_word(v, 1)),
    ((Keys.MoveToPreviousWord, Keys.SelectPreviousWord), lambda v: _by_word(v, -1)),
    ((Keys.MoveToStartOfLine, Keys.SelectStartOfLine), lambda v: v.page.line_start(v.spot)),
    ((Keys.MoveToEndOfLine, Keys.SelectEndOfLine), lambda v: v.page.line_end(v.spot)),
    ((Keys.MoveToStartOfDocument, Keys.SelectStartOfDocument), lambda _v: 0),
    ((Keys.MoveToEndOfDocument, Keys.SelectEndOfDocument), lambda v: len(v.text)),
    (
        (Keys.MoveToStartOfBlock, Keys.SelectStartOfBlock),
        lambda v: previous_paragraph(v.text, v.caret),
    ),
    ((Keys.MoveToEndOfBlock, Keys.SelectEndOfBlock), lambda v: next_paragraph(v.text, v.caret)),
)
_LINES: tuple[tuple[tuple[Keys, Keys], int], ...] = (
    ((Keys.MoveToNextLine, Keys.SelectNextLine), 1),
    ((Keys.MoveToPreviousLine, Keys.SelectPreviousLine), -1),
)
_PAGES: tuple[tuple[tuple[Keys, Keys], int], ...] = (
    ((Keys.MoveToNextPage, Keys.SelectNextPage), 1),
    ((Keys.MoveToPreviousPage, Keys.SelectPreviousPage), -1),
)
_PARAGRAPHS = {"Ctrl+Up": previous_paragraph, "Ctrl+Down": next_paragraph}


def position_after(view: TranscriptView, event: QKeyEvent) -> Moved | None:
    """Return where a key takes the caret, or None if it is no key of the caret's."""
    for keys, target in _MOVES:
        if _matches(event, keys):
            found = target(view)
            return Moved(Spot(found) if isinstance(found, int) else found)
    pressed = QKeySequence(event.keyCombination()).toString().replace("Shift+", "")
    if pressed in _PARAGRAPHS:
        return Moved(Spot(_PARAGRAPHS[pressed](view.text, view.caret)))
    for keys, by in _LINES:
        if _matches(event, keys):
            x = _goal_x(view)
            return Moved(view.page.beside(view.spot, by, x), x)
    for keys, by in _PAGES:
        if _matches(event, keys):
            return _page_down(view, by)
    return None


def _matches(event: QKeyEvent, keys: tuple[Keys, Keys]) -> bool:
    return any(event.matches(key) for key in keys)


def _goal_x(view: TranscriptView) -> float:
    return view.page.caret_box(view.spot).x() if view.goal_x is None else view.goal_x


def _page_down(view: TranscriptView, by: int) -> Moved:
    """Go a page down or up, text and caret, keeping to the column where that began."""
    x, bar = _goal_x(view), view.verticalScrollBar()
    box, pixels = view.page.caret_box(view.spot), by * bar.pageStep()
    y = box.center().y() + pixels
    if y < 0:
        moved = Moved(Spot(0), x)
    elif y > view.page.heights.total:
        moved = Moved(Spot(len(view.text)), x)
    else:
        moved = Moved(view.page.spot_at(x, y), x)
    bar.setValue(bar.value() + pixels)
    return moved
