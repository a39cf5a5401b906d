"""Annotations as an Excel workbook, written row by row and read."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import chain, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, TYPE_CHECKING, Any
from zipfile import ZipFile

from annotator.formats.archive import DAMAGED
from annotator.formats.atomic import atomic_write
from annotator.formats.base import Format, Options, ProjectSource, Selection
from annotator.formats.flat import COLUMNS, NUMBERS, Row, flat_rows
from annotator.formats.guards import guard, is_plain_number
from annotator.model.errors import UserError
from annotator.model.message import Message

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

ROWS_PER_SHEET = 1_048_576
CHARACTERS_PER_CELL = 32_767
"""Excel's limits; characters are counted in UTF-16 units."""
LARGEST = 1 << 30
"""How many bytes a workbook may unpack to."""
_NOT_XML = re.compile("[\ufffe\uffff]")
_CELL = re.compile(rb"""<(?:\w+:)?c\s(?:[^<]*?\s)?r\s*=\s*["']([A-Za-z]{1,6})([0-9]{1,12})["']""")
_FEW_CELLS = 1_000_000
_PIECE = 1 << 20
_EXACT = 15
"""Digits that a number in a workbook keeps."""
_CREATED = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
_OPTIONS: dict[str, Any] = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}


def write_xlsx(
    source: ProjectSource, selection: Selection, path: Path, *, rows_per_sheet: int = ROWS_PER_SHEET
) -> int:
    """Write the selected annotations; returns how many.

    Rows that do not fit one sheet go on in the next, under the same header. The same project
    gives the same bytes.

    Raises:
        UserError: a cell is more than Excel can hold, or the file cannot be written.
    """
    from xlsxwriter.exceptions import FileCreateError  # type: ignore[import-untyped]

    rows = flat_rows(source, selection)
    try:
        with atomic_write(path) as temporary:
            return _write_book(temporary, rows, rows_per_sheet - 1)
    except FileCreateError as error:
        raise UserError(
            "{path} cannot be written: {reason}. Choose another place.",
            path=str(path),
            reason=str(error),
        ) from error


def _write_book(path: Path, rows: Iterator[Row], size: int) -> int:
    from xlsxwriter import Workbook  # type: ignore[import-untyped]

    with TemporaryDirectory() as folder, path.open("wb") as file:
        book = Workbook(file, _OPTIONS | {"tmpdir": folder})
        try:
            book.set_properties({"created": _CREATED})
            return _write_sheets(book, rows, size)
        finally:
            book.close()


def _write_sheets(book: Any, rows: Iterator[Row], size: int) -> int:  # noqa: ANN401 - unhinted
    """Write the rows on as many sheets as they need, at least one."""
    count = 0
    number = 1
    first = next(rows, None)
    while first is not None or number == 1:
        sheet = book.add_worksheet("annotations" if number == 1 else f"annotations {number}")
        for column, name in enumerate(COLUMNS):
            sheet.write_string(0, column, name)
        sheet.freeze_panes(1, 0)
        here = islice(chain([first] if first is not None else [], rows), size)
        for at, row in enumerate(here, start=1):
            _write_row(sheet, at, row)
            count += 1
        first = next(rows, None)
        number += 1
    return count


def _write_row(sheet: "Worksheet", at: int, row: Row) -> None:
    for column, (name, text) in enumerate(row.items()):
        if name in NUMBERS and _is_exact(text):
            sheet.write_number(at, column, float(text))
        elif text:
            sheet.write_string(at, column, _fitting(guard(text), name, row["id"]))


def _is_exact(text: str) -> bool:
    """Say whether a number comes back from a workbook as it is written."""
    return is_plain_number(text) and len(text) <= _EXACT and number_text(float(text)) == text


def number_text(number: float) -> str:
    """Return a workbook's number as decimal text."""
    return str(int(number)) if number.is_integer() else repr(number)


def _fitting(cell: str, column: str, annotation: str) -> str:
    may_be_long = 2 * len(cell) > CHARACTERS_PER_CELL  # no character takes more than two units
    if may_be_long and len(cell.encode("utf-16-le")) // 2 > CHARACTERS_PER_CELL:
        raise UserError(
            "The {column} of annotation {id} is longer than the {limit} characters that fit an "
            "Excel cell: export as CSV or JSONL.",
            column=column,
            id=annotation,
            limit=CHARACTERS_PER_CELL,
        )
    if strange := _NOT_XML.search(cell):
        raise UserError(
            "The {column} of annotation {id} has the character U+{code}, which no workbook can "
            "hold: export as CSV or JSONL.",
            column=column,
            id=annotation,
            code=f"{ord(strange.group()):04X}",
        )
    return cell


def _write(source: ProjectSource, selection: Selection, path: Path, _options: Options) -> int:
    return write_xlsx(source, selection, path)


XLSX = Format(
    name="xlsx",
    title=Message("Excel workbook"),
    extensions=(".xlsx",),
    guess=lambda path, head: path.suffix.lower() == ".xlsx" and head.startswith(b"PK\x03\x04"),
    writer=_write,
    reads_itself=True,
    holds_reviews=True,
    loses=Message(
        "Texts, turns, the codebook, colours of authors, all relations, findings, dismissals, "
        "settings, links and what is said of documents; importing needs the same documents in the "
        "project. Cells hold at most 32,767 characters."
    ),
)


def read_cells(path: Path) -> Iterator[list[str]]:
    """Yield the rows of a workbook, the header first, as text; later sheets without theirs.

    Raises:
        UserError: the file cannot be read or is no workbook.
    """
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        refuse_huge(path)
        with CalamineWorkbook.from_path(path) as book:
            for place, name in enumerate(book.sheet_names):
                rows = book.get_sheet_by_name(name).iter_rows()
                for row in islice(rows, 1 if place else 0, None):
                    yield [_text(value) for value in row]
    except (CalamineError, *DAMAGED) as error:
        raise UserError(
            "{name} is no Excel workbook that can be read: {reason}.",
            name=path.name,
            reason=str(error),
        ) from error


def refuse_huge(path: Path, limit: int = LARGEST) -> None:
    """Refuse a workbook that unpacks to more than ``limit`` bytes, or has room for more cells.

    Raises:
        UserError: it does.
        Exception: one of ``DAMAGED``; the file is no workbook.
    """
    with ZipFile(path) as archive:
        size = sum(part.file_size for part in archive.infolist())
        if size > limit:
            raise UserError(
                "{name} unpacks to {size} bytes, more than the {limit} that are read: split it.",
                name=path.name,
                size=size,
                limit=limit,
            )
        for part in archive.namelist():
            with archive.open(part) as file:
                rows, columns = _extent(file)
            if rows * columns > max(size, _FEW_CELLS):
                raise UserError(
                    "{name} has cells far apart from each other, down to row {row}: delete the "
                    "empty rows and columns between them, or save the table as CSV.",
                    name=path.name,
                    row=rows,
                )


def _extent(file: IO[bytes]) -> tuple[int, int]:
    """Return the last row and column of a sheet in which a cell stands; 0 if it is none.

    The library that reads workbooks makes room for all cells up to the last one: a few bytes could
    ask for more memory than there is.
    """
    rows: set[bytes] = set()
    columns: set[bytes] = set()
    rest = b""
    while piece := file.read(_PIECE):
        whole, _, rest = (rest + piece).rpartition(b"<")
        found = _CELL.findall(whole)
        columns.update(column for column, _row in found)
        rows.update(row for _column, row in found)
        rest = b"<" + rest
    for column, row in _CELL.findall(rest):
        columns.add(column)
        rows.add(row)
    return max(map(int, rows), default=0), max(map(_column_number, columns), default=0)


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - ord("A") + 1
    return number


def _text(value: object) -> str:
    return number_text(value) if isinstance(value, float) else str(value)
