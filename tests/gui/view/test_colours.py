"""Colours of the view follow the palette and keep labels readable."""

import pytest
from PySide6.QtGui import QColor, QPalette

from annotator.gui.theme import DARK, LIGHT, Colours, make_palette
from annotator.gui.view.colours import ViewColours, view_colours

pytestmark = pytest.mark.usefixtures("qapp")
LABELS = ("#E69F00", "#0072B2", "#009E73", "#000000", "#ffffff", "#f0e442", "#400040")


def palette(base: str, text: str) -> QPalette:
    """Return a palette with two colours of our own."""
    made = QPalette()
    made.setColor(QPalette.ColorRole.Base, QColor(base))
    made.setColor(QPalette.ColorRole.Text, QColor(text))
    made.setColor(QPalette.ColorRole.Highlight, QColor("#112233"))
    made.setColor(QPalette.ColorRole.HighlightedText, QColor("#fefefe"))
    made.setColor(QPalette.ColorRole.Accent, QColor("#445566"))
    return made


@pytest.fixture
def light() -> ViewColours:
    """Return colours on white."""
    return view_colours(palette("#ffffff", "#101010"))


@pytest.fixture
def dark() -> ViewColours:
    """Return colours on near black."""
    return view_colours(palette("#1e1e1e", "#e0e0e0"))


def test_the_palette_says_what_is_dark(light: ViewColours, dark: ViewColours) -> None:
    assert not light.is_dark
    assert dark.is_dark


def test_text_selection_and_accent_are_the_palettes(light: ViewColours) -> None:
    assert light.base.name() == "#ffffff"
    assert light.text.name() == "#101010"
    assert light.selection.name() == "#112233"
    assert light.selected_text.name() == "#fefefe"
    assert light.accent.name() == "#445566"


def test_dim_text_stands_between_text_and_background(light: ViewColours, dark: ViewColours) -> None:
    for colours in (light, dark):
        low, high = sorted((colours.text.lightness(), colours.base.lightness()))
        assert low + 20 < colours.dim.lightness() < high - 20


def test_the_current_hit_stands_out_from_the_others(light: ViewColours, dark: ViewColours) -> None:
    for colours in (light, dark):
        assert len({colours.hit.name(), colours.current_hit.name(), colours.base.name()}) == 3


@pytest.mark.parametrize("label", LABELS)
def test_a_fill_is_the_labels_colour_seen_through(label: str, light: ViewColours) -> None:
    fill, solid = light.fill(label), light.of_label(label)
    assert fill.rgb() & 0xFFFFFF == solid.rgb() & 0xFFFFFF
    assert 0 < fill.alpha() < 128
    assert solid.alpha() == 255


@pytest.mark.parametrize("label", LABELS)
def test_no_label_vanishes_into_a_light_background(label: str, light: ViewColours) -> None:
    assert light.of_label(label).lightness() <= light.base.lightness() - 20


@pytest.mark.parametrize("label", LABELS)
def test_no_label_vanishes_into_a_dark_background(label: str, dark: ViewColours) -> None:
    assert dark.of_label(label).lightness() >= dark.base.lightness() + 20


def test_a_fill_on_dark_is_a_little_stronger(light: ViewColours, dark: ViewColours) -> None:
    assert dark.fill("#808080").alpha() > light.fill("#808080").alpha()


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_what_steps_back_can_still_be_read(colours: Colours) -> None:
    seen = view_colours(make_palette(colours))
    assert contrast(seen.dim, seen.base) >= 4.5


def contrast(a: QColor, b: QColor) -> float:
    """Return the ratio of two colours' luminance (WCAG 2.2, contrast ratio)."""
    lighter, darker = sorted((luminance(a), luminance(b)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: QColor) -> float:
    """Return the relative luminance of a colour (WCAG 2.2)."""
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
