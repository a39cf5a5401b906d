"""Context menus: made anew each time, gone once they close."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget


def passing_menu(owner: QWidget) -> QMenu:
    """Return an empty menu that does not outlive its being shown."""
    menu = QMenu(owner)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return menu
