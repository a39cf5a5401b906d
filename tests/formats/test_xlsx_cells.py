"""Cells and shared strings as a parser tells them."""

from xml.parsers import expat

import pytest

from annotator.formats.xlsx_cells import LONGEST_TEXT, MOST_COLUMNS, MOST_ROWS, SheetCells


def heard(xml: str) -> SheetCells:
    """Return what has been told of an XML text."""
    cells = SheetCells()
    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler = cells.start, cells.end
    parser.CharacterDataHandler = cells.characters
    parser.Parse(f"<x xmlns:s='s'>{xml}</x>", True)  # noqa: FBT003 - positional in expat
    return cells


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ('<row><c r="B1" t="s" s="3"><v>7</v></c></row>', {1: ("7", "s", "3")}),
        ("<row><c><v>1</v></c><c/><c><v>2</v></c></row>", {0: ("1", "", ""), 2: ("2", "", "")}),
        (
            '<row><c r="AB1"><v>1</v></c><c><v>2</v></c></row>',
            {27: ("1", "", ""), 28: ("2", "", "")},
        ),
        ("<s:row><s:c><s:is><s:t>a</s:t></s:is></s:c></s:row>", {0: ("a", "", "")}),
        ('<row><c r="XFD1" s="1"/></row>', {}),
        ("<row><c><f>A2</f><v>4</v></c></row>", {0: ("4", "", "")}),
    ],
)
def test_a_row_has_the_cells_that_hold_something(
    row: str, found: dict[int, tuple[str, str, str]]
) -> None:
    cells = heard(row)
    assert list(cells.taken_rows()) == [(1, found)]
    assert list(cells.taken_rows()) == []


def test_rows_without_a_number_follow_the_one_before() -> None:
    found = heard('<row r="4"/><row/><row r="9"/>').taken_rows()
    assert [number for number, _row in found] == [4, 5, 9]


def test_a_shared_string_is_all_its_runs_without_phonetic_readings() -> None:
    runs = "<si><r><t>wo</t></r><r><t>rd</t></r><rPh><t>aside</t></rPh></si><si/>"
    assert list(heard(runs).taken_texts()) == ["word", ""]


@pytest.mark.parametrize(
    ("xml", "reason"),
    [
        ('<row><c r="XFE1"/></row>', "beyond the last column"),
        (f'<row r="{MOST_ROWS + 1}"/>', "beyond the last one"),
        (f"<si><t>{'x' * (LONGEST_TEXT + 1)}</t></si>", "characters"),
    ],
)
def test_what_excel_cannot_hold_is_refused(xml: str, reason: str) -> None:
    assert MOST_COLUMNS == 16_384
    with pytest.raises(ValueError, match=reason):
        heard(xml)
