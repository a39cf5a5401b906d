"""One process that computes beside the window: it gets values, returns values, can be killed."""

import multiprocessing
import traceback
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from time import perf_counter
from typing import Any, Never

from annotator.model.errors import UserError
from annotator.model.message import Message
from annotator.workspace.interrupts import interrupts_left_to_us

SLICE = 0.01
"""Seconds that ``poll`` hands over results before it lets its caller do something else."""


class Told(Enum):
    """What a message from the process is: it listens now, or something about the job."""

    LISTENING = "listening"
    NEWS = "news"
    QUESTION = "question"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a job came to nothing: for the log, and in a sentence if it is the user's to mend."""

    trace: str
    message: Message | None = None


Task = Callable[..., object]
Done = Callable[[Any], None]
Failed = Callable[[Failure], None]
Heard = Callable[[Any], object]


@dataclass(frozen=True, slots=True, eq=False)
class Job:
    """A function of a module with its values, and who hears of the result.

    With ``heard`` the function is called with a ``Line`` before its values, and what it tells
    there is handed to ``heard``; what that returns is the answer to a question.
    """

    task: Task
    values: tuple[object, ...]
    done: Done
    failed: Failed
    heard: Heard | None = None


class Worker:
    """Runs jobs one after the other in a process of its own, started with the first job.

    Whoever owns it calls ``poll`` from time to time: results are handed over there and nowhere
    else, so that they arrive in the thread of the caller. Nothing of a project is shared with the
    process. If the process dies, it is started again and the job repeated once, from its
    beginning: what is heard of a job may be heard again.
    """

    def __init__(self) -> None:
        self._waiting: deque[Job] = deque()
        self._running: Job | None = None
        self._repeated: Job | None = None
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None
        self._is_listening = False
        """Whether the process takes a job at once: one that starts would let a large one wait."""

    @property
    def is_busy(self) -> bool:
        """Whether a job runs or waits."""
        return self._running is not None or bool(self._waiting)

    def submit(
        self,
        task: Task,
        *values: object,
        done: Done,
        failed: Failed,
        heard: Heard | None = None,
    ) -> Job:
        """Have ``task(*values)`` computed; both must be picklable."""
        job = Job(task, values, done, failed, heard)
        self._waiting.append(job)
        self._start_next()
        return job

    def cancel(self, job: Job) -> None:
        """Forget a job; if it runs already, its process is killed and the next job goes on."""
        if not self.withdraw(job) and job is self._running:
            self.close(keep_waiting=True)
            self._start_next()

    def withdraw(self, job: Job) -> bool:
        """Forget a job that only waits; says whether it did."""
        if is_waiting := job in self._waiting:
            self._waiting.remove(job)
        return is_waiting

    def poll(self, seconds: float = SLICE) -> None:
        """Hand over what is finished, for so long at most, and start what waits."""
        end = perf_counter() + seconds
        while self._hand_over() and perf_counter() < end:
            pass

    def close(self, *, keep_waiting: bool = False) -> None:
        """Kill the process; what runs and waits is forgotten."""
        if not keep_waiting:
            self._waiting.clear()
        self._running = None
        self._drop_process()

    def _drop_process(self) -> None:
        if self._process is not None and self._pipe is not None:
            self._process.kill()
            self._process.join()
            self._pipe.close()
        self._process = self._pipe = None
        self._is_listening = False

    def _hand_over(self) -> bool:
        """Hand over one message; returns whether there was one."""
        job = self._running
        if job is None:
            return False
        try:
            if self._pipe is not None and not self._pipe.poll():
                return False
            told, value = self._pipe.recv() if self._pipe is not None else _nothing_started()
        except (EOFError, OSError):
            self._repeat_or_give_up(job)
        else:
            self._take(job, told, value)
        return True

    def _take(self, job: Job, told: Told, value: Any) -> None:  # noqa: ANN401 - what was sent
        match told:
            case Told.LISTENING:
                self._is_listening = True
                self._send(job)
            case Told.NEWS:
                self._hear(job, value)
            case Told.QUESTION:
                self._answer(job, value)
            case Told.DONE:
                self._end()
                job.done(value)
            case _:
                self._end()
                job.failed(value)

    def _hear(self, job: Job, value: object) -> object:
        return job.heard(value) if job.heard is not None else None

    def _answer(self, job: Job, question: object) -> None:
        """Answer a question, or pass on why it cannot be; a question may take away the job."""
        try:
            answer = True, self._hear(job, question)
        except UserError as error:
            answer = False, error
        except BaseException:
            self.cancel(job)
            raise
        if job is self._running and self._pipe is not None:
            try:
                self._pipe.send(answer)
            except OSError:
                return  # the process died, which the next look at the pipe tells

    def _end(self) -> None:
        self._running = self._repeated = None
        self._start_next()

    def _repeat_or_give_up(self, job: Job) -> None:
        """Do once more what the process took with it when it died; the second time, say so."""
        self.close(keep_waiting=True)
        is_first = job is not self._repeated
        self._repeated = job if is_first else None
        if is_first:
            self._waiting.appendleft(job)
        self._start_next()
        if not is_first:
            job.failed(Failure("The process ended twice while it was at this."))

    def _start_next(self) -> None:
        if self._running is not None or not self._waiting:
            return
        self._running = job = self._waiting.popleft()
        if self._is_listening:
            self._send(job)
        elif self._pipe is None:
            self._start_process()

    def _send(self, job: Job) -> None:
        try:
            if self._pipe is not None:
                self._pipe.send((job.task, job.values, job.heard is not None))
        except OSError:
            self._drop_process()  # the job is repeated or given up with the next look

    def _start_process(self) -> None:
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=serve, args=(theirs,), daemon=True)
        try:
            with interrupts_left_to_us():
                self._process.start()
        except OSError:
            self._pipe.close()
            self._process = self._pipe = None  # the job is repeated or given up
        finally:
            theirs.close()


def _nothing_started() -> Never:
    raise EOFError


class Line:
    """What a running job says to its owner before it is done."""

    def __init__(self, pipe: Connection) -> None:
        self._pipe = pipe

    def tell(self, news: object) -> None:
        """Let the owner know; it may hear of it later."""
        self._pipe.send((Told.NEWS, news))

    def ask(self, question: object) -> Any:  # noqa: ANN401 - owner and job know what they mean
        """Return the owner's answer.

        Raises:
            UserError: the owner could not do what was asked.
        """
        self._pipe.send((Told.QUESTION, question))
        is_answer, answer = self._pipe.recv()
        if not is_answer:
            raise answer
        return answer


def serve(pipe: Connection) -> None:
    """Compute what comes in until the other end is gone; runs in the worker's process."""
    try:
        pipe.send((Told.LISTENING, None))
        while True:
            task, values, has_line = pipe.recv()
            told = _computed(task, (Line(pipe), *values) if has_line else values)
            try:
                pipe.send(told)
            except OSError:
                raise
            except Exception:  # noqa: BLE001 - a value that cannot be sent
                pipe.send((Told.FAILED, Failure(traceback.format_exc())))
    except (EOFError, OSError):
        return


def _computed(task: Task, values: tuple[object, ...]) -> tuple[Told, object]:
    """Return what a task comes to; whatever goes wrong is for the owner to know."""
    try:
        return Told.DONE, task(*values)
    except UserError as error:
        return Told.FAILED, Failure(traceback.format_exc(), error.message)
    except Exception:  # noqa: BLE001 - a bug in the task ends the task only
        return Told.FAILED, Failure(traceback.format_exc())
