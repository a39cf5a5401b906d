"""Our own lossless format: one JSON object for the project, then one per document.

Offsets count code points of the document's text and are half-open. Everything but the history is
there; the same project gives the same bytes.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TextIO

from annotator.formats.atomic import atomic_text
from annotator.formats.base import Format, Options, ProjectSource, Selection
from annotator.formats.detail_texts import KIND_OF
from annotator.formats.records_json import Json, to_json
from annotator.model.ids import AnnotationId, DocumentId
from annotator.model.message import Message
from annotator.model.records import (
    Annotation,
    Claim,
    Dismissal,
    Finding,
    Label,
    Record,
    Relation,
    Speaker,
    Turn,
)
from annotator.model.snapshot import Snapshot

FORMAT = "annotator-jsonl"
VERSION = 1
LineOf = Mapping[DocumentId, int]
_encode = json.JSONEncoder(
    ensure_ascii=False, check_circular=False, allow_nan=False, separators=(",", ":")
).encode


def write_jsonl(source: ProjectSource, selection: Selection, out: TextIO) -> int:
    """Write the project; returns how many annotations.

    A selection leaves out annotations, and what belongs to them; documents keep their texts,
    speakers and turns, and the codebook stays whole.

    Raises:
        UserError: the selection names what the project does not have.
    """
    selection.check(source)
    out.write(_encode(_header(source, selection)) + "\n")
    line_of = {document.id: at for at, document in enumerate(selection.documents_of(source))}
    count = 0
    for document in selection.documents_of(source):
        line = _document(source.load(document.id), selection, line_of)
        count += len(line["annotations"])
        out.write(_encode(line) + "\n")
    return count


def _write_file(source: ProjectSource, selection: Selection, path: Path, _options: Options) -> int:
    with atomic_text(path) as out:
        return write_jsonl(source, selection, out)


def _is_jsonl(_path: Path, head: bytes) -> bool:
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    return start.startswith(b"{") and FORMAT.encode() in start


JSONL = Format(
    name="jsonl",
    title=Message("Annotator JSONL"),
    extensions=(".jsonl",),
    guess=_is_jsonl,
    writer=_write_file,
    reads_itself=True,
    holds_reviews=True,
    loses=Message("The history of changes."),
)


def _header(source: ProjectSource, selection: Selection) -> Json:
    documents = {document.id for document in selection.documents_of(source)}
    links = [x for x in source.document_links() if {x.source, x.target} <= documents]
    labels = sorted(source.labels(), key=lambda label: (label.order, label.id))
    return {
        "format": FORMAT,
        "version": VERSION,
        "project": {"id": source.project_id, "title": source.title},
        "codebook": {"labels": [to_json(label) for label in labels]},
        "authors": _sorted_json(source.authors()),
        "settings": dict(sorted(source.settings().items())),
        "document_links": _sorted_json(links),
        "relations": _sorted_json(selection.relations_between(source)),
    }


def _sorted_json(records: Iterable[Record], leave_out: tuple[str, ...] = ()) -> list[Json]:
    return [to_json(record, leave_out) for record in sorted(records, key=lambda r: r.id)]


def _document(s: Snapshot, selection: Selection, line_of: LineOf) -> Json:
    document = s.document
    annotations = list(selection.annotations(s))
    kept = {annotation.id for annotation in annotations}
    relations = [r for r in s.all(Relation) if {r.source, r.target} <= kept]
    whole = selection.is_everything
    findings = [
        f for f in s.all(Finding) if _belongs_here(f, s, kept, line_of, is_everything=whole)
    ]
    dismissals = sorted(s.all(Dismissal), key=lambda d: (d.start, d.id))
    return {
        "id": document.id,
        "title": document.title,
        "language": document.language,
        "text": s.text,
        "sha256": document.sha256,
        "source": {"name": document.source_name, "sha256": document.source_sha256},
        "date": document.date,
        "place": document.place,
        "group": document.group,
        "order": document.order,
        "status": document.status,
        "attributes": dict(sorted(document.attributes.items())),
        "speakers": _sorted_json(s.all(Speaker), ("document",)),
        "turns": [to_json(turn, ("document",)) for turn in s.all(Turn)],
        "annotations": list(_annotations(s, annotations)),
        "relations": _sorted_json(relations),
        "findings": _sorted_json(findings),
        "dismissals": [to_json(dismissal, ("document",)) for dismissal in dismissals],
    }


def _annotations(s: Snapshot, annotations: Iterable[Annotation]) -> Iterator[Json]:
    """Yield annotations with what is told of them; kind and name of a label are looked up once."""
    labels = {label.id: (label.kind.value, label.name()) for label in s.all(Label)}
    for annotation in annotations:
        kind, name = labels[annotation.label]
        row: Json = {
            "id": annotation.id,
            "kind": kind,
            "label": annotation.label,
            "label_name": name,
            "spans": [(span.start, span.end) for span in annotation.spans],
            "text": annotation.quote,
            "author": annotation.author,
            "origin": annotation.origin,
            "note": annotation.note,
            "extra": annotation.extra and dict(sorted(annotation.extra.items())),
        }
        _add_told(row, s, annotation.id)
        yield row


def _add_told(row: Json, s: Snapshot, annotation_id: AnnotationId) -> None:
    """Add what an annotation says and what reviewers say of it."""
    detail = s.detail_of(annotation_id)
    if detail is not None:
        row[KIND_OF[type(detail)]] = to_json(detail, ("id",))
    if reviews := s.reviews_of(annotation_id):
        row["reviews"] = [to_json(review, ("target",)) for review in reviews]
    if isinstance(detail, Claim):
        row["claim"]["evidence"] = _sorted_json(s.evidence_of(annotation_id), ("claim",))


def _belongs_here(
    finding: Finding, s: Snapshot, kept: set[AnnotationId], line_of: LineOf, *, is_everything: bool
) -> bool:
    """Say whether a finding is written with this document: the last of those it points to."""
    lines = [line_of.get(passage.document) for passage in finding.passages]
    if None in lines or line_of[s.document.id] != max(line for line in lines if line is not None):
        return False
    marked = {passage.annotation for passage in finding.passages if passage.annotation}
    return is_everything or marked <= kept
