"""Annotations as an Excel workbook, written row by row; ``xlsx_read`` reads it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from itertools import chain, islice
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from annotator.formats.atomic import atomic_write
from annotator.formats.base import Format, Options, ProjectSource, Selection
from annotator.formats.flat import COLUMNS, NUMBERS, Row, flat_rows
from annotator.formats.guards import RISKY, guard, is_plain_number
from annotator.formats.spools import NewSpool, Spool, spools
from annotator.formats.xlsx_read import number_text
from annotator.formats.xlsx_sheet import letters_of, number_cell, row_xml, text_cell
from annotator.model.errors import UserError
from annotator.model.message import Message

ROWS_PER_SHEET = 1_048_576
CHARACTERS_PER_CELL = 32_767
"""Excel's limits; characters are counted in UTF-16 units."""
_NOT_XML = re.compile("[\ufffe\uffff]")
_EXACT = 15
"""Digits that a number in a workbook keeps."""
_LARGE = 1 << 30
"""Bytes of a sheet from which its member says that it may be of any size."""
_CREATED = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
_SHEET = re.compile(r"xl/worksheets/sheet([0-9]+)\.xml")
_DIMENSION = re.compile(rb'<dimension ref="[^"]*"/>')
_LETTERS = tuple(letters_of(at) for at in range(len(COLUMNS)))
_HEADER = row_xml(
    1, [text_cell(f"{letters_of(at)}1", name) for at, name in enumerate(COLUMNS)]
).encode()


@dataclass(frozen=True, slots=True)
class _Sheet:
    """The rows of a sheet as XML, with a header that ``count`` leaves out."""

    rows: Spool
    count: int


def write_xlsx(
    source: ProjectSource, selection: Selection, path: Path, *, rows_per_sheet: int = ROWS_PER_SHEET
) -> int:
    """Write the selected annotations; returns how many.

    Rows that do not fit one sheet go on in the next, under the same header. The same project
    gives the same bytes.

    Raises:
        UserError: a cell is more than Excel can hold, or the file cannot be written.
    """
    rows = flat_rows(source, selection)
    with (
        atomic_write(path) as temporary,
        spools(path.parent) as new_spool,
        ZipFile(temporary, "w", ZIP_DEFLATED) as archive,
    ):
        sheets = list(_sheets(rows, rows_per_sheet - 1, new_spool))
        _write_book(archive, sheets)
        return sum(sheet.count for sheet in sheets)


def _sheets(rows: Iterator[Row], size: int, new_spool: NewSpool) -> Iterator[_Sheet]:
    """Yield as many sheets as the rows need, at least one; each has a header."""
    first = next(rows, None)
    is_begun = False
    while first is not None or not is_begun:
        is_begun = True
        spool, count = new_spool(), 0
        spool.write(_HEADER)
        here = islice(chain([first] if first is not None else [], rows), size)
        for at, row in enumerate(here, start=2):
            spool.write(row_xml(at, _cells(at, row)).encode())
            count += 1
        yield _Sheet(spool, count)
        first = next(rows, None)


def _cells(at: int, row: Row) -> Iterator[str]:
    """Yield the cells of a row; none is made for nothing."""
    for letters, (name, text) in zip(_LETTERS, row.items(), strict=True):
        if not text:
            continue
        if name in NUMBERS and _is_exact(text):
            yield number_cell(f"{letters}{at}", text)
        else:
            told = guard(text) if text[0] in RISKY else text
            yield text_cell(f"{letters}{at}", _fitting(told, name, row["id"]))


def _write_book(archive: ZipFile, sheets: Sequence[_Sheet]) -> None:
    """Write the members of an empty workbook and fill its sheets."""
    with ZipFile(BytesIO(_empty_book(len(sheets)))) as empty:
        for entry in empty.infolist():
            made = ZipInfo(entry.filename, entry.date_time)
            made.compress_type = ZIP_DEFLATED
            if found := _SHEET.fullmatch(entry.filename):
                sheet = sheets[int(found[1]) - 1]
                is_large = sheet.rows.size > _LARGE
                with archive.open(made, "w", force_zip64=is_large) as file:
                    file.writelines(_filled(empty.read(entry), sheet))
            else:
                archive.writestr(made, empty.read(entry))


def _filled(content: bytes, sheet: _Sheet) -> Iterator[bytes]:
    """Yield the XML of an empty sheet with the rows in it."""
    whole = f'<dimension ref="A1:{_LETTERS[-1]}{sheet.count + 1}"/>'
    before, _empty, after = content.partition(b"<sheetData/>")
    yield _DIMENSION.sub(whole.encode(), before) + b"<sheetData>"
    yield from sheet.rows.pieces()
    yield b"</sheetData>" + after


def _empty_book(count: int) -> bytes:
    """Return a workbook of so many empty sheets; their first rows stay when one scrolls."""
    from xlsxwriter import Workbook  # type: ignore[import-untyped]

    content = BytesIO()
    with Workbook(content, {"in_memory": True}) as book:
        book.set_properties({"created": _CREATED})
        for number in range(1, count + 1):
            sheet = book.add_worksheet("annotations" if number == 1 else f"annotations {number}")
            sheet.freeze_panes(1, 0)
    return content.getvalue()


def _is_exact(text: str) -> bool:
    """Say whether a number comes back from a workbook as it is written."""
    if text.isascii() and text.isdigit():
        return len(text) <= _EXACT and (text[0] != "0" or len(text) == 1)
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
