"""A project as an export sees it, with some of its answers replaced."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from annotator.formats.base import ProjectSource
from annotator.model.ids import DocumentId
from annotator.model.records import Author, Document, DocumentLink, Label, Relation
from annotator.model.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Retold:
    """A project that answers as ``source`` does but for the verbs that are given.

    ``only`` are the documents that it seems to have, if not all.
    """

    source: ProjectSource
    load: Callable[[DocumentId], Snapshot]
    authors: Callable[[], Sequence[Author]]
    relations_between_documents: Callable[[], Sequence[Relation]]
    only: Sequence[Document] | None = None

    @property
    def project_id(self) -> str:
        """The id that all copies of the project share."""
        return self.source.project_id

    @property
    def title(self) -> str:
        """The project's title."""
        return self.source.title

    def documents(self) -> Sequence[Document]:
        """Return all documents in their order."""
        return self.source.documents() if self.only is None else self.only

    def labels(self) -> Sequence[Label]:
        """Return the codebook in its order."""
        return self.source.labels()

    def settings(self) -> Mapping[str, str]:
        """Return the project's settings by name."""
        return self.source.settings()

    def document_links(self) -> Sequence[DocumentLink]:
        """Return how documents stand to each other."""
        return self.source.document_links()


def alone(source: ProjectSource, document: Document) -> ProjectSource:
    """Return a project as if it had one document: looking for it among all costs more each time."""
    between = source.relations_between_documents
    return Retold(source, source.load, source.authors, between, [document])
