"""What an annotation or document says besides its text, as texts among another tool's own names.

Formats whose names people choose (attributes, meta data, features) hold it this way, and a value
that its field cannot hold is kept as it is; formats of fixed names use ``columns``. The
fields of a claim, figure or topic under ``claim_text``, ``figure_low``, ``topic_scope``, those that
the codebook adds under their own names, a claim's evidence as JSON under ``evidence``.
"""

from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import fields
from typing import Any

from annotator.formats.detail_texts import (
    DETAILS,
    Told,
    json_text,
    told_evidence,
    told_value,
    value_text,
)
from annotator.formats.records_json import BadValueError, to_json
from annotator.model.codebook import FIGURE_TERMS
from annotator.model.ids import AnnotationId
from annotator.model.kinds import LabelKind, Origin
from annotator.model.message import Message
from annotator.model.records import Annotation, AnnotationDetail, Claim, Document, Evidence
from annotator.model.snapshot import Snapshot

_PREFIXES = tuple(f"{kind}_" for kind in DETAILS)
_RESERVED = frozenset({"author", "evidence", "kind", "label", "note", "origin", "part_of"})
_EXTRA = "extra_"
_NAMES: Mapping[LabelKind, tuple[str, ...]] = {
    kind: tuple(field.name for field in fields(cls) if field.name != "id")
    for kind, cls in DETAILS.items()
}
_OWN_FIELDS: Mapping[LabelKind | None, Mapping[str, str]] = {
    kind: {f"{kind}_{name}": name for name in names} for kind, names in _NAMES.items()
}
"""The fields of a kind by the names that texts have."""
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
            found[f"{kind}_{name}"] = value_text(s, name, value)
    if isinstance(detail, Claim) and (evidence := s.evidence_of(detail.id)):
        found["evidence"] = json_text([to_json(source, ("claim", "id")) for source in evidence])
    return found


def told_fields(kind: LabelKind | None, found: Mapping[str, str]) -> Told:
    """Return the fields that named texts stand for; the reverse of ``fields_of``.

    A value that its field cannot hold stays under its name in ``extra``.
    """
    kind = kind or _kind_in(found)
    own: dict[str, Any] = {}
    extra: dict[str, str] = {}
    evidence: tuple[Evidence, ...] = ()
    fields_of_kind = _OWN_FIELDS.get(kind, {})
    for name, text in found.items():
        if field := fields_of_kind.get(name):
            with suppress(BadValueError):
                own[field] = _value(field, text)
                continue
        if name == "evidence" and (told := _evidence(text)):
            evidence = told
        elif name != "origin":
            extra[name.removeprefix(_EXTRA)] = text
    detail = DETAILS[kind](AnnotationId(""), **own) if kind and own else None
    return Told(kind, detail, extra, evidence)


def _kind_in(found: Mapping[str, str]) -> LabelKind | None:
    """Return the only kind whose fields there are."""
    kinds = {kind for kind in DETAILS for name in found if name.startswith(f"{kind}_")}
    return kinds.pop() if len(kinds) == 1 else None


def _value(field: str, text: str) -> object:
    """Return a field's value.

    Raises:
        BadValueError: the field cannot hold it.
    """
    if field in FIGURE_TERMS and text not in FIGURE_TERMS[field]:
        raise BadValueError(field, Message("one of the choices"), text)
    return told_value(field, text, field)


def _evidence(text: str) -> tuple[Evidence, ...]:
    """Return the evidence that a JSON list holds, nothing if it is none."""
    with suppress(BadValueError):
        return told_evidence(text, "evidence")
    return ()


def document_fields(document: Document, taken: Collection[str] = ()) -> dict[str, str]:
    """Return a document's title, language, date, place, group and attributes, empty ones left out.

    An attribute with one of the other names, or one that the format has ``taken`` for something
    else, is called ``attribute_...``.
    """
    found = {name: getattr(document, name) for name in DOCUMENT_FIELDS}
    others = {*DOCUMENT_FIELDS, *taken}
    for name, value in sorted(document.attributes.items()):
        is_own = name not in others and not name.startswith(_ATTRIBUTE)
        found[name if is_own else _ATTRIBUTE + name] = value
    return {name: value for name, value in found.items() if value}


def told_document(found: Mapping[str, str]) -> dict[str, Any]:
    """Return the fields of an IncomingDocument that ``document_fields`` gave; no title, no name."""
    own: dict[str, Any] = {name: found[name] for name in DOCUMENT_FIELDS[1:] if name in found}
    rest = {name: text for name, text in found.items() if name not in DOCUMENT_FIELDS}
    own["attributes"] = {name.removeprefix(_ATTRIBUTE): text for name, text in rest.items()}
    return own
