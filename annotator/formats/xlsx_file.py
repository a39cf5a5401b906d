"""Annotations as an Excel workbook, written row by row; ``xlsx_read`` reads it."""

import io
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from functools import cache
from itertools import chain, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from annotator.formats.atomic import atomic_write
from annotator.formats.base import Format, Options, ProjectSource, Selection
from annotator.formats.flat import COLUMNS, Row, flat_rows
from annotator.formats.offsets import OffsetUnit
from annotator.formats.xlsx_rows import header_xml, row_xml
from annotator.model.message import Message

ROWS_PER_SHEET = 1_048_576
"""Excel's limit."""
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
    rows = flat_rows(source, selection)
    with atomic_write(path) as temporary:
        return _write_book(temporary, rows, rows_per_sheet - 1)


def _write_book(path: Path, rows: Iterator[Row], size: int) -> int:
    """Write a workbook; the sheets lie beside it until it is finished.

    An archive that XlsxWriter cannot finish tries again when it is forgotten, and prints what goes
    wrong then: so that is before its file is closed.
    """
    from xlsxwriter import Workbook  # type: ignore[import-untyped]
    from xlsxwriter.exceptions import FileCreateError  # type: ignore[import-untyped]

    count = 0
    beside = TemporaryDirectory(prefix=path.name, dir=path.parent)
    with beside as folder, _Taking(path, "wb") as file:
        book = Workbook(file, _OPTIONS | {"tmpdir": folder})
        try:
            try:
                book.set_properties({"created": _CREATED})
                count = _write_sheets(book, rows, size)
            finally:
                book.close()
        except FileCreateError as error:
            file.fault = file.fault or OSError(*error.args[0].args)
            _let_go(book)
        if file.fault is not None:
            raise file.fault
    return count


def _let_go(book: Any) -> None:  # noqa: ANN401 - unhinted
    """Close the files of sheets, which XlsxWriter leaves open if a workbook is not finished."""
    for sheet in book.worksheets():
        with suppress(OSError):
            sheet._opt_close()  # noqa: SLF001


class _Taking(io.FileIO):
    """A file that also takes what the disk does not, which ``fault`` then tells."""

    fault: OSError | None = None

    def write(self, data: Any, /) -> int:  # noqa: ANN401 - whatever holds bytes
        """Write bytes, if all before them were written."""
        if self.fault is None:
            try:
                return int(super().write(data) or 0)
            except OSError as error:
                self.fault = error
        return memoryview(data).nbytes


def _write_sheets(book: Any, rows: Iterator[Row], size: int) -> int:  # noqa: ANN401 - unhinted
    """Write the rows on as many sheets as they need, at least one."""
    count = 0
    number = 1
    first = next(rows, None)
    while first is not None or number == 1:
        name = "annotations" if number == 1 else f"annotations {number}"
        sheet = book.add_worksheet(name, _sheet_class())
        sheet.freeze_panes(1, 0)
        sheet.add_row(0, header_xml())
        here = islice(chain([first] if first is not None else [], rows), size)
        for at, row in enumerate(here, start=1):
            sheet.add_row(at, row_xml(at + 1, row))
            count += 1
        first = next(rows, None)
        number += 1
    return count


@cache
def _sheet_class() -> type[Any]:
    """Return a class of sheets that take whole rows.

    XlsxWriter writes a cell in five times as long, takes a text from ``<r>`` to ``</r>`` for markup
    of its own, and escapes only the first of ``_x000D_x000D_``.
    """
    from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

    class Sheet(Worksheet):  # type: ignore[misc]
        def add_row(self, at: int, xml: str) -> None:
            """Write a row behind those before it; ``at`` counts from 0."""
            for column in (0, len(COLUMNS) - 1):
                self._check_dimensions(at, column)  # which readers trust
            self.fh.write(xml)

    return Sheet


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
    offset_units=(OffsetUnit.CODE_POINTS,),
)
