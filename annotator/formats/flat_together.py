"""New rows of one document read column by column, as those of an export of ours can be.

What is odd or wrong is left to ``flat_import``, which takes one row after the other and says what
is wrong.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import MISSING, fields
from typing import TypeVar

from annotator.formats.detail_texts import DETAILS
from annotator.formats.flat import DETAIL_COLUMNS
from annotator.formats.flat_cells import (
    RANGE,
    STRUCTURED,
    detail_value,
    evidence_of_row,
    extra_of_row,
    origin_of_row,
    spans_of_row,
)
from annotator.formats.flat_read import FlatRow
from annotator.model.bulk import Bulk, Columns
from annotator.model.errors import UserError
from annotator.model.ids import AnnotationId, AuthorId, is_id
from annotator.model.kinds import LabelKind
from annotator.model.records import Annotation, Evidence, Label, Record
from annotator.model.snapshot import Snapshot

T = TypeVar("T")
Cells = tuple[str, ...]
Passages = tuple[tuple[int, int, str], ...]
LabelOf = Callable[[FlatRow], Label]
AuthorOf = Callable[[str], AuthorId | None]
"""Returns the author of a name; None where there is not exactly one."""

OF_OTHERS: Mapping[LabelKind, Mapping[str, LabelKind]] = {
    kind: {
        column: other
        for other, columns in DETAIL_COLUMNS.items()
        for column in columns
        if other != kind
    }
    for kind in DETAIL_COLUMNS
}
"""The columns that annotations of a kind leave empty, and which kind they belong to."""
_DEFAULTS = {
    kind: {field.name: field.default for field in fields(cls) if field.default is not MISSING}
    for kind, cls in DETAILS.items()
}


def rows_together(
    rows: Sequence[FlatRow], s: Snapshot, label_of: LabelOf, author_of: AuthorOf
) -> Bulk | None:
    """Return what rows add to a document; None if they are to be read one by one.

    So are rows without ids, rows of annotations that are there, and rows with reviews.
    """
    ids = [row["id"] for row in rows]
    if not _are_new(ids, s) or any("reviews" in row.cells for row in rows):
        return None
    try:
        labels = _shared(rows, ("label", "kind"), label_of)
        annotations = _annotations(rows, s, labels, author_of)
        details = _details(rows, s, [label.kind for label in labels])
        evidence = list(_evidence(rows))
    except UserError:
        return None
    if annotations is None or details is None:
        return None
    return Bulk.of(evidence, {Annotation: annotations, **details})


def _are_new(ids: Sequence[str], s: Snapshot) -> bool:
    wanted = {*ids}
    there = {annotation.id for annotation in s.all(Annotation)}
    return len(wanted) == len(ids) and wanted.isdisjoint(there) and all(map(is_id, ids))


def _shared(rows: Sequence[FlatRow], columns: Cells, read: Callable[[FlatRow], T]) -> list[T]:
    """Return a value for each row, read once for all rows that say the same in some columns."""
    keys = [*zip(*[[row.cells.get(column, "") for row in rows] for column in columns], strict=True)]
    known = {key: read(row) for key, row in dict(zip(keys, rows, strict=True)).items()}
    return [*map(known.__getitem__, keys)]


def _annotations(
    rows: Sequence[FlatRow], s: Snapshot, labels: Sequence[Label], author_of: AuthorOf
) -> Columns | None:
    authors = _shared(rows, ("author",), lambda row: author_of(row["author"]))
    if None in authors:
        return None
    return {
        "id": [row["id"] for row in rows],
        "document": [s.document.id] * len(rows),
        "label": [label.id for label in labels],
        "author": authors,
        "spans": [_spans(row, s.text) for row in rows],
        "origin": _shared(rows, ("origin",), origin_of_row),
        "note": [row.cells.get("note", "") for row in rows],
        "extra": [extra_of_row(row) if "extra" in row.cells else {} for row in rows],
    }


def _spans(row: FlatRow, text: str) -> Passages:
    """Return the marked passages.

    Raises:
        UserError: they are not as the text bears out.
    """
    one = RANGE.fullmatch(row.cells.get("spans", ""))
    if one is not None:
        start, end = int(one[1]), int(one[2])
        quote = text[start:end]
        if start < end <= len(text) and quote == row.cells.get("quote"):
            return ((start, end, quote),)
    return tuple([(span.start, span.end, span.quote) for span in spans_of_row(row, text)])


def _details(
    rows: Sequence[FlatRow], s: Snapshot, kinds: Sequence[LabelKind]
) -> dict[type[Record], Columns] | None:
    """Return what annotations say besides; None where a speaker is to be found by the place."""
    details: dict[type[Record], Columns] = {}
    for kind in {*kinds}:
        own = [row for row, its_kind in zip(rows, kinds, strict=True) if its_kind is kind]
        others = OF_OTHERS[kind].keys()
        is_told = kind is not LabelKind.CLAIM or "claim_speaker" in own[0].columns
        if not is_told or not all(others.isdisjoint(row.cells) for row in own):
            return None
        columns: dict[str, Sequence[object]] = {"id": [row["id"] for row in own]}
        for column, name in DETAIL_COLUMNS[kind].items():
            columns[name] = _column(own, column, _DEFAULTS[kind][name], s)
        details[DETAILS[kind]] = columns
    return details


def _column(rows: Sequence[FlatRow], column: str, default: object, s: Snapshot) -> Sequence[object]:
    if column not in STRUCTURED:
        return [row.cells.get(column, default) for row in rows]

    def read(row: FlatRow) -> object:
        return detail_value(row, column, row[column], s) if row[column] else default

    return _shared(rows, (column,), read)


def _evidence(rows: Sequence[FlatRow]) -> Iterator[Evidence]:
    for row in rows:
        if "evidence" in row.cells:
            yield from evidence_of_row(row, AnnotationId(row["id"]))
