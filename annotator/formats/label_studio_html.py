"""HTML as Label Studio marks it: the text that a reader sees, and where its paths lead to.

A region begins and ends in a node of the page, named by a path such as ``/div[1]/p[2]/text()[1]``,
so many UTF-16 units behind its start.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from annotator.formats.offsets import OffsetUnit, Ruler
from annotator.model.errors import UserError

_STEP = re.compile(r"([A-Za-z][\w-]*|text\(\))(?:\[(\d{1,6})\])?")
_OUTER = re.compile(r"^/html(?:\[1\])?(?:/body(?:\[1\])?)?(?=/|$)")
_UNSEEN = {"script", "style", "head", "title", "template", "noscript"}
_LINES = {
    *("address", "article", "aside", "blockquote", "body", "br", "dd", "div", "dl", "dt"),
    *("figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header"),
    *("hr", "li", "main", "nav", "ol", "p", "pre", "section", "table", "td", "th", "tr", "ul"),
}
"""Elements that begin and end a line."""
_TEXT = "text()"
_ROOT = "page"


class HtmlPage:
    """The text of a page, and where its nodes stand in it."""

    def __init__(self, source: str) -> None:
        self._root = _parsed(source)
        self._pieces: list[str] = []
        self._length = 0
        self._texts: dict[Any, list[tuple[int, str]]] = {}
        self._ends: dict[Any, tuple[int, int]] = {}
        self._children: dict[tuple[Any, str], list[Any]] = defaultdict(list)
        self._nodes: dict[str, tuple[int, int, Ruler]] = {}
        self._walk()
        self.text = "".join(self._pieces)

    def _walk(self) -> None:
        """Put the text together, without going down into elements by calls of calls."""
        from lxml import etree  # type: ignore[import-untyped]

        unseen = 0
        for event, element in etree.iterwalk(self._root, events=("start", "end", "comment", "pi")):
            name = element.tag if isinstance(element.tag, str) else ""
            unseen += {"start": 1, "end": -1}.get(event, 0) * (name in _UNSEEN)
            if event == "start":
                self._break(name)
                self._ends[element] = self._length, self._length
                self._children[element.getparent(), name].append(element)
                self._put(element, element.text, is_seen=not unseen)
            else:
                self._ends[element] = self._ends.get(element, (0, 0))[0], self._length
                self._break(name)
                if element is not self._root:
                    self._put(element.getparent(), element.tail, is_seen=not unseen)

    def _break(self, name: str) -> None:
        if name in _LINES and self._pieces and not self._pieces[-1].endswith("\n"):
            self._pieces.append("\n")
            self._length += 1

    def _put(self, parent: Any, text: str | None, *, is_seen: bool) -> None:  # noqa: ANN401
        if not text:
            return
        self._texts.setdefault(parent, []).append((self._length, text))
        if is_seen:
            self._pieces.append(text)
            self._length += len(text)

    def place(self, path: object, offset: object) -> int:
        """Return the code point of the text that an offset behind a path means.

        Raises:
            UserError: the page has no such node.
        """
        start, length, ruler = self._ruled(str(path))
        if type(offset) is not int or not 0 <= offset <= 2 * length:
            raise UserError("Offset {offset} is not in {path}.", offset=str(offset), path=str(path))
        return start + ruler.to_range(0, offset)[1]

    def _ruled(self, path: str) -> tuple[int, int, Ruler]:
        """Return where a node's text begins, how long it is, and what measures it, made once."""
        if path not in self._nodes:
            start, words = self._node(path)
            self._nodes[path] = start, len(words), Ruler(words, OffsetUnit.UTF16)
        return self._nodes[path]

    def _node(self, path: str) -> tuple[int, str]:
        """Return where a node's text begins, and the text."""
        element = self._root
        steps = list(_steps(_OUTER.sub("", path, count=1)))
        for at, (name, number) in enumerate(steps):
            if name == _TEXT and at == len(steps) - 1:
                found = self._texts.get(element, [])
            else:
                found = self._children.get((element, name), [])
            if not 1 <= number <= len(found):
                raise UserError("The page has no node {path}.", path=path[:80])
            if name == _TEXT:
                return found[number - 1]
            element = found[number - 1]
        start, end = self._ends[element]
        return start, self.text[start:end]


def _parsed(source: str) -> Any:  # noqa: ANN401 - unhinted
    """Return a page's elements under one of our own.

    Raises:
        UserError: it is no HTML.
    """
    from lxml import etree, html

    parser = html.HTMLParser(encoding="utf-8")
    try:
        return html.fragment_fromstring(source.encode(), create_parent=_ROOT, parser=parser)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise UserError("A page is no HTML: {reason}.", reason=str(error)[:100]) from error


def _steps(path: str) -> Iterator[tuple[str, int]]:
    for step in filter(None, path.split("/")):
        if step == ".":
            continue
        found = _STEP.fullmatch(step)
        if found is None:
            raise UserError("The page has no node {path}.", path=path[:80])
        yield found[1].lower(), int(found[2] or 1)
