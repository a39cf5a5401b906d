"""What a document holds and what a line of a lossless export says, as hashes that can be compared.

They are equal if no field differs. Those of the document are made from its records, not from what
the writer makes of them, so that a field which the writer forgets is missed.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from operator import attrgetter, itemgetter
from typing import TypeVar, cast

from annotator.formats.detail_texts import DETAILS
from annotator.formats.records_json import Json
from annotator.model.kinds import LabelKind
from annotator.model.records import (
    Annotation,
    Dismissal,
    Document,
    Finding,
    Label,
    Record,
    Relation,
    Speaker,
    Turn,
)
from annotator.model.snapshot import Snapshot

_OWN = ("id", "author", "origin", "note")
_of_annotation, _of_row = attrgetter(*_OWN), itemgetter(*_OWN)
_LABEL = itemgetter("label", "kind", "label_name")
_LISTS = ("speakers", "turns", "relations", "findings", "dismissals")
_SOURCE = {"source_name", "source_sha256"}
_DOCUMENT = tuple(field.name for field in fields(Document) if field.name not in _SOURCE)
_NAMES = {
    kind: tuple(f.name for f in fields(cls) if f.name != "id") for kind, cls in DETAILS.items()
}
_OF_DETAIL = {cls: attrgetter(*_NAMES[kind]) for kind, cls in DETAILS.items()}
_IN_DETAIL = {kind.value: itemgetter(*names) for kind, names in _NAMES.items()}
"""What reads all fields of a detail but its id: of the record, and of what the file says."""
_WITH_LISTS = {LabelKind.CLAIM.value}
R = TypeVar("R", bound=Record)
Names = tuple[str, ...]


# --- of the project ---


def annotation_marks(s: Snapshot, annotations: Iterable[Annotation]) -> Iterator[int]:
    """Yield a hash per annotation: of its fields, what it says, its evidence and reviews."""
    labels = {label.id: (label.id, label.kind.value, label.name()) for label in s.all(Label)}
    for a in annotations:
        spans = tuple([(span.start, span.end) for span in a.spans])
        extra = frozen(a.extra) if a.extra else None
        detail = s.detail_of(a.id)
        told = detail and _OF_DETAIL[type(detail)](detail)
        more = None
        if (evidence := s.evidence_of(a.id)) or s.reviews_of(a.id):
            more = _records(evidence, "claim"), _records(s.reviews_of(a.id), "target")
        yield hash((labels[a.label], _of_annotation(a), spans, a.quote, extra, told, more))


def rest_mark(s: Snapshot, relations: Iterable[Relation], findings: Iterable[Finding]) -> int:
    """Return a hash of a document's own fields and of what it has besides text and annotations."""
    document = s.document
    own = tuple(frozen(getattr(document, name)) for name in _DOCUMENT)
    lists = (
        _records(_by_id(s.all(Speaker)), "document"),
        _records(s.all(Turn), "document"),
        _records(_by_id(relations)),
        _records(_by_id(findings)),
        _records(sorted(s.all(Dismissal), key=attrgetter("start", "id")), "document"),
    )
    return hash((own, (document.source_name, document.source_sha256), lists))


def _by_id(records: Iterable[R]) -> list[R]:
    return sorted(records, key=attrgetter("id"))


def _records(records: Iterable[Record], *left_out: str) -> tuple[object, ...]:
    return tuple([frozen(record, left_out) for record in records])


# --- of the file ---


def marks_in(row: Json) -> tuple[int, ...]:
    """Return a hash per annotation of a document's line.

    Raises:
        KeyError: a field is missing.
        TypeError: one is of another type.
    """
    return tuple([_mark(told) for told in row["annotations"]])


def _mark(told: Json) -> int:
    spans = tuple([tuple(pair) for pair in told["spans"]])
    extra = frozen(told["extra"]) if told["extra"] else None
    said = _said_in(told["kind"], told)
    return hash((_LABEL(told), _of_row(told), spans, told["text"], extra, said, _more_in(told)))


def _said_in(kind: str, told: Json) -> object:
    """Return the fields of what an annotation says, lists as tuples."""
    detail = told.get(kind)
    values = detail and _IN_DETAIL[kind](detail)
    return _with_tuples(values) if values and kind in _WITH_LISTS else values


def _more_in(told: Json) -> object:
    """Return an annotation's evidence and reviews; None if it has neither."""
    detail, reviews = told.get(told["kind"]), told.get("reviews")
    evidence = detail.get("evidence") if detail else None
    return (frozen(evidence or ()), frozen(reviews or ())) if evidence or reviews else None


def _with_tuples(values: tuple[object, ...]) -> tuple[object, ...]:
    return tuple([tuple(value) if type(value) is list else value for value in values])


def rest_in(row: Json) -> int:
    """Return a hash of the rest of a document's line.

    Raises:
        KeyError: a field is missing.
        TypeError: one is of another type.
    """
    own = tuple(frozen(row[name]) for name in _DOCUMENT)
    source = row["source"]["name"], row["source"]["sha256"]
    return hash((own, source, tuple(frozen(row[name]) for name in _LISTS)))


def frozen(value: object, left_out: Names = ()) -> object:
    """Return a value that can be hashed: a record and the object that JSON makes of it alike."""
    if isinstance(value, list | tuple):
        return tuple([frozen(item) for item in value])
    if isinstance(value, Mapping):
        return tuple(sorted((name, frozen(item)) for name, item in value.items()))
    if is_dataclass(value):
        names = (
            field.name for field in fields(cast("Document", value)) if field.name not in left_out
        )
        return tuple(sorted((name, frozen(getattr(value, name))) for name in names))
    return value
