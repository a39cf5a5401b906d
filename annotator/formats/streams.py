"""Files from elsewhere read piece by piece: lines, and the items of a JSON list."""

import codecs
import json
import re
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any, TypeVar

from annotator.formats.input_file import MAX_BYTES, too_large
from annotator.formats.json_text import JSON_FAULTS, decoder, json_refusal, refuse_doubtful
from annotator.model.errors import UserError, not_read

PIECE = 1 << 18
T = TypeVar("T")
_BLANKS = re.compile(r"[ \t\n\r]*")
_ENDS = frozenset(" \t\n\r,]}:")
"""What stands behind a whole value; a number may go on otherwise."""
_DEEPEST = 20
_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def text_pieces(path: Path) -> Iterator[str]:
    """Yield a file's text in pieces: UTF-8, or UTF-16 with a byte order mark, which is left out.

    Raises:
        UserError: it cannot be read, or is neither; the message names the line.
    """
    line = 1
    try:
        with path.open("rb") as file:
            start = file.read(2)
            file.seek(0)
            encoding = "utf-16" if start in _MARKS else "utf-8-sig"
            decode = codecs.getincrementaldecoder(encoding)().decode
            while content := file.read(PIECE):
                piece = decode(content)
                line += piece.count("\n")
                yield piece
            yield decode(b"", final=True)
    except UnicodeDecodeError as error:
        raise UserError(
            "Line {line} of {name} is not UTF-8. Save or export the file again as UTF-8.",
            line=line + error.object.count(b"\n", 0, error.start),
            name=path.name,
        ) from error
    except OSError as error:
        raise not_read(path, error) from error


def text_lines(path: Path) -> Iterator[str]:
    """Yield a file's lines without their newlines; only those part them.

    Raises:
        UserError: it cannot be read, is no text, or a line is beyond all measure.
    """
    parts: list[str] = []
    size = 0
    for piece in text_pieces(path):
        *ended, rest = piece.split("\n")
        for end in ended:
            yield "".join([*parts, end])
            parts, size = [], 0
        parts.append(rest)
        size += len(rest)
        if size > MAX_BYTES:
            raise too_large(path.name, MAX_BYTES)
    yield "".join(parts)


def json_items(path: Path) -> Iterator[Any]:
    """Yield the items of a file that is a JSON list, or its one other value.

    Raises:
        UserError: it is no JSON, nested too deeply, or has NaN, NUL or half surrogate pairs.
    """
    text = JsonText(path.name, text_pieces(path))
    if text.next() == "[":
        for _place in text.items():
            yield text.value()
    else:
        yield text.value()
    if text.next():
        raise text.refused("Extra data")


def json_parts(path: Path, holders: Collection[str]) -> Iterator[Any]:
    """Yield what a JSON file holds piece by piece.

    These are the items of a list; of an object, what it holds under some names, however deep,
    then the rest of it; else the one value.

    Args:
        path: the file.
        holders: the names whose lists and objects are taken apart.

    Raises:
        UserError: it is no JSON, nested too deeply, or has NaN, NUL or half surrogate pairs.
    """
    text = JsonText(path.name, text_pieces(path))
    yield from _parts(text, holders, _DEEPEST)
    if text.next():
        raise text.refused("Extra data")


def _parts(text: "JsonText", holders: Collection[str], deeper: int) -> Iterator[Any]:
    mark = text.next()
    if mark == "[":
        for _place in text.items():
            yield text.value()
    elif mark == "{" and deeper:
        rest: dict[str, Any] = {}
        for name in text.names():
            if text.next() in {"[", "{"} and name in holders:
                yield from _parts(text, holders, deeper - 1)
            else:
                rest[name] = text.value()
        yield rest
    else:
        yield text.value()


class JsonText:
    """A JSON text that comes in pieces: the part of it that is looked at, and where it is."""

    def __init__(self, name: str, pieces: Iterator[str]) -> None:
        self._name = name
        self._pieces = pieces
        self._text = ""
        self._at = 0
        self._line = 1

    def next(self) -> str:
        """Return the next character that is not blank, nothing at the end."""
        while True:
            self._at = _end_of_blanks(self._text, self._at)
            if self._at < len(self._text) or not self._grow():
                return self._text[self._at : self._at + 1]

    def skip(self) -> None:
        """Go one character on."""
        self._at += 1

    def items(self) -> Iterator[None]:
        """Go through a list: stop before each item, which is read before the next is asked for."""
        self.skip()
        mark = "," if self.next() != "]" else ""
        while mark == ",":
            self.next()
            yield
            mark = self._behind("]")
        if not mark:
            self.skip()

    def names(self) -> Iterator[str]:
        """Yield an object's names, and stop before the value of each, which is read then."""
        self.skip()
        mark = "," if self.next() != "}" else ""
        while mark == ",":
            if self.next() != '"':
                raise self.refused("Expecting property name enclosed in double quotes")
            name: str = self.value()
            if self.next() != ":":
                raise self.refused("Expecting ':' delimiter")
            self.skip()
            yield name
            mark = self._behind("}")
        if not mark:
            self.skip()

    def _behind(self, end: str) -> str:
        """Return the comma, or the end, behind a value and go on."""
        mark = self.next()
        if mark not in {",", end}:
            raise self.refused("Expecting ',' delimiter")
        self.skip()
        return mark

    def value(self) -> Any:  # noqa: ANN401 - any JSON value
        """Return the next value and go behind it."""
        while True:
            try:
                value, end = decoder.raw_decode(self._text, self._at)
            except JSON_FAULTS as error:
                if isinstance(error, json.JSONDecodeError) and self._grow():
                    continue
                raise self.refused(error) from error
            if self._text[end : end + 1] in _ENDS or not self._grow():
                break
        try:
            refuse_doubtful(self._text[self._at : end], value)
        except JSON_FAULTS as error:
            raise self.refused(error) from error
        self._at = end
        return value

    def _grow(self) -> bool:
        """Read as much again as there is, at least a piece; say whether there was more."""
        self._line += self._text.count("\n", 0, self._at)
        kept = [self._text[self._at :]]
        wanted = len(kept[0])
        for piece in self._pieces:
            kept.append(piece)
            wanted -= len(piece)
            if wanted <= 0:
                break
        self._text, self._at = "".join(kept), 0
        if len(self._text) > MAX_BYTES:
            raise too_large(self._name, MAX_BYTES)
        return len(kept) > 1

    def refused(self, fault: Exception | str) -> UserError:
        """Return that the text is not as expected where it is now."""
        line = self._line
        if isinstance(fault, json.JSONDecodeError):
            line += fault.lineno - 1
        else:
            line += self._text.count("\n", 0, self._at)
        return json_refusal(self._name, line, fault)


def _end_of_blanks(text: str, at: int) -> int:
    found = _BLANKS.match(text, at)
    return found.end() if found else at


def and_whether_only(entries: Iterator[T]) -> Iterator[tuple[T, bool]]:
    """Yield each entry, and whether it is the only one."""
    first = next(entries, None)
    if first is None:
        return
    second = next(entries, None)
    yield first, second is None
    if second is not None:
        yield second, False
        yield from ((entry, False) for entry in entries)
