"""Works on a project file without a window and tells how long each thing takes."""

import sys
import time
from array import array
from pathlib import Path
from random import Random
from typing import NoReturn

from annotator.formats.base import Options, Selection
from annotator.formats.registry import format_named
from annotator.model.edits import mark
from annotator.store.ordering import keys_aside
from annotator.store.queries import AnnotationQuery
from annotator.workspace.opening import open_project, this_person
from annotator.workspace.workspace import Workspace
from tests.benchmarks.measuring import memory_mb, tell, times

BEGUN = "begun\n"
"""Says that a process has loaded what it needs and is at work."""
PAUSE = 0.1
"""So many seconds pass between two tags: all of them outlast a whole search or export."""
WINDOW = 40
"""So many rows of the table are on the screen."""


def export(path: Path, output: Path) -> None:
    """Write a project as JSONL."""
    with open_project(path, this_person()) as workspace:
        before = memory_mb()
        began = time.perf_counter()
        format_named("jsonl").write(workspace, Selection(), output, Options())
        tell({"ms": (time.perf_counter() - began) * 1000, "mb": memory_mb() - before})


def large(path: Path, count: int) -> None:
    """Open a large project, its documents, and the rows of its table."""
    began = time.perf_counter()
    workspace = open_project(path, this_person())
    opened = (time.perf_counter() - began) * 1000
    random = Random(3)  # noqa: S311 - the same places in every run
    ids = [document.id for document in workspace.documents()]
    documents = times(lambda: workspace.load(random.choice(ids)), count)
    tags = _tag(workspace, random, count)
    undone = times(workspace.undo, 5)
    began = time.perf_counter()
    keys = array("q", keys_aside(path, AnnotationQuery(order="text")))
    ordering = (time.perf_counter() - began) * 1000
    rows = times(lambda: _window(workspace, keys, random), count)
    told = {"open": [opened], "document": documents, "tag": tags, "undo": undone}
    tell(told | {"order": [ordering], "window of the table": rows, "memory": memory_mb()})
    workspace.close()


def _window(workspace: Workspace, keys: "array[int]", random: Random) -> None:
    first = random.randrange(len(keys) - WINDOW)
    assert len(workspace.store.annotation_rows(keys[first : first + WINDOW])) == WINDOW


def _tag(workspace: Workspace, random: Random, count: int, *, pause: float = 0.0) -> list[float]:
    documents = workspace.documents()
    label = workspace.labels()[0]

    def tag() -> None:
        s = workspace.load(documents[0].id)
        start = random.randrange(len(s.text) - 20)
        workspace.apply(mark(s, label, ((start, start + 5),), workspace.hand))

    return times(tag, count, pause=pause)


def tag(path: Path, count: int) -> None:
    """Mark the first document again and again, beside the work of another process."""
    with open_project(path, this_person()) as workspace:
        tell(_tag(workspace, Random(4), count, pause=PAUSE))  # noqa: S311 - the same places in every run


def keep_busy(task: str, *arguments: str) -> NoReturn:
    """Search the annotations or run a command, again and again until this process is killed."""
    from annotator.cli.main import run  # which the memory of the other tasks shall not hold

    sys.stdout.write(BEGUN)
    sys.stdout.flush()
    while True:
        if task == "search":
            keys_aside(Path(arguments[0]), AnnotationQuery(text="亿元"))
        else:
            run([task, *arguments])


def main(task: str, *arguments: str) -> None:
    """Run the task of this name."""
    if task == "busy":
        keep_busy(*arguments)
    path = Path(arguments[0])
    if task == "export":
        export(path, Path(arguments[1]))
    else:
        {"large": large, "tag": tag}[task](path, int(arguments[1]))


if __name__ == "__main__":
    main(*sys.argv[1:])
