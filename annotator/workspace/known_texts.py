"""Which texts a project holds already, and where the next document goes.

Both are looked up once for an import, so that each file costs the same however many there are.
"""

from annotator.model.edit import Edit
from annotator.model.ids import DocumentId
from annotator.model.project_edits import ORDER_GAP, add_document
from annotator.model.records import Document, Text
from annotator.model.text import sha256_of
from annotator.reading.transcript import Transcript
from annotator.workspace.turn_records import turn_records
from annotator.workspace.workspace import Workspace


class KnownTexts:
    """The project's documents by their text, as one import sees them."""

    def __init__(self, workspace: Workspace) -> None:
        self._new_id = workspace.session.new_id
        documents = workspace.documents()
        self._by_text = {document.sha256: document for document in reversed(documents)}
        self._last = max((document.order for document in documents), default=0)

    def document_with(self, text: str) -> Document | None:
        """Return the project's document with this text, if there is one."""
        return self._by_text.get(sha256_of(text))

    def edit_for(self, transcript: Transcript) -> Edit:
        """Return the edit that adds a transcript with speakers and turns, behind all others."""
        text = Text(sha256_of(transcript.text), transcript.text)
        document = document_of(
            transcript, DocumentId(self._new_id()), text.sha256, self.next_order()
        )
        return add_document(document, text, turn_records(document, transcript.turns, self._new_id))

    def next_order(self) -> int:
        """Return where a document goes that comes behind all others."""
        return self._last + ORDER_GAP

    def follow(self, edit: Edit) -> None:
        """Know of the documents that an edit has added."""
        for record in edit.added:
            if isinstance(record, Document):
                self.know(record)

    def know(self, document: Document) -> None:
        """Know of a document that is in the file."""
        self._by_text[document.sha256] = document
        self._last = max(self._last, document.order)


def document_of(
    transcript: Transcript, document_id: DocumentId, sha256: str, order: int
) -> Document:
    """Return a transcript's document, without its text and turns."""
    return Document(
        document_id,
        transcript.title,
        sha256,
        source_name=transcript.source_name,
        source_sha256=transcript.source_sha256,
        language=transcript.language,
        date=transcript.date or "",
        place=transcript.place or "",
        order=order,
        attributes=dict(transcript.attributes),
    )
