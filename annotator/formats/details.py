"""All that an annotation says besides its text, as plain texts by name and back again."""

import json
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from annotator.formats.flat import DETAIL_COLUMNS, DETAILS, flat_row
from annotator.formats.records_json import (
    BadValueError,
    expect_list,
    expect_object,
    expect_texts,
    from_json,
    refuse_bad_characters,
)
from annotator.model.kinds import LabelKind
from annotator.model.records import Annotation, AnnotationDetail, Evidence, Fields
from annotator.model.snapshot import Snapshot

PLACE = ("document", "document_id", "id", "start", "end", "paragraph", "quote", "spans")
"""Columns that say where an annotation is, which formats with offsets hold in their own way."""
_DEFAULTS = {"status": "open", "scope": "mention"}


class Details(NamedTuple):
    """What comes out of the texts again."""

    detail: AnnotationDetail | None
    evidence: tuple[Evidence, ...]
    extra: Fields


def details_of(
    s: Snapshot, annotation: Annotation, line_starts: Sequence[int] = ()
) -> dict[str, str]:
    """Return the columns of an annotation that have a value, without those of its place."""
    row = flat_row(s, annotation, line_starts)
    return {name: value for name, value in row.items() if value and name not in PLACE}


def own_fields(row: Mapping[str, str], kind: LabelKind) -> dict[str, str]:
    """Return the columns that only the kind has, with evidence and extra fields."""
    names = (*DETAIL_COLUMNS.get(kind, {}), "evidence", "extra")
    return {name: row[name] for name in names if row.get(name) and row[name] != _DEFAULTS.get(name)}


def read_details(kind: LabelKind | None, row: Mapping[str, str], where: str) -> Details:
    """Return the values that columns hold; a claim's speaker stays a name.

    Raises:
        BadValueError: a column does not hold what it should.
    """
    evidence = tuple(_evidence(row.get("evidence", ""), f"{where}.evidence"))
    extra = expect_texts(_json(row.get("extra") or "{}", f"{where}.extra"), f"{where}.extra")
    if kind is None or kind not in DETAILS:
        return Details(None, evidence, extra)
    values: dict[str, Any] = {
        name: _value(column, row[column], f"{where}.{column}")
        for column, name in DETAIL_COLUMNS[kind].items()
        if row.get(column)
    }
    detail = DETAILS[kind]("", **values) if values else None  # type: ignore[arg-type]
    return Details(detail, evidence if kind is LabelKind.CLAIM else (), extra)


def kind_named(name: str) -> LabelKind | None:
    """Return the kind of this name, or None."""
    return LabelKind(name) if name in set(LabelKind) else None


def _value(column: str, cell: str, where: str) -> object:
    if column == "types":
        if not cell.startswith("["):
            return tuple(cell.split(";"))
        found = expect_list(_json(cell, where), where)
        return tuple(str(item) for item in found)
    if column == "priority":
        if not cell.lstrip("-").isdecimal() or len(cell) > 15:  # noqa: PLR2004 - fits SQLite
            raise BadValueError(where, "a whole number", cell)
        return int(cell)
    return cell


def _evidence(cell: str, where: str) -> list[Evidence]:
    found = []
    for at, item in enumerate(expect_list(_json(cell or "[]", where), where)):
        fields = expect_object(item, f"{where}[{at}]")
        fields.pop("id", None)
        found.append(from_json(Evidence, fields, f"{where}[{at}]", id="", claim=""))
    return found


def _json(cell: str, where: str) -> object:
    try:
        value: object = json.loads(cell)
    except (ValueError, RecursionError) as error:
        raise BadValueError(where, "JSON", cell) from error
    refuse_bad_characters(value)
    return value
