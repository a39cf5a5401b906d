"""The wheel and the touch pad: scrolling by pixels or by lines, and zoom with Ctrl."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from annotator.gui.view.transcript_view import TranscriptView

NOTCH = 120
"""Eighths of a degree: one step of a wheel that has steps."""

ZOOM_STEP = 1.1
_GOING_ON = {Qt.ScrollPhase.ScrollUpdate, Qt.ScrollPhase.ScrollEnd, Qt.ScrollPhase.ScrollMomentum}


class Wheel:
    """Keeps the parts of a pixel that fine wheels add up to, and what a stroke began as."""

    def __init__(self, view: TranscriptView) -> None:
        self._view = view
        self._rest = 0.0
        self._zooms = False

    def turn(self, event: QWheelEvent) -> None:
        """Scroll or zoom; a stroke that began as one does not become the other on its way."""
        if event.phase() not in _GOING_ON:
            self._zooms = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.phase() == Qt.ScrollPhase.ScrollBegin:
            self._rest = 0.0
        if self._zooms:
            self._zoom(event)
        else:
            self._scroll(event)
        event.accept()

    def _zoom(self, event: QWheelEvent) -> None:
        """Zoom around what is under the pointer; the swing after a stroke does nothing."""
        notches = event.angleDelta().y() / NOTCH
        if notches and event.phase() != Qt.ScrollPhase.ScrollMomentum:
            at = round(event.position().y())
            self._view.set_zoom(self._view.zoom() * ZOOM_STEP**notches, at)

    def _scroll(self, event: QWheelEvent) -> None:
        bar = self._view.verticalScrollBar()
        if not event.pixelDelta().isNull() and _tells_pixels():
            by = event.pixelDelta().y()
        else:
            lines = event.angleDelta().y() / NOTCH * QApplication.wheelScrollLines()
            self._rest += lines * bar.singleStep()
            by = int(self._rest)
            self._rest -= by
        if by:
            bar.setValue(bar.value() - by)


def _tells_pixels() -> bool:
    """Say whether the window system's pixels can be believed; under X11 they cannot."""
    return QGuiApplication.platformName() != "xcb"
