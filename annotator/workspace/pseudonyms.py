"""A project as it is exported without saying who its annotators are."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypeVar
from uuid import NAMESPACE_URL, uuid5

from annotator.formats.base import ProjectSource
from annotator.model.ids import AuthorId, DocumentId
from annotator.model.records import (
    Annotation,
    Author,
    Dismissal,
    Document,
    DocumentLink,
    Finding,
    Label,
    Record,
    Relation,
    Review,
)
from annotator.model.reviews import review_id
from annotator.model.snapshot import Snapshot

R = TypeVar("R", bound=Record)
_AUTHORED = (Annotation, Relation, Finding, Dismissal)


class Pseudonymous:
    """The project whose authors are called "author 1", "author 2" and so on, with other ids.

    They are numbered in the order in which they came to the project, which is the same in each
    copy of it and at each export. What people have written about themselves in notes stays.
    """

    def __init__(self, source: ProjectSource) -> None:
        self._source = source
        self._authors: dict[AuthorId, Author] = {}
        for number, author in enumerate(sorted(source.authors(), key=lambda a: a.id), start=1):
            made = str(uuid5(NAMESPACE_URL, f"{source.project_id}/author/{number}"))
            self._authors[author.id] = Author(AuthorId(made), f"author {number}")

    def named(self, author: str | None) -> str | None:
        """Return what an author's name or id has become; one that is not known stays."""
        real = next((a for a in self._source.authors() if author in (a.id, a.name)), None)
        return self._authors[real.id].name if real else author

    @property
    def project_id(self) -> str:
        """The id that all copies of the project share."""
        return self._source.project_id

    @property
    def title(self) -> str:
        """The project's title."""
        return self._source.title

    def documents(self) -> Sequence[Document]:
        """Return all documents in their order."""
        return self._source.documents()

    def load(self, document_id: DocumentId, /) -> Snapshot:
        """Return one document with everything on it."""
        s = self._source.load(document_id)
        records = [self._renamed(record) for record in s.records() if record != s.document]
        return Snapshot(s.document, s.text, [*self.labels(), *self.authors(), *records])

    def labels(self) -> Sequence[Label]:
        """Return the codebook in its order."""
        return self._source.labels()

    def authors(self) -> Sequence[Author]:
        """Return everybody who has annotated, by number."""
        return list(self._authors.values())

    def settings(self) -> Mapping[str, str]:
        """Return the project's settings by name."""
        return self._source.settings()

    def document_links(self) -> Sequence[DocumentLink]:
        """Return how documents stand to each other."""
        return self._source.document_links()

    def relations_between_documents(self) -> Sequence[Relation]:
        """Return the relations whose ends lie in different documents."""
        return [self._renamed(relation) for relation in self._source.relations_between_documents()]

    def _renamed(self, record: R) -> R:
        if isinstance(record, _AUTHORED) and record.author in self._authors:
            return replace(record, author=self._authors[record.author].id)
        if isinstance(record, Review) and record.reviewer in self._authors:
            reviewer = self._authors[record.reviewer].id
            own = review_id(record.target, reviewer)
            return replace(record, id=own, reviewer=reviewer)
        return record
