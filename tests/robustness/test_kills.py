"""SIGKILL at random moments: what was acknowledged is in the file, and the file is sound."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from annotator.store.project_file import Store
from tests.robustness.work import make_project, real_session

ROOT = Path(__file__).parents[2]
PER_FILE = 25
"""Kills before a new project is begun: a file that grows takes ever longer to check."""

pytestmark = [
    pytest.mark.skipif(not hasattr(os, "fork"), reason="the system cannot fork"),
    pytest.mark.slow,
]


@contextmanager
def killing(project: Path, seed: int) -> Iterator["subprocess.Popen[str]"]:
    """Run the program that forks writers and kills them, one for each line it is given."""
    arguments = [str(project), str(PER_FILE), str(seed)]
    with subprocess.Popen(
        [sys.executable, "-m", "tests.robustness.kill_server", *arguments],
        cwd=ROOT,
        env={name: value for name, value in os.environ.items() if "COVERAGE" not in name},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as server:
        yield server


def kill_and_check(project: Path, seed: int) -> tuple[int, int, int]:
    """Kill writers of one project and look after each; return acknowledged, lost, hot journals."""
    make_project(project)
    acknowledged: list[str] = []
    lost = hot = 0
    with killing(project, seed) as server:
        assert server.stdin
        assert server.stdout
        for line in server.stdout:
            acknowledged += json.loads(line)
            with Store.open(project, real_session()) as store:  # which checks all of the file
                hot += store.was_recovered
                held = [transaction.id for transaction in store.history()]
            lost += len(set(acknowledged) - set(held))
            server.stdin.write("\n")
            server.stdin.flush()
        assert server.wait() == 0
    return len(acknowledged), lost, hot


def kill_often(folder: Path, kills: int, capsys: pytest.CaptureFixture[str]) -> None:
    found = [kill_and_check(folder / f"{n}.annotator", n) for n in range(kills // PER_FILE)]
    acknowledged, lost, hot = (sum(column) for column in zip(*found, strict=True))
    with capsys.disabled():
        sys.stdout.write(
            f"\n{kills} kills: {acknowledged} changes acknowledged, {lost} lost, "
            f"{hot} hot journals left\n"
        )
    assert acknowledged > kills
    assert lost == 0
    assert hot > 0


@pytest.mark.slow
def test_no_acknowledged_change_is_lost_by_200_kills(
    folder_on_disk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kill_often(folder_on_disk, 200, capsys)


@pytest.mark.heavy
def test_no_acknowledged_change_is_lost_by_2000_kills(
    folder_on_disk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kill_often(folder_on_disk, 2000, capsys)
