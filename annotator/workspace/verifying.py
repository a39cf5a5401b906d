"""An export read back and compared with what was to be written."""

import re
from array import array
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import groupby
from pathlib import Path

from annotator.formats.base import Format, Options, ProjectSource, Selection
from annotator.formats.csv_file import CSV
from annotator.formats.flat_read import read_flat
from annotator.formats.incoming import IncomingCodebook, IncomingDocument, ReadOptions
from annotator.formats.jsonl import JSONL
from annotator.formats.jsonl_read import Header, jsonl_lines, read_jsonl
from annotator.formats.sheets import Sheet, sheets, unique_names
from annotator.formats.xlsx_file import XLSX
from annotator.model.errors import UserError
from annotator.model.ids import AnnotationId
from annotator.model.message import Message
from annotator.model.records import Annotation, Label
from annotator.model.text import Range, sha256_of
from annotator.workspace.retold import alone

_SPACE = re.compile(r"\s+")
_BLANKS = re.compile(r"[^\w-]+")


@dataclass(frozen=True, slots=True)
class Verified:
    """What an export holds when it is read back.

    ``was_read`` is False for formats that are only written. ``differences`` are those that the
    format's losses do not tell of.
    """

    was_read: bool = False
    documents: int = 0
    annotations: int = 0
    differences: tuple[Message, ...] = ()


@dataclass(slots=True)
class _Expected:
    """What one text of the project should come back with.

    ``sure`` are the hashes of the annotations that lose nothing, ``whole`` says that there are no
    others.
    """

    title: str
    count: int = 0
    sure: "array[int]" = field(default_factory=lambda: array("q"))
    whole: bool = True


def verify_export(
    known: Format, source: ProjectSource, selection: Selection, path: Path, options: Options
) -> Verified:
    """Read an export back and compare texts, passages and labels with the project.

    One document is in memory at a time; of the others only digests are kept.
    """
    if not known.reads or known.tables_reader is not None:
        return Verified()
    found: Iterator[object]
    comparison = _Comparison(known, source, selection, options)
    try:
        if known is JSONL:
            found = _of_jsonl(path)
        elif known in (CSV, XLSX):
            found = _of_rows(path)
        elif known.reader is not None:
            texts = _Texts(source, selection)
            found = known.reader(path, ReadOptions(options.offset_unit, texts))
        else:
            return Verified()
        return comparison.of(found)
    except UserError as error:
        if known.keeps == "claims" and not comparison.has_sure:
            return Verified(was_read=True)
        reason = Message("The file cannot be read back: {reason}", {"reason": str(error)})
        return Verified(was_read=True, differences=(reason,))


@dataclass(frozen=True, slots=True)
class _ReadBack:
    """One document of an export in a format of our own; without a text it is None."""

    name: str
    text: str | None
    marks: tuple[tuple[str, tuple[Range, ...]], ...]


def _of_jsonl(path: Path) -> Iterator[_ReadBack]:
    labels: dict[str, str] = {}
    for entry in read_jsonl(jsonl_lines(path)):
        if isinstance(entry, Header):
            labels = dict(unique_names(entry.labels).items())
            continue
        marks = tuple(
            (labels[r.label], tuple((span.start, span.end) for span in r.spans))
            for r in entry.records
            if isinstance(r, Annotation)
        )
        yield _ReadBack(entry.document.title, entry.text.text, marks)


def _of_rows(path: Path) -> Iterator[_ReadBack]:
    for document, rows in groupby(read_flat(path), lambda row: row["document_id"]):
        told = [(row["label"], row["spans"] or f"{row['start']}-{row['end']}") for row in rows]
        yield _ReadBack(document, None, tuple((label, _ranges(spans)) for label, spans in told))


def _ranges(cell: str) -> tuple[Range, ...]:
    pairs = re.findall(r"(\d+)-(\d+)", cell)
    return tuple((int(start), int(end)) for start, end in pairs)


class _Texts(Mapping[str, str]):
    """The exported texts by title, each loaded when it is asked for."""

    def __init__(self, source: ProjectSource, selection: Selection) -> None:
        self._source = source
        self._ids = {d.title: d.id for d in reversed(list(selection.documents_of(source)))}

    def __getitem__(self, title: str) -> str:
        return self._source.load(self._ids[title]).text

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)


class _Comparison:
    """Holds what is read back against what is selected."""

    def __init__(
        self, known: Format, source: ProjectSource, selection: Selection, options: Options
    ) -> None:
        self._known = known
        self._names = _aliases(source.labels())
        self._expected: dict[str, _Expected] = {}
        for sheet in sheets(source, selection):
            one = replace(selection, document=sheet.document.id, split=None)
            found = known.losses(alone(source, sheet.document), one, options)
            self._expect(sheet, {loss.annotation for loss in found})

    def _expect(self, sheet: Sheet, lossy: Collection[AnnotationId | None]) -> None:
        key = sheet.document.id if self._is_table else self._digest(sheet.text)
        expected = self._expected.setdefault(key, _Expected(sheet.document.title))
        for mark in sheet.marks:
            expected.count += 1
            if mark.annotation.id in lossy:
                expected.whole = False
            else:
                expected.sure.append(self._mark(sheet.text, mark.name, mark.ranges))

    @property
    def has_sure(self) -> bool:
        """Say whether anything must come back."""
        return any(expected.sure for expected in self._expected.values())

    @property
    def _is_table(self) -> bool:
        return self._known in (CSV, XLSX)

    def of(self, found: Iterable[object]) -> Verified:
        """Return what the comparison comes to."""
        back: dict[str, array[int]] = {}
        for one in found:
            if isinstance(one, IncomingDocument):
                told = _ReadBack(
                    one.name, one.text, tuple((a.label, a.ranges) for a in one.annotations)
                )
                self._take(told, back)
            elif isinstance(one, _ReadBack):
                self._take(one, back)
            elif isinstance(one, IncomingCodebook) and self._known.keeps == "labels":
                return Verified(was_read=True, differences=tuple(self._missing_labels(one)))
        count = sum(map(len, back.values()))
        return Verified(
            was_read=True,
            documents=len(back),
            annotations=count,
            differences=tuple(self._differences(back)),
        )

    def _take(self, told: _ReadBack, back: "dict[str, array[int]]") -> None:
        key = told.name if told.text is None else self._digest(told.text)
        marks = back.setdefault(key, array("q"))
        marks.extend(self._mark(told.text, label, ranges) for label, ranges in told.marks)

    def _differences(self, back: "Mapping[str, array[int]]") -> Iterator[Message]:
        for key, expected in self._expected.items():
            if key not in back:
                if not self._may_be_missing(expected):
                    values = {"title": expected.title}
                    yield Message("The text of {title} did not come back as it is.", values)
                continue
            found, sure = Counter(back[key]), Counter(expected.sure)
            missing = (sure - found).total()
            more = (found - sure).total() if expected.whole else 0
            if missing or more:
                yield Message(
                    "Of {title}, {missing} of {count} annotations did not come back as they are "
                    "and {more} came back that are not there.",
                    {
                        "title": expected.title,
                        "missing": missing,
                        "count": expected.count,
                        "more": more,
                    },
                )

    def _may_be_missing(self, expected: _Expected) -> bool:
        """Say whether the format leaves out a document with nothing in it that it could hold."""
        return (self._is_table or self._known.keeps == "claims") and not expected.sure

    def _missing_labels(self, told: IncomingCodebook) -> Iterator[Message]:
        there = {self._names.get(label.name, label.name) for label in told.labels}
        for name in dict.fromkeys(self._names.values()):
            if name not in there:
                yield Message("The label {name} did not come back.", {"name": name})

    def _digest(self, text: str) -> str:
        return sha256_of(_SPACE.sub("", text) if self._known.keeps == "words" else text)

    def _mark(self, text: str | None, label: str, ranges: tuple[Range, ...]) -> int:
        """Return the hash by which an annotation is compared: of its passages, or their words."""
        name = self._names.get(label, label)
        if self._known.keeps == "words" and text is not None:
            return hash((name, "|".join(_SPACE.sub("", text[a:b]) for a, b in ranges)))
        return hash((name, ranges))


def _aliases(labels: Iterable[Label]) -> dict[str, str]:
    """Return the unique name of each label by the names that formats give it."""
    named = list(labels)
    unique = unique_names(named)
    found = {name: name for name in unique.values()}
    for label in named:
        name = unique[label.id]
        for other in (label.name(), label.slug, _BLANKS.sub("_", name)):
            found.setdefault(other, name)
    return found
