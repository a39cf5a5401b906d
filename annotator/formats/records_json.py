"""Records as JSON objects: every field under its name, read back strictly by its type."""

import json
import re
import types
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import MISSING, dataclass, fields, is_dataclass
from enum import StrEnum
from functools import cache
from json.encoder import encode_basestring
from operator import attrgetter, itemgetter
from typing import Any, Union, cast, get_args, get_origin, get_type_hints

from annotator.model.bulk import Columns
from annotator.model.errors import UserError
from annotator.model.message import Message
from annotator.model.records import ExtraField, Passage, Record

Json = dict[str, Any]
Part = ExtraField | Passage
Decode = Callable[[Any, str], Any]
Get = Callable[[Json], tuple[Any, ...]]
_BAD_CHARACTER = re.compile("[\x00\ud800-\udfff]")


class BadValueError(Exception):
    """A value is not what is expected; ``where`` is its path in the line."""

    def __init__(self, where: str, expected: Message, found: object) -> None:
        self.where, self.expected, self.found = where, str(expected), brief(found)
        super().__init__(where, self.expected)


def brief(value: object) -> str:
    """Return a value for a message: short, and only its size if it is an object or list."""
    if isinstance(value, dict | list):
        return f"{type(value).__name__}[{len(value)}]"
    text = repr(value)
    return text if len(text) <= 40 else text[:39] + "…"  # noqa: PLR2004 - fits a line


# --- writing ---

_PLAIN = frozenset({str, int, bool, type(None)})
_COMMON = frozenset({str, type(None)})
"""Types of values that mean the same where they are equal, which 1 and true do not."""


def to_json(record: Record | Part, leave_out: tuple[str, ...] = ()) -> Json:
    """Return a record's fields by name in their order, without those named in ``leave_out``."""
    names, structured, read = fields_of_class(cast("type", type(record)), leave_out)
    row = dict(zip(names, read(record), strict=True))
    for name in structured:
        if type(row[name]) not in _PLAIN:
            row[name] = _plain(row[name])
    return row


encode_short = json.JSONEncoder(
    ensure_ascii=False, check_circular=False, allow_nan=False, separators=(",", ":")
).encode
"""Returns a value as JSON text without spaces, its characters as they are; refuses NaN."""


def to_text(record: Record | Part, leave_out: tuple[str, ...] = ()) -> str:
    """Return what ``to_json`` returns as ``encode_short`` writes it, in half the time."""
    template, encoders, read = _template(cast("type", type(record)), leave_out)
    if encoders is None:
        return template % tuple(map(encode_basestring, cast("tuple[str, ...]", read(record))))
    return template % tuple([x(value) for x, value in zip(encoders, read(record), strict=True)])


@cache
def _template(
    cls: type, leave_out: tuple[str, ...]
) -> tuple[str, tuple[Callable[[Any], str], ...] | None, Callable[[object], tuple[object, ...]]]:
    """Return the text of an object with gaps for the values, what fills these, and what reads.

    None fills them if all values are texts.
    """
    names, structured, read = fields_of_class(cls, leave_out)
    encoders = tuple(_encoded if name in structured else encode_basestring for name in names)
    template = "{" + ",".join(f'"{name}":%s' for name in names) + "}"
    return template, encoders if structured else None, read


def _encoded(value: object) -> str:
    return "null" if value is None else encode_short(_plain(value))


@cache
def fields_of_class(
    cls: type, leave_out: tuple[str, ...]
) -> tuple[tuple[str, ...], tuple[str, ...], Callable[[object], tuple[object, ...]]]:
    """Return a class's field names, those whose values are no plain text, and what reads all."""
    hints = get_type_hints(cls)
    names = tuple(field.name for field in fields(cls) if field.name not in leave_out)
    structured = tuple(name for name in names if _decoder(hints[name]) is not expect_text)
    if len(names) == 1:
        return names, structured, lambda record: (getattr(record, names[0]),)
    return names, structured, cast("Callable[[object], tuple[object, ...]]", attrgetter(*names))


def _plain(value: object) -> object:
    if type(value) in _PLAIN:
        return value
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Mapping):
        return dict(sorted(value.items()))
    return to_json(cast("Part", value))


# --- reading ---


def from_json(
    cls: type,
    value: object,
    where: str,
    passed: frozenset[str] = frozenset(),
    **given: object,
) -> Any:  # noqa: ANN401
    """Return a record of class ``cls`` from a JSON object.

    A field may be missing if it has a default. ``passed`` are names in the object that are read
    elsewhere; ``given`` are fields that the object leaves out.

    Raises:
        BadValueError: a field is unknown, missing, or of another type.
    """
    found = expect_object(value, where)
    known = _complete(cls, tuple(given), passed)
    values = known.values(found, given, where)
    try:
        if values is None:
            return cls(**_decoded(cls, found, where, passed, given))
        return cls(*values)
    except UserError as error:
        raise BadValueError(where, error.message, found) from error


def _decoded(
    cls: type, found: Json, where: str, passed: Container[str], given: Json
) -> dict[str, object]:
    """Return the fields of an object that may lack some of them or be wrong."""
    decoders, required = _plan(cls)
    decoded: dict[str, object] = {}
    for name, item in found.items():
        if name in passed:
            continue
        if (decode := decoders.get(name)) is None:
            raise BadValueError(f"{where}.{name}", Message("no such field"), item)
        decoded[name] = decode(item, f"{where}.{name}")
    if twice := given.keys() & decoded.keys():
        raise BadValueError(f"{where}.{min(twice)}", Message("no such field"), found[min(twice)])
    decoded |= given
    if missing := required - decoded.keys():
        first = next(name for name in decoders if name in missing)
        raise BadValueError(f"{where}.{first}", Message("this field"), None)
    return decoded


@dataclass(frozen=True, slots=True)
class _Complete:
    """How an object is read that has all fields of a class, as nearly all objects have.

    ``names`` are those that it may have; ``texts`` gets its plain texts, ``read`` all fields, those
    too that are given, in their order.
    """

    names: frozenset[str]
    texts: Get
    read: Get
    structured: tuple[tuple[int, str, Decode], ...]

    def values(self, found: Json, given: Json, where: str) -> list[Any] | None:
        """Return the values of an object, None if a field is missing, unknown or no text.

        Raises:
            BadValueError: another field is of another type.
        """
        if not found.keys() <= self.names:
            return None
        try:
            "".join(self.texts(found))
            values = list(self.read(found | given))
        except (KeyError, TypeError):
            return None
        for at, name, decode in self.structured:
            values[at] = decode(values[at], f"{where}.{name}")
        return values


@cache
def _complete(cls: type, given: tuple[str, ...], passed: frozenset[str]) -> _Complete:
    decoders, _required = _plan(cls)
    own = [name for name in decoders if name not in given]
    texts = [name for name in own if decoders[name] is expect_text]
    structured = tuple(
        (at, name, decode)
        for at, (name, decode) in enumerate(decoders.items())
        if name in own and decode is not expect_text
    )
    return _Complete(passed.union(own), _getter(texts), _getter(decoders), structured)


def _getter(names: Iterable[str]) -> Get:
    """Return what gets the values of some names, always as a tuple."""
    wanted = tuple(names)
    if len(wanted) > 1:
        return itemgetter(*wanted)
    return lambda found: tuple(found[name] for name in wanted)


def columns_from_json(
    cls: type,
    items: Sequence[Json],
    passed: frozenset[str] = frozenset(),
    **given: Sequence[object],
) -> Columns | None:
    """Return field by field what ``from_json`` makes of objects, in a fraction of the time.

    ``given`` have a value for each object. None is returned if an object lacks a field or is
    wrong: one by one they can be read all the same, or what is wrong is told. What the class
    itself refuses is left to the caller.
    """
    decoders, _required = _plan(cls)
    own = [name for name in decoders if name not in given]
    if not all(map(passed.union(own).issuperset, items)):
        return None
    try:
        read = zip(*map(_getter(own), items), strict=True)
        columns: dict[str, Sequence[object]] = dict(zip(own, read, strict=True))
        for name in own:
            columns[name] = _column(decoders[name], columns[name])
    except (BadValueError, KeyError, TypeError, ValueError):
        return None
    return {name: (given | columns)[name] for name in decoders}


def _column(decode: Decode, values: Sequence[Any]) -> Sequence[object]:
    """Return the values of a field as records have them."""
    if decode is not expect_text:
        if {*map(type, values)} <= _COMMON and len(different := {*values}) < len(values) // 2:
            known = {value: decode(value, "") for value in different}
            return [*map(known.__getitem__, values)]
        return [decode(value, "") for value in values]
    "".join(values)  # raises TypeError if one of them is no text
    return values


def expect_object(value: object, where: str) -> Json:
    """Return a JSON object, or raise BadValueError."""
    if not isinstance(value, dict):
        raise BadValueError(where, Message("an object"), value)
    return value


def expect_list(value: object, where: str) -> list[Any]:
    """Return a JSON list, or raise BadValueError."""
    if not isinstance(value, list):
        raise BadValueError(where, Message("a list"), value)
    return value


def expect_text(value: object, where: str) -> str:
    """Return a text, or raise BadValueError."""
    if not isinstance(value, str):
        raise BadValueError(where, Message("a text"), value)
    return value


def expect_texts(value: object, where: str) -> dict[str, str]:
    """Return an object whose values are texts, or raise BadValueError."""
    found = expect_object(value, where)
    if not found:  # as most are
        return found
    return {name: expect_text(item, f"{where}.{name}") for name, item in found.items()}


def refuse_unknown(found: Json, known: Iterable[str], where: str) -> None:
    """Raise BadValueError if an object has a name besides the known ones."""
    for name in found.keys() - set(known):
        raise BadValueError(f"{where}.{name}", Message("no such field"), found[name])


def refuse_bad_characters(value: object) -> None:
    """Raise BadValueError if a text in a value has NUL or half a surrogate pair."""
    waiting = [value]
    while waiting:
        item = waiting.pop()
        if isinstance(item, dict):
            waiting += [*item, *item.values()]
        elif isinstance(item, list):
            waiting += item
        elif isinstance(item, str) and _BAD_CHARACTER.search(item):
            raise BadValueError("text", Message("no NUL and no half surrogate pair"), item)


LARGEST = 2**63 - 1
"""The largest whole number that a project file holds."""


def expect_whole(value: object, where: str) -> int:
    """Return a whole number, or raise BadValueError."""
    if type(value) is not int or abs(value) > LARGEST:
        raise BadValueError(where, Message("a whole number"), value)
    return value


def _expect_boolean(value: object, where: str) -> bool:
    if not isinstance(value, bool):
        raise BadValueError(where, Message("true or false"), value)
    return value


@cache
def _plan(cls: type) -> tuple[dict[str, Decode], frozenset[str]]:
    """Return what reads the fields of a class, and which of them have no default."""
    hints = get_type_hints(cls)
    required = frozenset(
        field.name
        for field in fields(cls)
        if field.default is MISSING and field.default_factory is MISSING
    )
    return {field.name: _decoder(hints[field.name]) for field in fields(cls)}, required


def _decoder(hint: object) -> Decode:
    """Return what reads a value of a field with this type hint."""
    plain: dict[object, Decode] = {str: expect_text, int: expect_whole, bool: _expect_boolean}
    hint = getattr(hint, "__supertype__", hint)
    if hint in plain:
        return plain[hint]
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in {Union, types.UnionType}:
        return _optional(_decoder(arguments[0]))
    if origin is tuple:
        return _many(_decoder(arguments[0]))
    if origin is not None and issubclass(origin, Mapping):
        return expect_texts
    return _one_of(cast("type", hint))


def _optional(decode: Decode) -> Decode:
    return lambda value, where: None if value is None else decode(value, where)


def _many(decode: Decode) -> Decode:
    def read(value: object, where: str) -> tuple[object, ...]:
        items = enumerate(expect_list(value, where))
        return tuple(decode(item, f"{where}[{at}]") for at, item in items)

    return read


def _one_of(cls: type) -> Decode:
    """Return what reads a dataclass or one of an enumeration's values."""
    if is_dataclass(cls):
        return lambda value, where: from_json(cls, value, where)
    choices = {member.value: member for member in cast("type[StrEnum]", cls)}
    expected = Message("one of {names}", {"names": ", ".join(choices)})

    def read(value: object, where: str) -> object:
        if not isinstance(value, str) or value not in choices:
            raise BadValueError(where, expected, value)
        return choices[value]

    return read
