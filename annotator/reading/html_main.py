"""Which lines of a web page are its main text, given what a search for articles has found."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from annotator.reading.html_lines import Line, ancestors

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]

_AROUND_TAGS = frozenset({"nav", "aside", "footer", "form"})
_AROUND_NAMES = re.compile(
    r"^(?:share|bdshare|social|related|relate|recommend|crumbs?|breadcrumbs?|nav|navbar|navigation|menu"
    r"|footer|foot|sidebar|side|comments?|copyright|toolbar|tools|banner|ads?|advert|advertisement"
    r"|print|qrcode|pagination|pager|subscribe|newsletter|promo|cookie|skip|hidden|xgnews|location)$",
    re.IGNORECASE,
)
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_PROSE = re.compile(r"[.!?。！？…:：][”’\"'」』）)]*$")
_MOST = 0.9
_LINKED = 0.6
_MORE = 1.25
_TELLING = 16
_BODY = 0.4
"""What holds more of a page's words than this is not around its main text."""


def main_text(lines: Sequence[Line], found: Sequence[str], root: HtmlElement) -> list[Line]:
    """Return the lines of the main text: those that were found, and those among them.

    Args:
        lines: the lines of the page.
        found: those that a search for the article has kept, in its own spelling; it may be none.
        root: the page.
    """
    page = _Page(lines, found, root)
    top = page.widened(page.container())
    return [line for at, line in enumerate(lines) if page.is_kept(at, top)]


class _Page:
    """The lines of a page, and how much of it each element holds."""

    def __init__(self, lines: Sequence[Line], found: Sequence[str], root: HtmlElement) -> None:
        self._lines = lines
        self._root = root
        self._paths = [[*ancestors(line.element, root), root] for line in lines]
        self._matched = frozenset(_matched([_squeezed(line.text) for line in lines], found))
        self._around: dict[HtmlElement, bool] = {}
        self._words = self._weights(range(len(lines)))

    def _weights(self, chosen: Iterable[int]) -> Counter[HtmlElement]:
        """Return how many characters outside links each element holds of some lines."""
        weights: Counter[HtmlElement] = Counter()
        for at in chosen:
            for element in self._paths[at]:
                weights[element] += len(self._lines[at].text) - self._lines[at].links
        return weights

    def container(self) -> HtmlElement:
        """Return the innermost element that holds nearly all lines that were found."""
        weight = self._weights(self._matched)
        count = Counter(element for at in self._matched for element in self._paths[at])
        owners = {line.element for line in self._lines}

        def holds_most(element: HtmlElement) -> bool:
            is_most = weight[element] >= _MOST * weight[self._root]
            return is_most and count[element] >= _MOST * count[self._root] and element not in owners

        top = self._root
        while self._matched and (inner := next(filter(holds_most, top), None)) is not None:
            top = inner
        return top

    def widened(self, top: HtmlElement) -> HtmlElement:
        """Return ``top``, or an element around it that holds clearly more running text."""
        prose = self._weights(
            at
            for at, line in enumerate(self._lines)
            if _PROSE.search(line.text) and not any(map(self._is_around, self._paths[at]))
        )
        best = top
        for wider in top.iterancestors():
            if prose[wider] > _MORE * prose[best]:
                best = wider
        return best

    def is_kept(self, at: int, top: HtmlElement) -> bool:
        """Say whether a line below ``top`` belongs to the main text."""
        path, line = self._paths[at], self._lines[at]
        if top not in path:
            return False
        is_around = any(map(self._is_around, path[: path.index(top)]))
        return at in self._matched or not (is_around or _is_linked(line))

    def _is_around(self, element: HtmlElement) -> bool:
        """Say whether an element is what pages put around their main text, by its name."""
        if element not in self._around:
            names = f"{element.get('class', '')} {element.get('id', '')}"
            is_named = element.tag in _AROUND_TAGS or any(
                _AROUND_NAMES.match(word) for word in _WORD.findall(names[:200])
            )
            is_small = self._words[element] <= _BODY * self._words[self._root]
            self._around[element] = is_named and is_small
        return self._around[element]


def _matched(lines: Sequence[str], found: Sequence[str]) -> Iterator[int]:
    """Yield which lines were found: as they are, or inside another if they are long."""
    squeezed = [_squeezed(line) for line in found]
    whole, joined = set(squeezed), "".join(squeezed)
    for at, line in enumerate(lines):
        if line in whole or (len(line) >= _TELLING and line in joined):
            yield at


def _squeezed(text: str) -> str:
    return "".join(text.replace("|", "").split())


def _is_linked(line: Line) -> bool:
    """Say whether a line is mostly links."""
    return line.links > _LINKED * len("".join(line.text.split()))
