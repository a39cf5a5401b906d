"""One process that computes beside the window: it gets values, returns values, can be killed."""

import multiprocessing
import traceback
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any

Task = Callable[..., object]
Done = Callable[[Any], None]
Failed = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Job:
    """A function of a module with its values, and who hears of the result."""

    task: Task
    values: tuple[object, ...]
    done: Done
    failed: Failed


class Worker:
    """Runs jobs one after the other in a process of its own, started with the first job.

    Whoever owns it calls ``poll`` from time to time: results are handed over there and nowhere
    else, so that they arrive in the thread of the caller. Nothing of a project is shared with the
    process.
    """

    def __init__(self) -> None:
        self._waiting: deque[Job] = deque()
        self._running: Job | None = None
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None

    @property
    def is_busy(self) -> bool:
        """Whether a job runs or waits."""
        return self._running is not None or bool(self._waiting)

    def submit(self, task: Task, *values: object, done: Done, failed: Failed) -> Job:
        """Have ``task(*values)`` computed; both must be picklable."""
        job = Job(task, values, done, failed)
        self._waiting.append(job)
        self._start_next()
        return job

    def cancel(self, job: Job) -> None:
        """Forget a job; if it runs already, its process is killed and the next job goes on."""
        if job in self._waiting:
            self._waiting.remove(job)
        elif job is self._running:
            self.close(keep_waiting=True)
            self._start_next()

    def poll(self) -> None:
        """Hand over what is finished, and start what waits."""
        pipe, job = self._pipe, self._running
        if pipe is None or job is None or not pipe.poll():
            return
        self._running = None
        try:
            is_done, value = pipe.recv()
        except (EOFError, OSError):
            self.close(keep_waiting=True)
            is_done, value = False, "the process ended"
        self._start_next()
        (job.done if is_done else job.failed)(value)

    def close(self, *, keep_waiting: bool = False) -> None:
        """Kill the process; what runs and waits is forgotten."""
        if not keep_waiting:
            self._waiting.clear()
        self._running = None
        if self._process is not None and self._pipe is not None:
            self._process.kill()
            self._process.join()
            self._pipe.close()
        self._process = self._pipe = None

    def _start_next(self) -> None:
        if self._running is not None or not self._waiting:
            return
        if self._process is None or not self._process.is_alive():
            self.close(keep_waiting=True)
            self._start_process()
        self._running = self._waiting.popleft()
        if self._pipe is not None:
            self._pipe.send((self._running.task, self._running.values))

    def _start_process(self) -> None:
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=serve, args=(theirs,), daemon=True)
        self._process.start()
        theirs.close()


def serve(pipe: Connection) -> None:
    """Compute what comes in until the other end is gone; runs in the worker's process."""
    while True:
        try:
            task, values = pipe.recv()
        except (EOFError, OSError):
            return
        try:
            answer = True, task(*values)
        except Exception:  # noqa: BLE001 - whatever goes wrong is told to the owner
            answer = False, traceback.format_exc()
        try:
            pipe.send(answer)
        except OSError:
            return
