"""Label Studio's JSON tasks and labelling configuration, written.

A task is a document; each author's annotations are one of its ``annotations``. Offsets count code
points. What Label Studio has no place for stands in a region's ``meta``.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from annotator.formats.atomic import atomic_text, atomic_write
from annotator.formats.base import Format, Loss, Options, ProjectSource, Selection
from annotator.formats.bundle import write_bundle
from annotator.formats.fields import document_fields
from annotator.formats.json_text import encode_json
from annotator.formats.label_studio_config import NOTE, TEXT, config_of
from annotator.formats.label_studio_read import is_label_studio, read_label_studio
from annotator.formats.offsets import OffsetUnit
from annotator.formats.records_json import Json
from annotator.formats.sheets import Mark, Sheet, fragment_losses, losses_of, sheets
from annotator.formats.xml_text import allowed
from annotator.model.message import Message

CONFIG = "label_config.xml"
_AUTHORS = Message("Its relation to an annotation of another author is left out.")


def _write(source: ProjectSource, selection: Selection, path: Path, _options: Options) -> int:
    """Write tasks, and beside them the configuration: in the archive or folder, or as a file."""
    config = config_of(source.labels()).encode()
    if path.suffix.lower() != ".json":
        return _write_bundle(source, selection, path, config)
    count = 0
    with atomic_text(path) as out:
        for part, marks in _parts(sheets(source, selection)):
            out.write(part)
            count += marks
    with atomic_write(path.with_name(f"{path.stem}.{CONFIG}")) as temporary:
        temporary.write_bytes(config)
    return count


def _write_bundle(source: ProjectSource, selection: Selection, path: Path, config: bytes) -> int:
    """Write a file of tasks per document: Label Studio takes a zip of such files."""
    count = 0
    with write_bundle(path) as add:
        add(CONFIG, config)
        for sheet in sheets(source, selection):
            add(f"tasks/{sheet.number:06}.json", f"[{encode_json(_task(sheet))}]\n".encode())
            count += len(sheet.marks)
    return count


def _parts(found: Iterable[Sheet]) -> Iterator[tuple[str, int]]:
    """Yield the pieces of a JSON list, with how many annotations each holds."""
    opening = "[\n"
    for sheet in found:
        yield opening + encode_json(_task(sheet)), len(sheet.marks)
        opening = ",\n"
    yield ("[]\n" if opening == "[\n" else "\n]\n"), 0


def _task(sheet: Sheet) -> Json:
    by_author: dict[str, list[Mark]] = {}
    for mark in sheet.marks:
        by_author.setdefault(mark.annotation.author, []).append(mark)
    return {
        "id": sheet.number,
        "data": {TEXT: sheet.text, **document_fields(sheet.document, (TEXT,))},
        "annotations": [
            {"id": sheet.number * 1000 + at, "result": list(_results(sheet, marks))}
            for at, marks in enumerate(by_author.values())
        ],
    }


def _results(sheet: Sheet, marks: list[Mark]) -> Iterator[Json]:
    for mark in marks:
        yield from _regions(mark)
    for relation, start, end in sheet.relations:
        if start in marks and end in marks:
            yield {
                "from_id": _key(start),
                "to_id": _key(end),
                "type": "relation",
                "direction": "right",
                "labels": [relation.kind.value],
            } | ({"meta": {"note": relation.note}} if relation.note else {})


def _key(mark: Mark, part: int = 0) -> str:
    return f"r{mark.number}.{part}" if part else f"r{mark.number}"


def _regions(mark: Mark) -> Iterator[Json]:
    for part, span in enumerate(mark.annotation.spans):
        names = [allowed(mark.name)]
        value = {"start": span.start, "end": span.end, "text": span.quote, "labels": names}
        meta: Json = _meta(mark) if part == 0 else {"part_of": _key(mark)}
        kind = mark.label.kind.value
        yield _result(_key(mark, part), kind, "labels", value) | {"meta": meta}
    if mark.note:
        first = mark.annotation.spans[0]
        place = {"start": first.start, "end": first.end, "text": [mark.note]}
        yield _result(_key(mark), NOTE, "textarea", place)


def _result(key: str, control: str, kind: str, value: Json) -> Json:
    names = {"from_name": control, "to_name": TEXT, "type": kind}
    return {"id": key, **names, "origin": "manual", "value": value}


def _meta(mark: Mark) -> Json:
    found: Json = {"author": mark.author} if mark.author else {}
    if allowed(mark.name) != mark.label.name():
        found["name"] = mark.label.name()
    if mark.fields:
        found["fields"] = mark.fields
    return found


def _judge(sheet: Sheet) -> Iterator[Loss]:
    yield from fragment_losses(sheet)
    for _relation, start, end in sheet.relations:
        if start.annotation.author != end.annotation.author:
            yield start.loss(_AUTHORS)


LABEL_STUDIO = Format(
    name="label-studio",
    title=Message("Label Studio JSON"),
    extensions=(".json", ".zip"),
    guess=is_label_studio,
    writer=_write,
    reader=read_label_studio,
    losses=losses_of(_judge),
    loses=Message(
        "Turns, findings, dismissals, settings, sources, states and links of documents, relations "
        "between documents or authors, authors and labels of relations, colours of authors, and of "
        "a label its short name, its names in other languages, examples and extra fields. Label "
        "Studio itself keeps labels, notes and relations; fields stand in each region's meta data."
    ),
    offset_units=(OffsetUnit.CODE_POINTS,),
)
