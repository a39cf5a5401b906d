"""Cells as XML: what Excel escapes is escaped, and another program reads every text back."""

from itertools import product
from pathlib import Path

import openpyxl  # type: ignore[import-untyped]
import pytest
from openpyxl.utils import get_column_letter  # type: ignore[import-untyped]

from annotator.formats.base import Options
from annotator.formats.flat import COLUMNS
from annotator.formats.xlsx_file import XLSX, write_xlsx
from annotator.formats.xlsx_read import unescaped
from annotator.formats.xlsx_sheet import letters_of, number_cell, row_xml, text_cell
from tests.formats.projects import EVERYTHING, full_project
from tests.formats.test_csv_file import noted


def test_columns_are_called_as_openpyxl_calls_them() -> None:
    assert [letters_of(at) for at in range(2000)] == [
        get_column_letter(at + 1) for at in range(2000)
    ]


def test_a_row_holds_numbers_and_texts_at_their_places() -> None:
    cells = [number_cell("A7", "12"), text_cell("C7", "a<b & c")]
    assert row_xml(7, cells) == (
        '<row r="7"><c r="A7"><v>12</v></c>'
        '<c r="C7" t="inlineStr"><is><t>a&lt;b &amp; c</t></is></c></row>'
    )


@pytest.mark.parametrize("text", [" a", "a ", "\ta", "a\n"])
def test_white_space_at_an_end_is_kept(text: str) -> None:
    assert f'<t xml:space="preserve">{text}</t>' in text_cell("A1", text)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("\x07", "_x0007_"),
        ("a\r\n", "a_x000D_\n"),
        ("_x000D_", "_x005F_x000D_"),
        ("_x000D_x000A_", "_x005F_x000D_x005F_x000A_"),
        ("_x00_ a_b", "_x00_ a_b"),
    ],
)
def test_control_characters_and_what_looks_like_them_are_escaped(text: str, written: str) -> None:
    cell = text_cell("A1", text)
    assert cell.endswith(f">{written}</t></is></c>")
    assert unescaped(written) == text


@pytest.mark.parametrize(
    "note", ["", "0", "_x005F_", "_x000D_x000D_", "a\x0bb", " \n ", "<a>&amp;", "𠮷", "\x85", "]]>"]
)
def test_another_program_reads_the_text(note: str, tmp_path: Path) -> None:
    XLSX.write(noted(note), EVERYTHING, tmp_path / "p.xlsx", Options())
    book = openpyxl.load_workbook(tmp_path / "p.xlsx")
    at = COLUMNS.index("note") + 1
    found = {book["annotations"].cell(row, at).value for row in range(2, 8)}
    assert {unescaped(value or "") for value in found} == {note}
    book.close()


def test_each_sheet_says_how_large_it_is_and_keeps_its_header_in_sight(tmp_path: Path) -> None:
    write_xlsx(full_project(), EVERYTHING, tmp_path / "p.xlsx", rows_per_sheet=5)
    book = openpyxl.load_workbook(tmp_path / "p.xlsx", read_only=True)
    last = get_column_letter(len(COLUMNS))
    told = [book[name].calculate_dimension() for name in book.sheetnames]
    assert told == [f"A1:{last}5", f"A1:{last}3"]
    book.close()
    book = openpyxl.load_workbook(tmp_path / "p.xlsx")
    assert [book[name].freeze_panes for name in book.sheetnames] == ["A2", "A2"]
    book.close()


def test_no_two_texts_are_written_alike() -> None:
    pieces = ("_x000D_", "_", "x000D_", "\r", "_x005F_")
    texts = {"".join(one) for one in product(pieces, repeat=3)}
    cells = {text_cell("A1", text) for text in texts}
    assert len(cells) == len(texts)
