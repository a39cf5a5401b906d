"""How far an import is, above the transcript."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from annotator.gui.plain_text import plain_label
from annotator.model.message import _

PATIENCE = 500
"""Milliseconds before what is under way is shown."""


class ImportBar(QWidget):
    """How far an import is, and Cancel; shown once it takes longer than a moment."""

    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._text = plain_label()
        self._bar = QProgressBar()
        self._bar.setFixedWidth(200)
        self._bar.setAccessibleName(_("Import"))
        cancel = QPushButton(_("Cancel"))
        cancel.clicked.connect(lambda _on=False: self.cancelled.emit())
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 12, 4)
        row.addWidget(self._text, 1)
        row.addWidget(self._bar)
        row.addWidget(cancel)
        self._pause = QTimer(self, singleShot=True, interval=PATIENCE)
        self._pause.timeout.connect(self.show)
        self.hide()

    def begin(self, text: str) -> None:
        """Say what is under way, if it takes long."""
        self._text.setText(text)
        self._bar.setRange(0, 0)
        self._pause.start()

    def show_progress(self, done: int, total: int, name: str) -> None:
        """Show how many files of how many are done; of one it cannot be told how far it is."""
        self._bar.setRange(0, total if total > 1 else 0)
        self._bar.setValue(done)
        self._text.setText(_("Importing {name}").format(name=name))

    def end(self) -> None:
        """Go away."""
        self._pause.stop()
        self.hide()
