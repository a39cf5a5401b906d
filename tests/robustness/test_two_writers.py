"""Two processes on one file: both write, each sees what the other did, and nothing is lost."""

import os
import subprocess
import sys
import time
from contextlib import ExitStack
from pathlib import Path
from random import Random

import pytest

from annotator.model.edit import Edit
from annotator.model.records import Annotation
from annotator.store.project_file import Store
from annotator.workspace.workspace import Workspace
from tests.example import DOCUMENT
from tests.robustness.second_writer import COUNTER, Writer
from tests.robustness.work import make_project, real_session

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]


def start(project: Path, count: int, seed: int) -> "subprocess.Popen[str]":
    """Start a writer; it waits for a line."""
    return subprocess.Popen(
        [
            sys.executable,
            "-m",
            "tests.robustness.second_writer",
            str(project),
            f"{count}",
            f"{seed}",
        ],
        cwd=ROOT,
        env={name: value for name, value in os.environ.items() if "COVERAGE" not in name},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def both_write(folder: Path, edits: int, capsys: pytest.CaptureFixture[str]) -> None:
    project, each = folder / "shared.annotator", edits // 2
    make_project(project)
    began = time.monotonic()
    with ExitStack() as stack:
        writers = [stack.enter_context(start(project, each, seed)) for seed in (1, 2)]
        for writer in writers:
            assert writer.stdout
            assert writer.stdout.readline() == "ready\n"
        told = [writer.communicate("go\n")[0] for writer in _started(writers)]
        assert [writer.returncode for writer in writers] == [0, 0]
    collisions = sum(int(line) for line in told)
    with Store.open(project, real_session()) as store:
        assert store.verify() == []
        marks = len(store.load(DOCUMENT.id).all(Annotation))
        counted = int(store.settings()[COUNTER])
    with capsys.disabled():
        sys.stdout.write(
            f"\n{edits} edits by two processes in {time.monotonic() - began:.0f} s: {marks} marks, "
            f"{counted} counted, {collisions} collisions settled\n"
        )
    assert (marks, counted) == (2 * (each - -(-each // 5)), 2 * -(-each // 5))
    assert collisions > 0


def _started(writers: "list[subprocess.Popen[str]]") -> "list[subprocess.Popen[str]]":
    """Let all begin before the first is waited for."""
    for writer in writers:
        assert writer.stdin
        writer.stdin.write("go\n")
        writer.stdin.flush()
    return writers


@pytest.mark.slow
def test_1000_interleaved_edits_are_all_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    both_write(tmp_path, 1000, capsys)


@pytest.mark.heavy
def test_10000_interleaved_edits_are_all_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    both_write(tmp_path, 10_000, capsys)


@pytest.mark.slow
def test_what_a_second_process_writes_reaches_the_listeners_edit_by_edit(tmp_path: Path) -> None:
    project = tmp_path / "shared.annotator"
    make_project(project)
    heard: list[Edit] = []
    with Workspace.open(project, real_session()) as workspace:
        snapshot = workspace.load(DOCUMENT.id)
        workspace.listen(heard.append)
        with start(project, 10, 3) as writer:
            assert writer.stdout
            writer.stdout.readline()
            writer.communicate("go\n")
        assert workspace.follow(workspace.news()) is False
        assert len(heard) == 10
        assert len(snapshot.all(Annotation)) == 8
        assert workspace.news() == []
        assert workspace.load(DOCUMENT.id) is snapshot
        Writer(workspace, Random(1)).mark()  # noqa: S311 - what is marked does not matter
        assert workspace.news() == []
