"""The CSV table: RFC 4180, guarded, with or without a byte order mark."""

import csv
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.formats.base import Options
from annotator.formats.csv_file import CSV, LONGEST_CELL, read_cells
from annotator.formats.flat import COLUMNS
from annotator.model.errors import UserError
from annotator.model.records import Annotation
from tests.formats.projects import EVERYTHING, MemoryProject, full_project

GOLDEN = Path(__file__).parents[1] / "golden" / "csv" / "project.csv"


def noted(note: str) -> MemoryProject:
    """Return a full project whose annotations have this note."""
    project = full_project()
    for snapshot in project.snapshots:
        for annotation in snapshot.all(Annotation):
            snapshot._records[Annotation][annotation.id] = replace(annotation, note=note)
    return project


def test_the_bytes_are_those_of_the_golden_file(tmp_path: Path) -> None:
    path = tmp_path / "p.csv"
    assert CSV.write(full_project(), EVERYTHING, path, Options()) == 6
    assert path.read_bytes() == GOLDEN.read_bytes()
    assert path.read_bytes().endswith(b"\r\n")


def test_the_byte_order_mark_is_an_option(tmp_path: Path) -> None:
    plain, marked = tmp_path / "plain.csv", tmp_path / "marked.csv"
    CSV.write(full_project(), EVERYTHING, plain, Options())
    CSV.write(full_project(), EVERYTHING, marked, Options(byte_order_mark=True))
    assert marked.read_bytes() == b"\xef\xbb\xbf" + plain.read_bytes()
    assert list(read_cells(marked)) == list(read_cells(plain))


@pytest.mark.parametrize("note", ['=HYPERLINK("http://x")', "-2+3", "@x", "＝1", "\t1", "\r\n=1"])
def test_no_cell_can_be_run(note: str, tmp_path: Path) -> None:
    path = tmp_path / "p.csv"
    CSV.write(noted(note), EVERYTHING, path, Options())
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            assert row["note"] == "'" + note


def test_quotes_commas_and_line_breaks_come_back(tmp_path: Path) -> None:
    path, note = tmp_path / "p.csv", 'say "a", b\nc\r\nd\re'
    CSV.write(noted(note), EVERYTHING, path, Options())
    header, *rows = read_cells(path)
    assert header == list(COLUMNS)
    assert {row[header.index("note")] for row in rows} == {note}


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_header_tells_the_delimiter(delimiter: str, tmp_path: Path) -> None:
    path = tmp_path / "p.csv"
    path.write_text(f'document{delimiter}"quote"\na{delimiter}"b,c;d"\n', "utf-8")
    assert list(read_cells(path)) == [["document", "quote"], ["a", "b,c;d"]]


def test_what_excel_writes_is_read(tmp_path: Path) -> None:
    path = tmp_path / "p.csv"
    path.write_bytes("document\tquote\r\n发布会\t三成\r\n".encode("utf-16"))
    assert list(read_cells(path)) == [["document", "quote"], ["发布会", "三成"]]
    path.write_bytes("\ufeffsep=;\r\nquote;x\r\n三成;1\r\n".encode())
    assert list(read_cells(path)) == [["quote", "x"], ["三成", "1"]]


def test_a_file_that_is_not_utf_8_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "p.csv"
    path.write_bytes("document,quote\n发布会,三成\n".encode("gb18030"))
    with pytest.raises(UserError, match="not UTF-8"):
        list(read_cells(path))


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32"])
def test_wide_characters_without_a_mark_that_tells_them_are_refused(
    encoding: str, tmp_path: Path
) -> None:
    path = tmp_path / "p.csv"
    path.write_bytes("document,quote\na,b\n".encode(encoding))
    with pytest.raises(UserError, match=r"p.csv is not UTF-8: save it"):
        list(read_cells(path))


def test_an_open_quotation_mark_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "p.csv"
    path.write_text('document,quote\na,"b', "utf-8")
    with pytest.raises(UserError, match="no CSV file"):
        list(read_cells(path))


def test_a_cell_beyond_all_measure_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "p.csv"
    path.write_text("document,quote\n" + "x" * (LONGEST_CELL + 1) + ",b\n", "utf-8")
    with pytest.raises(UserError, match="no CSV file"):
        list(read_cells(path))


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="cannot be read"):
        list(read_cells(tmp_path / "none.csv"))
