"""A worker without a process: a test says when a job is done, and whether it only waited."""

from PySide6.QtCore import QObject

from annotator.gui.polled_worker import PolledWorker
from annotator.workspace.worker import Done, Failed, Heard, Job, Task


class ByHand(PolledWorker):
    """Keeps the jobs that are handed over, and those that are taken back."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.jobs: list[Job] = []
        self.killed: list[Job] = []
        self.lets_wait = False
        """Whether what is handed over only waits."""
        self.has_other_work = False
        """Whether somebody else's jobs are being computed."""

    @property
    def is_busy(self) -> bool:
        return self.has_other_work

    def submit(
        self, task: Task, *values: object, done: Done, failed: Failed, heard: Heard | None = None
    ) -> Job:
        self.jobs.append(Job(task, values, done, failed, heard))
        return self.jobs[-1]

    def withdraw(self, _job: Job) -> bool:
        return self.lets_wait

    def cancel(self, job: Job) -> None:
        self.killed.append(job)
