"""A program that is told to end closes its window and its project."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

PATIENCE = 120


@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends a process without telling it")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_closes_the_project_like_the_button(
    qtbot: QtBot, tmp_path: Path, number: int
) -> None:
    own = {"ANNOTATOR_DATA_DIR": str(tmp_path / "d"), "ANNOTATOR_CONFIG_DIR": str(tmp_path / "c")}
    process = subprocess.Popen(
        [sys.executable, "-m", "annotator", "--sample", "en"],
        env={**os.environ, **own, "QT_QPA_PLATFORM": "offscreen"},
    )
    try:
        qtbot.waitUntil(lambda: _is_open(tmp_path), timeout=PATIENCE * 1000)
        process.send_signal(number)
        assert process.wait(PATIENCE) == 0
    finally:
        process.kill()
    assert not list(tmp_path.glob("d/open/*.json"))


def _is_open(folder: Path) -> bool:
    """Say whether the project is open: its first recovery copy is made."""
    return bool(list(folder.glob("d/recovery/*/*.annotator")))
