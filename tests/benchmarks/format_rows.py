"""Rows of exchange formats: what writing and reading takes, and memory as documents grow."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from annotator.formats.base import Format
from annotator.formats.registry import FORMATS, format_named
from tests.benchmarks.floors import dumping
from tests.benchmarks.measuring import Row, fresh, row_of
from tests.benchmarks.projects import Size, project_of

SIZE = Size(100, 13_000, 1_000)
FEW, MANY = Size(100, 1_300, 100), Size(1_000, 1_300, 100)
FAST = {"jsonl": 3000.0, "csv": 3000.0}
BAR = 20_000.0
FLAT_MB = 16.0
"""So much more may be held with 900 documents more: their titles, ids and names of files."""


def format_rows(folder: Path, *, is_large: bool) -> Iterator[Row]:
    """Yield the rows of JSONL and CSV, or of all formats that are written."""
    floor = _floor(folder)
    for known in FORMATS:
        if known.name in FAST or (is_large and known.writes):
            yield from _speed(known, folder, floor)
            yield from _memory(known, folder, is_large=is_large)


def _floor(folder: Path) -> float:
    """Return the milliseconds that ``json.dumps`` takes for the same rows."""
    output = _output(format_named("jsonl"), folder)
    fresh("format_task", "write", "jsonl", project_of(SIZE, folder), output)
    return dumping(output.read_text(encoding="utf-8").splitlines())


def _output(known: Format, folder: Path) -> Path:
    ending = ".zip" if known.is_bundle and ".zip" in known.extensions else known.extensions[0]
    return folder / f"out{ending}"


def _run(known: Format, size: Size, folder: Path, task: str) -> Any:  # noqa: ANN401 - JSON
    output = _output(known, folder)
    if task == "write":
        output.unlink(missing_ok=True)
    return fresh("format_task", task, known.name, project_of(size, folder), output)


def _tasks(known: Format) -> tuple[str, ...]:
    reads = known.reader is not None or known.reads_itself
    return ("write", "read") if reads else ("write",)


def _speed(known: Format, folder: Path, floor: float) -> Iterator[Row]:
    tasks = (*_tasks(known), "import") if known.name in FAST else _tasks(known)
    for task in tasks:
        times = 3 if known.name in FAST else 1
        told = [_run(known, SIZE, folder, task) for _ in range(times)]
        bar = FAST.get(known.name, BAR)
        taken = [one["ms"] for one in told]
        yield row_of(f"{task} {known.name}", SIZE.name, taken, floor=floor, bar=bar)
        yield row_of(f"{task} {known.name}, CPU", SIZE.name, [one["cpu"] for one in told])


def _memory(known: Format, folder: Path, *, is_large: bool) -> Iterator[Row]:
    """Yield how much more is held with ten times the documents."""
    tasks = (*_tasks(known), "export", "import") if is_large and known.reads else _tasks(known)
    found = {}
    for size in (FEW, MANY):
        for task in tasks:
            found[task, size] = _run(known, size, folder, task)["mb"]
    for task in tasks:
        grown = found[task, MANY] - found[task, FEW]
        name = f"{FEW.name} to {MANY.name}"
        yield Row(f"{task} {known.name}, memory", name, grown, grown, "MB", bar=FLAT_MB)
