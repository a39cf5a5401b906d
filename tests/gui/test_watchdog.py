"""The watch over the window's thread: it sees what is slow and leaves alone what is not."""

import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

import pytest

from tests.gui import watchdog
from tests.gui.watchdog import Watchdog, entry_of, slowness

pytestmark = pytest.mark.skipif(
    not hasattr(signal, "setitimer"),
    reason="this system has no timer of CPU time",
)


@pytest.fixture
def dog(monkeypatch: pytest.MonkeyPatch) -> Watchdog:
    """Return a watch that takes this file for the program and every machine for a fast one."""
    monkeypatch.setattr(watchdog, "slowness", lambda: 1.0)
    return Watchdog(__file__)


@contextmanager
def watching(dog: Watchdog) -> Iterator[None]:
    dog.start()
    yield
    dog.stop()


def compute(seconds: float) -> None:
    began = time.thread_time()
    while time.thread_time() - began < seconds:
        pass


def test_long_work_is_told_with_its_stack(dog: Watchdog) -> None:
    with watching(dog):
        compute(1.0)
    assert dog.slow
    assert "compute" in dog.slow[0]


def test_waiting_is_not_work(dog: Watchdog) -> None:
    work = "import time\nwhile time.process_time() < 0.3: pass"
    with watching(dog):
        subprocess.run([sys.executable, "-c", work], check=True)
    assert dog.slow == []


def test_what_is_not_the_program_does_not_count(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watchdog, "slowness", lambda: 1.0)
    made = Watchdog()
    with watching(made):
        compute(0.3)
    assert made.slow == []


def test_a_slower_machine_has_a_longer_limit(
    dog: Watchdog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watchdog, "slowness", lambda: 100.0)
    with watching(dog):
        compute(0.3)
    assert dog.slow == []
    assert slowness() >= 1


def test_making_a_window_is_left_out() -> None:
    found: list[FrameType | None] = []

    def make_window() -> None:
        found.append(entry_of(sys._getframe(), __file__))

    make_window()
    assert found == [None]
