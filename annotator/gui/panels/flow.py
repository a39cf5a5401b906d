"""A line of controls that goes on below where there is no room for all of them."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem

Lines = list[list[int]]


class Flow(QLayout):
    """Controls from the left; those added behind ``split`` stand at the right end of their line.

    What grows, such as a line to type in, takes the room that is left on its line.
    """

    def __init__(self) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._right_from: int | None = None

    def split(self) -> None:
        """Put what is added from now on to the right."""
        self._right_from = len(self._items)

    # --- what Qt asks of a layout ---

    def addItem(self, item: QLayoutItem) -> None:
        """Add what Qt made of a control."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many controls there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return a control's item, or None."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give a control's item away."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Say that it takes no more height than it needs."""
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        """Say that it is higher where it is narrow."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return how high it is with so many pixels for a line."""
        around = self.contentsMargins()
        lines = self._lines(width - around.left() - around.right())
        between = self.spacing() * max(0, len(lines) - 1)
        return sum(map(self._height, lines)) + between + around.top() + around.bottom()

    def sizeHint(self) -> QSize:
        """Return the room that one line needs."""
        shown = self._shown()
        width = sum(self._width(number) + self.spacing() for number in shown) - self.spacing()
        return self._with_margins(max(0, width), self._height(shown))

    def minimumSize(self) -> QSize:
        """Return the room that the widest control needs."""
        shown = self._shown()
        widest = max((self._items[number].minimumSize().width() for number in shown), default=0)
        return self._with_margins(widest, self._height(shown))

    def setGeometry(self, place: QRect) -> None:
        """Put the controls in their lines."""
        super().setGeometry(place)
        inside = place.marginsRemoved(self.contentsMargins())
        y = inside.y()
        for line in self._lines(inside.width()):
            height = self._height(line)
            for number, x, width in self._places(line, inside.width()):
                own = min(height, self._items[number].sizeHint().height())
                corner = QPoint(inside.x() + x, y + (height - own) // 2)
                self._items[number].setGeometry(QRect(corner, QSize(width, own)))
            y += height + self.spacing()

    # --- lines ---

    def _shown(self) -> list[int]:
        return [number for number, item in enumerate(self._items) if not item.isEmpty()]

    def _width(self, number: int) -> int:
        return self._items[number].sizeHint().width()

    def _height(self, line: list[int]) -> int:
        return max((self._items[number].sizeHint().height() for number in line), default=0)

    def _with_margins(self, width: int, height: int) -> QSize:
        around = self.contentsMargins()
        return QSize(
            width + around.left() + around.right(), height + around.top() + around.bottom()
        )

    def _lines(self, width: int) -> Lines:
        """Return the controls of each line, as many as fit."""
        lines: Lines = []
        left = 0
        for number in self._shown():
            needed = self._width(number)
            if not lines or needed > left:
                lines.append([])
                left = width
            lines[-1].append(number)
            left -= needed + self.spacing()
        return lines

    def _places(self, line: list[int], width: int) -> Iterator[tuple[int, int, int]]:
        """Yield the place and the width of each control of a line."""
        used = sum(self._width(number) for number in line) + self.spacing() * (len(line) - 1)
        left = max(0, width - used)
        sideways = Qt.Orientation.Horizontal
        growing = [n for n in line if self._items[n].expandingDirections() & sideways]
        to_the_right = (
            [] if self._right_from is None else [n for n in line if n >= self._right_from]
        )
        x = 0
        for number in line:
            own = min(width, self._width(number))
            if growing and number == growing[0]:
                own += left
            elif not growing and to_the_right and number == to_the_right[0]:
                x += left
            yield number, x, own
            x += own + self.spacing()
