"""The rows of an Excel sheet as XML: texts in their cells, numbers only where none changes."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import compress

from annotator.formats.flat import COLUMNS, NUMBERS, Row
from annotator.formats.guards import RISKY, guard, is_plain_number
from annotator.formats.xlsx_read import number_text
from annotator.model.errors import UserError

CHARACTERS_PER_CELL = 32_767
"""Excel's limit; characters are counted in UTF-16 units."""
_NOT_XML = re.compile("[\ufffe\uffff]")
_ESCAPED = re.compile("[\x00-\x08\x0b-\x1f]|_(?=x[0-9A-Fa-f]{4}_)")
"""What ECMA-376 (18.4.7, ST_Xstring) has written as ``_xHHHH_``, and what looks like that."""
_MARKUP = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_EXACT = 15
"""Digits that a number in a workbook keeps."""


def _letters(number: int) -> str:
    """Return the name of a column from 0, such as ``AB`` for 27."""
    return (_letters(number // 26 - 1) if number > 25 else "") + chr(ord("A") + number % 26)  # noqa: PLR2004


_COLUMNS = [(_letters(at), name in NUMBERS) for at, name in enumerate(COLUMNS)]


def header_xml(names: Sequence[str] = COLUMNS) -> str:
    """Return the first row."""
    cells = [_text_cell(f"{_letters(at)}1", name) for at, name in enumerate(names)]
    return f'<row r="1">{"".join(cells)}</row>'


def row_xml(number: int, row: Row) -> str:
    """Return the row of an annotation; its number counts from 1, the header being row 1.

    Raises:
        UserError: a cell is more than Excel can hold.
    """
    texts = [*row.values()]
    cells = []
    for (letters, may_be_number), text in zip(
        compress(_COLUMNS, texts), filter(None, texts), strict=True
    ):
        place = f"{letters}{number}"
        if may_be_number and _is_exact(text):
            cells.append(f'<c r="{place}"><v>{text}</v></c>')
        else:
            cells.append(_text_cell(place, guard(text) if text[0] in RISKY else text))
    xml = f'<row r="{number}">{"".join(cells)}</row>'
    if 2 * len(xml) > CHARACTERS_PER_CELL or _NOT_XML.search(xml):  # no character has three units
        _refuse_unfitting(row)
    return xml


def _text_cell(place: str, text: str) -> str:
    if _ESCAPED.search(text):
        text = _ESCAPED.sub(lambda found: f"_x{ord(found.group()):04X}_", text)
    space = "" if text == text.strip() else ' xml:space="preserve"'
    told = text.translate(_MARKUP) if "&" in text or "<" in text or ">" in text else text
    return f'<c r="{place}" t="inlineStr"><is><t{space}>{told}</t></is></c>'


@lru_cache(maxsize=1 << 14)
def _is_exact(text: str) -> bool:
    """Say whether a number comes back from a workbook as it is written."""
    return is_plain_number(text) and len(text) <= _EXACT and number_text(float(text)) == text


def _refuse_unfitting(row: Row) -> None:
    """Refuse a row with a cell that is too long or has a character that no workbook can hold."""
    for column, text in row.items():
        if len(guard(text).encode("utf-16-le")) // 2 > CHARACTERS_PER_CELL:
            raise UserError(
                "The {column} of annotation {id} is longer than the {limit} characters that fit "
                "an Excel cell: export as CSV or JSONL.",
                column=column,
                id=row["id"],
                limit=CHARACTERS_PER_CELL,
            )
        if strange := _NOT_XML.search(text):
            raise UserError(
                "The {column} of annotation {id} has the character U+{code}, which no workbook can "
                "hold: export as CSV or JSONL.",
                column=column,
                id=row["id"],
                code=f"{ord(strange.group()):04X}",
            )
