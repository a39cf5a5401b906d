"""The laid-out text: one QTextLayout for each paragraph that was looked at, heights for all."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt, QTextBoundaryFinder
from PySide6.QtGui import QFont, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from annotator.gui.qt_text import Utf16Map, shown
from annotator.gui.view.caret import Spot
from annotator.gui.view.colours import ViewColours
from annotator.gui.view.estimates import Estimates
from annotator.gui.view.heights import Heights
from annotator.gui.view.marks import TurnHeading
from annotator.gui.view.measures import Measures
from annotator.gui.view.paragraphs import Paragraphs
from annotator.gui.view.runs import (
    Piece,
    cursor_x,
    is_mixed,
    mixed_runs,
    plain_run,
    starts_right_to_left,
    unit_at,
)
from annotator.gui.view.turns import Turns
from annotator.model.text import Range

KEPT_LAYOUTS = 400
TAB_IN_EMS = 4
LEAD = 12
"""Pixels above the first line."""
_TAB = re.compile("\t")


class TextPage:
    """Where every character of a text is, in pixels from the top left of the column.

    Heights of paragraphs that nobody has looked at are estimated; ``layout`` corrects them.
    """

    def __init__(self, paragraphs: Paragraphs, turns: Sequence[TurnHeading]) -> None:
        self.paragraphs = paragraphs
        self.heights = Heights((1,), (0,), lambda _b: (0,))
        self._layouts: dict[int, QTextLayout] = {}
        self._maps: dict[int, Utf16Map] = {}
        self._tabs: dict[int, list[int] | None] = {}
        self._starts: dict[int, list[int]] = {}
        self._above: dict[int, int] = {}
        self._measured: set[int] = set()
        self._font = QFont()
        self._colours: ViewColours | None = None
        self.measures: Measures | None = None
        self.turns = Turns(turns)

    def set_turns(self, turns: Sequence[TurnHeading]) -> None:
        """Take over the turns, whose labels are set apart."""
        self.turns, self._above = Turns(turns), {}

    def arrange(self, font: QFont, measures: Measures, colours: ViewColours) -> None:
        """Estimate all heights anew for a font, a width and colours."""
        self._font, self.measures, self._colours = font, measures, colours
        self._layouts, self._maps, self._tabs, self._starts = {}, {}, {}, {}
        self._above, self._measured = {}, set()
        self.heights = Estimates(self.paragraphs, self.turns.starts, measures).heights(LEAD)

    @property
    def _m(self) -> Measures:
        if self.measures is None:
            raise RuntimeError("arrange the page first")
        return self.measures

    def space_above(self, k: int) -> int:
        """Return the empty pixels above a paragraph: more where a turn starts."""
        if k not in self._above:
            self._above[k] = self._m.turn_gap if k and self._starts_turn(k) else 0
        return self._above[k]

    def _starts_turn(self, k: int) -> bool:
        start = self.turns.next_start(self.paragraphs.start(k))
        return start is not None and self.paragraphs.at(start) == k

    # --- layouts ---

    @property
    def laid_out(self) -> int:
        """How many layouts are kept."""
        return len(self._layouts)

    def layout(self, k: int) -> tuple[QTextLayout, int]:
        """Return a paragraph's layout and by how much its height was corrected just now."""
        kept = self._layouts.pop(k, None)
        if kept is not None:
            self._layouts[k] = kept
            return kept, 0
        made = self._layouts[k] = self._make(k)
        while len(self._layouts) > KEPT_LAYOUTS:
            oldest = next(iter(self._layouts))
            del self._layouts[oldest]
            for kept_too in (self._maps, self._tabs, self._starts):
                kept_too.pop(oldest, None)
        self._measured.add(k)
        return made, self.heights.set(k, self._height(k, made.lineCount()))

    def _height(self, k: int, lines: int) -> int:
        if self.paragraphs.start(k) == self.paragraphs.end(k):
            return self._m.pitch // 2 + self.space_above(k)
        return lines * self._m.pitch + self.space_above(k) + self._gap(k)

    def _gap(self, k: int) -> int:
        """Return the empty pixels below a paragraph: none below a piece of a line that goes on."""
        return 0 if self.paragraphs.goes_on(k) else self._m.gap

    def _make(self, k: int) -> QTextLayout:
        layout = QTextLayout(shown(self.paragraphs.of(k)), self._font)
        layout.setTextOption(self._option(k))
        layout.setCacheEnabled(True)
        layout.setFormats(self._formats(k))
        starts = self._starts[k] = []
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(self._m.column)
            line.setPosition(QPointF(0, self.line_top(k, len(starts))))
            starts.append(line.textStart())
        layout.endLayout()
        return layout

    def _option(self, k: int) -> QTextOption:
        """Return how a paragraph is set; all pieces of a line run in its direction."""
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTabStopDistance(TAB_IN_EMS * self._m.em)
        option.setTextDirection(Qt.LayoutDirection.LeftToRight)
        if self._runs_leftwards(k):
            option.setTextDirection(Qt.LayoutDirection.RightToLeft)
            option.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
        return option

    def _runs_leftwards(self, k: int) -> bool:
        return starts_right_to_left(self.paragraphs.of(self.paragraphs.first_of_line(k)))

    def rightwards(self, position: int) -> int:
        """Return 1 if the text goes on to the right at a position, -1 if to the left."""
        return -1 if self._runs_leftwards(self.paragraphs.at(position)) else 1

    def _formats(self, k: int) -> list[QTextLayout.FormatRange]:
        """Return how labels of turns, and text that nobody speaks, differ from the speech."""
        apart = self.turns.apart(self.paragraphs.start(k), self.paragraphs.end(k))
        return [self._format(k, start, end, is_label=is_label) for start, end, is_label in apart]

    def _format(self, k: int, start: int, end: int, *, is_label: bool) -> QTextLayout.FormatRange:
        look = QTextCharFormat()
        if self._colours is not None:
            look.setForeground(self._colours.speaker if is_label else self._colours.dim)
        if is_label:
            look.setFontWeight(QFont.Weight.DemiBold)
        part = QTextLayout.FormatRange()
        part.start, part.length = self.units(k, start, end)
        part.format = look
        return part

    def units(self, k: int, start: int, end: int) -> tuple[int, int]:
        """Return the UTF-16 start and length of a stretch of text within a paragraph."""
        own = self.map(k)
        base = self.paragraphs.start(k)
        first = own.to_utf16(max(start, base) - base)
        last = own.to_utf16(min(end, self.paragraphs.end(k)) - base)
        return first, max(0, last - first)

    def map(self, k: int) -> Utf16Map:
        """Return a paragraph's map between code points and UTF-16 units."""
        if k not in self._maps:
            self._maps[k] = Utf16Map(self.paragraphs.of(k))
        return self._maps[k]

    # --- places ---

    def line_box(self, position: int) -> QRectF:
        """Return where the caret before a position stands: x, y, and the line's height."""
        return self.caret_box(Spot(position))

    def end_box(self, position: int) -> QRectF:
        """Return where a stretch that ends at a position ends: behind its last character.

        That is not where the caret before the position stands if a line ends between the two.
        """
        return self.caret_box(Spot(position, is_behind=position > 0))

    def caret_box(self, spot: Spot) -> QRectF:
        """Return where the caret at a spot stands."""
        k, line = self._line_of(spot)
        x = cursor_x(line, self._unit(k, spot.position))
        return QRectF(x, self.heights.top(k) + line.y(), 1, self._m.pitch)

    def _base(self, k: int) -> int:
        return self.paragraphs.start(k)

    def _line_of(self, spot: Spot) -> tuple[int, QTextLine]:
        k = self.paragraphs.at(spot.on_line_of)
        layout, _ = self.layout(k)
        return k, layout.lineForTextPosition(self._unit(k, spot.on_line_of))

    def _unit(self, k: int, position: int) -> int:
        """Return the UTF-16 position in a paragraph that is nearest to a position."""
        nearest = max(self._base(k), min(position, self.paragraphs.end(k)))
        return self.map(k).to_utf16(nearest - self._base(k))

    def _line_at(self, y: float) -> tuple[int, QTextLine]:
        k, below = self.heights.find(round(y))
        layout, _ = self.layout(k)
        number = int((below - self.space_above(k)) // self._m.pitch)
        return k, layout.lineAt(max(0, min(layout.lineCount() - 1, number)))

    def spot_at(self, x: float, y: float) -> Spot:
        """Return the place for the caret that is nearest to a point of the page."""
        return self._spot(*self._line_at(y), x)

    def _spot(self, k: int, line: QTextLine, x: float) -> Spot:
        """Return the place on a line that is nearest to ``x``.

        Right of a line that goes on that is behind its last character; Qt would stop before it.
        """
        found = self._nearest(k, line, x)
        _first, end = self._line_range(k, line)
        if not self._goes_on(end):
            return Spot(found)
        before_last = cursor_x(line, self._unit(k, self.step(end, -1)))
        behind_last = cursor_x(line, self._unit(k, end))
        is_nearer = abs(x - behind_last) < abs(x - before_last)
        if found == end or (is_nearer and self.step(found, 1) == end):
            return self._end_of_line(end)
        return Spot(found)

    def _nearest(self, k: int, line: QTextLine, x: float, *, is_on: bool = False) -> int:
        """Return the position on a line nearest to ``x``, or that of the character there."""
        first, end = self._line_range(k, line)
        spaces = end - len(self.paragraphs.text[first:end].rstrip()) - first
        hanging = spaces if self._goes_on(end) else 0
        unit = unit_at(line, x, hanging, -1 if self._runs_leftwards(k) else 1, is_on=is_on)
        return self._base(k) + self.map(k).to_code_point(unit)

    def _end_of_line(self, end: int) -> Spot:
        """Return the last place on a line that goes on: before its space, if it ends with one."""
        is_space = self.paragraphs.text[end - 1] in " \t"
        return Spot(end - 1) if is_space else Spot(end, is_behind=True)

    def _goes_on(self, end: int) -> bool:
        """Say whether a line that ends at a position goes on in the next."""
        return end < len(self.paragraphs.text) and self.paragraphs.text[end] != "\n"

    def position_at(self, x: float, y: float) -> int:
        """Return the position nearest to a point of the page."""
        return self.spot_at(x, y).position

    def character_at(self, x: float, y: float) -> int:
        """Return the character at a point; right of a line that goes on, its last one."""
        k, line = self._line_at(y)
        found = self._nearest(k, line, x, is_on=True)
        _first, end = self._line_range(k, line)
        return min(found, self.step(end, -1) if self._goes_on(end) else end)

    def beside(self, spot: Spot, by: int, x: float) -> Spot:
        """Return the place at ``x`` on the line below (``by`` 1) or above (-1).

        Where there is no such line it is the end or the start of the text.
        """
        k, line = self._line_of(spot)
        number = line.lineNumber() + by
        if number < 0:
            k -= 1
        elif number >= self.layout(k)[0].lineCount():
            k, number = k + 1, 0
        if not 0 <= k < len(self.paragraphs):
            return Spot(0 if by < 0 else len(self.paragraphs.text))
        layout, _ = self.layout(k)
        return self._spot(k, layout.lineAt(layout.lineCount() - 1 if number < 0 else number), x)

    def line_start(self, spot: Spot) -> Spot:
        """Return the first place on the line that the caret at a spot is on."""
        return Spot(self.line_range(spot)[0])

    def line_end(self, spot: Spot) -> Spot:
        """Return the last place on the line that the caret at a spot is on."""
        end = self.line_range(spot)[1]
        return self._end_of_line(end) if self._goes_on(end) else Spot(end)

    def line_range(self, spot: Spot) -> Range:
        """Return where the line that the caret at a spot is on starts and ends."""
        return self._line_range(*self._line_of(spot))

    def line_starts(self, k: int) -> list[int]:
        """Return where each line of a paragraph starts."""
        self.layout(k)
        own, base = self.map(k), self._base(k)
        return [base + own.to_code_point(unit) for unit in self._starts[k]]

    def line_top(self, k: int, number: int) -> int:
        """Return how far below the paragraph's top one of its lines is, by number from 0."""
        return self.space_above(k) + number * self._m.pitch

    def _line_range(self, k: int, line: QTextLine) -> Range:
        own, base = self.map(k), self._base(k)
        first, end = line.textStart(), line.textStart() + line.textLength()
        return base + own.to_code_point(first), base + own.to_code_point(end)

    def step(self, position: int, by: int) -> int:
        """Return the next or previous position between characters as a reader counts them.

        Nothing is laid out for it, so it may be far from what is seen.
        """
        k = self.paragraphs.at(position)
        if by < 0 and k and position == self._base(k):
            k -= 1
        if position >= self.paragraphs.end(k) and by > 0:
            return min(len(self.paragraphs.text), position + 1)
        if position > self.paragraphs.end(k):
            return position - 1
        finder = QTextBoundaryFinder(
            QTextBoundaryFinder.BoundaryType.Grapheme, shown(self.paragraphs.of(k))
        )
        finder.setPosition(self._unit(k, position))
        unit = finder.toNextBoundary() if by > 0 else finder.toPreviousBoundary()
        return self._base(k) + self.map(k).to_code_point(max(0, unit))

    def boxes(self, k: int, start: int, end: int) -> Iterator[QRectF]:
        """Yield the boxes of a stretch of text in a paragraph: one a line and direction.

        ``y`` counts from the paragraph's top; the height is that of the text.
        """
        layout, _ = self.layout(k)
        first, length = self.units(k, start, end)
        starts, last = self._starts[k], first + length
        for number in range(max(0, bisect_right(starts, first) - 1), bisect_left(starts, last)):
            line = layout.lineAt(number)
            a = max(first, starts[number])
            b = min(last, starts[number] + line.textLength())
            if a < b:
                for left, right in self._runs(k, line, a, b):
                    yield QRectF(left, line.y(), right - left, self._m.text_height)

    def _runs(self, k: int, line: QTextLine, start: int, end: int) -> Iterable[Piece]:
        tabs = self._tabs_if_mixed(k)
        return plain_run(line, start, end) if tabs is None else mixed_runs(line, start, end, tabs)

    def _tabs_if_mixed(self, k: int) -> list[int] | None:
        """Return the UTF-16 positions of a paragraph's tabs, or None if all runs rightwards."""
        if k not in self._tabs:
            text, own = self.paragraphs.of(k), self.map(k)
            tabs = [own.to_utf16(found.start()) for found in _TAB.finditer(text)]
            self._tabs[k] = tabs if is_mixed(text) else None
        return self._tabs[k]

    def seen(self, top: int, bottom: int) -> range:
        """Return the paragraphs between two heights, as far as is known without laying out."""
        return range(self.heights.find(top)[0], self.heights.find(max(top, bottom - 1))[0] + 1)

    def settle(self, y: int, height: int) -> int:
        """Lay out all that a view of ``height`` pixels shows at ``y``, so that it stays put.

        Returns the ``y``, within the page, that keeps in place what was laid out before: a
        height that is corrected above it moves it.
        """
        while True:
            y = max(0, min(y, self.length - height))
            seen = self.seen(y, y + height)
            new = [k for k in seen if k not in self._measured]
            if not new:
                return y
            anchor = next((k for k in seen if k in self._measured), seen[0])
            offset = y - self.heights.top(anchor)
            for k in new:
                self.layout(k)
            y = self.heights.top(anchor) + offset

    @property
    def length(self) -> int:
        """How many pixels there are to scroll through: all heights and an empty line."""
        return self.heights.total + self._m.pitch

    def visible(self, top: int, bottom: int) -> Iterator[int]:
        """Yield the paragraphs between two heights, laid out; none changes the ones above it."""
        k, below = self.heights.find(top)
        y = top - below
        while k < len(self.paragraphs) and y < bottom:
            self.layout(k)
            yield k
            y += self.heights[k]
            k += 1
