"""New rows of one document read column by column, as those of an export of ours can be.

What is odd or wrong is left to ``flat_import``, which takes one row after the other and says what
is wrong.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import MISSING, fields
from itertools import chain, compress
from typing import TypeVar

from annotator.formats.detail_texts import DETAILS
from annotator.formats.flat import DETAIL_COLUMNS
from annotator.formats.flat_cells import (
    STRUCTURED,
    detail_value,
    evidence_of_row,
    extra_of_row,
    origin_of_row,
    reviews_of_row,
    spans_of_row,
)
from annotator.formats.flat_read import FlatRow
from annotator.formats.guards import unguard
from annotator.model.bulk import Bulk, Columns
from annotator.model.errors import UserError
from annotator.model.ids import AnnotationId, AuthorId, is_id
from annotator.model.kinds import LabelKind
from annotator.model.records import Annotation, Evidence, Label, Record, Review
from annotator.model.reviews import review_id
from annotator.model.snapshot import Snapshot

T = TypeVar("T")
Cells = tuple[str, ...]
Passages = tuple[tuple[int, int, str], ...]
LabelOf = Callable[[FlatRow], Label]
AuthorOf = Callable[[str], AuthorId | None]
"""Returns the author of a name; None where there is not exactly one."""

LONGEST = 25
"""So many characters two positions have at most, with the dash between them."""
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


class _Table:
    """Rows of a file, column by column."""

    def __init__(self, rows: Sequence[FlatRow]) -> None:
        self.rows = rows
        guarded = zip(*[row.guarded for row in rows], strict=True)
        self._guarded = dict(zip(rows[0].columns, guarded, strict=True))
        self._empty = ("",) * len(rows)

    def __getitem__(self, column: str) -> Cells:
        """Return the cells of a column, empty ones if the file does not have it."""
        cells = self._guarded.get(column, self._empty)
        return tuple(map(unguard, cells)) if "'" in "".join(cells) else cells

    def told(self, column: str) -> Iterator[FlatRow]:
        """Return the rows in which the cell of a column is not empty."""
        return compress(self.rows, self[column])

    def shared(self, columns: Cells, read: Callable[[FlatRow], T]) -> list[T]:
        """Return a value for each row, read once for all that say the same in some columns."""
        keys = [*zip(*[self[column] for column in columns], strict=True)]
        known = {key: read(row) for key, row in dict(zip(keys, self.rows, strict=True)).items()}
        return [*map(known.__getitem__, keys)]


def rows_together(
    rows: Sequence[FlatRow], s: Snapshot, label_of: LabelOf, author_of: AuthorOf
) -> Bulk | None:
    """Return what rows add to a document; None if they are to be read one by one.

    So are rows without ids, and rows of annotations that are there.
    """
    table = _Table(rows)
    if not _are_new(table["id"], s):
        return None
    try:
        labels = table.shared(("label", "kind"), label_of)
        annotations = _annotations(table, s, labels, author_of)
        details = _details(table, s, [label.kind for label in labels])
        evidence = list(_evidence(table))
        reviews = _reviews(table, author_of)
    except UserError:
        return None
    if annotations is None or details is None or reviews is None:
        return None
    return Bulk.of([*evidence, *reviews], {Annotation: annotations, **details})


def _are_new(ids: Sequence[str], s: Snapshot) -> bool:
    wanted = {*ids}
    there = {annotation.id for annotation in s.all(Annotation)}
    return len(wanted) == len(ids) and wanted.isdisjoint(there) and all(map(is_id, ids))


def _annotations(
    table: _Table, s: Snapshot, labels: Sequence[Label], author_of: AuthorOf
) -> Columns | None:
    authors = table.shared(("author",), lambda row: author_of(row["author"]))
    if None in authors:
        return None
    return {
        "id": table["id"],
        "document": [s.document.id] * len(authors),
        "label": [label.id for label in labels],
        "author": authors,
        "spans": _marked(table, s.text),
        "origin": table.shared(("origin",), origin_of_row),
        "note": table["note"],
        "extra": table.shared(("extra",), extra_of_row),
    }


def _marked(table: _Table, text: str) -> list[Passages]:
    """Return the marked passages.

    Raises:
        UserError: they are not as the text bears out.
    """
    places = [table[column] for column in ("start", "end", "spans", "quote")]
    digits = "".join(chain(*places[:2]))
    are_numbers = digits.isascii() and digits.isdigit()
    found: list[Passages] = []
    for row, start, end, told, quote in zip(table.rows, *places, strict=True):
        is_lone = are_numbers and start and end and quote and told == f"{start}-{end}"
        first, stop = (int(start), int(end)) if is_lone and len(told) <= LONGEST else (0, 0)
        if stop and stop - first == len(quote) and text.startswith(quote, first):
            found.append(((first, stop, quote),))
        else:
            spans = spans_of_row(row, text)
            found.append(tuple([(span.start, span.end, span.quote) for span in spans]))
    return found


def _details(
    table: _Table, s: Snapshot, kinds: Sequence[LabelKind]
) -> dict[type[Record], Columns] | None:
    """Return what annotations say besides; None where a speaker is to be found by the place."""
    details: dict[type[Record], Columns] = {}
    for kind in {*kinds}:
        own = _Table([*compress(table.rows, [its_kind is kind for its_kind in kinds])])
        is_told = kind is not LabelKind.CLAIM or "claim_speaker" in own.rows[0].columns
        if not is_told or any(any(own[column]) for column in OF_OTHERS[kind]):
            return None
        columns: dict[str, Sequence[object]] = {"id": own["id"]}
        for column, name in DETAIL_COLUMNS[kind].items():
            columns[name] = _column(own, column, _DEFAULTS[kind][name], s)
        details[DETAILS[kind]] = columns
    return details


def _column(table: _Table, column: str, default: object, s: Snapshot) -> Sequence[object]:
    if column not in STRUCTURED:
        return [cell or default for cell in table[column]] if default else table[column]

    def read(row: FlatRow) -> object:
        return detail_value(row, column, row[column], s) if row[column] else default

    return table.shared((column,), read)


def _evidence(table: _Table) -> Iterator[Evidence]:
    for row in table.told("evidence"):
        yield from evidence_of_row(row, AnnotationId(row["id"]))


def _reviews(table: _Table, author_of: AuthorOf) -> list[Review] | None:
    """Return what reviewers say; None if one is not known yet, or stands there twice."""
    reviews: list[Review] = []
    for row in table.told("reviews"):
        target = AnnotationId(row["id"])
        for name, state, note in reviews_of_row(row):
            if (reviewer := author_of(name)) is None:
                return None
            made = review_id(target, reviewer)
            reviews.append(Review(made, target, reviewer, state, note))
    is_once = len({review.id for review in reviews}) == len(reviews)
    return reviews if is_once else None
