"""Line icons on a 24 px grid, tinted from the palette."""

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QToolButton

from annotator.gui.plain_text import set_tooltip
from annotator.resources import resource_path

SIZE = 16
RATIOS = (1, 2, 3)
TINT = "currentColor"


def icon_path(name: str) -> Path:
    """Return the file of an icon."""
    return resource_path("icons", f"{name}.svg")


@lru_cache(maxsize=512)
def tinted(name: str, colour: str, size: int = SIZE, ratio: int = 1) -> QPixmap:
    """Return an icon in one colour.

    Args:
        name: its file in ``resources/icons`` without the ending.
        colour: ``#RRGGBB``.
        size: its width in device-independent pixels.
        ratio: device pixels per device-independent pixel.
    """
    pixmap = QPixmap(size * ratio, size * ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    _drawing(name, colour).render(painter, QRectF(pixmap.rect()))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


@lru_cache(maxsize=2)
def _drawing(name: str, colour: str) -> QSvgRenderer:
    """Return what draws an icon in one colour, in each of the resolutions that follow."""
    drawing = icon_path(name).read_text(encoding="utf-8").replace(TINT, colour)
    return QSvgRenderer(QByteArray(drawing.encode()))


def icon(name: str, palette: QPalette, size: int = SIZE) -> QIcon:
    """Return an icon in the colour of the palette's text, dimmed while disabled."""
    made = QIcon()
    text = palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.WindowText)
    dim = QColor(palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.Mid))
    for ratio in RATIOS:
        made.addPixmap(tinted(name, text.name(), size, ratio), QIcon.Mode.Normal)
        made.addPixmap(tinted(name, dim.name(), size, ratio), QIcon.Mode.Disabled)
    return made


class IconButton(QToolButton):
    """A small button with an icon, which follows the palette; its tooltip names its keys too."""

    def __init__(self, name: str, text: str, keys: str = "") -> None:
        super().__init__()
        self._name = name
        self.setIconSize(QSize(SIZE, SIZE))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(text)
        set_tooltip(self, f"{text} ({keys})" if keys else text)
        self._tint()

    def set_icon_name(self, name: str) -> None:
        """Show another icon."""
        self._name = name
        self._tint()

    def changeEvent(self, event: QEvent) -> None:
        """Take on the colours of a new theme."""
        if event.type() == QEvent.Type.PaletteChange:
            self._tint()
        super().changeEvent(event)

    def _tint(self) -> None:
        self.setIcon(icon(self._name, self.palette()))
