"""One function on many values in several processes, the results in order and as they come."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import active_children, get_context
from multiprocessing.process import BaseProcess
from typing import TypeVar

from annotator.workspace.interrupts import interrupts_left_to_us

V = TypeVar("V")
R = TypeVar("R")
_AHEAD = 4


def in_processes(function: Callable[[V], R], values: Iterable[V], jobs: int) -> Iterator[R]:
    """Yield ``function`` of each value; only a few values for each process are held at a time.

    Function, values and results are pickled. Who stops asking stops the processes too, whatever
    they are at: they compute, and write nothing.
    """
    others = set(active_children())
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"))
    is_done = False
    try:
        waiting: deque[Future[R]] = deque()
        for value in values:
            with interrupts_left_to_us():
                waiting.append(pool.submit(function, value))
            if len(waiting) >= jobs * _AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
        is_done = True
    finally:
        if not is_done:
            _end(set(active_children()) - others)
        pool.shutdown(cancel_futures=True)


def _end(children: Iterable[BaseProcess]) -> None:
    for child in children:
        child.terminate()
