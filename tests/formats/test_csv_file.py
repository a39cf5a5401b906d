"""The CSV table: RFC 4180, guarded, with or without a byte order mark."""

import csv
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pandas as pd  # type: ignore[import-untyped]
import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.csv as arrow_csv  # type: ignore[import-untyped]
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


@pytest.mark.outside("csv", "pandas")
@pytest.mark.outside("csv", "pyarrow")
def test_pandas_and_arrow_find_every_cell(tmp_path: Path) -> None:
    path, project = tmp_path / "p.csv", noted('say "a", b\nc; 记者\t😀')
    CSV.write(project, EVERYTHING, path, Options())
    for rows in (_by_pandas(path), _by_arrow(path)):
        assert [tuple(row) for row in rows] == [COLUMNS] * 6
        assert {row["id"]: (row["start"], row["quote"], row["note"]) for row in rows} == {
            a.id: (str(a.start), a.quote, a.note)
            for s in project.snapshots
            for a in s.all(Annotation)
        }


def _by_pandas(path: Path) -> list[dict[str, str]]:
    table = pd.read_csv(path, dtype=str, keep_default_na=False)
    return list(table.to_dict("records"))


def _by_arrow(path: Path) -> list[dict[str, str]]:
    types = dict.fromkeys(COLUMNS, pa.string())
    table = arrow_csv.read_csv(
        path,
        parse_options=arrow_csv.ParseOptions(newlines_in_values=True),
        convert_options=arrow_csv.ConvertOptions(column_types=types),
    )
    return list(table.to_pylist())


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


def said(value: object, text: str) -> object:
    """Return a field of a record with this text for each that it holds."""
    match value:
        case str():
            return text
        case tuple() if value and isinstance(value[0], str):
            return (text,) * len(value)
        case dict():
            return dict.fromkeys(value, text)
        case _:
            return value


FREE = {
    *("title", "source_name", "place", "group", "name", "names", "affiliation", "note", "extra"),
    *("normalised", "rationale", "referent", "denominator", "period", "source", "unit"),
}
"""What a person may type into a record."""


def saying(text: str) -> MemoryProject:
    """Return a project with this text in every field of every record that takes any."""
    project = full_project()
    for snapshot in project.snapshots:
        for records in snapshot._records.values():
            for key, record in records.items():
                names = {field.name for field in fields(record)} & FREE
                new: dict[str, Any] = {name: said(getattr(record, name), text) for name in names}
                records[key] = replace(record, **new)
    return project


def test_no_field_of_any_record_can_be_run(tmp_path: Path) -> None:
    path, text = tmp_path / "p.csv", "=1+1"
    CSV.write(saying(text), EVERYTHING, path, Options())
    with path.open(encoding="utf-8", newline="") as file:
        cells = [cell for row in csv.reader(file) for cell in row]
    assert cells.count(f"'{text}") > 30
    assert {cell for cell in cells if cell.startswith(tuple("=+-@\t\r"))} == {"-23000.5"}


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
    told = "is not CSV: a quotation mark is opened and never closed"
    path.write_text('document,quote\na,"b\nb"\nc,"d\ne,f\n', "utf-8")
    with pytest.raises(UserError, match=rf"Line 4 of p\.csv {told}"):
        list(read_cells(path))
    path.write_text('sep=,\ndocument,"quote\n', "utf-8")
    with pytest.raises(UserError, match=rf"Line 2 of p\.csv {told}"):
        list(read_cells(path))


def test_a_cell_beyond_all_measure_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "p.csv"
    path.write_text("document,quote\n" + "x" * (LONGEST_CELL + 1) + ",b\n", "utf-8")
    with pytest.raises(UserError, match=r"Line 2 of p\.csv is not CSV: field larger"):
        list(read_cells(path))


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="cannot be read"):
        list(read_cells(tmp_path / "none.csv"))


@pytest.mark.parametrize(
    ("name", "head", "is_table"),
    [
        ("a.csv", b"document,label,quote\n", True),
        ("A.CSV", b"\xef\xbb\xbf\n document,label\n{", True),
        ("a.txt", b"document,label,quote\n", False),
        ("a.csv", b'\xef\xbb\xbf {"format":"annotator-jsonl"}\n', False),
        ("a.csv", b"PK\x03\x04", False),
    ],
)
def test_a_table_is_told_by_its_name_unless_its_start_says_otherwise(
    name: str, head: bytes, *, is_table: bool
) -> None:
    assert CSV.guess(Path(name), head) is is_table
