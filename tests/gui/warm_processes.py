"""Processes beside the window that start from one which has loaded the program already.

The window's own way loads the program anew in each, for more than half a second of CPU, and the
tests of the window start hundreds. What the processes get, do and return is the same. That the
program itself can start them is shown by the tests that run it, and by those of the worker.
"""

import multiprocessing
import os
from multiprocessing.context import BaseContext
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING or "forkserver" in multiprocessing.get_all_start_methods():
    from multiprocessing.context import ForkServerContext, ForkServerProcess

    class WarmProcess(ForkServerProcess):
        """A process with the variables of the test that starts it, not of the first one."""

        def __init__(self, *given: object, **named: object) -> None:
            super().__init__(*given, **named)  # type: ignore[arg-type]
            self._variables = dict(os.environ)

        def run(self) -> None:
            os.environ.clear()
            os.environ.update(self._variables)
            super().run()

    class WarmContext(ForkServerContext):
        """Starts processes that are warm."""

        Process = WarmProcess


def start_warm(patch: pytest.MonkeyPatch) -> None:
    """Let the worker start its processes warm, where the system can."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return
    warm = WarmContext()
    warm.set_forkserver_preload(["tests.gui.warmed"])

    def context_for(_method: str) -> BaseContext:
        return warm

    patch.setattr(multiprocessing, "get_context", context_for)
