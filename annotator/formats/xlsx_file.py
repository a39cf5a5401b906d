"""Annotations as an Excel workbook, written row by row; ``xlsx_read`` reads it."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import chain, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from annotator.formats.atomic import atomic_write
from annotator.formats.base import Format, Options, ProjectSource, Selection
from annotator.formats.flat import COLUMNS, NUMBERS, Row, flat_rows
from annotator.formats.guards import guard, is_plain_number
from annotator.formats.xlsx_read import number_text
from annotator.model.errors import UserError
from annotator.model.message import Message

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

ROWS_PER_SHEET = 1_048_576
CHARACTERS_PER_CELL = 32_767
"""Excel's limits; characters are counted in UTF-16 units."""
_NOT_XML = re.compile("[\ufffe\uffff]")
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
