"""Watches how long the window's thread works at a stretch: no longer than a person notices.

A timer of CPU time interrupts the thread now and then and looks: which function of the program did
the event loop (or the test, in its place) call, and how much CPU time has passed since it was first
seen there. CPU time is measured, not time on the clock, so that other programs do not matter;
garbage collection is left out, since the tests' own objects make it long. On a slower machine the
limit is longer, by what a short loop takes there at its slowest moment. What is looked at is
Python: work of Qt's own that calls nothing of ours is not seen, nor is loading a library for the
first time. Where a system has no such timer nothing is watched.
"""

import gc
import inspect
import signal
import sys
import time
import traceback
from collections.abc import Mapping
from pathlib import Path
from types import FrameType

import annotator

LIMIT = 0.050
"""Seconds of CPU at a stretch."""
LOOK_EVERY = 0.005
LOOPS, LOOP_TAKES = 200_000, 0.009
"""Seconds that a loop takes where the limit holds as it is."""
UNSTEADY = 2.0
"""A machine with other work does the same in unequal times; so much more is let pass."""
TRACED = 2.5
"""Measuring coverage makes Python so many times slower."""
MAKES_A_WINDOW = frozenset({"make_window", "MainWindow.__init__", "apply_theme"})
"""What may take longer. Making the window comes before the first paint. Another theme has Qt polish
every widget anew, in one call that cannot be cut."""
PROGRAM = str(Path(annotator.__file__).parent / "gui")
TESTS = str(Path(__file__).parents[1])
STARTS_THE_LOOP = str(Path(annotator.__file__).parent / "gui" / "app.py")


class Watchdog:
    """Notes each stretch of work that was too long, with the stack at that time."""

    def __init__(self, program: str = PROGRAM) -> None:
        self.slow: list[str] = []
        self._program = program
        self._slowest = slowness()
        self._collecting, self._collected = 0.0, 0.0
        self._is_busy = False
        self._entry: FrameType | None = None
        self._began, self._is_told = 0.0, False

    def start(self) -> None:
        """Watch from now on."""
        self.slow.clear()
        if hasattr(signal, "setitimer"):
            gc.callbacks.append(self._follow_collection)
            signal.signal(signal.SIGPROF, self._look)
            signal.setitimer(signal.ITIMER_PROF, LOOK_EVERY, LOOK_EVERY)

    def stop(self) -> None:
        """Watch no more."""
        if hasattr(signal, "setitimer"):
            signal.setitimer(signal.ITIMER_PROF, 0)
            signal.signal(signal.SIGPROF, signal.SIG_IGN)
            gc.callbacks.remove(self._follow_collection)
        self._entry = None

    def _follow_collection(self, phase: str, _about: Mapping[str, int]) -> None:
        self._is_busy = phase == "start"
        if self._is_busy:
            self._collecting = time.thread_time()
        else:
            self._collected += time.thread_time() - self._collecting

    def _look(self, _signal: int, frame: FrameType | None) -> None:
        """Look at what the window's thread does; it is the one that gets the signal."""
        if self._is_busy:
            return
        now = time.thread_time() - self._collected
        entry = entry_of(frame, self._program)
        if entry is None or entry is not self._entry:
            self._entry, self._began, self._is_told = entry, now, False
        elif not self._is_told and now - self._began > LIMIT:
            self._is_told = self._tell(frame, now - self._began)

    def _tell(self, frame: FrameType | None, took: float) -> bool:
        """Note a stretch if it is too long for this machine, too; returns whether it is."""
        self._is_busy = True
        self._slowest = max(self._slowest, slowness())
        self._is_busy = False
        limit = LIMIT * self._slowest * UNSTEADY
        if took <= limit:
            return False
        stack = "".join(traceback.format_stack(frame)[-12:])
        told = f"{took * 1000:.0f} ms of CPU and going on, the limit is {limit * 1000:.0f} ms"
        self.slow.append(f"{told}\n{stack}")
        return True


def entry_of(frame: FrameType | None, program: str) -> FrameType | None:
    """Return the outermost function of the window in a stack.

    None while it makes a window, loads a library that it needs for the first time, waits for what
    a test does in a dialog, or is a generator that a test runs through without a pause.
    """
    entry = None
    while frame is not None:
        code = frame.f_code
        if code.co_filename.startswith("<frozen importlib"):
            return None
        if code.co_filename.startswith(program) and code.co_filename != STARTS_THE_LOOP:
            if code.co_qualname.rpartition("<locals>.")[2] in MAKES_A_WINDOW:
                return None
            entry = frame
        elif code.co_filename.startswith(TESTS):
            return None if entry and entry.f_code.co_flags & inspect.CO_GENERATOR else entry
        frame = frame.f_back
    return entry


def slowness() -> float:
    """Return how many times slower this machine is now than where the limit holds as it is."""
    began = time.thread_time()
    total = 0
    for number in range(LOOPS):
        total += number
    factor = max(1.0, (time.thread_time() - began) / LOOP_TAKES)
    return factor * (TRACED if "coverage" in sys.modules else 1.0)
