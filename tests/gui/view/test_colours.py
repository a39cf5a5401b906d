"""Colours of the view follow the palette and keep labels readable."""

import pytest
from PySide6.QtGui import QColor, QPalette

from annotator.gui.theme import DARK, LIGHT, OKABE_ITO, Colours, make_palette
from annotator.gui.view.colours import ViewColours, view_colours
from tests.gui.view.pixels import blended, contrast

pytestmark = pytest.mark.usefixtures("qapp")
TEXT_CONTRAST, SHAPE_CONTRAST = 4.5, 3.0
"""What WCAG 2.2 asks of text (1.4.3) and of shapes that carry meaning (1.4.11)."""
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


def test_text_and_selection_are_the_palettes(light: ViewColours) -> None:
    assert light.base.name() == "#ffffff"
    assert light.text.name() == "#101010"
    assert light.selection.name() == "#112233"
    assert light.selected_text.name() == "#fefefe"


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
    assert fill.name() in {QColor(label).name(), solid.name()}
    assert 0 < fill.alpha() < 128
    assert solid.alpha() == 255


@pytest.mark.parametrize("label", LABELS)
def test_no_label_vanishes_into_a_light_background(label: str, light: ViewColours) -> None:
    assert light.of_label(label).lightness() <= light.base.lightness() - 20


@pytest.mark.parametrize("label", LABELS)
def test_no_label_vanishes_into_a_dark_background(label: str, dark: ViewColours) -> None:
    assert dark.of_label(label).lightness() >= dark.base.lightness() + 20


@pytest.mark.parametrize("label", LABELS)
def test_lines_in_a_labels_colour_stand_out_as_the_guidelines_ask(
    label: str, light: ViewColours, dark: ViewColours
) -> None:
    for colours in (light, dark):
        assert contrast(colours.of_label(label), colours.base) >= SHAPE_CONTRAST


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_all_letters_can_be_read_on_all_that_is_drawn_behind_them(colours: Colours) -> None:
    seen = view_colours(make_palette(colours))
    fills = [blended(seen.fill(label), seen.base) for label in OKABE_ITO.values()]
    for ground in (seen.base, seen.selection, seen.hit, seen.current_hit, *fills):
        for letters in (seen.text, seen.dim, seen.speaker):
            assert contrast(letters, ground) >= TEXT_CONTRAST, (letters.name(), ground.name())


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_a_fill_in_any_colour_is_seen(colours: Colours) -> None:
    seen = view_colours(make_palette(colours))
    for label in (*OKABE_ITO.values(), *LABELS):
        assert contrast(blended(seen.fill(label), seen.base), seen.base) > 1.05, label


def test_names_of_speakers_are_told_from_what_they_say(
    light: ViewColours, dark: ViewColours
) -> None:
    for colours in (light, dark):
        assert len({colours.speaker.name(), colours.text.name(), colours.dim.name()}) == 3
