"""Values of another program's rows, told apart by type."""

from collections.abc import Set as AbstractSet

from annotator.formats.base import Cell, Tables
from annotator.model.errors import UserError


def text(cell: Cell) -> str:
    """Return a cell as text; nothing for NULL, bytes read as UTF-8."""
    if isinstance(cell, bytes):
        return cell.decode("utf-8", "replace")
    return "" if cell is None else str(cell).replace("\x00", "")


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
