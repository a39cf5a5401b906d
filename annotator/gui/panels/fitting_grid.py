"""Controls side by side as far as there is room, the others below."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

BETWEEN = 4
"""Pixels between one line and the next."""


class FittingGrid(QWidget):
    """Has columns of one width, as many as fit and no more than ``most``."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self._most = most
        self._columns = most
        self._controls: list[QWidget] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(BETWEEN)

    def add(self, control: QWidget) -> None:
        """Put one more control at the end."""
        self._controls.append(control)
        self._place(len(self._controls) - 1)

    def _place(self, number: int) -> None:
        self._grid.addWidget(
            self._controls[number], number // self._columns, number % self._columns
        )

    def minimumSizeHint(self) -> QSize:
        """Return the room that one column needs."""
        return QSize(self._widest(), super().minimumSizeHint().height())

    def _widest(self) -> int:
        return max((control.minimumSizeHint().width() for control in self._controls), default=0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have as many columns as there is room for now."""
        super().resizeEvent(event)
        between = self._grid.horizontalSpacing()
        fitting = (event.size().width() + between) // max(1, self._widest() + between)
        columns = max(1, min(self._most, fitting))
        if columns != self._columns:
            self._columns = columns
            for number in range(len(self._controls)):
                self._place(number)
            self.updateGeometry()
