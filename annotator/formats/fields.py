"""What an annotation or document says besides its text, as plain named texts, and back.

Formats that hold named values (attributes, meta data, features) carry all of it this way: the
fields of a claim, figure or topic under ``claim_text``, ``figure_low``, ``topic_scope``, those that
the codebook adds under their own names, a claim's evidence as JSON under ``evidence``.
"""

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, fields
from typing import Any

from annotator.formats.flat import DETAILS, json_cell, list_cell, speaker_cell
from annotator.formats.records_json import (
    BadValueError,
    expect_list,
    expect_whole,
    from_json,
    to_json,
)
from annotator.model.codebook import COMPARATORS, FIGURE_KINDS
from annotator.model.ids import AnnotationId, SpeakerId
from annotator.model.kinds import LabelKind, Origin
from annotator.model.records import Annotation, AnnotationDetail, Claim, Document, Evidence, Fields
from annotator.model.snapshot import Snapshot

_PREFIXES = tuple(f"{kind}_" for kind in DETAILS)
_RESERVED = frozenset({"author", "evidence", "kind", "label", "note", "origin", "part_of"})
_EXTRA = "extra_"
_NAMES: Mapping[LabelKind, tuple[str, ...]] = {
    kind: tuple(field.name for field in fields(cls) if field.name != "id")
    for kind, cls in DETAILS.items()
}
_DEFAULTS: Mapping[LabelKind, AnnotationDetail] = {
    kind: cls(AnnotationId("")) for kind, cls in DETAILS.items()
}
DOCUMENT_FIELDS = ("title", "language", "date", "place", "group")
_ATTRIBUTE = "attribute_"


def fields_of(s: Snapshot, annotation: Annotation) -> dict[str, str]:
    """Return what an annotation says besides text, label, author and note; empty values left out.

    A claim's speaker is given by name.
    """
    found: dict[str, str] = {}
    if annotation.origin is not Origin.HAND:
        found["origin"] = annotation.origin.value
    for name, value in sorted(annotation.extra.items()):
        is_own = name not in _RESERVED and not name.startswith((*_PREFIXES, _EXTRA))
        found[name if is_own else _EXTRA + name] = value
    detail = s.detail_of(annotation.id)
    if detail is not None:
        found |= _detail_fields(s, detail)
    return found


def _detail_fields(s: Snapshot, detail: AnnotationDetail) -> dict[str, str]:
    kind = LabelKind(type(detail).__name__.lower())
    found = {}
    for name in _NAMES[kind]:
        value = getattr(detail, name)
        if value != getattr(_DEFAULTS[kind], name):
            found[f"{kind}_{name}"] = _as_text(s, name, value)
    if isinstance(detail, Claim) and (evidence := s.evidence_of(detail.id)):
        found["evidence"] = json_cell([to_json(source, ("claim", "id")) for source in evidence])
    return found


def _as_text(s: Snapshot, name: str, value: object) -> str:
    if name == "speaker":
        return speaker_cell(s, SpeakerId(str(value)))
    return list_cell(value) if isinstance(value, tuple) else str(value)


@dataclass(frozen=True, slots=True)
class ToldFields:
    """Named texts of a file as fields of an annotation; what has no place is ``extra``.

    The ids of ``detail`` and ``evidence`` are empty; a claim's speaker is a name.
    """

    kind: LabelKind | None
    detail: AnnotationDetail | None
    extra: Fields
    evidence: tuple[Evidence, ...]


def told_fields(kind: LabelKind | None, found: Mapping[str, str]) -> ToldFields:
    """Return the fields that named texts stand for; the reverse of ``fields_of``.

    A value that its field cannot hold stays under its name in ``extra``.
    """
    kind = kind or _kind_in(found)
    own: dict[str, Any] = {}
    extra: dict[str, str] = {}
    evidence: tuple[Evidence, ...] = ()
    names = _NAMES.get(kind, ()) if kind else ()
    for name, text in found.items():
        field = name.removeprefix(f"{kind}_")
        if field != name and field in names:
            with suppress(ValueError, BadValueError):
                own[field] = _value(field, text)
                continue
        if name == "evidence" and (told := _evidence(text)):
            evidence = told
        elif name != "origin":
            extra[name.removeprefix(_EXTRA)] = text
    detail = DETAILS[kind](AnnotationId(""), **own) if kind and own else None
    return ToldFields(kind, detail, extra, evidence)


def _kind_in(found: Mapping[str, str]) -> LabelKind | None:
    """Return the only kind whose fields there are."""
    kinds = {kind for kind in DETAILS for name in found if name.startswith(f"{kind}_")}
    return kinds.pop() if len(kinds) == 1 else None


def _value(field: str, text: str) -> object:
    """Return a field's value.

    Raises:
        ValueError: the field cannot hold it.
    """
    match field:
        case "priority":
            return expect_whole(int(text), field)
        case "types":
            return _texts(text)
        case "kind" | "comparator" if text not in (*FIGURE_KINDS, *COMPARATORS):
            raise ValueError(text)
        case _:
            return text


def _texts(text: str) -> tuple[str, ...]:
    if not text.startswith("["):
        return tuple(text.split(";"))
    value = json.loads(text)
    if not all(isinstance(item, str) for item in value):
        raise ValueError(text)
    return tuple(value)


def _evidence(text: str) -> tuple[Evidence, ...]:
    """Return the evidence that a JSON list holds, nothing if it is none."""
    with suppress(ValueError, RecursionError, BadValueError):
        items = expect_list(json.loads(text), "evidence")
        return tuple(from_json(Evidence, item, "evidence", id="", claim="") for item in items)
    return ()


def kind_named(name: object) -> LabelKind | None:
    """Return the kind of annotation of this name, None if it is no such kind."""
    return next((kind for kind in DETAILS if kind.value == name), None)


def document_fields(document: Document) -> dict[str, str]:
    """Return a document's title, language, date, place, group and attributes, empty ones left out.

    An attribute with one of the other names is called ``attribute_...``.
    """
    found = {name: getattr(document, name) for name in DOCUMENT_FIELDS}
    for name, value in sorted(document.attributes.items()):
        is_own = name not in DOCUMENT_FIELDS and not name.startswith(_ATTRIBUTE)
        found[name if is_own else _ATTRIBUTE + name] = value
    return {name: value for name, value in found.items() if value}


def told_document(found: Mapping[str, str]) -> dict[str, Any]:
    """Return the fields of an IncomingDocument that ``document_fields`` gave; no title, no name."""
    own: dict[str, Any] = {name: found[name] for name in DOCUMENT_FIELDS[1:] if name in found}
    rest = {name: text for name, text in found.items() if name not in DOCUMENT_FIELDS}
    own["attributes"] = {name.removeprefix(_ATTRIBUTE): text for name, text in rest.items()}
    return own
