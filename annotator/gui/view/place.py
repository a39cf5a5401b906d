"""Which part of the page is seen, and how it stays there when everything is set anew."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker

if TYPE_CHECKING:
    from annotator.gui.view.transcript_view import TranscriptView


@dataclass(frozen=True, slots=True)
class Held:
    """A line of the text and where it is to be seen, whatever size and width it has."""

    position: int
    lines_below: float
    """How far below the top of the position's line the place is, in lines."""

    at: int
    """Pixels from the top of the viewport."""


class Place:
    """Scrolls the view; ``y`` is how many pixels of the page are above it."""

    def __init__(self, view: TranscriptView) -> None:
        self._view = view
        self._held: Held | None = None
        self.y = 0

    @property
    def _pitch(self) -> int:
        measures = self._view.page.measures
        return measures.pitch if measures else 0

    def start_anew(self) -> None:
        """Go to the top, for another text."""
        self.y, self._held = 0, None

    def scrolled(self) -> None:
        """Take over the scroll bar's place; it is no longer the one that was held."""
        self.y, self._held = self._view.verticalScrollBar().value(), None

    def hold(self, at: int = 0) -> Held | None:
        """Return what is seen ``at`` pixels from the top, to be put back there.

        What was held before is held on until somebody scrolls, so that going larger and smaller
        again ends where it began.
        """
        is_start = self._held is None and self.y == at == 0
        if is_start or self._view.page.measures is None:
            return None
        if self._held is None or self._held.at != at:
            position = self._view.page.position_at(0, self.y + at)
            below = self.y + at - self._view.page.line_box(position).top()
            self._held = Held(position, below / self._pitch, at)
        return self._held

    def put_back(self, held: Held | None) -> None:
        """Scroll so that a held line is where it was."""
        if held is None:
            self.show_from(0)
            return
        for _twice in range(2):
            top = self._view.page.line_box(held.position).top()
            self.show_from(round(top + held.lines_below * self._pitch) - held.at)
        self._held = held

    def scroll_to(self, position: int, place: str = "nearest") -> None:
        """Scroll so that a position is seen: ``nearest``, at the ``top`` or in the ``centre``."""
        self._held = None
        box, margin = self._view.page.line_box(position), self._pitch
        height = self._view.viewport().height()
        above, below = round(box.top()), round(box.bottom())
        if place == "top":
            self.show_from(above - margin)
        elif place == "centre":
            self.show_from((above + below - height) // 2)
        elif above < self.y + margin:
            self.show_from(above - margin)
        elif below > self.y + height - margin:
            self.show_from(below - height + margin)

    def show_from(self, y: int) -> None:
        """Show the page from a height on; what is seen is laid out, its height is no estimate."""
        view, page, height = self._view, self._view.page, self._view.viewport().height()
        bar, length = view.verticalScrollBar(), page.length
        y = page.settle(y, height)
        with QSignalBlocker(bar):
            bar.setPageStep(max(1, height - self._pitch))
            bar.setSingleStep(max(1, self._pitch))
            bar.setRange(0, max(0, page.length - height))
            bar.setValue(y)
        if y != self.y or page.length != length:
            self.y = y
            view.viewport().update(view.text_area())
