"""Where the panels of a project stand around the transcript, and how large they are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from annotator.gui.panels.yielding_splitter import YieldingSplitter

if TYPE_CHECKING:
    from annotator.gui.import_bar import ImportBar
    from annotator.gui.page_parts import PageParts


LEAST_TEXT, GOOD_TEXT = 280, 420
"""Pixels for the transcript: never less, and the panels give way to so much."""
LEAST_LEFT, LEAST_PANEL = 160, 200
"""Pixels for the documents and for the labels."""


class PageLayout:
    """Puts the panels into splitters, which a person moves."""

    def __init__(self, page: PageParts) -> None:
        self._page = page
        self._middle = QWidget()
        self._middle.setMinimumWidth(LEAST_TEXT)
        self._column = _column(self._middle)
        self._splitters: dict[str, QSplitter] = {}
        self._across = YieldingSplitter(GOOD_TEXT, (LEAST_LEFT, LEAST_PANEL))
        _set_up(self._across)

    def fill(self) -> Iterator[bool]:
        """Put the panels in their places, one after the other; yields True after each.

        They go into what is in the page already: a panel is slow to move with all that is in it.
        Tab goes through them in this order.
        """
        page, vertical = self._page, Qt.Orientation.Vertical
        down = self._splitters["down"] = _splitter(vertical)
        _column(page).addWidget(down)
        across = self._across
        down.addWidget(across)
        across.addWidget(page.documents)
        yield True
        across.addWidget(self._middle)
        self._column.addWidget(page.find_bar)
        inner = self._splitters["middle"] = _splitter(vertical)
        self._column.addWidget(inner, 1)
        inner.addWidget(page.view)
        inner.addWidget(page.reading_pane)
        page.find_bar.hide()
        right = self._splitters["right"] = _splitter(vertical)
        across.addWidget(right)
        right.addWidget(page.codebook)
        yield True
        right.addWidget(page.inspector)
        yield True
        down.addWidget(page.bottom)
        self._share_room()
        yield True

    def _share_room(self) -> None:
        right, down, inner = (self._splitters[name] for name in ("right", "down", "middle"))
        right.setSizes([360, 460])
        down.setSizes([640, 220])
        inner.setSizes([640, 160])
        self._across.setStretchFactor(1, 1)
        down.setStretchFactor(0, 1)
        inner.setStretchFactor(0, 1)

    @cached_property
    def bar(self) -> ImportBar:
        """The bar above the transcript, made when something takes so long that it is needed."""
        from annotator.gui.import_bar import ImportBar

        bar = ImportBar()
        self._column.insertWidget(0, bar)
        return bar

    def restore(self, remembered: Mapping[str, str]) -> None:
        """Give the panels the sizes that they had, and the text."""
        left, _text, right = across_sizes(self._page.window().width())
        self._across.want(left, right)
        self._across.take_over(remembered.get("across", ""))
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
            "across": self._across.widths(),
            "reading": "" if self._page.reading_pane.isHidden() else "shown",
            "zoom": str(round(self._page.view.zoom(), 3)),
        }


def across_sizes(width: int) -> list[int]:
    """Return the pixels for documents, transcript and labels in a window that is so wide."""
    left = min(240, max(LEAST_LEFT, round(width * 0.18)))
    right = min(340, max(320, round(width * 0.26)))
    right = max(LEAST_PANEL, min(right, width - left - GOOD_TEXT))
    return [left, max(1, width - left - right), right]


def _column(widget: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    return column


def _splitter(orientation: Qt.Orientation) -> QSplitter:
    return _set_up(QSplitter(orientation))


def _set_up(splitter: QSplitter) -> QSplitter:
    splitter.setChildrenCollapsible(False)
    splitter.setHandleWidth(1)
    return splitter


def _number(text: str) -> float:
    try:
        return float(text or 1)
    except ValueError:
        return 1.0
