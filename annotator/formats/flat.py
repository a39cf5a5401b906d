"""Annotations as rows of a table: one row per annotation, every field in a column of its own.

Offsets count code points of the document's text. Several values of one field share a cell:
``spans`` as ``start-end;start-end``, ``types`` separated by semicolons, ``evidence``, ``extra``
and ``reviews`` as JSON; ``review`` is what follows from the reviews.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields

from annotator.formats.base import ProjectSource, Selection
from annotator.formats.detail_texts import DETAILS, json_text, value_text
from annotator.formats.records_json import to_json
from annotator.model.kinds import LabelKind
from annotator.model.records import Annotation, Claim
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
    label = s.label_of(annotation)
    row = dict.fromkeys(COLUMNS, "")
    row |= {
        "document": s.document.title,
        "document_id": s.document.id,
        "id": annotation.id,
        "kind": label.kind.value,
        "label": label.name(),
        "author": s.author_name(annotation.author),
        "origin": annotation.origin.value,
        "start": str(annotation.start),
        "end": str(annotation.end),
        "paragraph": str(bisect_right(line_starts or _line_starts(s.text), annotation.start)),
        "quote": annotation.quote,
        "note": annotation.note,
        "spans": ";".join(f"{span.start}-{span.end}" for span in annotation.spans),
        "extra": json_text(dict(sorted(annotation.extra.items()))),
    }
    row |= _turn_cells(s, annotation.start) | _review_cells(s, annotation)
    return row | _detail_cells(s, annotation)


def _turn_cells(s: Snapshot, position: int) -> Row:
    turn, speaker = s.turn_at(position), s.speaker_at(position)
    return {
        "turn_start": str(turn.start) if turn else "",
        "speaker": speaker.name if speaker else "",
        "role": speaker.role.value if speaker else "",
        "affiliation": speaker.affiliation if speaker else "",
    }


def _review_cells(s: Snapshot, annotation: Annotation) -> Row:
    reviews = s.reviews_of(annotation.id)
    told = [
        {"reviewer": s.author_name(r.reviewer), "state": r.state.value, "note": r.note}
        for r in reviews
    ]
    return {"review": state_of(reviews).value, "reviews": json_text(told)} if reviews else {}


def _detail_cells(s: Snapshot, annotation: Annotation) -> Row:
    detail = s.detail_of(annotation.id)
    if detail is None:
        return {}
    kind = LabelKind(type(detail).__name__.lower())
    cells = {
        column: value_text(s, name, getattr(detail, name))
        for column, name in DETAIL_COLUMNS[kind].items()
    }
    if isinstance(detail, Claim):
        evidence = [to_json(source, ("claim",)) for source in s.evidence_of(annotation.id)]
        cells["evidence"] = json_text(evidence)
    return cells


def _line_starts(text: str) -> list[int]:
    """Return where the text's paragraphs start, in code points."""
    starts, at = [0], text.find("\n")
    while at >= 0:
        starts.append(at + 1)
        at = text.find("\n", at + 1)
    return starts
