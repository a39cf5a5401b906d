"""How the window looks: Fusion with our own light and dark colours, one accent, a 4 px grid."""

from dataclasses import dataclass, fields
from string import Template

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from annotator.resources import resource_path

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


LIGHT = Colours(
    window="#F6F6F4",
    base="#FFFFFF",
    raised="#FFFFFF",
    text="#1F2328",
    muted="#5B626C",
    border="#D9D9D4",
    hover="#ECECE8",
    accent="#2563C9",
    on_accent="#FFFFFF",
    selection="#D5E4FB",
)
DARK = Colours(
    window="#1E1F22",
    base="#17181A",
    raised="#2A2B2F",
    text="#E3E3E0",
    muted="#B3B7BD",
    border="#3A3C41",
    hover="#2C2E33",
    accent="#7AB0FF",
    on_accent="#10223D",
    selection="#2B4670",
)


def apply_theme(theme: str, *, has_shapes: bool = True) -> None:
    """Show the program ``light``, ``dark``, or as the ``system`` does, also when that changes.

    Shapes are best added once there are controls: then each is shaped once, and not anew with each
    panel that it is put into. They have to be there before anything is shown.
    """
    app = QApplication.instance()
    assert isinstance(app, QApplication)  # noqa: S101 - for the type checker
    follower = app.findChild(_Follower) or _Follower(app)
    follower.follow(theme, has_shapes=has_shapes)


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


class _Follower(QObject):
    """Paints the application anew when the system turns light or dark."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._theme = "system"
        self._painted = "", False
        self._has_shapes = True
        app.setStyle(QStyleFactory.create("Fusion"))
        app.setFont(make_font())
        app.styleHints().colorSchemeChanged.connect(self._paint)

    def follow(self, theme: str, *, has_shapes: bool) -> None:
        self._theme, self._has_shapes = theme, has_shapes
        schemes = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
        self._app.styleHints().setColorScheme(schemes.get(theme, Qt.ColorScheme.Unknown))
        self._paint()

    def _paint(self) -> None:
        by_system = self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        wants_dark = self._theme == "dark" or (self._theme != "light" and by_system)
        name = "dark" if wants_dark else "light"
        before, self._painted = self._painted, (name, self._has_shapes)
        colours = DARK if wants_dark else LIGHT
        if before[0] != name:
            self._app.setPalette(make_palette(colours))
        if self._has_shapes and before != self._painted:
            self._app.setStyleSheet(style_sheet(colours))


def style_sheet(colours: Colours) -> str:
    """Return the shapes that Fusion draws too heavily for this window, flat and on the grid."""
    values = {f.name: getattr(colours, f.name) for f in fields(colours)}
    theme = "dark" if colours is DARK else "light"
    shapes = {name: resource_path("icons", f"{name}-{theme}.svg") for name in ("chevron", "tick")}
    images = {name: path.as_posix() for name, path in shapes.items()}
    sheet = resource_path("style.qss").read_text("utf-8")
    return Template(sheet).substitute(values, **images)
