"""The sizes that the view is drawn in, all from the font; in pixels."""

import re
from dataclasses import dataclass

from PySide6.QtGui import QFont, QFontMetricsF

COLUMN_IN_EMS = 42
TEXT_SIZE = 17
SAMPLED = 4000
CHINESE_FONTS = (
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "PingFang SC",
    "Microsoft YaHei",
    "Noto Sans SC",
)
LATIN_FONTS = ("Inter", "Noto Sans", "Segoe UI", "Helvetica Neue", "DejaVu Sans")
_HAN = re.compile("[\u3400-\u9fff]")
LINE_HEIGHT = 1.6
TAGS_SHARE = 0.22
"""The margin with the tags takes no more of a narrow window, so that the text keeps its room."""

LEAST_BESIDE_TAGS = 8
"""Where there is no room for so many Chinese characters beside the tags, they are left out."""
LEAST_COLUMN = 3


@dataclass(frozen=True, slots=True)
class Measures:
    """Sizes for one font and one width of the window."""

    em: float
    half: float
    text_height: float
    pitch: int
    gap: int
    turn_gap: int
    number_width: int
    tag_width: int
    left: int
    column: int


def measure(font: QFont, width: int) -> Measures:
    """Return the sizes for a font in a viewport of ``width`` pixels.

    The text stands in a column of at most 42 Chinese characters, which is about 80 letters.
    """
    metrics = QFontMetricsF(font)
    em = metrics.horizontalAdvance("国")
    number_width = round(2.6 * em)
    beside = width - number_width - OVERVIEW_WIDTH
    tag_width = round(min(9 * em, max(5 * em, width * TAGS_SHARE)))
    if beside - tag_width < LEAST_BESIDE_TAGS * em:
        tag_width = 0
    room = beside - tag_width
    column = round(max(LEAST_COLUMN * em, min(COLUMN_IN_EMS * em, room)))
    return Measures(
        em=em,
        half=metrics.horizontalAdvance("n"),
        text_height=metrics.ascent() + metrics.descent(),
        pitch=round(max(LINE_HEIGHT * em, metrics.height() + 8)),
        gap=round(0.35 * em),
        turn_gap=round(0.9 * em),
        number_width=number_width,
        tag_width=tag_width,
        left=number_width + max(0, (room - column) // 3),
        column=column,
    )


OVERVIEW_WIDTH = 12


def text_font(base: QFont, text: str, zoom: float) -> QFont:
    """Return the font for a text: a Chinese one first if the text is Chinese, else a Latin one.

    A Chinese font makes the apostrophe of English as wide as a character.
    """
    sample = text[:SAMPLED]
    is_chinese = len(_HAN.findall(sample)) * 5 > len(sample)
    own = (*LATIN_FONTS, base.family(), *CHINESE_FONTS)
    font = QFont(base)
    font.setFamilies([*CHINESE_FONTS, base.family()] if is_chinese else list(own))
    font.setPixelSize(round(TEXT_SIZE * zoom))
    return font
