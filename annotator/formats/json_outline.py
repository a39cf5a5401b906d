"""What the first objects of a JSON file have in them, without holding all of it."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from annotator.formats.records_json import Json
from annotator.formats.streams import PIECE, JsonText
from annotator.model.errors import UserError

PEEKED = 1 << 26
"""So many characters of a file are looked at where its first object is long."""
_ENOUGH = 1 << 20
"""So many characters are for further objects."""
_OBJECTS = re.compile(rb"(?:\[\s*)?\{(?!\s*\"@)")
_KEPT = 20
"""So many of a list's items are told."""
_DEEPEST = 4


def first_objects(path: Path, head: bytes, most: int = 20) -> Iterator[Json]:
    """Yield the first objects of a JSON list, of JSON lines, or the one object, as far as they go.

    Of long lists in them only the first items are told. Of linked data, whose first name begins
    with @, nothing is: such files are long, and told by their context.

    Args:
        path: the file; more of it is read, a little at a time, where ``head`` holds too few.
        head: the file's first bytes.
        most: how many objects are looked at.
    """
    if not _OBJECTS.match(head.removeprefix(b"\xef\xbb\xbf").lstrip()):
        return
    looking = _Looking(path, head)
    text = JsonText(path.name, looking.pieces())
    try:
        yield from _objects(text, looking, most)
    except (UserError, OSError):
        return


class _Looking:
    """How far a file is looked at: to its first object's end, else not very far."""

    def __init__(self, path: Path, head: bytes) -> None:
        self._path, self._head = path, head
        self.limit = PEEKED

    def pieces(self) -> Iterator[str]:
        """Yield the file's text up to the limit; the head's where there is no file."""
        if not self._path.is_file():
            yield self._head.decode("utf-8-sig", "ignore")
            return
        read = 0
        with self._path.open(encoding="utf-8-sig", errors="ignore") as file:
            while read < self.limit and (piece := file.read(min(PIECE, self.limit - read))):
                read += len(piece)
                yield piece


def _objects(text: JsonText, looking: _Looking, most: int) -> Iterator[Json]:
    if text.next() == "[":
        text.skip()
    for _ in range(most):
        if text.next() == ",":
            text.skip()
        if text.next() != "{":
            return
        yield _outline(text, _DEEPEST)
        looking.limit = _ENOUGH


def _outline(text: JsonText, deeper: int) -> Any:  # noqa: ANN401 - any JSON value
    """Return the next value with at most the first items of its lists.

    Raises:
        UserError: it is no JSON, or goes on beyond what is looked at.
    """
    mark = text.next()
    if mark == "[" and deeper:
        kept = []
        for at, _place in enumerate(text.items()):
            if at < _KEPT:
                kept.append(_outline(text, deeper - 1))
            else:
                text.value()
        return kept
    if mark == "{" and deeper:
        return {name: _outline(text, deeper - 1) for name in text.names()}
    return text.value()
