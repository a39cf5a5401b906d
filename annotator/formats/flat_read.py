"""The rows of a CSV or Excel file, by column name, as they were before they were guarded."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from annotator.formats import csv_file, xlsx_read
from annotator.formats.flat import COLUMNS
from annotator.formats.guards import unguard
from annotator.model.errors import UserError
from annotator.model.message import Message
from annotator.model.quick import quick

NEEDED = ("label", "quote")
"""Columns that a row cannot do without, besides a document and a place."""
_ZIP = b"PK\x03\x04"
"""How a workbook starts, as every zip archive."""


@dataclass(frozen=True, slots=True)
class FlatRow:
    """A row of the file; ``number`` counts from 1, the header being row 1.

    ``columns`` are those of the file, each with its place among ``guarded``, the row's cells as
    they stand there.
    """

    number: int
    columns: Mapping[str, int]
    guarded: Sequence[str]

    @property
    def cells(self) -> dict[str, str]:
        """The cells that are not empty, by column."""
        told = zip(self.columns, self.guarded, strict=True)
        return {column: unguard(cell) for column, cell in told if cell}

    def __getitem__(self, column: str) -> str:
        """Return a cell, empty also if the file does not have the column."""
        at = self.columns.get(column)
        return "" if at is None else unguard(self.guarded[at])

    def refused(self, column: str, problem: Message) -> UserError:
        """Return an error that names the row, the column and what is wrong there."""
        return UserError(
            "Row {row}, column {column}: {problem}",
            row=self.number,
            column=column,
            problem=str(problem),
        )


def read_flat(path: Path) -> Iterator[FlatRow]:
    """Yield the rows of a CSV file, or of an Excel workbook; empty rows are skipped.

    Raises:
        UserError: the file cannot be read, or its columns are not the known ones.
    """
    read_cells = xlsx_read.read_cells if _is_workbook(path) else csv_file.read_cells
    columns: dict[str, int] | None = None
    for number, cells in enumerate(read_cells(path), start=1):
        if columns is None:
            columns = _columns(path.name, cells)
        elif any(cells):
            yield _row(number, columns, cells)
    if columns is None:
        raise UserError("{name} is empty.", name=path.name)


def _is_workbook(path: Path) -> bool:
    """Say whether a file is a workbook by its name or, whatever it is called, by its start."""
    if path.suffix.lower() == ".xlsx":
        return True
    try:
        with path.open("rb") as file:
            return file.read(len(_ZIP)) == _ZIP
    except OSError:
        return False  # reading it says why


def _columns(name: str, cells: Sequence[str]) -> dict[str, int]:
    """Return the header's columns with their places, all known and none twice."""
    columns = [cell.strip() for cell in cells]
    while columns and not columns[-1]:
        columns.pop()
    if not _are_enough(set(columns)):
        raise UserError(
            "{name} needs the columns document or document_id, label, quote, and start with end "
            "or spans; a table of texts is a CSV file with a column “text”.",
            name=name,
        )
    for place, column in enumerate(columns):
        if column not in COLUMNS or column in columns[:place]:
            raise UserError(
                "{name} has the column “{column}”, which is unknown or there twice: rename or "
                "delete it. Known are {known}.",
                name=name,
                column=column,
                known=", ".join(COLUMNS),
            )
    return {column: place for place, column in enumerate(columns)}


def _are_enough(columns: set[str]) -> bool:
    """Say whether columns tell document, place, label and quote."""
    has_place = "spans" in columns or {"start", "end"} <= columns
    return has_place and {*NEEDED} <= columns and bool({"document", "document_id"} & columns)


def _row(number: int, columns: Mapping[str, int], cells: Sequence[str]) -> FlatRow:
    if len(cells) != len(columns):
        cells = _fitting(number, len(columns), cells)
    row = quick(FlatRow)(number, columns, cells)
    if "\x00" in "".join(cells):
        column = next(column for column, cell in row.cells.items() if "\x00" in cell)
        raise row.refused(column, Message("the cell has a NUL character."))
    return row


def _fitting(number: int, width: int, cells: Sequence[str]) -> Sequence[str]:
    """Return as many cells as the header has; only empty ones may be missing or too many."""
    if any(cells[width:]):
        raise UserError(
            "Row {row} has {count} {count|cell|cells}, the header {columns}.",
            row=number,
            count=len(cells),
            columns=width,
        )
    return [*cells[:width], *[""] * (width - len(cells))]
