"""Records as the journal keeps them: JSON without defaults and without quotes."""

import json
import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, fields
from enum import StrEnum
from json.encoder import encode_basestring
from operator import attrgetter
from typing import Any

from annotator.model import kinds
from annotator.model import records as r
from annotator.model.bulk import Columns
from annotator.model.errors import UserError
from annotator.model.ids import DocumentId

Image = dict[str, Any]
QuoteOf = Callable[[DocumentId, int, int], str]
LIMIT = 256 << 20
"""No change unpacks to more bytes than this: a forged file could fill the memory."""

_ENUMS: dict[str, Mapping[str, type[StrEnum]]] = {
    "Label": {"kind": kinds.LabelKind},
    "DocumentLink": {"kind": kinds.LinkKind},
    "Speaker": {"role": kinds.Role},
    "Turn": {"part": kinds.Part},
    "Annotation": {"origin": kinds.Origin},
    "Evidence": {"stance": kinds.Stance},
    "Relation": {"kind": kinds.RelationKind},
    "Finding": {"ruling": kinds.Ruling},
    "Review": {"state": kinds.ReviewState},
}
_TUPLES = ("examples", "types")
_PLAIN = (str, int, type(None))
"""What JSON knows as it is; nearly all values are of these."""
_SHARED = frozenset({str, int, type(None), *(e for one in _ENUMS.values() for e in one.values())})
"""Types of fields of which many records have the same: what is equal reads the same."""
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True)
_IMAGES = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False)
"""Encodes the values of images, whose names are in order already."""
LARGE = 1 << 16
"""Images of more bytes are deflated less hard: in half the time, to a tenth more."""


def dump_json(value: object) -> str:
    """Return JSON text that is the same for equal values."""
    if value == {}:  # what most columns of JSON hold
        return "{}"
    return _ENCODER.encode(value)


def load_json(text: str | bytes) -> Any:  # noqa: ANN401 - JSON has any shape
    """Return the value of JSON text."""
    if text == "{}":  # what most columns of JSON hold
        return {}
    return json.loads(text)


def pack_value(value: object) -> object:
    """Return a field's value as JSON knows it."""
    if isinstance(value, _PLAIN):
        return value
    if isinstance(value, r.Span):
        return [value.start, value.end]
    if isinstance(value, (tuple, list)):
        return [pack_value(item) for item in value]
    if type(value) in _DEFAULTS:
        return _image_of(value)
    return dict(sorted(value.items())) if isinstance(value, Mapping) else value


def image_of(record: r.Record) -> Image:
    """Return a record's fields that differ from their defaults, without quotes."""
    return _image_of(record)


def _image_of(value: Any) -> Image:  # noqa: ANN401 - any dataclass of the model
    defaults, held_in = _DEFAULTS[type(value)]
    return {
        name: held if type(held) is str else pack_value(held)
        for (name, default), held in zip(defaults, held_in(value), strict=True)
        if held != default
    }


def _defaults(
    cls: type[Any],
) -> tuple[tuple[tuple[str, object], ...], Callable[[Any], tuple[Any, ...]]]:
    """Return the names of a class's fields, in order, with defaults, and what gets their values."""
    found = []
    for field in sorted(fields(cls), key=attrgetter("name")):
        default = field.default
        if field.default_factory is not MISSING:
            default = field.default_factory()
        found.append((field.name, default))
    return tuple(found), attrgetter(*(name for name, _ in found))


_DEFAULTS = {cls: _defaults(cls) for cls in (*r.RECORD_TYPES, r.Passage, r.ExtraField)}


def defaults_of(cls: type[r.Record]) -> Mapping[str, object]:
    """Return the defaults of a class's fields; ``MISSING`` for those without one."""
    return dict(_DEFAULTS[cls][0])


def record_of(cls: type[r.Record], image: Image, quote_of: QuoteOf) -> r.Record:
    """Return the record that an image stands for; quotes come from the text.

    Raises:
        UserError: the image does not fit the class: the file is damaged or forged.
    """
    try:
        values = dict(image)
        for name, enum in _ENUMS.get(cls.__name__, {}).items():
            if name in values:
                values[name] = enum(values[name])
        for name in _TUPLES:
            if name in values:
                values[name] = tuple(values[name])
        _unpack_parts(values, quote_of)
        return cls(**values)
    except (TypeError, ValueError, KeyError, AttributeError) as error:
        raise UserError(
            "The history holds a {kind} that cannot be read: the file is damaged.",
            kind=cls.__name__,
        ) from error


def _unpack_parts(values: Image, quote_of: QuoteOf) -> None:
    """Turn the parts that records consist of back into values."""
    if "spans" in values:
        document = values["document"]
        values["spans"] = tuple(
            r.Span(start, end, quote_of(document, start, end)) for start, end in values["spans"]
        )
    if "passages" in values:
        values["passages"] = tuple(r.Passage(**passage) for passage in values["passages"])
    if "extra_fields" in values:
        values["extra_fields"] = tuple(
            r.ExtraField(**(entry | {"choices": tuple(entry.get("choices", ()))}))
            for entry in values["extra_fields"]
        )


def pack_records(cls: type[r.Record], removed: Columns, added: Columns) -> bytes:
    """Return the images of records of one class as bytes: JSON, deflated where that is shorter."""
    text = f"[[{_texts_of(cls, removed)}],[{_texts_of(cls, added)}]]".encode()
    small = zlib.compress(text, 1 if len(text) > LARGE else 6)
    return small if len(small) < len(text) else text


def _texts_of(cls: type[r.Record], records: Columns) -> str:
    """Return the images of records as JSON, apart by commas; field by field, which is faster.

    What is told of a field has its comma on the side where the id is, which each record has.
    """
    if not records:
        return ""
    size = len(records["id"])
    told = [["},{"] * size]
    before, behind = "", ","
    for name, default in _DEFAULTS[cls][0]:
        values = records[name]
        if name == "id":
            told.append([f'"id":{encode_basestring(v)}' for v in values])
            before, behind = ",", ""
        elif values.count(default) < size:
            told.append(_told(f'{before}"{name}":', behind, default, values))
    texts = [""] * (size * len(told))
    for at, parts in enumerate(told):
        texts[at :: len(told)] = parts
    return "".join(texts)[2:] + "}"


def _told(before: str, behind: str, default: object, values: Sequence[Any]) -> list[str]:
    """Return what the images say of one field, nothing where it has its default."""
    types = {*map(type, values)}
    if types <= _SHARED and len(different := {*values}) < len(values) // 2:
        texts = {v: before + _text_of(v) + behind if v != default else "" for v in different}
        return [*map(texts.__getitem__, values)]
    text_of: Callable[[Any], str] = encode_basestring if types == {str} else _text_of
    if before.endswith('"spans":'):
        text_of = _text_of_spans
    return [before + text_of(v) + behind if v != default else "" for v in values]


def _text_of_spans(spans: Sequence[tuple[int, int, str]]) -> str:
    if len(spans) == 1:
        start, end, _quote = spans[0]
        return f"[[{start},{end}]]"
    return f"[{','.join([f'[{start},{end}]' for start, end, _quote in spans])}]"


def _text_of(value: object) -> str:
    """Return a field's value as JSON text."""
    if isinstance(value, str):  # a member of an enumeration among them
        return encode_basestring(value)
    if isinstance(value, tuple) and {*map(type, value)} == {str}:
        return f"[{','.join(map(encode_basestring, value))}]"
    return _IMAGES.encode(pack_value(value))


def unpack_images(packed: bytes) -> tuple[list[Image], list[Image]]:
    """Return the removed and the added images.

    Raises:
        UserError: the bytes are damaged or unpack to too much.
    """
    try:
        text = packed if packed[:1] == b"[" else _inflate(packed)
        removed, added = load_json(text)
    except (ValueError, zlib.error, RecursionError) as error:
        raise UserError("The history is damaged and cannot be read.") from error
    return removed, added


def _inflate(packed: bytes) -> bytes:
    inflater = zlib.decompressobj()
    text = inflater.decompress(packed, LIMIT)
    if inflater.unconsumed_tail or not inflater.eof:
        raise ValueError(len(packed))
    return text
