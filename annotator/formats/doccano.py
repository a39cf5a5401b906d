"""doccano's JSON lines for sequence labelling, with or without relations, written.

Each line has ``label`` as triples for plain projects, and ``entities`` with ``relations`` for
projects with relations; what doccano does not know stands beside and is passed over by it. All
lines have the same names: doccano makes one table of them, and refuses a cell that is missing.
"""

from collections.abc import Iterator
from itertools import count
from pathlib import Path

from annotator.formats.atomic import atomic_text
from annotator.formats.base import Format, Loss, Options, ProjectSource, Selection
from annotator.formats.doccano_read import TAKEN, is_doccano, read_doccano
from annotator.formats.fields import document_fields
from annotator.formats.json_text import encode_json
from annotator.formats.offsets import OffsetUnit, Ruler
from annotator.formats.records_json import Json
from annotator.formats.sheets import Mark, Sheet, fragment_losses, losses_of, ruler_for, sheets
from annotator.model.message import Message
from annotator.model.text import Range

_UNITS = (OffsetUnit.CODE_POINTS, OffsetUnit.GRAPHEMES)
_GRAPHEMES = Message("It begins or ends inside a grapheme, which the chosen unit cannot say.")


def _write(source: ProjectSource, selection: Selection, path: Path, options: Options) -> int:
    numbers = count(1)
    written = 0
    documents = selection.documents_of(source)
    names = {name: "" for document in documents for name in document_fields(document, TAKEN)}
    with atomic_text(path) as out:
        for sheet in sheets(source, selection):
            unit, ruler = ruler_for(sheet.text, options, _UNITS, "doccano")
            line = _line(sheet, unit, ruler, numbers)
            line |= names | document_fields(sheet.document, TAKEN)
            out.write(encode_json(line) + "\n")
            written += len(sheet.marks)
    return written


def _line(sheet: Sheet, unit: OffsetUnit, ruler: Ruler, numbers: Iterator[int]) -> Json:
    entities: list[Json] = []
    first_of: dict[int, int] = {}
    for mark in sheet.marks:
        parts = [_entity(mark, part, ruler, next(numbers)) for part in mark.ranges]
        parts[0] |= _beside(mark)
        for other in parts[1:]:
            other["part_of"] = parts[0]["id"]
        first_of[mark.number] = parts[0]["id"]
        entities += parts
    relations = [
        {
            "id": next(numbers),
            "from_id": first_of[start.number],
            "to_id": first_of[end.number],
            "type": relation.kind.value,
        }
        | ({"note": relation.note} if relation.note else {})
        for relation, start, end in sheet.relations
    ]
    return {
        "id": sheet.number,
        "text": sheet.text,
        "label": [[e["start_offset"], e["end_offset"], e["label"]] for e in entities],
        "entities": entities,
        "relations": relations,
        "Comments": [],
        "offset_unit": unit.value,
    }


def _entity(mark: Mark, part: Range, ruler: Ruler, number: int) -> Json:
    return {
        "id": number,
        "label": mark.name,
        "start_offset": ruler.to_unit(part[0]),
        "end_offset": ruler.to_unit(part[1]),
    }


def _beside(mark: Mark) -> Json:
    """Return what doccano has no place for."""
    plain = {"author": mark.author, "note": mark.note}
    found: Json = {"kind": mark.label.kind.value}
    found |= {name: text for name, text in plain.items() if text}
    if mark.name != mark.label.name():
        found["name"] = mark.label.name()
    if mark.fields:
        found["fields"] = mark.fields
    return found


def _losses(source: ProjectSource, selection: Selection, options: Options) -> Iterator[Loss]:
    yield from losses_of(fragment_losses)(source, selection, options)
    if options.offset_unit is OffsetUnit.GRAPHEMES:
        yield from losses_of(_inside_graphemes)(source, selection, options)


def _inside_graphemes(sheet: Sheet) -> Iterator[Loss]:
    ruler = Ruler(sheet.text, OffsetUnit.GRAPHEMES)
    for mark in sheet.marks:
        if any(_is_inside(ruler, edge) for part in mark.ranges for edge in part):
            yield mark.loss(_GRAPHEMES)


def _is_inside(ruler: Ruler, point: int) -> bool:
    return ruler.to_point(ruler.to_unit(point)) != point


DOCCANO = Format(
    name="doccano",
    title=Message("doccano JSONL"),
    extensions=(".jsonl", ".json", ".zip"),
    guess=is_doccano,
    writer=_write,
    reader=read_doccano,
    losses=_losses,
    offset_units=_UNITS,
    loses=Message(
        "Turns, the codebook beyond names, findings, dismissals, settings, sources, states and "
        "links of documents, relations between documents, authors and labels of relations, colours "
        "of authors. doccano itself keeps labels and relations only; the rest stands in the file "
        "for other readers."
    ),
)
