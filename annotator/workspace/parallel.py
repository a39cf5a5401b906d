"""One function on many values in several processes, the results in order and as they come."""

import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from typing import TypeVar

V = TypeVar("V")
R = TypeVar("R")
_AHEAD = 4


def in_processes(function: Callable[[V], R], values: Iterable[V], jobs: int) -> Iterator[R]:
    """Yield ``function`` of each value; only a few values for each process are held at a time.

    Function, values and results are pickled. Who stops asking stops the processes too, which end
    what they are at.
    """
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"))
    try:
        waiting: deque[Future[R]] = deque()
        for value in values:
            with interrupts_left_to_us():
                waiting.append(pool.submit(function, value))
            if len(waiting) >= jobs * _AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)


@contextmanager
def interrupts_left_to_us() -> Iterator[None]:
    """Let processes that start meanwhile pass over Ctrl+C, which reaches all that a terminal runs.

    They inherit that from the first moment on, and say nothing when the program is stopped; one
    that comes in here is heard right afterwards.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
