"""Rows as the XML of an Excel sheet (ECMA-376 part 1, 18.3), each text in its own cell."""

import re
from collections.abc import Iterable
from xml.sax.saxutils import escape

_ODD = re.compile("[&<>_\x00-\x08\x0b-\x1f]")
"""What may not stand in a cell as it is."""
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f]|_(?=x[0-9A-Fa-f]{4}_)")
"""What Excel writes as ``_x000D_``, and underscores that would be taken for the start of such."""


def letters_of(column: int) -> str:
    """Return what a column is called, counted from 0: ``A``, ``Z``, ``AA``."""
    before, at = divmod(column, 26)
    return (letters_of(before - 1) if before else "") + chr(ord("A") + at)


def row_xml(number: int, cells: Iterable[str]) -> str:
    """Return the row of this number, from 1, around its cells."""
    return f'<row r="{number}">{"".join(cells)}</row>'


def number_cell(place: str, number: str) -> str:
    """Return a cell with a number at a place such as ``B2``."""
    return f'<c r="{place}"><v>{number}</v></c>'


def text_cell(place: str, text: str) -> str:
    """Return a cell with a text, which is not empty, at a place such as ``B2``."""
    if _ODD.search(text):
        text = escape(_CONTROL.sub(_escaped, text))
    space = ' xml:space="preserve"' if text[0].isspace() or text[-1].isspace() else ""
    return f'<c r="{place}" t="inlineStr"><is><t{space}>{text}</t></is></c>'


def _escaped(found: re.Match[str]) -> str:
    return f"_x{ord(found.group()):04X}_"
