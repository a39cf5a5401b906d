"""The least that the disk and JSON take, measured in the same run."""

import json
import sqlite3
from pathlib import Path

from tests.benchmarks.measuring import times


def commits(folder: Path, count: int) -> list[float]:
    """Return the times of bare commits of one row with the journal that the program uses."""
    path = folder / "floor.sqlite"
    path.unlink(missing_ok=True)
    db = sqlite3.connect(path, isolation_level=None)
    db.execute("PRAGMA journal_mode = DELETE")
    db.execute("PRAGMA synchronous = EXTRA")
    db.execute("CREATE TABLE t (body TEXT)")
    taken = times(lambda: db.execute("INSERT INTO t VALUES (?)", ("x" * 400,)), count)
    db.close()
    path.unlink()
    return taken


def dumping(lines: list[str]) -> float:
    """Return the milliseconds that writing so many JSON values as text takes."""
    values = [json.loads(line) for line in lines]
    return min(times(lambda: [json.dumps(value, ensure_ascii=False) for value in values], 1))
