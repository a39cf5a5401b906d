"""Imports and looks into files, as a worker does them while the window stays free.

The process reads, parses and writes; whoever has the project open for the user is told of each
edit that is in the file, and asked to write those that the process could not.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from annotator.formats.offsets import OffsetUnit
from annotator.model.correction import Correction
from annotator.model.edit import Edit
from annotator.model.errors import UserError
from annotator.model.ids import DocumentId
from annotator.reading.pasted import read_pasted
from annotator.reading.sources import read_one
from annotator.reading.transcript import Transcript
from annotator.workspace.beside import ProjectBeside
from annotator.workspace.correcting import correct_document
from annotator.workspace.importing import (
    AS_GUESSED,
    ImportReport,
    Manner,
    ReadAs,
    count_steps,
    import_each,
    import_transcript,
)
from annotator.workspace.previewing import Preview, Previews
from annotator.workspace.worker import Line

Looked = tuple[Path, Preview | None]
"""What was found in a chosen file; None where the look at it begins."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be imported into which project; the rest is as in ``Manner``."""

    project: ProjectBeside
    paths: tuple[Path, ...]
    own: Mapping[Path, ReadAs] = field(default_factory=dict)
    passed: frozenset[Path] = frozenset()
    group: str = ""


@dataclass(frozen=True, slots=True)
class Begun:
    """A file that is about to be read, and the news since the one before it."""

    place: Path
    done: int
    total: int
    news: ImportReport


@dataclass(frozen=True, slots=True)
class WhichUnit:
    """What the offsets of a file count is the question; the answer is a unit or None."""

    path: Path
    readings: Mapping[OffsetUnit, str]


def import_beside(line: Line, order: Order) -> ImportReport:
    """Import files, telling of each and of each edit; returns the last news.

    Documents and records that were added are not among the news: the edits tell of them.

    Raises:
        NotSavedError: the disk does not take it; what was finished stays.
        UserError: the project cannot be read.
    """
    report = ImportReport()
    total = count_steps(order.paths)
    done = 0

    def begin(place: Path) -> None:
        line.tell(Begun(place, done, total, _taken(report)))

    def ask(path: Path, readings: Mapping[OffsetUnit, str]) -> OffsetUnit | None:
        return OffsetUnit(unit) if (unit := line.ask(WhichUnit(path, readings))) else None

    with order.project.opened(line.ask) as workspace:
        manner = Manner(order.own, ask, begin, order.passed, order.group)
        for _place in import_each(workspace, order.paths, report, manner=manner):
            done += 1
    return _taken(report)


def look_beside(
    line: Line, project: ProjectBeside, paths: tuple[Path, ...], own: Mapping[Path, ReadAs]
) -> None:
    """Tell what each file holds, document by document, as ``Looked``.

    Raises:
        UserError: the project cannot be read.
    """
    with project.opened() as workspace:
        previews = Previews(workspace)
        for path in paths:
            line.tell((path, None))
            for preview in previews.of(path, own.get(path, AS_GUESSED)):
                line.tell((path, preview))


def paste_beside(
    line: Line, project: ProjectBeside, text: str, html: str, group: str
) -> ImportReport:
    """Import what was pasted: a web page's main text, or plain text.

    Raises:
        UserError: it holds no text, or the project cannot be read or written.
    """
    transcript = _pasted(text, html)
    with project.opened(line.ask) as workspace:
        report = import_transcript(workspace, transcript, group)
    return ImportReport(known=report.known)


def correct_beside(
    line: Line, project: ProjectBeside, document: DocumentId, path: Path, group: str
) -> Correction:
    """Bring in a corrected transcript of a document; returns what became of its annotations.

    Raises:
        UserError: the file cannot be read, its text is known, or it was not written.
    """
    transcript = read_one(path)
    with project.opened(line.ask) as workspace:
        correction = correct_document(workspace, document, transcript)
        workspace.apply(correction.edit, group=group)
    return replace(correction, edit=Edit(correction.edit.label))


def _taken(report: ImportReport) -> ImportReport:
    """Return the news in a report and forget them there."""
    news = ImportReport(known=report.known, failed=report.failed, problems=report.problems)
    report.added, report.known, report.failed, report.problems = [], [], [], []
    return news


def _pasted(text: str, html: str) -> Transcript:
    if html:
        try:
            return read_pasted(html, is_html=True)
        except UserError:
            pass  # a fragment without paragraphs, which is there as plain text too
    return read_pasted(text)
