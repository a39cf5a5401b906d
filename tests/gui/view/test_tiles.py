"""Strips of text: the same pixels as the text itself, kept within a budget."""

import pytest
from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QColor, QImage, QPainter

from annotator.gui.view.text_page import TextPage
from annotator.gui.view.tiles import BYTES, OVERHANG, STRIP, Tiles, strips_of
from tests.gui.view.pages import page_of

pytestmark = pytest.mark.usefixtures("qapp")
INK = QColor("black")
TEXT = "今年新建公园😀十二个，投入一点二亿元。" * 40


def drawn_whole(page: TextPage, k: int) -> QImage:
    """Return a paragraph drawn in one go on a transparent image."""
    image = QImage(page_width(page), page.heights[k], QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    painter.setPen(INK)
    page.layout(k)[0].draw(painter, QPointF(0, 0))
    painter.end()
    return image


def page_width(page: TextPage) -> int:
    """Return the width of a strip."""
    assert page.measures is not None
    return page.measures.column + OVERHANG


@pytest.mark.parametrize(
    ("height", "count"), [(1, 1), (STRIP - 1, 1), (STRIP, 1), (STRIP + 1, 2), (5 * STRIP, 5)]
)
def test_strips_cover_a_paragraph(height: int, count: int) -> None:
    assert list(strips_of(height)) == list(range(count))


def test_strips_put_together_are_the_paragraph() -> None:
    page = page_of(TEXT)
    page.layout(0)
    whole, tiles, below = drawn_whole(page, 0), Tiles(), 0
    assert len(strips_of(page.heights[0])) > 2
    for number in strips_of(page.heights[0]):
        strip = tiles.strip(page, 0, number, 1.0, INK)
        assert strip == whole.copy(QRect(0, below, strip.width(), strip.height()))
        below += strip.height()
    assert below == page.heights[0]


def test_a_strip_is_drawn_once() -> None:
    page, tiles = page_of(TEXT), Tiles()
    first = tiles.strip(page, 0, 0, 1.0, INK)
    assert tiles.strip(page, 0, 0, 1.0, INK).cacheKey() == first.cacheKey()
    assert tiles.has(0, 0, 1.0)
    assert not tiles.has(0, 1, 1.0)


def test_a_strip_for_a_finer_screen_has_more_pixels() -> None:
    page, tiles = page_of(TEXT), Tiles()
    coarse, fine = tiles.strip(page, 0, 0, 1.0, INK), tiles.strip(page, 0, 0, 2.0, INK)
    assert fine.size() == coarse.size() * 2
    assert fine.deviceIndependentSize() == coarse.deviceIndependentSize()
    assert tiles.has(0, 0, 2.0)


def test_text_has_the_colour_of_its_ink() -> None:
    strip = Tiles().strip(page_of("国家"), 0, 0, 1.0, QColor("#ff0000"))
    inked = [strip.pixelColor(x, y) for x in range(strip.width()) for y in range(strip.height())]
    assert any(colour.alpha() > 200 for colour in inked)
    assert all(colour.green() == colour.blue() == 0 for colour in inked if colour.alpha())


def test_all_strips_can_be_forgotten() -> None:
    page, tiles = page_of("国家"), Tiles()
    tiles.strip(page, 0, 0, 1.0, INK)
    tiles.clear()
    assert not tiles.has(0, 0, 1.0)


def test_the_strips_used_longest_ago_go_when_there_are_too_many() -> None:
    page, tiles = page_of("国" * 3000), Tiles()
    size = tiles.strip(page, 0, 0, 4.0, INK).sizeInBytes()
    most = 4 * BYTES // size
    for number in range(1, most):
        tiles.strip(page, 0, number % 6, 4.0 + number / 1000, INK)
    tiles.strip(page, 0, 0, 4.0, INK)
    for number in range(most, most + 3):
        tiles.strip(page, 0, number % 6, 4.0 + number / 1000, INK)
    assert tiles.has(0, 0, 4.0)
    assert not tiles.has(0, 1, 4.001)
    assert tiles.has(0, (most + 2) % 6, 4.0 + (most + 2) / 1000)
