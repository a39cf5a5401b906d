"""What all tests share: a home of their own, and which tests wait for ``--all``."""

import gc
import os
import shutil
import signal
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import coverage
import hypothesis
import pytest

from tests.measuring import FirstMoments

SELDOM = 10_000, 50, 50
"""When the garbage collector looks: it goes through all the tests themselves each time."""

MEMORY, ROOM = Path("/dev/shm"), 2 << 30  # noqa: S108 - pytest makes a folder of its own there
"""A file system in memory, where there is one, and how much room the tests want there."""
DISK = "TESTS_TEMPORARY_FILES_ON_DISK"
"""The variable that says where those go that shall wait."""

hypothesis.settings.register_profile("light", max_examples=25, deadline=None)
hypothesis.settings.register_profile("all", max_examples=200, deadline=None)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--all", action="store_true", help="also run the heavy tests")


def pytest_configure(config: pytest.Config) -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    _write_into_memory()
    gc.set_threshold(*SELDOM)
    _hear_interrupts()
    hypothesis.settings.load_profile("all" if config.getoption("--all") else "light")
    if hasattr(config, "workerinput"):
        _measure_no_further()
        _measure_first_moments(config)


def _write_into_memory() -> None:
    """Put temporary files where none waits for a disk: projects are synchronised all the time."""
    if "TMPDIR" in os.environ or not MEMORY.is_dir():
        return
    if os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ROOM:
        os.environ[DISK] = tempfile.gettempdir()
        os.environ["TMPDIR"] = str(MEMORY)
        tempfile.tempdir = None


def _hear_interrupts() -> None:
    """Undo what a shell does to what it starts in the background: its children ignore Ctrl+C."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def _measure_no_further() -> None:
    """Let the processes that tests start run without coverage: hundreds would each load it."""
    for name in [name for name in os.environ if name.startswith("COVERAGE_PROCESS")]:
        del os.environ[name]


def _measure_first_moments(config: pytest.Config) -> None:
    """Measure each test for its first moments only, where it is measured and a timer is there."""
    measurement = coverage.Coverage.current()
    if measurement and hasattr(signal, "setitimer"):
        moments = FirstMoments(measurement)
        config.pluginmanager.register(moments)
        moments.begin()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--all"):
        return
    left_out = pytest.mark.skip(reason="heavy: run with --all")
    for item in items:
        if "heavy" in item.keywords:
            item.add_marker(left_out)


def pytest_collection_finish() -> None:
    """Keep the garbage collector from the tests themselves, of which none becomes garbage."""
    gc.freeze()


@pytest.fixture
def folder_on_disk() -> Iterator[Path]:
    """Return a folder whose files wait for the disk, for what may happen meanwhile."""
    with tempfile.TemporaryDirectory(dir=os.environ.get(DISK)) as folder:
        yield Path(folder)


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Return the names of homes: one for each test, in a folder of their own.

    Pytest looks through all folders beside a new one, which takes ever longer.
    """
    folder = tmp_path_factory.mktemp("homes")
    return (folder / str(number) for number in count())


@pytest.fixture(autouse=True)
def own_home(homes: Iterator[Path]) -> Iterator[Path]:
    """Keep the tests out of the user's folders."""
    home = next(homes)
    home.mkdir()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ANNOTATOR_DATA_DIR", str(home / "data"))
        patch.setenv("ANNOTATOR_CONFIG_DIR", str(home / "config"))
        yield home
