"""The processes that the tests of the window start: other processes, loaded, with its variables."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from annotator.workspace.worker import Failure, Worker


@pytest.fixture
def worker() -> Iterator[Worker]:
    made = Worker()
    yield made
    made.close()


def refuse(failure: Failure) -> None:
    raise AssertionError(failure.trace)


def seen() -> tuple[int, str | None, bool, bool]:
    loaded = "annotator.checks.run" in sys.modules, "PySide6" in sys.modules
    return os.getpid(), os.environ.get("ANNOTATOR_DATA_DIR"), *loaded


def test_a_warm_process_is_another_one_with_the_variables_of_its_test(
    worker: Worker, own_home: Path, qtbot: QtBot
) -> None:
    got: list[tuple[int, str | None, bool, bool]] = []
    worker.submit(seen, done=got.append, failed=refuse)

    def is_done() -> bool:
        worker.poll()
        return bool(got)

    qtbot.waitUntil(is_done, timeout=60_000)
    process, home, loaded, with_window = got[0]
    assert process != os.getpid()
    assert home == str(own_home / "data")
    assert loaded
    assert not with_window
