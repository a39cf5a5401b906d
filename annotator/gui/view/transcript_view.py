"""The transcript view: scrolling, selection and marks over a page that is drawn as needed."""

from collections.abc import Callable, Container, Iterable, Iterator, Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import (
    QAccessibleInterface,
    QContextMenuEvent,
    QFont,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea

from annotator.gui.view.caret import Caret, Spot
from annotator.gui.view.colours import view_colours
from annotator.gui.view.keyboard import position_after
from annotator.gui.view.mark_index import MarkIndex
from annotator.gui.view.marks import Mark, TurnHeading
from annotator.gui.view.measures import OVERVIEW_WIDTH, measure, text_font
from annotator.gui.view.mouse import Mouse
from annotator.gui.view.movement import widened
from annotator.gui.view.overview import Overview
from annotator.gui.view.painting import PagePainter, Scene
from annotator.gui.view.paragraphs import Paragraphs
from annotator.gui.view.place import Place
from annotator.gui.view.prefetch import Prefetch
from annotator.gui.view.text_page import TextPage
from annotator.gui.view.wheel import Wheel
from annotator.model.kinds import LabelKind
from annotator.model.message import _
from annotator.model.text import Range

SMALLEST, LARGEST = 0.5, 4.0


class TranscriptView(QAbstractScrollArea):
    """Shows one text with marks; positions are code points of the text, 0-based.

    The view decides nothing: it selects, scrolls, and says what was clicked or dragged.
    """

    selection_changed = Signal()
    selection_finished = Signal()
    mark_clicked = Signal(str)
    current_changed = Signal(str)
    edge_dragged = Signal(str, int, bool, int)
    context_menu_requested = Signal(QPoint)
    painted = Signal()

    text: str
    page: TextPage
    index: MarkIndex
    painter: PagePainter
    accessible: QAccessibleInterface | None = None
    """What screen readers see; they may ask for it while the view is still being made."""

    def __init__(self) -> None:
        super().__init__()
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.setFrameShape(self.frameShape().NoFrame)
        self.setAccessibleName(_("Transcript"))
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self.viewport().setMouseTracking(True)
        self._zoom = 1.0
        self._caret = Caret()
        self.scene = Scene()
        self.colours = view_colours(self.palette())
        self._is_selecting = False
        self._overview = Overview(self.viewport(), self.colours)
        self.prefetch = Prefetch(self)
        self.mouse = Mouse(self)
        self._wheel = Wheel(self)
        self._place = Place(self)
        self.show_text("", (), ())

    # --- what is shown ---

    def show_text(self, text: str, turns: Sequence[TurnHeading], marks: Iterable[Mark]) -> None:
        """Show a text from its start, in place of the one before."""
        self.text = text
        paragraphs = Paragraphs(text)
        self.page = TextPage(paragraphs, turns)
        self.index = MarkIndex(paragraphs)
        self.index.add(marks)
        self.scene = Scene(hidden=self.scene.hidden)
        self._overview.show_marks(self.index, self.scene.hidden)
        self.painter = PagePainter(self.page, self.index, self._text_font())
        self._caret = Caret()
        self._place.start_anew()
        self._rearrange()
        self.selection_changed.emit()

    def set_turns(self, turns: Sequence[TurnHeading]) -> None:
        """Show other turns of the same text; the place stays."""
        self.page.set_turns(turns)
        self._rearrange()

    def add_marks(self, marks: Iterable[Mark]) -> None:
        """Draw more marks."""
        new = list(marks)
        self._repaint(self.index.add(new), new)

    def remove_marks(self, ids: Iterable[str]) -> None:
        """Take the marks of annotations away."""
        gone = list(ids)
        marks = [mark for annotation_id in gone for mark in self.index.of(annotation_id)]
        self._repaint(self.index.remove(gone), marks)

    def marks_at(self, position: int) -> list[Mark]:
        """Return the marks over a position that are not hidden, the innermost first."""
        return [mark for mark in self.index.at(position) if mark.kind not in self.scene.hidden]

    def seen_marks(self) -> Iterator[Mark]:
        """Yield the marks in the paragraphs that are seen."""
        for k in self.seen_paragraphs():
            yield from self.index.in_paragraph(k)

    def set_hidden(self, kinds: Iterable[LabelKind]) -> None:
        """Hide all marks of some kinds."""
        self.scene.hidden = frozenset(kinds)
        self.painter.forget_shapes()
        self._overview.show_marks(self.index, self.scene.hidden)
        self.viewport().update()

    def set_current(self, annotation_id: str | None, *, scroll: bool = False) -> None:
        """Outline one annotation; its edges can be dragged."""
        touched = [*self.index.of(self.scene.current), *self.index.of(annotation_id)]
        is_new, self.scene.current = annotation_id != self.scene.current, annotation_id
        for mark in touched:
            self._update_range(mark.start, mark.end)
        if scroll and (own := self.index.of(annotation_id)):
            first = min(own, key=lambda mark: mark.start)
            self.put_caret(Spot(first.start))
            self.scroll_to(first.end - 1)
            self.scroll_to(first.start)
        if is_new:
            self.current_changed.emit(annotation_id or "")

    def set_hits(self, hits: Sequence[Range], current: int | None) -> None:
        """Mark what was found, one of it more strongly."""
        self.scene.hits, self.scene.current_hit = hits, current
        self.viewport().update()
        if current is not None:
            self.set_selection(*hits[current])
            self.scroll_to(hits[current][0], "centre")

    # --- selection ---

    @property
    def selection(self) -> Range:
        """The selected stretch of text; equal ends are the caret alone."""
        return self._caret.selection

    @property
    def caret(self) -> int:
        """Where the caret is."""
        return self._caret.spot.position

    @property
    def spot(self) -> Spot:
        """Where the caret is, and on which line it is drawn."""
        return self._caret.spot

    @property
    def goal_x(self) -> float | None:
        """The x that moving up and down keeps to."""
        return self._caret.goal_x

    def set_selection(self, start: int, end: int, *, scroll: bool = True) -> None:
        """Select a stretch of text; the caret goes to its end."""
        self._change_selection(lambda: self._caret.put(Spot(end), start, len(self.text)))
        if scroll:
            self.scroll_to(end)

    def selected_text(self) -> str:
        """Return the selected text: a slice of the truth."""
        return self.text[slice(*self.selection)]

    def expand_selection(self) -> None:
        """Grow the selection to the word, clause, sentence, paragraph around it."""
        turn = self.page.turns.at(self.selection[0])
        found = widened(self.text, self.selection, turn.body_start if turn else 0)
        if found != self.selection:
            self._change_selection(lambda: self._caret.grow(found, len(self.text)))

    def shrink_selection(self) -> None:
        """Take the selection back to what it was before it grew."""
        self._change_selection(lambda: self._caret.shrink(len(self.text)))

    def move_caret(self, position: int, *, keeps_anchor: bool = False) -> None:
        """Put the caret somewhere and bring it into view."""
        self.put_caret(Spot(position), keeps_anchor=keeps_anchor)
        self.scroll_to(position)

    def put_caret(self, spot: Spot, *, keeps_anchor: bool = False) -> None:
        """Put the caret at a spot, without scrolling."""
        anchor = self._caret.anchor if keeps_anchor else spot.position
        self._change_selection(lambda: self._caret.put(spot, anchor, len(self.text)))

    def grapheme_step(self, position: int, by: int) -> int:
        """Return the neighbouring place between characters as a reader counts them."""
        return self.page.step(position, by)

    def select_all(self) -> None:
        """Select the whole text, and stay where it is read."""
        self.set_selection(0, len(self.text), scroll=False)

    def copy(self) -> None:
        """Put the selected text on the clipboard."""
        if self.has_selection:
            QGuiApplication.clipboard().setText(self.selected_text())

    @property
    def has_selection(self) -> bool:
        """Whether anything is selected."""
        return self.selection[0] < self.selection[1]

    def _change_selection(self, change: Callable[[], object]) -> None:
        """Do what changes the selection, draw what that changes, and say so."""
        before = self.selection
        change()
        self.scene.selection, self.scene.caret = self.selection, self.spot
        first, last = min(before[0], self.selection[0]), max(before[1], self.selection[1])
        self._update_range(max(0, first - 1), last)
        self.selection_changed.emit()

    # --- place ---

    def zoom(self) -> float:
        """Return how much larger than normal the text is."""
        return self._zoom

    def set_zoom(self, factor: float, at: int = 0) -> None:
        """Make the text larger or smaller; what is ``at`` pixels from the top stays there."""
        self._zoom = max(SMALLEST, min(LARGEST, factor))
        self._rearrange(at)

    def scroll_to(self, position: int, place: str = "nearest") -> None:
        """Scroll so that a position is seen: ``nearest``, at the ``top`` or in the ``centre``."""
        self._place.scroll_to(position, place)

    def scroll_to_height(self, y: int) -> None:
        """Show the page from a height on."""
        self._place.show_from(y)

    def _rearrange(self, at: int = 0) -> None:
        """Estimate all heights anew; what is ``at`` pixels from the top stays there."""
        held = self._place.hold(at)
        self.colours = view_colours(self.palette())
        self._overview.set_colours(self.colours)
        font = self._text_font()
        self.page.arrange(font, measure(font, self.viewport().width()), self.colours)
        self.painter.set_font(font)
        self._place.put_back(held)
        self.viewport().update()

    def _text_font(self) -> QFont:
        return text_font(self.font(), self.text, self._zoom)

    # --- painting ---

    def _repaint(self, touched: set[int], marks: Iterable[Mark]) -> None:
        """Draw paragraphs anew, and the places of marks in the overview."""
        if touched:
            self.painter.forget_shapes(touched)
            self._update_paragraphs(touched)
            self._overview.update_marks(marks)

    def text_area(self) -> QRect:
        """Return the part of the viewport that scrolls: all but the overview."""
        size = self.viewport().size()
        return QRect(0, 0, size.width() - OVERVIEW_WIDTH, size.height())

    def seen_paragraphs(self) -> range:
        """Return the paragraphs of which something is in the view."""
        return self.page.seen(self._place.y, self._place.y + self.viewport().height())

    def _update_range(self, start: int, end: int) -> None:
        self._update_paragraphs(self.page.paragraphs.between(start, end + 1))

    def _update_paragraphs(self, touched: Container[int]) -> None:
        viewport, heights = self.viewport(), self.page.heights
        width = self.text_area().width()
        for k in filter(touched.__contains__, self.seen_paragraphs()):
            viewport.update(0, heights.top(k) - self._place.y, width, heights[k])

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what has to be drawn."""
        clip = event.rect()
        self.scene.shows_caret = self.hasFocus()
        painter = QPainter(self.viewport())
        self.painter.draw(painter, clip, self._place.y, self.scene, self.colours)
        painter.end()
        self.prefetch.start()
        self.painted.emit()

    # --- events ---

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew if the width has changed."""
        self._overview.place_in(self.viewport().rect())
        if event.oldSize().width() != event.size().width():
            self._rearrange()
        else:
            self.scroll_to_height(self._place.y)

    def changeEvent(self, event: QEvent) -> None:
        """Take over another font or palette."""
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.PaletteChange} and hasattr(
            self, "page"
        ):
            self._rearrange()
        super().changeEvent(event)

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        """Follow the scroll bar; only the uncovered strip is drawn."""
        before = self._place.y
        self._place.scrolled()
        self.viewport().scroll(0, before - self._place.y, self.text_area())
        self.scroll_to_height(self._place.y)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, or zoom with Ctrl."""
        self._wheel.turn(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the caret, copy, select all; labels' keys belong to the window."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.select_all()
        elif (moved := position_after(self, event)) is not None:
            is_shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._is_selecting = is_shifted
            self.put_caret(moved.spot, keeps_anchor=is_shifted)
            self._caret.goal_x = moved.goal_x
            self.scroll_to(moved.spot.on_line_of)
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """A selection made with Shift and arrows is finished when Shift is released."""
        if event.key() == Qt.Key.Key_Shift and self._is_selecting:
            self._is_selecting = False
            if self.has_selection:
                self.selection_finished.emit()
        super().keyReleaseEvent(event)

    def spot_of(self, point: QPointF) -> Spot:
        """Return the place for the caret that is nearest to a point of the viewport."""
        return self.page.spot_at(point.x() - self._left(), point.y() + self._place.y)

    def character_at(self, point: QPointF) -> int:
        """Return the character under a point of the viewport."""
        return self.page.character_at(point.x() - self._left(), point.y() + self._place.y)

    def _left(self) -> int:
        return self.page.measures.left if self.page.measures else 0

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Place the caret or take hold of an edge."""
        self.mouse.press(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select a word; the clicks that follow select more."""
        self.mouse.press(event, is_double=True)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Select, or move the edge that is held."""
        self.mouse.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Finish what the press began."""
        self.mouse.release(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu at the mouse; by key below the caret, if that can be seen."""
        at = event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard and self.page.measures:
            box = self.page.caret_box(self._caret.spot)
            box.translate(self.page.measures.left, -self._place.y)
            if self.viewport().rect().contains(box.toRect()):
                at = self.viewport().mapToGlobal(box.bottomLeft().toPoint())
        self.context_menu_requested.emit(at)
