"""Annotations as rows of a table: one row per annotation, every field in a column of its own.

Offsets count code points of the document's text. Several values of one field share a cell:
``spans`` as ``start-end;start-end``, ``types`` separated by semicolons, ``evidence``, ``extra``
and ``reviews`` as JSON; ``review`` is what follows from the reviews.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from typing import cast

from annotator.formats.base import ProjectSource, Selection
from annotator.formats.detail_texts import DETAILS, KIND_OF, json_text, value_text
from annotator.formats.records_json import fields_of_class, to_json
from annotator.model.ids import LabelId, TurnId
from annotator.model.kinds import LabelKind
from annotator.model.records import (
    Annotation,
    AnnotationDetail,
    Claim,
    Review,
    Speaker,
    Turn,
)
from annotator.model.reviews import state_of
from annotator.model.snapshot import Snapshot

FIRST = ("document", "document_id", "id", "kind", "label", "author", "origin")
PLACE = ("speaker", "role", "affiliation", "turn_start", "start", "end", "paragraph")
WORDS = ("quote", "note")
LAST = ("spans", "evidence", "extra", "review", "reviews")
NUMBERS = frozenset({"turn_start", "start", "end", "paragraph", "priority", "low", "high"})
"""Columns whose plain numbers a spreadsheet may hold as numbers."""
Row = dict[str, str]


def _detail_columns(kind: LabelKind) -> dict[str, str]:
    """Return the columns of a kind's own fields: the field's name, unless it is taken."""
    names = [field.name for field in fields(DETAILS[kind]) if field.name != "id"]
    taken = {*FIRST, *PLACE, *WORDS, *LAST}
    return {f"{kind}_{name}" if name in taken else name: name for name in names}


DETAIL_COLUMNS: Mapping[LabelKind, Mapping[str, str]] = {
    kind: _detail_columns(kind) for kind in DETAILS
}
"""For each kind, the columns of its own fields and the fields' names."""
COLUMNS: tuple[str, ...] = (
    *(FIRST + PLACE + WORDS),
    *(column for columns in DETAIL_COLUMNS.values() for column in columns),
    *LAST,
)
_COLUMN_OF = {
    kind: {name: column for column, name in columns.items()}
    for kind, columns in DETAIL_COLUMNS.items()
}
_EMPTY: Row = dict.fromkeys(COLUMNS, "")


def flat_rows(source: ProjectSource, selection: Selection) -> Iterator[Row]:
    """Yield one row per annotation, by document, position and id; one document at a time.

    Raises:
        UserError: the selection names what the project does not have.
    """
    selection.check(source)
    for document in selection.documents_of(source):
        snapshot = source.load(document.id)
        rows = _Rows(snapshot, _line_starts(snapshot.text))
        for annotation in selection.annotations(snapshot):
            yield rows.of(annotation)


def flat_row(s: Snapshot, annotation: Annotation, line_starts: Sequence[int] = ()) -> Row:
    """Return an annotation's row; a column that does not apply is empty.

    Args:
        s: the annotation's document.
        annotation: what the row is about.
        line_starts: where the text's paragraphs start, if known.
    """
    return _Rows(s, line_starts or _line_starts(s.text)).of(annotation)


class _Rows:
    """Makes the rows of one document; what many of them share is told once."""

    def __init__(self, s: Snapshot, line_starts: Sequence[int]) -> None:
        self._s = s
        self._lines = line_starts
        self._start: Row = _EMPTY | {"document": s.document.title, "document_id": s.document.id}
        self._labels: dict[LabelId, tuple[str, str]] = {}
        self._turns: dict[TurnId, Row] = {}

    def of(self, annotation: Annotation) -> Row:
        """Return an annotation's row."""
        row = self._start.copy()
        self._tell_words(row, annotation)
        self._tell_place(row, annotation)
        if (detail := self._s.detail_of(annotation.id)) is not None:
            _tell_detail(row, self._s, detail)
        if reviews := self._s.reviews_of(annotation.id):
            row["review"] = state_of(reviews).value
            row["reviews"] = json_text([self._review(review) for review in reviews])
        return row

    def _tell_words(self, row: Row, annotation: Annotation) -> None:
        """Fill in what an annotation of any kind says."""
        if annotation.label not in self._labels:
            label = self._s.label_of(annotation)
            self._labels[annotation.label] = label.kind.value, label.name()
        row["kind"], row["label"] = self._labels[annotation.label]
        row["id"] = annotation.id
        row["author"] = self._s.author_name(annotation.author)
        row["origin"] = annotation.origin.value
        row["quote"] = annotation.quote
        row["note"] = annotation.note
        if annotation.extra:
            row["extra"] = json_text(dict(sorted(annotation.extra.items())))

    def _tell_place(self, row: Row, annotation: Annotation) -> None:
        """Fill in where an annotation is and who speaks there."""
        start = annotation.start
        first, last = row["start"], row["end"] = str(start), str(annotation.end)
        row["paragraph"] = str(bisect_right(self._lines, start))
        row["spans"] = f"{first}-{last}"
        if len(annotation.spans) > 1:
            row["spans"] = ";".join([f"{span.start}-{span.end}" for span in annotation.spans])
        if (turn := self._s.turn_at(start)) is not None:
            if turn.id not in self._turns:
                self._turns[turn.id] = self._turn(turn)
            row.update(self._turns[turn.id])

    def _turn(self, turn: Turn) -> Row:
        told = {"turn_start": str(turn.start)}
        if (speaker := self._s.find(Speaker, turn.speaker)) is not None:
            told |= {"speaker": speaker.name, "role": speaker.role.value}
            told["affiliation"] = speaker.affiliation
        return told

    def _review(self, review: Review) -> dict[str, str]:
        name = self._s.author_name(review.reviewer)
        return {"reviewer": name, "state": review.state.value, "note": review.note}


def _tell_detail(row: Row, s: Snapshot, detail: AnnotationDetail) -> None:
    """Fill in what only an annotation of its kind says."""
    columns = _COLUMN_OF[KIND_OF[type(detail)]]
    _names, structured, read = fields_of_class(cast("type", type(detail)), ("id",))
    row.update(zip(columns.values(), cast("tuple[str, ...]", read(detail)), strict=True))
    for name in structured:
        column = columns[name]
        row[column] = value_text(s, name, row[column])
    if isinstance(detail, Claim):
        evidence = [to_json(source, ("claim",)) for source in s.evidence_of(detail.id)]
        row["evidence"] = json_text(evidence)


def _line_starts(text: str) -> list[int]:
    """Return where the text's paragraphs start, in code points."""
    starts, at = [0], text.find("\n")
    while at >= 0:
        starts.append(at + 1)
        at = text.find("\n", at + 1)
    return starts
