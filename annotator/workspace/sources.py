"""Texts to work on one by one: transcripts, whole folders of them, the documents of projects."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from annotator.checks.statement import Statement
from annotator.model.errors import UserError
from annotator.model.message import Message
from annotator.model.records import Label
from annotator.reading.sources import (
    DOCX,
    HTML,
    MHTML,
    PDF,
    SRT,
    STANDARD_INPUT,
    TEXT,
    VTT,
    piped_in,
    read_item,
    read_one,
)
from annotator.reading.transcript import Transcript
from annotator.workspace.checking import marked_figures
from annotator.workspace.opening import SUFFIX, open_project, this_person
from annotator.workspace.suggesting import Speech, speeches

TRANSCRIPTS = (TEXT, HTML, MHTML, DOCX, PDF, SRT, VTT)
SUFFIXES = frozenset({SUFFIX, *(suffix for kind in TRANSCRIPTS for suffix in kind.extensions)})
"""What a folder is searched for; tables and JSON may be anything, and are read where named."""


@dataclass(frozen=True, slots=True)
class Source:
    """One text; ``document`` is the title in its project.

    ``speeches`` say who speaks where, ``labels`` is the project's codebook, ``marked`` are the
    figures that people have marked, ``date`` and ``place`` are the document's.
    """

    file: str
    text: str
    language: str = ""
    document: str = ""
    speeches: tuple[Speech, ...] = ()
    labels: tuple[Label, ...] = ()
    marked: tuple[Statement, ...] = ()
    date: str = ""
    place: str = ""


def files_in(paths: Iterable[Path]) -> list[Path]:
    """Return the named files and, of the named folders, all transcripts and projects."""
    found: list[Path] = []
    for path in paths:
        found += sorted(filter(_is_source, path.rglob("*"))) if path.is_dir() else [path]
    return found


def _is_source(path: Path) -> bool:
    return path.suffix.lower() in SUFFIXES and not path.name.startswith(".") and path.is_file()


def sources_in(path: Path, encoding: str | None = None) -> Iterator[Source]:
    """Yield the text of a transcript, or the text of each document of a project.

    Raises:
        UserError: the file cannot be read.
    """
    if path.suffix == SUFFIX:
        yield from _documents(path)
    else:
        read = _piped(encoding) if path == STANDARD_INPUT else read_one(path, encoding)
        bodies = (Speech(t.body_start, t.end, (t.role or t.part).value) for t in read.turns)
        yield Source(str(path), read.text, read.language, speeches=tuple(bodies))


def _piped(encoding: str | None) -> Transcript:
    found = list(islice(read_item(piped_in(), encoding), 2))
    if len(found) != 1:
        raise UserError("Standard input holds several texts: give one.")
    return found[0]


def _documents(path: Path) -> Iterator[Source]:
    with open_project(path, this_person(), read_only=True) as workspace:
        for document in workspace.documents():
            snapshot = workspace.load(document.id)
            yield Source(
                str(path),
                snapshot.text,
                document.language,
                document.title,
                speeches(snapshot),
                tuple(workspace.labels()),
                tuple(marked_figures(snapshot)),
                document.date,
                document.place,
            )


def readable(
    paths: Iterable[Path], encoding: str | None, failed: list[tuple[Path, Message]]
) -> Iterator[Source]:
    """Yield all texts of files; what cannot be read is added to ``failed``."""
    for path in paths:
        try:
            yield from sources_in(path, encoding)
        except UserError as error:
            failed.append((path, error.message))


def require_files(paths: Sequence[Path]) -> Sequence[Path]:
    """Return the files to read.

    Raises:
        UserError: there are none in the folders that were named.
    """
    found = files_in(paths)
    if not found:
        raise UserError("There is no transcript and no project in {path}.", path=str(paths[0]))
    return found
