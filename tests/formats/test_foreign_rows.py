"""Values of another program's rows: text, whole numbers, and the tables that must be there."""

import pytest

from annotator.formats.foreign_rows import expect_tables, rows_of, text, whole
from annotator.model.errors import UserError
from tests.formats.foreign_projects import MemoryTables


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        (None, ""),
        ("a\x00b", "ab"),
        (7, "7"),
        (0.5, "0.5"),
    ],
)
def test_any_cell_is_a_text_that_a_project_can_hold(cell: float | str | None, told: str) -> None:
    assert text(cell) == told


def test_texts_that_are_stored_as_bytes_are_texts_and_other_bytes_are_refused() -> None:
    tables = MemoryTables({"memo": [{"id": 1, "a": "b"}, {"id": 2, "a": "é".encode()}]})
    assert list(rows_of(tables, "memo", ("id", "a"))) == [(1, "b"), (2, "é")]
    tables = MemoryTables({"memo": [{"a": "b"}, {"a": b"\xff"}]}, "a.qda")
    with pytest.raises(UserError, match=r"^a.qda: row 2 of the table memo holds bytes that are no"):
        list(rows_of(tables, "memo", ("a",)))


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
