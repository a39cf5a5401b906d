"""Works in the real window and tells how long its thread was at it at a stretch, event by event."""

import subprocess
import sys
import time
from collections.abc import Callable
from itertools import chain
from pathlib import Path
from random import Random

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.gui.app import make_window, parse
from annotator.gui.main_window import MainWindow
from annotator.gui.project_page import ProjectPage
from annotator.gui.warm_up import steps
from annotator.model.records import Annotation
from annotator.workspace import wide_edits
from annotator.workspace.folders import config_folder
from annotator.workspace.importing import import_files
from annotator.workspace.opening import this_person
from annotator.workspace.wishes import Wish
from annotator.workspace.workspace import Workspace
from tests.benchmarks.measuring import ROOT, tell
from tests.benchmarks.projects import transcript

TURNS, TURN = 7_000, 130
"""How many turns the imported text has, and how many code points are said in each."""
LINES, LINE = 180_000, 27
MANY = 3_000
"""So many suggestions are accepted at once."""
PATIENCE = 120


class Timed(QApplication):
    """Takes the CPU time of each event that the loop hands out."""

    longest = 0.0
    depth = 0

    def notify(self, receiver: QObject, event: QEvent) -> bool:
        """Hand out an event."""
        self.depth += 1
        began = time.thread_time()
        try:
            return super().notify(receiver, event)
        finally:
            self.depth -= 1
            if not self.depth:
                self.longest = max(self.longest, (time.thread_time() - began) * 1000)

    def during(self, act: Callable[[], object], is_done: Callable[[], bool]) -> float:
        """Return the milliseconds that the longest event took until something was done."""
        self.settle(0.5)
        self.longest = 0.0
        QTimer.singleShot(0, self, act)
        self.settle(0.05)
        until = time.monotonic() + PATIENCE
        while not is_done():
            assert time.monotonic() < until, "it was not done in time"
            self.processEvents()
            time.sleep(0.0005)
        self.settle(0.5)
        return self.longest

    def settle(self, seconds: float) -> None:
        """Let pass what is still to be done."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            self.processEvents()
            time.sleep(0.0005)


def main(project: Path, folder: Path) -> None:
    """Open the project, work in it, tell; ``folder`` is where texts to import are made."""
    app = Timed(["annotator"])
    window = make_window(parse([]), config_folder())
    sys.excepthook = sys.__excepthook__  # no dialog waits for an answer here
    window.resize(1320, 860)
    window.show()
    QTest.qWaitForWindowExposed(window)
    for step in chain(steps(), window.prepare()):
        step()
    told: dict[str, float] = {}
    told["open"] = app.during(lambda: window.open_path(project), lambda: _is_loaded(window))
    page = _page(window)
    told |= _delete_label(app, page)
    told["import 1M characters in 7,000 turns"] = _import(app, page, _long(folder))
    told["undo of the import"] = app.during(page.undo, _Heard(page.step_desk.finished))
    told["redo of the import"] = app.during(page.redo, _Heard(page.step_desk.finished))
    told |= _accept(app, window, folder)
    count = len(page.workspace.documents())
    told["the same import by somebody else"] = app.during(
        lambda: _write_beside(project, folder), lambda: len(page.workspace.documents()) > count
    )
    _import(app, page, _flat(folder))
    first, last = (page.workspace.documents()[at].id for at in (0, -1))
    page.show_document(first)
    told["5M characters in short lines"] = app.during(
        lambda: page.show_document(last), lambda: _is_loaded(window)
    )
    told["close"] = app.during(window.close_project, lambda: window.page is None)
    tell(told)
    window.close()


class _Heard:
    """Whether a signal has come."""

    def __init__(self, signal: object) -> None:
        self._has_come = False
        signal.connect(self._hear)  # type: ignore[attr-defined]

    def _hear(self, *_values: object) -> None:
        self._has_come = True

    def __call__(self) -> bool:
        return self._has_come


def _page(window: MainWindow) -> ProjectPage:
    assert window.page is not None
    return window.page


def _is_loaded(window: MainWindow) -> bool:
    page = window.page
    return page is not None and page.workspace.is_proven and not page.annotations.is_loading


def _long(folder: Path) -> Path:
    random = Random(3)  # noqa: S311 - the same text in every run
    spoken = transcript(TURNS * TURN, random).replace("\n", "")
    said = (spoken[at * TURN : (at + 1) * TURN] for at in range(TURNS))
    path = folder / "long.txt"
    lines = (f"{('记者', '张明')[at % 2]}：{one}" for at, one in enumerate(said))
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def _flat(folder: Path) -> Path:
    spoken = transcript(LINES * LINE, Random(4)).replace("\n", "")  # noqa: S311 - as above
    path = folder / "flat.txt"
    path.write_text(
        "\n".join(spoken[at * LINE : (at + 1) * LINE] for at in range(LINES)), encoding="utf-8"
    )
    return path


def _import(app: Timed, page: ProjectPage, path: Path) -> float:
    heard = _Heard(page.transfer_desk.finished)
    return app.during(lambda: page.transfer_desk.import_paths([path]), heard)


def _delete_label(app: Timed, page: ProjectPage) -> dict[str, float]:
    """Delete a label with all its marks, and take that back."""
    label = page.workspace.labels()[0]
    used = page.workspace.label_uses()[label.id]
    wish = Wish(wide_edits.delete_label, (), chosen=[label.id], size=used)

    def is_there() -> bool:
        return any(one.id == label.id for one in page.workspace.labels())

    return {
        f"delete a label with {used} marks": app.during(
            lambda: page.carry_out(wish), lambda: not is_there()
        ),
        "undo of the deletion": app.during(page.undo, is_there),
    }


def _accept(app: Timed, window: MainWindow, folder: Path) -> dict[str, float]:
    """Accept thousands of suggestions at once, take it back, do it again."""
    page = _page(window)
    path = folder / "dense.txt"
    path.write_text(transcript(100_000, Random(5)), encoding="utf-8")  # noqa: S311 - as above
    _import(app, page, path)
    page.bottom.show_panel("suggestions")
    desk, panel = page.suggestion_desk, page.suggestions
    app.during(lambda: None, lambda: not desk.is_busy and len(panel.shown) >= MANY)

    def marked() -> int:
        s = page.annotations.snapshot
        return s.count(Annotation) if s else 0

    wanted = panel.shown[:MANY]
    return {
        "accept 3,000": app.during(
            lambda: panel.accept_requested.emit(wanted), lambda: marked() == MANY
        ),
        "undo of 3,000": app.during(page.undo, lambda: not marked()),
        "redo of 3,000": app.during(page.redo, lambda: marked() == MANY),
    }


def _write_beside(project: Path, folder: Path) -> None:
    command = [sys.executable, "-m", "tests.benchmarks.stretch_task", "write"]
    subprocess.Popen([*command, str(project), str(folder / "other.txt")], cwd=ROOT)


def write(project: Path, path: Path) -> None:
    """Import a long text into a project that another process has open."""
    source = _long(path.parent)
    path.write_text(source.read_text(encoding="utf-8").replace("年", "月"), encoding="utf-8")
    with Workspace.open(project, this_person()) as workspace:
        import_files(workspace, [path])


if __name__ == "__main__":
    if sys.argv[1] == "write":
        write(Path(sys.argv[2]), Path(sys.argv[3]))
    else:
        main(Path(sys.argv[1]), Path(sys.argv[2]))
