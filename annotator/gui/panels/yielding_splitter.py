"""Panels left and right of a text, which give way to it in a small window and come back after."""

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter

PARTS = 3
_WIDTHS = re.compile(r"[0-9]{1,5},[0-9]{1,5},[1-9][0-9]{0,4}")


class YieldingSplitter(QSplitter):
    """A panel, a text and a panel side by side; the text is ``good`` pixels wide if it can be.

    First the right panel gives way, then the left one, to no less than ``least`` pixels each. A
    person who moves a handle decides: the panels are that wide wherever there is room, and the
    text is not widened beyond what was left of it.
    """

    def __init__(self, good: int, least: tuple[int, int]) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._good = self._text = good
        self._least = least
        self._wanted = least
        self.splitterMoved.connect(lambda _place, _handle: self._heed())

    def want(self, left: int, right: int, text: int = 0) -> None:
        """Make the panels so wide, where the text keeps ``text`` pixels (0: the usual)."""
        self._wanted = left, right
        self._text = min(self._good, text) or self._good
        self._share()

    def widths(self) -> str:
        """Return what is wanted, to be taken over another time."""
        return ",".join(map(str, (*self._wanted, self._text)))

    def take_over(self, widths: str) -> None:
        """Want what was wanted another time; what is damaged changes nothing."""
        if _WIDTHS.fullmatch(widths):
            self.want(*map(int, widths.split(",")))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room that there is now."""
        super().resizeEvent(event)
        self._share()

    def _heed(self) -> None:
        """Keep how wide the panels were made."""
        left, text, right = self.sizes()
        self._wanted = left, right
        self._text = min(self._good, text)

    def _share(self) -> None:
        if self.count() != PARTS:
            return
        room = sum(self.sizes())
        left, right = self._wanted
        lack = self._text - (room - left - right)
        right, lack = _give(right, lack, self._least[1])
        left, lack = _give(left, lack, self._least[0])
        wanted = [left, room - left - right, right]
        if wanted != self.sizes():
            self.setSizes(wanted)


def _give(width: int, lack: int, least: int) -> tuple[int, int]:
    """Return what is left of a panel that gives way, and what is lacking still."""
    given = max(0, min(lack, width - least))
    return width - given, lack - given
