"""Ctrl+C for the program alone, not for the processes that compute beside it."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager


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
