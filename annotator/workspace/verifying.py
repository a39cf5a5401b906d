"""An export read back and compared with what was to be written."""

import re
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from pathlib import Path

from annotator.formats.base import Format, Options, ProjectSource, Selection
from annotator.formats.csv_file import CSV
from annotator.formats.flat_read import read_flat
from annotator.formats.incoming import IncomingCodebook, IncomingDocument, ReadOptions
from annotator.formats.json_text import json_refusal, parse_json
from annotator.formats.jsonl import JSONL, header_of, lines_of, what_belongs
from annotator.formats.jsonl_read import jsonl_lines
from annotator.formats.sheets import unique_names
from annotator.formats.tags import tag_names
from annotator.formats.xlsx_file import XLSX
from annotator.model.errors import UserError
from annotator.model.ids import DocumentId
from annotator.model.message import Message
from annotator.model.records import Label
from annotator.model.snapshot import Snapshot
from annotator.model.text import Range, sha256_of
from annotator.workspace.lossless_marks import annotation_marks, marks_in, rest_in, rest_mark
from annotator.workspace.retold import Retold
from annotator.workspace.table_marks import row_mark, row_marks

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
    """What one text of the project should come back with, or does.

    ``sure`` are the hashes of the annotations that lose nothing, ``whole`` says that there are no
    others. ``rest`` is the hash of everything else, 0 where the format keeps no more of it.
    """

    title: str
    count: int = 0
    sure: "array[int]" = field(default_factory=lambda: array("q"))
    whole: bool = True
    rest: int = 0


def verify_export(
    known: Format, source: ProjectSource, selection: Selection, path: Path, options: Options
) -> Verified:
    """Read an export back and compare texts, passages and labels with the project.

    Of the lossless format everything is compared, of tables every cell.
    """
    return Comparison(known, source, selection, options).of_file(path)


@dataclass(frozen=True, slots=True)
class _ReadBack:
    """One document of an export: ``marks`` are the hashes of annotations, ``rest`` of all else."""

    key: str
    marks: Sequence[int]
    rest: int = 0


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


class Comparison:
    """Holds what is read back against what is selected.

    What a document should come back with is noted when it is loaded to be written, of ``source``;
    that of others is looked up in the end. Of all documents only digests are kept.
    """

    def __init__(
        self,
        known: Format,
        source: ProjectSource,
        selection: Selection,
        options: Options,
        step: Callable[[], None] = lambda: None,
    ) -> None:
        """Begin; ``step`` is called for each document that is loaded or read back."""
        self._known, self._options = known, options
        self._selection = selection
        self._unique = unique_names(source.labels())
        self._names = _aliases(source.labels())
        self._expected: dict[str, _Expected] = {}
        self._to_note = {document.id for document in selection.documents_of(source)}
        self._line_of = lines_of(source, selection) if known is JSONL else {}
        self._step = step
        self._load = source.load
        between = source.relations_between_documents
        self.source = Retold(source, self._noting, source.authors, between)

    @property
    def _is_read(self) -> bool:
        return self._known.reads and self._known.tables_reader is None

    def _noting(self, document_id: DocumentId) -> Snapshot:
        """Load a document and note what of it should come back."""
        self._step()
        s = self._load(document_id)
        if self._is_read and document_id in self._to_note:
            self._to_note.remove(document_id)
            self._note(s)
        return s

    def _note(self, s: Snapshot) -> None:
        if self._known is JSONL:
            self._note_everything(s)
            return
        if self._is_table:
            self._note_rows(s)
            return
        key = self._digest(s.text)
        expected = self._expected.setdefault(key, _Expected(s.document.title))
        one = replace(self._selection, document=s.document.id, split=None)
        between = self.source.relations_between_documents
        alone = Retold(self.source, lambda _id: s, self.source.authors, between, [s.document])
        lossy = {loss.annotation for loss in self._known.losses(alone, one, self._options)}
        for annotation in self._selection.annotations(s):
            expected.count += 1
            if annotation.id in lossy:
                expected.whole = False
            else:
                ranges = tuple((span.start, span.end) for span in annotation.spans)
                expected.sure.append(self._mark(s.text, self._unique[annotation.label], ranges))

    def _note_rows(self, s: Snapshot) -> None:
        expected = self._expected[s.document.id] = _Expected(s.document.title)
        expected.sure.extend(row_marks(s, self._selection.annotations(s)))
        expected.count = len(expected.sure)

    def _note_everything(self, s: Snapshot) -> None:
        annotations = list(self._selection.annotations(s))
        expected = self._expected[_key(s.document.id, s.text)] = _Expected(s.document.title)
        expected.count = len(annotations)
        expected.sure.extend(annotation_marks(s, annotations))
        is_whole = self._selection.is_everything
        relations, findings = what_belongs(s, annotations, self._line_of, is_whole=is_whole)
        expected.rest = rest_mark(s, relations, findings)

    def of_file(self, path: Path) -> Verified:
        """Read an export back and compare it, one document in memory at a time."""
        if not self._is_read:
            return Verified()
        for document_id in list(self._to_note):
            self._noting(document_id)
        try:
            return self._of(self._found(path))
        except UserError as error:
            if self._may_be_refused:
                return Verified(was_read=True)
            reason = Message("The file cannot be read back: {reason}", {"reason": str(error)})
            return Verified(was_read=True, differences=(reason,))

    def _found(self, path: Path) -> Iterator[object]:
        if self._known is JSONL:
            return self._of_lines(path)
        if self._is_table:
            return self._of_rows(path)
        if self._known.reader is None:
            return iter(())
        texts = _Texts(self.source, self._selection)
        return self._known.reader(path, ReadOptions(self._options.offset_unit, texts))

    def _of_lines(self, path: Path) -> Iterator[object]:
        """Yield the documents of a lossless export, before them a difference of its first line.

        Raises:
            UserError: it is no such file any more.
        """
        for number, line in enumerate(jsonl_lines(path), start=1):
            row = parse_json(line, path.name, number) if isinstance(line, str) else line
            if number > 1:
                try:
                    key = _key(row["id"], row["text"])
                    yield _ReadBack(key, marks_in(row), rest_in(row))
                except (KeyError, TypeError) as error:
                    raise json_refusal(path.name, number, error) from error
            elif row != header_of(self.source, self._selection):
                yield Message("Labels, authors, settings or links did not come back as they are.")

    def _of_rows(self, path: Path) -> Iterator[_ReadBack]:
        """Yield the documents of a table."""
        for document, rows in groupby(read_flat(path), lambda row: row["document_id"]):
            yield _ReadBack(document, [*map(row_mark, rows)])

    @property
    def _may_be_refused(self) -> bool:
        """Say whether nothing must come back: readers refuse a file that holds no document."""
        is_full = self._known.keeps == "labels" or self._known.reads_itself
        return not is_full and all(map(self._may_be_missing, self._expected.values()))

    @property
    def _is_table(self) -> bool:
        return self._known in (CSV, XLSX)

    def _of(self, found: Iterable[object]) -> Verified:
        """Return what the comparison comes to."""
        back: dict[str, _Expected] = {}
        odd: list[Message] = []
        for one in found:
            self._step()
            if isinstance(one, IncomingDocument):
                marks = [self._mark(one.text, a.label, a.ranges) for a in one.annotations]
                _take(_ReadBack(self._digest(one.text), marks), back)
            elif isinstance(one, _ReadBack):
                _take(one, back)
            elif isinstance(one, Message):
                odd.append(one)
            elif isinstance(one, IncomingCodebook) and self._known.keeps == "labels":
                return Verified(was_read=True, differences=tuple(self._missing_labels(one)))
        return Verified(
            was_read=True,
            documents=len(back),
            annotations=sum(len(told.sure) for told in back.values()),
            differences=(*odd, *self._differences(back)),
        )

    def _differences(self, back: Mapping[str, _Expected]) -> Iterator[Message]:
        for key, expected in self._expected.items():
            if key not in back:
                if not self._may_be_missing(expected):
                    values = {"title": expected.title}
                    yield Message("The text of {title} did not come back as it is.", values)
                continue
            found, sure = Counter(back[key].sure), Counter(expected.sure)
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

            if back[key].rest != expected.rest:
                values = {"title": expected.title}
                yield Message(
                    "Speakers, turns, relations or other fields of {title} did not come back as "
                    "they are.",
                    values,
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

    def _mark(self, text: str, label: str, ranges: tuple[Range, ...]) -> int:
        """Return the hash by which an annotation is compared: of its passages, or their words."""
        name = self._names.get(label, label)
        if self._known.keeps == "words":
            return hash((name, "|".join(_SPACE.sub("", text[a:b]) for a, b in ranges)))
        return hash((name, ranges))


def _take(told: _ReadBack, back: dict[str, _Expected]) -> None:
    """Add what came back of a document to what there is of it."""
    known = back.setdefault(told.key, _Expected(""))
    known.sure.extend(told.marks)
    known.rest = told.rest


def _key(document_id: str, text: str) -> str:
    return f"{document_id} {sha256_of(text)}"


def _aliases(labels: Iterable[Label]) -> dict[str, str]:
    """Return the name of each label by those that formats give it.

    Labels of one name and different kinds count as one: many formats tell the name alone.
    """
    named = list(labels)
    unique, tags = unique_names(named), tag_names(named)
    found = {unique[label.id]: label.name() for label in named}
    for label in named:
        name, in_brat = label.name(), _BLANKS.sub("_", unique[label.id])
        for other in (name, label.slug, tags[label.id], in_brat):
            found.setdefault(other, name)
    return found
