"""Printed pages: every line once, no line cut, names with their speech, marks and tags."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont, QImage, QPageSize, QPainter, QPdfWriter

from annotator.gui.front_matter import PrintedTranscript
from annotator.gui.printing import PrintedPages, Sheet, print_pages, set_margins, sheet_of
from annotator.gui.view.caret import Spot
from annotator.gui.view.marks import TurnHeading
from annotator.model.kinds import LabelKind
from tests.gui.view.examples import mark
from tests.gui.view.pages import page_of
from tests.gui.view.pixels import FORMAT, colours_in

pytestmark = pytest.mark.usefixtures("qapp")
CLAIM, FIGURE, TOPIC = LabelKind.CLAIM, LabelKind.FIGURE, LabelKind.TOPIC
SHEET = Sheet(700, 500, 1.0)
SPACE_BETWEEN = 40
"""Pixels: the empty space between paragraphs may stand below the last line of a page."""

SPEECH = "今年新建😀公园十二个，投入一点二亿元。"


def pages_of(
    text: str, sheet: Sheet = SHEET, turns: tuple[TurnHeading, ...] = (), *, title: str = "甲"
) -> PrintedPages:
    """Return laid-out pages of a text with a claim and a figure at its start."""
    marks = [mark(0, min(6, len(text)), CLAIM), mark(2, 4, FIGURE)] if len(text) > 4 else []
    pages = PrintedPages(PrintedTranscript(title, "2025", text, turns, marks), sheet, QFont())
    assert list(pages.lay_out())[-1] == (text.count("\n") + 1,) * 2
    return pages


def picture_of(pages: PrintedPages, number: int, sheet: Sheet = SHEET) -> QImage:
    image = QImage(int(sheet.width), int(sheet.height), FORMAT)
    image.fill(QColor("white"))
    painter = QPainter(image)
    pages.draw_page(painter, number)
    painter.end()
    return image


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.integers(0, 30), min_size=1, max_size=30),
    st.integers(260, 900),
)
def test_pages_follow_each_other_and_are_never_too_long(lengths: list[int], height: int) -> None:
    text = "\n".join(SPEECH * length for length in lengths)
    pages = pages_of(text, Sheet(700, height, 1.0))
    assert pages.breaks == sorted(set(pages.breaks)) or len(text) == 0
    assert pages.breaks[0] == 0
    for number in range(pages.count):
        used = pages.breaks[number + 1] - pages.breaks[number]
        assert used <= pages.body_height(number) + SPACE_BETWEEN


def test_no_line_is_cut_and_none_is_left_out() -> None:
    text = "\n".join(SPEECH * length for length in (9, 1, 30, 2, 14, 60))
    pages = pages_of(text)
    assert pages.count > 3
    page = page_of(text, width=int(SHEET.width))
    for start in sorted({page.line_range(Spot(position))[0] for position in range(len(text))}):
        box = page.line_box(start)
        cut = [y for y in pages.breaks if box.top() < y < box.bottom()]
        assert cut == []
        assert 0 <= pages.page_of(start) < pages.count


def test_a_name_goes_to_the_next_page_with_its_speech() -> None:
    for filler in range(1, 30):
        before = "国家\n" * filler
        text = f"{before}主持人：\n{SPEECH * 3}"
        name, speech = len(before), text.index(SPEECH)
        turn = TurnHeading(name, speech, len(text), "主持人", "moderator")
        pages = pages_of(text, turns=(turn,))
        assert pages.page_of(name) == pages.page_of(speech), filler


def test_title_details_and_numbers_are_on_the_pages() -> None:
    pages = pages_of("\n".join([SPEECH * 3] * 30))
    first, second = picture_of(pages, 0), picture_of(pages, 1)
    for image in (first, second):
        assert len(colours_in(image, QRectF(0, 0, 700, 24))) > 1, "a title or a head"
        assert len(colours_in(image, QRectF(300, 480, 100, 20))) > 1, "a number"


def test_marks_tags_and_legend_have_the_colours_of_their_labels() -> None:
    pages = pages_of("\n".join([SPEECH] * 4))
    image = picture_of(pages, 0)
    figure = mark(0, 1, FIGURE).colour
    legend = QRectF(0, 30, 700, pages.body_top(0) - 40)
    text = QRectF(0, pages.body_top(0), 540, 100)
    margin = QRectF(540, pages.body_top(0), 160, 100)
    for place in (legend, text, margin):
        assert figure in colours_in(image, place), place


def test_what_is_left_and_right_of_the_page_stays_empty() -> None:
    pages = pages_of("\n".join([SPEECH * 5] * 9), title="a long title " * 60)
    image = picture_of(pages, 0)
    assert colours_in(image, QRectF(698, 0, 2, 500)) == {"#ffffff"}


def test_a_very_small_sheet_has_an_end() -> None:
    pages = pages_of(SPEECH * 20, Sheet(300, 40, 1.0))
    assert pages.count < 200


def test_an_empty_document_is_one_page() -> None:
    pages = pages_of("")
    assert pages.count == 1
    picture_of(pages, 0)


# --- PDF ---


def pdf_of(path: Path, text: str) -> int:
    """Write a PDF; returns its number of pages."""
    writer = QPdfWriter(str(path))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    set_margins(writer)
    painter = QPainter(writer)
    transcript = PrintedTranscript(
        "云汀", "2025", text, (), [mark(0, 6, CLAIM), mark(2, 4, FIGURE)]
    )
    steps = list(print_pages(transcript, writer, painter, QFont()))
    painter.end()
    assert [done for done, _count in steps] == sorted(done for done, _count in steps)
    return len(re.findall(rb"/Type\s*/Page\b", path.read_bytes()))


def test_a_pdf_has_as_many_pages_as_the_text_needs(tmp_path: Path) -> None:
    short = pdf_of(tmp_path / "short.pdf", SPEECH)
    long = pdf_of(tmp_path / "long.pdf", "\n".join([SPEECH * 10] * 40))
    assert short == 1
    assert 4 < long < 30


def test_a_pdf_brings_its_fonts_and_holds_text_not_pictures(tmp_path: Path) -> None:
    path = tmp_path / "text.pdf"
    pdf_of(path, SPEECH.replace("😀", ""))
    written = path.read_bytes()
    assert b"/FontFile" in written
    assert b"/Subtype /Image" not in written


def test_the_text_can_be_copied_out_of_a_pdf(tmp_path: Path) -> None:
    path = tmp_path / "text.pdf"
    pdf_of(path, "\n".join(f"第{n}段今天新开七条线。" for n in range(200)))
    text = "".join("".join(page.extract_text() for page in PdfReader(path).pages).split())
    for n in range(200):
        assert text.count(f"第{n}段") == 1


def test_text_is_as_large_on_every_device() -> None:
    writers = []
    for dots in (72, 300, 1200):
        writer = QPdfWriter("unused.pdf")
        writer.setResolution(dots)
        writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        set_margins(writer)
        writers.append(sheet_of(writer))
    widths = [sheet.width for sheet in writers]
    assert max(widths) - min(widths) < 5
