"""The colours of the view, from the palette."""

from dataclasses import dataclass

from PySide6.QtGui import QColor, QPalette

DARK = 128
DARKEST_ON_DARK = 96
FILL_ALPHA = {False: 64, True: 84}


@dataclass(frozen=True, slots=True)
class ViewColours:
    """Colours for one palette."""

    base: QColor
    text: QColor
    dim: QColor
    accent: QColor
    selection: QColor
    selected_text: QColor
    hit: QColor
    current_hit: QColor
    is_dark: bool

    def of_label(self, colour: str) -> QColor:
        """Return a label's colour so that it stands out from the background."""
        wanted = QColor(colour)
        if self.is_dark:
            return _not_dark(wanted)
        return wanted if wanted.lightness() < DARK + 40 else wanted.darker(115)

    def fill(self, colour: str) -> QColor:
        """Return a label's colour, translucent."""
        wanted = self.of_label(colour)
        wanted.setAlpha(FILL_ALPHA[self.is_dark])
        return wanted


def view_colours(palette: QPalette) -> ViewColours:
    """Return the view's colours for a palette."""
    base, text = palette.color(QPalette.ColorRole.Base), palette.color(QPalette.ColorRole.Text)
    is_dark = base.lightness() < DARK
    return ViewColours(
        base=base,
        text=text,
        dim=_between(text, base, 0.35),
        accent=palette.color(QPalette.ColorRole.Accent),
        selection=palette.color(QPalette.ColorRole.Highlight),
        selected_text=palette.color(QPalette.ColorRole.HighlightedText),
        hit=QColor("#6b5a14") if is_dark else QColor("#ffe9a3"),
        current_hit=QColor("#a8790c") if is_dark else QColor("#ffc64a"),
        is_dark=is_dark,
    )


def _not_dark(colour: QColor) -> QColor:
    """Return a colour that can be told from a dark background; black becomes grey."""
    if colour.lightness() >= DARK + 20:
        return colour
    lighter = colour.lighter(150)
    if lighter.lightness() >= DARKEST_ON_DARK:
        return lighter
    return QColor.fromHsl(colour.hslHue(), colour.hslSaturation(), DARKEST_ON_DARK)


def _between(a: QColor, b: QColor, part: float) -> QColor:
    channels = ((a.red(), b.red()), (a.green(), b.green()), (a.blue(), b.blue()))
    return QColor(*(round(x + (y - x) * part) for x, y in channels))
