"""Bringing another tool's file into an open project, one document in memory at a time.

All of the file is turned into edits, which shows that it can be taken in and what its offsets
count; then they are written.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from annotator.formats.base import Format
from annotator.formats.incoming import (
    Incoming,
    IncomingCodebook,
    IncomingDocument,
    ReadOptions,
    loose_relations,
)
from annotator.formats.offsets import OffsetUnit
from annotator.formats.qualcoder import tables_path
from annotator.model.edit import Edit
from annotator.model.errors import KnownTextError, UserError
from annotator.model.ids import DocumentId
from annotator.model.message import Message
from annotator.model.records import Document
from annotator.store.foreign import open_foreign
from annotator.workspace.incoming import Arrivals, ProjectTexts
from annotator.workspace.onto import onto
from annotator.workspace.planned import Plan, PlannedEdit, document_of, new_plan
from annotator.workspace.whole_files import Told, untold, whole
from annotator.workspace.workspace import Workspace

LAST, PASSAGE = 3, 40
_NO_TEXT = Message("The document holds no text and is left out.")
AskUnit = Callable[[Path, Mapping[OffsetUnit, str]], OffsetUnit | None]
"""Asks what the offsets of a file count; told what the last passages would read for each unit."""


Problem = tuple[str, Message]
"""The name of a document, and what of it was left out."""


@dataclass(frozen=True, slots=True)
class ForeignFile:
    """A file of another tool, and what a person says of it."""

    path: Path
    format: Format
    unit: OffsetUnit | None = None

    def bring_into(
        self,
        workspace: Workspace,
        group: str,
        ask: AskUnit | None = None,
        told: Told = untold,
    ) -> list[Problem]:
        """Add the file's documents, a commit for each; undone together.

        Args:
            workspace: the project.
            group: the id that all commits share.
            ask: is asked where nothing tells what the offsets count.
            told: hears of each edit once it is written.

        Raises:
            UserError: something in the file cannot be taken in; nothing of it was.
            NotSavedError: the disk does not take it; what was finished stays.
        """
        options = ReadOptions(self.unit, ProjectTexts(workspace))
        with new_plan() as plan:
            doubtful = self._fill(plan, workspace, options)
            if ask is not None and doubtful is not None:
                meant = ask(self.path, self._readings(options, doubtful))
                if meant is not None:
                    self._fill(plan, workspace, replace(options, unit=meant))
            return _write(workspace, plan, group, told)

    def _content(self, options: ReadOptions) -> Iterator[Incoming]:
        if self.format.tables_reader is not None:
            with open_foreign(tables_path(self.path)) as tables:
                yield from self.format.tables_reader(tables, options)
            return
        if self.format.reader is None:
            raise UserError("{name} is a format that is only written.", name=self.format.name)
        yield from self.format.reader(self.path, options)

    def _fill(self, plan: Plan, workspace: Workspace, options: ReadOptions) -> int | None:
        """Plan the edits; returns the place of the first entry with offsets of an unknown unit."""
        plan.clear()
        arrivals = Arrivals(workspace, plan.records_on)
        doubtful = None
        for at, told in enumerate(self._content(options)):
            if isinstance(told, IncomingCodebook):
                name, edit = self.path.name, arrivals.codebook_edit(told)
            elif not told.text.strip():
                plan.put(PlannedEdit(told.name, Edit(_NO_TEXT), (*told.problems, _NO_TEXT)))
                continue
            else:
                name, edit = told.name, arrivals.document_edit(told)
                if told.unit_is_guess and doubtful is None:
                    doubtful = at
            plan.put(PlannedEdit(name, edit, (*told.problems, *loose_relations(told))))
            arrivals.follow(edit)
        return doubtful

    def _readings(self, options: ReadOptions, at: int) -> dict[OffsetUnit, str]:
        """Return how the last passages of an entry read for each unit."""
        found = {}
        for unit in OffsetUnit:
            content = self._content(replace(options, unit=unit))
            found[unit] = next(map(_last_passages, islice(content, at, None)), "")
        return found


def _write(workspace: Workspace, plan: Plan, group: str, told: Told) -> list[Problem]:
    problems: list[Problem] = []
    writing = _Writing(workspace)
    with whole(workspace, group, told, texts_are_new=True) as write:
        for planned in plan.edits():
            problems += [(planned.name, problem) for problem in planned.problems]
            edit = writing.fitted(planned.edit)
            try:
                write(edit)
            except KnownTextError as error:
                edit = writing.fitted(planned.edit, error.document)
                write(edit)
    return problems


class _Writing:
    """Fits planned edits to what another program has written since."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._known: dict[DocumentId, DocumentId] = {}

    def fitted(self, edit: Edit, known: Document | None = None) -> Edit:
        """Return an edit on the documents that the file has; ``known`` is one with its text."""
        planned = document_of(edit)
        if planned is not None and known is not None:
            self._workspace.refresh()
            self._known[planned] = known.id
        if planned is None or planned not in self._known:
            return edit
        there = self._workspace.load(self._known[planned])
        return onto(edit, there, self._workspace.labels())


def _last_passages(told: Incoming) -> str:
    """Return what the last few annotations of a document mark: there units differ the most."""
    if not isinstance(told, IncomingDocument):
        return ""
    last = sorted(told.annotations, key=lambda a: a.ranges)[-LAST:]
    return " · ".join(told.text[slice(*a.ranges[0])][:PASSAGE] for a in last)
