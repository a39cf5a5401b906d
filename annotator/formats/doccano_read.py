"""doccano's JSON lines read: spans as triples or objects, relations, one file or a zip of members.

Offsets count code points, or graphemes in projects of that mode, which the file does not record.
"""

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from itertools import chain
from pathlib import Path, PurePosixPath
from typing import Any

from annotator.formats.archive import is_archive, names_in, open_archive, read_members
from annotator.formats.detail_texts import kind_named
from annotator.formats.fields import told_document, told_fields
from annotator.formats.incoming import (
    IncomingAnnotation,
    IncomingDocument,
    IncomingRelation,
    ReadOptions,
)
from annotator.formats.input_file import as_text, read_text
from annotator.formats.json_outline import first_objects
from annotator.formats.json_text import parse_json
from annotator.formats.offsets import OffsetUnit, Ruler
from annotator.formats.placing import Placing, in_order
from annotator.formats.records_json import Json
from annotator.formats.streams import and_whether_only, json_items, text_lines
from annotator.model.errors import UserError
from annotator.model.message import Message
from annotator.model.text import Range

_TEXTS = ("text", "data")
_SPANS = ("entities", "label", "labels", "annotations")
_KNOWN = frozenset({*_TEXTS, *_SPANS, "id", "relations", "Comments", "comments", "offset_unit"})
TAKEN = _KNOWN | {"meta"}
"""The names in a record that do not stand for attributes."""
_TRIPLE = 3
_LOOKED_AT = 200
"""In how many records or files spans are looked for."""
_ENDINGS = (".jsonl", ".json")
Span = tuple[str, int, int, str, Json]
"""A span's key, start, end, label and whatever else the file says of it."""


def is_doccano(path: Path, head: bytes) -> bool:
    """Say whether a file holds texts with spans as doccano writes them, or a zip of such files."""
    if names := names_in(path, head):
        ends = all(name.endswith(_ENDINGS) for name in names)
        return path.is_file() and ends and _is_doccano_zip(path, names)
    return any(_has_spans(row) for row in first_objects(path, head, _LOOKED_AT))


def _is_doccano_zip(path: Path, names: list[str]) -> bool:
    with suppress(UserError), open_archive(path) as archive:
        contents = (archive.read(name) for name in names[:_LOOKED_AT])
        return any(_has_spans(row) for text in contents for row in first_objects(Path(), text))
    return False


def _has_spans(row: Json) -> bool:
    has_text = any(isinstance(row.get(name), str) for name in _TEXTS)
    is_ours = "offset_unit" in row and "entities" in row
    return has_text and "format" not in row and (is_ours or any(map(_is_span, _items(row))))


def _items(row: Json) -> list[Any]:
    """Return the first list of spans that is not empty."""
    found = (row.get(name) for name in _SPANS)
    return next((value for value in found if isinstance(value, list) and value), [])


def _is_span(item: object) -> bool:
    if isinstance(item, dict):
        return {"start_offset", "end_offset", "label"} <= item.keys()
    return isinstance(item, list) and [type(part) for part in item] == [int, int, str]


def read_doccano(path: Path, options: ReadOptions) -> Iterator[IncomingDocument]:
    """Yield the documents of a file or of a zip with a file per member.

    Raises:
        UserError: a line is no JSON, or no text with spans.
    """
    if not is_archive(path):
        yield from _documents(_rows_of_file(path), path.name, path.stem, "", options)
        return
    for name, content in read_members(path, *_ENDINGS):
        stem = PurePosixPath(name).stem
        author = "" if stem in {"all", "unknown"} else stem
        rows = _rows(as_text(content, name), name)
        yield from _documents(rows, name, path.stem, author, options)


Rows = Iterator[tuple[int, Any]]
"""Each record with the line it starts on."""


def _documents(
    rows: Rows, name: str, stem: str, author: str, options: ReadOptions
) -> Iterator[IncomingDocument]:
    for number, ((line, row), is_only) in enumerate(and_whether_only(rows), start=1):
        record = _Record(row, name, line, author)
        yield record.document(stem if is_only else f"{stem} {number}", options)


def _rows_of_file(path: Path) -> Rows:
    """Yield the records one at a time: of a list, or of lines unless one object takes several."""
    lines = enumerate(text_lines(path), start=1)
    number, first = next(((n, line) for n, line in lines if line.strip()), (1, ""))
    if first.lstrip().startswith("["):
        yield from ((1, row) for row in json_items(path))
    elif _is_one_object(first):
        yield 1, parse_json(read_text(path), path.name)
    elif first:
        yield from _json_lines(chain([(number, first)], lines), path.name)


def _rows(content: str, name: str) -> Rows:
    """Yield each record of a member: JSON lines, a list, or one object."""
    if re.match(r"\s*\[", content):
        yield from ((1, row) for row in parse_json(content, name))
    elif _is_one_object(content.lstrip().partition("\n")[0]):
        yield 1, parse_json(content, name)
    else:
        yield from _json_lines(enumerate(content.split("\n"), start=1), name)


def _json_lines(lines: Iterator[tuple[int, str]], name: str) -> Rows:
    for number, line in lines:
        if line.strip():
            yield number, parse_json(line, name, number)


def _is_one_object(line: str) -> bool:
    """Say whether a line opens an object that it does not close."""
    first = line.strip()
    try:
        json.loads(first)
    except json.JSONDecodeError as error:
        return error.pos >= len(first)
    except (ValueError, RecursionError):
        return False
    return False


class _Record:
    """One record of the file."""

    def __init__(self, row: object, name: str, line: int, author: str) -> None:
        self._name, self._line, self._author = name, line, author
        if not isinstance(row, dict):
            raise self._refused(Message("an object"), row)
        self._row: Json = row
        text = next((row[key] for key in _TEXTS if isinstance(row.get(key), str)), None)
        if text is None:
            raise self._refused(Message("a text under “text”"), row)
        self._text: str = text

    def _refused(self, expected: Message, found: object) -> UserError:
        return UserError(
            "Line {line} of {name}: expected {expected}, found {found}.",
            line=self._line,
            name=self._name,
            expected=str(expected),
            found=json.dumps(found, ensure_ascii=False, default=str)[:60],
        )

    def document(self, title: str, options: ReadOptions) -> IncomingDocument:
        """Return the record as a document; spans outside the text become problems."""
        placing = Placing(self._text, options.unit or self._unit())
        doubts = list(self._doubts(placing, options))
        problems = list(doubts)
        annotations = []
        for key, parts in self._grouped():
            try:
                ranges = in_order(placing.range(start, end) for _, start, end, *_ in parts)
                annotations.append(self._annotation(key, parts[0], ranges))
            except UserError as error:
                problems.append(error.message)
        own = told_document(self._meta())
        return IncomingDocument(
            str(self._row.get("title") or title),
            placing.text,
            tuple(annotations),
            tuple(self._relations()),
            problems=tuple(problems),
            unit_is_guess=bool(doubts),
            **own,
        )

    def _unit(self) -> OffsetUnit:
        """Return the unit that the record names, code points if none."""
        named = self._row.get("offset_unit")
        return next((unit for unit in OffsetUnit if unit.value == named), OffsetUnit.CODE_POINTS)

    def _doubts(self, placing: Placing, options: ReadOptions) -> Iterator[Message]:
        """Say so if graphemes would give other passages and nothing tells which are meant."""
        if options.unit or "offset_unit" in self._row or self._text.isascii():
            return
        last = max((end for _, _, end, *_ in self._spans()), default=0)
        ruler = Ruler(placing.text, OffsetUnit.GRAPHEMES)
        if last and ruler.to_unit(min(last, len(placing.text))) != last:
            yield Message(
                "Offsets were taken as code points. If doccano counted graphemes there, import the "
                "file again with that unit."
            )

    def _spans(self) -> list[Span]:
        for name in _SPANS:
            if isinstance(self._row.get(name), Mapping) and self._row[name]:
                raise self._refused(
                    Message("a list of spans under “{name}”", {"name": name}), self._row[name]
                )
        return [self._span(at, item) for at, item in enumerate(_items(self._row))]

    def _span(self, at: int, item: object) -> Span:
        if isinstance(item, list) and len(item) == _TRIPLE:
            item = dict(zip(("start_offset", "end_offset", "label"), item, strict=True))
        if not isinstance(item, dict):
            raise self._refused(Message("a span [start, end, label]"), item)
        start, end, label = (item.get(key) for key in ("start_offset", "end_offset", "label"))
        label = str(label) if type(label) is int else label
        if type(start) is not int or type(end) is not int or not isinstance(label, str):
            raise self._refused(Message("a span with start, end and label"), item)
        return str(item.get("id", f"#{at}")), start, end, label.strip() or "label", item

    def _grouped(self) -> list[tuple[str, list[Span]]]:
        """Return each annotation's key and its spans."""
        groups: dict[str, list[Span]] = {}
        for span in self._spans():
            known = groups.get(str(span[4].get("part_of", "")))
            if known:
                known.append(span)
            else:
                groups[span[0] if span[0] not in groups else f"{span[0]}#{len(groups)}"] = [span]
        return list(groups.items())

    def _annotation(self, key: str, span: Span, ranges: tuple[Range, ...]) -> IncomingAnnotation:
        _, _, _, label, item = span
        found = item.get("fields", {})
        told = told_fields(kind_named(item.get("kind")), _texts(found))
        return IncomingAnnotation(
            key,
            _text(item.get("name")) or label,
            ranges,
            told.kind,
            _text(item.get("author")) or self._author,
            _text(item.get("note")),
            told.extra,
            told.detail,
            told.evidence,
        )

    def _relations(self) -> Iterator[IncomingRelation]:
        found = self._row.get("relations", [])
        if not isinstance(found, list):
            raise self._refused(Message("a list of relations"), found)
        for item in found:
            if not isinstance(item, dict) or not {"from_id", "to_id"} <= item.keys():
                raise self._refused(Message("a relation with from_id, to_id and type"), item)
            ends = str(item["from_id"]), str(item["to_id"])
            yield IncomingRelation(str(item.get("type", "")), *ends, _text(item.get("note")))

    def _meta(self) -> dict[str, str]:
        """Return everything else that the record says, as texts."""
        row = {name: value for name, value in self._row.items() if name not in _KNOWN}
        if isinstance(row.get("meta"), dict):
            row |= row.pop("meta")
        return _texts(row)


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _texts(found: object) -> dict[str, str]:
    """Return an object's values as texts, others than texts as JSON."""
    if not isinstance(found, Mapping):
        return {}
    return {
        str(name): value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        for name, value in found.items()
        if value not in (None, "")
    }
