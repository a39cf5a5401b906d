"""A project as it is exported without saying who its annotators are."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar
from uuid import NAMESPACE_URL, uuid5

from annotator.formats.base import ProjectSource
from annotator.model.ids import AuthorId, DocumentId
from annotator.model.records import (
    Annotation,
    Author,
    Dismissal,
    Finding,
    Record,
    Relation,
    Review,
)
from annotator.model.reviews import review_id
from annotator.model.snapshot import Snapshot
from annotator.workspace.retold import Retold

R = TypeVar("R", bound=Record)
_AUTHORED = (Annotation, Relation, Finding, Dismissal)


class Pseudonyms:
    """The authors of a project as "author 1", "author 2" and so on, with other ids.

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

    def project(self) -> ProjectSource:
        """Return the project with these authors in place of the real ones."""
        return Retold(self._source, self._load, self._known, self._relations)

    def _load(self, document_id: DocumentId) -> Snapshot:
        s = self._source.load(document_id)
        records = [self._renamed(record) for record in s.records() if record != s.document]
        return Snapshot(s.document, s.text, [*self._source.labels(), *self._known(), *records])

    def _known(self) -> Sequence[Author]:
        return list(self._authors.values())

    def _relations(self) -> Sequence[Relation]:
        return [self._renamed(relation) for relation in self._source.relations_between_documents()]

    def _renamed(self, record: R) -> R:
        if isinstance(record, _AUTHORED) and record.author in self._authors:
            return replace(record, author=self._authors[record.author].id)
        if isinstance(record, Review) and record.reviewer in self._authors:
            reviewer = self._authors[record.reviewer].id
            own = review_id(record.target, reviewer)
            return replace(record, id=own, reviewer=reviewer)
        return record
