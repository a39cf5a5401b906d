"""Icons in the colour of the text, whatever the theme."""

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtGui import QColor, QIcon, QPalette
from pytestqt.qtbot import QtBot

import annotator.gui
from annotator.gui.icons import SIZE, IconButton, icon, icon_path, tinted
from annotator.gui.theme import DARK, LIGHT, make_palette
from tests.gui.panels.screen import MARKUP, read_as_rich_text

pytestmark = pytest.mark.usefixtures("qapp")
NAMES = sorted(path.stem for path in icon_path("plus").parent.glob("*.svg"))


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_is_on_the_grid_and_takes_its_colour_from_the_text(name: str) -> None:
    drawing = ET.fromstring(icon_path(name).read_text("utf-8"))  # noqa: S314 - our own
    assert drawing.get("viewBox") in {"0 0 24 24", "0 0 12 12"}


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_is_shown_somewhere(name: str) -> None:
    code = Path(annotator.gui.__file__).parent.rglob("*.py")
    of_any_theme = name.removesuffix("-dark").removesuffix("-light")
    assert any(f'"{of_any_theme}"' in path.read_text("utf-8") for path in code)


@pytest.mark.parametrize("ratio", [1, 2])
def test_an_icon_is_drawn_in_one_colour_as_sharp_as_the_screen(
    ratio: int,
) -> None:
    pixmap = tinted("plus", "#ff0000", SIZE, ratio)
    image = pixmap.toImage()
    assert (image.width(), pixmap.devicePixelRatio()) == (SIZE * ratio, ratio)
    drawn = {
        image.pixelColor(x, y).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }
    assert drawn == {"#ff0000"}


def colour_of(shown: QIcon, mode: QIcon.Mode) -> QColor:
    image = shown.pixmap(SIZE, mode).toImage()
    points = [(x, y) for x in range(image.width()) for y in range(image.height())]
    return max((image.pixelColor(*at) for at in points), key=lambda colour: colour.alpha())


def test_an_icon_is_dimmed_while_disabled() -> None:
    shown = icon("plus", make_palette(LIGHT))
    assert colour_of(shown, QIcon.Mode.Normal).name() == LIGHT.text.casefold()
    assert colour_of(shown, QIcon.Mode.Disabled).name() == LIGHT.border.casefold()


def test_a_button_follows_the_palette_and_says_what_it_does(qtbot: QtBot) -> None:
    button = IconButton("plus", MARKUP)
    qtbot.addWidget(button)
    assert button.accessibleName() == MARKUP
    assert read_as_rich_text(button.toolTip()) == MARKUP
    for colours in (DARK, LIGHT):
        button.setPalette(make_palette(colours))
        assert colour_of(button.icon(), QIcon.Mode.Normal).name() == colours.text.casefold()
    before = button.icon().cacheKey()
    button.set_icon_name("close")
    assert button.icon().cacheKey() != before
    assert button.palette().color(QPalette.ColorRole.WindowText) == QColor(LIGHT.text)
