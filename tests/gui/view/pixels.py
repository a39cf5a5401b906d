"""Comparing pictures pixel by pixel."""

from collections.abc import Iterable

from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import QColor, QImage, QPixmap
from PySide6.QtWidgets import QWidget

FORMAT = QImage.Format.Format_RGB32


def screen_of(widget: QWidget) -> QImage:
    """Return what the screen shows of a widget, drawing nothing for it."""
    return widget.screen().grabWindow(widget.winId()).toImage().convertToFormat(FORMAT)


def picture(pixmap: QPixmap) -> QImage:
    """Return a picture in the format that the comparisons take."""
    return pixmap.toImage().convertToFormat(FORMAT)


def changed(one: QImage, other: QImage) -> set[tuple[int, int]]:
    """Return the pixels in which two pictures of one size differ."""
    assert one.size() == other.size()
    found = set()
    width, step = one.width(), one.bytesPerLine()
    a, b = bytes(one.constBits()), bytes(other.constBits())
    for y in range(one.height()):
        row_a, row_b = a[y * step : (y + 1) * step], b[y * step : (y + 1) * step]
        if row_a != row_b:
            found |= {
                (x, y) for x in range(width) if row_a[4 * x : 4 * x + 3] != row_b[4 * x : 4 * x + 3]
            }
    return found


def within(points: Iterable[tuple[int, int]], boxes: Iterable[QRectF], margin: int = 0) -> bool:
    """Say whether all points lie in one of the boxes or close to it."""
    rects = [box.toAlignedRect().adjusted(-margin, -margin, margin, margin) for box in boxes]
    return all(any(rect.contains(QPoint(x, y)) for rect in rects) for x, y in points)


def colours_in(image: QImage, place: QRectF | QRect) -> set[str]:
    """Return the colours in a rectangle of a picture, as #rrggbb."""
    rect = place.toAlignedRect() if isinstance(place, QRectF) else place
    rect = rect.intersected(image.rect())
    step, pixels = image.bytesPerLine(), bytes(image.constBits())
    rows = (
        pixels[y * step + 4 * rect.left() : y * step + 4 * (rect.right() + 1)]
        for y in range(rect.top(), rect.bottom() + 1)
    )
    found = {row[x : x + 3] for row in rows for x in range(0, len(row), 4)}
    return {f"#{red:02x}{green:02x}{blue:02x}" for blue, green, red in found}


def channels(colour: QColor) -> tuple[int, int, int]:
    """Return red, green and blue."""
    return colour.red(), colour.green(), colour.blue()


def blended(colour: QColor, base: QColor) -> QColor:
    """Return what a translucent colour looks like on a background."""
    part = colour.alphaF()
    pairs = zip(channels(colour), channels(base), strict=True)
    return QColor(*(round(over * part + under * (1 - part)) for over, under in pairs))


def is_near(one: QColor, other: QColor, most: int = 2) -> bool:
    """Say whether two colours are the same but for rounding."""
    pairs = zip(channels(one), channels(other), strict=True)
    return all(abs(a - b) <= most for a, b in pairs)


def contrast(first: QColor, second: QColor) -> float:
    """Return the contrast ratio of two colours, 1 to 21 (WCAG 2.2)."""
    low, high = sorted((_luminance(first), _luminance(second)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
