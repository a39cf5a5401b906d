"""UIMA CAS as XMI or JSON, one file per document, for INCEpTION, DKPro and other UIMA tools.

Offsets count UTF-16 units, as UIMA does; dkpro-cassis converts them. An annotation of several
passages is as many marks of one ``id``, numbered by ``part``.
"""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from annotator.formats.archive import ZIP_MAGIC, first_bytes, names_in
from annotator.formats.base import Format, Loss, Options, ProjectSource, Selection
from annotator.formats.bundle import file_names, write_bundle
from annotator.formats.cas_read import read_json, read_xmi
from annotator.formats.cas_types import (
    DOCUMENT,
    EXTRA,
    RELATION,
    SHARED,
    TURN,
    cassis,
    type_of,
    type_system,
)
from annotator.formats.details import details_of
from annotator.formats.flat import DETAIL_COLUMNS
from annotator.formats.xml_text import allowed, holds_forbidden
from annotator.model.message import Message
from annotator.model.records import Annotation, Relation, Speaker, Turn
from annotator.model.snapshot import Snapshot

_XMI = b"http://www.omg.org/XMI"
_JSON = (b'"%TYPES"', b'"%FEATURE_STRUCTURES"', b'"%VIEWS"')
_LOSES = Message(
    "The codebook beyond the names of labels, findings, and relations between documents."
)
_HEAD = 4096


def _write_xmi(source: ProjectSource, selection: Selection, path: Path, _options: Options) -> int:
    types = type_system()
    names = _names(source, selection, ".xmi")
    count = 0
    with write_bundle(path) as add:
        add("TypeSystem.xml", types.to_xml().encode())
        for s, annotations, name in _documents(source, selection, names):
            add(name, _cas(types, s, annotations).to_xmi().encode())
            count += len(annotations)
    return count


def _write_json(source: ProjectSource, selection: Selection, path: Path, _options: Options) -> int:
    types = type_system()
    names = _names(source, selection, ".json")
    count = 0
    with write_bundle(path) as add:
        for s, annotations, name in _documents(source, selection, names):
            add(name, _cas(types, s, annotations).to_json().encode())
            count += len(annotations)
    return count


def _names(source: ProjectSource, selection: Selection, ending: str) -> list[str]:
    selection.check(source)
    return file_names([d.title for d in selection.documents_of(source)], ending)


def _documents(
    source: ProjectSource, selection: Selection, names: Sequence[str]
) -> Iterator[tuple[Snapshot, list[Annotation], str]]:
    for document, name in zip(selection.documents_of(source), names, strict=True):
        snapshot = source.load(document.id)
        yield snapshot, list(selection.annotations(snapshot)), name


def _cas(types: Any, s: Snapshot, annotations: Sequence[Annotation]) -> Any:  # noqa: ANN401
    """Return a document as a CAS."""
    cas = cassis().Cas(types)
    cas.sofa_string = allowed(s.text)
    cas.sofa_mime = "text/plain"
    if s.document.language:
        cas.document_language = s.document.language
    document = s.document
    attributes = json.dumps(dict(sorted(document.attributes.items())), ensure_ascii=False)
    told = {name: getattr(document, name) for name in ("id", "title", "date", "place", "group")}
    _add(cas, types, DOCUMENT, (0, len(s.text)), told | {"attributes": attributes})
    for turn in s.all(Turn):
        _add(cas, types, TURN, (turn.start, turn.end), _turn_features(s, turn))
    firsts = {a.id: _add_marks(cas, types, s, a) for a in annotations}
    for relation in sorted(s.all(Relation), key=lambda found: found.id):
        if {relation.source, relation.target} <= firsts.keys():
            ends = firsts[relation.source], firsts[relation.target]
            told = {"id": relation.id, "kind": relation.kind.value, "note": relation.note}
            made = _add(cas, types, RELATION, (ends[0].begin, ends[0].end), told)
            made.source, made.target = ends
    return cas


def _turn_features(s: Snapshot, turn: Turn) -> dict[str, str]:
    speaker = s.find(Speaker, turn.speaker)
    told = {"id": turn.id, "part": turn.part.value, "heading": s.text[turn.start : turn.body_start]}
    if speaker:
        told |= {"speaker": speaker.name, "role": speaker.role.value}
        told["affiliation"] = speaker.affiliation
    return told


def _add_marks(cas: Any, types: Any, s: Snapshot, annotation: Annotation) -> Any:  # noqa: ANN401
    """Add a mark for each passage; returns the first."""
    kind = s.kind_of(annotation)
    row = details_of(s, annotation, (0,))
    names = {*SHARED, *DETAIL_COLUMNS.get(kind, ())}
    told = {name: value for name, value in row.items() if name in names} | {"id": annotation.id}
    marks = [
        _add(cas, types, type_of(kind), (span.start, span.end), told | {"part": str(part)})
        for part, span in enumerate(annotation.spans)
    ]
    return marks[0]


def _add(
    cas: Any,  # noqa: ANN401
    types: Any,  # noqa: ANN401
    name: str,
    place: tuple[int, int],
    features: dict[str, str],
) -> Any:  # noqa: ANN401
    told = {feature: allowed(value) for feature, value in features.items() if value}
    made = types.get_type(name)(begin=place[0], end=place[1], **told)
    cas.add(made)
    return made


def _losses(source: ProjectSource, selection: Selection, _options: Options) -> Iterator[Loss]:
    reason = Message("XML has no place for control characters: they become U+FFFD.")
    for document in selection.documents_of(source):
        s = source.load(document.id)
        for annotation in selection.annotations(s):
            if any(map(holds_forbidden, (annotation.quote, *details_of(s, annotation).values()))):
                yield Loss(reason, document.id, annotation.id)


def _is_xmi(path: Path, head: bytes) -> bool:
    if _XMI in head.replace(b"\x00", b""):
        return True
    return any(name.lower().endswith(".xmi") for name in names_in(path, head))


def _is_json(path: Path, head: bytes) -> bool:
    if head and not head.startswith(ZIP_MAGIC):
        start = head.replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
        return start.startswith(b"{") and any(mark in start for mark in _JSON)
    names = [name for name in names_in(path, head) if name.lower().endswith(".json")]
    return bool(names) and any(mark in first_bytes(path, names[0], _HEAD) for mark in _JSON)


XMI = Format(
    name="xmi",
    title=Message("UIMA CAS XMI"),
    extensions=(".zip", ".xmi"),
    guess=_is_xmi,
    writer=_write_xmi,
    reader=read_xmi,
    losses=_losses,
    loses=_LOSES,
    extra=EXTRA,
    is_bundle=True,
)
CAS_JSON = Format(
    name="casjson",
    title=Message("UIMA CAS JSON"),
    extensions=(".zip", ".json"),
    guess=_is_json,
    writer=_write_json,
    reader=read_json,
    losses=_losses,
    loses=_LOSES,
    extra=EXTRA,
    is_bundle=True,
)
