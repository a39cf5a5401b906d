"""The two themes: readable, each from its palette, and following the system."""

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from annotator.gui.theme import (
    DARK,
    LIGHT,
    OKABE_ITO,
    Colours,
    apply_theme,
    make_font,
    make_palette,
    style_sheet,
)
from annotator.resources import resource_path
from tests.gui.view.pixels import contrast

TEXT_CONTRAST, SHAPE_CONTRAST = 4.5, 3.0
"""What WCAG 2.2 asks of text (1.4.3) and of shapes that carry meaning (1.4.11)."""
THEMES = [LIGHT, DARK]


@pytest.fixture(autouse=True)
def light_again(qapp: QApplication) -> Iterator[QApplication]:
    yield qapp
    apply_theme("light")


@pytest.mark.parametrize("colours", THEMES, ids=["light", "dark"])
def test_text_and_controls_stand_out_as_the_guidelines_ask(colours: Colours) -> None:
    for ground in (colours.window, colours.base, colours.raised, colours.selection, colours.hover):
        assert contrast(QColor(colours.text), QColor(ground)) >= TEXT_CONTRAST
        assert contrast(QColor(colours.muted), QColor(ground)) >= TEXT_CONTRAST, ground
    for ground in (colours.window, colours.base):
        assert contrast(QColor(colours.accent), QColor(ground)) >= TEXT_CONTRAST, ground
    assert contrast(QColor(colours.on_accent), QColor(colours.accent)) >= TEXT_CONTRAST


@pytest.mark.parametrize("colours", THEMES, ids=["light", "dark"])
def test_the_palette_has_the_theme_s_colours_and_dims_what_is_disabled(colours: Colours) -> None:
    palette = make_palette(colours)
    role = QPalette.ColorRole
    assert palette.color(role.Base) == QColor(colours.base)
    assert palette.color(role.Highlight) == QColor(colours.selection)
    assert palette.color(role.Accent) == QColor(colours.accent)
    disabled = QPalette.ColorGroup.Disabled
    assert palette.color(disabled, role.ButtonText) == QColor(colours.muted)
    assert palette.color(QPalette.ColorGroup.Active, role.ButtonText) == QColor(colours.text)


@pytest.mark.parametrize(("colours", "name"), [(LIGHT, "light"), (DARK, "dark")])
def test_the_style_sheet_has_all_its_values_and_pictures(colours: Colours, name: str) -> None:
    sheet = style_sheet(colours)
    assert "$" not in sheet
    pictures = re.findall(r'url\("(.*?)"\)', sheet)
    assert {path.rpartition("/")[2] for path in pictures} == {
        f"chevron-{name}.svg",
        f"tick-{name}.svg",
    }
    assert all(resource_path("icons", path.rpartition("/")[2]).is_file() for path in pictures)


def test_shapes_come_when_they_are_asked_for(light_again: QApplication) -> None:
    app = light_again
    apply_theme("dark", has_shapes=False)
    assert app.palette().color(QPalette.ColorRole.Base) == QColor(DARK.base)
    assert app.styleSheet() != style_sheet(DARK)
    apply_theme("dark")
    assert app.styleSheet() == style_sheet(DARK)


def test_a_theme_is_shown_and_the_system_s_followed_when_asked(light_again: QApplication) -> None:
    app = light_again
    for theme, colours in (("dark", DARK), ("light", LIGHT)):
        apply_theme(theme)
        assert app.palette().color(QPalette.ColorRole.Base) == QColor(colours.base)
        assert style_sheet(colours) == app.styleSheet()
    apply_theme("system")
    told = DARK if app.styleHints().colorScheme() == Qt.ColorScheme.Dark else LIGHT
    assert app.palette().color(QPalette.ColorRole.Base) == QColor(told.base)


def test_no_font_is_named_twice() -> None:
    families = make_font().families()
    assert families
    assert len(set(families)) == len(families)


def test_label_colours_can_be_told_apart() -> None:
    assert len({colour.casefold() for colour in OKABE_ITO.values()}) == len(OKABE_ITO)
    assert all(QColor(colour).isValid() for colour in OKABE_ITO.values())
