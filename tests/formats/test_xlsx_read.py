"""Workbooks of other programs read row by row: as other libraries read them, flat and limited."""

from datetime import date, datetime, time
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl  # type: ignore[import-untyped]
import pytest
from python_calamine import CalamineWorkbook
from xlsxwriter import Workbook  # type: ignore[import-untyped]

from annotator.formats.flat_read import read_flat
from annotator.formats.xlsx_file import write_xlsx
from annotator.formats.xlsx_read import number_text, read_cells
from annotator.model.errors import UserError
from tests.formats.projects import EVERYTHING, full_project

VALUES = [
    *("plain", "𠮷 · 第1", " blanks ", "a\nb", "_x0041_", "", "=1+1x"),
    *(1, -2.5, 0, 1e-7, 123456789012345, True, False),
    *(date(2020, 12, 29), datetime(2021, 1, 2, 3, 4, 5), date(1900, 1, 15)),  # noqa: DTZ001 - Excel has none
    time(6, 30),
]


def told(value: object) -> str:
    """Return what another library says of a cell as the program spells it."""
    return number_text(float(value)) if type(value) in {int, float} else str(value)  # type: ignore[arg-type]


def book_of(path: Path, *rows: list[object], at: tuple[int, int] = (1, 1)) -> Path:
    book = openpyxl.Workbook()
    for down, row in enumerate(rows):
        for across, value in enumerate(row):
            cell = book.active.cell(at[0] + down, at[1] + across, value)
            if isinstance(value, str):
                cell.data_type = "s"
    book.save(path)
    book.close()
    return path


def replaced(path: Path, *pairs: tuple[bytes, bytes]) -> Path:
    """Return a workbook with bytes of its sheet replaced."""
    changed = path.with_name("changed.xlsx")
    with ZipFile(path) as read, ZipFile(changed, "w", ZIP_DEFLATED) as written:
        for name in read.namelist():
            content = read.read(name)
            for old, new in pairs if "sheet1.xml" in name else ():
                assert old in content
                content = content.replace(old, new)
            written.writestr(name, content)
    return changed


def test_every_kind_of_cell_is_read_as_another_library_reads_it(tmp_path: Path) -> None:
    path = book_of(tmp_path / "a.xlsx", ["header", *["h"] * len(VALUES)], ["x", *VALUES])
    with CalamineWorkbook.from_path(path) as book:
        theirs = [[told(v) for v in row] for row in book.get_sheet_by_index(0).iter_rows()]
    ours = list(read_cells(path))
    assert ours[1][5] == "A", "as Excel shows what openpyxl does not escape"
    assert [cell for row in ours for cell in row] == [cell for row in theirs for cell in row]


def shared_book(path: Path, *rows: list[object]) -> Path:
    """Write a workbook whose texts are shared, as Excel does."""
    with Workbook(path, {"strings_to_formulas": False, "strings_to_numbers": False}) as book:
        sheet = book.add_worksheet()
        for at, row in enumerate(rows):
            for column, value in enumerate(row):
                sheet.write(at, column, value)
    with ZipFile(path) as archive:
        assert "xl/sharedStrings.xml" in archive.namelist()
    return path


def test_an_export_whose_texts_are_shared_reads_the_same(tmp_path: Path) -> None:
    ours = tmp_path / "ours.xlsx"
    write_xlsx(full_project(), EVERYTHING, ours)
    book = openpyxl.load_workbook(ours)
    theirs = shared_book(tmp_path / "theirs.xlsx", *book.active.iter_rows(values_only=True))
    book.close()
    assert list(read_flat(theirs)) == list(read_flat(ours))


def test_a_table_may_begin_anywhere_and_have_gaps(tmp_path: Path) -> None:
    path = book_of(tmp_path / "a.xlsx", ["a", "b"], ["", ""], [], ["1", None, "3"], at=(3, 4))
    assert list(read_cells(path)) == [["a", "b"], ["", ""], [], ["1", "", "3"]]


def test_phonetic_readings_and_runs_of_a_shared_text(tmp_path: Path) -> None:
    path = shared_book(tmp_path / "a.xlsx", ["word"])
    changed = tmp_path / "b.xlsx"
    with ZipFile(path) as read, ZipFile(changed, "w") as written:
        for name in read.namelist():
            content = read.read(name)
            if name == "xl/sharedStrings.xml":
                runs = b"<r><t>wo</t></r><r><t>rd</t></r><rPh sb='0' eb='1'><t>aside</t></rPh>"
                content = content.replace(b"<t>word</t>", runs)
                assert runs in content
            written.writestr(name, content)
    assert list(read_cells(changed)) == [["word"]]


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        (b'r="A1"', b'r="AAAAAA1"', "beyond the last column"),
        (b'<row r="1"', b'<row r="999999999999"', "beyond the last one"),
        (b"<sheetData>", b"<sheetData><", "not well-formed"),
        (b"<v>0</v>", b"<v>77</v>", "no text 77"),
        (b"UTF-8", b"UTF-99", "unknown encoding"),
        (b"<worksheet", b"<!DOCTYPE x []><worksheet", "document type"),
    ],
)
def test_what_no_sound_sheet_has_is_refused(
    old: bytes, new: bytes, reason: str, tmp_path: Path
) -> None:
    path = replaced(shared_book(tmp_path / "a.xlsx", ["a"]), (old, new))
    with pytest.raises(UserError, match=rf"changed\.xlsx is no Excel workbook .*{reason}"):
        list(read_cells(path))


def test_no_room_is_made_for_empty_cells_that_are_only_formatted(tmp_path: Path) -> None:
    far = b'<c r="XFD2" s="0"/></row></sheetData>'
    path = replaced(
        book_of(tmp_path / "a.xlsx", ["a", "b"], ["1", "2"]), (b"</row></sheetData>", far)
    )
    assert list(read_cells(path)) == [["a", "b"], ["1", "2"]]


def test_a_cell_without_an_address_follows_the_one_before(tmp_path: Path) -> None:
    path = replaced(book_of(tmp_path / "a.xlsx", ["a", "b"]), (b' r="B1"', b""))
    assert list(read_cells(path)) == [["a", "b"]]


def test_dates_count_from_1904_where_the_workbook_says_so(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.epoch = datetime(1904, 1, 1)  # noqa: DTZ001 - Excel has none
    book.active.append([date(2020, 12, 29)])
    book.save(tmp_path / "a.xlsx")
    book.close()
    assert list(read_cells(tmp_path / "a.xlsx")) == [["2020-12-29"]]


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("yyyy\\-mm\\-dd", "2020-12-29"),
        ('0.0 "days"', "44194"),
        ("[Red]0", "44194"),
        ("[h]:mm", "2020-12-29"),
    ],
)
def test_the_format_of_a_number_tells_whether_it_is_a_date(
    code: str, shown: str, tmp_path: Path
) -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = 44194
    book.active["A1"].number_format = code
    book.save(tmp_path / "a.xlsx")
    book.close()
    assert list(read_cells(tmp_path / "a.xlsx")) == [[shown]]
