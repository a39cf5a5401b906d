"""The cells and layers of WebAnno TSV 3: what is escaped, stacked and numbered in them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_NAMES = {"\t": "\\t", "\n": "\\n", "\r": "\\r", "\b": "\\b", "\f": "\\f"}
_TO_ESCAPE = re.compile(r"->|[\\\[\]|_;\t\n*]")
_TEXT_TO_ESCAPE = re.compile("[\\\\\t\n\r\b\f]")
_ESCAPE = re.compile(r"\\(->|u[0-9a-fA-F]{4}|.)", re.DOTALL)
_BACK = {"t": "\t", "n": "\n", "r": "\r", "b": "\b", "f": "\f"}
_NUMBERED = re.compile(r"((?:\\.|[^\\])*?)\[(\d{1,9})\]", re.DOTALL)
_DIGITS = 9
_SURROGATE = range(0xD800, 0xE000)
NOTHING, NO_VALUE = "_", "*"


def escape_value(text: str) -> str:
    """Return a feature's value as a cell holds it."""
    return _TO_ESCAPE.sub(lambda found: _NAMES.get(found.group(), "\\" + found.group()), text)


def escape_text(text: str) -> str:
    """Return a token or line of text as the file holds it."""
    return _TEXT_TO_ESCAPE.sub(lambda found: _NAMES.get(found.group(), "\\" + found.group()), text)


def unescape(text: str) -> str:
    """Return what an escaped text stands for."""
    return _ESCAPE.sub(_meant, text) if "\\" in text else text


def _meant(found: re.Match[str]) -> str:
    name = found[1]
    if len(name) > len("->") and name[0] == "u":
        code = int(name[1:], 16)
        return found.group() if code in _SURROGATE or not code else chr(code)
    return _BACK.get(name, name)


def split(cell: str, separator: str) -> list[str]:
    """Return the parts of a cell between separators that are not escaped."""
    parts = cell.split(separator)
    if "\\" not in cell:
        return parts
    joined: list[str] = []
    is_open = False
    for part in parts:
        if is_open:
            joined[-1] += separator + part
        else:
            joined.append(part)
        is_open = (len(part) - len(part.rstrip("\\"))) % 2 == 1
    return joined


def numbered(item: str) -> tuple[str, int]:
    """Return an item without the number in brackets behind it, and the number, 0 if none."""
    if item[-1:] != "]":
        return item, 0
    if "\\" not in item:
        text, _, number = item[:-1].rpartition("[")
        is_number = number.isascii() and number.isdecimal() and len(number) <= _DIGITS
        return (text, int(number)) if is_number else (item, 0)
    found = _NUMBERED.fullmatch(item)
    return (found[1], int(found[2])) if found else (item, 0)


def value_of(item: str) -> str:
    """Return what an item without its number says; nothing where it has no value."""
    return "" if item in {NOTHING, NO_VALUE} else unescape(item)


@dataclass(frozen=True, slots=True)
class Layer:
    """A layer of the header: spans, relations or chains; ``columns`` are its features.

    A slot feature has two columns, roles and targets; ``targets`` names each one's target type.
    """

    sort: str
    type: str
    columns: tuple[str, ...]
    first: int
    base: str = ""
    targets: tuple[tuple[int, str], ...] = ()

    @property
    def name(self) -> str:
        """The last part of the type's name."""
        return self.type.rpartition(".")[2] or self.type

    @property
    def target_columns(self) -> set[int]:
        """Which of the columns hold the targets of slots."""
        return {at for at, _ in self.targets}


def layers_of(header: list[str]) -> Iterator[Layer]:
    """Yield the layers that header lines declare, with the columns they take."""
    first = 0
    for line in header:
        sort, _, declared = line.removeprefix("#T_").partition("=")
        layer_type, *features = declared.split("|")
        columns: list[str] = []
        targets: list[tuple[int, str]] = []
        base = ""
        for feature in features:
            if columns and columns[-1].startswith("ROLE_") and not _is_target(targets, columns):
                targets.append((len(columns), feature))
            if feature.startswith("BT_"):
                base = feature.removeprefix("BT_")
            columns.append(feature)
        columns = columns or [""]
        yield Layer(sort, layer_type, tuple(columns), first, base, tuple(targets))
        first += len(columns)


def _is_target(targets: list[tuple[int, str]], columns: list[str]) -> bool:
    """Say whether the last column is the target of a slot already."""
    return bool(targets) and targets[-1][0] == len(columns) - 1
