"""Word documents (.docx): paragraphs and tables in the order of reading, as the text now stands.

Insertions that are tracked are text, deletions are not; footnotes, headers and comments are left
out. Numbers that Word computes for lists are not in the file and so not in the text.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING
from zipfile import ZipFile

from annotator.model.errors import UserError
from annotator.model.message import Message
from annotator.model.text import normalise
from annotator.reading.archives import checked_members
from annotator.reading.source import SourceFile, SourceText, refusing_damage

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from lxml.etree import _Element  # type: ignore[import-untyped]

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PARAGRAPH, _TABLE, _ROW, _CELL = f"{_W}p", f"{_W}tbl", f"{_W}tr", f"{_W}tc"
_MERGED = f"{_W}tcPr/{_W}vMerge"
_TEXT_BOX = f"{_W}txbxContent"
_END_DELETED = f"{_W}pPr/{_W}rPr/{_W}del"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_LEFT_OUT = frozenset(
    f"{_W}{name}"
    for name in (
        *("del", "moveFrom", "footnoteReference", "endnoteReference", "commentReference"),
        *("instrText", "delText", "pPr", "rPr", "tblPr", "sdtPr", "sectPr", "annotationRef", "rt"),
    )
) | {f"{_MC}Fallback"}
_CHARACTERS = {
    f"{_W}tab": "\t",
    f"{_W}ptab": "\t",
    f"{_W}br": "\n",
    f"{_W}cr": "\n",
    f"{_W}noBreakHyphen": "-",
}
_PAGES = frozenset({"page", "column"})


def is_docx(names: frozenset[str]) -> bool:
    """Say whether an archive with these members is a Word document."""
    return "[Content_Types].xml" in names and any(name.startswith("word/") for name in names)


def read_docx(source: SourceFile) -> Iterator[SourceText]:
    """Read the text of a Word document.

    Raises:
        UserError: it is damaged, unsafe, or holds no text.
    """
    from docx import Document

    _refuse_unsafe(source)
    with refusing_damage("Word", Message("open it in Word or LibreOffice and save it again")):
        document = Document(io.BytesIO(source.data))
        text = normalise("\n".join(_blocks(document.element.body)))
        title, date = _properties(document)
    if not text.strip():
        raise UserError("{name} holds no text.", name=source.name)
    yield SourceText(text.strip("\n"), title, date)


def _refuse_unsafe(source: SourceFile) -> None:
    """Refuse what expands beyond measure, and parts that define entities of their own."""
    with (
        refusing_damage("Word", Message("save it again")),
        ZipFile(io.BytesIO(source.data)) as archive,
    ):
        for member in checked_members(archive, source.name):
            if not member.filename.lower().endswith((".xml", ".rels")):
                continue
            with archive.open(member) as part:
                head = part.read(64 << 10)
            plain = head.replace(b"\x00", b"").lower()
            if b"<!doctype" in plain or b"<!entity" in plain:
                raise UserError(
                    "{name} defines entities of its own, which Word never does: "
                    "open it in a program you trust and save it again.",
                    name=source.name,
                )


def _properties(document: WordDocument) -> tuple[str, str]:
    """Return the title of the file's properties; its date is when it was typed, not the event's."""
    title = document.core_properties.title or ""
    is_real = title.strip().lower() not in {"", "word document", "untitled", "document"}
    return (" ".join(title.split()) if is_real else ""), ""


def _blocks(parent: _Element) -> Iterator[str]:
    """Yield paragraphs and rows of tables, also of those inside content controls.

    A paragraph whose end was deleted goes on in the next one.
    """
    begun = ""
    for child in parent:
        if child.tag == _PARAGRAPH:
            first, *boxed = _paragraph(child)
            first, begun = begun + first, ""
            if child.find(_END_DELETED) is not None and child.getnext() is not None:
                begun = first
            else:
                yield first
            yield from boxed
            continue
        if begun:
            yield begun
            begun = ""
        if child.tag == _TABLE:
            yield from _rows(child)
        elif child.tag not in _LEFT_OUT:
            yield from _blocks(child)
    if begun:
        yield begun


def _rows(table: _Element) -> Iterator[str]:
    """Yield one line per row, cells parted by tabs; a cell of several lines keeps them."""
    for row in table.iter(_ROW):
        if _nearest(row, _TABLE) is not table or row.find(f"{_W}trPr/{_W}del") is not None:
            continue
        cells = [cell for cell in row.iter(_CELL) if _nearest(cell, _ROW) is row]
        told = [
            "" if _is_continued(cell) else "\n".join(_blocks(cell)).strip("\n") for cell in cells
        ]
        line = "\t".join(told).rstrip("\t")
        if line.strip():
            yield line


def _nearest(element: _Element, tag: str) -> _Element | None:
    return next(element.iterancestors(tag), None)


def _is_continued(cell: _Element) -> bool:
    """Say whether a cell is the lower part of one that spans several rows."""
    merged = cell.find(_MERGED)
    return merged is not None and merged.get(f"{_W}val", "continue") == "continue"


def _paragraph(paragraph: _Element) -> Iterator[str]:
    """Yield the paragraph's text, then what the text boxes in it hold."""
    boxes: list[_Element] = []
    yield "".join(_pieces(paragraph, boxes))
    for box in boxes:
        yield from _blocks(box)


def _pieces(parent: _Element, boxes: list[_Element]) -> Iterator[str]:
    for child in parent:
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in _CHARACTERS:
            is_page = child.get(f"{_W}type") in _PAGES
            yield "" if is_page else _CHARACTERS[child.tag]
        elif child.tag == _TEXT_BOX:
            boxes.append(child)
        elif child.tag not in _LEFT_OUT:
            yield from _pieces(child, boxes)
