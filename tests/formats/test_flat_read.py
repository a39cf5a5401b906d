"""Rows of a table file by column name."""

from pathlib import Path

import pytest

from annotator.formats.base import Options
from annotator.formats.csv_file import CSV
from annotator.formats.flat import flat_rows
from annotator.formats.flat_read import read_flat
from annotator.formats.registry import format_named
from annotator.model.errors import UserError
from tests.formats.projects import EVERYTHING, full_project
from tests.formats.test_csv_file import noted

HEADER = "document,label,quote,start,end"


def csv_of(tmp_path: Path, text: str) -> Path:
    """Return the path of a CSV file with this text."""
    path = tmp_path / "rows.csv"
    path.write_text(text, "utf-8")
    return path


@pytest.mark.parametrize("name", ["csv", "xlsx"])
@pytest.mark.parametrize("note", ["=1", "'=1", "-5", "'", "+a\r\nb", "2.50"])
def test_rows_come_back_as_they_were_before_the_guard(name: str, note: str, tmp_path: Path) -> None:
    path = tmp_path / f"p.{name}"
    format_named(name).write(noted(note), EVERYTHING, path, Options())
    assert [{column: row[column] for column in row.columns} for row in read_flat(path)] == [
        *flat_rows(noted(note), EVERYTHING),
    ]


def test_a_workbook_is_known_whatever_it_is_called(tmp_path: Path) -> None:
    path = tmp_path / "table"
    format_named("xlsx").write(noted("a"), EVERYTHING, path, Options())
    assert len(list(read_flat(path))) == len(list(flat_rows(noted("a"), EVERYTHING)))


def test_rows_are_numbered_as_a_spreadsheet_shows_them(tmp_path: Path) -> None:
    rows = list(read_flat(csv_of(tmp_path, f"{HEADER}\na,b,c,0,1\n,,,,\nd,e,f,0,1\n")))
    assert [(row.number, row["document"]) for row in rows] == [(2, "a"), (4, "d")]


def test_a_column_that_the_file_does_not_have_is_empty(tmp_path: Path) -> None:
    (row,) = read_flat(csv_of(tmp_path, f"{HEADER}\na,b,c,0,1\n"))
    assert row["note"] == ""


def test_short_rows_and_empty_columns_at_the_end_are_fine(tmp_path: Path) -> None:
    (row,) = read_flat(csv_of(tmp_path, f"{HEADER},,\na,b,c\n"))
    assert row["quote"] == "c"
    assert row["end"] == ""


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "is empty"),
        (f"{HEADER},remark\n", "column “remark”"),
        (f"{HEADER},start\n", "column “start”.*there twice"),
        ("document,label,quote\n", "needs the columns"),
        ("1,hello\n", "needs the columns.*a table of texts is a CSV file with a column “text”"),
        ("document,label,start,end\n", "needs the columns"),
        ("label,quote,spans\n", "needs the columns"),
        (f"{HEADER}\na,b,c,0,1,extra\n", "Row 2 has 6 cells, the header 5"),
        (f"{HEADER}\na,b,c\x00,0,1\n", "Row 2, column quote: .*NUL"),
    ],
)
def test_what_cannot_be_understood_is_refused(text: str, problem: str, tmp_path: Path) -> None:
    with pytest.raises(UserError, match=problem):
        list(read_flat(csv_of(tmp_path, text)))


def test_the_whole_file_is_never_in_memory(tmp_path: Path) -> None:
    path = tmp_path / "p.csv"
    CSV.write(full_project(), EVERYTHING, path, Options())
    reading = read_flat(path)
    assert next(reading).number == 2
    reading.close()  # type: ignore[attr-defined]
