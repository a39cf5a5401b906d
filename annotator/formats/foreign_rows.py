"""Values of another program's rows, told apart by type."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from annotator.formats.base import Cell, Tables
from annotator.model.errors import UserError


def text(cell: Cell) -> str:
    """Return a cell as text; nothing for NULL."""
    return "" if cell is None else str(cell).replace("\x00", "")


def rows_of(tables: Tables, table: str, columns: Sequence[str]) -> Iterator[tuple[Cell, ...]]:
    """Yield the values of columns, texts that are stored as bytes as texts.

    Raises:
        UserError: the table is missing or damaged, or bytes are no text; names the row.
    """
    for at, row in enumerate(tables.rows(table, columns), start=1):
        try:
            yield tuple(map(_decoded, row)) if bytes in map(type, row) else row
        except UnicodeDecodeError as error:
            raise UserError(
                "{name}: row {row} of the table {table} holds bytes that are no text.",
                name=tables.name,
                row=at,
                table=table,
            ) from error


def _decoded(cell: Cell) -> Cell:
    return cell.decode() if isinstance(cell, bytes) else cell


def whole(cell: Cell, name: str, where: str) -> int:
    """Return a whole number.

    Raises:
        UserError: it is something else.
    """
    if isinstance(cell, int):
        return cell
    raise UserError(
        "{name}: {where} should be a whole number, not “{found}”.",
        name=name,
        where=where,
        found=str(cell)[:60],
    )


def expect_tables(tables: Tables, needed: AbstractSet[str], program: str) -> None:
    """Refuse a file that has not all tables of a program.

    Raises:
        UserError: one is missing.
    """
    if missing := sorted(needed - set(tables.columns)):
        raise UserError(
            "{name}: a {program} project was expected, it has no table {table}.",
            name=tables.name,
            program=program,
            table=missing[0],
        )
