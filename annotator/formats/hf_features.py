"""The columns of our Parquet tables, for pyarrow and for a dataset card."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import fields
from typing import Any

from annotator.formats.extras import library
from annotator.formats.flat import DETAIL_COLUMNS
from annotator.model.ids import LabelId
from annotator.model.kinds import LabelKind
from annotator.model.records import Evidence, Label

EXTRA = "parquet"
KINDS = tuple(kind.value for kind in LabelKind)
EVIDENCE = tuple(f.name for f in fields(Evidence) if f.name not in {"id", "claim"})
TURN = ("speaker", "role", "affiliation")
TURN_TIMES = ("time_start", "time_end")
DETAIL_NAMES = tuple(column for columns in DETAIL_COLUMNS.values() for column in columns)
ANNOTATION_COLUMNS = (
    *("id", "document_id", "document", "kind", "label", "quote", "start", "end", "spans"),
    *(*TURN, "author", "origin", "note", *DETAIL_NAMES, "evidence", "extra"),
)
DOCUMENT_COLUMNS = (
    "id",
    "title",
    "language",
    "date",
    "place",
    "group",
    "status",
    "attributes",
    "source_name",
    "sha256",
    "text",
    "turns",
)
RELATION_COLUMNS = (
    "id",
    "document_id",
    "type",
    "source",
    "target",
    "label_name",
    "author",
    "note",
)
TABLES: Mapping[str, Sequence[str]] = {
    "annotations": ANNOTATION_COLUMNS,
    "documents": DOCUMENT_COLUMNS,
    "relations": RELATION_COLUMNS,
}
_UNPRINTED = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
_SPAN = ("start", "end")
_TURN_NUMBERS = ("start", "body_start", "end")
_STRUCTS: Mapping[str, Mapping[str, str]] = {
    "spans": dict.fromkeys(_SPAN, "int64"),
    "turns": {
        **dict.fromkeys(_TURN_NUMBERS, "int64"),
        **dict.fromkeys(TURN, "string"),
        **dict.fromkeys(TURN_TIMES, "int64"),
    },
    "evidence": dict.fromkeys(EVIDENCE, "string"),
}
_LISTS = ("types",)
_NUMBERS = ("start", "end", "priority")


def pyarrow(part: str = "") -> Any:  # noqa: ANN401 - a module
    """Return the library that writes Parquet, or a part of it.

    Raises:
        UserError: it is not installed.
    """
    return library(f"pyarrow.{part}" if part else "pyarrow", EXTRA)


def class_names(labels: Sequence[Label]) -> dict[LabelId, str]:
    """Return a name of its own for each label, in the order of the codebook."""
    ordered = sorted(labels, key=lambda label: (label.order, label.id))
    names: dict[LabelId, str] = {}
    for label in ordered:
        taken = set(names.values())
        tries = (label.name(), f"{label.name()} ({label.kind.value})", label.slug, label.id)
        names[label.id] = next(name for name in tries if name and name not in taken)
    return names


def schema(columns: Sequence[str], names: Sequence[str]) -> Any:  # noqa: ANN401
    """Return the columns as a pyarrow schema, with the names of the classes for ``datasets``."""
    arrow = pyarrow()
    made = arrow.schema([(column, _arrow_type(arrow, column)) for column in columns])
    told = {column: _class_names(column, names) for column in columns}
    classes = {column: list(found) for column, found in told.items() if found}
    return made.with_metadata({"class_names": json.dumps(classes, ensure_ascii=False)})


def _class_names(column: str, names: Sequence[str]) -> Sequence[str]:
    return KINDS if column == "kind" else names if column == "label" else ()


def _arrow_type(arrow: Any, column: str) -> Any:  # noqa: ANN401
    if column in _STRUCTS:
        inner = [(name, getattr(arrow, kind)()) for name, kind in _STRUCTS[column].items()]
        return arrow.list_(arrow.struct(inner))
    if column in _LISTS:
        return arrow.list_(arrow.string())
    is_number = column in {*_NUMBERS, "kind", "label"}
    return arrow.int64() if is_number else arrow.string()


def card_features(columns: Sequence[str], names: Sequence[str]) -> str:
    """Return the columns as the ``features`` of a dataset card, in YAML."""
    return "".join(_card_feature(column, names) for column in columns)


def yaml_text(text: str) -> str:
    """Return a text as YAML has it between quotation marks, which is JSON but for some characters.

    YAML knows no others than those that are printed, and takes some more for line breaks.
    """
    return _UNPRINTED.sub(
        lambda found: f"\\u{ord(found[0]):04x}", json.dumps(text, ensure_ascii=False)
    )


def _card_feature(column: str, names: Sequence[str]) -> str:
    head = f"  - name: {column}\n"
    if column in _STRUCTS:
        inner = "".join(
            f"    - name: {name}\n      dtype: {kind}\n" for name, kind in _STRUCTS[column].items()
        )
        return f"{head}    list:\n{inner}"
    if column in _LISTS:
        return f"{head}    list: string\n"
    classes = _class_names(column, names)
    if classes:
        listed = "".join(
            f"          '{at}': {yaml_text(name)}\n" for at, name in enumerate(classes)
        )
        return f"{head}    dtype:\n      class_label:\n        names:\n{listed}"
    return f"{head}    dtype: {'int64' if column in _NUMBERS else 'string'}\n"
