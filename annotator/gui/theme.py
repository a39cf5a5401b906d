"""How the window looks: Fusion with our own light and dark colours, one accent, a 4 px grid."""

from dataclasses import dataclass, fields
from string import Template

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from annotator.gui.icons import icon_path

GRID = 4
"""All distances are multiples of this, in device-independent pixels."""
CONTRAST = 3.0
"""What WCAG 2.2, criterion 1.4.11, asks of shapes that carry meaning."""
HAN_FONTS = (
    "PingFang SC",
    "Microsoft YaHei UI",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "WenQuanYi Micro Hei",
)
LATIN_FONTS = ("Inter", "Noto Sans", "DejaVu Sans")

OKABE_ITO = {
    "blue": "#0072B2",
    "sky": "#56B4E9",
    "green": "#009E73",
    "yellow": "#F0E442",
    "orange": "#E69F00",
    "vermilion": "#D55E00",
    "purple": "#CC79A7",
    "grey": "#999999",
}
"""Colours that colour-blind readers can tell apart (Okabe and Ito, 2008)."""


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours of one theme, as #RRGGBB."""

    window: str
    base: str
    raised: str
    text: str
    muted: str
    border: str
    hover: str
    accent: str
    on_accent: str
    selection: str
    danger: str


LIGHT = Colours(
    window="#F6F6F4",
    base="#FFFFFF",
    raised="#FFFFFF",
    text="#1F2328",
    muted="#646B75",
    border="#D9D9D4",
    hover="#ECECE8",
    accent="#2563C9",
    on_accent="#FFFFFF",
    selection="#D5E4FB",
    danger="#B42318",
)
DARK = Colours(
    window="#1E1F22",
    base="#17181A",
    raised="#2A2B2F",
    text="#E3E3E0",
    muted="#9DA1A8",
    border="#3A3C41",
    hover="#2C2E33",
    accent="#7AB0FF",
    on_accent="#10223D",
    selection="#2B4670",
    danger="#FF8A80",
)


def apply_theme(theme: str) -> None:
    """Show the program ``light``, ``dark``, or as the ``system`` does, also when that changes."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)  # noqa: S101 - for the type checker
    follower = app.findChild(_Follower) or _Follower(app)
    follower.follow(theme)


def is_dark(palette: QPalette) -> bool:
    """Say whether text on this palette is lighter than its background."""
    base, text = palette.color(QPalette.ColorRole.Base), palette.color(QPalette.ColorRole.Text)
    return base.lightness() < text.lightness()


def colours_of(palette: QPalette) -> Colours:
    """Return the theme that a palette belongs to."""
    return DARK if is_dark(palette) else LIGHT


def make_palette(colours: Colours) -> QPalette:
    """Return Qt's palette for a theme."""
    role = QPalette.ColorRole
    palette = QPalette()
    for roles, colour in (
        ((role.Window, role.ToolTipBase, role.AlternateBase), colours.window),
        ((role.Base,), colours.base),
        ((role.Button, role.Light, role.Midlight), colours.raised),
        (
            (role.WindowText, role.Text, role.ButtonText, role.ToolTipText, role.BrightText),
            colours.text,
        ),
        ((role.PlaceholderText,), colours.muted),
        ((role.Mid, role.Dark, role.Shadow), colours.border),
        ((role.Highlight,), colours.selection),
        ((role.HighlightedText,), colours.text),
        ((role.Accent, role.Link, role.LinkVisited), colours.accent),
    ):
        for each in roles:
            palette.setColor(each, QColor(colour))
    dim = QColor(colours.muted)
    for each in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, each, dim)
    return palette


def make_font() -> QFont:
    """Return the system's font, with fonts behind it that have Chinese glyphs of the mainland."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    families = [family for family in font.families() if family] or list(LATIN_FONTS)
    known = set(QFontDatabase.families())
    if not known.intersection(families):
        families = list(LATIN_FONTS)
    font.setFamilies([*families, *(family for family in HAN_FONTS if family in known)])
    return font


def legible(colour: str, background: QColor) -> QColor:
    """Return a label's colour, made darker or lighter until it stands out from a background.

    The hue stays, so that the colours of a codebook are the same ones in both themes.
    """
    wanted = QColor(colour)
    step = 4 if background.lightnessF() < 0.5 else -4  # noqa: PLR2004 - the middle of the scale
    while contrast(wanted, background) < CONTRAST and 0 < wanted.lightness() + step < 255:  # noqa: PLR2004 - the scale of Qt
        hue, saturation, lightness, _alpha = wanted.getHsl()
        wanted = QColor.fromHsl(hue, saturation, max(0, min(255, lightness + step)))
    return wanted


def contrast(first: QColor, second: QColor) -> float:
    """Return the contrast ratio of two colours, 1 to 21 (WCAG 2.2)."""
    low, high = sorted((_luminance(first), _luminance(second)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)  # noqa: PLR2004 - the sRGB curve
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


class _Follower(QObject):
    """Paints the application anew when the system turns light or dark."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._theme = "system"
        self._painted = ""
        app.setStyle(QStyleFactory.create("Fusion"))
        app.setFont(make_font())
        app.styleHints().colorSchemeChanged.connect(self._paint)

    def follow(self, theme: str) -> None:
        self._theme = theme
        schemes = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
        self._app.styleHints().setColorScheme(schemes.get(theme, Qt.ColorScheme.Unknown))
        self._paint()

    def _paint(self) -> None:
        by_system = self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        wants_dark = self._theme == "dark" or (self._theme != "light" and by_system)
        name = "dark" if wants_dark else "light"
        if name == self._painted:
            return
        self._painted = name
        colours = DARK if wants_dark else LIGHT
        self._app.setPalette(make_palette(colours))
        self._app.setStyleSheet(style_sheet(colours))


def style_sheet(colours: Colours) -> str:
    """Return the shapes that Fusion draws too heavily for this window, flat and on the grid."""
    values = {f.name: getattr(colours, f.name) for f in fields(colours)}
    name = "chevron-dark" if colours is DARK else "chevron-light"
    return Template(_SHEET).substitute(values, chevron=icon_path(name).as_posix())


_SHEET = """
QLineEdit, QPlainTextEdit, QComboBox {
  background: $base; color: $text; border: 1px solid $border; border-radius: 4px;
  padding: 2px 6px; selection-background-color: $selection; selection-color: $text;
}
QLineEdit, QComboBox { min-height: 20px; }
QPlainTextEdit { padding: 2px; }
QLineEdit:hover, QPlainTextEdit:hover, QComboBox:hover { border-color: $muted; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus { border: 1px solid $accent; }
QLineEdit[invalid="true"], QPlainTextEdit[invalid="true"] { border-color: $danger; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled { color: $muted; background: $window; }
QLineEdit:read-only { background: $window; }
QComboBox::drop-down { border: 0; width: 20px; }
QComboBox::down-arrow { image: url("$chevron"); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: $raised; border: 1px solid $border; outline: 0; padding: 4px; }
QPushButton {
  background: $raised; color: $text; border: 1px solid $border; border-radius: 4px;
  padding: 4px 12px; min-height: 18px;
}
QPushButton:hover { background: $hover; }
QPushButton:focus { border-color: $accent; }
QPushButton:default, QPushButton[primary="true"] {
  background: $accent; color: $on_accent; border-color: $accent;
}
QPushButton:disabled { color: $muted; background: $window; border-color: $border; }
QPushButton[flat="true"] { border: 1px solid transparent; background: transparent; padding: 4px 8px; }
QPushButton[flat="true"]:hover { background: $hover; }
QPushButton[flat="true"]:focus { border-color: $accent; }
QToolButton { border: 1px solid transparent; border-radius: 4px; padding: 3px; background: transparent; }
QToolButton:hover { background: $hover; }
QToolButton:checked { background: $selection; }
QToolButton:focus { border-color: $accent; }
QToolButton::menu-indicator { image: none; }
QLabel[role="heading"] { font-weight: 600; }
QLabel[role="muted"] { color: $muted; }
QLabel[role="error"] { color: $danger; }
QLabel[role="title"] { font-size: 22px; font-weight: 600; }
QFrame[role="rule"] { background: $border; border: 0; max-height: 1px; min-height: 1px; }
QScrollArea, QAbstractItemView { border: 0; outline: 0; }
QListView, QTreeView, QTableView { background: $base; }
QTableView { gridline-color: $border; selection-background-color: $selection; selection-color: $text; }
QHeaderView::section {
  background: $window; color: $muted; border: 0; border-bottom: 1px solid $border; padding: 4px 8px;
}
QTableCornerButton::section { background: $window; border: 0; }
QSplitter::handle { background: $border; }
QMenuBar { background: $window; border-bottom: 1px solid $border; }
QMenuBar::item { background: transparent; padding: 4px 8px; }
QMenuBar::item:selected { background: $hover; border-radius: 4px; }
QMenu { background: $raised; border: 1px solid $border; padding: 4px; }
QMenu::item { padding: 4px 24px 4px 24px; border-radius: 4px; }
QMenu::item:selected { background: $selection; color: $text; }
QMenu::item:disabled { color: $muted; }
QMenu::separator { height: 1px; background: $border; margin: 4px 8px; }
QToolTip { background: $raised; color: $text; border: 1px solid $border; padding: 4px 8px; }
QStatusBar { background: $window; border-top: 1px solid $border; color: $muted; }
QStatusBar::item { border: 0; }
QProgressBar { background: $hover; border: 0; border-radius: 2px; max-height: 4px; min-height: 4px; }
QProgressBar::chunk { background: $accent; border-radius: 2px; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $border; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
"""
