"""Exports and the search for what they lose, as a worker does them while the window stays free."""

import shutil
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

from annotator.formats.base import Loss
from annotator.model.records import Annotation
from annotator.workspace.beside import ProjectBeside
from annotator.workspace.exporting import Exported, Exporting, Looked, export, losses, replaceable
from annotator.workspace.worker import Line
from annotator.workspace.workspace import Workspace

EVERY = 0.1
"""Seconds between two pieces of news."""
LISTED = 200
"""So many losses of one reason are told of one by one; the others are counted."""
TOGETHER = 50
"""So many of them are told at a time."""
QUOTE = 60


@dataclass(frozen=True, slots=True)
class Progress:
    """How many steps of how many are done: each document is written and then compared."""

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class LossesFound:
    """How many losses there are so far for each reason, and those not told before with places.

    ``is_first`` begins the search, perhaps anew. The file would hold something of so many
    ``annotations`` of the ``documents`` that were looked through.
    """

    counts: Mapping[str, int]
    fresh: tuple[tuple[Loss, str], ...] = ()
    is_first: bool = False
    documents: int = 0
    annotations: int = 0


def export_beside(line: Line, project: ProjectBeside, exporting: Exporting, path: Path) -> Exported:
    """Write a file and read it back, telling how far it is.

    Raises:
        UserError: the project cannot be read or the file not be written.
    """
    due = monotonic()

    def told(done: int, total: int) -> None:
        nonlocal due
        if monotonic() >= due:
            due = monotonic() + EVERY
            line.tell(Progress(done, total))

    with project.opened() as workspace:
        return export(workspace, exporting, replaceable(path, project.path), told)


def losses_beside(line: Line, project: ProjectBeside, exporting: Exporting) -> None:
    """Tell what a file would lose, as it is found.

    Raises:
        UserError: the project cannot be read, or does not have what is selected.
    """
    counts: Counter[str] = Counter()
    fresh: list[tuple[Loss, str]] = []
    documents = annotations = 0
    due = monotonic() + EVERY

    def tell() -> None:
        nonlocal due
        found = LossesFound(
            dict(counts), tuple(fresh), documents=documents, annotations=annotations
        )
        line.tell(found)
        fresh.clear()
        due = monotonic() + EVERY

    line.tell(LossesFound({}, is_first=True))
    with project.opened() as workspace:
        for found in losses(workspace, exporting):
            if isinstance(found, Looked):
                documents += 1
                annotations += found.annotations
            else:
                reason = str(found.reason)
                counts[reason] += 1
                if counts[reason] <= LISTED:
                    fresh.append((found, _place(workspace, found)))
            if len(fresh) >= TOGETHER or monotonic() >= due:
                tell()
    tell()


def _place(workspace: Workspace, loss: Loss) -> str:
    s = workspace.load(loss.document)
    annotation = s.find(Annotation, loss.annotation)
    quote = " ".join(annotation.quote.split())[:QUOTE] if annotation else ""
    return f"{s.document.title}: {quote}" if quote else s.document.title


@dataclass(frozen=True, slots=True)
class Target:
    """Where an export goes, as it was before: tells what a killed process has done."""

    path: Path
    before: tuple[int, int] | None
    beside: frozenset[Path]

    @classmethod
    def of(cls, path: Path) -> "Target":
        """Look at a place before anything is written there."""
        return cls(path, _stamp(path), _unfinished(path))

    def is_written(self) -> bool:
        """Say whether the file is there as a whole and new."""
        return _stamp(self.path) not in (None, self.before)

    def clean(self) -> None:
        """Remove what was begun and not finished."""
        for path in _unfinished(self.path) - self.beside:
            if path.is_dir():
                shutil.rmtree(path, ignore_errors=True)
            else:
                path.unlink(missing_ok=True)


def _stamp(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns


def _unfinished(path: Path) -> frozenset[Path]:
    """Return what has the name of a file that is still being written (``formats.atomic``)."""
    begins = f".{path.name[:100]}."
    try:
        return frozenset(found for found in path.parent.iterdir() if found.name.startswith(begins))
    except OSError:
        return frozenset()
