"""brat standoff: a .txt and .ann file per document with the configuration, written.

Offsets count code points. Line breaks part a passage into fragments, as brat does it. Fields with
few values become attributes, all others notes of their own type, one line of text each.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import count
from pathlib import Path

from annotator.formats.base import Format, Loss, Options, ProjectSource, Selection
from annotator.formats.brat_conf import ANNOTATION, VISUAL, annotation_conf, types_of, visual_conf
from annotator.formats.brat_read import BREAKS, NOTES, is_brat, read_brat
from annotator.formats.bundle import file_names, write_bundle
from annotator.formats.offsets import OffsetUnit
from annotator.formats.sheets import Mark, Sheet, losses_of, sheets
from annotator.model.ids import LabelId
from annotator.model.message import Message
from annotator.model.text import Range

_CHOICES = frozenset(
    {
        "origin",
        "claim_checkworthy",
        "claim_status",
        "claim_verdict",
        "figure_kind",
        "topic_scope",
        "topic_stance",
    }
)
_VALUE = re.compile(r"[A-Za-z0-9_.-]+")
_BLANK = re.compile(r"\s+")
_NOTHING = Message("It marks line breaks only, which brat cannot mark.")
_EDGES = Message("The line breaks at its ends are left out.")
_NAMES = Message("Blanks in the names of its fields become “_”.")
_JOINED = Message("Parts that only line breaks separate become one when the file is read back.")


def _write(source: ProjectSource, selection: Selection, path: Path, _options: Options) -> int:
    labels = list(source.labels())
    types = types_of(labels)
    attributes: dict[str, set[str]] = {}
    written = 0
    names = file_names([document.title for document in selection.documents_of(source)], "")
    with write_bundle(path) as add:
        for name, sheet in zip(names, sheets(source, selection), strict=True):
            page = _Page(sheet, types, attributes)
            add(f"{name}.txt", sheet.text.encode())
            add(f"{name}.ann", "".join(f"{line}\n" for line in page.lines()).encode())
            written += page.written
        add(ANNOTATION, annotation_conf(labels, attributes).encode())
        add(VISUAL, visual_conf(labels).encode())
    return written


class _Page:
    """The lines of one document's .ann file; notes the values of attributes on the way."""

    def __init__(
        self, sheet: Sheet, types: Mapping[LabelId, str], attributes: dict[str, set[str]]
    ) -> None:
        self._sheet, self._types, self._attributes = sheet, types, attributes
        self._note_numbers, self._attribute_numbers = count(1), count(1)
        self.written = 0

    def lines(self) -> Iterator[str]:
        """Yield the lines: annotations with what they say, then relations."""
        for mark in self._sheet.marks:
            if parts := fragments(mark):
                self.written += 1
                yield self._textbound(mark, parts)
                yield from self._said(mark)
        for number, (relation, start, end) in enumerate(self._sheet.relations, start=1):
            if fragments(start) and fragments(end):
                ends = f"Arg1:T{start.number} Arg2:T{end.number}"
                yield f"R{number}\t{relation.kind.value} {ends}\t"
                yield from self._notes(NOTES, f"R{number}", relation.note)

    def _textbound(self, mark: Mark, parts: tuple[Range, ...]) -> str:
        offsets = ";".join(f"{start} {end}" for start, end in parts)
        words = " ".join(self._sheet.text[start:end] for start, end in parts)
        return f"T{mark.number}\t{self._types[mark.label.id]} {offsets}\t{words}"

    def _said(self, mark: Mark) -> Iterator[str]:
        key = f"T{mark.number}"
        yield from self._notes(NOTES, key, mark.note)
        yield from self._notes("author", key, mark.author)
        for field, value in mark.fields.items():
            name = _BLANK.sub("_", field)
            if name in _CHOICES and _VALUE.fullmatch(value):
                self._attributes.setdefault(name, set()).add(value)
                yield f"A{next(self._attribute_numbers)}\t{name} {key} {value}"
            else:
                yield from self._notes(name, key, value)

    def _notes(self, kind: str, key: str, words: str) -> Iterator[str]:
        """Yield a note per line of the words."""
        for line in BREAKS.split(words.replace("\r\n", "\n")) if words else ():
            yield f"#{next(self._note_numbers)}\t{kind} {key}\t{line}"


def fragments(mark: Mark) -> tuple[Range, ...]:
    """Return an annotation's passages cut at line breaks, without empty ones."""
    text = mark.s.text
    return tuple(
        (start + found.start(), start + found.end())
        for start, end in mark.ranges
        for found in _UNBROKEN.finditer(text[start:end])
    )


_UNBROKEN = re.compile(f"[^{BREAKS.pattern[1:-1]}]+")


def _judge(sheet: Sheet) -> Iterator[Loss]:
    for mark in sheet.marks:
        parts = fragments(mark)
        if not parts:
            yield mark.loss(_NOTHING)
            continue
        edges = "".join(sheet.text[start] + sheet.text[end - 1] for start, end in mark.ranges)
        if BREAKS.search(edges):
            yield mark.loss(_EDGES)
        if any(map(_BLANK.search, mark.fields)):
            yield mark.loss(_NAMES)
        inner = zip(mark.ranges, mark.ranges[1:], strict=False)
        if any(not _UNBROKEN.search(sheet.text, a[1], b[0]) for a, b in inner):
            yield mark.loss(_JOINED)


BRAT = Format(
    name="brat",
    title=Message("brat standoff"),
    extensions=(".zip", ".ann"),
    guess=is_brat,
    writer=_write,
    reader=read_brat,
    losses=losses_of(_judge),
    is_bundle=True,
    loses=Message(
        "Turns, what is said of documents, findings, dismissals, settings, links and relations "
        "between documents, authors and labels of relations, colours of authors, and the codebook "
        "beyond names, kinds and colours."
    ),
    offset_units=(OffsetUnit.CODE_POINTS,),
)
