"""Values of another program's rows: text, whole numbers, and the tables that must be there."""

import pytest

from annotator.formats.foreign_rows import expect_tables, text, whole
from annotator.model.errors import UserError
from tests.formats.foreign_projects import MemoryTables


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        (None, ""),
        ("a\x00b", "ab"),
        ("é".encode(), "é"),
        (b"\xff", "\ufffd"),
        (7, "7"),
        (0.5, "0.5"),
    ],
)
def test_any_cell_is_a_text_that_a_project_can_hold(
    cell: bytes | float | str | None, told: str
) -> None:
    assert text(cell) == told


def test_only_a_whole_number_is_one() -> None:
    assert whole(-3, "a.qda", "pos0") == -3
    for cell in (1.0, "1", None):
        with pytest.raises(UserError, match=f"a.qda: pos0 should be a whole number, not “{cell}”"):
            whole(cell, "a.qda", "pos0")


def test_the_first_table_that_is_missing_is_named() -> None:
    tables = MemoryTables({"codes": []})
    expect_tables(tables, {"codes"}, "QualCoder")
    with pytest.raises(UserError, match="a QualCoder project was expected, it has no table cases"):
        expect_tables(tables, {"source", "codes", "cases"}, "QualCoder")
