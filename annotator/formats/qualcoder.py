"""QualCoder projects (.qda): a folder whose ``data.qda`` is a SQLite file.

Codings made by hand count UTF-16 units, automatic ones code points or, in newer versions, code
points with those of each emoji twice: each is set right by the text that stands beside it
(``seltext``). Codings have numbers of their own from version 4 of the tables
on, codes may stand below other codes from version 16 on.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from annotator.formats.anchoring import Anchors
from annotator.formats.base import Cell, Format, Tables
from annotator.formats.detail_texts import kind_named
from annotator.formats.emoji_offsets import EmojiRuler
from annotator.formats.foreign_rows import expect_tables, rows_of, text, whole
from annotator.formats.incoming import (
    Incoming,
    IncomingAnnotation,
    IncomingCodebook,
    IncomingDocument,
    IncomingLabel,
    ReadOptions,
)
from annotator.formats.offsets import Quoted
from annotator.formats.placing import Placing
from annotator.model.message import Message

MAGIC = b"SQLite format 3\x00"
_COLOUR = re.compile("#[0-9A-Fa-f]{6}")
_FILE = "data.qda"
_KEY = "ctid"
_CODING = (_KEY, "cid", "fid", "seltext", "pos0", "pos1", "owner", "memo", "important")
_NEEDED = {"source", "code_name", "code_text"}
_NO_WORDS = Message("{count} {count|coding|codings} left out, whose words are not in the text.")
_NO_CODE = Message("{count} {count|coding|codings} left out, whose code is not there.")
_NO_SOURCE = Message(
    "{count} {count|coding is of a source|codings are of sources} without a text, and left out."
)


def tables_path(path: Path) -> Path:
    """Return the SQLite file of a project that may be a folder."""
    return path / _FILE if path.is_dir() else path


def read_qualcoder(tables: Tables, options: ReadOptions) -> Iterator[Incoming]:
    """Yield the codebook and each text with its codings.

    Raises:
        UserError: a table is missing or a value is not what it should be.
    """
    expect_tables(tables, _NEEDED, "QualCoder")
    labels = _labels(tables)
    yield IncomingCodebook(tuple(labels.values()), tuple(_left_out(tables)))
    codings = _codings(tables, labels)
    attributes = _attributes(tables)
    columns = ("id", "name", "fulltext", "memo")
    for number, name, fulltext, memo in rows_of(tables, "source", columns):
        if text(fulltext):
            source = whole(number, tables.name, "source.id")
            own = codings.pop(source, [])
            told = _document(text(name) or tables.name, text(fulltext), own, options)
            noted = {"memo": text(memo)} if text(memo) else {}
            yield replace(told, attributes=noted | attributes[source])
    if left := sum(map(len, codings.values())):
        yield IncomingCodebook((), (replace(_NO_SOURCE, values={"count": left}),))


def _codings(tables: Tables, labels: dict[int, IncomingLabel]) -> "dict[int, list[_Coding]]":
    """Return the codings of passages by the number of their source."""
    codings: dict[int, list[_Coding]] = defaultdict(list)
    is_numbered = _KEY in tables.columns["code_text"]
    for at, row in enumerate(rows_of(tables, "code_text", _CODING), start=1):
        cells = dict(zip(_CODING, row, strict=True)) | ({} if is_numbered else {_KEY: at})
        coding = _Coding(tables.name, labels, cells)
        codings[coding.document].append(coding)
    return codings


def _document(
    name: str, fulltext: str, codings: "list[_Coding]", options: ReadOptions
) -> IncomingDocument:
    twice = Placing(fulltext, ruler=EmojiRuler(fulltext))
    anchors = Anchors(fulltext, [coding.quoted for coding in codings], options.unit, twice)
    coded = [coding for coding in codings if coding.label]
    found = [(coding, anchors.find(*coding.quoted)) for coding in coded]
    lost = sum(place is None for _coding, place in found)
    left_out = ((_NO_WORDS, lost), (_NO_CODE, len(codings) - len(coded)))
    return IncomingDocument(
        name,
        anchors.text,
        tuple(coding.annotation(place) for coding, place in found if place),
        problems=tuple(replace(told, values={"count": n}) for told, n in left_out if n),
    )


class _Coding:
    """A row of ``code_text``."""

    def __init__(
        self, name: str, labels: dict[int, IncomingLabel], row: Mapping[str, Cell]
    ) -> None:
        self._row = row
        numbers = {
            column: whole(row[column], name, f"code_text.{column}")
            for column in ("ctid", "cid", "fid", "pos0", "pos1")
        }
        self._key = numbers["ctid"]
        self.document = numbers["fid"]
        self.quoted: Quoted = (numbers["pos0"], numbers["pos1"], self._text("seltext"))
        self.label = labels.get(numbers["cid"])

    def _text(self, column: str) -> str:
        return text(self._row[column])

    def annotation(self, place: tuple[int, int]) -> IncomingAnnotation:
        """Return the coding at its place in the text."""
        assert self.label is not None  # noqa: S101 - one without a code has no place
        return IncomingAnnotation(
            str(self._key),
            self.label.name,
            (place,),
            author=self._text("owner"),
            note=self._text("memo"),
            extra={"important": "1"} if self._row["important"] else {},
        )


Category = tuple[str, int | None, str]
"""The name of a category or code, the number of the one above it, and its memo."""


def _labels(tables: Tables) -> dict[int, IncomingLabel]:
    """Return the codes by number; categories come first, by negative numbers."""
    categories = _categories(tables) if "code_cat" in tables.columns else {}
    labels: dict[int, IncomingLabel] = {}
    names = _Names()
    for number in _parents_first(categories):
        title, parent, told = categories[number]
        above = _name_in(labels, None if parent is None else -1 - parent)
        labels[-1 - number] = IncomingLabel(names.new(title, above, number), None, above, told)
    codes, colours, homes = _codes(tables)
    for number in _parents_first(codes):
        own, parent, told = codes[number]
        above = _name_in(labels, parent) or _name_in(labels, homes[number])
        name, kind = names.new(own, above, number), kind_named(own.lower())
        labels[number] = IncomingLabel(name, kind, above, told, colours[number])
    return labels


class _Names:
    """The names of labels, no two alike: a category and a code may share one in QualCoder."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def new(self, name: str, above: str, number: int) -> str:
        """Return the name, told apart from those before: case and blanks make no other label."""
        found = name
        if _plain(found) in self._taken:
            found = f"{above}: {name}" if above else f"{name} {number}"
        while _plain(found) in self._taken:
            found += f" {number}"
        self._taken.add(_plain(found))
        return found


def _plain(name: str) -> str:
    return name.lower().replace(" ", "_")


def _codes(tables: Tables) -> tuple[dict[int, Category], dict[int, str], dict[int, int | None]]:
    """Return the codes with the codes above them, their colours and their categories' keys."""
    codes: dict[int, Category] = {}
    colours: dict[int, str] = {}
    homes: dict[int, int | None] = {}
    columns = ("cid", "name", "supercid", "catid", "memo", "color")
    for code, name, above, category, memo, colour in rows_of(tables, "code_name", columns):
        number = whole(code, tables.name, "code_name.cid")
        parent = above if isinstance(above, int) else None
        codes[number] = text(name) or str(code), parent, text(memo)
        colours[number] = text(colour) if _COLOUR.fullmatch(text(colour)) else ""
        homes[number] = -1 - category if isinstance(category, int) else None
    return codes, colours, homes


def _categories(tables: Tables) -> dict[int, Category]:
    found: dict[int, Category] = {}
    columns = ("catid", "name", "supercatid", "memo")
    for number, name, parent, memo in rows_of(tables, "code_cat", columns):
        above = parent if isinstance(parent, int) else None
        own = whole(number, tables.name, "code_cat.catid")
        found[own] = (text(name) or str(own), above, text(memo))
    return found


def _name_in(labels: Mapping[int, IncomingLabel], number: int | None) -> str:
    return labels[number].name if number is not None and number in labels else ""


def _parents_first(categories: dict[int, Category]) -> list[int]:
    """Return the numbers so that each comes after its parent; loops are cut."""
    ordered: dict[int, None] = {}
    for number in categories:
        chain: list[int] = []
        at: int | None = number
        while at in categories and at not in ordered and at not in chain:
            chain.append(at)
            at = categories[at][1]
        ordered |= dict.fromkeys(reversed(chain))
    return list(ordered)


def _attributes(tables: Tables) -> dict[int, dict[str, str]]:
    """Return what is known of each source, by name."""
    found: dict[int, dict[str, str]] = defaultdict(dict)
    if "attribute" in tables.columns:
        columns = ("id", "name", "value", "attr_type")
        for number, name, value, kind in rows_of(tables, "attribute", columns):
            if kind == "file" and isinstance(number, int) and text(name) and text(value):
                found[number][text(name)] = text(value)
    return found


def _left_out(tables: Tables) -> Iterator[Message]:
    """Yield what the project holds besides texts and codings."""
    if count := _count(tables, "annotation"):
        yield Message(
            "{count} {count|note|notes} on passages without a code {count|is|are} left out.",
            {"count": count},
        )
    if count := _count(tables, "code_image") + _count(tables, "code_av"):
        yield Message(
            "{count} {count|coding|codings} of pictures, sound or film {count|is|are} left out.",
            {"count": count},
        )
    if count := _count(tables, "case_text"):
        yield Message(
            "{count} {count|passage|passages} of cases {count|is|are} left out.", {"count": count}
        )
    if count := _count(tables, "journal"):
        yield Message(
            "{count} {count|entry|entries} of the journal {count|is|are} left out.",
            {"count": count},
        )
    if "project" in tables.columns and any(map(any, rows_of(tables, "project", ("memo",)))):
        yield Message("The memo of the project is left out.")


def _count(tables: Tables, table: str) -> int:
    if table not in tables.columns:
        return 0
    return sum(1 for _row in rows_of(tables, table, ("memo",)))


def _is_qualcoder(path: Path, head: bytes) -> bool:
    if path.suffix.lower() != ".qda":
        return False
    return head.startswith(MAGIC) or (not head and (path / _FILE).is_file())


QUALCODER = Format(
    name="qualcoder",
    title=Message("QualCoder project"),
    extensions=(".qda",),
    guess=_is_qualcoder,
    tables_reader=read_qualcoder,
    loses=Message(
        "Codings of pictures, sound and film, cases, graphs, the journal, the project's memo, and "
        "notes without a code."
    ),
)
