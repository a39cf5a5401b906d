"""What stands in the place of the transcript while a project has none."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotator.gui.panels.tab_order import tab_after
from annotator.gui.plain_text import heading, hint
from annotator.model.message import _

WIDTH = 420


class EmptyMiddle(QWidget):
    """Covers a view and says what to do; hidden as soon as there is a document."""

    import_requested = Signal()
    paste_requested = Signal()

    def __init__(self, view: QAbstractScrollArea) -> None:
        super().__init__(view)
        self.setAutoFillBackground(True)
        inner = QWidget()
        inner.setMaximumWidth(WIDTH)
        column = QVBoxLayout(inner)
        column.setSpacing(12)
        column.addWidget(heading(_("No transcripts yet")))
        text = _(
            "Import transcripts or annotated files, paste a transcript that you have copied, or "
            "drop files on this window. Text, web pages, Word, PDF, subtitles and archives of "
            "them are read; turns, language, title and date are found."
        )
        column.addWidget(hint(text, wraps=True))
        buttons = QHBoxLayout()
        for name, slot in (
            (_("Import…"), self.import_requested),
            (_("Paste transcript"), self.paste_requested),
        ):
            button = QPushButton(name)
            button.clicked.connect(lambda _on=False, slot=slot: slot.emit())
            buttons.addWidget(button)
        buttons.addStretch(1)
        column.addLayout(buttons)
        row = QHBoxLayout(self)
        row.addStretch(1)
        row.addWidget(inner, 8, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        view.installEventFilter(self)
        self._view = view
        self._bar = view.verticalScrollBarPolicy()
        self.resize(view.size())
        tab_after(view, self)

    def showEvent(self, event: QShowEvent) -> None:
        """Take the keys that would go to a text that is not there."""
        self._view.setFocusProxy(self.findChildren(QPushButton)[0])
        self._view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave them to the view again, and let it scroll."""
        self._view.setVerticalScrollBarPolicy(self._bar)
        focused = self.window().focusWidget()
        had_focus = bool(focused) and self.isAncestorOf(focused)
        self._view.setFocusProxy(None)  # type: ignore[arg-type]
        if had_focus:
            self._view.setFocus()
        super().hideEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the view."""
        if event.type() == QEvent.Type.Resize and watched is self._view:
            self.resize(self._view.size())
        return super().eventFilter(watched, event)
