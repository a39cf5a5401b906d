"""Sizes come from the font and the width of the window."""

import pytest
from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF
from PySide6.QtWidgets import QApplication

from annotator.gui.view.measures import (
    CHINESE_FONTS,
    COLUMN_IN_EMS,
    LEAST_COLUMN,
    OVERVIEW_WIDTH,
    TEXT_SIZE,
    measure,
    text_font,
)

pytestmark = pytest.mark.usefixtures("qapp")
CHINESE = "今年新建公园十二个，投入一点二亿元。"
ENGLISH = "We don't know yet how many parks will open."


@pytest.mark.parametrize("width", [50, 400, 800, 1400, 4000])
@pytest.mark.parametrize("zoom", [0.5, 1.0, 4.0])
def test_the_column_is_never_wider_than_forty_two_characters(width: int, zoom: float) -> None:
    sizes = measure(text_font(QFont(), CHINESE, zoom), width)
    assert LEAST_COLUMN * sizes.em - 1 <= sizes.column <= COLUMN_IN_EMS * sizes.em + 1


@pytest.mark.parametrize("width", [700, 900, 1400, 4000])
def test_number_column_tags_and_overview_stand_beside_each_other(width: int) -> None:
    sizes = measure(text_font(QFont(), CHINESE, 1.0), width)
    assert sizes.left >= sizes.number_width
    assert sizes.left + sizes.column + sizes.tag_width + OVERVIEW_WIDTH <= width + 1


def test_a_wide_window_has_room_left_of_the_text() -> None:
    font = text_font(QFont(), CHINESE, 1.0)
    narrow, wide = measure(font, 700), measure(font, 2000)
    assert wide.left > narrow.left
    assert wide.column > narrow.column


def test_the_tags_leave_the_text_its_room_in_a_narrow_window() -> None:
    font = text_font(QFont(), CHINESE, 1.0)
    narrow, wide = measure(font, 420), measure(font, 760)
    assert wide.tag_width == round(9 * wide.em)
    assert 5 * narrow.em - 1 <= narrow.tag_width < wide.tag_width
    assert narrow.column > 2 * narrow.tag_width


@pytest.mark.parametrize("width", [200, 250, 300, 500])
@pytest.mark.parametrize("zoom", [0.5, 1.0, 1.5])
def test_a_line_ends_before_the_overview_also_where_there_is_no_room_for_tags(
    width: int, zoom: float
) -> None:
    sizes = measure(text_font(QFont(), CHINESE, zoom), width)
    assert sizes.left + sizes.column + sizes.tag_width + OVERVIEW_WIDTH <= width + 1
    assert not sizes.tag_width or sizes.column >= 8 * sizes.em - 1


@pytest.mark.parametrize("zoom", [0.5, 1.0, 2.5])
def test_lines_stand_far_enough_apart_for_bars_below_the_text(zoom: float) -> None:
    font = text_font(QFont(), CHINESE, zoom)
    sizes = measure(font, 900)
    assert sizes.pitch >= QFontMetricsF(font).height() + 8 - 0.5
    assert sizes.pitch > sizes.text_height


def test_a_chinese_text_has_a_chinese_font_first_and_an_english_one_has_not() -> None:
    assert text_font(QFont(), CHINESE, 1.0).families()[0] == CHINESE_FONTS[0]
    families = text_font(QFont(), ENGLISH, 1.0).families()
    assert families[0] not in CHINESE_FONTS
    assert CHINESE_FONTS[0] in families


def test_a_mostly_english_text_with_chinese_names_is_english() -> None:
    assert text_font(QFont(), ENGLISH + "林晓", 1.0).families()[0] not in CHINESE_FONTS


@pytest.mark.parametrize("zoom", [0.5, 1.0, 4.0])
def test_zoom_is_the_size_of_the_letters(zoom: float) -> None:
    assert text_font(QFont(), ENGLISH, zoom).pixelSize() == round(TEXT_SIZE * zoom)


def test_the_font_given_stays_as_it_is(qapp: QApplication) -> None:
    base = qapp.font()
    size, family = base.pixelSize(), QFontInfo(base).family()
    text_font(base, CHINESE, 3.0)
    assert (base.pixelSize(), QFontInfo(base).family()) == (size, family)


def test_an_empty_text_has_a_font() -> None:
    assert text_font(QFont(), "", 1.0).pixelSize() == TEXT_SIZE
