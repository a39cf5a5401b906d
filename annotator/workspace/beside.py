"""A project as a process beside the window has it: read from the file, written by the window."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from annotator.model.edit import Edit
from annotator.model.ids import DocumentId, IdSource, utc_now
from annotator.model.records import Author, Finding
from annotator.model.snapshot import Snapshot
from annotator.store.beside import StoreBeside
from annotator.store.session import Session
from annotator.workspace.workspace import Workspace

Write = Callable[[Edit, str | None], object]


class WorkspaceBeside(Workspace):
    """Has its edits written by whoever has the project open for the user."""

    write: Write | None = None

    def apply(self, edit: Edit, *, group: str | None = None) -> None:
        """Have an edit written, and follow it.

        Raises:
            UserError: it was not written.
        """
        if self.write is None:
            super().apply(edit, group=group)
        elif edit or edit.texts:
            self.write(edit, group)
            self._follow(edit)


@dataclass(frozen=True, slots=True)
class ProjectBeside:
    """Where another process finds an open project, and what its file does not hold yet."""

    path: Path
    author: Author
    unsaved: tuple[Edit, ...] = ()

    @classmethod
    def of(cls, workspace: Workspace) -> "ProjectBeside":
        """Return what another process needs to read this project."""
        return cls(workspace.path, workspace.session.author, tuple(workspace.unsaved))

    @contextmanager
    def opened(self, write: Write | None = None) -> Iterator[Workspace]:
        """Give the project; ``write`` has an edit written before it returns.

        Raises:
            UserError: the file is not there or cannot be read.
        """
        session = self._session()
        with WorkspaceBeside(StoreBeside.beside(self.path, session), session) as workspace:
            for edit in self.unsaved:
                workspace.expect(edit)
            workspace.write = write
            yield workspace

    def load(self, document_id: DocumentId) -> Snapshot:
        """Return one document with everything on it, without a look at the others.

        Raises:
            UserError: the file cannot be read or does not have the document.
        """
        with StoreBeside.beside(self.path, self._session()) as store:
            snapshot = store.load(document_id)
        for edit in self.unsaved:
            snapshot.apply(edit)
        return snapshot

    def findings(self) -> list[Finding]:
        """Return all that people have ruled on, as far as it is in the file.

        Raises:
            UserError: the file cannot be read.
        """
        with StoreBeside.beside(self.path, self._session()) as store:
            return store.findings()

    def _session(self) -> Session:
        return Session(self.author, utc_now, IdSource())
