"""The Excel workbook: strings stay strings, the same bytes each time, limits told."""

import os
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from shutil import rmtree
from zipfile import ZipFile

import openpyxl  # type: ignore[import-untyped]
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from annotator.formats.base import Options
from annotator.formats.flat import COLUMNS, NUMBERS
from annotator.formats.guards import unguard
from annotator.formats.xlsx_file import (
    XLSX,
    write_xlsx,
)
from annotator.formats.xlsx_read import read_cells, refuse_huge
from annotator.formats.xlsx_rows import CHARACTERS_PER_CELL
from annotator.model.errors import UserError
from annotator.model.ids import DocumentId
from annotator.model.records import Annotation
from annotator.model.snapshot import Snapshot
from tests.formats.projects import EVERYTHING, MemoryProject, full_project
from tests.formats.test_csv_file import noted, saying


def test_the_same_project_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one.xlsx", "two.xlsx"):
        assert XLSX.write(full_project(), EVERYTHING, tmp_path / name, Options()) == 6
    assert (tmp_path / "one.xlsx").read_bytes() == (tmp_path / "two.xlsx").read_bytes()
    book = openpyxl.load_workbook(tmp_path / "one.xlsx")
    assert book.properties.created == datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
    book.close()


@pytest.mark.parametrize("note", ["=1+1", "{=1}", "http://example.org", "007", "+1 a", "TRUE"])
def test_no_cell_is_a_formula_link_or_changed_text(note: str, tmp_path: Path) -> None:
    path = tmp_path / "p.xlsx"
    XLSX.write(noted(note), EVERYTHING, path, Options())
    book = openpyxl.load_workbook(path)
    sheet = book["annotations"]
    cells = [cell for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n", "inlineStr"}
    assert all(cell.hyperlink is None for cell in cells)
    at = COLUMNS.index("note") + 1
    assert {unguard(str(sheet.cell(row, at).value)) for row in range(2, 8)} == {note}
    book.close()


RUNNING = ("=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "=HYPERLINK(A1)", "＝1", "'=1", "{=1+1}")


@pytest.mark.outside("xlsx", "openpyxl")
@pytest.mark.outside("xlsx", "python-calamine")
@pytest.mark.parametrize("text", RUNNING)
def test_no_field_of_any_record_is_a_formula(text: str, tmp_path: Path) -> None:
    path = tmp_path / "p.xlsx"
    XLSX.write(saying(text), EVERYTHING, path, Options())
    book = openpyxl.load_workbook(path)
    cells = [cell for row in book["annotations"].iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n", "inlineStr"}
    assert all(cell.hyperlink is None for cell in cells)
    book.close()
    with CalamineWorkbook.from_path(path) as opened:
        _header, *rows = opened.get_sheet_by_index(0).to_python()
    told = [str(value) for row in rows for value in row]
    assert sum(unguard(value) == text for value in told) > 30
    assert {value for value in told if value.startswith(tuple("=+-@\t\r＝"))} <= {"-23000.5"}


@pytest.mark.outside("xlsx", "openpyxl")
def test_openpyxl_finds_every_passage(tmp_path: Path) -> None:
    path, project = tmp_path / "p.xlsx", full_project()
    XLSX.write(project, EVERYTHING, path, Options())
    book = openpyxl.load_workbook(path)
    header, *rows = book["annotations"].iter_rows(values_only=True)
    book.close()
    assert header == COLUMNS
    at = [COLUMNS.index(name) for name in ("id", "start", "quote")]
    assert {tuple(row[i] for i in at) for row in rows} == {
        (a.id, a.start, a.quote) for s in project.snapshots for a in s.all(Annotation)
    }


def test_positions_are_numbers_and_other_digits_are_text(tmp_path: Path) -> None:
    path = tmp_path / "p.xlsx"
    XLSX.write(noted("42"), EVERYTHING, path, Options())
    book = openpyxl.load_workbook(path)
    row = next(islice(book["annotations"].iter_rows(min_row=2, values_only=True), 1))
    values = dict(zip(COLUMNS, row, strict=True))
    assert isinstance(values["start"], int)
    assert values["note"] == "42"
    assert "start" in NUMBERS
    book.close()


@settings(
    max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(
    st.text(
        st.characters(exclude_categories=["Cs"], exclude_characters="\x00\ufffe\uffff"), max_size=30
    )
)
def test_any_text_comes_back_as_it_was(tmp_path: Path, note: str) -> None:
    path = tmp_path / "p.xlsx"
    XLSX.write(noted(note), EVERYTHING, path, Options())
    header, *rows = read_cells(path)
    assert header == list(COLUMNS)
    assert {unguard(row[header.index("note")]) for row in rows} == {note}


@pytest.mark.parametrize(
    "note",
    [
        "_x000D_",
        "_x000D_x000D_",
        "<r>a<b</r>",
        "<r><t>a</t></r>",
        "a\rb",
        "\r\n",
        " x ",
        "\x01\x1f",
        "_x005F_",
        "𠮷",
        "\n",
        "\x85",
    ],
)
def test_characters_that_xml_minds_come_back(note: str, tmp_path: Path) -> None:
    path = tmp_path / "p.xlsx"
    XLSX.write(noted(note), EVERYTHING, path, Options())
    header, *rows = read_cells(path)
    assert {unguard(row[header.index("note")]) for row in rows} == {note}


def test_a_cell_of_the_greatest_length_fits_and_one_more_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "p.xlsx"
    assert XLSX.write(noted("x" * CHARACTERS_PER_CELL), EVERYTHING, path, Options()) == 6
    before = path.read_bytes()
    for note in ("x" * (CHARACTERS_PER_CELL + 1), "𠮷" * (CHARACTERS_PER_CELL // 2 + 1)):
        with pytest.raises(UserError, match=r"The note of annotation .* 32767 characters"):
            XLSX.write(noted(note), EVERYTHING, path, Options())
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("character", ["\ufffe", "\uffff"])
def test_a_character_that_no_workbook_holds_is_refused(character: str, tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"has the character U[+]FFF"):
        XLSX.write(noted(character), EVERYTHING, tmp_path / "p.xlsx", Options())


def test_rows_that_do_not_fit_go_on_in_the_next_sheet(tmp_path: Path) -> None:
    whole, split = tmp_path / "whole.xlsx", tmp_path / "split.xlsx"
    XLSX.write(full_project(), EVERYTHING, whole, Options())
    assert write_xlsx(full_project(), EVERYTHING, split, rows_per_sheet=5) == 6
    book = openpyxl.load_workbook(split)
    assert book.sheetnames == ["annotations", "annotations 2"]
    assert [book[name].max_row for name in book.sheetnames] == [5, 3]
    book.close()
    assert list(read_cells(split)) == list(read_cells(whole))


def test_an_empty_selection_makes_a_sheet_with_a_header(tmp_path: Path) -> None:
    project = full_project()
    project.snapshots = project.snapshots[2:]
    assert XLSX.write(project, EVERYTHING, tmp_path / "p.xlsx", Options()) == 0
    assert list(read_cells(tmp_path / "p.xlsx")) == [list(COLUMNS)]


def test_what_is_no_workbook_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "p.xlsx"
    path.write_bytes(b"PK\x03\x04 not really")
    with pytest.raises(UserError, match="no Excel workbook"):
        list(read_cells(path))
    with pytest.raises(UserError, match="No such file"):
        list(read_cells(tmp_path / "none.xlsx"))


def test_a_workbook_that_unpacks_to_too_much_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "p.xlsx"
    XLSX.write(full_project(), EVERYTHING, path, Options())
    with ZipFile(path) as archive:
        refuse_huge(path, archive)
        with pytest.raises(UserError, match=r"p\.xlsx unpacks to [0-9]+ bytes, more than the 1000"):
            refuse_huge(path, archive, limit=1000)


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps a folder with an open file")
def test_a_folder_that_goes_away_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()

    @dataclass
    class Vanishing(MemoryProject):
        def load(self, document_id: DocumentId, /) -> Snapshot:
            rmtree(folder, ignore_errors=True)
            return super().load(document_id)

    project = full_project()
    vanishing = Vanishing(project.snapshots, project.label_list, project.author_list)
    with pytest.raises(UserError, match=r"p\.xlsx cannot be written"):
        XLSX.write(vanishing, EVERYTHING, folder / "p.xlsx", Options())


def test_a_workbook_of_an_unknown_zip_version_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    XLSX.write(full_project(), EVERYTHING, path, Options())
    content = bytearray(path.read_bytes())
    content[content.index(b"PK\x01\x02") + 6] = 162
    path.write_bytes(content)
    with pytest.raises(UserError, match=r"a\.xlsx is no Excel workbook .* version 16\.2"):
        list(read_cells(path))
