"""How a label looks in lists: its colour in the shape that its kind has in the transcript."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPen, QPixmap

from annotator.gui.theme import legible
from annotator.model.records import Label, LabelKind

SIZE = QSize(20, 12)
FILL_ALPHA = 96
BAR = 4
DASHES = [1.0, 0.6]
RATIO = 2


def paint_swatch(
    painter: QPainter, box: QRect, kind: LabelKind, colour: str, palette: QPalette
) -> None:
    """Paint a claim as a fill, a figure as a bar, a topic as a dashed bar, a relation as a line."""
    strong = legible(colour, palette.color(QPalette.ColorRole.Base))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    area = QRectF(box)
    if kind is LabelKind.CLAIM:
        soft = QColor(strong)
        soft.setAlpha(FILL_ALPHA)
        painter.setPen(QPen(strong, 1))
        painter.setBrush(soft)
        painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)
    else:
        pen = QPen(strong, BAR if kind is not LabelKind.RELATION else 1.5)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if kind is LabelKind.TOPIC:
            pen.setDashPattern(DASHES)
        painter.setPen(pen)
        y = area.center().y()
        painter.drawLine(area.left(), y, area.right(), y)
        if kind is LabelKind.RELATION:
            _paint_ends(painter, area, strong)
    painter.restore()


def swatch_icon(label: Label, palette: QPalette) -> QIcon:
    """Return a label's swatch as an icon."""
    pixmap = QPixmap(SIZE * RATIO)
    pixmap.setDevicePixelRatio(RATIO)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_swatch(painter, QRect(0, 0, SIZE.width(), SIZE.height()), label.kind, label.colour, palette)
    painter.end()
    return QIcon(pixmap)


def _paint_ends(painter: QPainter, area: QRectF, colour: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    side = BAR + 1
    for x in (area.left(), area.right() - side):
        painter.drawEllipse(QRectF(x, area.center().y() - side / 2, side, side))
