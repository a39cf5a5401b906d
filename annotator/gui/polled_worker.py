"""The worker as the window owns it: looked at while it is busy, and at no other time."""

from __future__ import annotations

import logging
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from annotator.workspace.worker import Done, Failed, Failure, Heard, Job, Task, Worker

POLL = 2
"""Milliseconds between two looks: a job that asks waits for its answer."""
REST = 50
"""Milliseconds: so long nothing is handed over after the user did something."""
LOGGER = logging.getLogger("annotator.beside")


class PolledWorker(QObject):
    """Has jobs computed beside the window; writes into the log why one came to nothing."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, interval=POLL)
        self._timer.timeout.connect(self._look)

    @cached_property
    def _worker(self) -> Worker:
        """The worker, loaded with its first job."""
        from annotator.workspace.worker import Worker

        return Worker()

    @property
    def is_busy(self) -> bool:
        """Whether a job runs or waits."""
        return "_worker" in vars(self) and self._worker.is_busy

    def submit(
        self,
        task: Task,
        *values: object,
        done: Done,
        failed: Failed,
        heard: Heard | None = None,
    ) -> Job:
        """Have ``task(*values)`` computed; ``failed`` is for what the panel says then."""

        def log_and_tell(failure: Failure) -> None:
            if failure.message is not None:
                LOGGER.info("%s: %s", task.__name__, failure.message)
            else:
                LOGGER.error("%s came to nothing.\n%s", task.__name__, failure.trace)
            failed(failure)

        self._timer.start()
        return self._worker.submit(task, *values, done=done, failed=log_and_tell, heard=heard)

    def cancel(self, job: Job) -> None:
        """Forget a job; if it runs already, its process is killed."""
        self._worker.cancel(job)

    def withdraw(self, job: Job) -> bool:
        """Forget a job that only waits; says whether it did."""
        return self._worker.withdraw(job)

    def stop(self) -> None:
        """Kill the process; what runs and waits is forgotten."""
        self._timer.stop()
        if "_worker" in vars(self):
            self._worker.close()

    def rest(self) -> None:
        """Hand over nothing for a moment, so that what the user did is painted first.

        It is no longer if it is asked for again meanwhile, as by an import.
        """
        if self._timer.isActive() and self._timer.interval() != REST:
            self._timer.start(REST)

    def _look(self) -> None:
        if self._timer.interval() != POLL:
            self._timer.setInterval(POLL)
        self._worker.poll()
        if not self._worker.is_busy:
            self._timer.stop()
