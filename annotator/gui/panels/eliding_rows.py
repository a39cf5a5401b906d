"""Rows of a list that give way to the room there is, so that no list scrolls sideways."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem


class ElidingRows(QStyledItemDelegate):
    """Draws rows as wide as the list; a text that is too long is cut in its middle."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the height of a row; its width is that of the list."""
        return QSize(1, super().sizeHint(option, index).height())


def elide_rows(rows: QListView) -> None:
    """Let a list shorten what is too long for it.

    Titles of one series begin alike, what tells them apart stands at the end: a day, a version.
    """
    rows.setItemDelegate(ElidingRows(rows))
    rows.setTextElideMode(Qt.TextElideMode.ElideMiddle)
