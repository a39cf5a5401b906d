"""A label's swatch: a fill for claims, a bar for figures, a dashed bar for topics."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from annotator.gui.contrast import standing_out
from annotator.model.kinds import LabelKind


def draw_swatch(
    painter: QPainter, box: QRectF, kind: LabelKind, colour: str, ground: QColor
) -> None:
    """Draw how marks of a label look, so that colour is never all that tells them apart.

    Lines stand out from ``ground``, which is drawn already, as they do in the text.
    """
    ink = QColor(colour) if kind is LabelKind.CLAIM else standing_out(colour, ground)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if kind is LabelKind.CLAIM:
        ink.setAlpha(110)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawRoundedRect(box.adjusted(0, 2, 0, -2), 3, 3)
        return
    y = box.center().y()
    style = Qt.PenStyle.DashLine if kind is LabelKind.TOPIC else Qt.PenStyle.SolidLine
    painter.setPen(QPen(ink, 3, style, Qt.PenCapStyle.FlatCap))
    painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))
