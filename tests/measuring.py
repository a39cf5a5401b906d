"""Measures coverage where it can still find something: the first moments of each test.

Tracing makes Python more than twice as slow. A long test, a table of cases or a fixture made for
many tests runs through the same lines again and again; so each of them is traced until it has used
some CPU time, and pytest's own work between them not at all. What is found is therefore a lower
bound. Only the workers of a run in several processes do this; a single process traces everything.
"""

import importlib
import os
import pkgutil
import signal
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

import coverage
import pytest

import annotator

SHARE = 0.3
"""Seconds of CPU for which a test with all its cases, or a fixture, is traced in each worker."""


class FirstMoments:
    """Goes on with a measurement for the first moments of each test and each fixture."""

    def __init__(self, measurement: coverage.Coverage, share: float = SHARE) -> None:
        self._measurement = measurement
        self._share = share
        self._left: dict[str, float] = {}
        self._is_on = True

    def begin(self) -> None:
        """Load the whole program, whose definitions are measured so, and wait for the tests."""
        load_program()
        self._stop()

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef: pytest.FixtureDef[object]) -> Iterator[None]:
        with self.measured(f"{fixturedef.baseid} {fixturedef.argname}"):
            return (yield)

    @pytest.hookimpl(wrapper=True)
    def pytest_pyfunc_call(self, pyfuncitem: pytest.Function) -> Iterator[None]:
        with self.measured(pyfuncitem.nodeid.partition("[")[0]):
            return (yield)

    def pytest_sessionfinish(self) -> None:
        """Write what was found now: a worker may be ended before its exit would do it."""
        self._stop()
        self._measurement.save()

    @contextmanager
    def measured(self, name: str) -> Iterator[None]:
        """Trace until what has this name has used up its share; not beside another one."""
        left = self._left.get(name, self._share)
        if self._is_on or not left:
            yield
            return
        before = signal.signal(signal.SIGVTALRM, self._end)
        self._is_on = True
        self._measurement.start()
        os.environ.pop("COVERAGE_PROCESS_CONFIG", None)  # which asks to measure processes, too
        signal.setitimer(signal.ITIMER_VIRTUAL, left)
        try:
            yield
        finally:
            self._left[name], _ = signal.setitimer(signal.ITIMER_VIRTUAL, 0)
            self._stop()
            signal.signal(signal.SIGVTALRM, before)

    def _end(self, _signal: int, _frame: FrameType | None) -> None:
        self._stop()

    def _stop(self) -> None:
        if self._is_on:
            self._is_on = False
            self._measurement.stop()


def load_program() -> None:
    """Import every module of the program; what one warns of is an error, as in the tests."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for module in pkgutil.walk_packages(annotator.__path__, "annotator."):
            importlib.import_module(module.name)
