"""How far the comparison of all documents is, and what to do about it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from annotator.gui.plain_text import plain_label
from annotator.model.message import _, fill
from annotator.workspace.checking_all import AllChecks, HowFar


class CheckProgress(QWidget):
    """Says what is compared, with Cancel meanwhile and "Check again" afterwards."""

    cancelled = Signal()
    again_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.text = plain_label()
        self.bar = QProgressBar()
        self.bar.setFixedWidth(160)
        self.bar.setAccessibleName(_("Comparison of all documents"))
        self.cancel = QPushButton(_("Cancel"))
        self.cancel.clicked.connect(lambda _on=False: self.cancelled.emit())
        self.again = QPushButton(_("Check again"))
        self.again.clicked.connect(lambda _on=False: self.again_requested.emit())
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 6)
        row.setSpacing(8)
        row.addWidget(self.text, 1)
        for part in (self.bar, self.cancel, self.again):
            row.addWidget(part)
        self._show_running(is_running=False)

    def begin(self) -> None:
        """Say that it has begun."""
        self.text.setText(_("Looking for documents that changed…"))
        self.bar.setRange(0, 0)
        self._show_running(is_running=True)

    def show_progress(self, progress: HowFar) -> None:
        """Show how far it is."""
        values: dict[str, str | int] = {"done": progress.done, "total": progress.total}
        text = _("Reading documents: {done} of {total}")
        if progress.is_comparing:
            text = _("Comparing figures: {done} of {total} pairs")
        self.text.setText(fill(text, values))
        self.bar.setRange(0, progress.total)
        self.bar.setValue(progress.done)

    def show_end(self, result: AllChecks) -> None:
        """Say what was compared, and how much of what was found is on show."""
        count = {"documents": result.documents, "total": result.total, "shown": len(result.found)}
        text = _("{documents} {documents|document|documents} compared.")
        if result.total > len(result.found):
            text = _("{documents} documents compared; the first {shown} of {total} checks.")
        self.say(fill(text, count))

    def say(self, sentence: str) -> None:
        """Say why nothing runs."""
        self.text.setText(sentence)
        self._show_running(is_running=False)

    def _show_running(self, *, is_running: bool) -> None:
        self.bar.setVisible(is_running)
        self.cancel.setVisible(is_running)
        self.again.setVisible(not is_running)
