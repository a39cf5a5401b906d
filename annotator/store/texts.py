"""Immutable texts in the file: whole, and the passages that quotes are taken from."""

from annotator.model.errors import UserError
from annotator.model.ids import DocumentId
from annotator.model.records import Document, Text
from annotator.model.text import sha256_of
from annotator.store.schema_001 import PIECE
from annotator.store.sqlite import Connection


def insert_text(db: Connection, text: Text) -> None:
    """Add a text if the file does not hold it yet.

    Raises:
        UserError: its hash is not that of its characters.
    """
    if db.execute("SELECT 1 FROM text WHERE sha256 = ?", (text.sha256,)).fetchone():
        return
    if sha256_of(text.text) != text.sha256:
        raise UserError("A text does not fit its SHA-256 {sha256}.", sha256=text.sha256[:16])
    key = db.execute(
        "INSERT INTO text (sha256, chars) VALUES (?, ?)", (text.sha256, len(text.text))
    ).lastrowid
    pieces = (text.text[at : at + PIECE] for at in range(0, len(text.text), PIECE))
    db.executemany(
        "INSERT INTO piece (text, ord, body) VALUES (?, ?, ?)",
        [(key, number, piece) for number, piece in enumerate(pieces)],
    )


def whole_text(db: Connection, sha256: str) -> str:
    """Return a text.

    Raises:
        UserError: the file does not hold it.
    """
    found = db.execute("SELECT key FROM text WHERE sha256 = ?", (sha256,)).fetchone()
    if found is None:
        raise UserError("The file lacks the text {sha256}.", sha256=sha256[:16])
    rows = db.execute("SELECT body FROM piece WHERE text = ? ORDER BY ord", found)
    return "".join(body for (body,) in rows.fetchall())


class Quotes:
    """Finds quotes for the journal, which keeps none: also of documents that are gone."""

    def __init__(self, db: Connection, documents: dict[str, str]) -> None:
        """Start with the ``documents`` that are known: id -> SHA-256 of the text."""
        self._db = db
        self._documents = documents

    def __call__(self, document: DocumentId, start: int, end: int) -> str:
        """Return the text of a passage, in code points.

        Raises:
            UserError: the document or its text is not in the file.
        """
        key = self._text_key(document)
        rows = self._db.execute(
            "SELECT body FROM piece WHERE text = ? AND ord BETWEEN ? AND ? ORDER BY ord",
            (key, start // PIECE, max(start, end - 1) // PIECE),
        )
        offset = start - start // PIECE * PIECE
        return "".join(body for (body,) in rows.fetchall())[offset : offset + end - start]

    def add(self, document: Document) -> None:
        """Remember which text a document has."""
        self._documents[document.id] = document.sha256

    def _text_key(self, document: str) -> int:
        row = None
        if sha256 := self._documents.get(document):
            row = self._db.execute("SELECT key FROM text WHERE sha256 = ?", (sha256,)).fetchone()
        if row is None:
            row = self._db.execute(
                "SELECT t.key FROM document d JOIN text t USING (sha256) WHERE d.id = ?",
                (document,),
            ).fetchone()
        if row is None:
            raise UserError("The history names a document {id} that is not there.", id=document)
        return int(row[0])
