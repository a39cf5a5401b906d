"""W3C Web Annotation JSON-LD: one page of annotations with position and quote selectors, written.

Offsets count code points, as the recommendation demands. The text of each document goes along as
an annotation that describes it, so that the file can be read without the documents.
"""

from collections.abc import Iterator
from pathlib import Path

from annotator.formats.atomic import atomic_text
from annotator.formats.base import Format, Options, ProjectSource, Selection
from annotator.formats.fields import document_fields
from annotator.formats.json_text import encode_json
from annotator.formats.offsets import OffsetUnit
from annotator.formats.records_json import Json
from annotator.formats.sheets import Mark, Sheet, ruler_for, sheets
from annotator.formats.web_annotation_read import CONTEXT, TEXT, is_web_annotation
from annotator.formats.web_annotation_read import read_web_annotation as read
from annotator.model.ids import AnnotationId
from annotator.model.message import Message
from annotator.model.records import Relation
from annotator.model.text import Range

_AROUND = 24


def _write(source: ProjectSource, selection: Selection, path: Path, options: Options) -> int:
    ruler_for("", options, (OffsetUnit.CODE_POINTS,), "W3C Web Annotation")
    page = {"@context": CONTEXT, "id": _iri(source.project_id), "type": "AnnotationPage"}
    across = source.relations_between_documents()
    kept: set[AnnotationId] = set()
    written = 0
    with atomic_text(path) as out:
        out.write(encode_json(page)[:-1] + ', "items": [')
        opening = "\n"
        for sheet in sheets(source, selection):
            for item in _items(sheet):
                out.write(opening + encode_json(item))
                opening = ",\n"
            written += len(sheet.marks)
            kept |= sheet.by_id.keys() if across else set()
        for relation in across:
            if {relation.source, relation.target} <= kept:
                out.write(opening + encode_json(_link(relation)))
                opening = ",\n"
        out.write("\n]}\n")
    return written


def _iri(record_id: str) -> str:
    return f"urn:uuid:{record_id}"


def _items(sheet: Sheet) -> Iterator[Json]:
    yield _description(sheet)
    for mark in sheet.marks:
        yield _annotation(sheet, mark)
    for relation, _start, _end in sheet.relations:
        yield _link(relation)


def _description(sheet: Sheet) -> Json:
    document = sheet.document
    iri = _iri(document.id)
    text: Json = {"id": iri + TEXT, "type": "TextualBody", "value": sheet.text}
    text |= {"format": "text/plain"} | (
        {"language": document.language} if document.language else {}
    )
    return {
        "id": iri + "#description",
        "type": "Annotation",
        "motivation": "describing",
        "body": [text, _data(document_fields(document))],
        "target": iri,
    }


def _body(value: str, purpose: str) -> Json:
    return {"type": "TextualBody", "value": value, "purpose": purpose}


def _data(fields: dict[str, str]) -> Json:
    return _body(encode_json(fields), "describing") | {"format": "application/json"}


def _annotation(sheet: Sheet, mark: Mark) -> Json:
    bodies = [_body(mark.label.name(), "tagging"), _body(mark.label.kind.value, "classifying")]
    if mark.note:
        bodies.append(_body(mark.note, "commenting"))
    if mark.fields:
        bodies.append(_data(mark.fields))
    targets = [_target(sheet, part) for part in mark.ranges]
    whole: Json = {"type": "Composite", "items": targets}
    found: Json = {"id": _iri(mark.annotation.id), "type": "Annotation"}
    if mark.author:
        found["creator"] = {"type": "Person", "name": mark.author}
    found |= {"motivation": "classifying", "body": bodies}
    return found | {"target": whole if len(targets) > 1 else targets[0]}


def _target(sheet: Sheet, part: Range) -> Json:
    start, end = part
    text = sheet.text
    quote = {
        "type": "TextQuoteSelector",
        "exact": text[start:end],
        "prefix": text[max(0, start - _AROUND) : start],
        "suffix": text[end : end + _AROUND],
    }
    position = {"type": "TextPositionSelector", "start": start, "end": end}
    return {"source": _iri(sheet.document.id), "selector": [position, quote]}


def _link(relation: Relation) -> Json:
    bodies = [_body(relation.kind.value, "tagging")]
    if relation.note:
        bodies.append(_body(relation.note, "commenting"))
    return {
        "id": _iri(relation.id),
        "type": "Annotation",
        "motivation": "linking",
        "body": bodies,
        "target": [{"id": _iri(relation.source)}, {"id": _iri(relation.target)}],
    }


WEB_ANNOTATION = Format(
    name="web-annotation",
    title=Message("W3C Web Annotation JSON-LD"),
    extensions=(".jsonld", ".json"),
    guess=is_web_annotation,
    writer=_write,
    reader=read,
    loses=Message(
        "Turns, the codebook, findings, dismissals, settings, sources, states and links of "
        "documents, authors and labels of relations, colours of authors."
    ),
    offset_units=(OffsetUnit.CODE_POINTS,),
)
