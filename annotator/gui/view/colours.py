"""The colours of the view, from the palette."""

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtGui import QColor, QPalette

from annotator.gui.contrast import KEPT, contrast, standing_out

DARK = 128
FILL_ALPHA = {False: 64, True: 60}
"""Of 255, on light and on dark: letters of all three colours can be read on every label's."""
FAINT = 1.3
"""A colour that stands out less from a light background is not seen as a fill."""
STEPS_BACK = {False: 0.25, True: 0.2}
"""How far text that nobody speaks goes towards the background."""
TOWARDS_TEXT = 0.35
"""How far speakers' names go from the accent towards the text, to be read on every fill."""


@dataclass(frozen=True, slots=True)
class ViewColours:
    """Colours for one palette."""

    base: QColor
    text: QColor
    dim: QColor
    speaker: QColor
    selection: QColor
    selected_text: QColor
    hit: QColor
    current_hit: QColor
    is_dark: bool

    def of_label(self, colour: str) -> QColor:
        """Return a label's colour so that lines in it stand out from the background."""
        return standing_out(colour, self.base)

    def fill(self, colour: str) -> QColor:
        """Return a label's colour, translucent."""
        is_seen = not self.is_dark and not _is_faint(colour, self.base.rgb())
        wanted = QColor(colour) if is_seen else self.of_label(colour)
        wanted.setAlpha(FILL_ALPHA[self.is_dark])
        return wanted


@lru_cache(KEPT)
def _is_faint(colour: str, base_rgb: int) -> bool:
    return contrast(QColor(colour), QColor.fromRgb(base_rgb)) < FAINT


def view_colours(palette: QPalette) -> ViewColours:
    """Return the view's colours for a palette."""
    base, text = palette.color(QPalette.ColorRole.Base), palette.color(QPalette.ColorRole.Text)
    is_dark = base.lightness() < DARK
    return ViewColours(
        base=base,
        text=text,
        dim=_between(text, base, STEPS_BACK[is_dark]),
        speaker=_between(palette.color(QPalette.ColorRole.Accent), text, TOWARDS_TEXT),
        selection=palette.color(QPalette.ColorRole.Highlight),
        selected_text=palette.color(QPalette.ColorRole.HighlightedText),
        hit=QColor("#4a3f12") if is_dark else QColor("#ffe9a3"),
        current_hit=QColor("#5a460c") if is_dark else QColor("#ffd166"),
        is_dark=is_dark,
    )


def _between(a: QColor, b: QColor, part: float) -> QColor:
    channels = ((a.red(), b.red()), (a.green(), b.green()), (a.blue(), b.blue()))
    return QColor(*(round(x + (y - x) * part) for x, y in channels))
