"""What the garbage collector need not go through, and that it does again afterwards."""

import gc
from pathlib import Path

from pytestqt.qtbot import QtBot

from annotator.gui.main_window import MainWindow
from annotator.gui.memory import filling, let_go
from annotator.model.records import Annotation
from annotator.workspace.opening import this_person
from tests.benchmarks.projects import Size, build

COUNT = 1000


def looked_at() -> int:
    """Return how many annotations the collector goes through."""
    return sum(isinstance(one, Annotation) for one in gc.get_objects())


def test_annotations_that_were_read_are_left_out_until_the_project_is_closed(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    build(tmp_path / "p.annotator", Size(1, 40_000, COUNT), this_person())
    gc.collect()
    before = looked_at()
    window.open_path(tmp_path / "p.annotator")
    assert window.page is not None
    annotations = window.page.annotations
    qtbot.waitUntil(lambda: annotations.whole is not None, timeout=60_000)
    assert annotations.snapshot is not None
    assert annotations.snapshot.count(Annotation) == COUNT
    assert looked_at() <= before
    assert gc.get_freeze_count() > COUNT
    window.close_project()
    assert gc.get_freeze_count() == 0


def test_no_garbage_is_looked_for_while_much_is_made() -> None:
    with filling():
        assert not gc.isenabled()
        with filling():
            made = [[number] for number in range(COUNT)]
        assert not gc.isenabled()
    assert gc.isenabled()
    assert gc.get_freeze_count() >= len(made)
    let_go()
