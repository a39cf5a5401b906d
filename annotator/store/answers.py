"""What an open project file answers without a change: records, rows of the table, counts."""

from array import array
from collections.abc import Iterable, Sequence
from typing import TypeVar

from annotator.model.ids import AnnotationId, DocumentId, LabelId
from annotator.model.records import (
    Annotation,
    Author,
    Document,
    DocumentLink,
    Label,
    Record,
    Relation,
    Setting,
)
from annotator.store import journal, queries, rows
from annotator.store.applying import in_sentences
from annotator.store.ordering import Placed, place_of
from annotator.store.queries import AnnotationQuery, AnnotationRow, Counts
from annotator.store.sqlite import Connection
from annotator.store.texts import whole_text

R = TypeVar("R", bound=Record)


class Answers:
    """The part of a project file that only reads, a statement or two at a time."""

    _db: Connection

    @in_sentences()
    def documents(self) -> list[Document]:
        """Return all documents in their order, without their texts."""
        found = rows.fetch(self._db, Document)
        return sorted(found, key=lambda document: (document.group, document.order, document.id))

    @in_sentences()
    def labels(self) -> list[Label]:
        """Return the codebook in its order."""
        return sorted(rows.fetch(self._db, Label), key=lambda label: (label.order, label.id))

    @in_sentences()
    def authors(self) -> list[Author]:
        """Return everybody who has worked on the project."""
        return rows.fetch(self._db, Author)

    @in_sentences()
    def settings(self) -> dict[str, str]:
        """Return the project's settings by name."""
        return {setting.id: setting.value for setting in rows.fetch(self._db, Setting)}

    @in_sentences()
    def document_links(self) -> list[DocumentLink]:
        """Return how documents stand to each other."""
        return rows.fetch(self._db, DocumentLink)

    @in_sentences()
    def quote(self, document: DocumentId, start: int, end: int) -> str:
        """Return a passage of a document that is or was in the project.

        Raises:
            UserError: it never was.
        """
        return journal.quotes_of(self._db)(document, start, end)

    @in_sentences()
    def text(self, sha256: str) -> str:
        """Return a document's text by its SHA-256."""
        return whole_text(self._db, sha256)

    @in_sentences()
    def get(self, kind: type[R], record_id: str) -> R | None:
        """Return one record, or None if it is not there."""
        return rows.fetch_by_id(self._db, kind, [record_id]).get(record_id)

    @in_sentences()
    def get_all(self, kind: type[R], ids: Iterable[str]) -> dict[str, R]:
        """Return the records with these ids that are there, by id."""
        return rows.fetch_by_id(self._db, kind, ids)

    @in_sentences()
    def relations_between_documents(self) -> list[Relation]:
        """Return the relations whose ends lie in different documents."""
        end = "(SELECT document FROM annotation WHERE key = {{name}}.{end})"
        where = f"{end.format(end='source')} IS NOT {end.format(end='target')}"
        return rows.fetch(self._db, Relation, where)

    @in_sentences()
    def annotations_with_label(self, label_id: LabelId) -> list[Annotation]:
        """Return all annotations that carry a label."""
        where = "{name}.label = (SELECT key FROM label WHERE id = ?)"
        return rows.fetch(self._db, Annotation, where, (label_id,))

    @in_sentences()
    def label_uses(self) -> dict[LabelId, int]:
        """Return how many annotations carry each label."""
        return queries.label_uses(self._db)

    @in_sentences()
    def speaker_names(self) -> list[str]:
        """Return the names of all speakers, each once."""
        return queries.speaker_names(self._db)

    @in_sentences()
    def annotation_keys(self, query: AnnotationQuery) -> "array[int]":
        """Return the keys of the annotations that a query finds, in its order."""
        return queries.annotation_keys(self._db, query)

    @in_sentences()
    def annotation_place(self, query: AnnotationQuery, keys: Sequence[int], id_: str) -> Placed:
        """Return an annotation's key and its place among a query's keys; None if not found."""
        return place_of(self._db, query, keys, id_)

    @in_sentences()
    def annotation_rows(self, keys: Sequence[int]) -> list[AnnotationRow]:
        """Return the rows of the table of annotations with these keys."""
        return queries.annotation_rows(self._db, keys)

    @in_sentences()
    def annotation_ids(self, keys: Sequence[int]) -> list[AnnotationId]:
        """Return the ids of the annotations with these keys that are there, in their order."""
        return queries.annotation_ids(self._db, keys)

    @in_sentences()
    def beside_document(self, keys: Sequence[int], document: DocumentId) -> int:
        """Return how much lies on the other documents that some annotations are on."""
        return queries.beside_document(self._db, keys, document)

    @in_sentences()
    def counts(self) -> Counts:
        """Return how much the project holds."""
        return queries.counts(self._db)
