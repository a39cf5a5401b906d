"""Rows of a sheet as XML, as another library reads them."""

import re
from pathlib import Path
from zipfile import ZipFile

import pytest
from python_calamine import CalamineWorkbook

from annotator.formats.flat import COLUMNS
from annotator.formats.guards import unguard
from annotator.formats.xlsx_file import write_xlsx
from annotator.formats.xlsx_rows import header_xml, row_xml
from tests.formats.projects import EVERYTHING
from tests.formats.test_csv_file import noted

AT = COLUMNS.index("note")
ROW = dict.fromkeys(COLUMNS, "")


@pytest.mark.parametrize(
    "note",
    [
        "<r>1 < 2</r>",
        "<r><t>a</t></r>",
        "a & b &amp; <c>",
        "_x000D_x000D_",
        "_x005F_x000a_x000A_",
        "__x0041__",
        "_x004_ _X0041_",
        " two  spaces ",
        "a\nb\tc",
        "\x01",
        "人",
    ],
)
def test_another_library_reads_what_was_meant(note: str, tmp_path: Path) -> None:
    write_xlsx(noted(note), EVERYTHING, tmp_path / "p.xlsx")
    with CalamineWorkbook.from_path(tmp_path / "p.xlsx") as book:
        header, *rows = book.get_sheet_by_index(0).iter_rows()
    assert header == list(COLUMNS)
    assert {unguard(str(row[AT])) for row in rows} == {note}


def test_a_sheet_says_how_large_it_is(tmp_path: Path) -> None:
    write_xlsx(noted(""), EVERYTHING, tmp_path / "p.xlsx")
    with ZipFile(tmp_path / "p.xlsx") as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    [size] = re.findall(r'<dimension ref="A1:([A-Z]+[0-9]+)"/>', sheet)
    assert f'r="{size[:-1]}1"' in header_xml().rpartition("<c ")[2]
    assert size.endswith("7")


def test_only_cells_with_something_in_them_are_written() -> None:
    assert row_xml(5, ROW) == '<row r="5"></row>'
    row = ROW | {"start": "12", "end": "012", "note": "=1"}
    at = {
        name: re.escape(f"{'ABCDEFGHIJKLMNOPQ'[COLUMNS.index(name)]}5") for name in row if row[name]
    }
    assert re.fullmatch(
        f'<row r="5"><c r="{at["start"]}"><v>12</v></c>'
        f'<c r="{at["end"]}" t="inlineStr"><is><t>012</t></is></c>'
        f'<c r="{at["note"]}" t="inlineStr"><is><t>\'=1</t></is></c></row>',
        row_xml(5, row),
    )


def test_columns_behind_the_last_letter_have_two() -> None:
    assert [
        name for name in ("Z1", "AA1", "AZ1", "BA1") if f'"{name}"' in header_xml("x" * 53)
    ] == [
        *("Z1", "AA1", "AZ1", "BA1"),
    ]
