"""A line of controls that goes on below where there is no room for all of them."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QMargins, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

AROUND = QMargins(12, 6, 12, 6)
BETWEEN = 8
"""Pixels between one control and the next, and between lines."""


class Flow(QWidget):
    """Controls from the left; those added behind ``split`` stand at the right end of their line.

    What grows, such as a line to type in, takes the room that is left on its line. Qt asks a
    layout written in Python also while its controls are being deleted, so it is none.
    """

    def __init__(self, around: QMargins = AROUND) -> None:
        super().__init__()
        self._around = around
        self._controls: list[QWidget] = []
        self._right_from: int | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, control: QWidget) -> None:
        """Put one more control at the end."""
        control.setParent(self)
        self._controls.append(control)

    def split(self) -> None:
        """Put what is added from now on to the right."""
        self._right_from = len(self._controls)

    # --- what Qt asks ---

    def sizeHint(self) -> QSize:
        """Return the room that one line needs."""
        return self._with_margins(_width(self._shown()))

    def minimumSizeHint(self) -> QSize:
        """Return the room that the widest control needs."""
        shown = self._shown()
        return self._with_margins(max((one.minimumSizeHint().width() for one in shown), default=0))

    def event(self, event: QEvent) -> bool:
        """Follow controls that become wider, narrower or hidden."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._place()
            self.updateGeometry()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put as many controls on a line as fit now."""
        super().resizeEvent(event)
        self._place()

    # --- lines ---

    def _shown(self) -> list[QWidget]:
        return [control for control in self._controls if not control.isHidden()]

    def _inside(self, width: int) -> int:
        return width - self._around.left() - self._around.right()

    def _with_margins(self, width: int) -> QSize:
        high = _height(self._shown()) + self._around.top() + self._around.bottom()
        return QSize(width + self._around.left() + self._around.right(), high)

    def _lines(self, width: int) -> Iterator[list[QWidget]]:
        """Yield the controls of each line, as many as fit."""
        line: list[QWidget] = []
        for control in self._shown():
            if line and _width([*line, control]) > width:
                yield line
                line = []
            line.append(control)
        if line:
            yield line

    def _place(self) -> None:
        width, y = self._inside(self.width()), self._around.top()
        for line in self._lines(width):
            height = _height(line)
            for control, x, wide in self._places(line, width):
                own = control.sizeHint().height()
                place = QRect(self._around.left() + x, y + (height - own) // 2, wide, own)
                control.setGeometry(place)
            y += height + BETWEEN
        self.setFixedHeight(max(0, y - BETWEEN + self._around.bottom()))

    def _places(self, line: Sequence[QWidget], width: int) -> Iterator[tuple[QWidget, int, int]]:
        """Yield the place and the width of each control of a line."""
        left = max(0, width - _width(line))
        grows = next((one for one in line if _grows(one)), None)
        first = len(self._controls) if self._right_from is None else self._right_from
        behind = self._controls[first:]
        first_right = None if grows else next((one for one in line if one in behind), None)
        x = 0
        for control in line:
            x += left if control is first_right else 0
            own = min(width, control.sizeHint().width()) + (left if control is grows else 0)
            yield control, x, own
            x += own + BETWEEN


def _grows(control: QWidget) -> bool:
    policy = control.sizePolicy().horizontalPolicy()
    return bool(policy.value & QSizePolicy.PolicyFlag.ExpandFlag.value)


def _width(line: Sequence[QWidget]) -> int:
    """Return how many pixels some controls need side by side."""
    return sum(control.sizeHint().width() for control in line) + BETWEEN * max(0, len(line) - 1)


def _height(line: Sequence[QWidget]) -> int:
    return max((control.sizeHint().height() for control in line), default=0)
