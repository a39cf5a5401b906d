"""The Python interface: the program's verbs for scripts.

Example::

    from annotator import Project

    with Project.open("briefing.annotator") as project:
        document = project.documents[0]
        project.mark(document, 120, 124, "quantity")
        project.export("jsonl", "briefing.jsonl")
"""

from collections.abc import Iterator, Sequence
from os import PathLike
from pathlib import Path
from typing import Self
from uuid import UUID, uuid5

from annotator.formats.base import Options, Selection
from annotator.formats.offsets import OffsetUnit
from annotator.formats.registry import format_named
from annotator.model.correction import Correction
from annotator.model.edits import mark, remove
from annotator.model.errors import UserError
from annotator.model.history import Transaction
from annotator.model.ids import AuthorId
from annotator.model.kinds import LabelKind, ReviewState
from annotator.model.message import Message
from annotator.model.records import Annotation, AnnotationDetail, Author, Document, Label
from annotator.model.reviews import review
from annotator.model.snapshot import Snapshot
from annotator.reading.sources import read_one
from annotator.workspace.correcting import correct_document
from annotator.workspace.exporting import Exporting, export, replaceable
from annotator.workspace.importing import ImportReport, ReadAs, import_files
from annotator.workspace.marking import read_figure
from annotator.workspace.opening import (
    authored,
    create_project,
    open_project,
    this_person,
    with_suffix,
)
from annotator.workspace.workspace import Workspace

FilePath = str | PathLike[str]


class Project:
    """An open project file; every change is saved when its method returns.

    All positions are code points of the document's text, 0-based and half-open. Methods raise
    ``annotator.model.errors.UserError`` with one sentence that says what to do.
    """

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace

    @classmethod
    def open(cls, path: FilePath, *, author: str = "", read_only: bool = False) -> Self:
        """Open a project file.

        ``author`` is the name to annotate under, by default the person's at this machine; each
        name is an author of its own, the same one every time.
        """
        session = this_person()
        if author and author != session.author.name:
            own = AuthorId(str(uuid5(UUID(session.author.id), author)))
            session = authored(session, Author(own, author))
        return cls(open_project(Path(path), session, read_only=read_only))

    @classmethod
    def create(cls, path: FilePath, *, title: str = "", codebook: FilePath | None = None) -> Self:
        """Make a new project file, with the default codebook unless one is named."""
        source = None if codebook is None else Path(codebook)
        made = create_project(with_suffix(Path(path)), this_person(), title=title, codebook=source)
        return cls(made)

    def close(self) -> None:
        """Close the file."""
        self.workspace.close()

    def __enter__(self) -> Self:
        """Return the project itself."""
        return self

    def __exit__(self, *_exception: object) -> None:
        """Close the file."""
        self.close()

    @property
    def path(self) -> Path:
        """Where the file is."""
        return self.workspace.path

    @property
    def title(self) -> str:
        """The project's title."""
        return self.workspace.title

    @property
    def documents(self) -> list[Document]:
        """All documents in their order, without their texts."""
        return self.workspace.documents()

    @property
    def labels(self) -> list[Label]:
        """The codebook."""
        return self.workspace.labels()

    def document(self, name: Document | str) -> Document:
        """Return the document with this id or title."""
        if isinstance(name, Document):
            return self.workspace.document(name.id)
        found = [d for d in self.documents if name in (d.id, d.title)]
        if not found:
            raise UserError("No document has the title or id {name}.", name=name)
        if len(found) > 1:
            raise UserError(
                "{count} documents are called {name}: give the id of one.",
                count=len(found),
                name=name,
            )
        return found[0]

    def load(self, document: Document | str) -> Snapshot:
        """Return a document with its text, speakers, turns, annotations and the rest."""
        return self.workspace.load(self.document(document).id)

    def text(self, document: Document | str) -> str:
        """Return a document's text."""
        return self.load(document).text

    def annotations(self, document: Document | str) -> list[Annotation]:
        """Return a document's annotations in the order of the text."""
        return self.load(document).all(Annotation)

    def import_files(
        self,
        *paths: FilePath,
        encoding: str | None = None,
        format_name: str | None = None,
        unit: OffsetUnit | None = None,
    ) -> ImportReport:
        """Import transcripts, folders, archives and exports; what fails is listed and why."""
        files = [Path(path) for path in paths]
        return import_files(self.workspace, files, ReadAs(encoding, format_name, unit))

    def correct(self, document: Document | str, path: FilePath) -> Correction:
        """Bring in a corrected transcript of a document, with its annotations carried over.

        The old document stays; what changed or was lost is listed in what is returned.
        """
        transcript = read_one(Path(path))
        correction = correct_document(self.workspace, self.document(document).id, transcript)
        self.workspace.apply(correction.edit)
        return correction

    def mark(
        self,
        document: Document | str,
        start: int,
        end: int,
        label: Label | str,
        *,
        detail: AnnotationDetail | None = None,
    ) -> Annotation:
        """Put a label (id, slug, name or key) on a passage; returns the annotation.

        ``detail`` is a Claim, Figure or Topic whose id does not matter; a figure without one is
        read from the text.
        """
        snapshot = self.load(document)
        chosen = label if isinstance(label, Label) else self.workspace.find_label(label)
        if detail is None and chosen.kind is LabelKind.FIGURE:
            detail = read_figure(snapshot.text[start:end])
        edit = mark(snapshot, chosen, ((start, end),), self.workspace.hand, detail=detail)
        self.workspace.apply(edit)
        return next(record for record in edit.added if isinstance(record, Annotation))

    def delete(self, annotation: Annotation) -> None:
        """Delete an annotation with everything that belongs to it."""
        snapshot = self.workspace.load(annotation.document)
        self.workspace.apply(remove(snapshot, [annotation]))

    def review(
        self, annotation: Annotation, state: ReviewState | str, note: str | None = None
    ) -> None:
        """Say that an annotation is accepted, rejected, unsure, or open again.

        Without a note the one that is there stays.
        """
        if state not in set(ReviewState):
            raise UserError(
                "An annotation is {states}, not {state}.",
                states=", ".join(ReviewState),
                state=state,
            )
        snapshot = self.workspace.load(annotation.document)
        me = self.workspace.session.author.id
        self.workspace.apply(review(snapshot, [annotation], me, ReviewState(state), note))

    def undo(self) -> Message:
        """Take back the last step; returns its name."""
        return self.workspace.undo()[-1].label

    def redo(self) -> Message:
        """Do again what was undone last; returns its name."""
        return self.workspace.redo()[-1].label

    def history(self) -> Iterator[Transaction]:
        """Yield all transactions, the newest first."""
        return self.workspace.store.history()

    def verify(self) -> Sequence[Message]:
        """Return what is wrong with the file; nothing if it is sound."""
        return self.workspace.store.verify()

    def save_copy(self, path: FilePath) -> None:
        """Write a whole copy of the project file, to send or to keep."""
        self.workspace.store.save_copy(Path(path))

    def export(
        self,
        format_name: str,
        output: FilePath,
        *,
        selection: Selection | None = None,
        options: Options | None = None,
        pseudonyms: bool = False,
    ) -> int:
        """Write annotations to a file in a format of ``annotator formats``; returns how many.

        An older file is replaced, unless it is a project.
        """
        chosen = Selection() if selection is None else selection
        exporting = Exporting(
            format_named(format_name), chosen, options or Options(), has_pseudonyms=pseudonyms
        )
        target = replaceable(Path(output), self.path)
        return export(self.workspace, exporting, target).count
