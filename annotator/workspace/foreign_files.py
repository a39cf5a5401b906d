"""Bringing another tool's file into an open project, one document in memory at a time.

The file is gone through twice: once to see that all of it can be taken in, and what its offsets
count, then to write it. What is small is held meanwhile, what is large is read again.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path

from annotator.formats.base import Format
from annotator.formats.incoming import Incoming, IncomingCodebook, IncomingDocument, ReadOptions
from annotator.formats.offsets import OffsetUnit
from annotator.formats.qualcoder import tables_path
from annotator.model.errors import UserError
from annotator.model.message import Message
from annotator.model.records import Document
from annotator.store.foreign import open_foreign
from annotator.workspace.incoming import Arrivals, ProjectTexts
from annotator.workspace.whole_files import whole
from annotator.workspace.workspace import Workspace

HELD, ANNOTATION = 1_000_000, 500
"""So many characters are held at most, and for how many of them an annotation counts."""
LAST, PASSAGE = 3, 40
AskUnit = Callable[[Path, Mapping[OffsetUnit, str]], OffsetUnit | None]
"""Asks what the offsets of a file count; told what the last passages would read for each unit."""


@dataclass(slots=True)
class BroughtIn:
    """What a file added; ``problems`` name a document and what of it was left out."""

    documents: list[Document] = field(default_factory=list)
    problems: list[tuple[str, Message]] = field(default_factory=list)
    records: int = 0


@dataclass(slots=True)
class _Rehearsed:
    """What going through a file has shown.

    ``doubtful`` is the first entry with offsets of an unknown unit; ``held`` are all entries, None
    if they are too much.
    """

    doubtful: int | None = None
    held: list[Incoming] | None = field(default_factory=list)
    _weight: int = 0

    def hold(self, told: Incoming) -> None:
        """Hold an entry, unless all of them together are too much."""
        if isinstance(told, IncomingDocument):
            self._weight += len(told.text) + ANNOTATION * len(told.annotations)
        if self._weight > HELD:
            self.held = None
        elif self.held is not None:
            self.held.append(told)


@dataclass(frozen=True, slots=True)
class ForeignFile:
    """A file of another tool, and what a person says of it."""

    path: Path
    format: Format
    unit: OffsetUnit | None = None

    def bring_into(self, workspace: Workspace, group: str, ask: AskUnit | None = None) -> BroughtIn:
        """Add the file's documents, a commit for each; undone together.

        Args:
            workspace: the project.
            group: the id that all commits share.
            ask: is asked where nothing tells what the offsets count.

        Raises:
            UserError: something in the file cannot be taken in; nothing of it was.
            NotSavedError: the disk does not take it; what was finished stays.
        """
        options = ReadOptions(self.unit, ProjectTexts(workspace))
        rehearsed = self._rehearse(workspace, options)
        if ask is not None and rehearsed.doubtful is not None:
            meant = ask(self.path, self._readings(options, rehearsed.doubtful))
            if meant is not None:
                options = replace(options, unit=meant)
                rehearsed = self._rehearse(workspace, options)
        content = self._content(options) if rehearsed.held is None else rehearsed.held
        return self._write(workspace, content, group)

    def _content(self, options: ReadOptions) -> Iterator[Incoming]:
        if self.format.tables_reader is not None:
            with open_foreign(tables_path(self.path)) as tables:
                yield from self.format.tables_reader(tables, options)
            return
        if self.format.reader is None:
            raise UserError("{name} is a format that is only written.", name=self.format.name)
        yield from self.format.reader(self.path, options)

    def _rehearse(self, workspace: Workspace, options: ReadOptions) -> "_Rehearsed":
        """Go through the file without writing."""
        arrivals = Arrivals(workspace)
        rehearsed = _Rehearsed()
        for at, told in enumerate(self._content(options)):
            rehearsed.hold(told)
            if isinstance(told, IncomingDocument):
                arrivals.document_edit(told)
                if told.unit_is_guess and rehearsed.doubtful is None:
                    rehearsed.doubtful = at
        return rehearsed

    def _readings(self, options: ReadOptions, at: int) -> dict[OffsetUnit, str]:
        """Return how the last passages of an entry read for each unit."""
        found = {}
        for unit in OffsetUnit:
            content = self._content(replace(options, unit=unit))
            found[unit] = next(map(_last_passages, islice(content, at, None)), "")
        return found

    def _write(self, workspace: Workspace, content: Iterable[Incoming], group: str) -> BroughtIn:
        arrivals = Arrivals(workspace)
        brought = BroughtIn()
        with whole(workspace, group) as write:
            for told in content:
                if isinstance(told, IncomingCodebook):
                    name, edit = self.path.name, arrivals.codebook_edit(told)
                else:
                    name, edit = told.name, arrivals.document_edit(told)
                brought.problems += [(name, problem) for problem in told.problems]
                if isinstance(told, IncomingCodebook) and not edit.added:
                    continue
                write(edit)
                arrivals.follow(edit)
                brought.documents += [x for x in edit.added if isinstance(x, Document)]
                brought.records += len(edit.added)
        return brought


def _last_passages(told: Incoming) -> str:
    """Return what the last few annotations of a document mark: there units differ the most."""
    if not isinstance(told, IncomingDocument):
        return ""
    last = sorted(told.annotations, key=lambda a: a.ranges)[-LAST:]
    return " · ".join(told.text[slice(*a.ranges[0])][:PASSAGE] for a in last)
