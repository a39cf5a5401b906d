"""The lines of an HTML page as a reader sees them, each with the element that it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]

_SKIPPED = (
    "script style noscript template head title iframe object svg canvas audio video select option "
    "button textarea input datalist math map rt rp"
)
SKIPPED = frozenset(_SKIPPED.split())
_BLOCKS = (
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section "
    "summary table tbody tfoot thead tr ul"
)
BLOCKS = frozenset(_BLOCKS.split())
CELLS = frozenset({"td", "th"})
_SPACE = re.compile(r"[ \t\n\r\f\v\u00a0]+")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_BREAK = "\n"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page: ``links`` of its characters are those of links."""

    text: str
    element: HtmlElement
    links: int


class _Page:
    """Collects running text until a block ends."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self._pieces: list[str] = []
        self._links = 0
        self._depth = 0

    def link(self, change: int) -> None:
        """Go into a link or out of it."""
        self._depth += change

    def add(self, text: str | None) -> None:
        if text:
            self._pieces.append(text)
            self._links += len("".join(text.split())) if self._depth > 0 else 0

    def end_line(self, element: HtmlElement) -> None:
        text = "".join(self._pieces)
        self._pieces.clear()
        links, self._links = self._links, 0
        for part in text.split(_BREAK):
            if told := part.strip(" \t\u00a0\u3000\u200b"):
                self.lines.append(Line(told, element, min(links, len(told))))


def lines_of(root: HtmlElement) -> list[Line]:
    """Return the lines of a page in their order; rows of tables are cells parted by tabs."""
    from lxml import etree  # type: ignore[import-untyped]

    page = _Page()
    walker = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    block = [root]
    for event, element in walker:
        if event == "start":
            if element.tag in SKIPPED or _is_hidden(element):
                walker.skip_subtree()
                continue
            _enter(page, element, block)
        elif event == "end":
            _leave(page, element, block)
            page.add(_flat(element.tail))
        else:
            page.add(_flat(element.tail))
    page.end_line(root)
    return page.lines


def _enter(page: _Page, element: HtmlElement, block: list[HtmlElement]) -> None:
    tag = element.tag
    if tag in BLOCKS or _is_layout(element):
        page.end_line(block[-1])
        block.append(element)
    elif tag in CELLS and _cell_before(element):
        page.add("\t")
    if tag == "a":
        page.link(+1)
    if tag == "br":
        page.add(_BREAK)
    page.add(element.text if tag == "pre" else _flat(element.text))


def _leave(page: _Page, element: HtmlElement, block: list[HtmlElement]) -> None:
    if element.tag == "a":
        page.link(-1)
    if element is block[-1] and len(block) > 1:
        page.end_line(element)
        block.pop()


def _is_hidden(element: HtmlElement) -> bool:
    return "hidden" in element.attrib or bool(_HIDDEN.search(element.get("style", "")))


def _is_layout(element: HtmlElement) -> bool:
    """Say whether a cell holds paragraphs, as where a table lays out a page."""
    return element.tag in CELLS and any(child.tag in BLOCKS for child in element)


def _cell_before(element: HtmlElement) -> bool:
    return any(sibling.tag in CELLS for sibling in element.itersiblings(preceding=True))


def _flat(text: str | None) -> str | None:
    """Return text with its white space as a browser shows it; full-width spaces stay."""
    return _SPACE.sub(" ", text) if text else text


def ancestors(element: HtmlElement, top: HtmlElement) -> Iterator[HtmlElement]:
    """Yield an element and those around it, up to and without ``top``."""
    current: HtmlElement | None = element
    while current is not None and current is not top:
        yield current
        current = current.getparent()
