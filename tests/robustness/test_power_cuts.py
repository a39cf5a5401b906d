"""Simulated power cuts: what was acknowledged is in the file afterwards, and the file is sound.

A real ``Store`` does random work while its statements are written down; they are repeated, with
the store's own pragmas, on a disk that logs every write and sync. The disk is then cut off at
random moments, and the real ``Store`` opens what is left.
"""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from random import Random

import pytest

from annotator.model.errors import UserError
from annotator.store import guard
from annotator.store.project_file import Store
from annotator.workspace.workspace import Workspace
from tests.robustness.work import Work, make_project, real_session

apsw = pytest.importorskip("apsw", reason="needs apsw, whose files can be made to log")

from tests.robustness.cut_disk import CutDisk, LoggingDisk, Operation  # noqa: E402

pytestmark = pytest.mark.slow

STEPS = 60


@dataclass
class Recorded:
    """What a store did: the file before, its statements, and the ids it wrote."""

    before: bytes
    statements: list[str]
    acknowledged: Sequence[str]


def record(folder: Path) -> Recorded:
    """Let a real store do random work and write down what it asks SQLite for."""
    path = folder / "recorded.annotator"
    make_project(path)
    before = path.read_bytes()
    statements: list[str] = []
    with Workspace.open(path, real_session()) as workspace:
        workspace.store.tail.keeps_recent = True
        workspace.store._db.set_trace_callback(statements.append)
        work = Work(workspace, Random(11), folder)  # noqa: S311 - the same work in every run
        for _ in range(STEPS):
            work.step()
        workspace.store._db.set_trace_callback(None)
        acknowledged = [transaction.id for transaction in workspace.store.tail.all_recent()]
    once = [s for s, _again in groupby(statements)]  # a statement is told again for each trigger
    return Recorded(before, once, acknowledged)


def repeat(recorded: Recorded, folder: Path, synchronous: str) -> list[Operation]:
    """Repeat the statements on a disk that logs; returns the log."""
    path = folder / "cut.annotator"
    path.write_bytes(recorded.before)
    disk = LoggingDisk()
    db = apsw.Connection(str(path), vfs="logging-disk")
    guard.prepare(db)
    db.execute(f"PRAGMA synchronous = {synchronous}")
    written = done = 0
    for statement in recorded.statements:
        for _row in db.execute(statement):
            pass
        written += statement.startswith("INSERT INTO txn ")
        if statement == "COMMIT":
            done += written
            disk.log.append(Operation("done", "", done))
        if statement in {"COMMIT", "ROLLBACK"}:
            written = 0
    assert done == len(recorded.acknowledged)
    db.close()
    disk.unregister()
    return list(disk.log)


@dataclass
class Outcome:
    """How many power cuts there were, and after how many something was wrong."""

    cuts: int = 0
    acknowledged: int = 0
    damaged: int = 0
    lost: int = 0


def cut_often(folder: Path, synchronous: str, cuts: int) -> Outcome:
    recorded = record(folder)
    log = repeat(recorded, folder, synchronous)
    dice = Random(5)  # noqa: S311 - the same cuts in every run
    moments = sorted(dice.randrange(len(log)) for _ in range(cuts))
    outcome = Outcome()
    for done, left in _cut(recorded.before, log, moments, dice):
        place = folder / f"after{outcome.cuts}"
        place.mkdir()
        for name, content in left.items():
            (place / name).write_bytes(content)
        expected = set(recorded.acknowledged[:done])
        outcome.cuts += 1
        outcome.acknowledged += len(expected)
        try:
            with Store.open(place / "cut.annotator", real_session()) as store:
                held = {transaction.id for transaction in store.history()}
                outcome.lost += not expected <= held
                outcome.damaged += store.verify() != []
        except UserError:
            outcome.damaged += 1
    return outcome


def _cut(
    before: bytes, log: list[Operation], moments: list[int], dice: Random
) -> Iterator[tuple[int, dict[str, bytes]]]:
    """Yield what is left at each moment, and how many transactions were acknowledged by then."""
    disk, done, at = CutDisk("cut.annotator", before), 0, 0
    for moment in moments:
        for operation in log[at:moment]:
            done = operation.at if operation.verb == "done" else done
            disk.play(operation)
        at = moment
        yield done, disk.cut(dice)


def tell(capsys: pytest.CaptureFixture[str], synchronous: str, outcome: Outcome) -> None:
    with capsys.disabled():
        sys.stdout.write(f"\npower cuts with synchronous={synchronous}: {outcome}\n")


@pytest.mark.slow
def test_a_power_cut_loses_nothing_that_was_acknowledged(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    outcome = cut_often(tmp_path, "EXTRA", 200)
    tell(capsys, "EXTRA", outcome)
    assert outcome.acknowledged > outcome.cuts
    assert (outcome.damaged, outcome.lost) == (0, 0)


@pytest.mark.heavy
def test_1000_power_cuts_lose_nothing_that_was_acknowledged(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    outcome = cut_often(tmp_path, "EXTRA", 1000)
    tell(capsys, "EXTRA", outcome)
    assert (outcome.damaged, outcome.lost) == (0, 0)


@pytest.mark.slow
@pytest.mark.parametrize("synchronous", ["FULL", "OFF"])
def test_the_model_shows_what_weaker_settings_lose(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], synchronous: str
) -> None:
    outcome = cut_often(tmp_path, synchronous, 40)
    tell(capsys, synchronous, outcome)
    assert outcome.lost or outcome.damaged


def test_the_store_asks_for_the_settings_that_are_repeated_here(tmp_path: Path) -> None:
    make_project(tmp_path / "p")
    with Workspace.open(tmp_path / "p", real_session()) as workspace:
        db = workspace.store._db
        assert db.execute("PRAGMA synchronous").fetchone() == (3,)
        assert db.execute("PRAGMA journal_mode").fetchone() == ("delete",)
