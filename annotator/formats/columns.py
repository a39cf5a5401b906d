"""What an annotation says besides its text, under the names of the flat table's columns.

Formats whose own names are fixed hold it this way, and a wrong value is refused; formats in which
people add names of their own use ``fields``.
"""

from collections.abc import Mapping

from annotator.formats.detail_texts import DETAILS, Told, told_evidence, told_json, told_value
from annotator.formats.flat import DETAIL_COLUMNS, flat_row
from annotator.formats.records_json import expect_texts
from annotator.model.ids import AnnotationId
from annotator.model.kinds import LabelKind
from annotator.model.records import Annotation, Fields, Label, Relation, Speaker, Turn
from annotator.model.snapshot import Snapshot

PLACE = ("document", "document_id", "id", "start", "end", "paragraph", "quote", "spans")
"""Columns that say where an annotation is, which formats with offsets hold in their own way."""
_ELSEWHERE = frozenset({*PLACE, "review", "reviews"})
_DEFAULTS = {"status": "open", "scope": "mention"}


def columns_of(s: Snapshot, annotation: Annotation) -> dict[str, str]:
    """Return the columns of an annotation that have a value, without place and reviews."""
    row = flat_row(s, annotation, (0,))
    return {name: value for name, value in row.items() if value and name not in _ELSEWHERE}


def own_columns(s: Snapshot, annotation: Annotation) -> dict[str, str]:
    """Return the columns that only the annotation's kind has, with evidence and extra fields."""
    row = columns_of(s, annotation)
    names = (*DETAIL_COLUMNS.get(s.kind_of(annotation), {}), "evidence", "extra")
    return {name: row[name] for name in names if row.get(name) and row[name] != _DEFAULTS.get(name)}


def told_turn(s: Snapshot, turn: Turn) -> dict[str, str | int | None]:
    """Return who speaks where in the text (code points) and when (milliseconds)."""
    speaker = s.find(Speaker, turn.speaker)
    return {
        "start": turn.start,
        "body_start": turn.body_start,
        "end": turn.end,
        "part": turn.part.value,
        "speaker": speaker.name if speaker else "",
        "role": speaker.role.value if speaker else "",
        "affiliation": speaker.affiliation if speaker else "",
        "time_start": turn.time_start,
        "time_end": turn.time_end,
    }


def told_relation(s: Snapshot, relation: Relation) -> dict[str, str]:
    """Return a relation with the ids of its ends; author and label by name."""
    label = s.find(Label, relation.label)
    return {
        "id": relation.id,
        "kind": relation.kind.value,
        "source": relation.source,
        "target": relation.target,
        "label": label.name() if label else "",
        "author": s.author_name(relation.author),
        "note": relation.note,
    }


def told_columns(kind: LabelKind | None, row: Mapping[str, str], where: str) -> Told:
    """Return what columns hold; the reverse of ``columns_of``.

    Raises:
        BadValueError: a column does not hold what it should.
    """
    evidence = told_evidence(row.get("evidence", ""), f"{where}.evidence")
    extra: Fields = {}
    if text := row.get("extra"):
        extra = expect_texts(told_json(text, f"{where}.extra"), f"{where}.extra")
    if kind is None or kind not in DETAILS:
        return Told(kind, None, extra, evidence)
    values = {
        name: told_value(name, row[column], f"{where}.{column}")
        for column, name in DETAIL_COLUMNS[kind].items()
        if row.get(column)
    }
    detail = DETAILS[kind](AnnotationId(""), **values) if values else None  # type: ignore[arg-type]
    return Told(kind, detail, extra, evidence if kind is LabelKind.CLAIM else ())
