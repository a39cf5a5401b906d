"""PDF files that hold text: read page by page, then put together into paragraphs."""

from __future__ import annotations

import io
import re
import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING
from unicodedata import normalize

from annotator.model.errors import UserError
from annotator.model.message import Message
from annotator.model.text import normalise
from annotator.reading.pdf_columns import Place, column_edges, column_of, in_reading_order
from annotator.reading.pdf_lines import PrintedLine, paragraphs
from annotator.reading.source import SourceFile, SourceText, refusing_damage

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

MOST_PAGES = 3_000
PATIENCE = 4.0
"""No page that is printed takes so many seconds to read."""
_RADICALS = dict(
    zip(
        "⺟⺠⻁⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰⻳⼾",
        "母民虎西见角贝车长门青韦页风飞食马骨鬼鱼鸟麦黄齐齿龙龟户",
        strict=True,
    )
)
"""CJK radicals that fonts give for whole characters (Unicode's EquivalentUnifiedIdeograph)."""
_ALIKE = re.compile("[\u2e80-\u2fdf\ufb00-\ufb06]")
_HAN = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_LOOSE = re.compile(
    f"(?<=[{_HAN}]) (?=[，。、；：？！）】》])|(?<=[，。、；：？！（【《]) (?=[{_HAN}（【《“])"
)
"""Blanks beside Chinese punctuation, which stand for the room that justified lines have there."""
_GENERATED = re.compile(
    r"^microsoft|untitled|无标题|\.(?:docx?|indd|pdf|rtf|wps|qxd|pptx?)$|^(?:word|document)\b",
    re.IGNORECASE,
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]|[\ud800-\udfff]")


def is_pdf(data: bytes) -> bool:
    """Say whether bytes are a PDF file by their start."""
    return b"%PDF-" in data[:1024]


def read_pdf(source: SourceFile) -> Iterator[SourceText]:
    """Read the text of a PDF file.

    Raises:
        UserError: it needs a password, is damaged, or is only a picture of text.
    """
    from pypdf import PdfReader

    with refusing_damage("PDF", Message("open it in a viewer and print it to a new PDF")):
        reader = PdfReader(io.BytesIO(source.data))
        _unlock(reader, source.name)
        if len(reader.pages) > MOST_PAGES:
            raise UserError("{name} has more than 3,000 pages: split it.", name=source.name)
        lines = [line for n, page in enumerate(reader.pages) for line in _lines(page, n)]
        text = normalise("\n".join(paragraphs(lines)))
        title = _title(reader)
    if not text.strip():
        raise UserError(
            "{name} holds pictures of pages, not text: run text recognition (OCR) on it first.",
            name=source.name,
        )
    yield SourceText(text, title)


def _unlock(reader: PdfReader, name: str) -> None:
    """Open a file that is encrypted without a password.

    Raises:
        UserError: it has one.
    """
    if not reader.is_encrypted:
        return
    try:
        opened = bool(reader.decrypt(""))
    except Exception:  # noqa: BLE001 - a cipher that is not there, or damage: both end here
        opened = False
    if not opened:
        raise UserError(
            "{name} is protected by a password: open it in a viewer and print it to a new PDF.",
            name=name,
        )


def _title(reader: PdfReader) -> str:
    """Return the title that the file states, unless a program made it up."""
    told = reader.metadata.title if reader.metadata else None
    title = " ".join(_CONTROL.sub("", str(told or "")).split())
    return "" if _GENERATED.search(title) else title


_SHOWS = frozenset([b"Tj", b"TJ", b"'", b'"'])
"""Operators that show text (ISO 32000-1, 9.4.3)."""


class _PageReader:
    """Collects the lines of one page as pypdf tells of its text.

    Args:
        page: the page's number from 0.
        wanted: says of the place where a piece of text begins whether it is read.
    """

    def __init__(self, page: int, wanted: Callable[[float], bool] | None = None) -> None:
        self.lines: list[PrintedLine] = []
        self.places: list[Place] = []
        self._page = page
        self._wanted = wanted
        self._ends = time.monotonic() + PATIENCE
        self._pieces: list[str] = []
        self._place: tuple[float, float] | None = None

    def before(
        self, operator: object, operands: list[object], cm: list[float], tm: list[float]
    ) -> None:
        """Note where text is shown, and empty what is not wanted; stop a page that takes too long.

        Raises:
            UserError: it does.
        """
        if time.monotonic() > self._ends:
            raise UserError(
                "Page {page} takes too long to read: open the file in a viewer and print it to "
                "a new PDF.",
                page=self._page + 1,
            )
        if operator not in _SHOWS or not operands:
            return
        place = _place_of(cm, tm)
        self.places.append(place)
        if self._wanted and not self._wanted(place[0]):
            operands[-1] = [] if isinstance(operands[-1], list) else b""

    def text(self, text: str, cm: list[float], tm: list[float], *_font: object) -> None:
        """Take a piece of text with the matrices that place it (ISO 32000-1, 8.3.4)."""
        first, *others = text.split("\n")
        self._add(first, cm, tm)
        for piece in others:
            self.end_line()
            self._add(piece, cm, tm)

    def _add(self, piece: str, cm: list[float], tm: list[float]) -> None:
        if piece.strip() and self._place is None:
            self._place = _place_of(cm, tm)
        self._pieces.append(piece)

    def end_line(self) -> None:
        """Keep the line that was told, if it has words."""
        text = " ".join(_CONTROL.sub("", "".join(self._pieces)).split())
        if text and self._place is not None:
            self.lines.append(PrintedLine(as_written(text), *self._place, self._page))
        self._pieces.clear()
        self._place = None


def _place_of(cm: list[float], tm: list[float]) -> Place:
    """Return where text begins on the page (ISO 32000-1, 8.3.4)."""
    x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
    return float(x), float(tm[4] * cm[1] + tm[5] * cm[3] + cm[5])


def _lines(page: PageObject, number: int) -> list[PrintedLine]:
    """Return a page's lines in the order of reading."""
    whole = _read_page(page, _PageReader(number))
    edges = column_edges(whole.places, float(page.mediabox.width))
    if not edges:
        return whole.lines

    def column(own: int) -> list[PrintedLine]:
        reader = _PageReader(number, lambda x: column_of(x, edges) == own)
        return _read_page(page, reader).lines

    columns = [column(own) for own in range(len(edges) + 1)]
    return in_reading_order(columns, edges) or whole.lines


def _read_page(page: PageObject, reader: _PageReader) -> _PageReader:
    page.extract_text(visitor_operand_before=reader.before, visitor_text=reader.text)
    reader.end_line()
    return reader


def as_written(text: str) -> str:
    """Return a printed line as it was written.

    Ligatures and radicals that only the font knows become plain characters, and blanks that
    justified Chinese lines have beside punctuation go.
    """
    plain = _ALIKE.sub(lambda found: _RADICALS.get(found[0]) or normalize("NFKC", found[0]), text)
    return _LOOSE.sub("", plain)
