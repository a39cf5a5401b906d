"""Colours for shapes stand out from what they are drawn on, and stay what they were if they did."""

import pytest
from PySide6.QtGui import QColor

from annotator.gui.contrast import SHAPES, contrast, standing_out
from annotator.gui.theme import DARK, LIGHT, OKABE_ITO
from tests.gui.view import pixels

GROUNDS = (LIGHT.window, LIGHT.base, DARK.window, DARK.base, "#000000", "#ffffff")


def test_contrast_goes_from_one_to_twenty_one() -> None:
    black, white = QColor("#000000"), QColor("#ffffff")
    assert contrast(black, black) == 1
    assert contrast(black, white) == contrast(white, black) == pytest.approx(21)


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("colour", [*OKABE_ITO.values(), "#000000", "#ffffff", "#777777"])
def test_every_colour_stands_out_from_every_background(colour: str, ground: str) -> None:
    found = standing_out(colour, QColor(ground))
    assert pixels.contrast(found, QColor(ground)) >= SHAPES
    if pixels.contrast(QColor(colour), QColor(ground)) >= SHAPES:
        assert found == QColor(colour)


def test_a_colour_that_is_changed_keeps_its_hue() -> None:
    for name in ("sky", "yellow", "orange"):
        before = QColor(OKABE_ITO[name])
        after = standing_out(OKABE_ITO[name], QColor(LIGHT.base))
        assert after != before
        assert abs(after.hslHue() - before.hslHue()) <= 3


def test_whoever_changes_a_colour_changes_their_own() -> None:
    ground = QColor(LIGHT.base)
    standing_out("#0072B2", ground).setAlpha(9)
    assert standing_out("#0072B2", ground).alpha() == 255
