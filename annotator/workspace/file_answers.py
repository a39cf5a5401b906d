"""What an open project answers straight from its file."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from annotator.model.errors import UserError
from annotator.model.message import Message
from annotator.model.records import Author, DocumentLink, Relation, Setting
from annotator.store.project_file import Store


class FileAnswers:
    """The part of a workspace that keeps nothing in memory."""

    store: Store

    @property
    def path(self) -> Path:
        """Where the project file is."""
        return self.store.path

    @property
    def project_id(self) -> str:
        """The id that all copies of the project share."""
        return self.store.project_id

    @property
    def title(self) -> str:
        """The project's title."""
        return self.store.title

    @property
    def read_only(self) -> bool:
        """Say whether the project can only be read."""
        return self.store.read_only

    @property
    def is_proven(self) -> bool:
        """Say whether the file went through the long checks; until then it is read only."""
        return self.store.is_proven

    def authors(self) -> Sequence[Author]:
        """Return everybody who has annotated."""
        return self.store.authors()

    def settings(self) -> Mapping[str, str]:
        """Return the project's settings by name."""
        return self.store.settings()

    def setting(self, name: str) -> Setting | None:
        """Return one setting as a record."""
        return self.store.get(Setting, name)

    def document_links(self) -> Sequence[DocumentLink]:
        """Return how documents stand to each other."""
        return self.store.document_links()

    def relations_between_documents(self) -> Sequence[Relation]:
        """Return the relations whose ends lie in different documents."""
        return self.store.relations_between_documents()

    def undoable(self) -> Message | None:
        """Return the name of the step that ``undo`` takes back; None if the file cannot say."""
        with suppress(UserError):
            return self.store.undoable()
        return None

    def redoable(self) -> Message | None:
        """Return the name of the step that ``redo`` does again; None if the file cannot say."""
        with suppress(UserError):
            return self.store.redoable()
        return None
