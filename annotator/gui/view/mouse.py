"""The mouse in the transcript view: caret, selection by units, edges, clicks on marks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QPointF, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QMouseEvent

from annotator.gui.view.movement import unit_at

if TYPE_CHECKING:
    from annotator.gui.view.marks import Mark
    from annotator.gui.view.transcript_view import TranscriptView

NEAR = 5
"""Pixels: so close to an edge takes hold of it."""

STILL = 3
MOST_CLICKS = 4
AUTOSCROLL_MS = 30


@dataclass(frozen=True, slots=True)
class Edge:
    """One edge of the current annotation, held by the mouse."""

    mark: Mark
    is_end: bool


class Mouse:
    """Keeps what a press began until the release."""

    def __init__(self, view: TranscriptView) -> None:
        self._view = view
        self._clicks = 0
        self._since = QElapsedTimer()
        self._pressed = QPointF()
        self._last = QPointF()
        self._first_unit = (0, 0)
        self._edge: Edge | None = None
        self._is_down = False
        self._was_dragged = False
        self._last_clicked: tuple[int, str] = (-1, "")
        self._autoscroll = QTimer(view, interval=AUTOSCROLL_MS)
        self._autoscroll.timeout.connect(self._scroll_on)

    def press(self, event: QMouseEvent, *, is_double: bool = False) -> None:
        """Place the caret, select a unit, extend the selection, or take hold of an edge."""
        if event.button() == Qt.MouseButton.RightButton:
            self._take_up(event.position())
        if event.button() != Qt.MouseButton.LeftButton:
            return
        view, point = self._view, event.position()
        self._clicks = self._count_clicks(point, is_double=is_double)
        self._pressed = self._last = point
        self._is_down, self._was_dragged = True, False
        is_shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        is_plain = self._clicks == 1 and not is_shifted
        self._edge = self._edge_near(point) if is_plain else None
        spot = view.spot_of(point)
        if is_shifted:
            view.put_caret(spot, keeps_anchor=True)
            self._was_dragged = True
        elif self._clicks > 1:
            self._first_unit = unit_at(view.text, view.character_at(point), self._clicks)
            view.set_selection(*self._first_unit, scroll=False)
            self._was_dragged = True
        else:
            self._first_unit = (spot.position, spot.position)
            view.put_caret(spot)

    def move(self, event: QMouseEvent) -> None:
        """Select up to the mouse, in whole units after a double click."""
        point = event.position()
        if not self._is_down:
            shape = (
                Qt.CursorShape.SizeHorCursor
                if self._edge_near(point)
                else Qt.CursorShape.IBeamCursor
            )
            self._view.viewport().setCursor(shape)
            return
        self._last = point
        if (point - self._pressed).manhattanLength() > STILL:
            self._was_dragged = True
        if self._was_dragged:
            self._drag_to(point)
            self._follow_outside(point)

    def release(self, event: QMouseEvent) -> None:
        """Finish a selection or an edge; a plain click goes to the mark under it."""
        if event.button() != Qt.MouseButton.LeftButton or not self._is_down:
            return
        self._is_down = False
        self._autoscroll.stop()
        view, edge = self._view, self._edge
        self._edge = None
        if edge and self._was_dragged:
            to = view.spot_of(self._inside(event.position())).position
            view.set_selection(to, to, scroll=False)
            view.edge_dragged.emit(edge.mark.id, edge.mark.part, edge.is_end, to)
        elif view.selection[0] < view.selection[1]:
            view.selection_finished.emit()
        elif not self._was_dragged:
            at = view.character_at(event.position())
            if edge is None or view.marks_at(at):  # right of its last character it is held, too
                self._click_mark(at)

    def _take_up(self, point: QPointF) -> None:
        """Go to what a menu is asked for, unless it is selected already."""
        view, at = self._view, self._view.character_at(point)
        start, end = view.selection
        if start <= at < end:
            return
        view.put_caret(view.spot_of(point))
        if view.scene.current not in {mark.id for mark in view.marks_at(at)}:
            self._click_mark(at)

    def _count_clicks(self, point: QPointF, *, is_double: bool) -> int:
        interval = QGuiApplication.styleHints().mouseDoubleClickInterval()
        is_quick = self._since.isValid() and self._since.elapsed() < interval
        is_near = (point - self._pressed).manhattanLength() <= STILL * 2
        self._since.restart()
        if is_quick and is_near and self._clicks > 1:
            return min(self._clicks + 1, MOST_CLICKS)
        return 2 if is_double else 1

    def _drag_to(self, point: QPointF) -> None:
        view, point = self._view, self._inside(point)
        spot = view.spot_of(point)
        if self._edge:
            mark, to = self._edge.mark, spot.position
            ends = (mark.start, to) if self._edge.is_end else (to, mark.end)
            view.set_selection(min(ends), max(ends), scroll=False)
            return
        if self._clicks <= 1:
            view.put_caret(spot, keeps_anchor=True)
            return
        start, end = unit_at(view.text, view.character_at(point), self._clicks)
        first, last = self._first_unit
        if start < first:
            view.set_selection(last, min(start, first), scroll=False)
        else:
            view.set_selection(first, max(end, last), scroll=False)

    def _follow_outside(self, point: QPointF) -> None:
        """Scroll while the mouse is held above or below the view."""
        is_outside = not 0 <= point.y() < self._view.viewport().height()
        if is_outside and not self._autoscroll.isActive():
            self._autoscroll.start()
        elif not is_outside:
            self._autoscroll.stop()

    def _scroll_on(self) -> None:
        height, bar = self._view.viewport().height(), self._view.verticalScrollBar()
        above, below = min(0.0, self._last.y()), max(0.0, self._last.y() - height)
        step = -1 if above else 1
        bar.setValue(bar.value() + step + round((above + below) / 2))
        self._drag_to(self._last)

    def _inside(self, point: QPointF) -> QPointF:
        """Return the nearest point within the view, where everything is laid out."""
        return QPointF(point.x(), max(0.0, min(point.y(), self._view.viewport().height() - 1.0)))

    def _edge_near(self, point: QPointF) -> Edge | None:
        """Return the edge of the current annotation that a point is close to."""
        view = self._view
        if view.page.measures is None:
            return None
        scroll, left = view.verticalScrollBar().value(), view.page.measures.left
        seen, at = view.seen_paragraphs(), view.page.paragraphs.at
        for mark in view.index.of(view.scene.current):
            for is_end, character in ((False, mark.start), (True, mark.end - 1)):
                if at(character) not in seen:
                    continue
                box = view.page.end_box(mark.end) if is_end else view.page.line_box(mark.start)
                is_on_line = 0 <= point.y() + scroll - box.y() <= view.page.measures.text_height + 3
                if is_on_line and abs(point.x() - left - box.x()) <= NEAR:
                    return Edge(mark, is_end)
        return None

    def _click_mark(self, position: int) -> None:
        """Go to the innermost mark; each further click at the same place to the next one."""
        ids = list(dict.fromkeys(mark.id for mark in self._view.marks_at(position)))
        if not ids:
            self._last_clicked = (-1, "")
            self._view.mark_clicked.emit("")
            return
        at, last = self._last_clicked
        number = (ids.index(last) + 1) % len(ids) if at == position and last in ids else 0
        self._last_clicked = (position, ids[number])
        self._view.mark_clicked.emit(ids[number])
