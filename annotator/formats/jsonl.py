"""Our own lossless format: one JSON object for the project, then one per document.

Offsets count code points of the document's text and are half-open. Everything but the history is
there; the same project gives the same bytes.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from json.encoder import encode_basestring as quoted
from pathlib import Path
from typing import TextIO

from annotator.formats.atomic import atomic_text
from annotator.formats.base import Format, Options, ProjectSource, Selection
from annotator.formats.detail_texts import KIND_OF
from annotator.formats.offsets import OffsetUnit
from annotator.formats.records_json import Json, encode_short, to_json, to_text
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
_ID = ("id",)
LineOf = Mapping[DocumentId, int]


def write_jsonl(source: ProjectSource, selection: Selection, out: TextIO) -> int:
    """Write the project; returns how many annotations.

    A selection leaves out annotations, and what belongs to them; documents keep their texts,
    speakers and turns, and the codebook stays whole.

    Raises:
        UserError: the selection names what the project does not have.
    """
    selection.check(source)
    out.write(encode_short(header_of(source, selection)) + "\n")
    line_of = lines_of(source, selection)
    count = 0
    for document in selection.documents_of(source):
        s = source.load(document.id)
        annotations = list(selection.annotations(s))
        out.writelines(_document(s, annotations, line_of, is_whole=selection.is_everything))
        count += len(annotations)
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
    offset_units=(OffsetUnit.CODE_POINTS,),
)


def lines_of(source: ProjectSource, selection: Selection) -> LineOf:
    """Return where the line of each document comes."""
    return {document.id: at for at, document in enumerate(selection.documents_of(source))}


def header_of(source: ProjectSource, selection: Selection) -> Json:
    """Return what the first line says: the project, and what lies between documents."""
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


def _document(
    s: Snapshot, annotations: Sequence[Annotation], line_of: LineOf, *, is_whole: bool
) -> Iterator[str]:
    """Yield the parts of a document's line; those of annotations are made as texts at once."""
    document = s.document
    relations, findings = what_belongs(s, annotations, line_of, is_whole=is_whole)
    dismissals = sorted(s.all(Dismissal), key=lambda d: (d.start, d.id))
    first = {
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
    }
    last = {
        "relations": _sorted_json(relations),
        "findings": _sorted_json(findings),
        "dismissals": [to_json(dismissal, ("document",)) for dismissal in dismissals],
    }
    yield encode_short(first)[:-1] + ',"annotations":['
    yield ",".join(_annotations(s, annotations))
    yield "]," + encode_short(last)[1:] + "\n"


def _annotations(s: Snapshot, annotations: Iterable[Annotation]) -> Iterator[str]:
    """Yield annotations with what is told of them; what is told of a label is made once."""
    labels = {label.id: _label(label) for label in s.all(Label)}
    for a in annotations:
        spans = ",".join([f"[{span.start},{span.end}]" for span in a.spans])
        extra = encode_short(dict(sorted(a.extra.items()))) if a.extra else "{}"
        yield (
            f'{{"id":{quoted(a.id)},{labels[a.label]},"spans":[{spans}],"text":{quoted(a.quote)},'
            f'"author":{quoted(a.author)},"origin":{quoted(a.origin)},"note":{quoted(a.note)},'
            f'"extra":{extra}{_told(s, a.id)}}}'
        )


def _label(label: Label) -> str:
    told = {"kind": label.kind.value, "label": label.id, "label_name": label.name()}
    return encode_short(told)[1:-1]


def _told(s: Snapshot, annotation_id: AnnotationId) -> str:
    """Return what an annotation says and what reviewers say of it."""
    told, end = "", ""
    detail = s.detail_of(annotation_id)
    if detail is not None:
        told = f',"{KIND_OF[type(detail)]}":{to_text(detail, _ID)}'
    if isinstance(detail, Claim):
        evidence = _sorted_json(s.evidence_of(annotation_id), ("claim",))
        told = f'{told[:-1]},"evidence":{encode_short(evidence)}}}'
    if reviews := s.reviews_of(annotation_id):
        end = f',"reviews":{encode_short([to_json(review, ("target",)) for review in reviews])}'
    return told + end


def what_belongs(
    s: Snapshot, annotations: Iterable[Annotation], line_of: LineOf, *, is_whole: bool
) -> tuple[list[Relation], list[Finding]]:
    """Return the relations and findings on a document's line, if these annotations are."""
    kept = {annotation.id for annotation in annotations}
    relations = [r for r in s.all(Relation) if {r.source, r.target} <= kept]
    findings = [
        f for f in s.all(Finding) if _belongs_here(f, s, kept, line_of, is_everything=is_whole)
    ]
    return relations, findings


def _belongs_here(
    finding: Finding, s: Snapshot, kept: set[AnnotationId], line_of: LineOf, *, is_everything: bool
) -> bool:
    """Say whether a finding is written with this document: the last of those it points to."""
    lines = [line_of.get(passage.document) for passage in finding.passages]
    if None in lines or line_of[s.document.id] != max(line for line in lines if line is not None):
        return False
    marked = {passage.annotation for passage in finding.passages if passage.annotation}
    return is_everything or marked <= kept
