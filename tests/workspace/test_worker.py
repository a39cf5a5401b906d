"""The process beside the window."""

import math
import os
import signal
import time
from collections.abc import Callable, Iterator
from multiprocessing import Pipe, connection
from pathlib import Path
from threading import Thread

import pytest

from annotator.model.errors import NotSavedError, UserError
from annotator.workspace.worker import Failure, Line, Told, Worker, serve


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


def refuse(failure: Failure) -> None:
    raise AssertionError(failure.trace)


def die_the_first_time(trace: Path) -> str:
    """Kill the process that runs this, unless that was done before."""
    if not trace.exists():
        trace.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return "done"


def tell_and_wait(line: Line) -> None:
    line.tell(os.getpid())
    time.sleep(1000)


def ask_twice(line: Line, question: str) -> list[str]:
    line.tell("asking")
    answers = []
    for attempt in range(2):
        try:
            answers.append(line.ask(f"{question} {attempt}"))
        except NotSavedError as error:
            answers.append(f"refused: {error}")
    return answers


def refuse_name(name: str) -> None:
    raise UserError("There is no {name}.", name=name)


def test_a_job_is_computed_in_another_process(worker: Worker) -> None:
    got: list[int] = []
    worker.submit(os.getpid, done=got.append, failed=refuse)
    assert worker.is_busy
    wait(worker, lambda: got)
    assert got[0] != os.getpid()
    assert not worker.is_busy


def survive_ctrl_c() -> str:
    """Do what a terminal does on Ctrl+C to every process that it runs."""
    os.kill(os.getpid(), signal.SIGINT)
    return "alive"


@pytest.mark.skipif(
    not hasattr(signal, "pthread_sigmask"), reason="needs signals as POSIX has them"
)
def test_ctrl_c_is_left_to_the_window(worker: Worker) -> None:
    got: list[str] = []
    worker.submit(survive_ctrl_c, done=got.append, failed=refuse)
    wait(worker, lambda: got)
    assert got == ["alive"]
    assert signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, ())


def test_jobs_keep_their_order(worker: Worker) -> None:
    got: list[float] = []
    for number in (4, 9, 16):
        worker.submit(math.sqrt, number, done=got.append, failed=refuse)
    wait(worker, lambda: len(got) == 3)
    assert got == [2, 3, 4]


def test_an_error_is_told_with_its_trace_and_the_next_job_runs(worker: Worker) -> None:
    told: list[Failure] = []
    got: list[float] = []
    worker.submit(math.sqrt, -1, done=refuse, failed=told.append)
    worker.submit(math.sqrt, 1, done=got.append, failed=refuse)
    wait(worker, lambda: told and got)
    assert "ValueError" in told[0].trace
    assert told[0].message is None


def test_what_the_user_can_mend_is_told_as_a_sentence(worker: Worker) -> None:
    told: list[Failure] = []
    worker.submit(refuse_name, "x.txt", done=refuse, failed=told.append)
    wait(worker, lambda: told)
    assert str(told[0].message) == "There is no x.txt."


def test_a_value_that_cannot_be_sent_is_an_error_of_its_job(worker: Worker) -> None:
    told: list[Failure] = []
    worker.submit(memoryview, b"12", done=refuse, failed=told.append)
    wait(worker, lambda: told)
    assert "pickle" in told[0].trace


def test_a_job_tells_on_the_way_and_asks(worker: Worker) -> None:
    heard: list[str] = []
    got: list[list[str]] = []

    def hear(value: str) -> str:
        heard.append(value)
        if value.endswith("1"):
            raise NotSavedError("The disk is full.")
        return value.upper()

    worker.submit(ask_twice, "may I", done=got.append, failed=refuse, heard=hear)
    wait(worker, lambda: got)
    assert heard == ["asking", "may I 0", "may I 1"]
    assert got == [["MAY I 0", "refused: The disk is full."]]


def test_a_question_may_take_the_job_away(worker: Worker) -> None:
    got: list[float] = []
    worker.submit(
        ask_twice, "may I", done=refuse, failed=refuse, heard=lambda _value: worker.close()
    )
    wait(worker, lambda: not worker.is_busy)
    worker.submit(math.sqrt, 4, done=got.append, failed=refuse)
    wait(worker, lambda: got)


def test_an_error_of_the_owner_ends_the_job_that_asked(worker: Worker) -> None:
    def hear(value: str) -> str:
        return str(1 / int("asking" in value and "may" not in value))

    worker.submit(ask_twice, "may I", done=refuse, failed=refuse, heard=hear)
    with pytest.raises(ZeroDivisionError):
        wait(worker, lambda: False)
    assert not worker.is_busy


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


def test_a_running_job_is_not_withdrawn_but_a_waiting_one_is(worker: Worker) -> None:
    got: list[float] = []
    running, waiting = (
        worker.submit(math.sqrt, number, done=got.append, failed=refuse) for number in (4, 9)
    )
    assert [worker.withdraw(job) for job in (running, waiting, waiting)] == [False, True, False]
    wait(worker, lambda: not worker.is_busy)
    assert got == [2]


def test_a_job_is_repeated_once_when_its_process_dies(worker: Worker, tmp_path: Path) -> None:
    got: list[object] = []
    worker.submit(die_the_first_time, tmp_path / "trace", done=got.append, failed=refuse)
    worker.submit(math.sqrt, 4, done=got.append, failed=refuse)
    wait(worker, lambda: len(got) == 2)
    assert got == ["done", 2]


def test_a_job_whose_process_dies_twice_is_given_up_and_the_next_one_runs(worker: Worker) -> None:
    told: list[Failure] = []
    got: list[float] = []
    worker.submit(os._exit, 3, done=refuse, failed=told.append)
    worker.submit(math.sqrt, 4, done=got.append, failed=refuse)
    wait(worker, lambda: told and got)
    assert "ended twice" in told[0].trace


def test_a_process_killed_in_the_middle_of_a_job_is_replaced(worker: Worker) -> None:
    heard: list[int] = []
    told: list[Failure] = []
    worker.submit(tell_and_wait, done=refuse, failed=told.append, heard=heard.append)
    wait(worker, lambda: len(heard) == 1)
    os.kill(heard[0], signal.SIGKILL)
    wait(worker, lambda: len(heard) == 2)
    os.kill(heard[1], signal.SIGKILL)
    wait(worker, lambda: told)
    assert heard[0] != heard[1]


def test_a_process_killed_between_two_jobs_is_replaced(worker: Worker) -> None:
    got: list[int] = []
    worker.submit(os.getpid, done=got.append, failed=refuse)
    wait(worker, lambda: got)
    os.kill(got[0], signal.SIGKILL)
    worker.submit(os.getpid, done=got.append, failed=refuse)
    wait(worker, lambda: len(got) == 2)
    assert got[0] != got[1]


def test_the_process_ends_quietly_if_nobody_waits_for_the_answer() -> None:
    ours, theirs = Pipe()
    process = Thread(target=serve, args=(theirs,))
    process.start()
    assert ours.recv() == (Told.LISTENING, None)
    ours.send((len, ("four",), False))
    ours.close()
    process.join(timeout=20)
    assert not process.is_alive()
    theirs.close()


def test_a_job_is_sent_when_the_process_listens_and_not_before(worker: Worker) -> None:
    """The window would wait for a process that starts, if the job is larger than a pipe holds."""
    worker._pipe, theirs = Pipe()
    worker.submit(len, "four", done=refuse, failed=refuse)
    assert not theirs.poll()
    theirs.send((Told.LISTENING, None))
    worker.poll()
    assert theirs.recv() == (len, ("four",), False)
    worker._pipe.close()
    theirs.close()
