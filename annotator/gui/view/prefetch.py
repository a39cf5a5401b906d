"""Prepares in idle time what is likely to be seen next, so that turning a page is quick."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from annotator.gui.view.tiles import strips_of

if TYPE_CHECKING:
    from annotator.gui.view.transcript_view import TranscriptView

PREFETCHED = 80
"""How many strips idle time may prepare after a paint."""


class Prefetch:
    """Draws the strips of the next page, then of the one before, one at a time."""

    def __init__(self, view: TranscriptView) -> None:
        self._view = view
        self._spare = 0
        self._done: object = None
        self._idle = QTimer(view, singleShot=True, interval=0)
        self._idle.timeout.connect(self._prepare_one)

    def start(self) -> None:
        """Begin anew after a paint, unless nothing has changed since all was prepared."""
        if self._state() != self._done:
            self._spare = PREFETCHED
            self._idle.start()

    def _state(self) -> object:
        """Return what decides what is to be prepared: where the view is and what is drawn."""
        view, tiles = self._view, self._view.painter.tiles
        y, height, ratio = self._place()
        return y, height, ratio, view.page.length, tiles, tiles.drawn

    def _place(self) -> tuple[int, int, float]:
        view = self._view
        return view.verticalScrollBar().value(), view.viewport().height(), view.devicePixelRatioF()

    @property
    def is_done(self) -> bool:
        """Whether there is nothing more to prepare."""
        return not self._idle.isActive()

    def _prepare_one(self) -> None:
        view = self._view
        y, height, ratio = self._place()
        for top in (y + height, max(0, y - height)):
            for k in self._laid_out(top, top + height):
                for number in strips_of(view.page.heights[k]):
                    if self._spare and not view.painter.tiles.has(k, number, ratio):
                        ink = view.colours.text
                        view.painter.tiles.strip(view.page, k, number, ratio, ink)
                        self._spare -= 1
                        self._idle.start()
                        return
        self._done = self._state()

    def _laid_out(self, top: int, bottom: int) -> list[int]:
        """Lay out the paragraphs between two heights; what is seen stays where it is."""
        page, y = self._view.page, self._view.verticalScrollBar().value()
        first, below = page.heights.find(y)
        found = list(page.visible(top, bottom))
        self._view.scroll_to_height(page.heights.top(first) + below)
        return found
