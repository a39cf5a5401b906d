"""Taguette projects (.sqlite3): HTML documents whose highlights count UTF-8 bytes, tags apart."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

from annotator.formats.anchoring import Anchors
from annotator.formats.base import Format, Tables
from annotator.formats.detail_texts import kind_named
from annotator.formats.foreign_rows import expect_tables, rows_of, text, whole
from annotator.formats.incoming import (
    Incoming,
    IncomingAnnotation,
    IncomingCodebook,
    IncomingDocument,
    IncomingLabel,
    ReadOptions,
)
from annotator.formats.offsets import Normalised, OffsetUnit, Quoted
from annotator.model.message import Message
from annotator.model.text import Range

MAGIC = b"SQLite format 3\x00"
_NEEDED = {"documents", "highlights", "tags", "highlight_tags"}
_BLOCKS = frozenset(
    [
        *("p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "table", "tr", "td"),
        *("th", "blockquote", "pre", "section", "article", "br", "hr", "dt", "dd"),
    ]
)
Highlight = tuple[int, int, int, str]


class PageText(HTMLParser):
    """The words of a page as Taguette counts them, and the line breaks that a reader sees.

    ``words`` are all texts between tags, one after the other. Where a block ends without a
    newline, ``text`` has one more than ``words``.
    """

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.words = ""
        self._pieces: list[str] = []
        self._length = 0
        self._breaks: list[int] = []
        self._is_pending = False
        self.feed(page)
        self.close()
        self.words = "".join(self._pieces)
        normalised = Normalised(self.words)
        self._inserted = [normalised.at(point) for point in self._breaks]
        self.text = self._with_breaks(normalised.text)

    def handle_starttag(self, tag: str, _attributes: object) -> None:
        """Begin a new line before a block."""
        self._is_pending |= tag in _BLOCKS

    def handle_endtag(self, tag: str) -> None:
        """Begin a new line after a block."""
        self._is_pending |= tag in _BLOCKS

    def handle_data(self, data: str) -> None:
        """Take a text between tags."""
        last = self._pieces[-1][-1] if self._pieces else "\n"
        if self._is_pending and last != "\n" and not data.startswith(("\n", "\r")):
            self._breaks.append(self._length)
        self._is_pending = False
        self._pieces.append(data)
        self._length += len(data)

    def _with_breaks(self, words: str) -> str:
        ends = [*self._inserted, len(words)]
        return "\n".join(
            words[start:end] for start, end in zip([0, *self._inserted], ends, strict=True)
        )

    def range(self, start: int, end: int) -> Range:
        """Return where a passage of the words lies in ``text``."""
        return (
            start + bisect_right(self._inserted, start),
            end + bisect_left(self._inserted, end),
        )


def read_taguette(tables: Tables, options: ReadOptions) -> Iterator[Incoming]:
    """Yield the tags, then each document with its highlights.

    Raises:
        UserError: a table is missing or a value is not what it should be.
    """
    expect_tables(tables, _NEEDED, "Taguette")
    tags: dict[object, str] = {}
    labels: dict[str, IncomingLabel] = {}
    for number, path, description in rows_of(tables, "tags", ("id", "path", "description")):
        name = text(path) or str(number)
        tags[number] = name
        labels.setdefault(
            name, IncomingLabel(name, kind_named(name.lower()), definition=text(description))
        )
    yield IncomingCodebook(tuple(labels.values()))
    tagged: dict[object, list[str]] = defaultdict(list)
    for highlight, tag in rows_of(tables, "highlight_tags", ("highlight_id", "tag_id")):
        if tag in tags:
            tagged[highlight].append(tags[tag])
    highlights = _highlights(tables)
    for number, title, page in rows_of(tables, "documents", ("id", "name", "contents")):
        yield _document(text(title) or tables.name, text(page), highlights[number], tagged, options)


def _highlights(tables: Tables) -> dict[object, list[Highlight]]:
    """Return the highlights of each document."""
    found: dict[object, list[Highlight]] = defaultdict(list)
    columns = ("id", "document_id", "start_offset", "end_offset", "snippet")
    for number, document, start, end, snippet in rows_of(tables, "highlights", columns):
        numbers = [
            whole(cell, tables.name, f"highlights.{column}")
            for column, cell in (("id", number), ("start_offset", start), ("end_offset", end))
        ]
        found[document].append((numbers[0], numbers[1], numbers[2], text(snippet)))
    return found


def _document(
    name: str,
    contents: str,
    highlights: list[Highlight],
    tagged: dict[object, list[str]],
    options: ReadOptions,
) -> IncomingDocument:
    page = PageText(contents)
    quoted: list[Quoted] = [
        (start, end, PageText(snippet).words) for _id, start, end, snippet in highlights
    ]
    anchors = Anchors(page.words, quoted, options.unit or OffsetUnit.UTF8)
    annotations: list[IncomingAnnotation] = []
    lost = untagged = 0
    for (number, *_place), entry in zip(highlights, quoted, strict=True):
        place = anchors.find(*entry)
        if place is None:
            lost += 1
        elif not tagged[number]:
            untagged += 1
        else:
            ranges = (page.range(*place),)
            annotations += [
                IncomingAnnotation(f"{number}/{tag}", tag, ranges) for tag in tagged[number]
            ]
    return IncomingDocument(
        name,
        page.text,
        tuple(annotations),
        problems=tuple(_problems(lost, untagged)),
    )


def _problems(lost: int, untagged: int) -> Iterator[Message]:
    if lost:
        yield Message(
            "{count} {count|highlight|highlights} left out, whose words are not in the text.",
            {"count": lost},
        )
    if untagged:
        yield Message(
            "{count} {count|highlight has|highlights have} no tag and {count|is|are} left out.",
            {"count": untagged},
        )


def _is_taguette(path: Path, head: bytes) -> bool:
    return head.startswith(MAGIC) and path.suffix.lower() in {".sqlite3", ".sqlite", ".db"}


TAGUETTE = Format(
    name="taguette",
    title=Message("Taguette project"),
    extensions=(".sqlite3",),
    guess=_is_taguette,
    tables_reader=read_taguette,
    loses=Message("Who made a highlight, highlights without a tag, and the look of the page."),
)
