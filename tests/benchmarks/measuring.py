"""Taking times and memory, in this process and in fresh ones, and what a row of the table is."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: what was done to which size, how long it took, beside its floor.

    ``unit`` is of all numbers; ``bar`` is what ``held`` must not pass, or reach if it is a rate.
    """

    what: str
    size: str
    p50: float
    p95: float
    unit: str = "ms"
    floor: float | None = None
    bar: float | None = None
    is_rate: bool = False
    bar_is_p95: bool = False

    @property
    def meets(self) -> bool | None:
        """Say whether the bar is met; None where there is none."""
        if self.bar is None:
            return None
        held = self.p95 if self.bar_is_p95 else self.p50
        return held >= self.bar if self.is_rate else held < self.bar


def percentile(values: Iterable[float], part: float) -> float:
    """Return the value below which so large a part of the values lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(part * len(ordered)))]


def times(act: Callable[[], object], count: int, *, pause: float = 0.0) -> list[float]:
    """Return how many milliseconds each of ``count`` runs takes, after one that warms up.

    A pause of so many seconds before each run lets work beside it come to its every stage.
    """
    act()
    taken = []
    for _number in range(count):
        time.sleep(pause)
        began = time.perf_counter()
        act()
        taken.append((time.perf_counter() - began) * 1000)
    return taken


def memory_mb() -> float:
    """Return the memory that this process holds, in MB."""
    return _status_mb("VmRSS") or _largest_mb()


def start_peak() -> float:
    """Forget how much memory this process has held so far; return what it holds now, in MB."""
    with suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    return _status_mb("VmRSS") or _largest_mb()


def peak_mb() -> float:
    """Return the most memory that this process has held since ``start_peak``, in MB."""
    return _status_mb("VmHWM") or _largest_mb()


def _status_mb(name: str) -> float | None:
    status = Path("/proc/self/status")
    if not status.exists():
        return None
    lines = status.read_text(encoding="ascii").splitlines()
    return int(next(x for x in lines if x.startswith(name)).split()[1]) / 1024


def _largest_mb() -> float:
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def fresh(task: str, *arguments: object, screen: str = "offscreen", scale: int = 1) -> Any:  # noqa: ANN401 - JSON
    """Run a task in a fresh process and return what it tells; ``start`` is in its environment.

    ``scale`` is how many pixels of the screen there are for one of the window's, each way.
    Python keeps what it has compiled, as for every user from the second start on.
    """
    command = [sys.executable, "-m", f"tests.benchmarks.{task}", *(str(x) for x in arguments)]
    if screen == "xvfb":
        command = ["xvfb-run", "-a", "-s", "-screen 0 1600x1000x24", *command]
    platform = "xcb" if screen == "xvfb" else "offscreen"
    kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    env = {**kept, "QT_QPA_PLATFORM": platform, "QT_SCALE_FACTOR": str(scale)}
    env["BENCH_START"] = repr(time.monotonic())
    done = subprocess.run(
        command, cwd=ROOT, env=env, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    return json.loads(done.stdout.splitlines()[-1])


def screens() -> Sequence[str]:
    """Return the kinds of screen that can be measured here."""
    return ("offscreen", "xvfb") if shutil.which("xvfb-run") else ("offscreen",)


def since_start() -> float:
    """Return the milliseconds since the parent started this process."""
    return (time.monotonic() - float(os.environ["BENCH_START"])) * 1000


def tell(value: object) -> None:
    """Hand a value to the parent."""
    print(json.dumps(value), flush=True)  # noqa: T201 - the parent reads it


def row_of(what: str, size: str, taken: Sequence[float], **more: Any) -> Row:  # noqa: ANN401 - of Row
    """Return the row for some times."""
    return Row(what, size, percentile(taken, 0.5), percentile(taken, 0.95), **more)
