"""Forks writers, kills each with SIGKILL while it works, and tells what each had acknowledged.

A program of its own: it has loaded everything when it forks, so that a writer starts within a
millisecond, and it has one thread. Arguments: project, kills, seed. One line per kill: the ids of
the transactions that were in the file when ``apply`` returned.
"""

import json
import os
import signal
import sys
import time
from pathlib import Path
from random import Random
from typing import NoReturn

from annotator.workspace.workspace import Workspace
from tests.robustness.work import Work, real_session

MOST, LONGEST = 6, 0.02
"""A writer is killed after fewer changes than that, and so many seconds more at most."""


def main() -> None:
    """Kill as often as asked."""
    project, kills, seed = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    dice = Random(seed)  # noqa: S311 - the same moments in every run
    for number in range(kills):
        acknowledged = _kill_one(project, dice, seed * 100_000 + number)
        sys.stdout.write(json.dumps(acknowledged) + "\n")
        sys.stdout.flush()
        sys.stdin.readline()


def _kill_one(project: Path, dice: Random, seed: int) -> list[str]:
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _write(project, writing, seed)
    os.close(writing)
    told, wanted = b"", dice.randrange(MOST)
    while told.count(b"\n") < wanted or not told:
        told += os.read(reading, 1 << 10)
    time.sleep(dice.random() * LONGEST)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    while more := os.read(reading, 1 << 16):
        told += more
    os.close(reading)
    assert told[:1] == b"+"
    return told[1:].decode().split()


def _write(project: Path, writing: int, seed: int) -> NoReturn:
    workspace = Workspace.open(project, real_session())
    work = Work(workspace, Random(seed), project.parent)  # noqa: S311 - as above
    os.write(writing, b"+")
    while True:
        if work.step():
            os.write(writing, f"{workspace.store.tail.last}\n".encode())


if __name__ == "__main__":
    main()
