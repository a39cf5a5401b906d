"""Rows of the window: start, tag, page, jump, filter, memory."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from annotator.workspace.opening import SUFFIX
from tests.benchmarks.floors import commits
from tests.benchmarks.measuring import Row, fresh, row_of, screens
from tests.benchmarks.projects import Size, project_of

BIG = Size(1, 1_000_000, 10_000)
GROWTH = (Size(1, 13_000, 1_000), Size(1, 100_000, 1_000), Size(1, 100_000, 10_000))
LARGE_GROWTH = (Size(1, 1_000_000, 100_000), Size(1, 5_000_000, 10_000), Size(100, 13_000, 1_000))
STARTS = 5
STRETCHES = 3
STRETCH = 50.0
TIMES = 40


@dataclass(frozen=True, slots=True)
class Look:
    """The screen, how fine it is, and how much the text is enlarged."""

    screen: str = "offscreen"
    scale: int = 1
    zoom: int = 1

    @property
    def name(self) -> str:
        """Say what is not as usual."""
        finer = f" dpr {self.scale}" if self.scale > 1 else ""
        larger = f" zoom {self.zoom}" if self.zoom > 1 else ""
        return self.screen + finer + larger


BARS = {
    "tag": 50.0,
    "tag, view part": 5.0,
    "page down": 16.7,
    "jump": 16.7,
    "filter a layer": 16.7,
}


def start_rows(folder: Path, *, is_large: bool) -> Iterator[Row]:
    """Yield the times from a fresh process to a painted window."""
    del is_large
    floor = min(fresh("start_task", "-")["ms"] for _ in range(STARTS))
    for name, argument, bar in (
        ("empty", "start page", 300.0),
        (BIG.name, str(project_of(BIG, folder)), 600.0),
    ):
        taken = [fresh("start_task", argument)["ms"] for _ in range(STARTS + 1)][1:]
        yield row_of("start to a painted window", name, taken, floor=floor, bar=bar)


def window_rows(folder: Path, *, is_large: bool) -> Iterator[Row]:
    """Yield what is done in the window, first for the size that has bars, then for others."""
    for screen in screens():
        yield from _rows_of(BIG, folder, Look(screen), BARS)
    for look in (Look(scale=2), Look(scale=2, zoom=2)):
        yield from _rows_of(BIG, folder, look, BARS)
    for size in (*GROWTH, *(LARGE_GROWTH if is_large else ())):
        yield from _rows_of(size, folder, Look(), {})


def stretch_rows(folder: Path, *, is_large: bool) -> Iterator[Row]:
    """Yield the longest event of the window's thread while large things are done, in CPU time."""
    del is_large
    project = project_of(BIG, folder)
    told = []
    for number in range(STRETCHES):
        own = folder / "stretches" / str(number)  # beside another copy the window would ask
        shutil.rmtree(own, ignore_errors=True)
        own.mkdir(parents=True)
        told.append(fresh("stretch_task", shutil.copy(project, own / f"big{SUFFIX}"), own))
    for what in told[0]:
        taken = [each[what] for each in told]
        yield row_of("longest event", what, taken, bar=STRETCH)


def _rows_of(size: Size, folder: Path, look: Look, bars: dict[str, float]) -> Iterator[Row]:
    path = project_of(size, folder)
    told = fresh("window_task", path, TIMES, look.zoom, screen=look.screen, scale=look.scale)
    name = f"{size.name} {look.name}"
    floor = sorted(told["paint"])[TIMES // 2]
    commit = sorted(commits(folder, TIMES))[TIMES // 2]
    for what in BARS:
        least = floor + commit if what == "tag" else floor
        bar = bars.get(what)
        yield row_of(what, name, told[what], floor=least, bar=bar, bar_is_p95=True)
    limit = 250.0 if bars else None
    yield Row("memory", name, told["memory"], told["memory"], "MB", bar=limit)
