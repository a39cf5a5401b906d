"""How far two colours stand out from each other, and colours that stand out far enough."""

from functools import lru_cache

from PySide6.QtGui import QColor

KEPT = 1024
"""Colours that are kept: each box that is painted asks for one."""
SHAPES = 3.0
"""What WCAG 2.2 asks of shapes that carry meaning (1.4.11)."""
STEP = 107
"""Per cent by which a colour is made darker or lighter at a time: fine steps keep its hue."""
MIDDLE = 0.18
"""The luminance from which black stands out as far as white."""
LINEAR_BELOW = 0.04045
WHITE = 255
LIGHTER = 12
"""Of 255, added to a colour's lightness at a time."""


def contrast(one: QColor, other: QColor) -> float:
    """Return the ratio of two colours' luminance, from 1 to 21 (WCAG 2.2, contrast ratio)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def standing_out(colour: str, ground: QColor) -> QColor:
    """Return a colour, as much darker or lighter as shapes need to be seen on a background."""
    return QColor(_standing_out(colour, ground.rgb()))


@lru_cache(KEPT)
def _standing_out(name: str, ground_rgb: int) -> QColor:
    colour, ground = QColor(name), QColor.fromRgb(ground_rgb)
    is_dark = _luminance(ground) < MIDDLE
    while contrast(colour, ground) < SHAPES:
        lightness = colour.lightness()
        if is_dark:
            lightness = min(WHITE, lightness + LIGHTER)
            colour.setHsl(max(0, colour.hslHue()), colour.hslSaturation(), lightness)
        else:
            colour = colour.darker(STEP)
    return colour


def _luminance(colour: QColor) -> float:
    red, green, blue = map(_linear, (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    if channel <= LINEAR_BELOW:
        return channel / 12.92
    return float(((channel + 0.055) / 1.055) ** 2.4)
