"""Keys that stay the window's in a field of one line, which would move its cursor with them."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget


class WindowKeys(QObject):
    """Lets the fields of a window leave some keys to it; on X11 Ctrl+E is one they take."""

    def __init__(self, window: QWidget, keys: Sequence[QKeySequence]) -> None:
        super().__init__(window)
        self._window = window
        self._keys = tuple(keys)
        app = QApplication.instance()
        assert isinstance(app, QApplication)  # noqa: S101 - for the type checker
        app.focusChanged.connect(self._follow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep a field from claiming one of the keys."""
        is_asked = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if is_asked and QKeySequence(event.keyCombination()) in self._keys:  # type: ignore[attr-defined]
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        if isinstance(now, QLineEdit) and now.window() is self._window:
            now.installEventFilter(self)
