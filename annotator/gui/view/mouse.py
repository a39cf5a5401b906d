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
        if event.button() != Qt.MouseButton.LeftButton:
            return
        view, point = self._view, event.position()
        self._clicks = self._count_clicks(point, is_double=is_double)
        self._pressed = self._last = point
        self._is_down, self._was_dragged = True, False
        self._edge = self._edge_near(point)
        if self._edge:
            return
        position = view.position_of(point)
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            view.move_caret(position, keeps_anchor=True)
            self._was_dragged = True
        elif self._clicks > 1:
            self._first_unit = unit_at(view.text, self._under(point), self._clicks)
            view.set_selection(*self._first_unit, scroll=False)
            self._was_dragged = True
        else:
            self._first_unit = (position, position)
            view.set_selection(position, position, scroll=False)

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
        view = self._view
        if self._edge:
            if self._was_dragged:
                edge, to = self._edge, view.position_of(event.position())
                view.edge_dragged.emit(edge.mark.id, edge.mark.part, edge.is_end, to)
            self._edge = None
        elif view.selection[0] < view.selection[1]:
            view.selection_finished.emit()
        elif not self._was_dragged:
            self._click_mark(self._under(event.position()))

    def _count_clicks(self, point: QPointF, *, is_double: bool) -> int:
        interval = QGuiApplication.styleHints().mouseDoubleClickInterval()
        is_quick = self._since.isValid() and self._since.elapsed() < interval
        is_near = (point - self._pressed).manhattanLength() <= STILL * 2
        self._since.restart()
        if is_double:
            return 2
        return (
            min(self._clicks + 1, MOST_CLICKS) if is_quick and is_near and self._clicks > 1 else 1
        )

    def _under(self, point: QPointF) -> int:
        """Return the character under a point, where the nearest gap may be behind it."""
        view = self._view
        position = view.position_of(point)
        left = view.page.measures.left if view.page.measures else 0
        if position and view.page.line_box(position).x() + left > point.x():
            return view.page.step(position, -1)
        return position

    def _drag_to(self, point: QPointF) -> None:
        view = self._view
        position = view.position_of(point)
        if self._edge:
            mark = self._edge.mark
            ends = (mark.start, position) if self._edge.is_end else (position, mark.end)
            view.set_selection(min(ends), max(ends), scroll=False)
            return
        if self._clicks <= 1:
            view.set_selection(self._first_unit[0], position, scroll=False)
            return
        start, end = unit_at(view.text, position, self._clicks)
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
        beyond = self._last.y() if self._last.y() < 0 else self._last.y() - height
        bar.setValue(bar.value() + round(beyond / 2))
        self._drag_to(QPointF(self._last.x(), max(0.0, min(self._last.y(), height - 1.0))))

    def _edge_near(self, point: QPointF) -> Edge | None:
        """Return the edge of the current annotation that a point is close to."""
        view = self._view
        if view.page.measures is None:
            return None
        scroll, left = view.verticalScrollBar().value(), view.page.measures.left
        for mark in view.index.of(view.scene.current):
            for is_end, position in ((False, mark.start), (True, mark.end)):
                box = view.page.line_box(position)
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
