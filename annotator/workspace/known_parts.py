"""What an open project has in memory of all its documents, and of its codebook."""

from typing import Any

from annotator.model.codebook import label_named
from annotator.model.edit import Edit
from annotator.model.errors import UserError
from annotator.model.ids import DocumentId, LabelId
from annotator.model.kinds import LabelKind
from annotator.model.records import Document, Label, Record
from annotator.workspace.file_answers import FileAnswers


class KnownParts(FileAnswers):
    """The part of a workspace that knows documents by title, and all labels."""

    _documents: dict[DocumentId, Document]
    _labels: dict[LabelId, Label]
    _in_order: list[Document] | None

    def documents(self) -> list[Document]:
        """Return all documents in their order."""
        if self._in_order is None:
            found = self._documents.values()
            self._in_order = sorted(found, key=lambda d: (d.group, d.order, d.id))
        return list(self._in_order)

    def document(self, document_id: DocumentId) -> Document:
        """Return one document; raises ``UserError`` if the project does not have it."""
        if document_id not in self._documents:
            raise UserError("The project has no document {id}.", id=document_id)
        return self._documents[document_id]

    def labels(self) -> list[Label]:
        """Return the codebook in its order, retired labels too."""
        return sorted(self._labels.values(), key=lambda label: (label.order, label.id))

    def label(self, label_id: LabelId) -> Label:
        """Return a label that is known to be there."""
        return self._labels[label_id]

    def find_label(self, name: str, kind: LabelKind | None = None) -> Label:
        """Return the label with this id, slug, key or name in any language.

        Raises:
            UserError: there is none, or there are several.
        """
        return label_named([x for x in self.labels() if kind in (None, x.kind)], name)

    def _look_again(self) -> None:
        """Read both from the file."""
        self._in_order = self.store.documents()
        self._documents = {document.id: document for document in self._in_order}
        self._labels = {label.id: label for label in self.store.labels()}

    def _know(self, edit: Edit) -> None:
        """Bring both up to date with an edit."""
        documents, labels = edit.added_of(Document), edit.added_of(Label)
        if documents or any(isinstance(record, Document) for record in edit.removed):
            self._in_order = None
        lists: dict[type[Record], dict[Any, Any]] = {Document: self._documents, Label: self._labels}
        for record in edit.removed:
            if type(record) in lists:
                lists[type(record)].pop(record.id, None)
        self._documents |= {document.id: document for document in documents}
        self._labels |= {label.id: label for label in labels}
