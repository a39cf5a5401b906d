"""The process beside the window."""

import math
import os
import time
from collections.abc import Callable, Iterator
from multiprocessing import Pipe, connection

import pytest

from annotator.workspace.worker import Worker, serve


@pytest.fixture
def worker() -> Iterator[Worker]:
    made = Worker()
    yield made
    made.close()


def wait(worker: Worker, until: Callable[[], object]) -> None:
    deadline = time.monotonic() + 20
    while not until() and time.monotonic() < deadline:
        connection.wait([worker._pipe] if worker._pipe else [], timeout=1)
        worker.poll()
    assert until()


def refuse(text: str) -> None:
    raise AssertionError(text)


def test_a_job_is_computed_in_another_process(worker: Worker) -> None:
    got: list[int] = []
    worker.submit(os.getpid, done=got.append, failed=refuse)
    assert worker.is_busy
    wait(worker, lambda: got)
    assert got[0] != os.getpid()
    assert not worker.is_busy


def test_jobs_keep_their_order(worker: Worker) -> None:
    got: list[float] = []
    for number in (4, 9, 16):
        worker.submit(math.sqrt, number, done=got.append, failed=refuse)
    wait(worker, lambda: len(got) == 3)
    assert got == [2, 3, 4]


def test_an_error_is_told_with_its_trace_and_the_next_job_runs(worker: Worker) -> None:
    told: list[str] = []
    got: list[float] = []
    worker.submit(math.sqrt, -1, done=refuse, failed=told.append)
    worker.submit(math.sqrt, 1, done=got.append, failed=refuse)
    wait(worker, lambda: told and got)
    assert "ValueError" in told[0]


def test_a_running_job_is_killed_and_the_next_one_runs(worker: Worker) -> None:
    got: list[float] = []
    endless = worker.submit(time.sleep, 1000, done=refuse, failed=refuse)
    worker.submit(math.sqrt, 1, done=got.append, failed=refuse)
    worker.cancel(endless)
    wait(worker, lambda: got)


def test_a_waiting_job_can_be_forgotten(worker: Worker) -> None:
    got: list[float] = []
    worker.submit(math.sqrt, 4, done=got.append, failed=refuse)
    worker.cancel(worker.submit(math.sqrt, 9, done=got.append, failed=refuse))
    wait(worker, lambda: not worker.is_busy)
    assert got == [2]


def test_a_process_that_dies_is_told_and_replaced(worker: Worker) -> None:
    told: list[str] = []
    got: list[float] = []
    worker.submit(os._exit, 3, done=refuse, failed=told.append)
    wait(worker, lambda: told)
    worker.submit(math.sqrt, 4, done=got.append, failed=refuse)
    wait(worker, lambda: got)


def test_the_process_ends_quietly_if_nobody_waits_for_the_answer() -> None:
    ours, theirs = Pipe()
    ours.send((len, ("four",)))
    ours.close()
    serve(theirs)
    theirs.close()
