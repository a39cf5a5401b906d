"""Excel workbooks read row by row: a sheet is never in memory, nor are the texts of all cells.

ECMA-376 part 1, 18.3 (sheets), 18.4 (shared strings), 18.8 (styles); the parser is expat, which
gets the members piece by piece and no document type.
"""

import re
from array import array
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import IO
from xml.parsers import expat
from zipfile import ZipFile

from annotator.formats.archive import DAMAGED
from annotator.formats.faults import fault_text
from annotator.formats.set_aside import SetAside
from annotator.formats.xlsx_cells import SheetCells
from annotator.model.errors import UserError, not_read

LARGEST = 1 << 30
"""How many bytes a workbook may unpack to."""
_PIECE = 1 << 18
_REMEMBERED = 4096
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_BUILT_IN_DATES = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
_NO_DATE = re.compile(r'"[^"]*"|\\.|\[(?![hms]+\])[^\]]*\]')
"""What a number format shows as it is, and colours and conditions."""
_DATE = re.compile("[dmyhs]", re.IGNORECASE)
_LEAP_DAY = 60
"""The day in 1900 that there was not: numbers below count from one day later."""
_FAULTS = (expat.ExpatError, LookupError, *DAMAGED)
Attributes = dict[str, str]


def read_cells(path: Path) -> Iterator[list[str]]:
    """Yield the rows of a workbook, the header first, as text; later sheets without theirs.

    A table may begin below and right of the first cell. Empty rows are yielded as such.

    Raises:
        UserError: the file cannot be read, is no workbook, or unpacks to too much.
    """
    try:
        with ZipFile(path) as archive, SetAside() as kept:
            refuse_huge(path, archive)
            book = _Book(archive, kept)
            for place, sheet in enumerate(book.sheets()):
                rows = book.rows(sheet)
                if place and next(rows, None) is None:
                    continue
                yield from rows
    except (FileNotFoundError, PermissionError) as error:
        raise not_read(path, error) from error
    except _FAULTS as error:
        raise UserError(
            "{name} is no Excel workbook that can be read: {reason}.",
            name=path.name,
            reason=fault_text(error),
        ) from error


def refuse_huge(path: Path, archive: ZipFile, limit: int = LARGEST) -> None:
    """Refuse a workbook that unpacks to more than ``limit`` bytes.

    Raises:
        UserError: it does.
    """
    size = sum(part.file_size for part in archive.infolist())
    if size > limit:
        raise UserError(
            "{name} unpacks to {size} bytes, more than the {limit} that are read: split it.",
            name=path.name,
            size=size,
            limit=limit,
        )


class _Book:
    """An open workbook: its shared texts on the disk, and which styles show numbers as dates."""

    def __init__(self, archive: ZipFile, kept: IO[bytes]) -> None:
        self._archive = archive
        self._names = {name.lower(): name for name in archive.namelist()}
        self._base = date(1899, 12, 30)
        self._texts = _Texts(kept)
        self._dates: list[bool] = []
        self._sheets: list[str] = []
        self._read_book()

    def sheets(self) -> list[str]:
        """Return the members that hold the sheets, in the order of the workbook."""
        return self._sheets

    def _read_book(self) -> None:
        parts = self._parts()
        for tag, told in self._tags("xl/workbook.xml"):
            if tag == "sheet":
                kind, member = parts[_local(told)["id"]]
                self._sheets += [member] if kind == "worksheet" else []
            elif tag == "workbookPr" and told.get("date1904") in {"1", "true"}:
                self._base = date(1904, 1, 1)
        for kind, member in parts.values():
            if kind == "styles":
                self._read_styles(member)
            elif kind == "sharedStrings":
                self._read_texts(member)

    def _parts(self) -> dict[str, tuple[str, str]]:
        """Return what the workbook consists of, by the ids of the relationships: kind, member."""
        found = {}
        for tag, told in self._tags("xl/_rels/workbook.xml.rels"):
            if tag == "Relationship":
                kind, target = told.get("Type", "").rpartition("/")[2], told.get("Target", "")
                found[told.get("Id", "")] = kind, _member(target)
        return found

    def _read_styles(self, member: str) -> None:
        shows_date = {str(number): True for number in _BUILT_IN_DATES}
        inside = False
        for tag, told in self._tags(member):
            if tag == "numFmt":
                code = _NO_DATE.sub("", told.get("formatCode", ""))
                shows_date[told.get("numFmtId", "")] = _DATE.search(code) is not None
            elif tag in {"cellXfs", "cellStyleXfs"}:
                inside = tag == "cellXfs"
            elif tag == "xf" and inside:
                self._dates.append(shows_date.get(told.get("numFmtId", ""), False))
            elif tag == "cellStyles":
                inside = False

    def _read_texts(self, member: str) -> None:
        cells = SheetCells()
        for _piece in self._parsed(member, cells.start, cells.end, cells.characters):
            for text in cells.taken_texts():
                self._texts.put(unescaped(text))

    def rows(self, member: str) -> Iterator[list[str]]:
        """Yield the rows of a sheet from its header on, all at least as long as that.

        Columns left of the header are left out.

        Raises:
            ValueError: there is something in them.
        """
        first, width, last = -1, 0, 0
        for number, found in self._numbered(member):
            if first < 0:
                if not found:
                    continue
                first, width, last = min(found), max(found) + 1, number - 1
            if found and min(found) < first:
                raise ValueError(f"row {number} begins left of the header")
            yield from ([] for _ in range(last + 1, number))
            last = number
            end = max(width, max(found, default=0) + 1)
            yield [found.get(at, "") for at in range(first, end)]

    def _numbered(self, member: str) -> Iterator[tuple[int, dict[int, str]]]:
        """Yield the rows that a sheet has, with their numbers from 1: texts by columns from 0."""
        cells = SheetCells()
        for _piece in self._parsed(member, cells.start, cells.end, cells.characters):
            for number, row in cells.taken_rows():
                texts = ((at, self._text(*cell)) for at, cell in row.items())
                yield number, {at: text for at, text in texts if text}

    def _text(self, value: str, kind: str, style: str) -> str:
        """Return what a cell says."""
        match kind:
            case "s":
                return self._texts[int(value)] if value else ""
            case "inlineStr" | "str":
                return unescaped(value)
            case "b":
                return str(value.strip() in {"1", "true"})
            case "" | "n" if value:
                return self._number(value, style)
            case _:
                return value

    def _number(self, value: str, style: str) -> str:
        number = float(value)
        if style and self._dates and self._dates[int(style)]:
            return self._date(number)
        return number_text(number)

    def _date(self, number: float) -> str:
        """Return the date, time or both that a number of days stands for."""
        begin = datetime.combine(self._base, time())
        is_early = self._base.year < 1900 and number < _LEAP_DAY  # noqa: PLR2004 - the century
        moment = begin + timedelta(seconds=round((number + is_early) * 86400))
        if 0 <= number < 1:
            return str(moment.time())
        return str(moment if number % 1 else moment.date())

    def _tags(self, member: str) -> Iterator[tuple[str, Attributes]]:
        """Yield the elements of a small member as they begin."""
        found: list[tuple[str, Attributes]] = []

        def start(tag: str, told: Attributes) -> None:
            found.append((tag.rpartition(":")[2], told))

        for _piece in self._parsed(member, start, lambda _tag: None, lambda _text: None):
            yield from found
            found.clear()

    def _parsed(
        self,
        member: str,
        start: Callable[[str, Attributes], None],
        end: Callable[[str], None],
        characters: Callable[[str], None],
    ) -> Iterator[None]:
        """Parse a member, pausing after each piece."""
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler, parser.EndElementHandler = start, end
        parser.CharacterDataHandler = characters
        parser.StartDoctypeDeclHandler = _refuse_doctype
        with self._archive.open(self._names[member.lower()]) as file:
            while piece := file.read(_PIECE):
                parser.Parse(piece, False)  # noqa: FBT003 - positional in expat
                yield
        parser.Parse(b"", True)  # noqa: FBT003 - positional in expat
        yield


class _Texts:
    """The texts that cells share, on the disk."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._ends = array("q", [0])
        self._cached = lru_cache(_REMEMBERED)(self._read)

    def put(self, text: str) -> None:
        """Add a text."""
        self._ends.append(self._ends[-1] + self._file.write(text.encode("utf-8", "surrogatepass")))

    def __getitem__(self, number: int) -> str:
        """Return a text; raises ``ValueError`` if there is none of this number."""
        if not 0 <= number < len(self._ends) - 1:
            raise ValueError(f"there is no text {number}")
        return self._cached(number)

    def _read(self, number: int) -> str:
        self._file.seek(self._ends[number])
        content = self._file.read(self._ends[number + 1] - self._ends[number])
        return content.decode("utf-8", "surrogatepass")


def _refuse_doctype(_name: str, _system: str | None, _public: str | None, _inside: bool) -> None:  # noqa: FBT001 - expat's own
    raise ValueError("it declares a document type")


def _member(target: str) -> str:
    """Return the member that a relationship of the workbook leads to."""
    return target.lstrip("/") if target.startswith("/") else str(PurePosixPath("xl") / target)


def _local(told: Attributes) -> Attributes:
    return {name.rpartition(":")[2]: value for name, value in told.items()}


def unescaped(text: str) -> str:
    """Return a text whose control characters are written as ``_x000D_``."""
    return _ESCAPED.sub(_character, text) if "_x" in text else text


def _character(found: re.Match[str]) -> str:
    code = int(found[1], 16)
    return found[0] if 0xD800 <= code <= 0xDFFF else chr(code)  # noqa: PLR2004 - surrogates


def number_text(number: float) -> str:
    """Return a workbook's number as decimal text."""
    return str(int(number)) if number.is_integer() else repr(number)
