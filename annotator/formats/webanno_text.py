"""The lines of a WebAnno TSV file: its layers, units and the text that its sentences make."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from annotator.formats.webanno_cells import Layer, layers_of, unescape
from annotator.model.message import Message

_HEADER = re.compile(r"#T_(?:SP|RL|CH)=\S")
_ROW = re.compile(r"(\d{1,9}-\d{1,9}(?:\.\d{1,9})?)\t(\d{1,9})-(\d{1,9})\t([^\t]*)(?:\t(.*))?")
_FEW = 64
"""So many rows' cells are remembered: those that follow each other are often the same."""
_PARAGRAPH = re.compile(r"#Sentence\.id=p(\d+)s\d+")
_ROW_EXPECTED = Message("a token such as “1-1⇥0-4⇥This⇥_⇥”")


class Refusal(Exception):  # noqa: N818 - turned into a sentence where the file's name is known
    """A line is not what is expected."""

    def __init__(self, line: int, expected: Message, found: str) -> None:
        self.line, self.expected, self.found = line, str(expected), found
        super().__init__(self.expected)


class Unit(NamedTuple):
    """A token or part of one with its cells; offsets count UTF-16 units."""

    key: str
    begin: int
    end: int
    form: str
    cells: tuple[str, ...]
    line: int


@dataclass(slots=True)
class Page:
    """What a file holds: layers, units in their order, and the text."""

    layers: tuple[Layer, ...]
    units: list[Unit] = field(default_factory=list)
    text: str = ""


@dataclass(slots=True)
class _Sentence:
    paragraph: str = ""
    lines: list[str] = field(default_factory=list)
    units: list[Unit] = field(default_factory=list)

    def hear(self, line: str) -> None:
        """Take what a comment line tells: the text, or which paragraph the sentence begins."""
        if line.startswith("#Text="):
            self.lines.append(line.removeprefix("#Text="))
        elif found := _PARAGRAPH.fullmatch(line):
            self.paragraph = found[1]


def page_of(content: str) -> Page:
    """Return what a file holds.

    Raises:
        Refusal: a line is not of the format.
    """
    lines = content.removeprefix("\ufeff").split("\n")
    if "\r" in content:
        lines = [line.removesuffix("\r") for line in lines]
    if "\x00" in content:
        number, line = next((n, x) for n, x in enumerate(lines, start=1) if "\x00" in x)
        raise Refusal(number, Message("text without NUL"), line)
    header = [line for line in lines if line[:1] == "#" and _HEADER.match(line)]
    page = Page(tuple(layers_of(header)))
    width = sum(len(layer.columns) for layer in page.layers)
    text = _Text()
    for sentence in _sentences(lines, width):
        text.add(sentence)
        page.units += sentence.units
    page.text = "".join(text.parts)
    return page


def _sentences(lines: list[str], width: int) -> Iterator[_Sentence]:
    """Yield the sentences: comment lines, then rows up to a blank line."""
    sentence = _Sentence()
    for number, line in enumerate(lines, start=1):
        is_aside = line[:1] == "#"
        if is_aside and (line.startswith("#Text=") or not sentence.units):
            sentence.hear(line)
        elif line.strip():
            if not sentence.lines:
                raise Refusal(number, Message("“#Text=” before the tokens of a sentence"), line)
            sentence.units.append(_unit(line, number, width))
        elif sentence.units:
            yield sentence
            sentence = _Sentence()
    if sentence.units:
        yield sentence


def _unit(line: str, number: int, width: int) -> Unit:
    found = _ROW.fullmatch(line)
    if found is None:
        raise Refusal(number, _ROW_EXPECTED, line)
    key, begins, ends, form, told = found.groups()
    cells = _cells(told or "")
    if len(cells) != width:
        raise Refusal(number, Message("{count} columns as the header says", {"count": width}), line)
    begin, end = int(begins), int(ends)
    if begin > end:
        raise Refusal(number, Message("a beginning before the end"), line)
    return Unit(key, begin, end, form, cells, number)


@lru_cache(maxsize=_FEW)
def _cells(told: str) -> tuple[str, ...]:
    cells = told.split("\t")
    return tuple(cells if cells[-1] else cells[:-1])


class _Text:
    """The text as the sentences make it, with white space where none of them lies."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self._length = 0
        self._paragraph = ""

    def add(self, sentence: _Sentence) -> None:
        """Put a sentence where its first token lies.

        Raises:
            Refusal: it lies before the end of the one before, or its tokens are not in it.
        """
        first = next((unit for unit in sentence.units if "." not in unit.key), sentence.units[0])
        raw = "\n".join(sentence.lines)
        last = next((unit for unit in reversed(sentence.units) if "." not in unit.key), first)
        text, lead = _reading(raw, first, last)
        gap = first.begin - lead - self._length
        if gap < 0:
            raise Refusal(
                first.line,
                Message("an offset from {start} on", {"start": self._length + lead}),
                str(first.begin),
            )
        if gap > _WIDEST:
            raise Refusal(first.line, Message("sentences close to each other"), str(first.begin))
        same = sentence.paragraph and sentence.paragraph == self._paragraph
        self.parts += [(" " if same else "\n") * gap, text]
        self._length += gap + _width(text)
        self._paragraph = sentence.paragraph
        for unit in sentence.units:
            if unit.end > self._length:
                raise Refusal(
                    unit.line, Message("an end up to {end}", {"end": self._length}), str(unit.end)
                )


_WIDEST = 1 << 16


def _reading(raw: str, first: Unit, last: Unit) -> tuple[str, int]:
    """Return a sentence's text, escaped or not, and how far in its first token lies."""
    for text in (unescape(raw), raw):
        for form in (unescape(first.form), first.form):
            at = text.find(form)
            if at < 0 or text[:at].strip():
                continue
            lead = _width(text[:at])
            if "\\" not in raw or _width(text) >= last.end - first.begin + lead:
                return text, lead
    raise Refusal(first.line, Message("the first token at the start of its sentence"), first.form)


def _width(text: str) -> int:
    """Return how many UTF-16 units a text has."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2
