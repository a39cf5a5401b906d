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
from annotator.model.kinds import LabelKind
from annotator.model.records import Annotation, AnnotationDetail, Claim, Speaker
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
_EMPTY: Row = dict.fromkeys(COLUMNS, "")


def flat_rows(source: ProjectSource, selection: Selection) -> Iterator[Row]:
    """Yield one row per annotation, by document, position and id; one document at a time.

    Raises:
        UserError: the selection names what the project does not have.
    """
    selection.check(source)
    for document in selection.documents_of(source):
        snapshot = source.load(document.id)
        lines = _line_starts(snapshot.text)
        for annotation in selection.annotations(snapshot):
            yield flat_row(snapshot, annotation, lines)


def flat_row(s: Snapshot, annotation: Annotation, line_starts: Sequence[int] = ()) -> Row:
    """Return an annotation's row; a column that does not apply is empty.

    Args:
        s: the annotation's document.
        annotation: what the row is about.
        line_starts: where the text's paragraphs start, if known.
    """
    row = _EMPTY.copy()
    _tell_place(row, s, annotation, line_starts or _line_starts(s.text))
    _tell_words(row, s, annotation)
    if (detail := s.detail_of(annotation.id)) is not None:
        _tell_detail(row, s, detail)
    if reviews := s.reviews_of(annotation.id):
        row["review"] = state_of(reviews).value
        row["reviews"] = json_text(
            [
                {"reviewer": s.author_name(r.reviewer), "state": r.state.value, "note": r.note}
                for r in reviews
            ]
        )
    return row


def _tell_words(row: Row, s: Snapshot, annotation: Annotation) -> None:
    """Fill in what an annotation of any kind says."""
    label = s.label_of(annotation)
    row["id"] = annotation.id
    row["kind"] = label.kind.value
    row["label"] = label.name()
    row["author"] = s.author_name(annotation.author)
    row["origin"] = annotation.origin.value
    row["quote"] = annotation.quote
    row["note"] = annotation.note
    if annotation.extra:
        row["extra"] = json_text(dict(sorted(annotation.extra.items())))


def _tell_place(row: Row, s: Snapshot, annotation: Annotation, lines: Sequence[int]) -> None:
    """Fill in where an annotation is and who speaks there."""
    start = annotation.start
    row["document"], row["document_id"] = s.document.title, s.document.id
    row["start"], row["end"] = str(start), str(annotation.end)
    row["paragraph"] = str(bisect_right(lines, start))
    row["spans"] = ";".join([f"{span.start}-{span.end}" for span in annotation.spans])
    if (turn := s.turn_at(start)) is None:
        return
    row["turn_start"] = str(turn.start)
    if (speaker := s.find(Speaker, turn.speaker)) is not None:
        row["speaker"], row["role"] = speaker.name, speaker.role.value
        row["affiliation"] = speaker.affiliation


def _tell_detail(row: Row, s: Snapshot, detail: AnnotationDetail) -> None:
    """Fill in what only an annotation of its kind says."""
    columns = DETAIL_COLUMNS[KIND_OF[type(detail)]]
    _names, structured, read = fields_of_class(cast("type", type(detail)), ("id",))
    row.update(zip(columns, cast("tuple[str, ...]", read(detail)), strict=True))
    for name in structured:
        column = next(column for column, own in columns.items() if own == name)
        row[column] = value_text(s, name, getattr(detail, name))
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
