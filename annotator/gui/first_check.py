"""Has a file that nobody vouches for checked beside the window, which shows it meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.gui.polled_worker import PolledWorker
from annotator.model.errors import UserError
from annotator.model.message import _
from annotator.workspace.soundness import prove_file

if TYPE_CHECKING:
    from annotator.store.vouch import Marks
    from annotator.workspace.worker import Failure
    from annotator.workspace.workspace import Workspace


class FirstCheck(QObject):
    """Opens the project's file anew once the checks have passed, to write to it if that is wanted.

    Until then nothing that the file holds is to be relied on, only its form.
    """

    passed = Signal(list)
    """What others wrote meanwhile, to be followed."""
    failed = Signal(str)

    def __init__(self, parent: QObject, workspace: Workspace) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._worker = PolledWorker(self)
        self._read_only = False
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._begin)

    def start(self, *, read_only: bool) -> None:
        """Begin with the checks; say whether the file is to be opened for reading only then.

        The process is started in an event of its own: to show the page takes long enough.
        """
        self._read_only = read_only
        self._soon.start()

    def stop(self) -> None:
        """Check no further."""
        self._soon.stop()
        self._worker.stop()

    def _begin(self) -> None:
        self._worker.submit(prove_file, self._workspace.path, done=self._open, failed=self._refuse)

    def _open(self, marks: Marks) -> None:
        self.stop()
        try:
            news = self._workspace.prove(marks, read_only=self._read_only)
        except UserError as error:
            self.failed.emit(str(error))
            return
        self.passed.emit(news)

    def _refuse(self, failure: Failure) -> None:
        self.stop()
        lost = _("The file could not be checked because of an error in the program.")
        self.failed.emit(str(failure.message or lost))
