"""Checks the whole project file once it is open, beside the window, and says if it is damaged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from annotator.gui.polled_worker import PolledWorker
from annotator.model.message import _
from annotator.workspace.soundness import check_copy

if TYPE_CHECKING:
    from annotator.gui.dialogs import Prompts
    from annotator.workspace.workspace import Workspace

PAUSE = 3000
"""Milliseconds from opening to the check: what the person does first comes first."""


class LongCheck(QObject):
    """Has the recovery copy made at opening checked by a process of its own."""

    def __init__(self, parent: QObject, workspace: Workspace, prompts: Prompts) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._prompts = prompts
        self._worker = PolledWorker(self)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.start)
        self._pause.start()

    def start(self) -> None:
        """Begin, if there is a recovery copy."""
        copy = self._workspace.shadows.base() if self._workspace.shadows else None
        if copy is not None:
            self._worker.submit(
                check_copy, copy, done=self._tell, failed=lambda _failure: self.stop()
            )

    def stop(self) -> None:
        """Check no further."""
        self._pause.stop()
        self._worker.stop()

    def _tell(self, sentence: str) -> None:
        self.stop()
        if sentence:
            text = _("{sentence}\nSave a copy elsewhere, or open a recovery copy (File menu).")
            self._prompts.tell(_("The project file is damaged"), text.format(sentence=sentence))
