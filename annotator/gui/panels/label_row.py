"""One label in the codebook panel."""

import math

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessibleInterface,
    QColor,
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QWidget

from annotator.gui.icons import tinted
from annotator.gui.panels.swatch import draw_swatch
from annotator.gui.plain_text import set_tooltip
from annotator.model.message import _
from annotator.model.records import Label

HEIGHT = 28
KEY_WIDTH = 20
PIN = 16


class LabelRow(QWidget):
    """A key cap, a swatch, the name, and how often it is used; a click marks with it.

    Under the mouse there is a pin too, which keeps the label for every selection.
    """

    chosen = Signal(str)
    pinned = Signal(str)
    menu_requested = Signal(str, object)

    def __init__(self, label: Label, language: str) -> None:
        super().__init__()
        self.label = label
        self.name = label.name(language)
        self.uses = 0
        self.is_sticky = False
        self.accessible: QAccessibleInterface | None = None
        """What screen readers see of it, once one asks."""

        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(
            _("{label}, key {key}").format(label=self.name, key=label.key or "—")
        )
        definition = label.definitions.get(language) or label.definitions.get("en") or ""
        examples = " · ".join(label.examples)
        set_tooltip(self, "\n".join(part for part in (definition, examples) if part))
        self.setFixedHeight(HEIGHT)

    def sizeHint(self) -> QSize:
        """Return a width that most names fit in."""
        return QSize(240, HEIGHT)

    def show_uses(self, uses: int) -> None:
        """Show how many annotations carry the label."""
        if uses != self.uses:
            self.uses = uses
            self.update()

    def set_sticky(self, *, is_sticky: bool) -> None:
        """Show that every selection is marked with this label."""
        self.is_sticky = is_sticky
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the row."""
        painter = QPainter(self)
        palette, box = self.palette(), self.rect()
        self._draw_wash(painter)
        self._draw_key(painter, QRectF(12, 5, KEY_WIDTH, HEIGHT - 10))
        swatch, ground = QRectF(42, 7, 20, HEIGHT - 14), palette.color(QPalette.ColorRole.Window)
        draw_swatch(painter, swatch, self.label.kind, self.label.colour, ground)
        dim = palette.color(QPalette.ColorRole.PlaceholderText)
        ink = dim if self.label.retired else palette.color(QPalette.ColorRole.Text)
        painter.setPen(ink)
        room = QRectF(72, 0, self.pin_place().left() - 72, HEIGHT)
        name = painter.fontMetrics().elidedText(
            self.name, Qt.TextElideMode.ElideRight, int(room.width())
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, name)
        painter.setPen(dim)
        count = f"{self.uses:,}" if self.uses else ""
        painter.drawText(
            QRectF(box.width() - 52, 0, 40, HEIGHT),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight,
            count,
        )
        if self.is_sticky or self.underMouse():
            name = "pin-on" if self.is_sticky else "pin"
            ratio = math.ceil(self.devicePixelRatioF())
            painter.drawPixmap(self.pin_place(), tinted(name, ink.name(), PIN, ratio))
        painter.end()

    def pin_place(self) -> QRect:
        """Return where the pin is."""
        return QRect(self.width() - 52 - PIN, (HEIGHT - PIN) // 2, PIN, PIN)

    def _draw_wash(self, painter: QPainter) -> None:
        """Draw whether the label is kept or under the mouse, and a ring if it has the focus."""
        accent = self.palette().color(QPalette.ColorRole.Accent)
        wash = QColor(Qt.GlobalColor.transparent)
        if self.is_sticky:
            wash = QColor(accent)
            wash.setAlpha(70)
        elif self.underMouse():
            wash = self.palette().color(QPalette.ColorRole.Mid)
            wash.setAlpha(110)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(accent) if self.hasFocus() else QPen(Qt.PenStyle.NoPen))
        painter.setBrush(wash)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(4.5, 1.5, -4.5, -1.5), 4, 4)

    def _draw_key(self, painter: QPainter, box: QRectF) -> None:
        if not self.label.key:
            return
        palette = self.palette()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(
            palette.color(
                QPalette.ColorRole.Dark
                if palette.color(QPalette.ColorRole.Base).lightnessF() > 0.5  # noqa: PLR2004 - the middle of the scale
                else QPalette.ColorRole.Light
            )
        )
        painter.setBrush(palette.color(QPalette.ColorRole.Base))
        painter.drawRoundedRect(box, 3, 3)
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.label.key.upper())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Mark with the label, or keep it for every selection if the pin is clicked."""
        place = event.position().toPoint()
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(place):
            is_pin = self.pin_place().adjusted(-2, -6, 2, 6).contains(place)
            (self.pinned if is_pin else self.chosen).emit(self.label.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space mark with the label."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.chosen.emit(self.label.id)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the label's menu, after a right click or with the menu key."""
        self.menu_requested.emit(self.label.id, event.globalPos())
