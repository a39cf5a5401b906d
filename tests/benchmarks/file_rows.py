"""Rows of files: figures suggested, exports, projects of many documents, sizes."""

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

from annotator.suggest.figures import suggest_figures
from tests.benchmarks.file_task import BEGUN
from tests.benchmarks.floors import commits, dumping
from tests.benchmarks.measuring import ROOT, Row, fresh, row_of
from tests.benchmarks.projects import Size, project_of, transcript

EXPORTS = (Size(100, 13_000, 1_000), Size(1_000, 1_300, 100))
MANY = Size(10_000, 1_300, 100)
TIMES = 40
READ = 200_000


def figure_rows(folder: Path, *, is_large: bool) -> Iterator[Row]:
    """Yield how many characters are searched for figures in a second."""
    del folder, is_large
    text = transcript(READ, Random(5))  # noqa: S311 - the same text in every run
    rates, count = [], 0
    for _number in range(5):
        began = time.perf_counter()
        count = sum(1 for _figure in suggest_figures(text))
        rates.append(len(text) / (time.perf_counter() - began))
        assert count > 0
    size = f"{len(text)} characters, {count} figures"
    yield row_of("figures suggested", size, rates, unit="chars/s", bar=500_000.0, is_rate=True)


def export_rows(folder: Path, *, is_large: bool) -> Iterator[Row]:
    """Yield the export of 100,000 annotations in few and in many documents."""
    del is_large
    for size in EXPORTS:
        output = folder / "out.jsonl"
        told = [fresh("file_task", "export", project_of(size, folder), output) for _ in range(3)]
        floor = dumping(output.read_text(encoding="utf-8").splitlines())
        taken = [one["ms"] for one in told]
        yield row_of("export as JSONL", size.name, taken, floor=floor, bar=3000.0)
        yield row_of("export as JSONL, memory", size.name, [x["mb"] for x in told], unit="MB")
        output.unlink()


def size_rows(folder: Path, *, is_large: bool) -> Iterator[Row]:
    """Yield the bytes of a file for each annotation, its quote and text left out."""
    sizes = (EXPORTS[0], *((MANY,) if is_large else ()))
    for size in sizes:
        plain = project_of(Size(size.documents, size.characters, 0), folder).stat().st_size
        count = size.documents * size.annotations
        quotes = 16 * 2.6
        grown = (project_of(size, folder).stat().st_size - plain) / count - quotes
        yield Row("file size, imported in bulk", size.name, grown, grown, "B/annotation", bar=350.0)


def many_rows(folder: Path, *, is_large: bool) -> Iterator[Row]:
    """Yield what is done in a project of many documents."""
    bars = {"open": 2000.0, "document": 300.0, "window of the table": 20.0, "tag": 50.0}
    small, middle = Size(1, 1_300, 100), Size(100, 1_300, 100)
    for size in (small, middle, *((MANY,) if is_large else ())):
        told = fresh("file_task", "large", project_of(size, folder), TIMES)
        commit = sorted(commits(folder, TIMES))[TIMES // 2]
        for what, taken in told.items():
            name = f"project of many: {what}"
            if what == "memory":
                yield Row(name, size.name, taken, taken, "MB", bar=400.0)
                continue
            floor = commit if what in {"tag", "undo"} else None
            bar = bars.get(what)
            yield row_of(name, size.name, taken, floor=floor, bar=bar, bar_is_p95=what == "tag")


def busy_rows(folder: Path, *, is_large: bool) -> Iterator[Row]:
    """Yield a tag while others read the same file."""
    size = MANY if is_large else Size(100, 1_300, 100)
    path = project_of(size, folder)
    output = ("--output", str(folder / "busy.jsonl"))
    work = {
        "search": ["search", str(path)],
        "fold check": ["verify", str(path)],
        "export": ["export", str(path), "--format", "jsonl", *output],
    }
    for name, task in work.items():
        with subprocess.Popen(
            [sys.executable, "-m", "tests.benchmarks.file_task", "busy", *task],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        ) as other:
            assert other.stdout is not None
            assert other.stdout.readline() == BEGUN
            try:
                taken = fresh("file_task", "tag", path, TIMES)
            finally:
                other.kill()
        yield row_of(f"tag while: {name}", size.name, taken, bar=50.0, bar_is_p95=True)
