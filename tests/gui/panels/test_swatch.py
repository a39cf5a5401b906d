"""Swatches tell kinds apart without colour: a fill, a bar, a dashed bar."""

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from annotator.gui.panels.swatch import draw_swatch
from annotator.model.kinds import LabelKind

WIDTH, HEIGHT = 40, 16
WHITE = QColor(Qt.GlobalColor.white)


def drawn(kind: LabelKind, colour: str = "#0072B2") -> QImage:
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(WHITE)
    painter = QPainter(image)
    draw_swatch(painter, QRectF(0, 0, WIDTH, HEIGHT), kind, colour, WHITE)
    painter.end()
    return image


def inked(image: QImage, y: int) -> list[bool]:
    """Say for each pixel of a line whether it was drawn on."""
    return [image.pixelColor(x, y).rgb() != WHITE.rgb() for x in range(image.width())]


def inked_rows(image: QImage) -> int:
    return sum(any(inked(image, y)) for y in range(image.height()))


@pytest.fixture(autouse=True)
def application(qapp: QApplication) -> QApplication:
    return qapp


def test_a_claim_is_a_light_fill() -> None:
    image = drawn(LabelKind.CLAIM)
    assert inked_rows(image) == HEIGHT - 4
    assert all(inked(image, HEIGHT // 2))
    assert image.pixelColor(WIDTH // 2, HEIGHT // 2).lightness() > QColor("#0072B2").lightness()


def test_a_figure_is_a_solid_bar() -> None:
    image = drawn(LabelKind.FIGURE)
    assert inked_rows(image) <= 4
    assert all(inked(image, HEIGHT // 2))
    assert image.pixelColor(WIDTH // 2, HEIGHT // 2) == QColor("#0072B2")


def test_a_topic_is_a_bar_with_gaps() -> None:
    image = drawn(LabelKind.TOPIC)
    line = inked(image, HEIGHT // 2)
    assert inked_rows(image) <= 4
    assert any(line)
    assert not all(line)


@pytest.mark.parametrize("kind", [LabelKind.CLAIM, LabelKind.FIGURE, LabelKind.TOPIC])
def test_the_colour_is_the_label_s(kind: LabelKind) -> None:
    found = drawn(kind, "#D55E00").pixelColor(2, HEIGHT // 2)
    assert abs(found.hslHue() - QColor("#D55E00").hslHue()) <= 2
