"""Where the panels of a project stand around the transcript, and how large they are."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from annotator.gui.import_bar import ImportBar
    from annotator.gui.page_parts import PageParts


class PageLayout:
    """Puts the panels into splitters, which a person moves."""

    def __init__(self, page: PageParts) -> None:
        self._page = page
        middle = QWidget()
        self._column = QVBoxLayout(middle)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(page.find_bar)
        inner = _splitter(Qt.Orientation.Vertical, page.view, page.reading_pane)
        self._column.addWidget(inner, 1)
        right = _splitter(Qt.Orientation.Vertical, page.codebook, page.inspector)
        across = _splitter(Qt.Orientation.Horizontal, page.documents, middle, right)
        down = _splitter(Qt.Orientation.Vertical, across, page.bottom)
        self._splitters = {"across": across, "right": right, "down": down, "middle": inner}
        for splitter, sizes in (
            (right, [360, 460]),
            (down, [640, 220]),
            (inner, [640, 160]),
        ):
            splitter.setSizes(sizes)
        across.setStretchFactor(1, 1)
        down.setStretchFactor(0, 1)
        inner.setStretchFactor(0, 1)
        page.find_bar.hide()
        whole = QVBoxLayout(page)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(down)

    @cached_property
    def bar(self) -> ImportBar:
        """The bar above the transcript, made when something takes so long that it is needed."""
        from annotator.gui.import_bar import ImportBar

        bar = ImportBar()
        self._column.insertWidget(0, bar)
        return bar

    def restore(self, remembered: Mapping[str, str]) -> None:
        """Give the panels the sizes that they had, and the text."""
        window = self._page.window()
        width = min(window.width(), window.screen().availableSize().width())
        self._splitters["across"].setSizes(across_sizes(width))
        for name, splitter in self._splitters.items():
            state = remembered.get(name, "").encode("ascii", "ignore")
            splitter.restoreState(QByteArray.fromBase64(state))
        self._page.view.set_zoom(_number(remembered.get("zoom", "")))
        self._page.reading_pane.setVisible(remembered.get("reading") == "shown")

    def state(self) -> dict[str, str]:
        """Return the sizes of the panels and of the text, by name."""
        sizes = {
            name: bytes(splitter.saveState().toBase64().data()).decode()
            for name, splitter in self._splitters.items()
        }
        return sizes | {
            "reading": "" if self._page.reading_pane.isHidden() else "shown",
            "zoom": str(round(self._page.view.zoom(), 3)),
        }


def across_sizes(width: int) -> list[int]:
    """Return the pixels for documents, transcript and labels in a window that is so wide."""
    left = min(240, max(160, round(width * 0.18)))
    right = min(340, max(320, round(width * 0.26)))
    return [left, max(1, width - left - right), right]


def _splitter(orientation: Qt.Orientation, *widgets: QWidget) -> QSplitter:
    splitter = QSplitter(orientation)
    splitter.setChildrenCollapsible(False)
    splitter.setHandleWidth(1)
    for widget in widgets:
        splitter.addWidget(widget)
    return splitter


def _number(text: str) -> float:
    try:
        return float(text or 1)
    except ValueError:
        return 1.0
